"""Counting in the facets, in a real browser: what is chosen meets in one outcome or award."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from catalogue.browse.files import ordered
from catalogue.entry import Entry
from tests.browser.served import serve
from tests.factories import frame, real_catalogue

BROWSE = Path(__file__).parents[2] / "overrides" / "assets" / "browse"
# Three practices: two outcomes and two awards; one outcome; nothing.
FACETS = {
    "indicator": ("outcome", ["orders", "notes"], [[0, 1], [1], []]),
    "result": ("outcome", ["good", "unclear"], [[0, 1], [0], []]),
    "evidence": ("outcome", ["0", "1", "2", "none"], [[2, 1], [1], [3]]),
    "award": ("award", ["spring", "autumn"], [[0, 1], [1], []]),
    "role": ("award", ["nominee", "winner"], [[0, 1], [0], []]),
    "theme": (None, ["family"], [[0], [0], [0]]),
}


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page with `filter`, which counts in the practices above."""
    root = tmp_path_factory.mktemp("columns")
    for module in BROWSE.glob("*.js"):
        shutil.copy(module, root)
    (root / "index.html").write_text("<!doctype html><html lang=fi><title>x</title>")
    server, url = serve(root)
    page = browser.new_page()
    page.goto(url)
    facets = [
        {
            "name": name,
            **({"each": each} if each else {}),
            "values": [[value, value] for value in values],
            "of": ";".join("".join(chr(0x100 + n) for n in row) for row in rows),
        }
        for name, (each, values, rows) in FACETS.items()
    ]
    data = {"count": 3, "facets": facets, "sort": {}, "ended": []}
    page.evaluate(
        """async (data) => {
          const { Columns } = await import('/columns.js');
          const columns = new Columns(data);
          window.filter = (given) => {
            const chosen = new Map();
            for (const [name, value] of new URLSearchParams(given)) {
              chosen.set(name, (chosen.get(name) ?? new Set()).add(value));
            }
            const { docs, counts } = columns.filter(null, chosen);
            return [docs, Object.fromEntries([...counts].map(([name, of]) => [name, [...of]]))];
          };
        }""",
        data,
    )
    yield page
    page.close()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ("", [0, 1, 2]),
        ("indicator=orders&result=good", [0]),
        ("indicator=notes&result=good", [1]),
        ("indicator=orders&result=unclear", []),
        ("indicator=orders&indicator=notes&result=unclear", [0]),
        ("evidence=2", [0]),
        # The best of all is another outcome; of those that are meant it is 1.
        ("evidence=1", [1]),
        ("indicator=notes&evidence=1", [0, 1]),
        ("indicator=notes&evidence=2", []),
        ("evidence=none", [2]),
        ("award=spring&role=winner", []),
        ("award=autumn&role=winner", [0]),
        ("role=nominee", [0, 1]),
        ("award=autumn&role=nominee&theme=family", [1]),
    ],
)
def test_what_is_chosen_meets_in_one_outcome_or_award(
    page: Page, chosen: str, found: list[int]
) -> None:
    """And every option counts what it would show, if it was chosen instead in its facet."""
    docs, counts = page.evaluate("(chosen) => filter(chosen)", chosen)
    assert docs == found
    for name, (_, values, _) in FACETS.items():
        others = [part for part in chosen.split("&") if part and not part.startswith(name + "=")]
        for value, count in zip(values, counts[name], strict=True):
            asked = "&".join([*others, f"{name}={value}"])
            assert count == len(page.evaluate("(chosen) => filter(chosen)[0]", asked)), asked


def _meets(entry: Entry, indicator: str, result: str) -> bool:
    return any(o.outcome.indicator == indicator and o.result == result for o in entry.outcomes)


def test_the_page_finds_what_the_records_say(browser: Browser, base_url: str) -> None:
    """Every pair of indicator and result, and of round and role, of the real content."""
    entries = ordered(frame(real_catalogue()))
    outcomes = [(o.outcome.indicator, o.result) for entry in entries for o in entry.outcomes]
    results = sorted({result for _, result in outcomes})
    awards = [(award.round, award.role) for entry in entries for award in entry.practice.awards]
    roles = sorted({role for _, role in awards})
    wanted = {
        f"indicator={indicator}&result={result}": [
            n for n, entry in enumerate(entries) if _meets(entry, indicator, result)
        ]
        for indicator in sorted({indicator for indicator, _ in outcomes})
        for result in results
    } | {
        f"award={award}&role={role}": [
            n
            for n, entry in enumerate(entries)
            if any((a.round, a.role) == (award, role) for a in entry.practice.awards)
        ]
        for award in sorted({award for award, _ in awards})
        for role in roles
    }
    page = browser.new_page()
    page.goto(base_url + "kaytannot/")
    module = page.evaluate(
        "performance.getEntriesByType('resource').map((entry) => entry.name)"
        ".find((name) => name.includes('/browse/browse.'))"
    )
    found = page.evaluate(
        """async ([base, asked]) => {
          const { Columns } = await import(new URL('./columns.js', base));
          const data = await fetch(document.querySelector('[data-facets]').dataset.facets);
          const columns = new Columns(await data.json());
          const chosen = (given) => new Map(
            [...new URLSearchParams(given)].map(([name, value]) => [name, new Set([value])]));
          return asked.map((given) => columns.filter(null, chosen(given)).docs);
        }""",
        [module, list(wanted)],
    )
    page.close()
    assert dict(zip(wanted, found, strict=True)) == wanted
