"""Filters, the shortlist, the hand-out: their state is in the address, and hands need no mouse."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.jury_desk import (
    CRITERIA,
    URL,
    buffer,
    choose,
    nominees,
    opened,
    rows_of,
    scored,
    started,
    stored,
    table,
)
from tests.browser.served import Watched, serve

IMATRA = "imatran-hyvinvointineuvola"
OULU = "oulun-hyvinvointineuvola"
TOPPARI = "toppari-tiimi-hameenlinna"


@pytest.fixture
def page(browser: Browser, base_url: str) -> Iterator[Page]:
    """The round's page in a window of its own, which must stay without faults."""
    context = browser.new_context()
    context.set_default_timeout(10_000)
    watched = Watched(context.new_page(), base_url)
    yield opened(watched.page, base_url)
    assert watched.faults == []
    context.close()


@pytest.mark.parametrize(
    ("label", "option", "query", "count"),
    [
        ("Paikka", "Imatra", "paikka=153", 1),
        ("Paikka", "Keski-Suomen hyvinvointialue", "paikka=keski-suomi", 1),
        ("Teema", "neuvola", "teema=", 2),
        ("Näyttö", "Ei ilmoitettuja tuloksia", "naytto=ei", 8),
        ("Lähteen riippumattomuus", "Vain palkinnon antajan tieto", "lahde=vain-antaja", 9),
        ("Tietojen kattavuus", "vain nimi tiedossa", "kattavuus=stub", 8),
        ("Asema", "voittaja", "asema=winner", 1),
    ],
)
def test_each_filter_chooses_rows_of_both_tables_and_stands_in_the_address(
    page: Page, base_url: str, label: str, option: str, query: str, count: int
) -> None:
    """Opening the address again shows the same rows."""
    page.get_by_label(label, exact=True).select_option(label=option)
    for _ in range(2):
        for name in ("nominees", "criteria"):
            assert len(rows_of(page.locator(f"[data-jury={name}]"))) == count
        expect(page.locator("[data-jury=count]")).to_contain_text(f"{count}/9")
        assert query in page.url
        opened(page, base_url, "?" + page.url.partition("?")[2])
    page.get_by_role("button", name="Näytä kaikki").click()
    assert len(rows_of(page.locator("[data-jury=nominees]"))) == 9
    assert "?" not in page.url


def test_where_nobody_fits_nothing_is_given_and_the_filters_can_be_cleared(
    page: Page, base_url: str
) -> None:
    """No bare heading row, no file and no sheet of paper of nobody; the list one has made stays."""
    started(page, "Anna")
    page.locator("#lyhytlista select").select_option(OULU)
    page.get_by_role("button", name="Lisää listalle").click()
    opened(page, base_url, "?asema=winner&naytto=ei")
    expect(page.locator("[data-jury=count]")).to_contain_text("0/9")
    expect(page.locator(".jury .table").filter(visible=True)).to_have_count(0)
    exports = page.locator(".actions--export").filter(visible=True)
    expect(exports).to_have_count(1)
    expect(exports.get_by_label("Lyhytlista: CSV")).to_be_visible()
    expect(page.get_by_role("button", name="Avaa tuloste")).to_be_visible()
    page.get_by_role("button", name="Poista listalta").click()
    expect(page.get_by_role("button", name="Avaa tuloste")).to_have_count(0)
    page.goto(f"{base_url}{URL}?asema=winner&naytto=ei&nakyma=tuloste")
    expect(page.get_by_text("Yksikään ehdokas ei täytä").filter(visible=True)).to_have_count(1)
    expect(page.get_by_role("button", name="Tulosta")).to_have_count(0)
    page.get_by_role("button", name="Takaisin kierroksen sivulle").click()
    page.locator("#ehdokkaat").get_by_role("button", name="Poista rajaukset").click()
    expect(page.get_by_label("Paikka", exact=True)).to_be_focused()
    expect(page.locator("[data-jury=count]")).to_contain_text("9/9")
    expect(page.locator(".jury-none").filter(visible=True)).to_have_count(0)
    assert "asema" not in page.url


def test_filters_work_together_and_one_that_nobody_meets_leaves_nothing(page: Page) -> None:
    """And the count says so."""
    page.get_by_label("Asema", exact=True).select_option("winner")
    page.get_by_label("Tietojen kattavuus").select_option("stub")
    expect(page.locator("[data-jury=count]")).to_have_text("Näkyvissä 0/9 ehdokasta")


