"""Whole numbers as a command line or an environment gives them."""


def whole_number(text: str, first: int, last: int) -> int | None:
    """Return the number that `text` is; None where it is none from `first` to `last`.

    Only the digits 0–9 are read: `²` is a digit to Python, but not to `int`.
    """
    if not (text.isascii() and text.isdigit()) or len(text) > len(str(last)) + 10:
        return None
    number = int(text)
    return number if first <= number <= last else None
