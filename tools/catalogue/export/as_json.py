"""The catalogue as JSON."""

import json

from catalogue.catalogue import Catalogue
from catalogue.export.plain import plain_catalogue


def as_json(catalogue: Catalogue) -> bytes:
    """Return the catalogue as UTF-8 JSON in the shape that the schema version names."""
    return json_bytes(plain_catalogue(catalogue))


def json_bytes(value: object) -> bytes:
    """Return `value` as readable UTF-8 JSON that ends in a line feed."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def compact_json(value: object) -> bytes:
    """Return `value` as UTF-8 JSON without white space, for scripts to fetch."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
