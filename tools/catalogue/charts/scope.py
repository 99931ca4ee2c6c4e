"""What of an outcome there is to draw, and what charts on one scale share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from catalogue.charts.course import Mark
from catalogue.charts.scale import years
from catalogue.derive.change import Change
from catalogue.entry import AssessedOutcome
from catalogue.model.dates import Span
from catalogue.model.outcome import Figure
from catalogue.model.registry import Break, Indicator

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_Sides = list[tuple[Figure | None, Figure | None]]


@dataclass(frozen=True, slots=True)
class Scope:
    """What charts on one scale share: lowest and highest value, first year and year after last."""

    values: tuple[Decimal, Decimal] | None = None
    years: tuple[int, int] | None = None


def valued(assessed: AssessedOutcome) -> list[Figure]:
    """Return the figures of the practice's own place that have a value."""
    sides = (assessed.outcome.baseline, assessed.outcome.follow_up)
    return [figure for figure in sides if figure and figure.value is not None]


def size_of(change: Change | None) -> Decimal | None:
    """Return how long the bar of a change is; None when it cannot be drawn as one."""
    if change is None:
        return None
    return change.absolute if change.absolute is not None else change.relative


def has_course(assessed: AssessedOutcome) -> bool:
    """Whether there is any value of the indicator itself to draw."""
    return bool(valued(assessed))


def has_bar(assessed: AssessedOutcome) -> bool:
    """Whether its change can be drawn as a bar."""
    return size_of(assessed.change) is not None


def values_of(assessed: AssessedOutcome) -> Iterator[Decimal]:
    """Yield every value that the chart of an outcome shows, those of other places too."""
    yield from (f.value for side in _sides(assessed) for f in side if f and f.value is not None)


def spans_of(assessed: AssessedOutcome) -> tuple[tuple[float, float], ...]:
    """Return the periods of the figures of an outcome that are known, in years."""
    outcome = assessed.outcome
    periods = [f.period for f in (outcome.baseline, outcome.follow_up) if f and f.period]
    return tuple(years(p.span) for p in periods if p.span)


def shown_years(assessed: AssessedOutcome) -> Iterator[float]:
    """Yield the ends of every period that the chart of an outcome shows, in years."""
    periods = [f.period for side in _sides(assessed) for f in side if f and f.period]
    yield from (end for period in periods if period.span for end in years(period.span))


def breaks_within(indicator: Indicator, low: float, high: float) -> list[tuple[Mark, Break]]:
    """Return the breaks of the series between two times.

    A break has the same letter in every chart of its indicator.
    """
    dated = [(years(b.date.span), b) for b in indicator.breaks if b.date.span]
    dated.sort(key=lambda item: item[0])
    return [
        (Mark(letter, *span), item)
        for letter, (span, item) in zip(_LETTERS, dated, strict=False)
        if low <= span[0] < high
    ]


def days_of(assessed: AssessedOutcome) -> tuple[Span, ...]:
    """Return the days of the figures of an outcome, or those over which its change is reported."""
    outcome = assessed.outcome
    periods = [f.period for f in (outcome.baseline, outcome.follow_up) if f]
    if not any(periods) and outcome.change_reported:
        periods = [outcome.change_reported.period]
    return tuple(p.span for p in periods if p and p.span)


def breaks_between(indicator: Indicator, days: Sequence[Span]) -> list[tuple[Mark, Break]]:
    """Return the breaks of the series that lie between the first and the last of `days`.

    One of which only the year is known may lie anywhere in it.
    """
    if not days:
        return []
    first, last = min(d.first for d in days), max(d.last for d in days)
    return [
        (mark, item)
        for mark, item in breaks_within(indicator, float("-inf"), float("inf"))
        if item.date.span and first < item.date.span.last and item.date.span.first <= last
    ]


def _sides(assessed: AssessedOutcome) -> _Sides:
    outcome = assessed.outcome
    return [
        (outcome.baseline, outcome.follow_up),
        *((c.baseline, c.follow_up) for c in outcome.comparators),
    ]