def test_an_address_with_strange_values_chooses_nothing(page: Page, base_url: str) -> None:
    """Unknown values, markup and unknown nominees are passed by."""
    opened(page, base_url, "?asema=%3Cb%3E&paikka=999&lista=ei-ole,<b>&nakyma=muu")
    assert len(rows_of(page.locator("[data-jury=nominees]"))) == 9
    shared = page.locator(".jury-shared")
    expect(shared).to_contain_text("yksikään sen ehdokkaista ei ole tällä kierroksella")
    expect(shared.locator("li")).to_have_count(0)
    expect(page.locator("main b")).to_have_count(0)
    shared.get_by_role("button", name="Sulje jaettu lista").click()
    assert "lista=" not in page.url


def test_the_sheet_shows_those_who_are_shown_and_ranks_among_all(page: Page) -> None:
    """A filter hides rows and changes no rank."""
    started(page, "Anna")
    for nominee, value in ((IMATRA, 1), (OULU, 5)):
        scored(page, nominee, dict.fromkeys(CRITERIA, value))
    page.get_by_label("Asema", exact=True).select_option("winner")
    (row,) = table(page, "Oma järjestys")
    assert (row["Ehdokas"], row["Sija"]) == ("Imatran hyvinvointineuvola", "2.")
    assert page.get_by_label("Arvioitava ehdokas").locator("option").count() == 1


def test_a_shortlist_is_shared_by_a_link_without_scores_or_reasons(
    browser: Browser, base_url: str, page: Page
) -> None:
    """In its order; whoever opens the link can take it as the start of an own list."""
    started(page, "Anna")
    scored(page, IMATRA, dict.fromkeys(CRITERIA, 4))
    for nominee in (TOPPARI, IMATRA):
        title = nominees(page)[nominee]
        page.get_by_role("checkbox", name=f"Lyhytlistalla: {title}").check()
    page.get_by_label("Perustelu", exact=True).first.fill("salainen")
    link = page.get_by_label("Linkki lyhytlistaan").input_value()
    assert link == f"{base_url}{URL}?lista={TOPPARI},{IMATRA}#lyhytlista"
    context = browser.new_context()
    other = context.new_page()
    other.goto(link)
    other.wait_for_selector("[data-ready]")
    shared = other.locator(".jury-shared li")
    expect(shared).to_have_text([nominees(other)[TOPPARI], nominees(other)[IMATRA]])
    assert "salainen" not in other.content()
    assert other.evaluate("localStorage.length") == 0
    started(other, "Bertta")
    other.get_by_role("button", name="Ota omaksi lyhytlistaksi").click()
    assert [item["nominee"] for item in stored(other)["shortlist"]] == [TOPPARI, IMATRA]
    assert "lista=" not in other.url
    context.close()


def test_reasons_go_along_in_the_part_of_the_link_that_no_server_sees(
    browser: Browser, base_url: str, page: Page
) -> None:
    """Only when asked to; whoever opens the link reads them, prints them and can take them."""
    reason = "Näyttöä on: −19 lasta & <b>hyvä</b> ”idea” 👍\nToinen rivi"
    started(page, "Anna")
    for nominee in (TOPPARI, IMATRA):
        title = nominees(page)[nominee]
        page.get_by_role("checkbox", name=f"Lyhytlistalla: {title}").check()
    link = page.get_by_label("Linkki lyhytlistaan")
    page.get_by_label("Ota perustelut mukaan linkkiin").check()
    page.get_by_label("Perustelu", exact=True).nth(1).fill(reason)
    address = link.input_value()
    before, _, fragment = address.partition("#")
    assert before == f"{base_url}{URL}?lista={TOPPARI},{IMATRA}"
    assert fragment.startswith("lyhytlista:perustelut=")
    context = browser.new_context()
    other = context.new_page()
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url))
    other.goto(address)
    other.wait_for_selector("[data-ready]")
    assert not any("perustelut" in url.partition("#")[0] for url in asked)
    expect(other.locator("#lyhytlista h2")).to_be_in_viewport()
    expect(other.locator(".jury-shared li").nth(1)).to_contain_text("<b>hyvä</b> ”idea” 👍")
    other.get_by_role("button", name="Avaa tuloste").click()
    other.get_by_label("Ota lyhytlistan perustelut mukaan tulosteeseen").check()
    expect(other.locator(".handout__page").nth(1)).to_contain_text("Näyttöä on: −19 lasta")
    other.go_back()
    started(other, "Bertta")
    other.get_by_role("button", name="Ota omaksi lyhytlistaksi").click()
    assert [item["reason"] for item in stored(other)["shortlist"]] == ["", reason]
    assert "perustelut" not in other.url and "lista=" not in other.url
    context.close()


