"""Dates that contradict each other, lie in the future, or were worked out without saying how."""

import datetime
from collections.abc import Mapping

import pytest

from catalogue.check.dates import check_dates, inferred_with_reason
from catalogue.problem import Finding, Loc

TODAY = datetime.date(2026, 11, 22)


def found(data: Mapping[str, object]) -> list[tuple[Loc, str, dict[str, str]]]:
    """Place, code and parameters of everything that is wrong."""
    return [(f.loc, f.code, dict(f.params)) for f in check_dates(data, TODAY)]


def test_dates_of_the_sound_practice_are_sound(sound_data: Mapping[str, object]) -> None:
    """Nothing is found."""
    assert found(sound_data) == []


@pytest.mark.parametrize(
    "data",
    [
        {"started": "2016", "ended": "2016-03", "status": {"value": "ended"}},
        {"started": "2016-05-18", "ended": "2016-05-18", "status": {"value": "ended"}},
        {"started": "2016-05", "ended": "2016", "status": {"value": "ended"}},
        {"started": "unknown", "ended": "2016", "status": {"value": "ended"}},
        {"started": "joskus", "ended": "2016", "status": {"value": "ended"}},
        {"started": "2018", "status": {"value": "idea"}},
        {"started": ["2018"], "ended": {"value": []}, "status": {"value": "ended"}},
        {"reviewed": "2026-11-22", "next_review": "2026-11"},
    ],
)
def test_dates_that_may_be_in_order_are_not_told(data: Mapping[str, object]) -> None:
    """A partial date could be any of its days; only what cannot be right is told."""
    assert found(data) == []


@pytest.mark.parametrize(
    ("data", "loc", "other", "earlier", "later"),
    [
        (
            {"started": "2017", "ended": "2016", "status": {"value": "ended"}},
            ("ended",),
            "started",
            "2017-01-01",
            "2016-12-31",
        ),
        (
            {"started": "2016-05-18", "ended": "2016-05-17", "status": {"value": "ended"}},
            ("ended",),
            "started",
            "2016-05-18",
            "2016-05-17",
        ),
        (
            {"started": "2018", "status": {"value": "in-use", "as_of": "2017-05"}},
            ("status", "as_of"),
            "started",
            "2018-01-01",
            "2017-05-31",
        ),
        (
            {"started": {"value": "2018"}, "status": {"as_of": {"value": "2017", "why": ""}}},
            ("status", "as_of"),
            "started",
            "2018-01-01",
            "2017-12-31",
        ),
        (
            {"reviewed": "2026-11", "next_review": "2026-10-31"},
            ("next_review",),
            "reviewed",
            "2026-11-01",
            "2026-10-31",
        ),
    ],
)
def test_later_date_before_the_earlier_one_is_told(
    data: Mapping[str, object], loc: Loc, other: str, earlier: str, later: str
) -> None:
    """With the day before which it cannot be and the last day that it can be."""
    params = {"other": other, "earlier": earlier, "found": later}
    assert (loc, "date-before", params) in found(data)


@pytest.mark.parametrize(
    ("date", "first"),
    [("2026-11-23", "2026-11-23"), ("2026-12", "2026-12-01"), ("2027", "2027-01-01")],
)
@pytest.mark.parametrize(
    "loc",
    [
        ("status", "as_of"),
        ("reviewed",),
        ("sources", 0, "date"),
        ("contacts", 0, "verified"),
        ("outcomes", 0, "baseline", "period"),
        ("outcomes", 0, "follow_up", "period"),
        ("outcomes", 0, "comparators", 0, "baseline", "period"),
        ("outcomes", 0, "comparators", 0, "follow_up", "period"),
    ],
)
def test_what_has_been_seen_cannot_lie_ahead(loc: Loc, date: str, first: str) -> None:
    """Sources, verifications, reviews and measurements are of the past."""
    data: object = date
    for step in reversed(loc):
        data = [data] if isinstance(step, int) else {step: data}
    assert isinstance(data, dict)
    assert found(data) == [(loc, "date-ahead", {"found": first})]


@pytest.mark.parametrize("date", ["2026-11-22", "2026-11", "2026", "unknown", "2016-01-01"])
def test_today_and_a_time_that_has_begun_are_not_ahead(date: str) -> None:
    """The year that is going on may be meant so far."""
    data = {
        "reviewed": date,
        "sources": [{"date": date}],
        "outcomes": [{"baseline": {"period": date}}],
    }
    assert found(data) == []


def test_next_review_and_the_end_may_lie_ahead() -> None:
    """They are plans."""
    data = {"next_review": "2030", "ended": "2030", "status": {"value": "ended"}}
    assert found(data) == []


@pytest.mark.parametrize("status", ["in-use", "pilot", "established", "idea", "unknown"])
def test_end_without_the_status_ended_is_told(status: str) -> None:
    """Either the end or the status is wrong."""
    data = {"ended": "2016", "status": {"value": status}}
    assert found(data) == [(("status", "value"), "status-not-ended", {"found": status})]


