"""The award rounds: their list, and each round as its jury needs it."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from markupsafe import Markup, escape

from catalogue.alphabet import alphabetical
from catalogue.check.registry import SECTION_VOCABULARY
from catalogue.check.rounds import SECTION
from catalogue.entry import AssessedOutcome, Entry
from catalogue.export.as_json import compact_json
from catalogue.model.dates import UNKNOWN
from catalogue.model.declared import declared_fields
from catalogue.model.practice import Award, Practice
from catalogue.model.registry import Round
from catalogue.pages.changes import changes_since
from catalogue.pages.frame import Frame, capital
from catalogue.pages.lot import Lot
from catalogue.pages.page import Page
from catalogue.submit.form import personal_rules
from catalogue.tables.criteria import criterion_cell
from catalogue.tables.nominees import (
    GIVER,
    OWN,
    award_of,
    fact_cells,
    fact_columns,
    only_known_from,
)
from catalogue.tables.table import Cell

TEMPLATE_FILE = "palkinnot/uusi-kierros.yml"
WINNER = "winner"
# The values in addresses of being known by one party's word alone.
ONLY = {OWN: "vain-oma", GIVER: "vain-antaja"}
_TEMPLATE = "jury.new.template"
# What the record says of itself, and what a criterion asks for by its indicators, is no evidence.
NO_EVIDENCE = frozenset(
    [
        *("title", "aliases", "language", "title_language", "model", "keywords", "translations"),
        *("outcomes", "no_outcomes_because", "awards", "contacts", "sources", "related"),
        *("former_ids", "reviewed", "next_review"),
    ]
)
# No more fit on a sheet of paper, where a nominee has one; the page of the practice has all.
MOST_TOLD = 8


class Choice(NamedTuple):
    """A value by which nominees are chosen, its words, and the heading under which it stands."""

    value: str
    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Nominee:
    """A nominee of one round.

    Attributes:
        entry: The practice.
        award: Its part in the round.
        choices: For each filter the values by which the nominee is found.
        facts: Cells that tell who, where, and how well it is known.
        judged: For each criterion the cell with what speaks to it.
    """

    entry: Entry
    award: Award
    choices: Mapping[str, tuple[Choice, ...]]
    facts: tuple[Cell, ...]
    judged: Mapping[str, Cell]

    @property
    def told(self) -> list[AssessedOutcome]:
        """The outcomes for paper, the surest known first."""
        known = sorted(self.entry.outcomes, key=lambda assessed: -assessed.evidence.level)
        return known[:MOST_TOLD]

    @property
    def values(self) -> Iterator[tuple[str, str]]:
        """For each filter its name and the values, as they stand in an attribute."""
        for name, choices in self.choices.items():
            yield name, " ".join([choice.value for choice in choices])


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to choose among nominees: its name in addresses, and the values there are."""

    name: str
    options: tuple[Choice, ...]

    @property
    def groups(self) -> list[tuple[str, list[Choice]]]:
        """The values under their headings, those of none first."""
        by_heading: dict[str, list[Choice]] = {"": []}
        for choice in self.options:
            by_heading.setdefault(choice.heading, []).append(choice)
        return list(by_heading.items())


def _places(frame: Frame, entry: Entry, award: Award) -> Iterator[Choice]:
    t, registry = frame.texts.get, frame.catalogue.registry
    for place in entry.practice.places:
        if place == UNKNOWN:
            yield Choice(place, t("place.unknown"))
        elif place not in registry.counties:
            kind = "municipalities" if place in registry.municipalities else "areas"
            yield Choice(place, frame.place(place), t(f"jury.filter.places.{kind}"))
    for county in entry.counties:
        yield Choice(county.id, frame.name(county.name), t("jury.filter.places.counties"))


def _themes(frame: Frame, entry: Entry, award: Award) -> Iterator[Choice]:
    for theme in entry.practice.themes:
        yield Choice(theme, frame.label("theme", theme))


def _evidence(frame: Frame, entry: Entry, award: Award) -> Iterator[Choice]:
    level = entry.best_level
    if level is None:
        yield Choice("ei", frame.texts.get("evidence.none"))
    else:
        yield Choice(str(level), f"{level} {frame.label('evidence_level', level)}")


def _sources(frame: Frame, entry: Entry, award: Award) -> Iterator[Choice]:
    t = frame.texts.get
    only = only_known_from(frame, entry, frame.catalogue.registry.rounds.get(award.round))
    if only:
        yield Choice(ONLY[only], t(f"jury.only.{only}"), t("jury.filter.sources.only"))
        return
    for source in entry.practice.sources:
        kind = source.independence
        yield Choice(kind, frame.label("independence", kind), t("jury.filter.sources.some"))


def _completeness(frame: Frame, entry: Entry, award: Award) -> Iterator[Choice]:
    level = entry.completeness.level
    yield Choice(level, frame.label("completeness", level))


def _role(frame: Frame, entry: Entry, award: Award) -> Iterator[Choice]:
    yield Choice(award.role, frame.label("role", award.role))


# Every filter of nominees by its name in addresses; a new one is added here and nowhere else.
FILTERS: Mapping[str, Callable[[Frame, Entry, Award], Iterator[Choice]]] = {
    "paikka": _places,
    "teema": _themes,
    "naytto": _evidence,
    "lahde": _sources,
    "kattavuus": _completeness,
    "asema": _role,
}


