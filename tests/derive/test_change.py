"""The change of an outcome: derived from two values, or taken over from the source."""

from decimal import Decimal
from typing import Any

import pytest

from catalogue.derive.change import Change, change_of
from tests.factories import outcome

UNITS = ("count", "eur", "fte", "percent", "qualitative")


def two(before: str, after: str, **fields: Any) -> dict[str, Any]:
    """Return the fields of an outcome with two values."""
    return {"baseline": {"value": before}, "follow_up": {"value": after}, **fields}


@pytest.mark.parametrize(
    ("unit", "before", "after", "absolute", "shown", "relative"),
    [
        ("count", "33", "14", "-19", "count", Decimal(-19) / 33 * 100),
        ("count", "14", "33", "19", "count", Decimal(19) / 14 * 100),
        ("count", "7", "7", "0", "count", Decimal(0)),
        ("count", "0", "5", "5", "count", None),
        ("count", "5", "0", "-5", "count", Decimal(-100)),
        ("eur", "200000.5", "100000.25", "-100000.25", "eur", Decimal(-50)),
        ("eur", "-100", "50", "150", "eur", None),
        ("fte", "2.5", "5", "2.5", "fte", Decimal(100)),
        ("percent", "1.4", "1.3", "-0.1", "percentage-points", None),
        ("percent", "8", "3.8", "-4.2", "percentage-points", None),
        ("percent", "0", "3", "3", "percentage-points", None),
        ("qualitative", "2", "3", "1", "qualitative", None),
    ],
)
def test_two_values_give_difference_and_relative_change_only_on_ratio_scales(
    unit: str, before: str, after: str, absolute: str, shown: str, relative: Decimal | None
) -> None:
    """Relative change needs a true zero above which the baseline lies; shares give points."""
    found = change_of(outcome(**two(before, after)), unit)
    assert found == Change(Decimal(absolute), shown, relative, None, "exact", reported=False)


def test_the_difference_of_decimals_is_exact() -> None:
    """0.1 less is 0.1 less, not 0.09999999999999987."""
    found = change_of(outcome(**two("1.4", "1.3")), "percent")
    assert found is not None
    assert str(found.absolute) == "-0.1"


@pytest.mark.parametrize("before", ["exact", "about", "over", "under"])
@pytest.mark.parametrize("after", ["exact", "about", "over", "under"])
def test_a_difference_is_exact_only_between_two_exact_values(before: str, after: str) -> None:
    """Anything less makes it approximate: over minus under is neither over nor under."""
    found = change_of(
        outcome(
            baseline={"value": "10", "precision": before},
            follow_up={"value": "5", "precision": after},
        ),
        "count",
    )
    assert found is not None
    assert found.precision == ("exact" if before == after == "exact" else "about")


@pytest.mark.parametrize("precision", ["exact", "about", "over", "under"])
@pytest.mark.parametrize(
    ("reported", "unit", "expected"),
    [
        (("-700000", "eur"), "eur", (Decimal(-700000), "eur", None, None)),
        (("-1", "count"), "count", (Decimal(-1), "count", None, None)),
        (("-4", "percent"), "percent", (Decimal(-4), "percentage-points", None, None)),
        (("-50", "percent"), "count", (None, None, Decimal(-50), None)),
        (("-50", "percent"), "eur", (None, None, Decimal(-50), None)),
        (("12.5", "percent"), "fte", (None, None, Decimal("12.5"), None)),
        (("2", "ratio"), "count", (None, None, None, Decimal(2))),
        (("2", "ratio"), "percent", (None, None, None, Decimal(2))),
    ],
)
def test_a_reported_change_is_taken_over_as_the_source_gives_it(
    reported: tuple[str, str], unit: str, expected: tuple[Any, ...], precision: str
) -> None:
    """Its unit tells whether it is absolute, relative, or a comparison with what would be."""
    value, in_unit = reported
    change = {"value": value, "unit": in_unit, "precision": precision}
    found = change_of(outcome(change_reported=change), unit)
    assert found == Change(*expected, precision, reported=True)


@pytest.mark.parametrize("unit", UNITS)
def test_two_values_come_before_a_reported_change(unit: str) -> None:
    """Values can be checked, a statement cannot."""
    fields = two("10", "6", change_reported={"value": "-5", "unit": unit})
    found = change_of(outcome(**fields), unit)
    assert found is not None
    assert (found.absolute, found.reported) == (Decimal(-4), False)


@pytest.mark.parametrize("baseline", [None, {}, {"period": "2015"}, {"value": "33"}])
@pytest.mark.parametrize("follow_up", [None, {}, {"period": "2016"}, {"value": "14"}])
def test_without_both_values_or_a_statement_there_is_no_change(
    baseline: dict[str, str] | None, follow_up: dict[str, str] | None
) -> None:
    """One value, or only times, is no change."""
    found = change_of(outcome(baseline=baseline, follow_up=follow_up), "count")
    both = "value" in (baseline or {}) and "value" in (follow_up or {})
    assert (found is not None) is both


@pytest.mark.parametrize(
    ("reported", "unit", "sign"),
    [
        (("-3", "count"), "count", -1),
        (("3", "count"), "count", 1),
        (("0", "count"), "count", 0),
        (("-50", "percent"), "count", -1),
        (("50", "percent"), "count", 1),
        (("0", "percent"), "count", 0),
        (("2", "ratio"), "count", None),
    ],
)
def test_the_sign_is_that_of_the_change_and_a_ratio_has_none(
    reported: tuple[str, str], unit: str, sign: int | None
) -> None:
    """Twice as much without the practice is no change over time."""
    value, in_unit = reported
    found = change_of(outcome(change_reported={"value": value, "unit": in_unit}), unit)
    assert found is not None
    assert found.sign == sign
