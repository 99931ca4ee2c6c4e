"""The catalogue as JSON, one practice on each line.

A file is its head, a fragment of each practice and its tail, so that a build may keep the
fragments of what has not changed; and a line that differs shows which practice did.
"""

import io
import json
from collections.abc import Iterable, Iterator
from functools import partial

from pydantic_core import to_json

from catalogue.catalogue import Catalogue
from catalogue.entry import Entry
from catalogue.export.plain import SCHEMA_VERSION, plain_lists, plain_practice

# Made once: making it takes as long as writing a small value.
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def json_head() -> bytes:
    """Return what comes before the practices."""
    return f'{{"schema_version": "{SCHEMA_VERSION}",\n"practices": ['.encode()


def json_practice(entry: Entry) -> bytes:
    """Return one practice as a line without its end; depends on nothing but the entry."""
    return _ENCODER.encode(plain_practice(entry)).encode()


def json_tail(catalogue: Catalogue) -> bytes:
    """Return what comes after the practices: award rounds and indicators, one on each line."""
    return b"\n]" + b"".join(_list(key, items) for key, items in plain_lists(catalogue)) + b"}\n"


def json_parts(practices: Iterable[bytes], catalogue: Catalogue) -> Iterator[bytes]:
    """Yield the file piece by piece around the fragments `practices`."""
    yield json_head()
    separator = b"\n"
    for practice in practices:
        yield separator
        yield practice
        separator = b",\n"
    yield json_tail(catalogue)


def as_json(catalogue: Catalogue) -> bytes:
    """Return the catalogue as UTF-8 JSON in the shape that the schema version names."""
    practices = (entry.part("json", partial(json_practice, entry)) for entry in catalogue.entries)
    whole = io.BytesIO()
    # `join` would hold every piece beside the whole.
    whole.writelines(json_parts(practices, catalogue))
    return whole.getvalue()


def json_bytes(value: object) -> bytes:
    """Return `value` as readable UTF-8 JSON that ends in a line feed."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def compact_json(value: object) -> bytes:
    """Return `value` as UTF-8 JSON without white space, for scripts to fetch."""
    return to_json(value)


def _list(key: str, items: Iterable[object]) -> bytes:
    lines = ",".join("\n" + json.dumps(item, ensure_ascii=False) for item in items)
    return f',\n"{key}": [{lines}\n]'.encode()
