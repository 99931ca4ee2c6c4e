"""What a result shows: ids, titles, summaries and bodies, fetched only for shown results."""

from __future__ import annotations

import json
from collections.abc import Sequence

from catalogue.search.record import SearchRecord

CARDS_PER_FILE = 16
BODIES_PER_FILE = 4


def showing_files(records: Sequence[SearchRecord]) -> dict[str, str]:
    """`ids.txt`, cards `t<n>.json` ([id, title, summary] each) and bodies `b<n>.json`."""
    files = {"ids.txt": "\n".join(record.id for record in records)}
    for start in range(0, len(records), CARDS_PER_FILE):
        cards = [
            [record.id, record.text("title"), record.text("summary")]
            for record in records[start : start + CARDS_PER_FILE]
        ]
        files[f"t{start // CARDS_PER_FILE}.json"] = _json(cards)
    for start in range(0, len(records), BODIES_PER_FILE):
        bodies = [record.text("body") for record in records[start : start + BODIES_PER_FILE]]
        files[f"b{start // BODIES_PER_FILE}.json"] = _json(bodies)
    return files


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
