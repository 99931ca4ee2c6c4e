"""The columns of the table of practices."""

from dataclasses import dataclass

from catalogue.entry import Entry
from catalogue.export.column import DATE, INTEGER, LIST, NUMBER, Column, Table, Value, listed
from catalogue.export.derived import practice_url
from catalogue.model.dates import UNKNOWN
from catalogue.model.practice import Practice, Staff
from catalogue.model.registry import Registry
from catalogue.model.values import StatedDate, StatedPeriod


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """A practice, and the registry in which its organisation has a name."""

    entry: Entry
    registry: Registry

    @property
    def practice(self) -> Practice:
        """The record."""
        return self.entry.practice

    @property
    def staff(self) -> Staff:
        """Who does the work; empty when not told."""
        resources = self.practice.resources
        return (resources.staff if resources else None) or Staff()


def stated(date: StatedDate | StatedPeriod | None) -> Value:
    """Return a date as it is written, without whether and why it was inferred."""
    return date.value if date else None


def organisation_name(organisation: str, registry: Registry) -> Value:
    """Return the Finnish name of an organisation; None for an unknown one."""
    return None if organisation == UNKNOWN else registry.organisations[organisation].name.fi


PRACTICE_COLUMNS: tuple[Column[PracticeRow], ...] = (
    Column("id", lambda r: r.entry.id),
    Column("url", lambda r: practice_url(r.entry.id), derived=True),
    Column("title", lambda r: r.practice.title),
    Column("language", lambda r: r.practice.language, vocabulary="language"),
    Column("summary", lambda r: r.practice.summary),
    Column("model", lambda r: r.practice.model),
    Column("kind", lambda r: r.practice.kind, vocabulary="kind"),
    Column("status", lambda r: r.practice.status.value, vocabulary="status"),
    Column("status_as_of", lambda r: stated(r.practice.status.as_of), DATE),
    Column("started", lambda r: stated(r.practice.started), DATE),
    Column("ended", lambda r: stated(r.practice.ended), DATE),
    Column("service_levels", lambda r: listed(r.practice.service_levels), LIST, "service_level"),
    Column("themes", lambda r: listed(r.practice.themes), LIST, "theme"),
    Column("target_groups", lambda r: listed(r.practice.target_groups), LIST, "target_group"),
    Column("age_min", lambda r: r.practice.age.min if r.practice.age else None, INTEGER),
    Column("age_max", lambda r: r.practice.age.max if r.practice.age else None, INTEGER),
    Column("keywords", lambda r: listed(r.practice.keywords), LIST),
    Column("places", lambda r: listed(r.practice.places), LIST, register="places"),
    Column(
        "counties",
        lambda r: listed(county.id for county in r.entry.counties),
        LIST,
        register="places",
        derived=True,
    ),
    Column("provider", lambda r: r.practice.provider, register="organisations"),
    Column(
        "provider_name",
        lambda r: organisation_name(r.practice.provider, r.registry),
        derived=True,
    ),
    Column("provider_kind", lambda r: r.practice.provider_kind, vocabulary="provider_kind"),
    Column("staff_fte", lambda r: r.staff.fte, NUMBER),
    Column("staff_headcount", lambda r: r.staff.headcount, INTEGER),
    Column(
        "funding",
        lambda r: r.practice.resources.funding if r.practice.resources else None,
        vocabulary="funding",
    ),
    Column(
        "participation",
        lambda r: r.practice.participation.level if r.practice.participation else None,
        vocabulary="participation",
    ),
    Column(
        "best_evidence_level",
        lambda r: r.entry.best_level,
        INTEGER,
        "evidence_level",
        derived=True,
    ),
    Column("outcomes", lambda r: len(r.entry.outcomes), INTEGER, derived=True),
    Column("no_outcomes_because", lambda r: r.practice.no_outcomes_because),
    Column("awards", lambda r: listed(f"{a.round}: {a.role}" for a in r.practice.awards), LIST),
    Column("sources", lambda r: len(r.practice.sources), INTEGER, derived=True),
    Column(
        "completeness",
        lambda r: r.entry.completeness.level,
        vocabulary="completeness",
        derived=True,
    ),
    Column("reviewed", lambda r: stated(r.practice.reviewed), DATE),
    Column("next_review", lambda r: stated(r.practice.next_review), DATE),
)

PRACTICES = Table("practices", PRACTICE_COLUMNS, lambda e, registry: (PracticeRow(e, registry),))
