"""Rows of tables as HTML: what recurs is written once, and says the same as if it were not."""

from collections.abc import Callable

import pytest
from markupsafe import Markup

from catalogue.pages import rows as module
from catalogue.pages.rows import Known, rows_html
from catalogue.pages.sheet import Sheet
from catalogue.tables.overview import overview_table
from catalogue.tables.recurring import Recurring
from catalogue.tables.table import Cell, Column, Part, Row, Rows, cell
from tests.factories import catalogue, frame, practice

COLUMNS = (Column("Name"), Column("Kind"))


def written(rows: Rows, known: Known | None = None) -> str:
    """The rows, where nothing is in another language."""
    known = {} if known is None else known
    return rows_html(COLUMNS, rows, "–", lang=lambda _: Markup(""), known=known)


def rows_of(make: Callable[[str], Row], *, twice: bool = False) -> Rows:
    """One row for each of two names."""
    return Rows(["a", "b"], make, practice=str, name=str if twice else None)


def test_a_recurring_cell_says_what_an_equal_one_says() -> None:
    """Whether a cell is the same or only equal is not seen."""
    recurring = Recurring()

    def shared(name: str) -> Row:
        return cell(name), recurring.cell("kind", "k", lambda: cell(Part("<K>", mark="weak")))

    def own(name: str) -> Row:
        return cell(name), cell(Part("<K>", mark="weak"))

    html = written(rows_of(shared))
    assert html == written(rows_of(own))
    assert html.count('<span class="part weak">&lt;K&gt;</span>') == 2


def test_cells_made_one_after_another_are_not_taken_for_each_other() -> None:
    """A row's cells may lie where those of the row before lay, were they not held."""
    names = [str(number) for number in range(300)]
    html = written(Rows(names, lambda name: (cell(name), cell(f"of {name}")), practice=str))
    assert all(
        f">{name}</span></th>" in line and f">of {name}</span></td>" in line
        for name, line in zip(names, html.split("\n"), strict=True)
    )


def test_a_row_of_two_pages_is_made_once_and_then_forgotten() -> None:
    """The second page gets the row of the first; a third time it is made anew."""
    made: list[str] = []

    def make(name: str) -> tuple[Cell, ...]:
        made.append(name)
        return cell(name), cell("k")

    known: Known = {}
    rows = rows_of(make, twice=True)
    first = written(rows, known)
    assert set(known) == {"a", "b"}
    assert written(rows, known) == first
    assert (made, known) == (["a", "b"], {})
    assert written(rows, known) == first
    assert made == ["a", "b"] * 2


def test_rows_of_one_page_are_not_kept() -> None:
    """What nobody asks for again takes no room."""
    known: Known = {}
    written(rows_of(lambda name: (cell(name), cell("k"))), known)
    assert known == {}


def test_no_more_rows_than_the_most_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory does not grow with the catalogue; what is not kept is made again."""
    monkeypatch.setattr(module, "_MOST_KNOWN", 1)
    known: Known = {}
    rows = rows_of(lambda name: (cell(name), cell("k")), twice=True)
    first = written(rows, known)
    assert set(known) == {"a"}
    assert written(rows, known) == first


def test_no_number_in_a_cell_is_broken() -> None:
    """Nor what stands for other characters left as it is."""
    note = cell(Part("Noin 80 000 € & 7 %", mark="weak"))
    made = written(rows_of(lambda name: (cell(name), note)))
    assert "Noin 80~000~€ &amp; 7~%<".replace("~", "\N{NO-BREAK SPACE}") in made


def test_a_dash_is_seen_and_words_are_heard_where_there_is_nothing_to_tell() -> None:
    """A screen reader passes over a dash, or reads a hyphen."""
    made = frame(catalogue({"nimi": practice(awards=[])}))
    (table,) = overview_table(made)
    sheet = Sheet(1, 1, table.slug, (), 0, 1)
    html = made.rendered("table.html", "taulukot/x/", title="", table=table, sheet=sheet)
    heard = '<span class="visually-hidden">ei mitään</span>'
    assert f'"><span class="nothing"><span aria-hidden="true">–</span>{heard}</span></td>' in html
