"""The workbook, opened as a spreadsheet opens it."""

import datetime
import io
import zipfile
from decimal import Decimal
from typing import Any

import openpyxl
import pandas
import pytest
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook

from catalogue.catalogue import Catalogue
from catalogue.export.as_xlsx import as_xlsx, workbook
from catalogue.export.column import DATE, INTEGER, NUMBER, Table
from catalogue.export.columns import TABLES
from catalogue.export.xlsx_rows import MAX_TEXT
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
    """Every column of the tables is explained in a sheet, with its values."""
    book = opened(real_catalogue())
    assert book.sheetnames == ["Käytännöt", "Tulokset", "Palkinnot", "Sarakkeet", "Tietoja"]
    assert [len(rows(book, sheet)) for sheet in book.sheetnames[:3]] == [14, 39, 11]
    explained = rows(book, "Sarakkeet")
    assert [(row["sheet"].value, row["column"].value) for row in explained] == [
        (messages().get(f"export.sheet.{name}"), column.name)
        for name, table in TABLES.items()
        for column in table.columns
    ]
    assert all(row[key].value for row in explained for key in ("label", "kind", "meaning"))
    role = next(row for row in explained if row["column"].value == "role")
    assert role["values"].value == "nominee = ehdokas; finalist = finalisti; winner = voittaja"


def test_the_workbook_says_on_which_terms_and_as_of_when() -> None:
    """Taken from the content, not from a clock."""
    about = {
        row["about"].value: row["text"].value for row in rows(opened(real_catalogue()), "Tietoja")
    }
    assert about["Käyttöehdot"] == "CC BY 4.0"
    assert about["Toimituksen viimeisin tarkistus"] == "2026-11-22"


def test_every_sheet_can_be_filtered_and_keeps_its_head_in_sight() -> None:
    """Over all its rows and columns."""
    for sheet in opened(real_catalogue()):
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_pandas_reads_what_the_records_say(table: Table[Any]) -> None:
    """Every cell of every table."""
    found = real_catalogue()
    file = io.BytesIO(as_xlsx(found, messages()))
    name = messages().get(f"export.sheet.{table.name}")
    frame = pandas.read_excel(file, sheet_name=name, dtype=object)
    cells = [row for entry in found.entries for row in table.cells(entry, found.registry)]
    assert list(frame.columns) == [column.name for column in table.columns]
    for position, column in enumerate(table.columns):
        for read, row in zip(frame[column.name], cells, strict=True):
            assert plainly(read, column.kind) == (None if row[position] == "" else row[position])


def plainly(value: Any, kind: str) -> Any:
    """Return a cell as pandas reads it in the form of the record."""
    if pandas.isna(value):
        return None
    if kind in (INTEGER, NUMBER):
        assert isinstance(value, (int, float))
        return pytest.approx(Decimal(str(value)), abs=Decimal("1e-9"))
    if kind == DATE and isinstance(value, datetime.datetime):
        return value.date().isoformat()
    assert isinstance(value, str)
    return value


@pytest.mark.parametrize(
    ("written", "kind", "value"),
    [
        ("2017-05-18", "d", datetime.datetime(2017, 5, 18)),
        ("1900-03-01", "d", datetime.datetime(1900, 3, 1)),
        ("1900-02-28", "s", "1900-02-28"),
        ("1899-12-31", "s", "1899-12-31"),
        ("2017-05", "s", "2017-05"),
        ("2017", "s", "2017"),
        ("unknown", "s", "unknown"),
    ],
)
def test_a_full_date_is_a_date_and_any_other_stays_as_written(
    written: str, kind: str, value: Any
) -> None:
    """A year is no day; and Excel has no days before 1900."""
    (row,) = rows(opened(catalogue({"esimerkki": practice(started=written)})), "Käytännöt")
    assert (row["started"].data_type, row["started"].value) == (kind, value)


@pytest.mark.parametrize("char", ["a", "ä", "😀"])
def test_a_text_too_long_for_a_cell_is_cut_and_reported(char: str) -> None:
    """Excel holds 32,767 UTF-16 code units; the sheet about the data names the cell."""
    long = char * MAX_TEXT
    entry = practice().model_copy(update={"summary": long, "title": "a" * MAX_TEXT})
    made = workbook(catalogue({"esimerkki": entry}), messages())
    book = openpyxl.load_workbook(io.BytesIO(made.data))
    (row,) = rows(book, "Käytännöt")
    assert row["title"].value == "a" * MAX_TEXT
    fits = len(long.encode("utf-16-le")) <= 2 * MAX_TEXT
    assert made.cut == (() if fits else ("Käytännöt!E2",))
    if fits:
        assert row["summary"].value == long
    else:
        assert row["summary"].value == char * ((MAX_TEXT - 1) // 2) + "…"
        assert "Käytännöt!E2" in [r["text"].value for r in rows(book, "Tietoja")]


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
        "mailto:palaute",
        "internal:Sheet1!A1",
        "<r><t>Lihava</t></r>",
        "A & B < C > D ]]> \"E\" 'F'",
        "väli  lyönti",
        "rivi\ntoinen\tsarkain",
        "😀😀😀",
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
        assert {item.date_time[0] for item in archive.infolist()} == {1980}
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
    assert [
        value for value in values if isinstance(value, str) and "Esimerkki Henkilö" in value
    ] == []


def test_an_empty_catalogue_gives_a_workbook_with_headings() -> None:
    """And can be opened."""
    book = opened(catalogue({}))
    assert [book[sheet].max_row for sheet in book.sheetnames[:3]] == [1, 1, 1]
