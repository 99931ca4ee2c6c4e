"""The JSON Schema of a practice's front matter, for editors and the form."""

from collections.abc import Mapping
from typing import Any

from catalogue.messages import Messages
from catalogue.model.dates import UNKNOWN
from catalogue.model.declared import Declared, declared_fields
from catalogue.model.practice import Practice
from catalogue.model.registry import Registry

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Registers short enough to be offered as a list of choices.
_LISTED = ("organisations", "indicators", "rounds")


def practice_schema(registry: Registry, texts: Messages) -> dict[str, Any]:
    """Return the schema with labels, help texts and allowed values filled in from the registry."""
    schema = Practice.model_json_schema(by_alias=True)
    places = {(d.model.__name__, d.name): d for d in declared_fields(Practice)}
    definitions = schema["$defs"]
    for record, properties in [
        ("Practice", schema["properties"]),
        *(
            (name, variant["properties"])
            for name, item in definitions.items()
            for variant in (item, *item.get("anyOf", ()))
            if "properties" in variant
        ),
    ]:
        for name, described in properties.items():
            declared = places.get((record, name))
            if declared:
                _describe(described, declared, registry, texts)
    return {
        "$schema": DIALECT,
        **schema,
        "title": texts.get("schema.title"),
        "description": texts.get("schema.description"),
    }


def field_key(declared: Declared) -> str:
    """Return the key under `field.` of the texts of a field."""
    return f"{declared.model.__name__}.{declared.name}"


def _describe(
    described: dict[str, Any], declared: Declared, registry: Registry, texts: Messages
) -> None:
    described["title"] = texts.get(f"field.{field_key(declared)}.label")
    described["description"] = texts.get(f"field.{field_key(declared)}.help")
    described.pop("default", None)
    for variant in described.get("anyOf", ()):
        if variant.get("type") == "null":
            described["anyOf"].remove(variant)
    choices = _choices(declared, registry, texts.language)
    if choices:
        target = described["items"] if declared.many else described
        target.pop("anyOf", None)
        target["type"] = "string"
        target["enum"] = list(choices)
        # Editors that know it show what each value means beside it.
        target["enumDescriptions"] = list(choices.values())


def _choices(declared: Declared, registry: Registry, language: str) -> Mapping[str, str]:
    if declared.choice:
        terms = registry.vocabularies[declared.choice.vocabulary].values
        return {value: term.label.get(language) for value, term in terms.items()}
    if declared.reference and declared.reference.register in _LISTED:
        register = getattr(registry, declared.reference.register)
        choices = {value: item.name.get(language) for value, item in register.items()}
        if declared.reference.unknown:
            choices[UNKNOWN] = registry.term("status", UNKNOWN).label.get(language)
        return choices
    return {}
