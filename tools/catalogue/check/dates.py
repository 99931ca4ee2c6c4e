"""Dates that contradict each other, lie in the future, or were worked out without saying how."""

import datetime
from collections.abc import Iterator, Mapping

from catalogue.check.raw import FIGURES, Data, records_at, span_at, text_at, value_at
from catalogue.model.dates import Span
from catalogue.problem import Finding, Loc
from catalogue.source.yaml_text import walk

# (earlier, later): the first must not begin after the second has ended.
_ORDER: tuple[tuple[Loc, Loc], ...] = (
    (("started",), ("ended",)),
    (("started",), ("status", "as_of")),
    (("reviewed",), ("next_review",)),
)
# What has been seen or done cannot lie ahead.
_PAST: tuple[Loc, ...] = (("status", "as_of"), ("reviewed",))
_PAST_IN: tuple[tuple[str, str], ...] = (("sources", "date"), ("contacts", "verified"))


def check_dates(data: Data, today: datetime.date, said: str | None = None) -> Iterator[Finding]:
    """Yield the dates of a practice's front matter that cannot be right.

    `said` is a text in which every key of `data` stands, where one is at hand.
    """
    yield from _in_order(data)
    yield from _not_ahead(data, today)
    yield from _ended(data)
    yield from inferred_with_reason(data, said)
    dated = _dated_sources(data)
    for loc, outcome in records_at(data, "outcomes"):
        yield from _known(loc, outcome, dated.get(text_at(outcome, "source") or ""), today)
        yield from _followed(loc, outcome)
        for position, comparator in records_at(outcome, "comparators"):
            yield from _followed((*loc, *position), comparator)


def inferred_with_reason(data: Data, said: str | None = None) -> Iterator[Finding]:
    """Yield dates marked as worked out but without the reason, and reasons without the mark.

    `said` is a text in which every key of `data` stands, where one is at hand.
    """
    everything = str(data) if said is None else said
    if "inferred" not in everything and "why" not in everything:
        return
    # Nearly always all is well: that is told without the places.
    if not _unexplained(data):
        return
    for loc, value in walk(data):
        if isinstance(value, dict) and (code := _reasoning(value)):
            yield Finding(loc, code)


def _reasoning(date: Data) -> str | None:
    """What is wrong with the reason of what may be a date; None where nothing is."""
    if "value" not in date:
        return None
    inferred = date.get("inferred") == "true"
    if inferred and not date.get("why"):
        return "inferred-why"
    return "why-inferred" if "why" in date and not inferred else None


def _unexplained(value: object) -> bool:
    """Whether there is anything to tell of a date in `value`, wherever it stands."""
    if isinstance(value, dict):
        if _reasoning(value):
            return True
        value = value.values()
    elif not isinstance(value, list):
        return False
    return any(_unexplained(item) for item in value if isinstance(item, (dict, list)))


def _in_order(data: Data) -> Iterator[Finding]:
    for earlier, later in _ORDER:
        first, second = span_at(data, *earlier), span_at(data, *later)
        if first and second and first.first > second.last:
            params = {"other": ".".join(map(str, earlier)), "earlier": first.first.isoformat()}
            yield Finding(later, "date-before", {**params, "found": second.last.isoformat()})


def _not_ahead(data: Data, today: datetime.date) -> Iterator[Finding]:
    places = [*_PAST]
    for register, key in _PAST_IN:
        places += [(*loc, key) for loc, _ in records_at(data, register)]
    for loc in places:
        span = span_at(data, *loc)
        if span and span.first > today:
            yield Finding(loc, "date-ahead", {"found": span.first.isoformat()})


def _periods(outcome: Data) -> Iterator[Loc]:
    """Where the times of an outcome's figures stand, those of other places too."""
    for inner in ((), *(position for position, _ in records_at(outcome, "comparators"))):
        for key in FIGURES:
            yield (*inner, key, "period")


def _dated_sources(data: Data) -> Mapping[str, Span]:
    """The days of the sources, by id."""
    dated: dict[str, Span] = {}
    for _, source in records_at(data, "sources"):
        name, span = text_at(source, "id"), span_at(source, "date")
        if name and span:
            dated.setdefault(name, span)
    return dated


def _known(loc: Loc, outcome: Data, source: Span | None, today: datetime.date) -> Iterator[Finding]:
    """What is measured does not lie ahead, and a source cannot tell of what began after its day.

    A forecast is no outcome.
    """
    reported = ("change_reported", "period")
    for inner in (*_periods(outcome), reported):
        span = span_at(outcome, *inner)
        if span is None:
            continue
        if span.first > today:
            if inner != reported:
                yield Finding((*loc, *inner), "date-ahead", {"found": span.first.isoformat()})
        elif source and source.last < span.first:
            params = {"source": text_at(outcome, "source") or "", "latest": source.last.isoformat()}
            params["found"] = span.first.isoformat()
            yield Finding((*loc, *inner), "after-source", params)


def _ended(data: Data) -> Iterator[Finding]:
    status = text_at(data, "status", "value")
    if value_at(data, "ended") and status not in {None, "ended"}:
        yield Finding(("status", "value"), "status-not-ended", {"found": str(status)})


def _followed(loc: Loc, record: Data) -> Iterator[Finding]:
    before, after = (span_at(record, key, "period") for key in FIGURES)
    if before and after and before.first >= after.first and before.last >= after.last:
        yield Finding(
            (*loc, "follow_up", "period"),
            "follow-up-before",
            {"earlier": before.last.isoformat(), "found": after.last.isoformat()},
        )
