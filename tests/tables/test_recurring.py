"""Cells that say the same are made once, and no more of them are kept than there is room for."""

import pytest

from catalogue.tables import recurring
from catalogue.tables.recurring import Recurring
from catalogue.tables.table import Cell, cell


def test_a_cell_is_made_once_for_each_value_of_a_column() -> None:
    """A second row gets the very cell of the first, so that it can be known by what it is."""
    made = Recurring()
    first = made.cell("kind", "a", lambda: cell("A"))
    assert made.cell("kind", "a", lambda: cell("never made")) is first
    assert made.cell("kind", "b", lambda: cell("B")).parts[0].text == "B"
    assert made.cell("status", "a", lambda: cell("other")).parts[0].text == "other"


def test_no_more_than_the_most_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Values beyond are made each time, and those known before are still known."""
    monkeypatch.setattr(recurring, "_MOST", 1)
    made = Recurring()

    def shown(value: str) -> Cell:
        return made.cell("place", value, lambda: cell(value))

    assert shown("one") is shown("one")
    assert shown("two") is not shown("two")
    assert shown("two").parts == cell("two").parts
