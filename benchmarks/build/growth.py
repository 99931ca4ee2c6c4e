"""Numbers of several runs made into what the report says: medians, spreads, ratios, growth."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Spread:
    """Several measurements of one thing."""

    values: tuple[float, ...]

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.values)

    def text(self, digits: int = 1) -> str:
        """Return the median, and the least and the greatest where there are several."""
        shown = f"{self.middle:,.{digits}f}"
        if len(self.values) == 1:
            return shown
        return f"{shown} ({min(self.values):,.{digits}f}–{max(self.values):,.{digits}f})"


def ratio(of: Spread, to: Spread) -> Spread:
    """Return how many times `to` each run of `of` is.

    The runs alternate, so the first of one was made beside the first of the other: what slowed
    the machine down then slowed both.
    """
    return Spread(tuple(a / b for a, b in zip(of.values, to.values, strict=False)))


def exponent(small: int, took: float, large: int, longer: float) -> float:
    """Return k where the cost grows as the size to the power of k: 1 is linear, 2 quadratic."""
    return math.log(longer / took) / math.log(large / small)


def sizes_for_growth(sizes: Sequence[int]) -> tuple[int, int] | None:
    """Return the sizes between which growth is told: from 1,000 on, where starting is no cost."""
    told = [size for size in sizes if size >= 1_000]
    return (min(told), max(told)) if len(told) > 1 else None
