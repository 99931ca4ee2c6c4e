"""The browse page: searching, filtering, sorting, the address, and what it survives."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import Watched
from tests.factories import real_catalogue

URL = "kaytannot/"
IMATRA = "Imatran hyvinvointineuvola"
KESKI_SUOMI = "Keski-Suomen alueen kiertävä erityissosiaalityöntekijä"
KOUVOLA = "Varhaisen tuen ja kotiin vietävien palvelujen uudistus Kouvolassa"


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".browse.is-ready").wait_for()


def _titles(page: Page) -> list[str]:
    return page.locator("[data-part=results] .card__title").all_inner_texts()


def _status(page: Page) -> str:
    return page.locator("[data-part=status]").inner_text()


def _count(page: Page, text: str) -> None:
    expect(page.locator("[data-part=status]")).to_have_text(text)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("neuvola", {IMATRA, "Oulun hyvinvointineuvola"}),
        ("neuvoloissa", {IMATRA, "Oulun hyvinvointineuvola"}),
        ("huostaanotot", {KOUVOLA}),
        ("omhändertagande", {KOUVOLA}),
        ("care order", {KOUVOLA}),
        ("perheneuvonnan", {"Perheiden varhainen tuki Siikalatvalla"}),
        ("Kymenlaakso", {KOUVOLA}),
        ("nepsy-valmennus", {"Perheiden varhainen tuki Siikalatvalla"}),
    ],
)
def test_a_word_finds_its_practices_in_any_form_and_language(
    watched: Watched, base_url: str, query: str, found: set[str]
) -> None:
    """The address with a query is enough: a shared link opens the same view."""
    _open(watched.page, f"{base_url}{URL}?q={query}")
    assert found <= set(_titles(watched.page))


def test_every_title_finds_its_practice_first(watched: Watched, base_url: str) -> None:
    """Also those of practices that are told in full, among others known by name only."""
    _open(watched.page, base_url + URL)
    titles = [entry.practice.title for entry in real_catalogue().entries]
    assert len(titles) == 14
    for title in titles:
        _open(watched.page, f"{base_url}{URL}?q={quote(title)}")
        assert _titles(watched.page)[0] == title


@pytest.mark.parametrize(
    "query", ["imatran hyvinvointineuvola", "imatra neuvola", "hyvinvointineuvola", "neuvola"]
)
def test_of_equals_the_one_known_by_name_only_comes_later(
    watched: Watched, base_url: str, query: str
) -> None:
    """Its short text names little else, and that is no merit."""
    _open(watched.page, f"{base_url}{URL}?q={query}")
    assert _titles(watched.page)[:2] == [IMATRA, "Oulun hyvinvointineuvola"]


def test_a_misspelt_word_finds_what_was_meant_and_says_so(watched: Watched, base_url: str) -> None:
    """The correction stands beside the count."""
    _open(watched.page, f"{base_url}{URL}?q=huostaanoto")
    assert KOUVOLA in _titles(watched.page)
    _open(watched.page, f"{base_url}{URL}?q=lastensuojleu")
    assert _status(watched.page).startswith("Näytetään tulokset haulle ”lastensuojelu”.")
    assert len(_titles(watched.page)) >= 3


@pytest.mark.parametrize(
    ("query", "note"),
    [
        (
            "sosiaaliohjaus",
            "Sanaa ”sosiaaliohjaus” ei löytynyt. Näytetään lähimmät: sosiaali, ohjaus. 8 käytäntöä",
        ),
        (
            "jälkihuolto",
            "Sanaa ”jälkihuolto” ei löytynyt. Näytetään lähimmät: jälki, huolto. 6 käytäntöä",
        ),
        (
            "neuvola jälkihuolto",
            "Sanaa ”jälkihuolto” ei löytynyt. Näytetään lähimmät: jälki, huolto. 7 käytäntöä",
        ),
        ("henkilöstön vaihtuvuus", "Sanaa ”vaihtuvuus” ei löytynyt. 4 käytäntöä"),
        (
            "henkilöstön vaihtuvuus väkivalta",
            "Näitä sanoja ei löytynyt: vaihtuvuus, väkivalta. 4 käytäntöä",
        ),
    ],
)
def test_what_only_resembles_the_query_is_not_passed_off_as_found(
    watched: Watched, base_url: str, query: str, note: str
) -> None:
    """A word that no practice holds is named, with what was looked for instead."""
    _open(watched.page, f"{base_url}{URL}?q={query}")
    _count(watched.page, note)
    assert _titles(watched.page)


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ("varhanen tuki", "Näytetään tulokset haulle ”varhainen tuki”. 8 osumaa"),
        ("huostaan otaminen", "Näytetään tulokset haulle ”huostaan ottaminen”. 2 osumaa"),
        (
            "neuropsykiatria",
            "Sanaa ”neuropsykiatria” ei löytynyt. Näytetään lähimmät: neuropsykiatrinen.",
        ),
    ],
)
def test_corrections_are_words_of_the_language_and_of_known_phrases(
    watched: Watched, base_url: str, query: str, note: str
) -> None:
    """Never a Swedish word for a Finnish one; what is found instead is marked in the text."""
    _open(watched.page, f"{base_url}{URL}?q={query}")
    assert _status(watched.page).startswith(note)
    assert watched.page.locator("[data-part=results] .card").first.locator("mark").count()


@pytest.mark.parametrize(
    ("query", "note", "found"),
    [
        (
            "Jyväskylä",
            "Kunnasta Jyväskylä ei ole vielä käytäntöjä. "
            "Alla ovat alueen käytännöt: Keski-Suomen hyvinvointialue. 1 käytäntö",
            {"Keski-Suomen alueen kiertävä erityissosiaalityöntekijä"},
        ),
        (
            "lahti",
            "Kunnasta Lahti ei ole vielä käytäntöjä. "
            "Alla ovat alueen käytännöt: Päijät-Hämeen hyvinvointialue. 2 käytäntöä",
            {"Perhekeskus Päijät-Hämeessä", "Systeeminen toimintamalli Päijät-Hämeessä"},
        ),
        (
            "Turussa",
            "Kunnasta Turku ei ole vielä käytäntöjä. "
            "Alla ovat alueen käytännöt: Varsinais-Suomen hyvinvointialue. 1 käytäntö",
            {"Varhaisen tuen toimintamalli Liedon sosiaalipalveluissa"},
        ),
        (
            "jyvaskylassa",
            "Kunnasta Jyväskylä ei ole vielä käytäntöjä. "
            "Alla ovat alueen käytännöt: Keski-Suomen hyvinvointialue. 1 käytäntö",
            {"Keski-Suomen alueen kiertävä erityissosiaalityöntekijä"},
        ),
        ("linna", "Ei osumia haulle ”linna”", set()),
        (
            "Keski-Suomi",
            "1 osuma haulle ”Keski-Suomi”",
            {"Keski-Suomen alueen kiertävä erityissosiaalityöntekijä"},
        ),
        (
            "Päijät-Häme",
            "2 osumaa haulle ”Päijät-Häme”",
            {"Perhekeskus Päijät-Hämeessä", "Systeeminen toimintamalli Päijät-Hämeessä"},
        ),
        ("Etelä-Savo", "Ei osumia haulle ”Etelä-Savo”", set()),
    ],
)
def test_a_place_is_a_place(
    watched: Watched, base_url: str, query: str, note: str, found: set[str]
) -> None:
    """No misspelling of another word; a municipality without practices leads to those near it."""
    _open(watched.page, f"{base_url}{URL}?q={query}")
    _count(watched.page, note)
    assert set(_titles(watched.page)) == found


def test_those_near_a_place_come_after_those_with_all_words(
    watched: Watched, base_url: str
) -> None:
    """The county counts as a word found, and less than a word of the text."""
    _open(watched.page, f"{base_url}{URL}?q=Lahti perhekeskus")
    assert _titles(watched.page)[0] == "Perhekeskus Päijät-Hämeessä"


@pytest.mark.parametrize(
    ("query", "county", "last"),
    [
        ("perhetyö Jyväskylä", "Keski-Suomen", KESKI_SUOMI),
        ("perhetyö Lahdessa Heinola", "Päijät-Hämeen", "Systeeminen toimintamalli Päijät-Hämeessä"),
    ],
)
def test_the_note_of_a_place_tells_the_order_of_the_list(
    watched: Watched, base_url: str, query: str, county: str, last: str
) -> None:
    """Those that only the county leads to come last, and the note says so; in no other order."""
    _open(watched.page, f"{base_url}{URL}?q={query}")
    note = (
        "Muiden hakusanojen osumat ovat ensin, alueen muut käytännöt viimeisinä: "
        f"{county} hyvinvointialue. 6 käytäntöä"
    )
    assert _status(watched.page).endswith(note)
    assert _titles(watched.page)[-1] == last
    _open(watched.page, f"{base_url}{URL}?q={query}&sort=title")
    note = f"Mukana ovat myös alueen käytännöt: {county} hyvinvointialue. 6 käytäntöä"
    assert _status(watched.page).endswith(note)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        (
            "Rovaniemi",
            "Kunnasta Rovaniemi ei ole vielä käytäntöjä.\n\n"
            "Lapin hyvinvointialue, johon Rovaniemi kuuluu, on sekin vielä vailla käytäntöjä.",
        ),
        ("rovaniemellä", "Kunnasta Rovaniemi ei ole vielä käytäntöjä."),
        ("Tampereen", "Kunnasta Tampere ei ole vielä käytäntöjä."),
        ("Vantaan", "Kunnasta Vantaa ei ole vielä käytäntöjä."),
        ("Lapissa", "Tältä alueelta ei ole vielä käytäntöjä: Lapin hyvinvointialue."),
    ],
)
def test_a_place_without_practices_is_told_and_asks_for_the_first(
    watched: Watched, base_url: str, query: str, told: str
) -> None:
    """Also where its whole county has none; words that are no mistake need not be changed."""
    _open(watched.page, f"{base_url}{URL}?q={query}")
    empty = watched.page.locator(".empty")
    assert empty.inner_text().startswith(told)
    assert "Kokeile toista" not in empty.inner_text()
    empty.get_by_role("link", name="Ilmoita se").click()
    watched.page.wait_for_url("**/ilmoita/")


def test_a_place_without_practices_is_told_beside_what_other_words_find(
    watched: Watched, base_url: str
) -> None:
    """It is no word that was not found."""
    _open(watched.page, f"{base_url}{URL}?q=perhetyö Rovaniemi")
    _count(watched.page, "Kunnasta Rovaniemi ei ole vielä käytäntöjä. 5 käytäntöä")
    results = watched.page.locator("[data-part=results]")
    expect(results).to_contain_text("Lapin hyvinvointialue, johon Rovaniemi kuuluu")
    expect(results.get_by_role("link", name="Ilmoita se")).to_be_visible()


def test_a_place_without_practices_leads_to_those_of_its_county(
    watched: Watched, base_url: str
) -> None:
    """As the filter does, without the query."""
    _open(watched.page, f"{base_url}{URL}?q=perhetyö Jyväskylä")
    link = "Näytä vain alueen käytännöt: Keski-Suomen hyvinvointialue"
    watched.page.get_by_role("link", name=link).click()
    _count(watched.page, "1 käytäntö")
    assert _titles(watched.page) == [KESKI_SUOMI]
    assert watched.page.url.endswith("?county=keski-suomi")
    expect(watched.page.get_by_role("link", name=link)).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("ostopalvelut", "Avainsana: ostopalvelu"),
        ("äitiysneuvola", "Avainsana: äitiysneuvola"),
        ("uupumus", "Teema: henkilöstön työhyvinvointi"),
        ("Kymenlaakso", "Paikka: Kymenlaakson hyvinvointialue"),
    ],
)
def test_what_a_practice_was_found_by_outside_its_text_is_told(
    watched: Watched, base_url: str, query: str, why: str
) -> None:
    """With the word marked."""
    _open(watched.page, f"{base_url}{URL}?q={query}")
    found = watched.page.locator(".card__found", has_text=why)
    expect(found.first).to_be_visible()
    assert found.first.locator("mark").count()


@pytest.mark.parametrize("query", ["omhändertagande", "care order", "custody"])
def test_what_a_word_of_another_language_means_is_marked(
    watched: Watched, base_url: str, query: str
) -> None:
    """The words of its synonyms in the text."""
    _open(watched.page, f"{base_url}{URL}?q={query}")
    marks = [mark.lower() for mark in watched.page.locator("mark").all_inner_texts()]
    assert any(mark.startswith("huostaanot") for mark in marks)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("custody", KOUVOLA),
        ("foster care", KOUVOLA),
        ("sijoitettu lapsi", KOUVOLA),
        ("placerade barn", KOUVOLA),
        ("ihmissuhdetyö", "Suhdeperustainen lastensuojelutyö"),
        ("relationship-based practice", "Suhdeperustainen lastensuojelutyö"),
        ("perheohjaaja", IMATRA),
        ("infant", IMATRA),
        ("kasvatusneuvola", "Perheiden varhainen tuki Siikalatvalla"),
        ("ungdom", "Nuoret kehittäjät – lastensuojelunuorten kehittäjäryhmä"),
        ("odotusaika", "Perheiden varhainen tuki Siikalatvalla"),
        ("multi-agency work", "Systeeminen toimintamalli Päijät-Hämeessä"),
        ("savings", IMATRA),
        ("huoli-ilmoitus", KOUVOLA),
    ],
)
def test_words_that_workers_use_lead_to_what_the_texts_call_otherwise(
    watched: Watched, base_url: str, query: str, found: str
) -> None:
    """Without a note: the words mean the same."""
    _open(watched.page, f"{base_url}{URL}?q={query}")
    assert _status(watched.page)[0].isdigit()
    assert found in _titles(watched.page)


@pytest.mark.parametrize("query", ["väkivalta", "päihteiden", "kriisi", "puuttua"])
def test_a_word_is_not_taken_for_another_that_is_merely_spelt_alike(
    watched: Watched, base_url: str, query: str
) -> None:
    """They are words of the field, and no practice is about them: nothing was found."""
    _open(watched.page, f"{base_url}{URL}?q={query}")
    _count(watched.page, f"Ei osumia haulle ”{query}”")
    assert not _titles(watched.page)


@pytest.mark.parametrize(
    "query", ["neuvola", "nepsy-valmennus", "barnskydd", "care order", "palkittu", "raskaus"]
)
def test_what_was_found_as_typed_or_by_a_synonym_is_told_without_a_note(
    watched: Watched, base_url: str, query: str
) -> None:
    """In any language of the catalogue; a practice is found by its awards too."""
    _open(watched.page, f"{base_url}{URL}?q={query}")
    assert _status(watched.page)[0].isdigit()
    assert _titles(watched.page)


def test_the_words_found_are_marked_in_their_inflected_forms(
    watched: Watched, base_url: str
) -> None:
    """`neuvola` marks `hyvinvointineuvola` too."""
    _open(watched.page, f"{base_url}{URL}?q=neuvola")
    marks = {mark.lower() for mark in watched.page.locator("mark").all_inner_texts()}
    assert {"hyvinvointineuvola", "neuvola"} <= marks


def test_options_of_one_facet_widen_and_options_of_another_narrow(
    watched: Watched, base_url: str
) -> None:
    """Or within a facet, and between facets; counts follow, and so does the address."""
    page = watched.page
    _open(page, base_url + URL)
    _count(page, "14 käytäntöä")
    page.get_by_text("Paras näyttö", exact=True).click()
    page.get_by_label("2 Ennen–jälkeen (2)").check()
    _count(page, "2 käytäntöä")
    page.get_by_label("1 Luku (1)").check()
    _count(page, "3 käytäntöä")
    page.get_by_text("Toteuttaja", exact=True).click()
    page.get_by_label("Yksityinen (1)").check()
    _count(page, "1 käytäntö")
    assert _titles(page) == ["Perheiden varhainen tuki Siikalatvalla"]
    assert page.url.endswith("?evidence=2&evidence=1&provider_kind=private")
    page.go_back()
    _count(page, "3 käytäntöä")
    expect(page.get_by_label("Yksityinen")).not_to_be_checked()
    page.go_forward()
    _count(page, "1 käytäntö")
    page.reload()
    _count(page, "1 käytäntö")


def test_of_many_options_those_that_begin_as_typed_are_shown(
    watched: Watched, base_url: str
) -> None:
    """By keyboard: Enter sends nothing, Escape shows the first ones again; the number is told."""
    page = watched.page
    _open(page, base_url + URL)
    page.get_by_text("Mittari", exact=True).click()
    facet = page.locator("[data-facet=indicator]")
    options, told = facet.locator("li:visible"), facet.get_by_role("status")
    expect(options).to_have_count(8)
    field = facet.get_by_role("searchbox", name="Etsi vaihtoehdoista: Mittari")
    field.press_sequentially("ulkop")
    expect(options).to_have_count(1)
    expect(told).to_have_text("1 vaihtoehto")
    page.keyboard.press("Enter")
    assert page.url == base_url + URL
    facet.get_by_label("Kodin ulkopuolelle sijoitetut lapset (3)").check()
    _count(page, "3 käytäntöä")
    field.fill("zz")
    expect(told).to_have_text("Yksikään vaihtoehto ei ala näin")
    # What is chosen can be taken back all the time.
    expect(options).to_have_count(1)
    field.press("Escape")
    expect(field).to_have_value("")
    expect(told).to_have_text("")
    expect(facet.get_by_role("button", name="Näytä kaikki")).to_be_visible()
    facet.get_by_role("button", name="Näytä kaikki").click()
    assert options.count() > 20
    fewer = facet.get_by_role("button", name="Näytä vähemmän", expanded=True)
    fewer.press("Enter")
    # The first ones and the chosen one, if it is not among them.
    assert options.count() in {8, 9}
    expect(facet.get_by_role("button", name="Näytä kaikki", expanded=False)).to_be_focused()
    expect(page.locator("[data-facet=theme]").get_by_role("searchbox")).to_have_count(0)


def test_those_that_follow_a_model_are_one_choice(watched: Watched, base_url: str) -> None:
    """It is called as people call it, and its address leads to them."""
    _open(watched.page, f"{base_url}{URL}?model=hyvinvointineuvola")
    _count(watched.page, "2 käytäntöä")
    assert _titles(watched.page) == ["Imatran hyvinvointineuvola", "Oulun hyvinvointineuvola"]
    expect(watched.page.get_by_label("Hyvinvointineuvola (2)")).to_be_checked()


def test_chips_take_a_choice_back_and_keep_the_focus(watched: Watched, base_url: str) -> None:
    """By keyboard: the focus moves to the next chip, not to the top of the page."""
    page = watched.page
    _open(page, f"{base_url}{URL}?q=perhe&status=in-use&kind=service")
    chips = page.locator("[data-part=chips] button")
    expect(chips).to_have_count(4)
    page.get_by_role("button", name="Poista rajaus: Palvelu").focus()
    page.keyboard.press("Enter")
    expect(chips).to_have_count(3)
    assert "kind=" not in page.url and "status=in-use" in page.url
    expect(chips.first).to_be_focused()
    page.get_by_role("button", name="Tyhjennä kaikki").click()
    _count(page, "14 käytäntöä")
    assert page.url == base_url + URL


def test_nothing_found_offers_what_to_leave_out(watched: Watched, base_url: str) -> None:
    """Each offer says how many practices it would bring, and does it."""
    page = watched.page
    _open(page, f"{base_url}{URL}?q=huostaanotto&provider_kind=private&county=etela-karjala")
    _count(page, "Ei osumia haulle ”huostaanotto”")
    offers = page.locator(".empty button")
    assert offers.count() >= 1
    before = offers.first.inner_text()
    offers.first.click()
    expect(page.locator(".empty")).to_have_count(0)
    wanted = int(before.rsplit("(", 1)[1].split()[0])
    expect(page.locator("[data-part=results] .card")).to_have_count(wanted)


def test_a_lone_word_without_hits_is_told_what_to_try(watched: Watched, base_url: str) -> None:
    """No condition is there to leave out: other words, the themes, or all."""
    page = watched.page
    _open(page, f"{base_url}{URL}?q=avaruusraketti")
    empty = page.locator(".empty")
    expect(empty).to_contain_text("Haulla ”avaruusraketti” ei löytynyt yhtään käytäntöä")
    expect(empty).not_to_contain_text("kaikkia ehtoja")
    expect(empty.get_by_role("link", name="ei tiedossa")).to_have_count(0)
    empty.get_by_role("link", name="neuvola").click()
    expect(page.locator("[data-part=status]")).to_be_focused()
    assert page.locator("[data-part=results] .card").count() >= 1
    assert "theme=" in page.url and "q=" not in page.url
    page.go_back()
    empty.get_by_role("link", name="Näytä kaikki 14 käytäntöä").click()
    _count(page, "14 käytäntöä")
    assert page.url == base_url + URL


def test_no_other_order_is_claimed_than_the_one_shown(watched: Watched, base_url: str) -> None:
    """The list can be in any: the page's head says none."""
    _open(watched.page, f"{base_url}{URL}?q=neuvola")
    expect(watched.page.get_by_text("aakkosjärjestyksessä").filter(visible=True)).to_have_count(0)


