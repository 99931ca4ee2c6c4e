"""Scales are round, hold zero, and keep labels apart."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.charts.scale import Scale, extent, spread, years
from catalogue.model.dates import period_span

VALUES = st.decimals(min_value=-(10**12), max_value=10**12, places=4)


def test_a_scale_is_a_straight_line() -> None:
    """Its ends are where they were put."""
    scale = Scale(0, 10, 100, 0)
    assert [scale(0), scale(Decimal(5)), scale(10)] == [100, 50, 0]


@pytest.mark.parametrize(
    ("values", "bounds"),
    [
        (["33", "14"], (0, 40)),
        (["1.4", "1.3", "2.1"], (0, Decimal("2.5"))),
        (["-700000"], (-800000, 0)),
        (["-3", "5"], (-3, 5)),
        (["0"], (0, 1)),
        ([], (0, 1)),
    ],
)
def test_bounds_are_round_and_hold_zero(values: list[str], bounds: tuple[Decimal, Decimal]) -> None:
    """A scale that does not begin at zero makes small changes look great."""
    assert extent(map(Decimal, values)) == bounds


@given(st.lists(VALUES, min_size=1))
def test_bounds_hold_every_value(values: list[Decimal]) -> None:
    """Nothing is drawn outside, and the scale has a length."""
    low, high = extent(values)
    assert low <= min(*values, 0) and high >= max(*values, 0)
    assert low < high


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2016", (2016, 2017)),
        ("2016-07", (2016.497, 2016.582)),
        ("2017-01/2017-04", (2017, 2017.329)),
    ],
)
def test_periods_are_as_long_as_they_are(period: str, expected: tuple[float, float]) -> None:
    """The whole of a year ends where the next begins."""
    assert years(period_span(period)) == pytest.approx(expected, abs=0.001)


def test_labels_are_moved_apart_in_their_order() -> None:
    """Kouvola's 1.3 and Eksote's 1.1 percent lie closer than a line of text is high."""
    assert spread([100, 104, 20], 17, 0, 200) == [100, 117, 20]


@given(st.lists(st.floats(0, 200), max_size=8))
def test_labels_keep_their_distance_and_order(places: list[float]) -> None:
    """However close they lie, as long as there is room."""
    placed = spread(places, 17, 0, 200)
    order = sorted(range(len(places)), key=lambda i: (places[i], i))
    ranked = [placed[i] for i in order]
    assert all(b - a >= 17 - 1e-6 for a, b in pairwise(ranked))
    assert all(-1e-6 <= at <= 200 + 1e-6 for at in placed)
