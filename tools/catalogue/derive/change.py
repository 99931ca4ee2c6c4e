"""The change that an outcome amounts to."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from catalogue.model.outcome import Figure, Outcome

# Units with a true zero, for which "57 % less" means something. A share in percent has one too, but
# a relative change of a share is so easily taken for percentage points that it is never given.
RATIO_UNITS = frozenset({"count", "eur", "fte"})
PERCENT = "percent"
POINTS = "percentage-points"
RATIO = "ratio"
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Change:
    """How much an indicator changed; negative when it fell.

    Attributes:
        absolute: Follow-up minus baseline in `unit`; None when only a relative change is known.
        unit: The indicator's unit, or `percentage-points` for shares; None without `absolute`.
        relative: Change in percent of the baseline, unrounded; None where it has no meaning.
        times: How many times as much there would have been otherwise, as the source reckons.
        precision: exact, about, over or under; over and under speak of the size of the change.
        reported: True when the source gives the change itself, False when reckoned from two values.
    """

    absolute: Decimal | None
    unit: str | None
    relative: Decimal | None
    times: Decimal | None
    precision: str
    reported: bool

    @property
    def percent(self) -> Decimal | None:
        """The relative change to one decimal, rounded half away from zero."""
        if self.relative is None:
            return None
        return self.relative.quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def sign(self) -> int | None:
        """-1, 0 or 1; None when the number is no change over time."""
        value = self.absolute if self.absolute is not None else self.relative
        if value is None:
            return None
        return (value > 0) - (value < 0)


def change_of(outcome: Outcome, unit: str, *, uneven: bool = False) -> Change | None:
    """Return the change of `outcome`, whose indicator is measured in `unit`; None if unknown.

    Two values come first, since they can be checked; a change that the source merely states is
    used when they are lacking (design, section 2, "Derived, never typed"). Nothing is reckoned of
    values of `uneven` periods (`periods.uneven`).
    """
    baseline, follow_up = outcome.baseline, outcome.follow_up
    both = baseline and follow_up and baseline.value is not None and follow_up.value is not None
    if both and not uneven:
        assert baseline and follow_up
        return _between(baseline, follow_up, unit)
    return reported_change(outcome, unit)


def reported_change(outcome: Outcome, unit: str) -> Change | None:
    """Return the change that the source states itself, whatever its two values give."""
    reported = outcome.change_reported
    if reported is None:
        return None
    if reported.unit == RATIO:
        return Change(None, None, None, reported.value, reported.precision, reported=True)
    if reported.unit == PERCENT and unit != PERCENT:
        return Change(None, None, reported.value, None, reported.precision, reported=True)
    shown = POINTS if unit == PERCENT else unit
    return Change(reported.value, shown, None, None, reported.precision, reported=True)


def _between(baseline: Figure, follow_up: Figure, unit: str) -> Change:
    assert baseline.value is not None and follow_up.value is not None
    difference = follow_up.value - baseline.value
    relative = None
    if unit in RATIO_UNITS and baseline.value > 0:
        relative = difference / baseline.value * _HUNDRED
    exact = baseline.precision == follow_up.precision == "exact"
    shown = POINTS if unit == PERCENT else unit
    precision = "exact" if exact else "about"
    return Change(difference, shown, relative, None, precision, reported=False)
