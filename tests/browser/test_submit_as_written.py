"""A published practice that is changed: what is not changed stays as it is written in its file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from catalogue.check.practices import read_practice
from catalogue.submit.blocks import blocks
from tests.browser.served import ROOT, Watched
from tests.browser.typist import step

NAME = "imatran-hyvinvointineuvola"
HEAD = """\
# Lähde luettu.
title: Imatran hyvinvointineuvola   # nimi
kind: 'service'
language: fi

# Vain kaupunki.
places: ["153"]
status:
  value: in-use
keywords:
- neuvola
- varhainen tuki"""

Open = Callable[[str], Page]


@pytest.fixture
def opened(watched: Watched, base_url: str, site: Path) -> Open:
    """What opens the practice in the form, as if its front matter were written so."""
    form = json.loads((site / "ilmoita" / "lomake.json").read_text("utf-8"))
    page = watched.page

    def opened_as(head: str) -> Page:
        source = (site / "ilmoita" / "lahteet" / f"{NAME}.json").read_text("utf-8")
        found = json.loads(source)
        keys = ("title", "kind", "language", "places", "status", "keywords")
        data = {key: found["data"][key] for key in keys}
        data |= {"status": {"value": "in-use"}, "keywords": ["neuvola", "varhainen tuki"]}
        shown = {**found, "data": data, "blocks": blocks(head, keys)}
        page.route(f"**/lahteet/{NAME}.json", lambda route: route.fulfill(json=shown))
        page.route("**/ilmoita/lomake.json", lambda route: route.fulfill(json=form))
        page.goto(f"{base_url}ilmoita/?muokkaa={NAME}")
        page.get_by_role("button", name="Avaa tiedot").click()
        return page

    return opened_as


def head_of(page: Page) -> str:
    """The front matter of the file as it stands."""
    step(page, "valmis")
    text = page.locator("#submit-file").input_value()
    return text.removeprefix("---\n").partition("\n---\n")[0]


def test_what_is_changed_alone_is_written_anew(opened: Open) -> None:
    """Where it was, with the comments above it; what is new comes where the model has it."""
    page = opened(HEAD)
    assert head_of(page) == HEAD
    step(page, "mika")
    page.locator("#f-summary").fill("Neuvola, josta saa tukea.")
    step(page, "kenelle")
    page.locator("#f-places-0").fill("Kouvola")
    page.locator("#f-keywords").fill("")
    expected = (
        HEAD.replace('places: ["153"]', 'places: ["286"]')
        .replace("language: fi", 'language: fi\nsummary: "Neuvola, josta saa tukea."')
        .replace("\nkeywords:\n- neuvola\n- varhainen tuki", "")
    )
    assert head_of(page) == expected
    # What is as it was again is written as it was.
    step(page, "kenelle")
    page.locator("#f-keywords").fill("neuvola, varhainen tuki")
    assert head_of(page).endswith("\nkeywords:\n- neuvola\n- varhainen tuki")


def test_it_stays_so_when_the_change_is_gone_on_with(opened: Open) -> None:
    """What the file said is kept with the answers."""
    page = opened(HEAD)
    step(page, "kenelle")
    page.locator("#f-keywords").fill("")
    page.reload()
    page.get_by_role("button", name="Jatka", exact=True).click()
    assert head_of(page) == HEAD.partition("\nkeywords:")[0]


def test_what_cannot_be_told_apart_is_written_anew(opened: Open) -> None:
    """As a new practice is, and all of it."""
    page = opened('"title": Imatran hyvinvointineuvola')
    head = head_of(page)
    assert head.startswith('title: "Imatran hyvinvointineuvola"\n')
    assert '\nkeywords: [neuvola, "varhainen tuki"]' in head


def test_a_published_file_comes_back_as_it_is(watched: Watched, base_url: str) -> None:
    """All of its front matter, but contacts."""
    page = watched.page
    page.goto(f"{base_url}ilmoita/?muokkaa={NAME}")
    page.get_by_role("button", name="Avaa tiedot").click()
    before = read_practice(ROOT / "practices" / f"{NAME}.md", "x")
    parts = [blocks(head, list(before.data)) for head in (head_of(page), before.head)]
    assert parts[0] and parts[0] == parts[1]