def test_whom_the_juror_may_not_judge_is_marked_on_the_shortlist_in_words(
    page: Page, base_url: str
) -> None:
    """Declared before or after, and taken back; in the choice of whom to add, and a shared list."""
    opened(page, base_url, f"?lista={OULU},{IMATRA}")
    shared = page.locator(".jury-shared li")
    expect(shared.first).to_have_text("Oulun hyvinvointineuvola")
    started(page, "Anna")
    for nominee in (TOPPARI, OULU):
        title = nominees(page)[nominee]
        page.get_by_role("checkbox", name=f"Lyhytlistalla: {title}").check()
    items = page.locator(".jury-list > li")
    said = items.get_by_text("Olet ilmoittanut olevasi jäävi")
    expect(said.filter(visible=True)).to_have_count(0)
    choose(page, OULU)
    page.get_by_label("Olen jäävi").check()
    page.get_by_label("Jääviyden syy").fill("Työskentelen siellä")
    expect(items.nth(1)).to_contain_text("tätä poimintaa ei lasketa. Syy: Työskentelen siellä")
    expect(said.filter(visible=True)).to_have_count(1)
    expect(shared).to_have_text(["Oulun hyvinvointineuvolajäävi", "Imatran hyvinvointineuvola"])
    choose(page, IMATRA)
    page.get_by_label("Olen jäävi").check()
    offered = page.locator(".jury-add option", has_text="Imatran")
    expect(offered).to_have_text("Imatran hyvinvointineuvola (jäävi)")
    page.reload()
    expect(said.filter(visible=True)).to_have_count(1)
    page.locator(".jury-add select").select_option(IMATRA)
    page.get_by_role("button", name="Lisää listalle").click()
    expect(said.filter(visible=True)).to_have_count(2)
    choose(page, OULU)
    page.get_by_label("Olen jäävi").uncheck()
    expect(said.filter(visible=True)).to_have_count(1)
    expect(items.nth(2)).to_contain_text("Olet ilmoittanut olevasi jäävi")


def test_reasons_that_do_not_fit_the_link_are_left_out_and_the_page_says_so(page: Page) -> None:
    """Until they are shortened."""
    started(page, "Anna")
    page.get_by_role("button", name="Lisää listalle").click()
    page.get_by_label("Ota perustelut mukaan linkkiin").check()
    reason, link = page.get_by_label("Perustelu", exact=True), page.get_by_label("Linkki lyhyt")
    reason.fill("ä" * 1500)
    said = page.locator(".jury-share__long")
    expect(said).to_contain_text("merkkiä liian pitkän. Linkissä ei nyt ole perusteluja.")
    assert link.input_value().endswith("#lyhytlista")
    reason.fill("ä" * 300)
    expect(said).to_have_text("")
    assert "perustelut=" in link.input_value() and len(link.input_value()) <= 2000


@pytest.mark.parametrize(
    "fragment",
    ["x", "%%%", "bnVsbA", "WyJhIl0", "WzEsMl0", "W10", "Wy", "_____w", "eyJhIjoxfQ"],
)
def test_a_broken_part_of_a_link_gives_no_reasons(page: Page, base_url: str, fragment: str) -> None:
    """Not JSON, not a list, not texts, not as many as the list has: the list itself is there."""
    page.goto("about:blank")
    opened(page, base_url, f"?lista={TOPPARI},{IMATRA}#lyhytlista:perustelut={fragment}")
    expect(page.locator(".jury-shared li")).to_have_count(2)
    expect(page.locator(".jury-shared li p")).to_have_count(0)