def test_results_are_sorted_and_shown_as_a_table(watched: Watched, base_url: str) -> None:
    """Evidence first; the same results as rows."""
    page = watched.page
    _open(page, f"{base_url}{URL}?sort=evidence")
    assert set(_titles(page)[:2]) == {IMATRA, KOUVOLA}
    page.get_by_role("combobox", name="Näytä").select_option("taulukkona")
    rows = page.locator("[data-part=results] tbody tr")
    expect(rows).to_have_count(14)
    assert page.url.endswith("?sort=evidence&view=table")
    # A dash is seen where there is nothing to tell; a screen reader says so in words.
    unawarded = rows.get_by_role("cell", name="ei mitään", exact=True)
    expect(unawarded.first).to_have_attribute("data-label", "Palkinnot")
    expect(unawarded.first).to_contain_text("–")
    page.get_by_role("combobox", name="Järjestä").select_option("paikka")
    places = page.locator("[data-part=results] td[data-label=Paikka]").all_inner_texts()
    assert places[0] == "Helsinki" and places[-1] == "Paikka ei tiedossa"


def test_the_table_of_results_fits_beside_the_filters(watched: Watched, base_url: str) -> None:
    """Where it does not, the keyboard scrolls it; the box to compare has a line of its own."""
    page = watched.page
    _open(page, f"{base_url}{URL}?view=table")
    table = page.get_by_role("region", name="Käytännöt taulukkona")
    assert table.evaluate("e => e.scrollWidth <= e.clientWidth")
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        for row in table.locator("tbody th").all():
            title, box = row.locator("a").bounding_box(), row.locator("label").bounding_box()
            assert title and box and title["y"] + title["height"] <= box["y"]
    page.set_viewport_size({"width": 1024, "height": 800})
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.table').scrollLeft > 0")


