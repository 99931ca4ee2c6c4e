"""The data dictionary: every column of every file and every key of the JSON, and nothing else."""

import csv
import io
import json
from collections.abc import Iterator, Mapping

import openpyxl
import pandas
import pytest

from catalogue.export.as_csv import as_csv
from catalogue.export.as_json import as_json
from catalogue.export.as_xlsx import as_xlsx
from catalogue.export.columns import TABLES
from catalogue.export.dictionary import JSON, SHARED, Described, dictionary, dictionary_csv
from catalogue.messages import LANGUAGES, messages
from tests.factories import real_catalogue, registry


def described(language: str = "fi") -> tuple[Described, ...]:
    """Return the dictionary."""
    return dictionary(registry(), messages(language))


def keys(value: object, known: Mapping[str, Described], path: str = "") -> Iterator[str]:
    """Yield the path of every key in `value`; within a shared record, from its own name."""
    if isinstance(value, list):
        for item in value:
            yield from keys(item, known, path)
    elif isinstance(value, dict):
        kind = known[path].kind if path in known else ""
        start = f"{kind}." if kind in SHARED else f"{path}." if path else ""
        for key, item in value.items():
            inner = f"{start}{key}{'[]' if isinstance(item, list) else ''}"
            yield inner
            if inner != "practices[].body":
                yield from keys(item, known, inner)


@pytest.mark.parametrize("name", TABLES)
def test_every_column_of_a_csv_file_is_in_the_dictionary_and_vice_versa(name: str) -> None:
    """In the order of the file."""
    head = next(csv.reader(io.StringIO(as_csv(TABLES[name], real_catalogue()).decode())))
    assert [row.name for row in described() if row.table == name] == head


@pytest.mark.parametrize("name", TABLES)
def test_every_column_of_a_sheet_is_in_the_dictionary_and_vice_versa(name: str) -> None:
    """In the order of the sheet."""
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(real_catalogue(), messages())))
    head = next(book[messages().get(f"export.sheet.{name}")].iter_rows(values_only=True))
    assert tuple(row.name for row in described() if row.table == name) == head


def test_every_key_of_the_json_is_in_the_dictionary() -> None:
    """At any depth."""
    known = {row.name: row for row in described() if row.table == JSON}
    found = set(keys(json.loads(as_json(real_catalogue())), known))
    assert found - known.keys() == set()
    assert {"practices[].outcomes[].change.absolute", "award_rounds[].nominees[].role"} <= found


def test_keys_that_are_always_there_are_in_every_record() -> None:
    """And so no program need ask for them."""
    first = json.loads(as_json(real_catalogue()))["practices"]
    always = [
        row.name.removeprefix("practices[].").removesuffix("[]")
        for row in described()
        if row.table == JSON and row.always == "yes" and row.name.startswith("practices[].")
    ]
    own = {name for name in always if "." not in name}
    assert [set(practice) & own for practice in first] == [own] * len(first)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_a_label_a_meaning_and_a_type(language: str) -> None:
    """A key that nobody explains would be guessed at; a help text of the form is no meaning."""
    texts = messages(language)
    for row in described(language):
        assert row.label, row
        assert row.meaning.endswith("."), row
        assert texts.has(f"export.kind.{row.kind}"), row
    forms = {text for key, text in texts.texts.items() if key.startswith("field.")}
    assert [row.name for row in described(language) if row.meaning in forms] == [
        f"practices[].translations.{language}" for language in LANGUAGES
    ]


def test_no_meaning_is_left_of_what_is_no_longer_exported() -> None:
    """A column or key taken away takes its texts with it."""
    used = {row.meaning for row in described()}
    kept = {t for key, t in messages().texts.items() if key.startswith("export.meaning.")}
    assert kept - used == set()


def test_every_value_of_a_vocabulary_is_told_and_none_else_is_in_the_data() -> None:
    """As many as the registry has."""
    cells = {
        (table.name, column.name): {
            value
            for entry in real_catalogue().entries
            for row in table.rows(entry, registry())
            for value in str(column.read(row) or "").split("; ")
            if value
        }
        for table in TABLES.values()
        for column in table.columns
        if column.vocabulary
    }
    for row in described():
        if row.vocabulary:
            told = [pair.partition(" = ")[0] for pair in row.values.split("; ")]
            assert told == list(registry().vocabularies[row.vocabulary].values)
            assert cells.get((row.table, row.name), set()) <= {*told, "unknown"}, row


def test_pandas_reads_the_dictionary() -> None:
    """Each column or key on a row of its own."""
    data = dictionary_csv(registry(), messages())
    frame = pandas.read_csv(io.BytesIO(data), keep_default_na=False)
    assert list(frame["name"]) == [row.name for row in described()]
    assert not frame.duplicated(["table", "name"]).any()
