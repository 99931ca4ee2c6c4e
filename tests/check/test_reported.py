"""Whether a change that a source reports agrees with the two values beside it."""

import pytest

from catalogue.check.reported import disagreement


def outcome(
    before: str, after: str, told: str, of: str = "count", precision: str = "exact", own: str = ""
) -> dict[str, object]:
    """An outcome with both values and a reported change; `own` is the precision of the values."""
    precise = {"precision": own} if own else {}
    return {
        "baseline": {"value": before, **precise},
        "follow_up": {"value": after, **precise},
        "change_reported": {"value": told, "unit": of, "precision": precision},
    }


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("count", outcome("33", "14", "-19")),
        ("count", outcome("33", "14", "-20")),
        ("count", outcome("33", "14", "-20", precision="about")),
        ("count", outcome("33", "14", "-15", precision="over")),
        ("count", outcome("33", "14", "-20", precision="under")),
        ("count", outcome("33", "14", "-57.6", "percent")),
        ("count", outcome("33", "14", "-58", "percent")),
        ("count", outcome("33", "14", "-60", "percent")),
        ("count", outcome("33", "14", "-50", "percent", "about")),
        ("count", outcome("33", "14", "-50", "percent", "over")),
        ("count", outcome("10", "30", "200", "percent")),
        ("count", outcome("30", "10", "-17", precision="about", own="about")),
        ("count", outcome("14", "14", "0")),
        ("percent", outcome("1.4", "1.3", "-0.1", "percent")),
        ("percent", outcome("1.4", "1.3", "-0.12", "percent")),
        ("percent", outcome("8", "3.8", "-4", "percent")),
        ("eur", outcome("1200000", "500000", "-740000", "eur")),
        ("eur", outcome("450000.50", "450000.25", "-0.25", "eur")),
        ("fte", outcome("2.5", "3", "0.5", "fte")),
    ],
)
def test_a_rounded_change_agrees(unit: str, told: dict[str, object]) -> None:
    """As it is written, as "about" is meant, and as "over" and "under" speak of its size."""
    assert disagreement(told, unit) is None


@pytest.mark.parametrize(
    ("unit", "told", "expected"),
    [
        ("count", outcome("33", "14", "-5"), "-19"),
        ("count", outcome("33", "14", "-18"), "-19"),
        ("count", outcome("33", "14", "19"), "-19"),
        ("count", outcome("33", "14", "0"), "-19"),
        ("count", outcome("33", "14", "-25", precision="over"), "-19"),
        ("count", outcome("33", "14", "-15", precision="under"), "-19"),
        ("count", outcome("33", "14", "-10", precision="about"), "-19"),
        ("count", outcome("33", "14", "-5", own="about"), "-19"),
        ("count", outcome("33", "14", "-50", "percent", "under"), "-57.6"),
        ("count", outcome("33", "14", "-70", "percent", "over"), "-57.6"),
        ("count", outcome("33", "14", "-56", "percent"), "-57.6"),
        ("count", outcome("33", "33", "-1", "percent"), "0.0"),
        ("count", outcome("0", "3", "-3"), "3"),
        ("percent", outcome("1.4", "1.3", "-0.4", "percent"), "-0.1"),
        ("percent", outcome("80", "40", "-20", "percent"), "-40"),
        # Percentage points, not percent of the share.
        ("percent", outcome("1.4", "1.3", "-7", "percent"), "-0.1"),
        ("eur", outcome("1200000", "500000", "-200000", "eur"), "-700000"),
    ],
)
def test_another_change_does_not_and_the_right_one_is_told(
    unit: str, told: dict[str, object], expected: str
) -> None:
    """In the unit of the reported change; a relative one to one decimal."""
    assert disagreement(told, unit) == expected


@pytest.mark.parametrize(
    "told",
    [
        {"baseline": {"value": "33"}, "change_reported": {"value": "-5", "unit": "count"}},
        {"baseline": {"value": "33"}, "follow_up": {"value": "14"}},
        outcome("33", "14", "2", "ratio"),
        outcome("33", "14", "-5", "eur"),
        outcome("33", "14", "-5", own="over"),
        outcome("0", "14", "5", "percent"),
        outcome("33", "14", "paljon"),
    ],
)
def test_what_cannot_be_held_against_the_values_is_not(told: dict[str, object]) -> None:
    """A value lacking or without a bound, a ratio to what would have been, or another unit."""
    assert disagreement(told, "count") is None
