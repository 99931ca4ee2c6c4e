"""What an award round's file must hold besides the right types: criteria and freezing."""

from collections.abc import Mapping

import pytest

from catalogue.check.rounds import check_round
from catalogue.model.practice import Practice
from catalogue.problem import Finding

SECTIONS = frozenset({"need", "solution", "results", "conditions"})


def found(data: Mapping[str, object]) -> list[Finding]:
    """Everything that is wrong."""
    return list(check_round(data, SECTIONS))


def criterion(*fields: object) -> Mapping[str, object]:
    """A round whose one criterion rests on these fields."""
    return {"criteria": [{"id": "a", "evidence": {"fields": list(fields)}}]}


@pytest.mark.parametrize("field", [*Practice.model_fields, *(f"section:{s}" for s in SECTIONS)])
def test_criterion_may_rest_on_any_field_or_section_of_a_practice(field: str) -> None:
    """Fields by their names, sections by theirs after `section:`."""
    assert found(criterion(field)) == []


@pytest.mark.parametrize(
    ("field", "params"),
    [
        ("resorces", {"found": "resorces", "suggestion": "resources"}),
        ("section:solutions", {"found": "section:solutions", "suggestion": "section:solution"}),
        ("zzz", {"found": "zzz"}),
        ("a\u202eb", {"found": "aU+202Eb"}),
    ],
)
def test_criterion_that_rests_on_no_field_is_told_with_the_one_meant(
    field: str, params: Mapping[str, str]
) -> None:
    """At its place in the list."""
    loc = ("criteria", 0, "evidence", "fields", 1)
    assert found(criterion("summary", field)) == [Finding(loc, "unknown-criterion-field", params)]


def test_id_of_a_criterion_is_given_once() -> None:
    """The second is told."""
    data = {"criteria": [{"id": "a"}, {"id": "b"}, {"id": "a"}, {}, {}]}
    assert found(data) == [Finding(("criteria", 2, "id"), "id-repeated", {"found": "a"})]


@pytest.mark.parametrize(
    "frozen",
    [
        {"date": "2026-01-31"},
        {"date": {"value": "2026-01-31"}},
        {"commit": "0123abc"},
        "2026-01-31",
    ],
)
def test_round_is_frozen_by_a_day_or_a_commit(frozen: object) -> None:
    """One of the two; another shape is the shape's matter."""
    assert found({"frozen": frozen}) == []


@pytest.mark.parametrize("frozen", [{}, {"date": "2026-01-31", "commit": "0123abc"}])
def test_round_frozen_by_both_or_neither_is_told(frozen: Mapping[str, str]) -> None:
    """It would not be clear what the jury judges."""
    assert found({"frozen": frozen}) == [Finding(("frozen",), "frozen-one")]


@pytest.mark.parametrize("date", ["2026", "2026-01", "unknown", "31.1.2026", "2026-02-30"])
def test_day_of_freezing_is_a_whole_day(date: str) -> None:
    """A month or a year has no single end of the day."""
    told = [Finding(("frozen", "date"), "frozen-day", {"found": date})]
    assert found({"frozen": {"date": date}}) == told


@pytest.mark.parametrize("value", ["x", [], {}, ["x"], [["x"]], [{"evidence": "x"}]])
def test_anything_may_stand_where_criteria_are_expected(value: object) -> None:
    """Wrong shapes are the shape's matter."""
    assert found({"criteria": value}) == []
