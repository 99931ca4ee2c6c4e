"""The site in Swedish and English, as a visitor uses it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import Watched
from tests.browser.test_axe import RULES

KOUVOLA = "kouvolan-varhainen-tuki"
ROUND = "palkinnot/kunnallinen-lastensuojeluteko-2013/"
# One of each kind of page.
KINDS = (
    "",
    "kaytannot/",
    f"kaytannot/{KOUVOLA}/",
    "kaytannot/sabir-tidig-oppen-dialog/",
    "mittarit/care-orders/",
    "taulukot/tulokset-mittareittain/",
    "teemat/",
    "alueet/kymenlaakso/",
    "yleiskuva/",
    ROUND,
    "palkinnot/uusi/",
    "ilmoita/",
    "ilmoita/kentat/",
    "avoin-data/",
    "tietoa/",
    "tietosuoja/tallennettu/",
    f"vertailu/?k=imatran-hyvinvointineuvola,{KOUVOLA}",
)


def _ready(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".browse.is-ready").wait_for()


def _found(page: Page, base_url: str, tree: str, query: str) -> list[str]:
    _ready(page, f"{base_url}{tree}kaytannot/?q={query}")
    expect(page.locator("[data-part=status]")).to_contain_text(query)
    links = page.locator("[data-part=results] .card__title a").all()
    return [str(link.get_attribute("href")).rstrip("/") for link in links]


def test_the_choice_of_language_keeps_the_page_the_query_and_the_place(
    watched: Watched, base_url: str
) -> None:
    """Also what was chosen after the page was loaded, and back again."""
    page = watched.page
    _ready(page, f"{base_url}kaytannot/")
    page.locator("#haku").fill("neuvola")
    page.locator("#haku").press("Enter")
    expect(page).to_have_url(f"{base_url}kaytannot/?q=neuvola")
    page.get_by_role("link", name="Svenska").click()
    expect(page).to_have_url(f"{base_url}sv/kaytannot/?q=neuvola")
    expect(page.locator("html")).to_have_attribute("lang", "sv")
    expect(page.locator("[data-part=status]")).to_have_text("3 träffar för ”neuvola”")
    page.get_by_role("link", name="English").click()
    expect(page.locator("[data-part=status]")).to_have_text("3 results for “neuvola”")
    page.goto(f"{base_url}en/kaytannot/{KOUVOLA}/#yhteys")
    page.get_by_role("link", name="Suomi").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base_url}kaytannot/{KOUVOLA}/#yhteys")


def test_the_choice_of_language_works_without_scripts(browser: Browser, base_url: str) -> None:
    """The links are in the page."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base_url}sv/{ROUND}")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{base_url}en/{ROUND}")
    assert page.locator(".languages [aria-current]").inner_text() == "English"
    context.close()


@pytest.mark.parametrize(
    ("finnish", "swedish", "english"),
    [
        ("huostaanotto", "omhändertagande", "care order"),
        ("huostaanotot", "omhändertaganden", "care orders"),
        ("neuvola", "rådgivningsbyrå", "health clinic"),
        ("perhekeskus", "familjecenter", "family centre"),
        ("perhetyö", "familjearbete", "family work"),
        ("sosiaalityöntekijä", "socialarbetare", "social worker"),
        ("palveluohjaus", "servicehandledning", "service guidance"),
        ("avohuolto", "öppenvård", "open care"),
        ("osallisuus", "delaktighet", "participation"),
        ("kiireellinen sijoitus", "brådskande placering", "emergency placement"),
        ("lastensuojeluilmoitus", "barnskyddsanmälan", "child welfare notification"),
        ("kustannus", "kostnad", "cost"),
        ("Hämeenlinna", "Tavastehus", "Hämeenlinna"),
        ("Helsinki", "Helsingfors", "Helsinki"),
        ("Päijät-Häme", "Päijänne-Tavastland", "Päijät-Häme"),
    ],
)
def test_search_finds_the_same_practices_in_every_language(
    watched: Watched, base_url: str, finnish: str, swedish: str, english: str
) -> None:
    """Through labels and synonyms: the texts are in Finnish.

    An English phrase is several words where Finnish has one, so it may find others after them.
    """
    wanted = _found(watched.page, base_url, "", finnish)
    assert wanted
    assert set(_found(watched.page, base_url, "sv/", swedish)) == set(wanted)
    found = _found(watched.page, base_url, "en/", english)
    assert set(wanted) <= set(found)
    assert found[0] in wanted