def test_a_shared_shortlist_tells_what_it_holds_and_what_it_does_to_ones_own(
    browser: Browser, base_url: str
) -> None:
    """At every step: without a sheet, beside an own list, taken, refused, closed."""
    context = browser.new_context()
    page = opened(context.new_page(), base_url, f"?lista={TOPPARI},{IMATRA},poistunut#lyhytlista")
    shared = page.locator(".jury-shared")
    expect(shared).to_contain_text("linkin, jossa on 2 ehdokkaan lyhytlista")
    expect(shared).to_contain_text("linkissä on yksi ehdokas, joka ei ole tällä kierroksella")
    expect(shared).to_contain_text("Mitään ei ole tallennettu")
    expect(shared.get_by_role("button", name="Ota omaksi")).to_have_count(0)
    started(page, "Anna")
    expect(shared).to_contain_text("Oma lyhytlistasi on tyhjä")
    page.get_by_label("Ehdokas", exact=True).select_option(OULU)
    page.get_by_role("button", name="Lisää listalle").click()
    expect(shared).to_contain_text("on yksi ehdokas, on ennallaan")
    expect(shared).to_contain_text("se korvaa oman listasi")
    status = page.locator("#lyhytlista .jury-status")
    page.get_by_role("button", name="Ota omaksi").click()
    page.get_by_role("button", name="Peruuta").click()
    expect(status).to_have_text("Listaa ei vaihdettu. Oma lyhytlistasi on ennallaan.")
    assert [item["nominee"] for item in stored(page)["shortlist"]] == [OULU]
    page.get_by_role("button", name="Ota omaksi").click()
    page.get_by_role("button", name="Korvaa").click()
    expect(status).to_have_text("Jaettu lista on nyt oma lyhytlistasi. Siinä on 2 ehdokasta.")
    expect(status).to_be_in_viewport()
    opened(page, base_url, f"?lista={TOPPARI},{IMATRA}")
    expect(shared).to_contain_text("Lista on sama kuin oma lyhytlistasi.")
    shared.get_by_role("button", name="Sulje jaettu lista").click()
    expect(status).to_have_text("Jaettu lista on suljettu. Oma lyhytlistasi on ennallaan.")
    context.close()


PLAIN_HTTP = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
REFUSED = PLAIN_HTTP + "; document.execCommand = () => false"


@pytest.mark.parametrize(
    ("browser_does", "said"),
    [(PLAIN_HTTP, "Linkki on kopioitu."), (REFUSED, "Linkki on valittu: kopioi se")],
)
def test_the_link_is_copied_also_over_plain_http_or_left_selected(
    browser: Browser, base_url: str, browser_does: str, said: str
) -> None:
    """What the page says is what happened."""
    context = browser.new_context()
    context.add_init_script(browser_does)
    page = opened(context.new_page(), base_url)
    started(page, "Anna")
    page.get_by_role("button", name="Lisää listalle").click()
    page.get_by_role("button", name="Kopioi linkki").click()
    expect(page.locator(".jury-share").get_by_role("status").last).to_contain_text(said)
    link = page.get_by_label("Linkki lyhytlistaan")
    chosen = link.evaluate("node => node.value.slice(node.selectionStart, node.selectionEnd)")
    assert chosen == link.input_value()
    if browser_does == PLAIN_HTTP:
        page.get_by_label("Perustelu", exact=True).press("Control+V")
        expect(page.get_by_label("Perustelu", exact=True)).to_have_value(link.input_value())
    context.close()


def test_the_chosen_nominee_is_there_after_a_reload_and_at_its_address(
    page: Page, base_url: str
) -> None:
    """Without an address the work goes on at what is half done, or not begun."""
    started(page, "Anna")
    picked = page.get_by_label("Arvioitava ehdokas")
    choose(page, OULU)
    assert f"ehdokas={OULU}" in page.url
    page.reload()
    page.wait_for_selector("[data-ready]")
    expect(picked).to_have_value(OULU)
    first, second, *_ = nominees(page)
    scored(page, first, dict.fromkeys(CRITERIA, 4))
    opened(page, base_url)
    expect(picked).to_have_value(second)
    scored(page, TOPPARI, {"development": 3})
    opened(page, base_url)
    expect(picked).to_have_value(TOPPARI)
    opened(page, base_url, "?ehdokas=%3Cb%3E")
    expect(picked).to_have_value(TOPPARI)


