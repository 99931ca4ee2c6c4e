"""Rows as the text that a workbook holds."""

import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest

from catalogue.export.columns import TABLES
from catalogue.export.xlsx_rows import cut_cells, numbered, xlsx_practice, xlsx_rows
from tests.factories import real_catalogue


def row(*values: str | int | Decimal | None, dated: bool = False) -> str:
    """Return a row of `values` as the seventh of its sheet."""
    (found,) = xlsx_rows([values], [dated] * len(values))
    return numbered(found, 7)


def test_a_row_and_its_cells_are_numbered() -> None:
    """Columns beyond Z have two letters; a cell without a value is left out."""
    found = ET.fromstring(row("a", None, 1, *[None] * 23, "b", ""))
    assert found.get("r") == "7"
    assert [cell.get("r") for cell in found] == ["A7", "C7", "AA7"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (33, "33"),
        (Decimal("-0.1"), "-0.1"),
        (Decimal("1E+2"), "100"),
        (Decimal("700000"), "700000"),
    ],
)
def test_a_number_is_written_as_digits(value: int | Decimal, written: str) -> None:
    """Never with an exponent, never rounded."""
    assert row(value) == f'<row r="7"><c r="A7"><v>{written}</v></c></row>'


def test_a_day_is_counted_as_excel_counts() -> None:
    """1 March 1900 is its day 61, since it takes 1900 for a leap year."""
    assert "<v>61</v>" in row("1900-03-01", dated=True)
    assert "<v>42873</v>" in row("2017-05-18", dated=True)
    assert 't="inlineStr"' in row("2017-05-18")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\x00b", "a_x0000_b"),
        ("a\x0bb\x1f", "a_x000B_b_x001F_"),
        ("a\r\nb", "a_x000D_\nb"),
        ("_x0041_", "_x005F_x0041_"),
        ("_x00G1_ a_x", "_x00G1_ a_x"),
    ],
)
def test_what_xml_cannot_hold_is_escaped_as_excel_escapes_it(text: str, written: str) -> None:
    """And what looks like such an escape is escaped itself."""
    found = ET.fromstring(row(text)).find("c/is/t")
    assert found is not None
    assert found.text == written


def test_the_cells_that_were_cut_are_named() -> None:
    """Each by its place; the others are left as they are."""
    long = "a" * 32_768
    (found,) = xlsx_rows([["b", long, long[1:], long]], [False] * 4)
    assert list(cut_cells(found, 7)) == ["B7", "D7"]
    ET.fromstring(numbered(found, 7))


@pytest.mark.parametrize("name", TABLES)
def test_the_rows_of_a_practice_are_as_many_as_the_table_has(name: str) -> None:
    """So that a build may keep them by practice."""
    found, table = real_catalogue(), TABLES[name]
    for entry in found.entries:
        rows = xlsx_practice(table, entry, found.registry)
        assert len(rows) == len(table.cells(entry, found.registry))
        for number, text in enumerate(rows, start=2):
            ET.fromstring(numbered(text, number))