@pytest.mark.parametrize(
    "data", [{"ended": "2016"}, {"ended": "2016", "status": {"value": "ended"}}, {"ended": ""}]
)
def test_end_with_the_status_ended_or_none_is_not_told(data: Mapping[str, object]) -> None:
    """A missing status is told as missing."""
    assert found(data) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2015", "2016"),
        ("2015", "2015-07"),
        ("2015/2016", "2016"),
        ("2015-12", "2016-01"),
        ("2015-03", "2015"),
        ("unknown", "2014"),
        ("2015", "unknown"),
        ("kevät", "syksy"),
    ],
)
def test_follow_up_that_may_come_after_the_baseline_is_not_told(before: str, after: str) -> None:
    """Whether two times may overlap depends on the indicator, which a date does not know."""
    outcome = {"baseline": {"period": before}, "follow_up": {"period": after}}
    assert found({"outcomes": [outcome]}) == []


@pytest.mark.parametrize(
    ("before", "after", "earlier", "later"),
    [
        ("2016", "2015", "2016-12-31", "2015-12-31"),
        ("2016", "2016", "2016-12-31", "2016-12-31"),
        ("2016-05", "2016-04", "2016-05-31", "2016-04-30"),
        ("2016", "2016-01/2016-04", "2016-12-31", "2016-04-30"),
        ("2016-02/2016-05", "2016-01/2016-04", "2016-05-31", "2016-04-30"),
    ],
)
@pytest.mark.parametrize("inner", [(), ("comparators", 0)])
def test_follow_up_before_the_baseline_is_told_also_of_comparators(
    before: str, after: str, earlier: str, later: str, inner: Loc
) -> None:
    """Perhaps the two are the wrong way round."""
    record: dict[str, object] = {"baseline": {"period": before}, "follow_up": {"period": after}}
    outcome = {"comparators": [record]} if inner else record
    loc = ("outcomes", 0, *inner, "follow_up", "period")
    params = {"earlier": earlier, "found": later}
    assert found({"outcomes": [outcome]}) == [(loc, "follow-up-before", params)]


@pytest.mark.parametrize(
    ("stated", "codes"),
    [
        ({"value": "2016"}, []),
        ({"value": "2016", "inferred": "false"}, []),
        ({"value": "2016", "inferred": "true", "why": "Siksi."}, []),
        ({"value": "2016", "inferred": "true"}, ["inferred-why"]),
        ({"value": "2016", "inferred": "true", "why": ""}, ["inferred-why"]),
        ({"value": "2016", "why": "Siksi."}, ["why-inferred"]),
        ({"value": "2016", "inferred": "false", "why": "Siksi."}, ["why-inferred"]),
        ({"why": "Siksi."}, []),
        ("2016", []),
    ],
)
def test_date_worked_out_says_so_and_why(stated: object, codes: list[str]) -> None:
    """At any depth of any record."""
    data = {"a": [{"b": stated}]}
    assert list(inferred_with_reason(data)) == [Finding(("a", 0, "b"), code) for code in codes]


@pytest.mark.parametrize(
    ("dated", "period", "told"),
    [
        ("2017-05-18", "2019", "2019-01-01"),
        ("2017-05-18", "2017-05-19", "2017-05-19"),
        ("2017-05", "2017-06/2017-07", "2017-06-01"),
        ("2017-05-18", "2017", None),
        ("2017-05-18", "2017-05", None),
        ("2017", "2017-12", None),
        ("unknown", "2019", None),
        ("2017-05-18", "unknown", None),
        # Told as lying ahead.
        ("2017-05-18", "2027", None),
    ],
)
@pytest.mark.parametrize(
    "inner",
    [
        ("baseline", "period"),
        ("follow_up", "period"),
        ("change_reported", "period"),
        ("comparators", 0, "follow_up", "period"),
    ],
)
def test_a_source_cannot_tell_of_what_began_after_it(
    dated: str, period: str, told: str | None, inner: Loc
) -> None:
    """A year in which it was written may be meant so far; an undated source may be of any day."""
    record: object = period
    for step in reversed(inner):
        record = [record] if isinstance(step, int) else {step: record}
    assert isinstance(record, dict)
    sources = [{"id": "a", "date": {"value": dated}}, {"id": "b", "date": "2000"}]
    data = {"sources": sources, "outcomes": [{"source": "a", **record}, {"source": "c", **record}]}
    latest = {"2017-05-18": "2017-05-18", "2017-05": "2017-05-31"}.get(dated, "")
    params = {"source": "a", "latest": latest, "found": told}
    expected = [(("outcomes", 0, *inner), "after-source", params)] if told else []
    assert [f for f in found(data) if f[1] == "after-source"] == expected
