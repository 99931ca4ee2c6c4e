"""The benchmark's documents and queries, and how well an answer meets them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TASKS = ("infl_base", "infl_seen", "infl_unseen", "comp_last", "comp_first", "typo")
INFLECTIONS = TASKS[:3]


@dataclass(frozen=True, slots=True)
class Query:
    """A query; `wanted` must be found, `relevant` may be: the lemma or a compound of it."""

    task: str
    text: str
    wanted: frozenset[int]
    relevant: frozenset[int]


@dataclass(frozen=True, slots=True)
class Pool:
    """Documents (by position) and the queries put to them."""

    documents: tuple[str, ...]
    queries: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Recall of the wanted, precision of what was returned, mean reciprocal rank."""

    recall: float
    precision: float
    reciprocal_rank: float


def load(path: Path) -> Pool:
    """The pool in a gzipped JSON file."""
    data = json.loads(gzip.decompress(path.read_bytes()))
    place = {int(document["id"]): n for n, document in enumerate(data["docs"])}
    queries = tuple(
        Query(
            query["task"],
            query["q"],
            frozenset(place[each] for each in query.get("conly") or query["g2"]),
            frozenset(place[each] for each in query["u"]),
        )
        for query in data["queries"]
    )
    return Pool(tuple(document["text"] for document in data["docs"]), queries)


def score(queries: Sequence[Query], answers: Sequence[Sequence[int]], task: str) -> Score:
    """How well the answers, in the order of the queries, meet those of a task."""
    recall, precision, rank, returned, count = 0.0, 0.0, 0.0, 0, 0
    for query, answer in zip(queries, answers, strict=True):
        if query.task != task:
            continue
        count += 1
        found = set(answer)
        recall += len(found & query.wanted) / len(query.wanted)
        if found:
            returned += 1
            precision += len(found & query.relevant) / len(found)
        rank += next((1 / n for n, doc in enumerate(answer, 1) if doc in query.relevant), 0.0)
    count = max(1, count)
    return Score(recall / count, precision / max(1, returned), rank / count)
