"""The order of the Finnish alphabet."""

_FINNISH_ORDER = str.maketrans({"å": "{", "ä": "|", "ö": "}", "ü": "y", "é": "e"})


def alphabetical(text: str) -> str:
    """Return a key that sorts `text` by the Finnish alphabet: å, ä and ö last, in this order."""
    return text.lower().translate(_FINNISH_ORDER)