def test_below_the_form_the_way_leads_on_to_the_beginning_of_the_next(page: Page) -> None:
    """By name; at the ends there is nothing to press."""
    started(page, "Anna")
    titles = list(nominees(page).values())
    foot = page.locator(".jury-form + .jury-picker")
    expect(foot.get_by_role("button")).to_have_text([f"Seuraava: {titles[1]}"])
    foot.get_by_role("button", name="Seuraava").click()
    heading = page.locator(".jury-form h4")
    expect(heading).to_have_text(titles[1])
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    expect(foot.get_by_role("button")).to_have_text(
        [f"Edellinen: {titles[0]}", f"Seuraava: {titles[2]}"]
    )


@pytest.mark.parametrize("part", ["raati", "lyhytlista", "tuloste"])
def test_a_link_to_a_part_leads_there_though_the_tools_push_it_down(
    page: Page, base_url: str, part: str
) -> None:
    """With a sheet open above it."""
    started(page, "Anna")
    page.goto("about:blank")
    opened(page, base_url, f"#{part}")
    expect(page.locator(f"#{part} h2")).to_be_in_viewport()


def test_the_hand_out_prints_one_page_per_nominee(
    browser: Browser, page: Page, tmp_path: Path
) -> None:
    """All nine, or those on the shortlist, without scores; Back returns."""
    page.get_by_role("button", name="Avaa tuloste").click()
    expect(page.get_by_label("Ota lyhytlistan perustelut")).to_have_count(0)
    assert "nakyma=tuloste" in page.url
    assert _pages(page, tmp_path) == 9
    page.go_back()
    expect(page.locator("#ehdokkaat")).to_be_visible()
    expect(page.locator(".handout")).to_be_hidden()
    started(page, "Anna")
    scored(page, IMATRA, dict.fromkeys(CRITERIA, 4))
    page.get_by_role("checkbox", name="Lyhytlistalla: Imatran hyvinvointineuvola").check()
    page.get_by_label("Perustelu", exact=True).fill("Lukuja on")
    page.get_by_role("button", name="Avaa tuloste").click()
    expect(page.locator(".handout__page")).to_have_count(1)
    expect(page.locator(".handout__page")).to_contain_text("Pitkäaikaisesti sijoitetut")
    assert _pages(page, tmp_path) == 1
    page.reload()
    expect(page.locator(".handout__page")).to_have_count(1)
    page.get_by_role("button", name="Takaisin kierroksen sivulle").click()
    expect(page.get_by_role("button", name="Avaa tuloste")).to_be_focused()


def test_ones_own_reasons_are_on_the_hand_out_only_if_that_is_chosen(page: Page) -> None:
    """It is for others; what is chosen for one hand-out is not kept for the next."""
    started(page, "Anna")
    for title in ("Imatran hyvinvointineuvola", "Oulun hyvinvointineuvola"):
        page.get_by_role("checkbox", name=f"Lyhytlistalla: {title}").check()
    page.get_by_label("Perustelu", exact=True).first.fill("Lukuja on")
    page.get_by_role("button", name="Avaa tuloste").click()
    sheets = page.locator(".handout__page")
    expect(sheets).to_have_count(2)
    expect(page.locator(".handout")).not_to_contain_text("Lukuja on")
    choice = page.get_by_label("Ota lyhytlistan perustelut mukaan tulosteeseen")
    choice.check()
    expect(sheets.first).to_contain_text("Perustelu: Lukuja on")
    expect(choice).to_be_focused()
    choice.uncheck()
    expect(sheets).to_have_count(2)
    expect(page.locator(".handout")).not_to_contain_text("Lukuja on")
    choice.check()
    page.reload()
    expect(sheets).to_have_count(2)
    expect(page.locator(".handout")).not_to_contain_text("Lukuja on")


