"""A declared field as the form and its checks in the browser need it."""

import types
import typing
from collections.abc import Iterator, Mapping

from annotated_types import GroupedMetadata
from pydantic.fields import FieldInfo

from catalogue.messages import Messages
from catalogue.model import values
from catalogue.model.declared import Declared, declared_fields
from catalogue.model.practice import Practice
from catalogue.model.registry import Organisation

Plain = Mapping[str, object]
_KINDS = {
    "number": values.Number,
    "whole": values.Whole,
    "flag": values.Flag,
    "email": values.Email,
    "phone": values.Phone,
    "url": values.Url,
}
_DATES = {"StatedDate": "date", "StatedPeriod": "period"}
_LIMITS = ("min_length", "max_length", "pattern")
_TEXTS = ("label", "help", "example")
# What is asked of an organisation that the register does not have, beside its name.
_PROPOSED = ("kind", "url")


def records(texts: Messages) -> dict[str, list[Plain]]:
    """Return the fields of every record that a practice holds, by the record's name.

    Also those of an organisation that may be proposed.
    """
    found: dict[str, dict[str, Plain]] = {}
    for declared in declared_fields(Practice):
        described = _described(declared, texts)
        found.setdefault(declared.model.__name__, {})[declared.name] = described
    found[Organisation.__name__] = {
        declared.name: _described(declared, texts)
        for declared in declared_fields(Organisation)
        if declared.name in _PROPOSED
    }
    return {name: list(fields.values()) for name, fields in found.items()}


def _described(declared: Declared, texts: Messages) -> Plain:
    of_list, of_value = _marks(declared.field.annotation, list(declared.field.metadata))
    if not declared.many:
        of_list, of_value = [], [*of_list, *of_value]
    key = f"field.{declared.model.__name__}.{declared.name}"
    described: dict[str, object] = {
        "key": declared.name,
        "kind": _kind(declared, of_value),
        "many": declared.many,
        "required": declared.required,
        "expected": declared.expected,
        **words_of(key, texts),
        **dict(_limits(of_value)),
        **{f"list_{name}": value for name, value in _limits(of_list)},
    }
    if declared.choice:
        described["choice"] = declared.choice.vocabulary
        if isinstance(declared.field.default, str):
            described["default"] = declared.field.default
    if declared.reference:
        described["register"] = declared.reference.register
        described["unknown"] = declared.reference.unknown
    if declared.record:
        described["record"] = declared.record.__name__
    return {name: value for name, value in described.items() if value not in (False, None)}


def words_of(key: str, texts: Messages) -> dict[str, str]:
    """Return the words of the field at `key` by `label`, `help` and so on, as the form asks for it.

    Where a file takes codes and the form does not, those are the form's own.
    """
    own = {name: f"{key}.form-{name}" for name in _TEXTS if texts.has(f"{key}.form-{name}")}
    keys = {name: f"{key}.{name}" for name in _TEXTS if texts.has(f"{key}.{name}")} | own
    if "help" in own and "example" not in own:
        # An example is of what the help asks for.
        keys.pop("example", None)
    return {name: texts.get(found) for name, found in keys.items()}


def kind_of(declared: Declared) -> str:
    """Return what the values of a field are: `text`, `date`, `number`, `record` and so on.

    A stated date is a `date` or a `period`, since it is written as one unless it was worked out.
    """
    if declared.record and declared.record.__name__ in _DATES:
        return _DATES[declared.record.__name__]
    of_list, of_value = _marks(declared.field.annotation, list(declared.field.metadata))
    return _kind(declared, of_value if declared.many else [*of_list, *of_value])


def _kind(declared: Declared, marks: list[object]) -> str:
    if declared.record:
        return "record"
    if declared.name == "value" and declared.model.__name__ in _DATES:
        return _DATES[declared.model.__name__]
    for kind, annotated in _KINDS.items():
        if typing.get_args(annotated)[1] in marks:
            return kind
    return "text"


def _limits(marks: list[object]) -> Iterator[tuple[str, object]]:
    for mark in marks:
        for part in _parts(mark):
            for name in _LIMITS:
                value = getattr(part, name, None)
                if value is not None:
                    yield name, value


def _parts(mark: object) -> Iterator[object]:
    yield mark
    if isinstance(mark, GroupedMetadata):
        yield from mark
    if isinstance(mark, FieldInfo):
        yield from mark.metadata


def _marks(annotation: object, marks: list[object]) -> tuple[list[object], list[object]]:
    """The marks of the field itself and those of the items of a list."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        inner, *more = typing.get_args(annotation)
        return _marks(inner, [*marks, *more])
    if origin in (types.UnionType, typing.Union):
        inner = next(a for a in typing.get_args(annotation) if a is not types.NoneType)
        return _marks(inner, marks)
    if origin is tuple:
        own, items = _marks(typing.get_args(annotation)[0], [])
        return marks, [*own, *items]
    return marks, []
