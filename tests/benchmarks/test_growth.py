"""Medians, spreads, ratios and growth."""

import pytest
from benchmarks.build.growth import Spread, exponent, ratio, sizes_for_growth


@pytest.mark.parametrize(("longer", "power"), [(10.0, 0.0), (100.0, 1.0), (1000.0, 2.0)])
def test_the_exponent_is_the_power_of_the_size(longer: float, power: float) -> None:
    """A cost that stays is 0, one that grows as the size 1, as its square 2."""
    assert exponent(1_000, 10.0, 10_000, longer) == pytest.approx(power)


def test_several_runs_are_told_as_median_and_extremes() -> None:
    """In any order; one run has no spread."""
    assert Spread((3.0, 1.0, 2.5)).text() == "2.5 (1.0–3.0)"
    assert Spread((1234.56,)).text(2) == "1,234.56"


def test_the_ratio_is_taken_of_each_turn() -> None:
    """What slowed the machine in a turn slowed both."""
    assert ratio(Spread((2.0, 20.0)), Spread((1.0, 10.0))).values == (2.0, 2.0)


@pytest.mark.parametrize(
    ("sizes", "ends"),
    [
        ([100, 1_000, 5_000, 10_000], (1_000, 10_000)),
        ([100, 1_000], None),
        ([], None),
    ],
)
def test_growth_is_told_from_a_thousand_on(sizes: list[int], ends: tuple[int, int] | None) -> None:
    """Below that, starting is most of the cost."""
    assert sizes_for_growth(sizes) == ends
