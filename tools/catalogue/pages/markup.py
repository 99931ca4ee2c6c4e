"""Values as HTML."""

from functools import lru_cache

from markupsafe import Markup, escape

# What stands around the target of a link (`link.py`): no text may be taken for one.
_MARKS = str.maketrans("", "", "\2\3")


def shown(value: object) -> Markup:
    """Return `value` as HTML: markup as it stands, anything else escaped."""
    if type(value) is Markup:
        return value
    return _escaped(value) if type(value) is str else escape(value)


# The same words stand on thousands of pages.
@lru_cache(maxsize=10_000)
def _escaped(text: str) -> Markup:
    return escape(text.translate(_MARKS))
