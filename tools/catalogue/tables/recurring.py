"""Cells that say the same in many rows of a table."""

from collections.abc import Callable, Hashable

from catalogue.tables.table import Cell

# Far more than a vocabulary has; what is written freely does not fill the memory.
_MOST = 5_000


class Recurring:
    """The recurring cells of one table in one language: each is made once.

    Rows then hold the same cell, and not only an equal one, by which whoever writes them can tell
    that it was written before.
    """

    def __init__(self) -> None:
        """No cell is made yet."""
        self._made: dict[Hashable, Cell] = {}

    def cell(self, column: str, value: Hashable, make: Callable[[], Cell]) -> Cell:
        """Return the cell of `column` that says `value` alone, which `make` makes."""
        key = column, value
        found = self._made.get(key)
        if found is None:
            found = make()
            if len(self._made) < _MOST:
                self._made[key] = found
        return found
