"""What the models declare, as a list: the one place that reads their annotations.

The check of references, the JSON Schema, the field reference and the facets all follow from it.
"""

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from catalogue.model.values import Choice, Expected, Facet, Reference
from catalogue.problem import Loc

ITEM = "*"


@dataclass(frozen=True, slots=True)
class Declared:
    """A field as declared.

    Attributes:
        path: Keys from the top of the record; `*` stands for every item of a list.
        model: The record in which the field is declared.
        name: Its key.
        field: Pydantic's own description.
        many: Whether it is a list.
        choice: The vocabulary of its value, or None.
        reference: The register of its value, or None.
        record: The record that its value is, or None.
    """

    path: Loc
    model: type[BaseModel]
    name: str
    field: FieldInfo
    many: bool
    choice: Choice | None
    reference: Reference | None
    record: type[BaseModel] | None

    @property
    def required(self) -> bool:
        """Whether a record without it is refused."""
        return self.field.is_required()

    @property
    def expected(self) -> bool:
        """Whether a record without it is incomplete."""
        return any(isinstance(mark, Expected) for mark in self.field.metadata)

    @property
    def facet(self) -> bool:
        """Whether visitors narrow the list by it."""
        return any(isinstance(mark, Facet) for mark in self.field.metadata)

    @property
    def value_path(self) -> Loc:
        """The path of a single value: that of the items for a list."""
        return (*self.path, ITEM) if self.many else self.path


@cache
def declared_fields(model: type[BaseModel]) -> tuple[Declared, ...]:
    """Return every field of `model` and of the records in it, in the order of declaration."""
    return tuple(_fields(model, ()))


def values_at(data: object, path: Loc, loc: Loc = ()) -> Iterator[tuple[Loc, object]]:
    """Return the values in `data` (mappings, lists, texts) that `path` names, with their places."""
    found: list[tuple[Loc, object]] = [(loc, data)]
    for step in path:
        around, found = found, []
        for place, value in around:
            if step == ITEM and isinstance(value, list):
                found += [((*place, position), item) for position, item in enumerate(value)]
            elif not isinstance(value, dict):
                continue
            elif step == ITEM:
                found += [((*place, key), item) for key, item in value.items()]
            elif step in value:
                found.append(((*place, step), value[step]))
        if not found:
            break
    return iter(found)


def _fields(model: type[BaseModel], parent: Loc) -> Iterator[Declared]:
    for name, field in model.model_fields.items():
        key = field.alias or name
        marks, many, record = _read(field.annotation, list(field.metadata))
        path = (*parent, key)
        declared = Declared(
            path,
            model,
            key,
            field,
            many,
            next((m for m in marks if isinstance(m, Choice)), None),
            next((m for m in marks if isinstance(m, Reference)), None),
            record,
        )
        yield declared
        if record:
            yield from _fields(record, declared.value_path)


def _read(annotation: object, marks: list[object]) -> tuple[list[object], bool, type | None]:
    """Unwrap Annotated, Optional, tuple and Mapping around the value's own type."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        inner, *more = typing.get_args(annotation)
        return _read(inner, [*marks, *more])
    if origin in (types.UnionType, typing.Union):
        inner = next(a for a in typing.get_args(annotation) if a is not type(None))
        return _read(inner, marks)
    if origin is tuple:
        found, _, record = _read(typing.get_args(annotation)[0], marks)
        return found, True, record
    if isinstance(origin, type) and issubclass(origin, Mapping):
        found, _, record = _read(typing.get_args(annotation)[1], marks)
        return found, True, record
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return marks, False, annotation
    return marks, False, None
