"""Our engine, in Node and in Chromium."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from benchmarks.search.site import chromium, write

HERE = Path(__file__).parent
ENGINE = HERE.parents[1] / "overrides" / "assets" / "search"
MODULES = ("engine.js", "expand.js", "shards.js")
"""What a first query fetches; excerpts and suggestions come when asked for."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Bytes (gzipped, engine and meta included) and milliseconds: median and 95th percentile."""

    kilobytes: tuple[float, float]
    first: tuple[float, float]
    warm: tuple[float, float]


def gzipped(content: bytes) -> int:
    """Bytes as a web server would send them."""
    return len(gzip.compress(content, 9))


def engine_bytes(*names: str) -> int:
    """The gzipped size of the engine's modules, each on its own."""
    return sum(gzipped((ENGINE / name).read_bytes()) for name in names)


def in_node(files: dict[str, bytes], queries: Sequence[str]) -> list[list[int]]:
    """The documents each query finds, in Node."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "index", files)
        (folder / "queries.json").write_text(json.dumps(queries))
        # Node takes a module for one by its name; the site's names end in .js.
        for module in ENGINE.glob("*.js"):
            text = module.read_text(encoding="utf-8").replace(".js';", ".mjs';")
            (folder / module.with_suffix(".mjs").name).write_text(text, encoding="utf-8")
        arguments = [folder, folder / "index", folder / "queries.json"]
        command = ["node", str(HERE / "node.mjs"), *map(str, arguments)]
        answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found: list[list[int]] = json.loads(answer)
    return found


def in_chromium(files: dict[str, bytes], queries: Sequence[str], function: str) -> Any:
    """What a function of measure.mjs answers, in Chromium."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "index", files)
        shutil.copytree(ENGINE, folder / "engine")
        shutil.copy(HERE / "measure.mjs", folder / "measure.js")
        with chromium(folder) as page:
            return page.evaluate(
                """async ([name, queries]) => {
                  const { openIndex } = await import('/engine/engine.js');
                  const measure = await import('/measure.js');
                  const load = async (file) => (await fetch('/index/' + file)).text();
                  return measure[name](openIndex, load, queries);
                }""",
                [function, list(queries)],
            )


def cost(files: dict[str, bytes], queries: Sequence[str]) -> Cost:
    """What first queries cost in Chromium."""
    measured = in_chromium(files, queries, "latencies")
    engine = engine_bytes(*MODULES)
    sizes = {name: gzipped(content) for name, content in files.items()}
    totals = [engine + sum(sizes[name] for name in set(one["names"])) for one in measured]
    return Cost(
        _spread([total / 1000 for total in totals]),
        _spread([one["first"] for one in measured]),
        _spread([one["warm"] for one in measured]),
    )


def _spread(values: Sequence[float]) -> tuple[float, float]:
    return median(values), quantiles(values, n=20)[-1]
