"""Periods between which a change lies, and those between which there is none."""

from decimal import Decimal

import pytest

from catalogue.derive.periods import uneven
from tests.factories import catalogue, outcome, outcome_data, practice

PAIRS = [
    ("2015", "2016", False),
    ("2015", "2015-01/2015-12", False),
    ("2015", "2017-01/2017-04", True),
    ("2015", "2016/2017", True),
    ("2017-02", "2017-03", False),
    ("2016-02-01/2016-02-29", "2017-01", False),
    ("2015-08-01/2016-07-31", "2016", False),
    ("2014-05-18/2015-05-17", "2015-05-18/2016-05-17", False),
    ("2016-08-10/2017-06-03", "2017-08-09/2018-06-01", False),
    ("2015", "2016-01-02/2016-12-31", False),
    ("2015-01/2015-03", "2015-01-01/2015-04-20", True),
    ("2017-01/2017-04", "2018-01/2018-05", True),
    ("2016-12-31", "2017-12-31", False),
    ("2015", "2016-12-31", True),
    ("2015", "unknown", False),
    ("2015", None, False),
    ("9998-12-31", "9999-12-31", False),
]


@pytest.mark.parametrize(("before", "after", "expected"), PAIRS)
def test_periods_of_different_lengths_are_uneven(
    before: str, after: str | None, expected: bool
) -> None:
    """A year is a year and a month a month; a few days more in a school year matter nothing."""
    found = outcome(
        baseline={"value": "33", "period": before},
        follow_up={"value": "7", **({"period": after} if after else {})},
    )
    assert uneven(found, "flow") is expected
    assert not uneven(found, "stock")


YEAR = {"value": "33", "period": "2015"}
PART = {"value": "7", "period": "2017-01/2017-04"}


def test_of_uneven_periods_no_change_is_reckoned_and_they_are_no_before_and_after() -> None:
    """Seven in four months are not 79 % fewer than 33 in a year."""
    found = catalogue({"x": practice(outcomes=[outcome_data(baseline=YEAR, follow_up=PART)])})
    (made,) = found.entries[0].outcomes
    assert (made.change, made.direction, made.result, made.uneven) == (None, None, "unknown", True)
    assert (made.evidence.level, made.evidence.reason.code) == (1, "uneven-periods")
    assert [lift.code for lift in made.evidence.lifts] == ["give-even-periods"]
    # What it is measured in is known: that no number were told would be untrue.
    assert made.measured.unit == "count"


def test_a_change_that_the_source_states_is_shown_as_its_own_and_lifts_nothing() -> None:
    """It may have been reckoned of the same two figures."""
    told = {"value": "-50", "unit": "percent"}
    fields = outcome_data(baseline=YEAR, follow_up=PART, change_reported=told)
    (made,) = catalogue({"x": practice(outcomes=[fields])}).entries[0].outcomes
    assert made.change is not None and made.change.reported
    assert made.change.relative == Decimal(-50)
    assert made.evidence.level == 1


def test_a_stock_is_compared_whenever_it_was_counted() -> None:
    """The length of the period says only how exactly the time is known."""
    fields = outcome_data(indicator="long-term-placements", baseline=YEAR, follow_up=PART)
    (made,) = catalogue({"x": practice(outcomes=[fields])}).entries[0].outcomes
    assert made.change is not None and made.change.absolute == Decimal(-26)
    assert made.evidence.level == 2