def test_the_words_of_a_finnish_practice_are_marked_on_a_swedish_page(
    watched: Watched, base_url: str
) -> None:
    """A card that a script makes needs no mark where it is translated; the page tells more."""
    page = watched.page
    _ready(page, f"{base_url}sv/kaytannot/?q=Kouvola")
    card = page.locator("[data-part=results] .card").first
    expect(card.locator(".card__title")).to_contain_text("tidigt stöd")
    assert card.locator("[lang=fi]").count() == 0
    card.locator(".card__title a").click()
    expect(page.locator("h1")).to_contain_text("tidigt stöd")
    expect(page.locator("main [lang=fi]", has_text="Varhaisen tuen ja").first).to_be_visible()
    expect(page.locator("#need h2")).to_have_text("Behov och mål")


@pytest.mark.parametrize(("tree", "start"), [("sv/", "Börja"), ("en/", "Start")])
def test_the_form_opens_in_the_language_with_a_published_practice(
    watched: Watched, base_url: str, tree: str, start: str
) -> None:
    """Its own words from its own file, the practice from the one that all share."""
    page = watched.page
    page.goto(f"{base_url}{tree}ilmoita/?muokkaa={KOUVOLA}")
    page.locator("#lomake button").first.click()
    expect(page.locator("#f-title")).to_have_value(
        "Varhaisen tuen ja kotiin vietävien palvelujen uudistus Kouvolassa"
    )
    page.goto(f"{base_url}{tree}ilmoita/")
    page.get_by_role("button", name=start, exact=True).click()
    expect(page.locator("#f-language")).to_have_value(tree[:2])
    assert page.locator("#f-kind option").all_inner_texts()[1] == {"sv/": "tjänst"}.get(
        tree, "service"
    )


@pytest.mark.parametrize(
    ("tree", "start"), [("sv/", "Börja på en bedömningsblankett"), ("en/", "Start a score sheet")]
)
def test_the_jurys_tools_work_in_the_language(
    watched: Watched, base_url: str, tree: str, start: str
) -> None:
    """Started in one language, the sheet goes on in another: it is the round's."""
    page = watched.page
    page.goto(f"{base_url}{tree}{ROUND}")
    page.wait_for_selector("[data-ready]")
    page.get_by_role("button", name=start).click()
    expect(page.locator("[data-jury=sheet] input").first).to_be_visible()
    page.goto(f"{base_url}{ROUND}")
    page.wait_for_selector("[data-ready]")
    expect(page.get_by_role("button", name="Vie lomake tiedostoksi")).to_be_visible()


@pytest.mark.parametrize("tree", ["sv/", "en/"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_is_wider_than_the_window(
    browser: Browser, base_url: str, tree: str, width: int
) -> None:
    """Swedish words are long."""
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    wide = {}
    for url in KINDS:
        page.goto(f"{base_url}{tree}{url}", wait_until="networkidle")
        over = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if over > 0:
            wide[url] = over
        height = page.locator(".languages a").first.bounding_box()
        assert height is not None
        assert height["height"] >= 44
    assert wide == {}
    context.close()


@pytest.mark.parametrize("tree", ["sv/", "en/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, base_url: str, tree: str, scheme: str) -> None:
    """One page of each kind."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    wrong = {}
    for url in KINDS:
        page.goto(f"{base_url}{tree}{url}", wait_until="networkidle")
        result = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        if faults := [v["id"] for v in result.response["violations"]]:
            wrong[url] = faults
    assert wrong == {}
    context.close()
