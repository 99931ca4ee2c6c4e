"""What the form keeps: nothing that was written is lost, nor said to be kept when it is not."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

KOUVOLA = "kouvolan-varhainen-tuki"
BLOCKED_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('', 'SecurityError'); },
});
for (const name of ['query', 'request']) {
  LockManager.prototype[name] = () => Promise.reject(new DOMException('', 'SecurityError'));
}"""
FULL_STORAGE = """Storage.prototype.setItem = () => {
  throw new DOMException('', 'QuotaExceededError');
};"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser in which several tabs are open."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def address(base_url: str) -> str:
    """The form."""
    return f"{base_url}ilmoita/"


def opened(context: BrowserContext, address: str) -> Page:
    """A tab that shows the page of the form."""
    page = context.new_page()
    page.goto(address)
    page.locator("#lomake button").first.wait_for()
    return page


def begun(context: BrowserContext, address: str, title: str) -> Page:
    """A tab in which a submission is begun."""
    page = opened(context, address)
    page.get_by_role("button", name="Aloita").click()
    page.locator("#f-title").fill(title)
    return page


def titles(page: Page) -> dict[str, str]:
    """The titles of what is kept, by key."""
    kept: dict[str, str] = page.evaluate("({ ...localStorage })")
    return {key: json.loads(text)["data"]["title"] for key, text in kept.items()}


def test_starting_anew_leaves_the_unfinished_one(context: BrowserContext, address: str) -> None:
    """The writer chooses between them, and each is gone on with and deleted by itself."""
    begun(context, address, "Ensimmäinen").close()
    page = opened(context, address)
    section = page.locator("#lomake .notice")
    expect(section).to_contain_text("Sinulla on keskeneräinen ilmoitus")
    expect(section).to_contain_text("Keskeneräinen säilyy")
    page.get_by_role("button", name="Aloita uusi ilmoitus").click()
    expect(page.locator("#f-title")).to_have_value("")
    page.locator("#f-title").fill("Toinen")
    assert titles(page) == {"ilmoitus": "Ensimmäinen", "ilmoitus.uusi.2": "Toinen"}
    page.close()
    page = opened(context, address)
    expect(page.locator("#lomake .notice h3")).to_have_text("Sinulla on 2 keskeneräistä ilmoitusta")
    first = page.locator(".submit-kept > li", has_text="Ensimmäinen")
    first.get_by_role("button", name="Poista vastaukset").click()
    first.get_by_role("button", name="Poista lopullisesti").click()
    expect(page.locator(".submit-kept > li")).to_have_count(1)
    assert titles(page) == {"ilmoitus.uusi.2": "Toinen"}
    page.get_by_role("button", name="Jatka", exact=True).click()
    expect(page.locator("#f-title")).to_have_value("Toinen")
    page.locator("#f-title").fill("Toinen, jatkettu")
    assert titles(page) == {"ilmoitus.uusi.2": "Toinen, jatkettu"}


def test_opening_a_published_practice_again_leaves_the_change(
    context: BrowserContext, address: str
) -> None:
    """Its unfinished change stays, beside the one that is begun from what is published."""
    page = opened(context, f"{address}?muokkaa={KOUVOLA}")
    page.get_by_role("button", name="Avaa tiedot lomakkeeseen").click()
    page.locator("#f-title").fill("Muutettu")
    page.close()
    page = opened(context, f"{address}?muokkaa={KOUVOLA}")
    page.get_by_role("button", name="Avaa julkaistut tiedot").click()
    published = page.locator("#f-title").input_value()
    page.locator("#f-title").fill(f"{published} 2")
    assert titles(page) == {
        f"ilmoitus.{KOUVOLA}": "Muutettu",
        f"ilmoitus.{KOUVOLA}.2": f"{published} 2",
    }
    # What is kept of one practice is not offered for another.
    assert opened(context, address).locator("#lomake .notice").count() == 0


def test_a_published_practice_that_does_not_open_is_told_and_may_be_tried_again(
    context: BrowserContext, address: str
) -> None:
    """The connection may be gone for a moment."""
    page = opened(context, f"{address}?muokkaa={KOUVOLA}")
    page.route("**/lahteet/**", lambda route: route.abort())
    button = page.get_by_role("button", name="Avaa tiedot lomakkeeseen")
    button.click()
    expect(page.locator("#lomake [role=status]")).to_contain_text("Lomaketta ei voitu avata.")
    page.unroute("**/lahteet/**")
    button.click()
    expect(page.locator("#f-title")).not_to_have_value("")


def test_two_tabs_do_not_write_over_each_other(context: BrowserContext, address: str) -> None:
    """Begun at the same time they are two submissions."""
    tabs = [opened(context, address) for _ in range(2)]
    for tab in tabs:
        tab.get_by_role("button", name="Aloita").click()
    for number, tab in enumerate(tabs):
        tab.locator("#f-title").fill(f"Välilehti {number}")
    for number, tab in enumerate(tabs):
        tab.locator("#f-summary").fill("Teksti.")
        assert titles(tab)[["ilmoitus", "ilmoitus.uusi.2"][number]] == f"Välilehti {number}"


def test_what_was_begun_in_another_tab_is_told_before_a_second_one(
    context: BrowserContext, address: str
) -> None:
    """The page was opened before it, and knew nothing of it."""
    late = opened(context, address)
    begun(context, address, "Ensimmäinen")
    late.get_by_role("button", name="Aloita").click()
    status = late.locator("#lomake [role=status]")
    expect(status).to_contain_text("Toisessa välilehdessä on aloitettu ilmoitus")
    expect(status).to_be_focused()
    expect(late.locator(".submit-kept > li")).to_contain_text("Ensimmäinen")
    expect(late.locator(".submit-kept > li")).to_contain_text("auki toisessa välilehdessä")


def test_the_tab_that_is_left_behind_is_told_and_stops(
    context: BrowserContext, address: str
) -> None:
    """One tab writes at a time, and the other can take its turn with all that was written."""
    first = begun(context, address, "Ensimmäinen")
    first.mouse.wheel(0, 2_000)
    second = opened(context, address)
    second.get_by_role("button", name="Jatka", exact=True).click()
    notice = first.locator(".submit-apart")
    expect(notice).to_contain_text("avattiin toisessa välilehdessä")
    assert first.locator(".submit-form").evaluate("form => form.inert")
    first.bring_to_front()
    expect(notice.get_by_role("button")).to_be_focused()
    expect(notice).to_be_in_viewport(ratio=1)
    second.locator("#f-summary").fill("Kirjoitettu toisessa.")
    first.get_by_role("button", name="Jatka tässä välilehdessä").click()
    expect(first.locator("#f-summary")).to_have_value("Kirjoitettu toisessa.")
    expect(notice).to_have_count(0)
    expect(second.locator(".submit-apart")).to_be_visible()
    first.locator("#f-summary").fill("Ja taas ensimmäisessä.")
    assert titles(first) == {"ilmoitus": "Ensimmäinen"}


def test_answers_deleted_in_another_tab_do_not_come_back_by_themselves(
    context: BrowserContext, address: str
) -> None:
    """The tab that still shows them tells so, and stores them again only when asked to."""
    page = begun(context, address, "Ensimmäinen")
    other = opened(context, address)
    other.get_by_role("button", name="Poista vastaukset").click()
    other.get_by_role("button", name="Poista lopullisesti").click()
    expect(page.locator(".submit-apart")).to_contain_text("poistettiin toisessa välilehdessä")
    assert titles(page) == {}
    page.get_by_role("button", name="Jatka ja tallenna vastaukset").click()
    expect(page.locator("#f-title")).to_have_value("Ensimmäinen")
    assert titles(page) == {"ilmoitus": "Ensimmäinen"}


def test_an_id_that_the_writer_gave_stays(context: BrowserContext, address: str) -> None:
    """Also when the form is opened again; emptied and left, it is made of the title anew."""
    page = begun(context, address, "Ensimmäinen")
    page.locator(".submit-step").nth(7).click()
    page.locator("summary", has_text="Toimitus täyttää nämä").click()
    page.locator("#f-id").fill("oma-tunnus")
    page.reload()
    page.get_by_role("button", name="Jatka", exact=True).click()
    page.locator(".submit-step").nth(0).click()
    page.locator("#f-title").fill("Aivan uusi nimi")
    page.locator(".submit-step").nth(7).click()
    page.locator("summary", has_text="Toimitus täyttää nämä").click()
    field = page.locator("#f-id")
    expect(field).to_have_value("oma-tunnus")
    field.fill("")
    field.blur()
    expect(field).to_have_value("aivan-uusi-nimi")


@pytest.mark.parametrize(
    "refusal",
    [
        BLOCKED_STORAGE,
        FULL_STORAGE,
    ],
    ids=["blocked", "full"],
)
def test_what_cannot_be_stored_is_not_said_to_be(
    context: BrowserContext, address: str, refusal: str
) -> None:
    """Before the form, in it, and after every answer; the browser asks before it is left."""
    context.add_init_script(refusal)
    page = opened(context, address)
    expect(page.locator("#lomake")).to_contain_text("Selain ei salli tallentamista")
    assert "tallentuvat vain tähän selaimeen" not in page.locator("#lomake").inner_text()
    page.get_by_role("button", name="Aloita").click()
    foot = page.locator(".submit-foot")
    for title in ("", "Perheiden olohuone", "Perheiden uusi olohuone"):
        page.locator("#f-title").fill(title)
        expect(foot).to_contain_text("Selain ei salli tallentamista")
        expect(foot).not_to_contain_text("Tallennettu")
    asked: list[Any] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert asked == ["beforeunload"]


def test_an_answer_that_no_longer_fits_is_told_of(context: BrowserContext, address: str) -> None:
    """What was stored before stays, and the status tells the truth of the last answer."""
    page = begun(context, address, "Ensimmäinen")
    foot = page.locator(".submit-foot")
    expect(foot).to_contain_text("Tallennettu")
    page.evaluate("() => { window.setItem = Storage.prototype.setItem; }")
    page.evaluate(f"() => {{ {FULL_STORAGE} }}")
    page.locator("#f-title").fill("Toinen")
    expect(foot).to_contain_text("Selain ei salli tallentamista")
    assert titles(page) == {"ilmoitus": "Ensimmäinen"}
    page.evaluate("() => { Storage.prototype.setItem = window.setItem; }")
    page.locator("#f-title").fill("Kolmas")
    expect(foot).to_contain_text("Tallennettu")
    assert titles(page) == {"ilmoitus": "Kolmas"}