def awards(frame: Frame) -> Iterator[Lot]:
    """The list of award rounds, the form for a new one, and a page for each."""
    found = frame.catalogue.by_round
    nominated = {entry.id: entry for entries in found.values() for entry in entries}
    yield Lot("palkinnot/", lambda: [_rounds(frame), round_form(frame)], nominated.values())
    for name, award_round in frame.catalogue.rounds():
        since = repr(frame.catalogue.since.get(name))
        make = partial(_round, frame, name, award_round)
        yield Lot(f"palkinnot/{name}/", make, found.get(name, ()), (since,))


def _rounds(frame: Frame) -> Page:
    t, rounds = frame.texts.get, frame.catalogue.rounds()
    years = itertools.groupby(rounds, lambda item: _year(item[1]))
    return frame.page(
        "awards.html",
        "palkinnot/",
        t("awards.title"),
        t("awards.description"),
        kind="list",
        years=[(year, list(of_year)) for year, of_year in years],
        known={name: known_nominees(frame, name, award_round) for name, award_round in rounds},
        winners={name: _winners(frame, name) for name, _ in rounds},
        new_round=preformatted(round_template(frame)),
        template_file=TEMPLATE_FILE,
    )


def _winners(frame: Frame, name: str) -> list[Entry]:
    entries = frame.catalogue.by_round.get(name, ())
    return [entry for entry in entries if award_of(frame, name, entry).role == WINNER]


def known_nominees(frame: Frame, name: str, award_round: Round) -> str:
    """How many nominees there were, or what is known of it where the source does not tell."""
    if award_round.candidates:
        return frame.texts.get("count.nominees", count=award_round.candidates)
    nominees, winners = len(frame.catalogue.by_round.get(name, ())), len(_winners(frame, name))
    if winners and winners == nominees:
        return frame.texts.get("jury.known-winners", count=winners)
    return frame.texts.get("jury.known-nominees", count=nominees)


def _round(frame: Frame, name: str, award_round: Round) -> list[Page]:
    nominees = nominees_of(frame, name, award_round)
    page = frame.page(
        "round.html",
        f"palkinnot/{name}/",
        frame.name(award_round.name),
        frame.texts.get("awards.one", name=frame.name(award_round.name)),
        kind="table",
        id=name,
        round=award_round,
        nominees=nominees,
        known=known_nominees(frame, name, award_round),
        columns=fact_columns(frame),
        filters=filters_of(nominees),
        since=changes_since(frame, name) if award_round.frozen else None,
    )
    return [page]


def round_form(frame: Frame) -> Page:
    """The form that makes a new round's file; `catalogue check` holds the file."""
    t = frame.texts.get
    own = (d for d in declared_fields(Practice) if len(d.path) == 1)
    fields = [d for d in own if d.name not in NO_EVIDENCE]
    registry = frame.catalogue.registry
    sections = registry.vocabularies[SECTION_VOCABULARY].values
    told = {
        **{code: f"form-check.{code}" for code in ("identity-code", "repeated")},
        # A round has no contacts to which these could be moved.
        **{code: f"round-form.{code}" for code in ("personal-email", "personal-phone")},
    }
    texts = {code: f"{capital(t(key, found='{found}'))}." for code, key in told.items()}
    return frame.page(
        "round-form.html",
        "palkinnot/uusi/",
        t("round-form.title"),
        t("round-form.description"),
        rules=compact_json({**personal_rules(), "texts": texts}).decode(),
        # All the places of the country would be no list to tick.
        organisations=sorted(
            (item for item in registry.organisations.items() if item[0] not in registry.of_places),
            key=lambda item: alphabetical(frame.name(item[1].name)),
        ),
        sections=[
            *((f"{SECTION}{name}", frame.label(SECTION_VOCABULARY, name)) for name in sections),
            *((d.name, t(f"field.Practice.{d.name}.label")) for d in fields),
        ],
    )


def nominees_of(frame: Frame, name: str, award_round: Round) -> tuple[Nominee, ...]:
    """Return the nominees of a round in the order of their titles."""
    return tuple(
        _nominee(frame, name, award_round, entry)
        for entry in frame.catalogue.by_round.get(name, ())
    )


def filters_of(nominees: tuple[Nominee, ...]) -> tuple[Filter, ...]:
    """Return every filter with the values that `nominees` have, in alphabetical order."""
    found = {name: {c for nominee in nominees for c in nominee.choices[name]} for name in FILTERS}
    return tuple(
        Filter(name, tuple(sorted(values, key=lambda one: (alphabetical(one.text), one.value))))
        for name, values in found.items()
    )


def round_template(frame: Frame) -> str:
    """Return the file with which a new round is started, with a comment on every field."""
    return frame.texts.texts[_TEMPLATE]


def preformatted(text: str) -> Markup:
    """Return `text` as HTML whose lines keep their indentation in a page made engine-proof."""
    lines = []
    for line in text.rstrip("\n").split("\n"):
        bare = line.lstrip(" ")
        lines.append(Markup("&#32;") * (len(line) - len(bare) or not bare) + escape(bare))
    return Markup("\n").join(lines)


def _nominee(frame: Frame, name: str, award_round: Round, entry: Entry) -> Nominee:
    award = award_of(frame, name, entry)
    choices = {key: tuple(dict.fromkeys(f(frame, entry, award))) for key, f in FILTERS.items()}
    judged = {c.id: criterion_cell(frame, entry, c) for c in award_round.criteria}
    return Nominee(entry, award, choices, fact_cells(frame, entry, award), judged)


def _year(award_round: Round) -> str:
    return award_round.date.value[:4] if award_round.date.known else ""
