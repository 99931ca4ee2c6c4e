"""What practices point to: vocabularies, indicators, organisations, places and award rounds."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from catalogue.model.dates import UNKNOWN
from catalogue.model.values import (
    Choice,
    Line,
    Record,
    Reference,
    Sentence,
    Slug,
    StatedDate,
    StatedPeriod,
    Text,
    Url,
    Whole,
)


class Term(Record):
    """A value of a vocabulary. `min` and `max` bound the sizes of municipalities.

    `also` is what people write for it, for the check to tell what they mean.
    """

    label: Text
    help: Text | None = None
    also: tuple[Line, ...] = ()
    min: Whole | None = None
    max: Whole | None = None


class Vocabulary(Record):
    """The values that a field may take, in the order in which they are shown."""

    label: Text
    values: Mapping[str, Term]


class Questions(Record):
    """What to ask when reading a figure, by language."""

    fi: tuple[str, ...]
    sv: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class Break(Record):
    """A time from which an indicator's series means something else than before."""

    date: StatedDate
    note: Text


class Indicator(Record):
    """What is measured, and how to read it."""

    name: Text
    definition: Text
    unit: Annotated[str, Choice("unit")]
    flow_or_stock: Annotated[str, Choice("flow_or_stock")]
    denominator: Text | None = None
    good_direction: Annotated[str, Choice("good_direction")]
    direction_note: Text | None = None
    counter_indicators: tuple[Annotated[str, Reference("indicators")], ...] = ()
    questions: Questions
    breaks: tuple[Break, ...] = ()


class Organisation(Record):
    """Who provides a practice, answers for it or gives an award."""

    name: Text
    kind: Annotated[str, Choice("organisation_kind")]
    places: tuple[Annotated[str, Reference("places")], ...] = ()
    url: Url | None = None


class Validity(Record):
    """When a place existed; a merged municipality names the one that took its place."""

    from_: Annotated[StatedDate | None, Field(alias="from")] = None
    to: StatedDate | None = None
    merged_into: str | None = None


class County(Record):
    """A wellbeing services county, or one of the two that organise services instead of one.

    `known_as` are the short names that people write for it.
    """

    code: Annotated[str, Field(pattern=r"^[0-9]{2}$")]
    id: Slug
    name: Text
    known_as: tuple[Line, ...] = ()
    valid: Validity | None = None


class Area(Record):
    """A joint area that is no longer, known by the name that sources give it."""

    id: Slug
    name: Text
    county: Annotated[str, Field(pattern=r"^[0-9]{2}$")] | None = None


class Municipality(Record):
    """A municipality with Statistics Finland's code."""

    code: Annotated[str, Field(pattern=r"^[0-9]{3}$")]
    id: Slug
    name: Text
    county: Annotated[str, Field(pattern=r"^[0-9]{2}$")]
    population: Whole
    valid: Validity | None = None


class PlaceSource(Record):
    """Where the facts about places come from."""

    title: Line
    publisher: Line
    date: StatedDate


class Places(Record):
    """Finland's municipalities and wellbeing services counties."""

    sources: tuple[PlaceSource, ...]
    as_of: Mapping[str, str]
    counties: tuple[County, ...]
    areas: tuple[Area, ...] = ()
    municipalities: tuple[Municipality, ...]


def organisations_of(places: Places) -> Mapping[str, Organisation]:
    """Return the municipalities and counties as organisations, by the ids that they have as places.

    They provide most of what there is, and would only be written down twice. A city that organises
    its services itself is one organisation, though it is a municipality and a county.
    """
    codes = Counter(municipality.county for municipality in places.municipalities)
    within = {m.county: m.code for m in places.municipalities if codes[m.county] == 1}
    found = {}
    for county in places.counties:
        kind = "municipality" if county.code in within else "county" if county.valid else UNKNOWN
        found[county.id] = Organisation(name=county.name, kind=kind, places=(county.id,))
    for one in places.municipalities:
        if within.get(one.county) != one.code:
            found[one.id] = Organisation(name=one.name, kind="municipality", places=(one.code,))
    return found


