"""The measurements as Markdown tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.search.ours import Cost
from benchmarks.search.pool import INFLECTIONS, TASKS, Query, score


def quality(queries: Sequence[Query], answers: Mapping[str, Sequence[Sequence[int]]]) -> str:
    """Recall / precision of each task and the mean reciprocal rank of inflections, by engine."""
    rows = []
    for engine, found in answers.items():
        scores = {task: score(queries, found, task) for task in TASKS}
        counts = {task: sum(query.task == task for query in queries) for task in TASKS}
        total = sum(counts[task] for task in INFLECTIONS)
        rank = sum(scores[task].reciprocal_rank * counts[task] for task in INFLECTIONS) / total
        cells = [f"{scores[task].recall:.3f} / {scores[task].precision:.3f}" for task in TASKS]
        rows.append([engine, *cells, f"{rank:.3f}"])
    return table(["recall / precision", *TASKS, "MRR infl"], rows)


def costs(measured: Mapping[tuple[int, str], Cost]) -> str:
    """Bytes and milliseconds by number of documents and kind of query: median / 95th percentile."""
    rows = [
        [
            f"{count:,}",
            task,
            f"{each.kilobytes[0]:.1f} / {each.kilobytes[1]:.1f}",
            f"{each.first[0]:.1f} / {each.first[1]:.1f}",
            f"{each.warm[0]:.1f} / {each.warm[1]:.1f}",
        ]
        for (count, task), each in measured.items()
    ]
    return table(["documents", "queries", "first query, kB", "first, ms", "warm, ms"], rows)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
