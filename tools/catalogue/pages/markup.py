"""Values as HTML."""

from functools import lru_cache

from markupsafe import Markup, escape

# What stands around the target of a link (`link.py`): no text may be taken for one.
_MARKS = str.maketrans("", "", "\2\3")


def safe(html: str) -> Markup:
    """Return `html`, a plain text that is safe as it stands, as markup.

    `Markup` itself asks any value whether it is markup, which takes twice as long.
    """
    return str.__new__(Markup, html)


def shown(value: object) -> Markup:
    """Return `value` as HTML: markup as it stands, anything else escaped."""
    if type(value) is Markup:
        return value
    return _escaped(value) if type(value) is str else escape(value)


# The same words stand on thousands of pages.
@lru_cache(maxsize=10_000)
def _escaped(text: str) -> Markup:
    # Nearly no text holds a mark, and to look for one takes a tenth of taking it out.
    if "\2" in text or "\3" in text:
        text = text.translate(_MARKS)
    # Nor do most hold what has to be escaped, and `escape` takes longer than to look for it.
    if "&" in text or "<" in text or ">" in text or '"' in text or "'" in text:
        return escape(text)
    return safe(text)
