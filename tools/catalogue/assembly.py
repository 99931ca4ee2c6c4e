"""Deriving the catalogue from checked practices."""

import datetime
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from operator import attrgetter

from catalogue.catalogue import Catalogue
from catalogue.check.body import sections
from catalogue.check.practices import section_headings
from catalogue.derive.change import change_of
from catalogue.derive.comparability import measured
from catalogue.derive.completeness import completeness_of
from catalogue.derive.evidence import Study, evidence_of, study_of
from catalogue.derive.organiser import organisers_of
from catalogue.derive.periods import uneven
from catalogue.derive.result import direction_of, result_of
from catalogue.derive.staleness import review_due
from catalogue.entry import AssessedOutcome, Entry
from catalogue.model.dates import UNKNOWN
from catalogue.model.outcome import Outcome
from catalogue.model.practice import Practice
from catalogue.model.registry import Registry
from catalogue.model.sharing import share_field_sets
from catalogue.personal import masked
from catalogue.stamp import stamp


def assemble(
    practices: Mapping[str, Practice],
    bodies: Mapping[str, str],
    registry: Registry,
    today: datetime.date,
    digests: Mapping[str, str] | None = None,
    known: Mapping[str, Entry] | None = None,
    heads: Mapping[str, str] | None = None,
    fronts: Mapping[str, str] | None = None,
) -> Catalogue:
    """Derive the catalogue from checked practices and their bodies, both by id.

    Args:
        practices: The records.
        bodies: The Markdown below each.
        registry: What they point to.
        today: The day by which things are old or lie ahead.
        digests: What tells the text of each file from every other, where that is known.
        known: Entries derived earlier with the same registry on the same day: one whose digest is
            the same is taken as it is.
        heads: What tells the front matter of each file from every other, where that is known.
        fronts: The front matter of each file as it was written, where that is known.
    """
    studies = _studies(practices)
    digests, known, heads, fronts = digests or {}, known or {}, heads or {}, fronts or {}
    entries = []
    for name, practice in practices.items():
        text = digests.get(name) or repr((practice, bodies[name]))
        around = [studies.get(_topic(name, practice, outcome)) for outcome in practice.outcomes]
        digest = stamp([text, *map(str, around)])
        entry = known.get(name)
        if entry is None or entry.digest != digest:
            entry = _entry(name, practice, bodies[name], registry, studies, today, digest)
            if head := heads.get(name):
                outer = stamp([head, *entry.texts, *map(str, around)])
                entry = replace(entry, outer=outer, head=fronts.get(name, ""))
        entries.append(entry)
    entries.sort(key=attrgetter("order"))
    return Catalogue(tuple(entries), registry, today)


def _sections(body: str, headings: Mapping[str, str]) -> dict[str, str]:
    """The text of each section of `body` by name; `headings` are those of its language."""
    names = {heading.lower(): name for name, heading in headings.items()}
    return {names[s.heading.lower()]: masked(s.text) for s in sections(body) if s.heading}


def _entry(
    name: str,
    practice: Practice,
    body: str,
    registry: Registry,
    studies: Mapping[tuple[str, str], tuple[Study, ...]],
    today: datetime.date,
    digest: str,
) -> Entry:
    share_field_sets(practice)
    places = tuple(place for place in practice.places if place != UNKNOWN)
    counties = {c.id: c for place in places if (c := registry.county_of(place))}
    return Entry(
        name,
        practice,
        _sections(body, section_headings(registry, practice.language)),
        tuple(_assessed(name, practice, o, registry, studies) for o in practice.outcomes),
        tuple(registry.municipalities[p] for p in places if p in registry.municipalities),
        tuple(counties.values()),
        organisers_of(places, registry, today),
        completeness_of(practice),
        review_due(practice, today),
        digest,
    )


def _assessed(
    name: str,
    practice: Practice,
    outcome: Outcome,
    registry: Registry,
    studies: Mapping[tuple[str, str], tuple[Study, ...]],
) -> AssessedOutcome:
    indicator = registry.indicators[outcome.indicator]
    source = next(s for s in practice.sources if s.id == outcome.source)
    apart = uneven(outcome, indicator.flow_or_stock)
    change = change_of(outcome, indicator.unit, uneven=apart)
    others = [o.id for o in practice.outcomes if outcome.id in o.contradicts]
    return AssessedOutcome(
        name,
        outcome,
        indicator,
        source,
        change,
        direction_of(change, outcome.observed),
        result_of(change, outcome.observed, indicator.good_direction),
        evidence_of(
            outcome, source, studies.get(_topic(name, practice, outcome), ()), uneven=apart
        ),
        tuple(dict.fromkeys([*outcome.contradicts, *others])),
        # What it is measured in is known even where nothing may be reckoned of it.
        measured(outcome, change_of(outcome, indicator.unit) if apart else change),
        apart,
    )


def _topic(name: str, practice: Practice, outcome: Outcome) -> tuple[str, str]:
    """What studies must share to repeat each other: the model (or practice) and the indicator."""
    return practice.model or name, outcome.indicator


def _studies(practices: Mapping[str, Practice]) -> Mapping[tuple[str, str], tuple[Study, ...]]:
    found: defaultdict[tuple[str, str], list[Study]] = defaultdict(list)
    for name, practice in practices.items():
        sources = {source.id: source for source in practice.sources}
        for outcome in practice.outcomes:
            study = study_of(outcome, sources[outcome.source])
            if study:
                found[_topic(name, practice, outcome)].append(study)
    return {topic: tuple(studies) for topic, studies in found.items()}