def test_typing_suggests_titles_words_themes_and_places(watched: Watched, base_url: str) -> None:
    """Arrows choose, Enter takes, Escape closes; the count is announced."""
    page = watched.page
    _open(page, base_url + URL)
    field = page.get_by_role("combobox", name="Hae käytännöistä")
    field.press_sequentially("kouv", delay=30)
    option = page.get_by_role("option", name="Kouvola kunta")
    expect(option).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator("[data-part=suggested]")).to_contain_text("ehdotus")
    page.keyboard.press("Escape")
    expect(option).to_be_hidden()
    expect(field).to_be_focused()
    field.press_sequentially("o", delay=30)
    expect(option).to_be_visible()
    while option.get_attribute("aria-selected") != "true":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    _count(page, "1 käytäntö")
    assert page.url.endswith("?municipality=kouvola")


def test_the_search_field_of_every_page_leads_here(watched: Watched, base_url: str) -> None:
    """`/` moves to it; Enter opens the browse page with the query."""
    page = watched.page
    page.goto(base_url + "mittarit/")
    page.keyboard.press("/")
    page.keyboard.type("neuvola")
    page.keyboard.press("Enter")
    page.locator(".browse.is-ready").wait_for()
    assert page.url == f"{base_url}kaytannot/?q=neuvola"
    assert IMATRA in _titles(page)
    page.locator("main").focus()
    page.keyboard.press("/")
    expect(page.get_by_role("combobox", name="Hae käytännöistä")).to_be_focused()


