"""Whether values are in the vocabularies and registers that the model points to.

Works on the values as written, so that an unknown theme is reported beside a missing title.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from catalogue.check.suggestion import listing, nearest_named, nearest_term
from catalogue.model.dates import UNKNOWN
from catalogue.model.declared import ITEM, Declared, declared_fields, values_at
from catalogue.model.registry import Area, County, Municipality, Registry, Vocabulary
from catalogue.problem import Finding, Loc
from catalogue.source.gate import visible

# Registers inside the practice itself: where their ids stand.
_LOCAL: Mapping[str, Loc] = {
    "sources": ("sources", ITEM, "id"),
    "outcomes": ("outcomes", ITEM, "id"),
}


@dataclass(frozen=True, slots=True)
class Registers:
    """The ids that a record may point to: for each register, names and ids to ids."""

    vocabularies: Mapping[str, Vocabulary]
    names: Mapping[str, Mapping[str, str]]
    ids: Mapping[str, frozenset[str]]


def registers(registry: Registry, practices: frozenset[str] = frozenset()) -> Registers:
    """Gather what may be pointed to in `registry` and among the ids of `practices`."""
    places: dict[str, County | Area | Municipality] = {
        **registry.municipalities,
        **registry.counties,
        **registry.areas,
    }
    texts = {
        "organisations": {key: item.name.fi for key, item in registry.organisations.items()},
        "indicators": {key: item.name.fi for key, item in registry.indicators.items()},
        "rounds": {key: item.name.fi for key, item in registry.rounds.items()},
        "places": {key: item.name.fi for key, item in places.items()},
        "practices": dict.fromkeys(practices, ""),
    }
    names = {
        register: {key: key for key in items} | {name.lower(): key for key, name in items.items()}
        for register, items in texts.items()
    }
    ids = {register: frozenset(items) for register, items in texts.items()}
    return Registers(registry.vocabularies, names, ids)


def check_references(
    model: type[BaseModel], data: Mapping[str, object], known: Registers
) -> Iterator[Finding]:
    """Yield every value of `data` that is in no vocabulary or register where it should be.

    Also a value given twice in a list, and `unknown` beside known values.
    """
    for declared in _pointing(model):
        for loc, value in values_at(data, declared.value_path):
            if isinstance(value, str) and value:
                yield from _one(declared, loc, value, data, known)
        if declared.many:
            for loc, values in values_at(data, declared.path):
                yield from _list(loc, values)


@cache
def _pointing(model: type[BaseModel]) -> tuple[Declared, ...]:
    """The fields whose values stand somewhere else."""
    return tuple(d for d in declared_fields(model) if d.choice or d.reference)


def _one(
    declared: Declared, loc: Loc, value: str, data: Mapping[str, object], known: Registers
) -> Iterator[Finding]:
    if declared.choice:
        vocabulary = known.vocabularies[declared.choice.vocabulary]
        if value not in vocabulary.values:
            meant = nearest_term(value, vocabulary)
            yield _unknown(loc, "unknown-value", value, meant, listing(vocabulary.values))
        return
    assert declared.reference
    register = declared.reference.register
    if value == UNKNOWN and declared.reference.unknown:
        return
    if register in _LOCAL:
        ids = frozenset(str(item) for _, item in values_at(data, _LOCAL[register]))
    else:
        ids = known.ids[register]
    if value not in ids:
        names = {name: name for name in ids} if register in _LOCAL else known.names[register]
        allowed = listing(sorted(ids)) if register in _LOCAL else ""
        padded = value.zfill(3)
        meant = padded if register == "places" and padded in ids else nearest_named(value, names)
        yield _unknown(loc, f"unknown-{register}", value, meant, allowed)


def _unknown(loc: Loc, code: str, value: str, meant: str | None, allowed: str) -> Finding:
    params = {"found": visible(value), "allowed": allowed}
    if meant:
        params["suggestion"] = meant
    return Finding(loc, code, params)


def _list(loc: Loc, values: object) -> Iterator[Finding]:
    if not isinstance(values, list):
        return
    seen: set[str] = set()
    for position, value in enumerate(values):
        if isinstance(value, str) and value in seen:
            yield Finding((*loc, position), "repeated", {"found": visible(value)})
        elif isinstance(value, str):
            seen.add(value)
    if UNKNOWN in seen and len(seen) > 1:
        yield Finding(loc, "unknown-among-known")
