"""The theme's own search and Pagefind on the same documents, in Chromium."""

from __future__ import annotations

import html
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks.search.ours import gzipped
from benchmarks.search.site import chromium, write

# As mkdocs-material 9.8 writes it for `language: fi`.
_MATERIAL_CONFIG = {
    "lang": ["fi"],
    "separator": "[\\s\\-]+",
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}},
}
_ASK_MATERIAL = """async ([worker, queries]) => {
  const search = new Worker(worker);
  const ask = (message) => new Promise((resolve) => {
    search.onmessage = ({ data }) => resolve(data);
    search.postMessage(message);
  });
  const index = await (await fetch('/search_index.json')).json();
  await ask({ type: 0, data: { ...index, options: { suggest: false } } });
  const found = [];
  for (const query of queries) {
    const { data } = await ask({ type: 2, data: query });
    found.push(data.items.flat().map((item) => Number(item.location.split('/')[0])));
  }
  return found;
}"""
_ASK_PAGEFIND = """async (queries) => {
  const pagefind = await import('/pagefind/pagefind.js');
  await pagefind.init();
  const places = new Map(), found = [];
  for (const query of queries) {
    const documents = [];
    for (const result of (await pagefind.search(query)).results) {
      if (!places.has(result.id)) {
        const { url } = await result.data();
        places.set(result.id, Number(url.match(/(\\d+)\\.html/)[1]));
      }
      documents.push(places.get(result.id));
    }
    found.push(documents);
  }
  return found;
}"""


def material(documents: Sequence[str], queries: Sequence[str]) -> tuple[list[list[int]], int]:
    """What the theme's worker finds, and the gzipped bytes of the index it starts with."""
    spec = find_spec("material")
    assert spec and spec.submodule_search_locations, "mkdocs-material is not installed"
    assets = Path(spec.submodule_search_locations[0]) / "templates" / "assets" / "javascripts"
    (worker,) = (assets / "workers").glob("search.*.min.js")
    entries = [
        {"location": f"{n}/", "title": f"x{n}", "text": f"<p>{html.escape(text)}</p>"}
        for n, text in enumerate(documents)
    ]
    index = json.dumps({"config": _MATERIAL_CONFIG, "docs": entries}, ensure_ascii=False).encode()
    scripts = [worker, *(assets / "lunr").rglob("*.js")]
    files = {f"js/{path.relative_to(assets)}": path.read_bytes() for path in scripts}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, {"search_index.json": index, **files})
        with chromium(folder) as page:
            found: list[list[int]] = page.evaluate(
                _ASK_MATERIAL, [f"/js/workers/{worker.name}", list(queries)]
            )
    return found, gzipped(index)


def pagefind(documents: Sequence[str], queries: Sequence[str]) -> list[list[int]]:
    """What Pagefind finds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = {
            f"{n}.html": f"<html lang=fi><title>{n}</title><body><main>{html.escape(text)}".encode()
            for n, text in enumerate(documents)
        }
        write(folder, pages)
        command = [sys.executable, "-m", "pagefind", "--site", str(folder)]
        subprocess.run(command, check=True, capture_output=True)
        with chromium(folder) as page:
            found: list[list[int]] = page.evaluate(_ASK_PAGEFIND, list(queries))
    return found
