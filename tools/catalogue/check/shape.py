"""Whether values have the type and form that the model declares."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from catalogue.check.raw import value_at
from catalogue.check.suggestion import folded, nearest
from catalogue.messages import LANGUAGES, messages
from catalogue.model.dates import DATE_PATTERN, PERIOD_PATTERN
from catalogue.model.declared import ITEM, Declared, declared_fields
from catalogue.model.values import not_in_address
from catalogue.problem import Finding, Loc
from catalogue.source.gate import visible
from catalogue.submit.notation import noted, unsure

R = TypeVar("R", bound=BaseModel)

_CODES = {
    "missing": "missing",
    "extra_forbidden": "unknown-key",
    "string_type": "text-expected",
    "tuple_type": "list-expected",
    "mapping_type": "mapping-expected",
    "dict_type": "mapping-expected",
    "model_type": "mapping-expected",
    "model_attributes_type": "mapping-expected",
    "string_too_long": "text-long",
    "string_too_short": "text-short",
    "too_long": "list-long",
    "too_short": "list-short",
    "string_pattern_mismatch": "pattern",
    "bool_parsing": "true-or-false",
    "bool_type": "true-or-false",
    "flag": "true-or-false",
    "number": "number",
    "whole_number": "whole-number",
    "date": "date",
    "period": "period",
    "email": "email",
    "email_pattern": "email-pattern",
    "phone": "phone",
    "url": "url",
    "root": "site-root",
    "language": "site-language",
    "branch": "branch",
}
_SPACING = re.compile(r"[\s_-]+")
_LIMITS = ("max_length", "min_length", "pattern")
# Right in form, but not in the calendar: the form of the date, and the code that says so.
_CALENDAR = {
    "date": (DATE_PATTERN, "no-such-day"),
    "period": (PERIOD_PATTERN, "no-such-period"),
}
# What people write otherwise than the file: the kind of the field, by the code of its fault.
_NOTED = {"date": "date", "period": "period", "number": "number", "whole-number": "whole"}
# A regular expression tells a writer nothing: what the pattern of a field means, by its key.
_PATTERNS = {
    "id": "slug",
    "model": "slug",
    "former_ids": "slug",
    "currency": "currency",
    "price_year": "year",
}


def validated(model: type[R], data: Mapping[str, object]) -> tuple[R | None, tuple[Finding, ...]]:
    """Return `data` as a record, or None and every way in which it is not one."""
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        errors = error.errors(include_url=False, include_context=True)
        return None, tuple(_finding(model, data, e) for e in errors if not _counts_refused(e))


def _counts_refused(detail: ErrorDetails) -> bool:
    """Whether a list is called too short only because items in it were refused."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _finding(model: type[BaseModel], data: Mapping[str, object], detail: ErrorDetails) -> Finding:
    loc = _as_written(data, detail["loc"])
    kind, value = detail["type"], detail["input"]
    code = _CODES[kind]
    params = {name: str(detail["ctx"][name]) for name in _LIMITS if name in detail.get("ctx", {})}
    if code == "unknown-key" and str(loc[-1]).isdigit() and value == "":
        return Finding(loc, "decimal-comma", {"found": visible(str(loc[-1]))})
    if code == "unknown-key":
        return Finding(
            loc, code, {"found": visible(str(loc[-1])), **_nearest_key(model, loc, data)}
        )
    if code == "missing":
        return Finding(loc, code)
    if isinstance(value, str) and not value.strip():
        return Finding(loc, "empty")
    if code in _CALENDAR and isinstance(value, str):
        form, no_such = _CALENDAR[code]
        code = no_such if re.fullmatch(form, value) else code
    if code == "pattern":
        code = _PATTERNS.get(_last_key(loc), code)
    if code == "url" and isinstance(value, str) and (sign := not_in_address(value.strip())):
        params["sign"] = visible(sign)
    if code == "site-language":
        params["allowed"] = languages_named()
    if code in {"text-long", "list-long"} and isinstance(value, (str, list)):
        params["found"] = str(len(value))
        return Finding(loc, code, params)
    return Finding(loc, code, {**params, **_found(value), **_as_in_files(code, value)})


def languages_named() -> str:
    """Return the languages in which a site can be published, each with its own name for itself."""
    names = {language: messages(language).get("languages.own") for language in LANGUAGES}
    return ", ".join(f"{language} ({name})" for language, name in names.items())


def _as_in_files(code: str, value: object) -> dict[str, str]:
    """What a date or a number that is written as people do would be in the file."""
    if code not in _NOTED or not isinstance(value, str):
        return {}
    meant = noted(_NOTED[code], value, "")
    return {} if meant == value or unsure(meant) else {"suggestion": meant}


def _as_written(data: Mapping[str, object], loc: Loc) -> Loc:
    """The place that the writer knows: `started`, where the model has read `started.value`."""
    return (
        loc[:-1] if loc[-1:] == ("value",) and isinstance(value_at(data, *loc[:-1]), str) else loc
    )


def _found(value: object) -> dict[str, str]:
    """What a message shows as found: a text itself, or the name of another shape."""
    if isinstance(value, str):
        return {"found": f"”{visible(value)}”"}
    return {"found_shape": "mapping" if isinstance(value, Mapping) else "list"}


def _last_key(loc: Loc) -> str:
    return next((step for step in reversed(loc) if isinstance(step, str)), "")


def _nearest_key(model: type[BaseModel], loc: Loc, data: Mapping[str, object]) -> dict[str, str]:
    """The key that the writer may have meant, among those of the same record."""
    parent = tuple(ITEM if isinstance(step, int) else step for step in loc[:-1])
    siblings = [d for d in declared_fields(model) if d.path[:-1] == parent]
    written = str(loc[-1])
    labels = {folded(label): d.name for d in siblings for label in _labels(d)}
    # A form and a page call the field by its label: who writes that means the field.
    words = _SPACING.sub(" ", folded(written)).strip()
    meant = labels.get(words) or nearest(written, [d.name for d in siblings])
    if meant is None:
        close = nearest(words, labels)
        parts = {name for label, name in labels.items() if words in label.split()}
        meant = labels[close] if close else _only(parts, siblings, value_at(data, *loc[:-1]))
    return {"suggestion": meant} if meant else {}


def _only(names: set[str], siblings: list[Declared], record: object) -> str | None:
    """The one of `names`, or among several the one that the record lacks but must have."""
    if len(names) > 1 and isinstance(record, Mapping):
        names = {d.name for d in siblings if d.name in names and d.required} - record.keys()
    return next(iter(names)) if len(names) == 1 else None


def _labels(declared: Declared) -> Iterator[str]:
    """What a field is called in every language; the registry's own fields have no such name."""
    key = f"field.{declared.model.__name__}.{declared.name}.label"
    for language in LANGUAGES:
        if messages(language).has(key):
            yield messages(language).get(key)
