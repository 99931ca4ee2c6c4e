"""What comes into a page from outside does no harm: addresses, storage, imported files.

The Content-Security-Policy is taken out of the pages: the scripts alone must hold.
"""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from tests.attacks.hostile import TEXTS
from tests.attacks.published import without_policy
from tests.browser.jury_desk import CRITERIA, FILES, ROUND
from tests.browser.jury_desk import URL as ROUND_PAGE
from tests.browser.served import serve
from tests.browser.test_attacks import Seen, Victim, watching

# Each page with the parameters that it reads.
QUERIES = {
    "kaytannot/": ("q", "theme", "sort", "view", "page", "county"),
    "vertailu/": ("k",),
    ROUND_PAGE: ("kunta", "lista", "k", "sort"),
    "ilmoita/": ("id", "title", "k"),
    "": ("q",),
}
# One in this many texts: the pages treat all alike, and each takes a visit.
EVERY = 8


@pytest.fixture(scope="module")
def stripped(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real site without its policy."""
    copy = tmp_path_factory.mktemp("stripped") / "site"
    shutil.copytree(site, copy)
    without_policy(copy)
    server, url = serve(copy)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    yield url
    server.shutdown()
    server.server_close()


@pytest.fixture
def victim(browser: Browser, stripped: str) -> Iterator[Victim]:
    """A window on the real site that records every script an attack runs."""
    yield from watching(browser, stripped)


@pytest.mark.parametrize("page", QUERIES, ids=lambda page: page or "home")
def test_hostile_addresses_run_nothing(victim: Victim, page: str) -> None:
    """In every parameter that a page reads, in one that it does not know, and as fragment."""
    for text in TEXTS[::EVERY]:
        query = "&".join(f"{name}={quote(text)}" for name in (*QUERIES[page], "__proto__"))
        victim.open(f"{page}?{query}#{quote(text)}")
        victim.page.wait_for_load_state("networkidle")
    assert victim.seen == Seen()


def hostile_sheet(texts: list[str], nominees: list[str]) -> dict[str, object]:
    """A juror's file with a hostile text in every place that takes text."""
    marks = {
        nominee: {name: {"score": 3, "note": texts[n % len(texts)]} for name in CRITERIA}
        for n, nominee in enumerate(nominees)
    }
    reasons = [{"nominee": n, "reason": texts[0]} for n in nominees]
    return {
        "format": "hyvat-kaytannot/arviointilomake",
        "version": 1,
        "round": ROUND,
        "sheet": "a1",
        "saved": "2026-01-01T00:00:00.000Z",
        "juror": texts[0],
        "weights": {},
        "marks": marks,
        "conflicts": reasons[:1],
        "shortlist": reasons,
    }


def test_hostile_storage_runs_nothing(victim: Victim) -> None:
    """Whatever an extension or another page of the host has written there."""
    page = victim.page
    victim.open(ROUND_PAGE)
    nominees = page.locator("[data-nominee]").evaluate_all("e => e.map(x => x.dataset.nominee)")
    ids = list(dict.fromkeys(nominees))
    for start in range(0, len(TEXTS), 5 * EVERY):
        texts = TEXTS[start : start + 5]
        kept = {
            "ulkoasu": texts[0],
            "vertailu": json.dumps(
                [{"id": i, "title": t} for i, t in zip(ids, texts, strict=False)]
                + [{"id": texts[0], "title": texts[0]}]
            ),
            f"hyvat-kaytannot.arviointi.{ROUND}": json.dumps(hostile_sheet(texts, ids)),
            "hyvat-kaytannot.ilmoitus": json.dumps({"title": texts[0]}),
        }
        page.evaluate("kept => Object.assign(localStorage, kept)", kept)
        for path in (ROUND_PAGE, "kaytannot/", "vertailu/", "ilmoita/", "tietosuoja/tallennettu/"):
            victim.open(path)
            page.wait_for_load_state("networkidle")
    assert victim.seen == Seen()


def test_hostile_files_of_jurors_run_nothing(victim: Victim, tmp_path: Path) -> None:
    """Their names and their texts are shown as text."""
    page = victim.page
    victim.open(ROUND_PAGE)
    page.wait_for_selector("[data-ready]")
    nominees = page.locator("[data-nominee]").evaluate_all("e => e.map(x => x.dataset.nominee)")
    ids = list(dict.fromkeys(nominees))
    files = []
    for number, text in enumerate(TEXTS):
        sheet = hostile_sheet([text], ids) | {"sheet": f"a{number}"}
        content = json.dumps(sheet) if number % 3 else text
        if number % 3 == 2:
            content = content.replace('"juror"', '"__proto__": {"juror": 1}, "juror"')
        name = re.sub(r"[/\x00-\x1f]", "_", text)[:60]
        (tmp_path / f"{number}").mkdir()
        path = tmp_path / f"{number}" / f"{name}.json"
        path.write_text(content, encoding="utf-8")
        files.append(path)
    page.get_by_label(FILES).set_input_files(files)
    page.locator(".jury-loaded li").first.wait_for()
    victim.provoke()
    assert victim.seen == Seen()
    assert page.locator(".jury-loaded li").count() > 20
