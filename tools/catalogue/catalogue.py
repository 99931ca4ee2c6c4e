"""The catalogue: every checked practice with all that follows from it. Views read this alone."""

import datetime
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import attrgetter

from catalogue.changed import Changes, practice_file
from catalogue.derive.since import Since
from catalogue.entry import AssessedOutcome, Entry
from catalogue.model.registry import Registry, Round
from catalogue.model.values import StatedDate
from catalogue.stamp import stamp

# How many other practices of its model the page of a practice names.
SIBLINGS = 8
_ID = attrgetter("id")


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
        return stamp(map(self._stamps.__getitem__, map(_ID, entries)))

    def outer_stamp(self, entries: Iterable[Entry]) -> str:
        """Return a stamp of `entries` for what does not show the texts of their sections."""
        return stamp(map(self._outer_stamps.__getitem__, map(_ID, entries)))

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
        """Entries by theme, those that have ended last."""
        return self._grouped(lambda entry: entry.practice.themes)

    @cached_property
    def by_county(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by id of the wellbeing services county, those that have ended last."""
        return self._grouped(lambda entry: [county.id for county in entry.counties])

    @cached_property
    def by_municipality(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by municipality code, those that have ended last."""
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
        """Entries by award round, in their own order: a jury judges what was done then."""
        rounds = self._grouped(lambda entry: [award.round for award in entry.practice.awards])
        return {name: tuple(sorted(entries, key=_order)) for name, entries in rounds.items()}

    @cached_property
    def by_indicator(self) -> Mapping[str, tuple[AssessedOutcome, ...]]:
        """Assessed outcomes by indicator, those of practices that have ended last."""
        found: defaultdict[str, list[AssessedOutcome]] = defaultdict(list)
        for entry in self.in_use_first:
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
        for entry in self.in_use_first:
            for key in dict.fromkeys(keys(entry)):
                found[key].append(entry)
        return {key: tuple(entries) for key, entries in found.items()}


def _order(entry: Entry) -> tuple[str, str]:
    return entry.order


def _by_evidence(entry: Entry) -> tuple[bool, int]:
    """A key that sorts by whether it is in use, then by evidence level, the highest first."""
    level = entry.best_level
    return entry.ended, 0 if level is None else -1 - level
