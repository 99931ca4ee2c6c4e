"""The data dictionary: what every column and key of the open data means."""

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, fields
from typing import Any

from catalogue.export.as_csv import csv_lines
from catalogue.export.columns import TABLES
from catalogue.export.data_schema import DERIVED, REGISTER, VOCABULARY, data_schema
from catalogue.messages import Messages
from catalogue.model.registry import Registry

JSON = "json"
# Records so often used that they are described once, after the others.
SHARED = ("StatedDate", "StatedPeriod", "Text")
_YES, _NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Described:
    """A column or key.

    Attributes:
        table: practices, outcomes or awards for a column; json for a key of `practices.json`.
        name: The column's heading, or the path of the key: `practices[].outcomes[].id`.
        label: Its name for people.
        kind: text, list, integer, number, date…, as `export.kind.<kind>` names it.
        always: `yes` where it is there in every record, though a cell may be empty.
        derived: `yes` where the value is worked out and not written in a record.
        vocabulary: The vocabulary of its values, or "".
        register: The register in which its values are ids, or "".
        values: The values of the vocabulary with their labels.
        meaning: What it says, and how to read it.
    """

    table: str
    name: str
    label: str
    kind: str
    always: str
    derived: str
    vocabulary: str
    register: str
    values: str
    meaning: str


def dictionary(registry: Registry, texts: Messages) -> tuple[Described, ...]:
    """Return every column of every table, then every key of the JSON."""
    return (*table_columns(registry, texts), *json_keys(registry, texts))


def dictionary_csv(registry: Registry, texts: Messages) -> bytes:
    """Return the dictionary as CSV."""
    head = [field.name for field in fields(Described)]
    return csv_lines([head, *(list(astuple(row)) for row in dictionary(registry, texts))])


def table_columns(registry: Registry, texts: Messages) -> Iterator[Described]:
    """Yield every column of every table, in the order of the files."""
    for table in TABLES.values():
        for column in table.columns:
            key = f"{table.name}.{column.name}"
            yield Described(
                table.name,
                column.name,
                texts.get(f"export.label.{key}"),
                column.kind,
                _YES,
                _YES if column.derived else _NO,
                column.vocabulary,
                column.register,
                vocabulary_values(column.vocabulary, registry, texts.language),
                texts.get(f"export.column.{key}"),
            )


def json_keys(registry: Registry, texts: Messages) -> Iterator[Described]:
    """Yield every key of `practices.json` by its path, as its schema has them."""
    schema = data_schema(texts)
    definitions = schema["$defs"]
    walks = [("", schema), *((f"{name}.", _group(definitions[name])) for name in SHARED)]
    for prefix, record in walks:
        for path, key, required in _keys(record, prefix, definitions):
            vocabulary = key.get(VOCABULARY, "")
            yield Described(
                JSON,
                path,
                key["title"],
                _kind(key),
                _YES if required else _NO,
                _YES if key.get(DERIVED) else _NO,
                vocabulary,
                key.get(REGISTER, ""),
                vocabulary_values(vocabulary, registry, texts.language),
                key["description"],
            )


def vocabulary_values(vocabulary: str, registry: Registry, language: str) -> str:
    """Return the values of `vocabulary` with their labels, `nominee = ehdokas; …`."""
    if not vocabulary:
        return ""
    terms = registry.vocabularies[vocabulary].values
    return "; ".join(f"{value} = {term.label.get(language)}" for value, term in terms.items())


def _keys(
    record: Mapping[str, Any], prefix: str, definitions: Mapping[str, Any]
) -> Iterator[tuple[str, Mapping[str, Any], bool]]:
    """The keys of a record and of the records in it, with their paths and whether they must be."""
    for name, key in record["properties"].items():
        many = key.get("type") == "array"
        path = f"{prefix}{name}{'[]' if many else ''}"
        yield path, key, name in record["required"]
        inner = _record_of(key)
        if inner and inner not in SHARED:
            yield from _keys(definitions[inner], f"{path}.", definitions)


def _record_of(key: Mapping[str, Any]) -> str:
    """The record that the value of a key is, or that its items are; "" for other values."""
    for part in (key, key.get("items", {}), *key.get("anyOf", ())):
        if "$ref" in part:
            return str(part["$ref"]).rpartition("/")[2]
    return ""


def _kind(key: Mapping[str, Any]) -> str:
    kind = key.get("type")
    if isinstance(kind, list):
        kind = next(k for k in kind if k != "null")
    if kind:
        return "text" if kind == "string" else str(kind)
    record = _record_of(key)
    return record if record in SHARED else "object"


def _group(definition: Mapping[str, Any]) -> Mapping[str, Any]:
    """The form of a shared record that has keys."""
    forms = definition.get("anyOf", (definition,))
    return next(form for form in forms if "properties" in form)