class CriterionEvidence(Record):
    """Which fields and indicators of a practice speak to a criterion."""

    fields: tuple[str, ...] = ()
    indicators: tuple[Annotated[str, Reference("indicators")], ...] = ()


class Criterion(Record):
    """What a jury judges by in one round."""

    id: Slug
    label: Text
    description: Text | None = None
    evidence: CriterionEvidence = CriterionEvidence()


class RoundSource(Record):
    """Where the facts about a round come from."""

    title: Line
    publisher: Line | None = None
    date: StatedDate | None = None
    kind: Annotated[str, Choice("source_kind")]
    independence: Annotated[str, Choice("independence")]


class Frozen(Record):
    """The state of the catalogue that a jury judges: of the end of a day, or of a commit."""

    date: StatedDate | None = None
    commit: Annotated[str, Field(pattern=r"^[0-9a-f]{7,40}$")] | None = None


class Round(Record):
    """One round of an award. Its nominees are those practices that name it.

    Those who give it and are not in the register of organisations are named in
    `other_organisations`.
    """

    name: Text
    award: Text
    organisations: tuple[Annotated[str, Reference("organisations")], ...] = ()
    other_organisations: tuple[Line, ...] = ()
    date: StatedPeriod
    place: Line | None = None
    jury: Text | None = None
    prize: Text | None = None
    criteria: tuple[Criterion, ...] = ()
    candidates: Whole | None = None
    frozen: Frozen | None = None
    source: RoundSource
    note: Text | None = None


class Removed(Record):
    """The note that a practice leaves at its address when it is taken out of the catalogue."""

    title: Line
    date: StatedDate
    why: Sentence
    instead: Annotated[str | None, Reference("practices")] = None
    former_ids: tuple[Slug, ...] = ()


class Synonyms(Record):
    """Groups of words and phrases that a search takes for one."""

    groups: tuple[Annotated[tuple[Line, ...], Field(min_length=2)], ...] = ()


@dataclass(frozen=True, slots=True)
class Registry:
    """Everything that practices may point to, by id.

    It is written down (`repr`) in the same way by every process: a set would not be, and nothing
    that another process has made would be known again.

    `of_places` are the organisations that are so as places, and stand in no file of their own.
    """

    vocabularies: Mapping[str, Vocabulary]
    indicators: Mapping[str, Indicator]
    organisations: Mapping[str, Organisation]
    rounds: Mapping[str, Round]
    counties: Mapping[str, County]
    areas: Mapping[str, Area]
    municipalities: Mapping[str, Municipality]
    place_sources: tuple[PlaceSource, ...]
    place_dates: Mapping[str, str]
    synonyms: tuple[tuple[str, ...], ...] = ()
    removed: Mapping[str, Removed] = field(default_factory=dict)
    of_places: tuple[str, ...] = ()

    @property
    def short_names(self) -> Mapping[str, str]:
        """The short names of counties, in lower case, and the ids of those."""
        return {name.lower(): c.id for c in self.counties.values() for name in c.known_as}

    @property
    def removed_ids(self) -> Mapping[str, str]:
        """Every id under which a removed practice was known, and the id of its note."""
        return {
            known: name for name, note in self.removed.items() for known in (name, *note.former_ids)
        }

    def term(self, vocabulary: str, value: str) -> Term:
        """Return the term of `value`.

        Raises:
            KeyError: The vocabulary or the value is not in the registry.
        """
        return self.vocabularies[vocabulary].values[value]

    def county_of(self, place: str) -> County | None:
        """Return the county in which `place` (municipality code, county or area id) lies."""
        if place in self.counties:
            return self.counties[place]
        code: str | None = None
        if place in self.municipalities:
            code = self.municipalities[place].county
        elif place in self.areas:
            code = self.areas[place].county
        return next((c for c in self.counties.values() if c.code == code), None)

    def place_name(self, place: str) -> Text:
        """Return the name of `place`; for an unknown place the vocabulary's word for it.

        Raises:
            KeyError: There is no such place.
        """
        if place == UNKNOWN:
            return self.term("status", UNKNOWN).label
        for register in (self.municipalities, self.counties, self.areas):
            if place in register:
                found: Municipality | County | Area = register[place]
                return found.name
        raise KeyError(place)
