"""The catalogue: every checked practice with all that follows from it. Views read this alone."""

import datetime
import hashlib
import itertools
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import attrgetter
from typing import TypeVar, cast

from catalogue.changed import Changes, practice_file
from catalogue.check.body import sections
from catalogue.check.practices import section_headings
from catalogue.derive.change import Change, change_of
from catalogue.derive.comparability import Measured, measured
from catalogue.derive.completeness import Completeness, completeness_of
from catalogue.derive.evidence import Evidence, Study, evidence_of, study_of
from catalogue.derive.organiser import Organiser, organisers_of
from catalogue.derive.result import direction_of, result_of
from catalogue.derive.since import Since
from catalogue.derive.staleness import review_due
from catalogue.model.dates import UNKNOWN
from catalogue.model.outcome import Outcome
from catalogue.model.practice import Citation, Practice
from catalogue.model.registry import County, Indicator, Municipality, Registry, Round
from catalogue.model.sharing import share_field_sets
from catalogue.model.values import StatedDate
from catalogue.render import rendered

P = TypeVar("P")
# How many other practices of its model the page of a practice names.
SIBLINGS = 8
_ID = attrgetter("id")


@dataclass(frozen=True, slots=True)
class AssessedOutcome:
    """An outcome with its derived values.

    Attributes:
        practice: Id of the practice.
        outcome: The claim as written.
        indicator: What it measures.
        source: The source it rests on.
        change: How much changed, if any number tells.
        direction: decreased, increased, unchanged, mixed, or None.
        result: good, unchanged, bad, mixed, ambiguous or unknown.
        evidence: The evidence level, its reason and what would lift it.
        contradicts: Ids of the outcomes that say otherwise, whichever side declared it.
        measured: What comparing needs.
    """

    practice: str
    outcome: Outcome
    indicator: Indicator
    source: Citation
    change: Change | None
    direction: str | None
    result: str
    evidence: Evidence
    contradicts: tuple[str, ...]
    measured: Measured


@dataclass(frozen=True)
class Entry:
    """A practice with everything derived from it.

    Attributes:
        id: File stem, and last part of the URL.
        practice: The record.
        texts: The sections of the body as they were written, by name, in order.
        outcomes: The assessed outcomes, in the order of the record.
        municipalities: The municipalities among its places.
        counties: The wellbeing services counties in which its places lie.
        organisers: Who organises the services there now.
        completeness: Stub, partial or complete, and what is missing.
        review_due: Whether its date of next review has passed.
        digest: Tells it from itself at another time, registry and day being the same.
        outer: The same of all but the texts of its sections: of what other pages show of it.
    """

    id: str
    practice: Practice
    texts: Mapping[str, str]
    outcomes: tuple[AssessedOutcome, ...]
    municipalities: tuple[Municipality, ...]
    counties: tuple[County, ...]
    organisers: tuple[Organiser, ...]
    completeness: Completeness
    review_due: bool
    digest: str = ""
    outer: str = ""

    def keep(self) -> None:
        """From now on keep what is made of the entry (`part`): it lives as long as the entry."""
        self.__dict__.setdefault("_kept", {})

    def part(self, name: Hashable, make: Callable[[], P]) -> P:
        """Return the part `name` of a file that gathers many entries, which `make` makes of this.

        It may show the entry, registry and settings alone. Unless the entry keeps its parts, it is
        made every time.
        """
        kept = self.__dict__.get("_kept")
        if kept is None:
            return make()
        if name not in kept:
            kept[name] = make()
        return cast(P, kept[name])

    @property
    def sections(self) -> Mapping[str, str]:
        """Safe HTML of each section, made when it is asked for: it takes long, and much room."""
        return {section: rendered(text) for section, text in self.texts.items()}

    @cached_property
    def reviewed_at(self) -> str:
        """The beginning of the day of its editorial review, ISO 8601; "" where that is unknown."""
        reviewed = self.practice.reviewed
        if reviewed is None or reviewed.span is None:
            return ""
        return f"{reviewed.span.first.isoformat()}T00:00:00Z"

    @cached_property
    def order(self) -> tuple[str, str]:
        """A key that sorts by the title."""
        return alphabetical(self.practice.title), self.id

    @property
    def best_level(self) -> int | None:
        """The highest evidence level among its outcomes; None without outcomes."""
        return max((o.evidence.level for o in self.outcomes), default=None)

    @property
    def ended(self) -> bool:
        """Whether the practice is no longer in use."""
        return self.practice.status.value == "ended"


