"""What a result shows of its practice: fetched for shown results only."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from catalogue.search.record import SearchRecord

CARDS_PER_FILE = 16
BODIES_PER_FILE = 4
_SHOWN = ("title", "summary", "body")


def showing_files(records: Sequence[SearchRecord]) -> Iterator[tuple[str, Sequence[SearchRecord]]]:
    """Yield the names of cards `t<n>.json` and bodies `b<n>.json`, and the records in each."""
    for letter, number in (("t", CARDS_PER_FILE), ("b", BODIES_PER_FILE)):
        for start in range(0, len(records), number):
            yield f"{letter}{start // number}.json", records[start : start + number]


def shown(name: str, records: Sequence[SearchRecord]) -> str:
    """Return the file of the name: of cards [id, title, summary], or of bodies [body, fields]."""
    if name.startswith("t"):
        return _json([[each.id, each.text("title"), each.text("summary")] for each in records])
    return _json([[each.text("body"), _others(each)] for each in records])


def _others(record: SearchRecord) -> list[tuple[str, str]]:
    """What a practice is found by and its result does not show: each field's name and text."""
    return [(name, text) for name, text in record.fields if name not in _SHOWN]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
