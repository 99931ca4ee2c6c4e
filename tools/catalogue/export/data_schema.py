"""The JSON Schema of `practices.json`, made from the records and the derived values.

Unlike the schema of the front matter, which says what may be written, it says what is exported:
numbers are numbers, and what has a default is always there. It leaves room for keys that a later
minor version adds; values of vocabularies are listed in the data dictionary and not here, since
the registry may gain one without a new version.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from catalogue.export.derived import (
    CHANGE,
    OUTCOME_DERIVED,
    PRACTICE_DERIVED,
    PRACTICE_HEAD,
    Derived,
)
from catalogue.export.plain import SCHEMA_VERSION
from catalogue.export.schema import DIALECT
from catalogue.messages import Messages
from catalogue.model.declared import Declared, declared_fields
from catalogue.model.practice import Practice
from catalogue.model.registry import Indicator, Removed, Round
from catalogue.model.values import SLUG_PATTERN

FILE = "practices.schema.json"
RECORDS: tuple[type[BaseModel], ...] = (Practice, Round, Indicator, Removed)
VOCABULARY, REGISTER, DERIVED = "x-vocabulary", "x-register", "x-derived"
_DROPPED = ("default", "additionalProperties", "title", "description", "enumDescriptions")
# A column and a key of the same name mean the same.
_TABLES = {"Practice": "practices", "Outcome": "outcomes", "Award": "awards"}
_SLUG = {"type": "string", "pattern": SLUG_PATTERN}


def data_schema(texts: Messages, site_url: str | None = None) -> dict[str, Any]:
    """Return the schema, with labels and meanings in the language of `texts`.

    Its `$id` names the version, and is the address of the file where the site's is known.
    """
    definitions = _definitions(texts)
    base = f"{site_url}/data/" if site_url else ""
    major = SCHEMA_VERSION.partition(".")[0]
    version = {"type": "string", "pattern": rf"^{major}\.[0-9]+\.[0-9]+$"}
    lists = {
        "practices": "Practice",
        "award_rounds": "Round",
        "indicators": "Indicator",
        "removed": "Removed",
    }
    properties: dict[str, dict[str, Any]] = {
        "schema_version": version,
        **{key: {"type": "array", "items": _ref(name)} for key, name in lists.items()},
    }
    for key, schema in properties.items():
        properties[key] = {**_words("Catalogue", key, texts), **schema}
    return {
        "$schema": DIALECT,
        "$id": f"{base}{FILE}?version={SCHEMA_VERSION}",
        "title": texts.get("export.data-schema.title"),
        "description": texts.get("export.data-schema.description", version=SCHEMA_VERSION),
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "$defs": definitions,
    }


def _definitions(texts: Messages) -> dict[str, Any]:
    """Every record that is exported, by name."""
    found: dict[str, Any] = {}
    declared: dict[str, dict[str, Declared]] = {}
    for record in RECORDS:
        schema = record.model_json_schema(by_alias=True)
        found |= {**schema.pop("$defs", {}), record.__name__: schema}
        for one in declared_fields(record):
            declared.setdefault(one.model.__name__, {})[one.name] = one
    made = {name: _record(name, found[name], declared[name], texts) for name in sorted(declared)}
    _extend(made["Practice"], "Practice", PRACTICE_HEAD, texts, first=True)
    _extend(made["Practice"], "Practice", PRACTICE_DERIVED, texts)
    _extend(made["Outcome"], "Outcome", OUTCOME_DERIVED, texts)
    made["Change"] = {"type": "object", "required": [], "properties": {}}
    _extend(made["Change"], "Change", CHANGE, texts)
    made["Nominee"] = _object(
        {"practice": {**_SLUG, REGISTER: "practices"}, "role": {**_SLUG, VOCABULARY: "role"}},
        "Nominee",
        texts,
    )
    nominees = {"nominees": {"type": "array", "items": _ref("Nominee"), DERIVED: True}}
    url = {"url": {"type": "string", "pattern": "^/", DERIVED: True}}
    for name, more in (("Round", nominees), ("Indicator", {}), ("Removed", url)):
        extra = _object({"id": _SLUG, **more}, name, texts)
        made[name]["properties"] = {**extra["properties"], **made[name]["properties"]}
        made[name]["required"] = [*extra["required"], *made[name]["required"]]
    return made


def _record(
    name: str, schema: Mapping[str, Any], declared: Mapping[str, Declared], texts: Messages
) -> dict[str, Any]:
    variants = schema.get("anyOf", (schema,))
    properties = next(v["properties"] for v in variants if "properties" in v)
    made = {
        "type": "object",
        "required": [key for key, one in declared.items() if always(one)],
        "properties": {
            key: {**_words(name, key, texts), **exported(value), **_points_to(declared[key])}
            for key, value in properties.items()
        },
    }
    if schema is variants[0]:
        return made
    # A date is a text, or, where it was worked out, a record that says why.
    return {"anyOf": [exported(variants[0]), {**made, "required": list(properties)}]}


def exported(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is exported of a value whose front matter may be as `schema` says."""
    kept = {key: value for key, value in schema.items() if key not in _DROPPED}
    if "items" in kept:
        kept["items"] = exported(kept["items"])
    if "anyOf" not in kept:
        return kept
    variants = [exported(v) for v in kept.pop("anyOf") if v.get("type") != "null"]
    types = {v.get("type"): v for v in variants}
    if "string" in types and "unknown" in types["string"].get("pattern", ""):
        chosen = types["string"]
    else:
        named = (types[t] for t in ("boolean", "integer", "number") if t in types)
        chosen = next(named, variants[0])
    return {**kept, **chosen}


def always(declared: Declared) -> bool:
    """Whether a field is in every export: it is required, or has a default that says something."""
    field = declared.field
    return field.is_required() or field.get_default(call_default_factory=True) is not None


def _extend(
    record: dict[str, Any],
    name: str,
    derived: Iterable[Derived[Any]],
    texts: Messages,
    first: bool = False,
) -> None:
    """Add derived values to a record; they are always there."""
    more: dict[str, Any] = {}
    for one in derived:
        marks = {VOCABULARY: one.vocabulary, REGISTER: one.register, DERIVED: True}
        said = {key: value for key, value in marks.items() if value}
        more[one.name] = {**_words(name, one.name, texts), **one.schema, **said}
    record["properties"] = (
        {**more, **record["properties"]} if first else {**record["properties"], **more}
    )
    record["required"] = list(dict.fromkeys([*record["required"], *more]))


def _object(properties: Mapping[str, Any], name: str, texts: Messages) -> dict[str, Any]:
    described = {key: {**_words(name, key, texts), **s} for key, s in properties.items()}
    return {"type": "object", "required": list(properties), "properties": described}


def _words(record: str, key: str, texts: Messages) -> dict[str, str]:
    """The label and the meaning of a key: its own, else those of its column, else of its field."""
    column = f"{_TABLES.get(record)}.{key}"
    field = f"field.{record}.{key}"
    labels = (f"{field}.label", f"export.name.{record}.{key}", f"export.label.{column}")
    meanings = (f"export.meaning.{record}.{key}", f"export.column.{column}", f"{field}.help")
    return {
        "title": next((texts.get(k) for k in labels if texts.has(k)), key),
        "description": next((texts.get(k) for k in meanings if texts.has(k)), ""),
    }


def _points_to(declared: Declared) -> dict[str, str]:
    found = {}
    if declared.choice:
        found[VOCABULARY] = declared.choice.vocabulary
    if declared.reference:
        found[REGISTER] = declared.reference.register
    return found


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}
