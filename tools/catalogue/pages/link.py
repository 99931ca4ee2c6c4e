"""Links within the site: marks in what templates make, and ways from one page to another.

A link differs from page to page. A mark in its place lets the rest, such as the card of a practice,
be the same wherever it stands.
"""

import posixpath
from collections.abc import Callable
from functools import lru_cache

from markupsafe import Markup

from catalogue.pages.markup import shown

# The gate refuses these characters in practices; `shown` and `rendered` take them out of what comes
# another way, so that no text is taken for a mark.
_START, _END = "\2", "\3"


@lru_cache(maxsize=10_000)
def link(target: str) -> Markup:
    """Return the mark of a link to `target`, an address in the catalogue's own language."""
    return Markup(f"{_START}{target}{_END}")


def _folders(path: str) -> list[str]:
    return [part for part in path.split("/") if part]


def linked(html: str, way: Callable[[str], str]) -> str:
    """Return `html` with `way` of its target, escaped, in the place of every mark."""
    before, *marked = html.split(_START)
    pieces = [before]
    for piece in marked:
        target, _, after = piece.partition(_END)
        pieces += shown(way(target)), after
    return "".join(pieces)


def ways(url: str) -> Callable[[str], str]:
    """Return what gives the way from the page at `url` to an address from the root of the site."""
    section, up = url.partition("/")[0], "../" * url.count("/") or "./"
    own = _folders(url)

    def way(address: str) -> str:
        if address.partition("/")[0] != section:
            return up + address
        parts = _folders(address)
        shared = len(posixpath.commonprefix([own, parts]))
        found = "/".join([".."] * (len(own) - shared) + parts[shared:]) or "."
        return f"{found}/" if address.endswith("/") or not address else found

    return way