@pytest.mark.parametrize(
    "query",
    [
        "a" * 10_000,
        "sana " * 2_000,
        "   ",
        "😀🎈",
        "(.*)+[^a]{9}\\",
        "<img src=x onerror=alert(1)>",
        "\u202eetsi\u2066",
        "' OR 1=1 --",
        "\x00\x01",
        "ä" * 50 + " ö",
        "__proto__ constructor",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_any_query_gives_a_sensible_page(watched: Watched, base_url: str, query: str) -> None:
    """No error, nothing executed, a count or an offer."""
    page = watched.page
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    _open(page, base_url + URL)
    page.get_by_role("combobox", name="Hae käytännöistä").fill(query)
    page.keyboard.press("Enter")
    said = re.compile("osum|käytäntö") if query.strip() else "14"
    expect(page.locator("[data-part=status]")).to_contain_text(said)
    assert dialogs == []
    assert page.locator("main img").count() == 0


@pytest.mark.parametrize(
    "address",
    [
        "?theme=ei-ole&county=%F0%9F%92%A9",
        "?page=-3&sort=;drop&view=xml",
        "?page=99999&sort=__proto__",
        "?q=%E0%A4%A&theme",
        "?" + "theme=early-support&" * 500,
        "?evidence=2&evidence=2&foo[]=1#<script>",
    ],
)
def test_a_broken_or_foreign_address_gives_a_sensible_page(
    watched: Watched, base_url: str, address: str
) -> None:
    """What is not known is left out."""
    _open(watched.page, base_url + URL + address)
    assert (
        "14 käytäntöä" in _status(watched.page)
        or _titles(watched.page)
        or (_status(watched.page).startswith("Ei osumia haulle"))
    )


def test_without_scripts_the_form_leads_to_the_whole_list_and_says_so(
    browser: Browser, base_url: str
) -> None:
    """All practices in the order of their names, and where else they are found."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base_url)
    page.get_by_role("searchbox", name="Hae käytännöistä").fill("neuvola")
    page.keyboard.press("Enter")
    page.wait_for_url(base_url + "kaytannot/?q=neuvola")
    expect(page.get_by_text("Haku ja rajaukset tarvitsevat JavaScriptin")).to_be_visible()
    assert len(_titles(page)) == 14
    context.close()


def test_nothing_is_stored_by_searching(watched: Watched, base_url: str) -> None:
    """The history of queries is in the page's own memory."""
    _open(watched.page, f"{base_url}{URL}?q=neuvola")
    assert watched.page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert watched.page.context.cookies() == []
