"""Whether two outcomes may be put side by side."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.derive.change import change_of
from catalogue.derive.comparability import Measured, comparability, measured
from tests.factories import outcome

FULL: dict[str, Any] = {
    "population": "children-in-area",
    "baseline": {"value": "33", "period": "2015"},
    "follow_up": {"value": "14", "period": "2016"},
}


def a_measured(unit: str = "count", **fields: Any) -> Measured:
    """Return an outcome on an indicator in `unit`; `fields` change what is known of it."""
    found = outcome(**{**FULL, **fields})
    return measured(found, change_of(found, unit))


def reported(value: str, unit: str, period: str | None = None) -> dict[str, Any]:
    """Return the fields of an outcome of which only the change is reported."""
    change = {"value": value, "unit": unit}
    if period:
        change["period"] = period
    return {"baseline": None, "follow_up": None, "change_reported": change}


ALIKE = [
    a_measured(),
    a_measured(baseline={"value": "1", "period": "2001"}),
    a_measured(follow_up={"value": "1", "period": "2020-01/2020-12"}),
    a_measured(source="toinen", locator="s. 2", place="285", caveats=["small-numbers"]),
]


@pytest.mark.parametrize("other", ALIKE)
def test_same_indicator_unit_population_and_length_of_period_are_comparable(
    other: Measured,
) -> None:
    """What else differs, and when it was, stands against nothing; a leap year is a year."""
    found = comparability(a_measured(), other)
    assert found.reasons == ()
    assert found.comparable


@pytest.mark.parametrize(
    ("other", "reasons"),
    [
        (a_measured(indicator="emergency-placements"), ("indicator",)),
        (a_measured("eur"), ("unit",)),
        (a_measured("percent"), ("unit",)),
        (a_measured(follow_up={"period": "2016"}), ("no-number",)),
        (a_measured(population="children-placed"), ("population",)),
        (a_measured(population=None), ("population-unknown",)),
        (a_measured(follow_up={"value": "7", "period": "2017-01/2017-04"}), ("period",)),
        (a_measured(baseline={"value": "7", "period": "2015-06"}), ("period",)),
        (a_measured(follow_up={"value": "7", "period": "2016-03-31"}), ("period",)),
        (a_measured(follow_up={"value": "7", "period": "unknown"}), ("period-unknown",)),
        (a_measured(baseline={"value": "7"}), ("period-unknown",)),
        (a_measured(**reported("-50", "percent")), ("unit", "period-unknown")),
        (a_measured(**reported("2", "ratio")), ("unit", "period-unknown")),
        (a_measured(**reported("-5", "count")), ("period-unknown",)),
        (
            a_measured(
                indicator="cost-impact", population=None, baseline=None, follow_up={"value": "1"}
            ),
            ("indicator", "no-number", "population-unknown", "period-unknown"),
        ),
        (
            a_measured(
                "eur",
                indicator="cost-impact",
                population="services-in-area",
                baseline={"value": "7", "period": "2015-06"},
            ),
            ("indicator", "unit", "population", "period"),
        ),
    ],
)
def test_every_difference_is_given_as_a_reason(other: Measured, reasons: tuple[str, ...]) -> None:
    """All reasons at once, in the order in which they are checked."""
    found = comparability(a_measured(), other)
    assert found.reasons == reasons
    assert not found.comparable


def test_two_unknowns_do_not_match() -> None:
    """What is not known of either is no likeness."""
    unknown = a_measured(population=None, baseline=None, follow_up=None)
    assert comparability(unknown, unknown).reasons == (
        "no-number",
        "population-unknown",
        "period-unknown",
    )


def test_reported_changes_over_intervals_of_one_length_are_comparable() -> None:
    """The interval of a reported change is its period, as it is for the evidence level."""
    one = a_measured(**reported("-5", "count", "2015/2016"))
    other = a_measured(**reported("-8", "count", "2017/2018"))
    assert comparability(one, other).reasons == ()


def test_reported_changes_over_intervals_of_different_lengths_are_not() -> None:
    """Five fewer in two years and five fewer in four are not the same."""
    one = a_measured(**reported("-5", "count", "2015/2016"))
    other = a_measured(**reported("-5", "count", "2015/2018"))
    assert comparability(one, other).reasons == ("period",)


@pytest.mark.parametrize(
    ("fields", "indicator_unit", "unit"),
    [
        ({}, "count", "count"),
        ({}, "percent", "percentage-points"),
        (reported("-50", "percent"), "count", "percent"),
        (reported("-50", "percent"), "percent", "percentage-points"),
        (reported("-50", "eur"), "eur", "eur"),
        (reported("2", "ratio"), "count", "ratio"),
        ({"baseline": None}, "count", None),
    ],
)
def test_an_outcome_is_measured_in_the_unit_of_its_change(
    fields: dict[str, Any], indicator_unit: str, unit: str | None
) -> None:
    """Percent of the baseline, percentage points and times are three units."""
    assert a_measured(indicator_unit, **fields).unit == unit


PERIODS = st.sampled_from([None, "unknown", "2015", "2016", "2016-02", "2016-01/2016-04"])
FIGURES = st.none() | st.builds(
    lambda value, period: {
        **({"value": value} if value else {}),
        **({"period": period} if period else {}),
    },
    st.sampled_from([None, "1", "33"]),
    PERIODS,
)
CHANGES = st.none() | st.builds(
    lambda unit, period: {"value": "2", "unit": unit, **({"period": period} if period else {})},
    st.sampled_from(["count", "percent", "ratio"]),
    PERIODS,
)
MEASURED = st.builds(
    a_measured,
    st.sampled_from(["count", "percent", "eur"]),
    indicator=st.sampled_from(["care-orders", "cost-impact"]),
    population=st.sampled_from([None, "children-in-area", "staff"]),
    baseline=FIGURES,
    follow_up=FIGURES,
    change_reported=CHANGES,
)


@given(MEASURED, MEASURED)
@settings(derandomize=True, database=None, max_examples=400)
def test_comparing_is_symmetric(one: Measured, other: Measured) -> None:
    """Whichever comes first, the same stands against it."""
    assert comparability(one, other) == comparability(other, one)


@given(MEASURED)
@settings(derandomize=True, database=None, max_examples=200)
def test_an_outcome_differs_from_itself_only_in_what_is_not_known(one: Measured) -> None:
    """No likeness is refused, and no reason but an unknown is left."""
    assert set(comparability(one, one).reasons) <= {
        "no-number",
        "population-unknown",
        "period-unknown",
    }
