"""Outcomes that contradict themselves or cannot be traced."""

from collections.abc import Iterator
from decimal import Decimal

from catalogue.check.raw import Data, number_at, records_at, text_at, value_at
from catalogue.model.registry import Registry
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
        yield from _observed(loc, outcome)
        yield from _units(loc, outcome, registry)
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
    if before is not None and after is not None and reported is not None:
        yield from _reported_agrees(loc, outcome, before, after, reported)


def _reported_agrees(
    loc: Loc, outcome: Data, before: Decimal, after: Decimal, reported: Decimal
) -> Iterator[Finding]:
    """A reported change must have the direction of the difference between the two values."""
    difference = after - before
    if (difference > 0) != (reported > 0) or (difference < 0) != (reported < 0):
        params = {"found": str(reported), "expected": str(difference)}
        yield Finding((*loc, "change_reported", "value"), "change-disagrees", params)


def _units(loc: Loc, outcome: Data, registry: Registry) -> Iterator[Finding]:
    indicator = registry.indicators.get(text_at(outcome, "indicator") or "")
    if indicator is None:
        return
    unit = text_at(outcome, "change_reported", "unit")
    known = registry.vocabularies["unit"].values
    if unit in known and unit not in {indicator.unit, *_ANY_UNIT}:
        params = {"found": str(unit), "expected": f"{indicator.unit}, percent, ratio"}
        yield Finding((*loc, "change_reported", "unit"), "unit-disagrees", params)
    ratio = number_at(outcome, "change_reported", "value") if unit == "ratio" else None
    if ratio is not None and ratio <= 0:
        place = (*loc, "change_reported", "value")
        yield Finding(place, "ratio-not-positive", {"found": str(ratio)})
    for key in ("baseline", "follow_up"):
        value = number_at(outcome, key, "value")
        if value is None:
            continue
        if indicator.unit == "percent" and not 0 <= value <= _MOST_PERCENT:
            yield Finding((*loc, key, "value"), "percent-range", {"found": str(value)})
        if indicator.unit == "count" and value < 0:
            yield Finding((*loc, key, "value"), "negative-count", {"found": str(value)})
