"""The workbook, opened as a spreadsheet opens it."""

import io
import zipfile
from typing import Any

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook

from catalogue.catalogue import Catalogue
from catalogue.export.as_xlsx import as_xlsx
from catalogue.export.columns import OUTCOME_COLUMNS, PRACTICE_COLUMNS
from catalogue.messages import messages
from tests.factories import catalogue, practice, real_catalogue


def opened(made: Catalogue) -> Workbook:
    """Return the workbook of a catalogue."""
    return openpyxl.load_workbook(io.BytesIO(as_xlsx(made, messages())))


def rows(book: Workbook, sheet: str) -> list[dict[str, Cell]]:
    """Return the rows of a sheet by column."""
    head, *others = book[sheet].iter_rows()
    return [dict(zip([cell.value for cell in head], row, strict=True)) for row in others]


def test_the_workbook_has_practices_outcomes_and_what_their_columns_mean() -> None:
    """Every column of the two sheets is explained in the third."""
    book = opened(real_catalogue())
    assert book.sheetnames == ["Käytännöt", "Tulokset", "Sarakkeet"]
    assert len(rows(book, "Käytännöt")) == 14
    assert len(rows(book, "Tulokset")) == 39
    explained = rows(book, "Sarakkeet")
    assert [row["column"].value for row in explained] == [
        column.name for column in (*PRACTICE_COLUMNS, *OUTCOME_COLUMNS)
    ]
    assert all(row["explanation"].value for row in explained)


def test_numbers_are_numbers_and_codes_and_periods_are_text() -> None:
    """33 can be added up; 091 and 2015 stay as they are written."""
    book = opened(real_catalogue())
    outcome = next(r for r in rows(book, "Tulokset") if r["id"].value == "huostaanotot-2016")
    for column, value in {
        "baseline_value": 33,
        "follow_up_value": 14,
        "change_absolute": -19,
        "change_percent": -57.6,
        "evidence_level": 2,
    }.items():
        assert (outcome[column].data_type, outcome[column].value) == ("n", value)
    assert (outcome["baseline_period"].data_type, outcome["baseline_period"].value) == ("s", "2015")
    assert outcome["change_times"].value is None
    place = next(
        r for r in rows(book, "Käytännöt") if r["id"].value == "nuoret-kehittajat-helsinki"
    )
    assert (place["places"].data_type, place["places"].value) == ("s", "091")
    assert place["best_evidence_level"].value is None


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("https://esimerkki.fi","x")',
        "@SUM(1)",
        "+1+1",
        "-1+1",
        "{=1+1}",
        "https://esimerkki.fi/sivu",
        "mailto:nimi@esimerkki.fi",
        "internal:Sheet1!A1",
    ],
)
def test_text_stays_the_text_that_was_written(text: str) -> None:
    """No formula, no link, no apostrophe: a workbook has a type for text."""
    book = opened(catalogue({"esimerkki": practice(title=text, summary=text)}))
    (row,) = rows(book, "Käytännöt")
    for column in ("title", "summary"):
        assert (row[column].data_type, row[column].value) == ("s", text)
        assert row[column].hyperlink is None


def test_the_real_workbook_has_neither_formulas_nor_links() -> None:
    """In no cell of any sheet."""
    for sheet in opened(real_catalogue()):
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []


def test_nothing_in_the_file_leads_outside_it() -> None:
    """No external relation, macro or drawing."""
    with zipfile.ZipFile(io.BytesIO(as_xlsx(real_catalogue(), messages()))) as archive:
        relations = [n for n in archive.namelist() if n.endswith(".rels")]
        assert [n for n in relations if b"External" in archive.read(n)] == []
        assert [
            n for n in archive.namelist() if "vba" in n.lower() or "external" in n.lower()
        ] == []


def test_two_workbooks_are_identical_and_carry_no_time_of_making() -> None:
    """Byte for byte, on whatever day."""
    first, second = (as_xlsx(real_catalogue(), messages()) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")
        assert b"2026" not in archive.read("docProps/core.xml")


def test_contacts_are_not_in_the_workbook() -> None:
    """Withdrawn or not."""
    contacts: list[dict[str, Any]] = [
        {
            "name": "Esimerkki Henkilö",
            "organisation": "imatra",
            "verified": "2026-01-01",
            "withdrawn": gone,
        }
        for gone in ("true", "false")
    ]
    book = opened(catalogue({"esimerkki": practice(contacts=contacts)}))
    values = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [value for value in values if isinstance(value, str) and "Henkilö" in value] == []


def test_an_empty_catalogue_gives_a_workbook_with_headings() -> None:
    """And can be opened."""
    book = opened(catalogue({}))
    assert [book["Käytännöt"].max_row, book["Tulokset"].max_row] == [1, 1]
