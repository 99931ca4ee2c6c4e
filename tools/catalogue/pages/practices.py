"""The list of practices and the page of each."""

from collections.abc import Iterator
from functools import partial

from catalogue.charts.outcome import drawn
from catalogue.charts.telling import good_direction
from catalogue.derive.staleness import CONTACT_YEARS, STATUS_YEARS, older_than
from catalogue.entry import AssessedOutcome, Entry
from catalogue.feeds.entry import updated_of
from catalogue.model.dates import UNKNOWN
from catalogue.model.practice import Contact, Status
from catalogue.model.values import StatedDate
from catalogue.pages.citation import cited_as
from catalogue.pages.contradictions import Contradiction, contradictions
from catalogue.pages.frame import Frame
from catalogue.pages.lot import Lot
from catalogue.pages.page import Page
from catalogue.pages.sheet import Sheet, sheets
from catalogue.pages.structured import MOST_LISTED
from catalogue.problem import Loc, dotted

# What a page asks for at most; the rest is in the field reference.
_SHOWN_MISSING = 12
PER_PAGE = 100


def practice_list(frame: Frame) -> Iterator[Lot]:
    """All practices, those that have ended last, a hundred to a page.

    Scripts turn the first page into search and facets; without them the pages lead to everything.
    """
    t = frame.texts.get
    entries = frame.catalogue.in_use_first

    def sheet_page(sheet: Sheet[Entry]) -> list[Page]:
        page = frame.page(
            "practices.html",
            sheet.url,
            sheet.titled(frame, t("list.title")),
            t("list.description"),
            kind="browse",
            sheet=sheet,
        )
        return [page]

    for sheet in sheets(entries, "kaytannot/", PER_PAGE):
        about = [*sheet.items, *entries[:MOST_LISTED]]
        yield Lot(sheet.url, partial(sheet_page, sheet), about, (sheet.before, sheet.total))


def comparison(frame: Frame) -> Page:
    """The page on which a script puts chosen practices side by side."""
    t = frame.texts.get
    return frame.page(
        "compare.html", "vertailu/", t("compare.title"), t("compare.description"), kind="table"
    )


def practice(frame: Frame, entry: Entry) -> Page:
    """Everything the catalogue knows of one practice."""
    record = entry.practice
    words = frame.told(record)
    related = frame.catalogue.related(entry)
    groups = outcome_groups(frame, entry)
    return frame.page(
        "practice.html",
        f"kaytannot/{entry.id}/",
        words.title,
        words.summary,
        kind="practice",
        entry=entry,
        practice=record,
        words=words,
        places=[place for place in record.places if place != UNKNOWN],
        contacts=[(c, contact_stale(c, frame)) for c in record.contacts if not c.withdrawn],
        status_old=status_old(record.status.as_of, frame) and record.status.value != "ended",
        status_undated=status_undated(record.status),
        # The provider need not organise the services any more.
        organised_by=", ".join(frame.name(o.county.name) for o in entry.organisers if o.since),
        missing=missing_labels(frame, entry),
        same_model=frame.catalogue.siblings(entry),
        has_model_page=len(frame.catalogue.by_model.get(record.model or "", ())) > 1,
        related=related,
        outcome_groups=groups,
        two_kinds=len(groups) > 1,
        path=f"practices/{entry.id}.md",
        silent_counters=silent_counters(entry),
        charts={
            o.outcome.id: (
                drawn(frame, o, f"kuva-{o.outcome.id}"),
                good_direction(frame, o.indicator),
            )
            for o in entry.outcomes
        },
        contradictions=[(claims_heading(frame, c), c) for c in contradictions(entry)],
        cited=cited_as(
            frame,
            words.title,
            f"kaytannot/{entry.id}/",
            updated_of(frame, entry),
            words.title_language,
        ),
    )


def outcome_groups(frame: Frame, entry: Entry) -> list[tuple[str, list[AssessedOutcome]]]:
    """The outcomes told in numbers, best known first, and those told in words, where there are."""
    numbers = [o for o in entry.outcomes if o.evidence.level > 0]
    numbers.sort(key=lambda o: -o.evidence.level)
    words = [o for o in entry.outcomes if o.evidence.level == 0]
    t = frame.texts.get
    groups = [(t("outcomes.in-numbers"), numbers), (t("outcomes.in-words"), words)]
    return [(heading, outcomes) for heading, outcomes in groups if outcomes]


def claims_heading(frame: Frame, found: Contradiction) -> str:
    """The heading of claims that do not agree: what they are about, since there may be several."""
    about = dict.fromkeys(frame.name(claim.indicator.name) for claim in found.claims)
    return frame.texts.get("contradiction.of", indicators=", ".join(about))


def contact_stale(contact: Contact, frame: Frame) -> bool:
    """Whether the contact was verified so long ago that the organisation comes first."""
    return older_than(contact.verified, CONTACT_YEARS, frame.catalogue.today)


def status_old(as_of: StatedDate | None, frame: Frame) -> bool:
    """Whether it is long since anybody said that the practice is alive."""
    return (
        as_of is not None and as_of.known and older_than(as_of, STATUS_YEARS, frame.catalogue.today)
    )


def status_undated(status: Status) -> bool:
    """Whether a practice is said to be alive, and nobody knows when that was said."""
    dated = status.as_of is not None and status.as_of.known
    return not dated and status.value not in ("ended", UNKNOWN)


def silent_counters(entry: Entry) -> dict[str, tuple[str, ...]]:
    """For each indicator the practice reports, its counter-indicators that it does not report."""
    reported = {assessed.outcome.indicator for assessed in entry.outcomes}
    silent = {
        assessed.outcome.indicator: tuple(
            other for other in assessed.indicator.counter_indicators if other not in reported
        )
        for assessed in entry.outcomes
    }
    return {indicator: others for indicator, others in silent.items() if others}


def missing_labels(frame: Frame, entry: Entry) -> list[str]:
    """The labels of the fields that the record does not tell, each once."""
    labels = [_label(frame, loc) for loc in entry.completeness.missing]
    return list(dict.fromkeys(labels))[:_SHOWN_MISSING]


def _label(frame: Frame, loc: Loc) -> str:
    top = str(loc[0])
    name = frame.texts.get(f"field.Practice.{top}.label")
    if len(loc) == 1:
        return name
    key = f"missing.{top}.{loc[-1]}"
    return frame.texts.get(key) if frame.texts.has(key) else f"{name}: {dotted(loc[1:])}"