def test_the_hand_out_tells_what_a_juror_needs_under_headings(
    page: Page, base_url: str, tmp_path: Path
) -> None:
    """Summary, every outcome with its level and its teller, and facts by their field's name."""
    opened(page, base_url, "?asema=winner")
    page.get_by_role("button", name="Avaa tuloste").click()
    expect(page.locator(".handout__tools")).to_contain_text("rajausten jälkeen näkyvät ehdokkaat")
    sheet = page.locator(".handout__page")
    expect(sheet.locator("p").nth(1)).to_contain_text("Tiivistelmä: Neuvola tapaa koko perheen")
    outcomes = sheet.get_by_role("table", name="Ilmoitetut tulokset")
    assert outcomes.locator("thead th").all_inner_texts() == [
        "Mitä mitattiin",
        "Lähtötilanne → seuranta, muutos",
        "Näytön taso",
        "Kuka tiedon antoi",
    ]
    rows = outcomes.locator("tbody tr")
    expect(rows).to_have_count(6)
    cells = rows.first.locator("th, td")
    expect(cells.nth(0)).to_contain_text("Lastensuojelun laitoshoidon menot")
    expect(cells.nth(1)).to_contain_text("2008 → 2012")
    expect(cells.nth(1)).to_contain_text("euroa vähemmän")
    expect(cells.nth(2)).to_contain_text("2 Ennen–jälkeen")
    expect(cells.nth(3)).to_have_text("Toteuttajan oma tieto")
    facts = sheet.locator(".handout__criterion .jury-facts").first
    expect(facts).to_contain_text("Kohderyhmät: lasta odottavat perheet")
    expect(facts).to_contain_text("Tarve ja tavoitteet: 2000-luvun alussa")
    page.pdf(path=tmp_path / "x.pdf", prefer_css_page_size=True)
    assert (tmp_path / "x.pdf").read_bytes().count(b"/Type /Page\n") == 1


def test_paper_shows_all_that_is_written(page: Page, tmp_path: Path) -> None:
    """Reasons, notes and the juror's name in full, where the screen shows fields of two lines."""
    long = "\n".join(f"Rivi {number}" for number in range(1, 31))
    started(page, "Anna")
    scored(page, IMATRA, dict.fromkeys(CRITERIA, 4))
    page.get_by_label("Muistiinpano").first.fill(f"Muistiin\n{long}")
    page.get_by_role("checkbox", name="Lyhytlistalla: Imatran hyvinvointineuvola").check()
    page.get_by_label("Perustelu", exact=True).fill(f"Koska\n{long}")
    page.get_by_label("Arvioitava ehdokas").select_option(OULU)
    page.get_by_label("Olen jäävi").check()
    page.get_by_label("Jääviyden syy").fill("Työskentelen siellä")
    page.pdf(path=tmp_path / "sivu.pdf", prefer_css_page_size=True)
    page.emulate_media(media="print")
    for written in (f"Koska\n{long}", "Anna"):
        shown = page.locator(".jury-on-paper").filter(has_text=written, visible=True)
        expect(shown).to_have_text(written, use_inner_text=True)
        assert shown.evaluate("node => node.scrollHeight <= node.clientHeight + 1")
    note = page.locator(".jury-notes .jury-written")
    expect(note).to_have_text(f"Muistiin\n{long}", use_inner_text=True)
    assert page.locator("main :is(textarea, input[type=text])").filter(visible=True).count() == 0
    own = page.get_by_role("table", name="Oma järjestys", exact=True)
    expect(own).to_contain_text("jäävi: Työskentelen siellä")


def test_ones_own_notes_are_read_together(page: Page) -> None:
    """They can be opened below the ranking, and follow what is written."""
    started(page, "Anna")
    choose(page, IMATRA)
    expect(page.locator("#arviointi summary")).to_have_text("Omat muistiinpanot (0)")
    page.get_by_label("Muistiinpano").first.fill("Hyvä")
    page.get_by_label("Muistiinpano").first.blur()
    page.locator("#arviointi summary").click()
    (row,) = table(page, "Omat muistiinpanot")
    assert (row["Ehdokas"], row["Muistiinpano"]) == ("Imatran hyvinvointineuvola", "Hyvä")
    page.get_by_label("Muistiinpano").nth(1).fill("Toinen")
    page.get_by_label("Muistiinpano").nth(1).blur()
    assert len(table(page, "Omat muistiinpanot")) == 2


def _pages(page: Page, tmp_path: Path) -> int:
    """How many sheets of A4 the printed page takes."""
    path = tmp_path / "tuloste.pdf"
    page.pdf(path=path, format="A4")
    return path.read_bytes().count(b"/Type /Page\n")


