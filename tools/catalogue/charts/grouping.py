"""What comparable outcomes have in common, and what is to be known before they are compared."""

from collections.abc import Iterator

from catalogue.charts.scope import breaks_between, days_of
from catalogue.derive.comparability import period_lengths
from catalogue.entry import AssessedOutcome
from catalogue.model.dates import Span
from catalogue.pages.frame import Frame

_YEAR = 12


def titled(frame: Frame, assessed: AssessedOutcome) -> str:
    """Return whom the figures of a group are of and for how long, by one of its outcomes."""
    t, outcome = frame.texts.get, assessed.outcome
    whom = frame.label("population", outcome.population) if outcome.population else ""
    lengths = [_length(frame, *length) for length in period_lengths(outcome) or ()]
    if len(lengths) == 1:
        when = t("comparison.periods.change", length=lengths[0])
    elif lengths and lengths[0] == lengths[1]:
        when = t("comparison.periods.same", length=lengths[0])
    else:
        when = t("comparison.periods.unlike", first=lengths[0], second=lengths[1])
    relative = assessed.measured.unit == "percent"
    how = t("comparison.relative") if relative else ""
    return t("comparison.group", what=", ".join(filter(None, (whom, when, how))))


def cautions(frame: Frame, group: list[AssessedOutcome]) -> Iterator[str]:
    """Yield in what the outcomes of a group differ although they may be compared."""
    t, n = frame.texts.get, frame.numerals
    times = [days for days in map(days_of, group) if days]
    if len(set(times)) > 1:
        firsts, lasts = [d[0].first.year for d in times], [d[-1].last.year for d in times]
        yield t("comparison.times-differ", first=min(firsts), last=max(lasts))
    gaps = {_months(days) for days in times if len(days) > 1}
    if len(gaps) > 1:
        short, long = (_length(frame, "months", gap) for gap in (min(gaps), max(gaps)))
        yield t("comparison.gaps-differ", short=short, long=long)
    found = breaks_between(group[0].indicator, [day for days in times for day in days])
    if found:
        listed = ", ".join(f"{mark.letter} ({n.date(item.date)})" for mark, item in found)
        yield t("comparison.breaks-between", breaks=listed)


def _months(days: tuple[Span, ...]) -> int:
    """How many months the second of two times begins after the first."""
    first, second = days[0].first, days[-1].first
    return (second.year - first.year) * _YEAR + second.month - first.month


def _length(frame: Frame, unit: str, count: int) -> str:
    if unit == "months" and count and count % _YEAR == 0:
        unit, count = "years", count // _YEAR
    return frame.texts.get(f"comparison.length.{unit}", count=count)
