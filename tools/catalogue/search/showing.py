"""What a result shows: ids, titles, summaries and bodies, fetched only for shown results."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from catalogue.search.record import SearchRecord

CARDS_PER_FILE = 16
BODIES_PER_FILE = 4


def showing_files(records: Sequence[SearchRecord]) -> Iterator[tuple[str, Sequence[SearchRecord]]]:
    """Yield the names of cards `t<n>.json` and bodies `b<n>.json`, and the records in each."""
    for letter, number in (("t", CARDS_PER_FILE), ("b", BODIES_PER_FILE)):
        for start in range(0, len(records), number):
            yield f"{letter}{start // number}.json", records[start : start + number]


def shown(name: str, records: Sequence[SearchRecord]) -> str:
    """Return the file of the name: of cards [id, title, summary], or of bodies."""
    if name.startswith("t"):
        return _json([[each.id, each.text("title"), each.text("summary")] for each in records])
    return _json([each.text("body") for each in records])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
