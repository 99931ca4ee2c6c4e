"""The Content-Security-Policy is strict and the same everywhere, and nothing offends it."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from catalogue.headers import ONLY_IN_HEADER, POLICY, policy
from tests.browser.jury_desk import BRING, SAVE, buffer, started, stored
from tests.browser.jury_desk import URL as ROUND_PAGE
from tests.browser.states import (
    EDITED,
    NEW,
    STATES,
    Reach,
    use_sheet,
    whole_form,
)
from tests.browser.test_axe import MORE
from tests.browser.test_pages import KINDS

LISTEN = """addEventListener('securitypolicyviolation', (event) =>
  window.violated(event.violatedDirective + ' ' + event.blockedURI + ' ' + location.href));"""


def toggle_scheme(page: Page) -> None:
    """Change the colour scheme."""
    page.get_by_role("button", name="Vaihda vaalea tai tumma ulkoasu").click()


def take_out(page: Page) -> None:
    """Take every table of the round out, and one in every form, after the tools have been used."""
    use_sheet(page)
    # A browser asks before it saves more than ten files of one page.
    tables = page.get_by_role("button", name=re.compile(": CSV$")).all()
    assert len(tables) == 8
    others = [page.get_by_role("button", name=f": {form}").first for form in ("XLSX", "JSON")]
    # The first table comes in the other forms.
    for button in (*tables[1:], *others):
        with page.expect_download():
            button.click()
    with page.expect_download():
        page.get_by_role("button", name=SAVE).click()


def bring_in(page: Page) -> None:
    """Continue from a file, and be refused another."""
    page.wait_for_selector("[data-ready]")
    started(page, "Anna")
    sheet = json.dumps(stored(page))
    for text in ("rikki", sheet):
        page.get_by_label(BRING).set_input_files([buffer(text)])
    page.get_by_role("button", name="Korvaa").click()
    page.get_by_text("Lomake on tuotu tiedostosta.").wait_for()


def send(page: Page) -> None:
    """Preview, copy and download the file of a practice."""
    whole_form(faults=False)(page)
    # What is not changed is not sent.
    steps = page.locator(".submit-step")
    steps.first.click()
    page.locator("#f-summary").fill("Kouvola uudisti lapsiperheiden palvelut.")
    steps.last.click()
    page.locator(".submit-preview").wait_for()
    page.get_by_role("button", name="Kopioi tiedosto").last.click()
    with page.expect_download():
        page.get_by_role("link", name="Lataa tiedosto").click()


FEATURES: dict[str, tuple[str, Reach]] = {
    **STATES,
    "form": (NEW, whole_form(faults=True)),
    "form-send": (EDITED, send),
    "jury-exports": (ROUND_PAGE, take_out),
    "jury-import": (ROUND_PAGE, bring_in),
    "scheme": ("", toggle_scheme),
    "sort": ("taulukot/yleiskatsaus/", lambda page: page.locator("th button").first.click()),
    "print": ("kaytannot/kouvolan-varhainen-tuki/", lambda page: page.emulate_media(media="print")),
}


@pytest.fixture
def violations(browser: Browser) -> tuple[Page, list[str]]:
    """A window, and the violations of the policy that happen in it."""
    found: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.expose_binding("violated", lambda source, what: found.append(what))
    context.add_init_script(LISTEN)
    return context.new_page(), found


def test_no_kind_of_page_offends_the_policy(
    violations: tuple[Page, list[str]], base_url: str
) -> None:
    """Open each and let its scripts come to rest."""
    page, found = violations
    for url in (*KINDS, *MORE):
        page.goto(base_url + url, wait_until="networkidle")
    assert found == []
    page.context.close()


@pytest.mark.parametrize("feature", FEATURES)
def test_no_feature_offends_the_policy(
    violations: tuple[Page, list[str]], base_url: str, feature: str
) -> None:
    """Search, filters, comparison, the form, the jury's tools and files, sorting and the scheme."""
    page, found = violations
    url, use = FEATURES[feature]
    page.goto(base_url + url, wait_until="networkidle")
    use(page)
    page.wait_for_load_state("networkidle")
    assert found == []
    page.context.close()


def test_every_page_carries_the_policy_and_the_headers_carry_the_same(site: Path) -> None:
    """Nothing unsafe, no other host, and no inline script or style for which it would be needed."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(POLICY)}">'
    assert "unsafe" not in meta and "http:" not in meta and "*" not in meta
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert text.count(meta) == 1, path
        assert text.index(meta) < text.index("<script"), path
        # Structured data is no script: browsers run only the types they know.
        text = text.replace('<script type="application/ld+json">', "")
        assert not re.search(r"<script(?![^>]* src=)|<style|\sstyle=\"|\son\w+=\"", text), path
    headers = (site / "_headers").read_text(encoding="utf-8")
    assert f"  Content-Security-Policy: {policy({**POLICY, **ONLY_IN_HEADER})}\n" in headers
    for name in ("Referrer-Policy", "X-Content-Type-Options", "Permissions-Policy"):
        assert f"  {name}: " in headers
