"""Whether two outcomes may be put side by side as numbers."""

from dataclasses import dataclass

from catalogue.derive.change import Change
from catalogue.model.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Measured:
    """An outcome with what is needed to compare it: the unit of its change, or None."""

    outcome: Outcome
    unit: str | None


@dataclass(frozen=True, slots=True)
class Comparability:
    """Whether two outcomes are comparable; if not, `reasons` are keys under `comparability.`."""

    reasons: tuple[str, ...]

    @property
    def comparable(self) -> bool:
        """Whether nothing stands against comparing them."""
        return not self.reasons


def measured(outcome: Outcome, change: Change | None) -> Measured:
    """Return `outcome` with the unit in which its change is known."""
    if change is None:
        return Measured(outcome, None)
    return Measured(outcome, change.unit or ("ratio" if change.times is not None else "percent"))


def comparability(first: Measured, second: Measured) -> Comparability:
    """Compare what two outcomes measure.

    Two outcomes are comparable only if indicator, unit, kind of population and length of period
    match (design, section 2, "Two outcomes are comparable"). What is not known does not match.
    """
    one, other = first.outcome, second.outcome
    reasons = []
    if one.indicator != other.indicator:
        reasons.append("indicator")
    if first.unit is None or second.unit is None:
        reasons.append("no-number")
    elif first.unit != second.unit:
        reasons.append("unit")
    if one.population is None or other.population is None:
        reasons.append("population-unknown")
    elif one.population != other.population:
        reasons.append("population")
    lengths = period_lengths(one), period_lengths(other)
    if None in lengths:
        reasons.append("period-unknown")
    elif lengths[0] != lengths[1]:
        reasons.append("period")
    return Comparability(tuple(reasons))


def period_lengths(outcome: Outcome) -> tuple[tuple[str, int], ...] | None:
    """Return the lengths of the periods that the two figures cover; None where one is unknown.

    Where only the change is reported, the length of the interval it is reported over.
    """
    spans = [
        f.period.span if f and f.period else None for f in (outcome.baseline, outcome.follow_up)
    ]
    if spans[0] is not None and spans[1] is not None:
        return spans[0].length, spans[1].length
    period = outcome.change_reported.period if outcome.change_reported else None
    if period is None or "/" not in period.value or period.span is None:
        return None
    return (period.span.length,)
