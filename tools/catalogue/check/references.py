"""Whether values are in the vocabularies and registers that the model points to.

Works on the values as written, so that an unknown theme is reported beside a missing title.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from pydantic import BaseModel

from catalogue.check.suggestion import Bodies, Named, listing, nearest_named, nearest_term
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

_BODIES = ("organisations", "places")


@dataclass(frozen=True, slots=True)
class Faulty:
    """What a registry with faults names but does not hold.

    Attributes:
        ids: By register the ids whose records are faulty: who points to one is not wrong.
        unread: The registers of which not even the ids could be read.
    """

    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Registers:
    """The ids that a record may point to: for each register, names and ids to ids.

    Of an `unread` register, and of a vocabulary that is not there, nothing is told: that is the
    registry's fault, and is told there.
    """

    vocabularies: Mapping[str, Vocabulary]
    names: Mapping[str, Mapping[str, str]]
    ids: Mapping[str, frozenset[str]]
    unread: frozenset[str] = frozenset()


def registers(
    registry: Registry, practices: frozenset[str] = frozenset(), faulty: Faulty | None = None
) -> Registers:
    """Gather what may be pointed to in `registry` and among the ids of `practices`."""
    faulty = faulty or Faulty()
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
        "practices": {key: key for key in practices},
    }
    names = {
        register: (Bodies if register in _BODIES else Named)(
            dict(registry.short_names if register in _BODIES else {})
            | {key: key for key in items}
            | {name.lower(): key for key, name in items.items()}
        )
        for register, items in texts.items()
    }
    ids = {
        register: frozenset(items) | faulty.ids.get(register, frozenset())
        for register, items in texts.items()
    }
    return Registers(registry.vocabularies, names, ids, faulty.unread)


def check_references(
    model: type[BaseModel], data: Mapping[str, object], known: Registers
) -> Iterator[Finding]:
    """Yield every value of `data` that is in no vocabulary or register where it should be.

    Also a value given twice in a list, and `unknown` beside known values.
    """
    # Nearly always nothing is: that is told by one walk over what was written.
    if _all_known(_plan(model), data, data, known):
        return
    for declared in _pointing(model):
        for loc, value in values_at(data, declared.value_path):
            if isinstance(value, str) and value:
                yield from _one(declared, loc, value, data, known)
        if declared.many:
            for loc, values in values_at(data, declared.path):
                yield from _list(loc, values)


@dataclass(frozen=True, slots=True)
class _Pointing:
    """Where the values of a field stand, and the fields of the record that it is."""

    vocabulary: str
    register: str
    unknown: bool
    many: bool
    inner: "Mapping[str, _Pointing]"


@cache
def _plan(model: type[BaseModel]) -> Mapping[str, _Pointing]:
    """The fields of `model` that point somewhere, or have such fields in them."""
    plan = {}
    for declared in declared_fields(model):
        if len(declared.path) > 1:
            continue
        inner = _plan(declared.record) if declared.record else {}
        choice, reference = declared.choice, declared.reference
        if choice or reference or inner:
            plan[declared.name] = _Pointing(
                choice.vocabulary if choice else "",
                reference.register if reference else "",
                reference.unknown if reference else False,
                declared.many,
                inner,
            )
    return plan


def _all_known(
    plan: Mapping[str, _Pointing],
    record: Mapping[str, object],
    data: Mapping[str, object],
    known: Registers,
) -> bool:
    """Whether all values of `record`, a part of `data`, surely are what they should be."""
    for key, pointing in plan.items():
        value = record.get(key)
        if value is None:
            continue
        values = value if pointing.many else [value]
        if not isinstance(values, list):
            return False
        if pointing.inner:
            for item in values:
                if not isinstance(item, dict) or not _all_known(pointing.inner, item, data, known):
                    return False
            continue
        ids = _allowed(pointing, data, known)
        for item in values:
            if not isinstance(item, str) or not (
                item in ids or (item == UNKNOWN and pointing.unknown)
            ):
                return False
        if len(values) > 1 and (len(set(values)) < len(values) or UNKNOWN in values):
            return False
    return True


def _allowed(
    pointing: _Pointing, data: Mapping[str, object], known: Registers
) -> Mapping[str, object] | frozenset[str]:
    if pointing.vocabulary:
        vocabulary = known.vocabularies.get(pointing.vocabulary)
        return vocabulary.values if vocabulary else {}
    if pointing.register in _LOCAL:
        return _own_ids(data, pointing.register)
    return known.ids[pointing.register]


def _own_ids(data: Mapping[str, object], register: str) -> frozenset[str]:
    """The ids of the practice's own sources or outcomes; what is no text is no id."""
    found = (item for _, item in values_at(data, _LOCAL[register]))
    return frozenset(item for item in found if isinstance(item, str))


@cache
def _pointing(model: type[BaseModel]) -> tuple[Declared, ...]:
    """The fields whose values stand somewhere else."""
    return tuple(d for d in declared_fields(model) if d.choice or d.reference)


def _one(
    declared: Declared, loc: Loc, value: str, data: Mapping[str, object], known: Registers
) -> Iterator[Finding]:
    if declared.choice:
        vocabulary = known.vocabularies.get(declared.choice.vocabulary)
        if vocabulary is not None and value not in vocabulary.values:
            meant = nearest_term(value, vocabulary)
            yield _unknown(loc, "unknown-value", value, meant, listing(vocabulary.values))
        return
    assert declared.reference
    register = declared.reference.register
    if register in known.unread or (value == UNKNOWN and declared.reference.unknown):
        return
    ids = _own_ids(data, register) if register in _LOCAL else known.ids[register]
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
