"""The facets of the browse page, and each practice's values in them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from catalogue.alphabet import alphabetical
from catalogue.catalogue import Catalogue
from catalogue.entry import Entry
from catalogue.model.dates import UNKNOWN
from catalogue.model.registry import Registry
from catalogue.pages.frame import Frame, capital
from catalogue.pages.model_name import model_name

NONE = "none"
OUTCOME, AWARD = "outcome", "award"
# Values are written as single characters from here on: above ASCII, so that none needs escaping.
_FIRST_CHARACTER = 0x100


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet of the browse page.

    Attributes:
        name: Its name in the address.
        values: A practice's values.
        label: The words for a value.
        ordered: Whether its vocabulary has an order that means something.
        shared: Whether only values that several practices have are worth choosing.
        each: What a practice has several of, each with a value of its own in every facet of that
            name: chosen values must meet in one of them. Empty where a practice has the values.
        parts: The value of each of those, in their order; the same as `values` where None.
    """

    name: str
    values: Callable[[Entry, Registry], Iterable[str]]
    label: Callable[[Frame, str], str]
    ordered: bool = False
    shared: bool = False
    each: str = ""
    parts: Callable[[Entry, Registry], Iterable[str]] | None = None


def _term(vocabulary: str) -> Callable[[Frame, str], str]:
    return lambda frame, value: frame.label(vocabulary, value)


def _evidence(entry: Entry, registry: Registry) -> list[str]:
    return [NONE if entry.best_level is None else str(entry.best_level)]


def _levels(entry: Entry, registry: Registry) -> list[str]:
    return [str(o.evidence.level) for o in entry.outcomes] or [NONE]


def _evidence_label(frame: Frame, value: str) -> str:
    if value == NONE:
        return frame.texts.get("evidence.none")
    return f"{value} {frame.label('evidence_level', value)}"


def _round_label(frame: Frame, value: str) -> str:
    rounds = frame.catalogue.registry.rounds
    return frame.name(rounds[value].name) if value in rounds else frame.texts.get("facet.no-round")


def _county_label(frame: Frame, value: str) -> str:
    if value == UNKNOWN:
        return frame.texts.get("overview.no-county")
    return frame.name(frame.catalogue.registry.counties[value].name)


def source_year(entry: Entry) -> str:
    """Return the year of the newest dated source, or `unknown`."""
    years = [s.date.span.last.year for s in entry.practice.sources if s.date and s.date.span]
    return str(max(years)) if years else UNKNOWN


def place_size(population: int, registry: Registry) -> str:
    """Return the size class (vocabulary `place_size`) of a municipality of `population`."""
    for value, term in registry.vocabularies["place_size"].values.items():
        if (term.min or 0) <= population <= (term.max if term.max is not None else population):
            return value
    return UNKNOWN


def _sizes(entry: Entry, registry: Registry) -> list[str]:
    return [place_size(place.population, registry) for place in entry.municipalities]


# In the order in which they are shown. A new facet is added here, and its name in the texts.
FACETS: tuple[Facet, ...] = (
    Facet("theme", lambda e, r: e.practice.themes, _term("theme")),
    Facet("target_group", lambda e, r: e.practice.target_groups, _term("target_group")),
    Facet("service_level", lambda e, r: e.practice.service_levels, _term("service_level"), True),
    Facet("evidence", _evidence, _evidence_label, True, each=OUTCOME, parts=_levels),
    Facet(
        "result", lambda e, r: [o.result for o in e.outcomes], _term("result"), True, each=OUTCOME
    ),
    Facet(
        "indicator",
        lambda e, r: [o.outcome.indicator for o in e.outcomes],
        lambda f, v: f.name(f.catalogue.registry.indicators[v].name),
        each=OUTCOME,
    ),
    Facet("county", lambda e, r: [county.id for county in e.counties] or [UNKNOWN], _county_label),
    Facet(
        "municipality",
        lambda e, r: [place.id for place in e.municipalities],
        lambda f, v: f.place(_municipality_codes(f.catalogue)[v]),
    ),
    Facet("size", _sizes, _term("place_size"), True),
    Facet(
        "provider_kind", lambda e, r: [e.practice.provider_kind or UNKNOWN], _term("provider_kind")
    ),
    Facet("kind", lambda e, r: [e.practice.kind], _term("kind")),
    Facet(
        "model",
        lambda e, r: [e.practice.model] if e.practice.model else [],
        model_name,
        shared=True,
    ),
    Facet("status", lambda e, r: [e.practice.status.value], _term("status"), True),
    Facet("award", lambda e, r: [a.round for a in e.practice.awards], _round_label, each=AWARD),
    Facet(
        "role", lambda e, r: [a.role for a in e.practice.awards], _term("role"), True, each=AWARD
    ),
    Facet("completeness", lambda e, r: [e.completeness.level], _term("completeness"), True),
    Facet(
        "year",
        lambda e, r: [source_year(e)],
        lambda f, v: f.label("status", UNKNOWN) if v == UNKNOWN else v,
    ),
)


