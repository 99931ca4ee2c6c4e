"""What is changed in a published practice and why goes to the editors, never into the file."""

import json
import urllib.parse
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.served import Watched
from tests.browser.typist import step

WHY = "Alkamisvuosi oli väärin: lähteen mukaan toiminta alkoi 2015."


def opened(watched: Watched, base_url: str, site: Path, address: str) -> Page:
    """A published practice in the form, in a catalogue that takes changes in every way."""
    form = json.loads((site / "ilmoita" / "lomake.json").read_text("utf-8"))
    ways = {
        "repository": "https://github.com/example/luettelo",
        "editors_email": "toimitus@example.fi",
    }
    page = watched.page
    page.route("**/ilmoita/lomake.json", lambda route: route.fulfill(json={**form, **ways}))
    page.goto(f"{base_url}ilmoita/{address}")
    return page


def body_of_mail(page: Page) -> str:
    """The text of the mail that the form opens."""
    link = page.get_by_role("link", name="Lähetä sähköpostilla").get_attribute("href") or ""
    assert len(link) <= 2000
    return urllib.parse.parse_qs(urllib.parse.urlsplit(link).query)["body"][0]


def test_a_change_is_explained_to_the_editors(watched: Watched, base_url: str, site: Path) -> None:
    """In the mail, before what is sent, and to be copied; it is kept with the answers."""
    page = opened(watched, base_url, site, "?muokkaa=suhdeperustainen-lastensuojelutyo")
    page.get_by_role("button", name="Avaa tiedot").click()
    page.locator("#f-summary").fill("Lyhyempi tiivistelmä.")
    step(page, "valmis")
    copy = page.get_by_role("button", name="Kopioi selitys")
    assert copy.count() == 0
    assert body_of_mail(page).startswith("Liitä tähän")
    page.locator("#submit-explanation").fill(f"  {WHY}\n")
    assert body_of_mail(page).startswith(f"{WHY}\r\n\r\nLiitä tähän")
    assert WHY not in page.locator("#submit-file").input_value()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy.click()
    page.get_by_text("Kopioitu.").wait_for()
    assert WHY in page.evaluate("navigator.clipboard.readText()")
    page.reload()
    page.get_by_role("button", name="Jatka", exact=True).click()
    step(page, "valmis")
    assert WHY in page.locator("#submit-explanation").input_value()


def test_an_explanation_that_does_not_fit_the_mail_is_left_to_be_copied(
    watched: Watched, base_url: str, site: Path
) -> None:
    """The address stays short enough; what is pasted by hand is asked for as before."""
    page = opened(watched, base_url, site, "?muokkaa=suhdeperustainen-lastensuojelutyo")
    page.get_by_role("button", name="Avaa tiedot").click()
    page.locator("#f-summary").fill("Lyhyempi tiivistelmä.")
    step(page, "valmis")
    page.locator("#submit-explanation").fill("ä" * 500)
    assert body_of_mail(page).startswith("Liitä tähän")
    assert page.get_by_role("button", name="Kopioi selitys").is_visible()


def test_a_new_practice_is_not_explained(watched: Watched, base_url: str, site: Path) -> None:
    """There is nothing that has changed."""
    page = opened(watched, base_url, site, "")
    page.get_by_role("button", name="Aloita").click()
    step(page, "valmis")
    assert page.locator("#submit-explanation").count() == 0
