"""A comparison table as a value."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import attrgetter
from typing import Any, overload

from catalogue.pages.frame import Frame


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a cell: text, where it leads, and how it is marked (`tag`, `weak`, `strong`).

    `after` follows the text on the same line and leads nowhere: a long link is hard to read.
    """

    text: str
    url: str | None = None
    mark: str = ""
    lang: str | None = None
    after: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its parts, shown below one another, and what it is sorted by.

    `practice` is the id of the practice that the row is about, where the cell names it.
    """

    parts: tuple[Part, ...]
    sort: str | Decimal | int | None = None
    practice: str = ""

    @property
    def sort_key(self) -> str:
        """What a script sorts by: the given key, or the text."""
        if self.sort is not None:
            return str(self.sort)
        return " ".join([part.text for part in self.parts])


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and whether it is sorted as numbers."""

    heading: str
    numeric: bool = False


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Rows(Sequence[Row]):
    """Rows that are made when they are read: a page shows a few of very many.

    Attributes:
        of: What each row is about.
        make: Makes the row of one of these.
        practice: The id of the practice that one of these belongs to.
        name: For rows that stand on two pages, just as they are, what tells one from all others.
    """

    of: Sequence[Any]
    make: Callable[[Any], Row]
    practice: Callable[[Any], str] = attrgetter("id")
    name: Callable[[Any], Hashable] | None = None

    def __len__(self) -> int:
        return len(self.of)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> "Rows": ...
    def __getitem__(self, at: int | slice) -> "Row | Rows":
        if isinstance(at, slice):
            return replace(self, of=self.of[at])
        return self.make(self.of[at])

    def __iter__(self) -> Iterator[Row]:
        return map(self.make, self.of)

    @property
    def practices(self) -> list[str]:
        """The id of the practice of each row."""
        return [self.practice(item) for item in self.of]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading of their own, with a note above them.

    `compared` tells that each row says something of the others, those on other pages too.
    """

    rows: Rows
    heading: str = ""
    note: str = ""
    url: str | None = None
    compared: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its address under `/taulukot/`, its title and its groups of rows."""

    slug: str
    title: str
    intro: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(len(group.rows) for group in self.groups)


TableMaker = Callable[[Frame], tuple[Table, ...]]


def cell(*parts: Part | str, sort: str | Decimal | int | None = None) -> Cell:
    """Return a cell of `parts`; plain texts become parts without a link."""
    return Cell(tuple([Part(part) if isinstance(part, str) else part for part in parts]), sort)


def practice_cell(frame: Frame, name: str) -> Cell:
    """Return the cell that names a practice and leads to it."""
    words = frame.told(frame.catalogue.by_id[name].practice)
    part = Part(words.title, f"kaytannot/{name}/", lang=words.title_language)
    return Cell((part,), practice=name)