def facet_columns(frame: Frame, entries: Sequence[Entry]) -> list[Mapping[str, object]]:
    """Return each facet with its values and which of them each of `entries` has.

    `values` are pairs of value and label; `of` has, for each entry in order and parted by `;`, one
    character per value: U+0100 and the value's position. At ten thousand practices this is a tenth
    of the same as JSON lists. Facets of what a practice has several of name it as `each`: theirs
    is one character for each of those, in the same order in all of them.
    """
    registry = frame.catalogue.registry
    held = [entry.part("browse.values", partial(_values, entry, registry)) for entry in entries]
    columns = zip(*held, strict=True) if held else [()] * len(FACETS)
    return [_column(frame, *pair) for pair in zip(FACETS, columns, strict=True)]


def _values(entry: Entry, registry: Registry) -> tuple[tuple[str, ...], ...]:
    met = {each: _met(each, entry, registry) for each in (OUTCOME, AWARD)}
    return tuple(
        met[facet.each][facet.name]
        if facet.each
        else tuple(dict.fromkeys(facet.values(entry, registry)))
        for facet in FACETS
    )


def _met(each: str, entry: Entry, registry: Registry) -> Mapping[str, tuple[str, ...]]:
    """The values of the facets of `each`, in the same order; what is alike in all of them once."""
    facets = [facet for facet in FACETS if facet.each == each]
    held = [list((facet.parts or facet.values)(entry, registry)) for facet in facets]
    alike = dict.fromkeys(zip_longest(*held))
    columns = zip(*alike, strict=True) if alike else [()] * len(facets)
    return {
        facet.name: tuple(value for value in column if value is not None)
        for facet, column in zip(facets, columns, strict=True)
    }


def _column(frame: Frame, facet: Facet, held: Sequence[tuple[str, ...]]) -> Mapping[str, object]:
    counts = Counter(value for row in held for value in row)
    least = 2 if facet.shared else 1
    values = _in_order(frame, facet, {value for value, n in counts.items() if n >= least})
    position = {value: chr(_FIRST_CHARACTER + n) for n, value in enumerate(values)}
    each = {"each": facet.each} if facet.each else {}
    return {
        "name": facet.name,
        **each,
        "label": frame.texts.get(f"facet.{facet.name}"),
        "values": [[value, capital(facet.label(frame, value))] for value in values],
        "of": ";".join("".join(position.get(value, "") for value in row) for row in held),
    }


def _in_order(frame: Frame, facet: Facet, values: set[str]) -> list[str]:
    """Values in the vocabulary's order where it has one that means something, else by label."""
    if not facet.ordered:
        newest_first = facet.name == "year"
        return sorted(
            values,
            # What is not known comes last either way.
            key=lambda v: ((v == UNKNOWN) != newest_first, alphabetical(facet.label(frame, v)), v),
            reverse=newest_first,
        )
    vocabularies = frame.catalogue.registry.vocabularies
    named = {"size": "place_size", "evidence": "evidence_level"}.get(facet.name, facet.name)
    order = {value: n for n, value in enumerate(vocabularies[named].values)}
    return sorted(values, key=lambda v: (order.get(v, len(order)), v))


def _municipality_codes(catalogue: Catalogue) -> Mapping[str, str]:
    return {place.id: code for code, place in catalogue.registry.municipalities.items()}
