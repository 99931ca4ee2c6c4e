"""A juror at work on the page of a round, as tests see one."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

ROUND = "kunnallinen-lastensuojeluteko-2013"
URL = f"palkinnot/{ROUND}/"
CRITERIA = ("child-and-family", "development", "client-perspective", "small-acts")
START = "Aloita arviointilomake"
SAVE = "Vie lomake tiedostoksi"
BRING = "Tuo lomake tiedostosta"
FILES = "Raadin jäsenten tiedostot"
Row = dict[str, str]


def opened(page: Page, base_url: str, query: str = "") -> Page:
    """Open the round's page and wait until its tools are there."""
    page.goto(base_url + URL + query)
    page.wait_for_selector("[data-ready]")
    return page


def nominees(page: Page) -> dict[str, str]:
    """The titles of the nominees by id, in the order of the page."""
    rows = page.locator("[data-jury=nominees] tbody tr")
    pairs = rows.evaluate_all(
        "r => r.map(x => [x.dataset.nominee, x.querySelector('a').innerText])"
    )
    return dict(pairs)


def started(page: Page, juror: str) -> None:
    """Start the sheet and write the juror's name."""
    page.get_by_role("button", name=START).click()
    page.get_by_label("Nimesi tai nimikirjaimesi").fill(juror)


def choose(page: Page, nominee: str) -> None:
    """Open the form of a nominee."""
    page.get_by_label("Arvioitava ehdokas").select_option(nominee)


def score(page: Page, criterion: str, value: int | None) -> None:
    """Give a score in the open form; None takes it away."""
    given = "" if value is None else value
    page.locator(f"input[name=score-{criterion}][value='{given}']").check()


def scored(page: Page, nominee: str, scores: Mapping[str, int]) -> None:
    """Give a nominee its scores."""
    choose(page, nominee)
    for criterion, value in scores.items():
        score(page, criterion, value)


def saved(page: Page, tmp_path: Path) -> Path:
    """Take the sheet out as a file."""
    with page.expect_download() as download:
        page.get_by_role("button", name=SAVE).click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    return path


def table(page: Page, caption: str) -> list[Row]:
    """The visible rows of a table the jury's tools have made, by the headings."""
    found = page.get_by_role("table", name=caption, exact=True)
    expect(found).to_have_count(1)
    return rows_of(found)


def rows_of(found: Locator) -> list[Row]:
    """The visible rows of a table."""
    script = """t => [...t.tBodies[0].rows].filter(r => !r.hidden).map(r =>
      Object.fromEntries([...r.cells].map(c => [c.dataset.label,
        (c.querySelector('.nothing > [aria-hidden]') ?? c).textContent.trim()])))"""
    rows: list[Row] = found.evaluate(script)
    return rows


def stored(page: Page) -> Any:
    """What the browser keeps of the sheet; None when nothing."""
    script = "Object.entries(localStorage).filter(([k]) => k.includes('arviointi')).map(e => e[1])"
    texts = page.evaluate(script)
    assert len(texts) <= 1
    return json.loads(texts[0]) if texts else None


def buffer(text: str | bytes, name: str = "lomake.json") -> Any:
    """A file to choose, as the browser gets one."""
    data = text.encode() if isinstance(text, str) else text
    return {"name": name, "mimeType": "application/json", "buffer": data}
