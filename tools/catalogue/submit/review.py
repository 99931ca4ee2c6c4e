"""What an editor should look at in a practice, beyond what the check decides."""

import datetime
from collections.abc import Iterator, Mapping

from catalogue.derive.evidence import evidence_of, has_number
from catalogue.derive.periods import uneven
from catalogue.derive.staleness import CONTACT_YEARS, STATUS_YEARS, older_than, review_due
from catalogue.messages import Messages
from catalogue.model.practice import Practice
from catalogue.model.registry import Registry

Remarks = Mapping[str, tuple[str, ...]]
_PART_YEAR = "part-year"


def remarks(
    now: Practice,
    before: Practice | None,
    registry: Registry,
    today: datetime.date,
    texts: Messages,
) -> Remarks:
    """Return remarks by the key of their heading under `review.`; `before` is the version in use.

    A new practice has no `before`: then every claim is new. What has changed, `changed` tells.
    """
    return {
        "good": tuple(_good(now, texts)),
        "claims": tuple(_claims(now, before, texts)),
        "sources": tuple(_sources(now, texts)),
        "contacts": tuple(_contacts(now, before, today, texts)),
        "dates": tuple(_dates(now, today, texts)),
        "evidence": tuple(_evidence(now, registry, texts)),
    }


def _good(now: Practice, texts: Messages) -> Iterator[str]:
    yield texts.get("review.has-sources", count=len(now.sources))
    if now.outcomes:
        yield texts.get("review.has-outcomes", count=len(now.outcomes))
        numbers = sum(has_number(outcome) for outcome in now.outcomes)
        if numbers:
            yield texts.get("review.has-numbers", count=numbers)


def _claims(now: Practice, before: Practice | None, texts: Messages) -> Iterator[str]:
    old = {outcome.id: outcome for outcome in before.outcomes} if before else {}
    for outcome in now.outcomes:
        said = {"id": outcome.id, "statement": outcome.statement or outcome.indicator}
        if outcome.id not in old:
            yield texts.get("review.new-outcome", **said)
        elif old[outcome.id] != outcome:
            yield texts.get("review.changed-outcome", **said)


def _sources(now: Practice, texts: Messages) -> Iterator[str]:
    used = {outcome.source for outcome in now.outcomes}
    for outcome in now.outcomes:
        if outcome.locator is None:
            yield texts.get("review.no-locator", id=outcome.id)
    for source in now.sources:
        if source.url is None:
            yield texts.get("review.no-url", id=source.id)
        if source.date is None or not source.date.known:
            yield texts.get("review.no-date", id=source.id)
        if now.outcomes and source.id not in used:
            yield texts.get("review.unused", id=source.id)
    if {source.independence for source in now.sources} == {"self"}:
        yield texts.get("review.only-self")


def _contacts(
    now: Practice, before: Practice | None, today: datetime.date, texts: Messages
) -> Iterator[str]:
    known = before.contacts if before else ()
    for contact in now.contacts:
        if contact.withdrawn:
            continue
        who = ", ".join(part for part in (contact.name, contact.role) if part)
        if contact not in known:
            yield texts.get("review.contact", who=who)
        if older_than(contact.verified, CONTACT_YEARS, today):
            yield texts.get("review.contact-old", who=who, date=contact.verified.value)


def _dates(now: Practice, today: datetime.date, texts: Messages) -> Iterator[str]:
    as_of, due = now.status.as_of, now.next_review
    if as_of is not None and older_than(as_of, STATUS_YEARS, today):
        yield texts.get("review.status-old", date=as_of.value)
    if due is not None and review_due(now, today):
        yield texts.get("review.review-due", date=due.value)


def _evidence(now: Practice, registry: Registry, texts: Messages) -> Iterator[str]:
    sources = {source.id: source for source in now.sources}
    for outcome in now.outcomes:
        if outcome.source not in sources:
            continue
        indicator = registry.indicators.get(outcome.indicator)
        apart = indicator is not None and uneven(outcome, indicator.flow_or_stock)
        found = evidence_of(outcome, sources[outcome.source], uneven=apart)
        lifts = (texts.get(f"evidence.lift.{lift.code}", **lift.params) for lift in found.lifts)
        level = str(found.level)
        yield texts.get(
            "review.level",
            id=outcome.id,
            level=level,
            name=registry.term("evidence_level", level).label.get(texts.language),
            reason=texts.get(f"evidence.reason.{found.reason.code}", **found.reason.params),
            lift=" ".join(lifts),
        ).strip()
        if apart and _PART_YEAR not in outcome.caveats:
            caveat = registry.term("caveat", _PART_YEAR).label.get(texts.language)
            yield texts.get("review.part-year", id=outcome.id, caveat=caveat)
