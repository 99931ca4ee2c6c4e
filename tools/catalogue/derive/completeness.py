"""How much of what a reader needs a record says, and what is missing."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from pydantic import BaseModel

from catalogue.model.dates import UNKNOWN
from catalogue.model.declared import declared_fields
from catalogue.model.practice import Practice
from catalogue.problem import Loc

STUB: Final = "stub"
PARTIAL: Final = "partial"
FULL: Final = "full"
# What a record must tell something of to be more than a name.
_SUBSTANCE = ("outcomes", "resources", "contacts", "started", "participation")
_MAY_BE_UNKNOWN = ("kind", "service_levels", "themes", "target_groups", "places", "provider")


@dataclass(frozen=True, slots=True)
class Completeness:
    """`level` is stub, partial or full; `missing` are the paths of fields still to be told."""

    level: str
    missing: tuple[Loc, ...]


def completeness_of(practice: Practice) -> Completeness:
    """Derive the completeness of `practice`.

    A field marked `Expected` counts when it is absent, and a field that may be `unknown` when it
    is. A record that says nothing of its outcomes, resources, contacts, start or participation and
    whose status is unknown is known by name only: a stub, which is valid and honest.
    """
    missing = [("status",)] if practice.status.value == UNKNOWN else []
    for name in _MAY_BE_UNKNOWN:
        value = getattr(practice, name)
        if value == UNKNOWN or value == (UNKNOWN,):
            missing.append((name,))
    absent = _absent(practice)
    bare = practice.status.value == UNKNOWN and all(
        _silent(getattr(practice, n)) for n in _SUBSTANCE
    )
    every = (*missing, *absent)
    if bare:
        return Completeness(STUB, every)
    return Completeness(PARTIAL if every else FULL, every)


def _absent(record: BaseModel, loc: Loc = ()) -> tuple[Loc, ...]:
    """The paths of expected fields of `record`, and of the records in it, that say nothing."""
    found: list[Loc] = []
    for name, expected in _fields(type(record)):
        value = getattr(record, name)
        if expected and _silent(value):
            found.append((*loc, name))
        elif isinstance(value, BaseModel):
            found += _absent(value, (*loc, name))
        elif value.__class__ is tuple:
            for position, item in enumerate(value):
                if isinstance(item, BaseModel):
                    found += _absent(item, (*loc, name, position))
    return tuple(found)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """The fields of `model` that are expected or hold records that expect some, and which it is."""
    own = [field for field in declared_fields(model) if len(field.path) == 1]
    return tuple(
        (name, field.expected)
        for name, field in zip(model.model_fields, own, strict=True)
        if field.expected or (field.record and _fields(field.record))
    )


def _silent(value: object) -> bool:
    known = getattr(value, "known", True)
    return value is None or value in ((), UNKNOWN) or not known
