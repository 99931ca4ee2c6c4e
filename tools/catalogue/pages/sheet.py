"""A long list on several pages, so that no page grows with the catalogue."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from catalogue.pages.frame import Frame

# All page numbers are named up to here; beyond, the first, the last and those around the reader.
_NAMED = 12
_AROUND = 2

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One page of a list.

    Attributes:
        number: From 1.
        last: The number of the last page.
        first_url: The address of the first page.
        items: What stands on this page.
        before: How many items stand on the pages before it.
        total: How many items there are on all pages.
    """

    number: int
    last: int
    first_url: str
    items: Sequence[T]
    before: int
    total: int

    @property
    def url(self) -> str:
        """The address of this page."""
        return self.url_of(self.number)

    def url_of(self, number: int) -> str:
        """Return the address of page `number`."""
        return self.first_url if number == 1 else f"{self.first_url}sivu/{number}/"

    def titled(self, frame: Frame, title: str) -> str:
        """Return `title` with the number of the page, but for the first one."""
        if self.number == 1:
            return title
        return f"{title}, {frame.texts.get('list.sheet', number=self.number)}"

    @property
    def links(self) -> list[tuple[int, str]]:
        """The numbers and addresses of the pages to which this one leads; none if it is alone."""
        if self.last == 1:
            return []
        shown: Sequence[int] = range(1, self.last + 1)
        if self.last > _NAMED:
            near = range(self.number - _AROUND, self.number + _AROUND + 1)
            shown = sorted({1, self.last, *(n for n in near if 1 <= n <= self.last)})
        return [(number, self.url_of(number)) for number in shown]


def sheets(items: Sequence[T], url: str, most: int) -> list[Sheet[T]]:
    """Return `items` on pages of at most `most`, the first at `url`; one page if there is none."""
    last = max(-(-len(items) // most), 1)
    return [
        Sheet(n, last, url, items[(n - 1) * most : n * most], (n - 1) * most, len(items))
        for n in range(1, last + 1)
    ]