@dataclass(frozen=True)
class Catalogue:
    """All entries in the order of their titles, and the registry."""

    entries: tuple[Entry, ...]
    registry: Registry
    today: datetime.date
    # What has changed in the rounds that were frozen, by round.
    since: Mapping[str, Since] = field(default_factory=dict)
    # When the files of the content were changed, as far as the history is at hand.
    changed: Changes = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Entries by id."""
        return {entry.id: entry for entry in self.entries}

    def related(self, entry: Entry) -> list[tuple[Entry, str]]:
        """Return those that `entry` names as related, and how, as far as they are published."""
        named = ((self.by_id.get(r.practice), r.how) for r in entry.practice.related)
        return [(other, how) for other, how in named if other is not None]

    def part(self, names: Iterable[str]) -> "Catalogue":
        """Return a catalogue of `names` and of the entries that their pages name."""
        wanted = dict.fromkeys(names)
        for entry in [self.by_id[name] for name in wanted]:
            wanted |= dict.fromkeys(r.practice for r in entry.practice.related)
            wanted |= dict.fromkeys(sibling.id for sibling in self.siblings(entry))
        places = sorted(self._positions[name] for name in wanted if name in self._positions)
        entries = tuple(self.entries[place] for place in places)
        ids = [i for entry in entries for i in (entry.id, *entry.practice.former_ids)]
        files = [file for i in ids if (file := practice_file(i)) in self.changed]
        changed = {file: self.changed[file] for file in files}
        return replace(self, entries=entries, since={}, changed=changed)

    def stamp(self, entries: Iterable[Entry]) -> str:
        """Return what tells `entries`, in their order, from others and from earlier ones."""
        return _digest(map(self._stamps.__getitem__, map(_ID, entries)))

    def outer_stamp(self, entries: Iterable[Entry]) -> str:
        """Return a stamp of `entries` for what does not show the texts of their sections."""
        return _digest(map(self._outer_stamps.__getitem__, map(_ID, entries)))

    @cached_property
    def _stamps(self) -> Mapping[str, str]:
        return {e.id: f"{e.id} {e.digest} {self._changes(e)}" for e in self.entries}

    @cached_property
    def _outer_stamps(self) -> Mapping[str, str]:
        # Where the two are not told apart, the digest of all.
        return {e.id: f"{e.id} {e.outer or e.digest} {self._changes(e)}" for e in self.entries}

    def _changes(self, entry: Entry) -> str:
        """When its files were changed, where any history is at hand."""
        if not self.changed:
            return ""
        files = map(practice_file, (entry.id, *entry.practice.former_ids))
        return str([self.changed.get(file) for file in files])

    @cached_property
    def _positions(self) -> Mapping[str, int]:
        return {entry.id: position for position, entry in enumerate(self.entries)}

    @cached_property
    def in_use_first(self) -> tuple[Entry, ...]:
        """Entries in the order in which they are listed: those that have ended last."""
        return tuple(sorted(self.entries, key=lambda entry: entry.ended))

    @cached_property
    def by_theme(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by theme."""
        return self._grouped(lambda entry: entry.practice.themes)

    @cached_property
    def by_county(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by id of the wellbeing services county."""
        return self._grouped(lambda entry: [county.id for county in entry.counties])

    @cached_property
    def by_municipality(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by municipality code."""
        return self._grouped(lambda entry: [place.code for place in entry.municipalities])

    @cached_property
    def by_model(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by model: those in use first, and of them those with the highest evidence."""
        found = self._grouped(lambda entry: [entry.practice.model] if entry.practice.model else [])
        return {model: tuple(sorted(entries, key=_by_evidence)) for model, entries in found.items()}

    def siblings(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the first others of the model of `entry`, but for those it names as related.

        A model may be in use in every municipality: its own page has them all.
        """
        named = {entry.id, *(related.practice for related in entry.practice.related)}
        others = self.by_model.get(entry.practice.model or "", ())
        found = (other for other in others if other.id not in named)
        return tuple(itertools.islice(found, SIBLINGS))

    @cached_property
    def by_round(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by award round."""
        return self._grouped(lambda entry: [award.round for award in entry.practice.awards])

    @cached_property
    def by_indicator(self) -> Mapping[str, tuple[AssessedOutcome, ...]]:
        """Assessed outcomes by indicator, in the order of the entries."""
        found: defaultdict[str, list[AssessedOutcome]] = defaultdict(list)
        for entry in self.entries:
            for outcome in entry.outcomes:
                found[outcome.outcome.indicator].append(outcome)
        return {name: tuple(outcomes) for name, outcomes in found.items()}

    @cached_property
    def last_review(self) -> StatedDate | None:
        """The newest date on which any entry was reviewed; None when none was."""
        dates = [entry.practice.reviewed for entry in self.entries]
        known = [date for date in dates if date and date.known]
        return max(known, key=lambda date: date.value, default=None)

    def rounds(self) -> tuple[tuple[str, Round], ...]:
        """Award rounds, newest first; those of unknown date last."""

        def newest(item: tuple[str, Round]) -> tuple[str, str]:
            date = item[1].date
            return (date.value if date.known else "", item[0])

        return tuple(sorted(self.registry.rounds.items(), key=newest, reverse=True))

    def _grouped(self, keys: Callable[[Entry], Iterable[str]]) -> Mapping[str, tuple[Entry, ...]]:
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for key in dict.fromkeys(keys(entry)):
                found[key].append(entry)
        return {key: tuple(entries) for key, entries in found.items()}


def assemble(
    practices: Mapping[str, Practice],
    bodies: Mapping[str, str],
    registry: Registry,
    today: datetime.date,
    digests: Mapping[str, str] | None = None,
    known: Mapping[str, Entry] | None = None,
    heads: Mapping[str, str] | None = None,
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
    """
    studies = _studies(practices)
    digests, known, heads = digests or {}, known or {}, heads or {}
    entries = []
    for name, practice in practices.items():
        text = digests.get(name) or repr((practice, bodies[name]))
        around = [studies.get(_topic(name, practice, outcome)) for outcome in practice.outcomes]
        digest = _digest([text, *map(str, around)])
        entry = known.get(name)
        if entry is None or entry.digest != digest:
            entry = _entry(name, practice, bodies[name], registry, studies, today, digest)
            if head := heads.get(name):
                entry = replace(entry, outer=_digest([head, *entry.texts, *map(str, around)]))
        entries.append(entry)
    entries.sort(key=attrgetter("order"))
    return Catalogue(tuple(entries), registry, today)


def _digest(parts: Iterable[str]) -> str:
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def alphabetical(text: str) -> str:
    """Return a key that sorts `text` by the Finnish alphabet: å, ä and ö last, in this order."""
    return text.lower().translate(_FINNISH_ORDER)


_FINNISH_ORDER = str.maketrans({"å": "{", "ä": "|", "ö": "}", "ü": "y", "é": "e"})


def _by_evidence(entry: Entry) -> tuple[bool, int]:
    """A key that sorts by whether it is in use, then by evidence level, the highest first."""
    level = entry.best_level
    return entry.ended, 0 if level is None else -1 - level


def _sections(body: str, headings: Mapping[str, str]) -> dict[str, str]:
    """The text of each section of `body` by name; `headings` are those of its language."""
    names = {heading.lower(): name for name, heading in headings.items()}
    return {names[s.heading.lower()]: s.text for s in sections(body) if s.heading}


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
    change = change_of(outcome, indicator.unit)
    others = [o.id for o in practice.outcomes if outcome.id in o.contradicts]
    return AssessedOutcome(
        name,
        outcome,
        indicator,
        source,
        change,
        direction_of(change, outcome.observed),
        result_of(change, outcome.observed, indicator.good_direction),
        evidence_of(outcome, source, studies.get(_topic(name, practice, outcome), ())),
        tuple(dict.fromkeys([*outcome.contradicts, *others])),
        measured(outcome, change),
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
