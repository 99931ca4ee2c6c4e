"""Scales: where on a chart a value lies."""

import datetime
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from catalogue.model.dates import Span

_STEPS = tuple(map(Decimal, ("1", "1.2", "1.5", "2", "2.5", "3", "4", "5", "6", "8")))


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from values to pixels.

    Attributes:
        low: The value drawn at `start`.
        high: The value drawn at `end`.
        start: Pixel of `low`.
        end: Pixel of `high`.
    """

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float | Decimal) -> float:
        """Return the pixel of `value`."""
        share = (float(value) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def extent(values: Iterable[Decimal]) -> tuple[Decimal, Decimal]:
    """Return round bounds that hold `values` and zero.

    Zero always belongs to the scale: without it a tenth of a percentage point looks like a fall.
    """
    known = list(values)
    high = max((v for v in known if v > 0), default=Decimal(0))
    low = min((v for v in known if v < 0), default=Decimal(0))
    if high == low:
        high = Decimal(1)
    return -_rounded_up(-low), _rounded_up(high)


@lru_cache(maxsize=10_000)
def years(span: Span) -> tuple[float, float]:
    """Return the beginning and the end of `span` in years: all of 2016 is (2016, 2017)."""
    return _year(span.first), _year(span.last + datetime.timedelta(days=1))


def spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return `places` moved apart to be at least `gap` from each other, in the same order.

    They stay between `low` and `high` as long as there is room.
    """
    order = sorted(range(len(places)), key=lambda i: (places[i], i))
    found = [0.0] * len(places)
    previous = -math.inf
    for i in order:
        previous = found[i] = max(places[i], previous + gap, low)
    limit = high
    for i in reversed(order):
        found[i] = min(found[i], limit)
        limit = found[i] - gap
    return found


def _rounded_up(value: Decimal) -> Decimal:
    if value == 0:
        return value
    power = Decimal(1).scaleb(value.adjusted())
    step = next((s for s in _STEPS if s * power >= value), Decimal(10))
    return step * power


def _year(day: datetime.date) -> float:
    length = (datetime.date(day.year + 1, 1, 1) - datetime.date(day.year, 1, 1)).days
    return day.year + (day.timetuple().tm_yday - 1) / length
