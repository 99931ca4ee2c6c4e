"""Pages that are made together, and what they are made of."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from catalogue.entry import Entry
from catalogue.pages.page import Page


@dataclass(frozen=True, slots=True)
class Lot:
    """Pages that need not be made again while what they show is as it was.

    Attributes:
        name: What tells it from every other lot of its language.
        make: Makes the pages. They may show the practices in `about`, what is in `also`, registry
            and settings, and nothing else.
        about: The practices that they show; None for all of the catalogue.
        also: What else they show, as values whose `repr` tells them apart.
    """

    name: str
    make: Callable[[], Iterable[Page]]
    about: Iterable[Entry] | None = None
    also: tuple[object, ...] = ()


def pages_of(lots: Iterable[Lot]) -> Iterator[Page]:
    """Yield the pages of `lots`."""
    for lot in lots:
        yield from lot.make()