def test_everything_is_done_by_keyboard_alone(page: Page) -> None:
    """Start, name, scores, a note, a conflict, the list and its order, deleting: no mouse."""
    keys = page.keyboard
    _tab_to(page, "Aloita arviointilomake")
    keys.press("Enter")
    keys.type("Anna")
    _tab_to(page, "Edellinen", back=False)
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Tab")
    expect(page.get_by_label("Olen jäävi")).to_be_focused()
    for criterion in CRITERIA:
        while page.evaluate("document.activeElement.name") != f"score-{criterion}":
            keys.press("Tab")
        for _ in range(2):
            keys.press("ArrowLeft")
    assert table(page, "Oma järjestys")[0]["Keskiarvo"] == "4,00"
    keys.press("Tab")
    keys.type("Muistiin")
    _tab_to(page, "Seuraava", back=True)
    keys.press("Enter")
    expect(page.get_by_role("button", name="Seuraava", exact=True)).to_be_focused()
    for _ in range(2):
        keys.press("Tab")
    keys.press("Space")
    expect(page.get_by_label("Olen jäävi")).to_be_checked()
    for _ in range(2):
        _tab_to(page, "Lisää listalle")
        keys.press("Enter")
    order = [item["nominee"] for item in stored(page)["shortlist"]]
    _tab_to(page, "Ylemmäs", back=True)
    keys.press("Enter")
    assert [item["nominee"] for item in stored(page)["shortlist"]] == order[::-1]
    expect(page.locator("#lyhytlista .jury-status")).to_contain_text("sijalla 1")
    assert page.evaluate("document.activeElement.textContent") == "Ylemmäs"
    data = stored(page)
    assert data["juror"] == "Anna" and len(data["conflicts"]) == 1
    _tab_to(page, "Poista lomake", back=True)
    keys.press("Enter")
    keys.press("Escape")
    assert stored(page) is not None
    expect(page.get_by_role("button", name="Poista lomake")).to_be_focused()
    keys.press("Enter")
    keys.press("Tab")
    keys.press("Enter")
    expect(page.get_by_role("button", name="Aloita arviointilomake")).to_be_visible()
    assert stored(page) is None


def _tab_to(page: Page, text: str, *, back: bool = False) -> None:
    """Press Tab until the button with `text` has the focus."""
    for _ in range(200):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == text:
            return
    raise AssertionError(f"no way by Tab to {text}")


def test_the_page_works_below_any_folder_of_a_plain_host(browser: Browser, site: Path) -> None:
    """No server answers but a folder of files, and not at the root of its address."""
    server, url = serve(site.parent)
    context = browser.new_context()
    base = f"{url}{site.name}/"
    watched = Watched(context.new_page(), base)
    page = opened(watched.page, base)
    started(page, "Anna")
    scored(page, IMATRA, dict.fromkeys(CRITERIA, 2))
    sheet = stored(page)
    other = json.dumps({**sheet, "sheet": "toinen", "juror": "Bertta"})
    page.get_by_role("button", name="Ota oma lomakkeeni mukaan").click()
    page.get_by_label("Raadin jäsenten tiedostot").set_input_files([buffer(other)])
    assert len(table(page, "Raadin järjestys")) == 9
    assert watched.faults == []
    context.close()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_tools_have_no_faults_of_accessibility(
    browser: Browser, base_url: str, scheme: str
) -> None:
    """By axe, with a sheet, a summary, a shortlist and at last the hand-out open."""
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light",
                                  viewport={"width": 360, "height": 800})  # fmt: skip
    page = opened(context.new_page(), base_url)
    started(page, "Anna")
    scored(page, IMATRA, dict.fromkeys(CRITERIA, 2))
    page.get_by_role("button", name="Lisää listalle").click()
    other = json.dumps({**stored(page), "sheet": "toinen", "juror": "Bertta"})
    page.get_by_role("button", name="Ota oma lomakkeeni mukaan").click()
    page.get_by_label("Raadin jäsenten tiedostot").set_input_files([buffer(other)])
    page.locator("summary", has_text="Arviot perusteittain").click()
    for view in ("round", "hand-out"):
        if view == "hand-out":
            page.get_by_role("button", name="Avaa tuloste").click()
        found = Axe().run(page).response["violations"]
        assert [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found] == []
        root = "document.documentElement"
        assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")
    context.close()
