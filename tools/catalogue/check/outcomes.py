"""Outcomes that contradict themselves or cannot be traced."""

from collections.abc import Iterator
from decimal import Decimal

from catalogue.check.raw import FIGURES, Data, number_at, records_at, span_at, text_at, value_at
from catalogue.check.reported import disagreement
from catalogue.derive.periods import FLOW
from catalogue.model.registry import Indicator, Registry
from catalogue.problem import Finding, Loc

_WORDS = {-1: "decreased", 0: "unchanged", 1: "increased"}
_ANY_UNIT = frozenset({"percent", "ratio"})
_MOST_PERCENT = Decimal(100)


def check_outcomes(data: Data, registry: Registry) -> Iterator[Finding]:
    """Yield what is wrong with the outcomes of a practice's front matter beyond their form."""
    told = bool(value_at(data, "outcomes"))
    reason = bool(value_at(data, "no_outcomes_because"))
    if not told and not reason:
        yield Finding((), "outcomes-or-reason")
    if told and reason:
        yield Finding(("no_outcomes_because",), "outcomes-and-reason")
    yield from _repeated_ids(data, "outcomes")
    yield from _repeated_ids(data, "sources")
    for loc, outcome in records_at(data, "outcomes"):
        yield from _says_something(loc, outcome)
        indicator = registry.indicators.get(text_at(outcome, "indicator") or "")
        yield from _observed(loc, outcome)
        yield from _reported(loc, outcome, indicator)
        if indicator is not None:
            yield from _units(loc, outcome, indicator, registry)
            yield from _within(loc, outcome, indicator)
        contradicted, own = value_at(outcome, "contradicts"), text_at(outcome, "id")
        if own and isinstance(contradicted, list) and own in contradicted:
            yield Finding((*loc, "contradicts"), "contradicts-itself", {"found": own})


def _repeated_ids(data: Data, register: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for loc, record in records_at(data, register):
        name = text_at(record, "id")
        if name and name in seen:
            yield Finding((*loc, "id"), "id-repeated", {"found": name})
        seen.add(name or "")


def _says_something(loc: Loc, outcome: Data) -> Iterator[Finding]:
    keys = ("statement", "baseline", "follow_up", "change_reported", "observed")
    if not any(value_at(outcome, key) for key in keys):
        yield Finding(loc, "outcome-says-nothing")


def _observed(loc: Loc, outcome: Data) -> Iterator[Finding]:
    """The word must agree with the numbers."""
    observed = text_at(outcome, "observed")
    before, after = (
        number_at(outcome, "baseline", "value"),
        number_at(outcome, "follow_up", "value"),
    )
    reported = number_at(outcome, "change_reported", "value")
    if text_at(outcome, "change_reported", "unit") == "ratio":
        reported = None
    difference = after - before if before is not None and after is not None else reported
    if difference is None:
        return
    sign = (difference > 0) - (difference < 0)
    if observed not in {None, "mixed", _WORDS[sign]} and observed in _WORDS.values():
        params = {"found": str(observed), "expected": _WORDS[sign]}
        yield Finding((*loc, "observed"), "observed-disagrees", params)


def _reported(loc: Loc, outcome: Data, indicator: Indicator | None) -> Iterator[Finding]:
    """A reported change must be the difference between the two values, as nearly as it is told."""
    expected = disagreement(outcome, indicator.unit if indicator else None)
    if expected is not None:
        found = str(number_at(outcome, "change_reported", "value"))
        place = (*loc, "change_reported", "value")
        points = indicator is not None and indicator.unit == "percent"
        code = "points-disagree" if points else "change-disagrees"
        yield Finding(place, code, {"found": found, "expected": expected})


def _units(loc: Loc, outcome: Data, indicator: Indicator, registry: Registry) -> Iterator[Finding]:
    unit = text_at(outcome, "change_reported", "unit")
    units = registry.vocabularies.get("unit")
    if units and unit in units.values and unit not in {indicator.unit, *_ANY_UNIT}:
        params = {"found": str(unit), "expected": f"{indicator.unit}, percent, ratio"}
        yield Finding((*loc, "change_reported", "unit"), "unit-disagrees", params)
    change = number_at(outcome, "change_reported", "value")
    place = (*loc, "change_reported", "value")
    if change is not None and unit == "ratio" and change <= 0:
        yield Finding(place, "ratio-not-positive", {"found": str(change)})
    if change is not None and unit == indicator.unit == "count" and change % 1:
        yield Finding(place, "count-not-whole", {"found": str(change)})


def _within(loc: Loc, outcome: Data, indicator: Indicator) -> Iterator[Finding]:
    """What the indicator allows of its figures, here and elsewhere."""
    for inner, record in (((), outcome), *records_at(outcome, "comparators")):
        place = (*loc, *inner)
        for key in FIGURES:
            value = number_at(record, key, "value")
            if value is not None:
                yield from _value((*place, key, "value"), value, indicator.unit)
        if indicator.flow_or_stock == FLOW:
            yield from _apart(place, record)


def _value(loc: Loc, value: Decimal, unit: str) -> Iterator[Finding]:
    if unit == "percent" and not 0 <= value <= _MOST_PERCENT:
        yield Finding(loc, "percent-range", {"found": str(value)})
    if unit == "count" and value < 0:
        yield Finding(loc, "negative-count", {"found": str(value)})
    elif unit == "count" and value % 1:
        yield Finding(loc, "count-not-whole", {"found": str(value)})


def _apart(loc: Loc, record: Data) -> Iterator[Finding]:
    """What has happened in both of two periods is no change from one to the other.

    Of a figure that tells how things stand, the year may be written for a day in it.
    """
    before, after = (span_at(record, key, "period") for key in FIGURES)
    # A follow-up that does not come later at all is told by its dates.
    later = before and after and (before.first < after.first or before.last < after.last)
    if later and before and after and after.first <= before.last:
        params = {"earlier": before.last.isoformat(), "found": after.first.isoformat()}
        yield Finding((*loc, "follow_up", "period"), "periods-overlap", params)
