"""The browse page's facets, measured in Chromium on synthetic practices.

What is timed is what a reader waits for after a tick: which practices remain, the new counts of
every option, and the order. The facets have as many options as the real registry.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.search.ours import gzipped
from benchmarks.search.report import table
from benchmarks.search.site import chromium

MODULES = Path(__file__).parents[1] / "overrides" / "assets" / "browse"
SIZES = (1_000, 10_000)
_SEED = 20261122
_FIRST_CHARACTER = 0x100
_CARDS_PER_FILE = 16
# Facet → how many options it has, and how many of them a practice has at most.
_SHAPE = {
    "theme": (18, 5),
    "target_group": (12, 3),
    "service_level": (6, 2),
    "evidence": (7, 1),
    "result": (6, 3),
    "indicator": (30, 6),
    "county": (23, 1),
    "municipality": (309, 2),
    "size": (4, 2),
    "provider_kind": (5, 1),
    "kind": (5, 1),
    "status": (6, 1),
    "award": (20, 1),
    "role": (3, 1),
    "completeness": (3, 1),
    "year": (15, 1),
}
# Facets of the same outcomes or awards: one value for each of those.
_EACH = {
    "evidence": "outcome",
    "result": "outcome",
    "indicator": "outcome",
    "award": "award",
    "role": "award",
}
_MOST = {"outcome": 6, "award": 2}
_TIMED = """async ([data, turns]) => {
  const { Columns } = await import('/columns.js');
  const columns = new Columns(data);
  const times = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const chosen = new Map();
    for (const facet of columns.facets.filter((_, n) => (turn + n) % 5 === 0)) {
      const one = facet.values[turn % facet.values.length][0];
      chosen.set(facet.name, new Set([one, facet.values[0][0]]));
    }
    const start = performance.now();
    const { docs } = columns.filter(null, chosen);
    columns.order(docs, ['title', 'newest', 'evidence', 'place'][turn % 4], null);
    times.push(performance.now() - start);
  }
  return times;
}"""


# From a tick in the real page to the event that says that counts and results are shown.
_TICKED = """async (turns) => {
  const root = document.querySelector('[data-module=browse]');
  const boxes = [...root.querySelectorAll('.facet input')];
  const times = [];
  const rendered = () =>
    new Promise((done) => root.addEventListener('browse:shown', done, { once: true }));
  for (let turn = 0; turn < turns; turn += 1) {
    const shown = rendered();
    const start = performance.now();
    boxes[(turn * 37) % boxes.length].click();
    await shown;
    times.push(performance.now() - start);
    if (turn % 3 === 2) {
      const again = rendered();
      [...root.querySelectorAll('[data-part=chips] button')].at(-1).click();
      await again;
    }
  }
  return times;
}"""


def measured() -> str:
    """Return the table of facet changes at each size."""
    rows = []
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        command = [sys.executable, "-m", "catalogue.cli", "build", "--site-dir", str(site)]
        subprocess.run(command, check=True, capture_output=True, cwd=MODULES.parents[2])
        whole = {size: _whole_page(site, size) for size in SIZES}
    for size in SIZES:
        data = _columns(size)
        with tempfile.TemporaryDirectory() as name:
            for module in MODULES.glob("*.js"):
                shutil.copy(module, name)
            with chromium(Path(name)) as page:
                times = sorted(page.evaluate(_TIMED, [data, 200]))
        packed = gzipped(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())
        middle, late = times[len(times) // 2], times[len(times) * 95 // 100]
        rows.append(
            [
                f"{size:,}",
                f"{middle:.1f} / {late:.1f}",
                f"{whole[size][0]:.0f} / {whole[size][1]:.0f}",
                f"{packed / 1000:.0f}",
            ]
        )
    heads = [
        "practices",
        "counting, ms",
        "tick to counts and results shown, ms",
        "facets, kB gzipped",
    ]
    said = "Milliseconds in Chromium, median / 95th percentile, on synthetic practices."
    return f"{said}\n\n{table(heads, rows)}"


def _whole_page(site: Path, size: int) -> tuple[float, float]:
    """The real browse page over `size` synthetic practices, its files served from this machine."""
    data = _columns(size) | {"cards": _CARDS_PER_FILE, "languages": {"fi": 0}, "ids": []}
    card = {"id": "x", "title": "Esimerkki", "language": "fi", "place": "Kouvola", "level": 2}
    cards = json.dumps([card | {"summary": "Sana " * 50}] * _CARDS_PER_FILE)
    (site / "kaytannot" / "facets.json").write_text(json.dumps(data), encoding="utf-8")
    for number in range(size // _CARDS_PER_FILE + 1):
        (site / "kaytannot" / "kortit" / f"{number}.json").write_text(cards, encoding="utf-8")
    with chromium(site) as page:
        page.goto(page.url + "kaytannot/")
        page.locator(".browse.is-ready").wait_for()
        times = sorted(page.evaluate(_TICKED, 60))
    return times[len(times) // 2], times[len(times) * 95 // 100]


def _columns(size: int) -> dict[str, object]:
    """Facets of `size` practices, the same every time."""
    dice = random.Random(_SEED)
    several = {each: [dice.randint(1, most) for _ in range(size)] for each, most in _MOST.items()}
    facets = []
    for name, (options, most) in _SHAPE.items():
        each = _EACH.get(name)
        if each:
            held = [dice.choices(range(options), k=count) for count in several[each]]
        else:
            held = [dice.sample(range(options), dice.randint(1, most)) for _ in range(size)]
        facets.append(
            {
                "name": name,
                **({"each": each} if each else {}),
                "label": name,
                "values": [[str(n), f"{name} {n}"] for n in range(options)],
                "of": ";".join("".join(chr(_FIRST_CHARACTER + n) for n in row) for row in held),
            }
        )
    sort = {key: dice.sample(range(size), size) for key in ("title", "place")}
    sort |= {key: [dice.randrange(15) for _ in range(size)] for key in ("newest", "evidence")}
    return {"count": size, "facets": facets, "sort": sort, "ended": []}
