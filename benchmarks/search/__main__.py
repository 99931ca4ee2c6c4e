"""Runs the measurements and prints them; see the package's docstring."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from benchmarks.search import corpus, ours, rivals
from benchmarks.search.pool import TASKS, Pool, load
from benchmarks.search.report import costs, quality, table
from catalogue.search import CachedAnalyser, SearchRecord, analyser_for, build_index

_EVERY = 9
"""Latencies are taken of every ninth query."""


def main() -> None:
    """Measures what the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search")
    parser.add_argument("--pool", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--rivals", action="store_true")
    arguments = parser.parse_args()
    print(measured_search(load(arguments.pool), arguments.sizes, arguments.rivals))


def measured_search(pool: Pool, sizes: list[int], with_rivals: bool) -> str:
    """Return the report: quality, bytes, latency and build cost as tables."""
    analyser = CachedAnalyser(analyser_for("fi"))
    texts = [query.text for query in pool.queries]
    documents = [
        SearchRecord(str(n), "fi", (("body", text),)) for n, text in enumerate(pool.documents)
    ]
    index = build_index(documents, language="fi", analyser=analyser)
    answers = {
        "ours, Chromium": ours.in_chromium(index, texts, "answers"),
        "ours, Node": ours.in_node(index, texts),
    }
    if with_rivals:
        answers["Material for MkDocs"], _ = rivals.material(pool.documents, texts)
        answers["Pagefind"] = rivals.pagefind(pool.documents, texts)
    by_task = {t: [q.text for q in pool.queries if q.task == t][::_EVERY] for t in TASKS}
    measured, builds = {}, []
    for size in sizes:
        start = time.process_time()
        files = build_index(corpus.records(pool.documents, size), language="fi", analyser=analyser)
        seconds = time.process_time() - start
        shards = sum(ours.gzipped(files[name]) for name in files if "/s" in name)
        builds.append([f"{size:,}", f"{seconds:.0f}", f"{shards / 1e6:.1f}"])
        for task, queries in by_task.items():
            measured[size, task] = ours.cost(files, queries)
    return "\n\n".join(
        [
            "## Search",
            "`python -m benchmarks.search --pool POOL.json.gz --rivals`",
            f"{len(documents)} documents, {len(texts)} queries; {analyser.version}.",
            quality(pool.queries, answers),
            "First query: engine, meta and shards, gzipped; milliseconds in Chromium once the "
            "files arrived. Median / 95th percentile. Synthetic documents of 600 words.",
            costs(measured),
            table(
                ["documents", "build, CPU s (words analysed before)", "shards, MB gzipped"], builds
            ),
            f"Modules of a first query: {ours.engine_bytes(*ours.MODULES):,} bytes gzipped; with "
            f"excerpts and suggestions "
            f"{ours.engine_bytes(*(path.name for path in ours.ENGINE.glob('*.js'))):,}.",
        ]
    )


if __name__ == "__main__":
    main()
