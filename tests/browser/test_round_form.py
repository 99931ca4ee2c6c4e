"""The form that makes an award round's file."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from catalogue.check.personal import check_personal
from catalogue.check.registry import load_registry
from catalogue.messages import messages
from catalogue.pages.rounds import round_form
from tests.browser.jury_round import write_page
from tests.browser.served import ROOT, Watched, serve
from tests.factories import catalogue, frame

URL = "palkinnot/uusi/"
NEEDED = ("Kierroksen nimi", "Palkinnon nimi ilman vuotta", "Ajankohta", "Perusteen nimi")


def test_the_file_of_a_filled_form_passes_the_check(
    watched: Watched, base_url: str, tmp_path: Path
) -> None:
    """Two criteria of nearly the same name, quotes in a text, and what speaks to a criterion."""
    page = watched.page
    page.goto(base_url + URL)
    page.get_by_label("Kierroksen nimi").fill("Lastensuojeluteko 2027")
    page.get_by_label("Palkinnon nimi ilman vuotta").fill("Lastensuojeluteko")
    page.get_by_label("Ajankohta").fill("21.3.2027")
    page.get_by_label("Ehdokkaiden määrä").fill("1 012")
    page.get_by_label("Lähteen päiväys").fill("ei tiedossa")
    page.get_by_label("Huoltaja-säätiö").check()
    page.get_by_label("Valitsija tai raati").fill('Raati: "viisi" jäsentä')
    page.get_by_label("Perusteen nimi").fill("Merkitys lapselle")
    page.get_by_text("Mitkä tiedot kertovat tästä perusteesta").click()
    page.get_by_label("Ratkaisu", exact=True).check()
    page.get_by_label("Huostaanotot", exact=True).check()
    page.get_by_role("button", name="Lisää peruste").click()
    second = page.get_by_role("group", name="Peruste 2")
    expect(second.get_by_label("Perusteen nimi")).to_be_focused()
    second.get_by_label("Perusteen nimi").fill("Merkitys lapselle!")
    page.get_by_label("Lähteen otsikko").fill("Palkinnon säännöt")
    page.get_by_label("Lähteen laji").select_option("award-page")
    page.get_by_label("Lähteen riippumattomuus").select_option("independent")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tee tiedosto").click()
        expect(page.get_by_role("heading", name="Kierroksen tiedosto on valmis")).to_be_focused()
        page.get_by_role("button", name="Lataa tiedosto").click()
    assert download.value.suggested_filename == "lastensuojeluteko-2027.yml"
    registry = tmp_path / "registry"
    shutil.copytree(ROOT / "registry", registry)
    download.value.save_as(registry / "awards" / "lastensuojeluteko-2027.yml")
    checked = load_registry(registry, "registry", messages())
    assert checked.problems == ()
    assert checked.registry is not None
    made = checked.registry.rounds["lastensuojeluteko-2027"]
    assert made.name.fi == "Lastensuojeluteko 2027"
    assert made.date.value == "2027-03-21"
    assert made.candidates == 1012
    assert made.source.date is not None and made.source.date.value == "unknown"
    assert made.jury is not None and made.jury.fi == 'Raati: "viisi" jäsentä'
    assert [c.id for c in made.criteria] == ["merkitys-lapselle", "merkitys-lapselle-2"]
    assert made.criteria[0].evidence.fields == ("section:solution",)
    assert made.criteria[0].evidence.indicators == ("care-orders",)


@pytest.mark.parametrize("missing", ["Kierroksen nimi", "Ajankohta", "Lähteen otsikko"])
def test_a_needed_field_is_asked_for(watched: Watched, base_url: str, missing: str) -> None:
    """The form stays, and the focus goes to what is missing."""
    page = watched.page
    page.goto(base_url + URL)
    for label in (*NEEDED, "Lähteen otsikko"):
        if label != missing:
            page.get_by_label(label).fill("2027")
    page.get_by_role("button", name="Tee tiedosto").click()
    expect(page.get_by_label(missing)).to_be_focused()
    expect(page.get_by_role("heading", name="Kierroksen tiedosto on valmis")).to_be_hidden()


def test_every_needed_field_is_marked_and_says_itself_what_is_wrong(
    watched: Watched, base_url: str
) -> None:
    """All at once and until it is mended; the number of faults stands by the button."""
    page = watched.page
    page.goto(base_url + URL)
    page.get_by_label("Perusteen nimi").wait_for()
    needed = page.locator(".round-form [required]")
    expect(needed).to_have_count(7)
    for control in needed.all():
        field = control.locator("xpath=ancestor::*[contains(@class, 'round-form__field')]")
        expect(field).to_contain_text("pakollinen")
    page.get_by_label("Lähteen päiväys").fill("keväällä")
    page.get_by_label("Palkinnon nimi ilman vuotta").fill("   ")
    page.get_by_role("button", name="Tee tiedosto").click()
    faulty = page.locator(".round-form [aria-invalid=true]")
    expect(faulty).to_have_count(8)
    expect(page.locator("[data-part=faults]")).to_contain_text("korjaa ensin 8 kohtaa")
    name, kind = page.get_by_label("Kierroksen nimi"), page.get_by_label("Lähteen laji")
    expect(name).to_be_focused()
    expect(name).to_have_accessible_description(re.compile("sivun osoite. Täytä tämä kohta."))
    expect(kind).to_have_accessible_description("Valitse tähän vaihtoehto.")
    expect(page.get_by_label("Perusteen nimi")).to_have_accessible_name("Perusteen nimi pakollinen")
    expect(page.get_by_label("Lähteen päiväys")).to_have_accessible_description(
        re.compile("Päivän pitää olla kalenterissa")
    )
    name.fill("Teko 2027")
    kind.select_option("award-page")
    expect(faulty).to_have_count(6)
    expect(name).not_to_have_accessible_description(re.compile("Täytä"))
    page.get_by_label("Ajankohta").fill("31.2.2027")
    page.get_by_label("Ajankohta").blur()
    expect(page.get_by_label("Ajankohta")).to_have_accessible_description(
        re.compile("kalenterissa")
    )


@pytest.mark.parametrize(
    ("browser_does", "said"),
    [("", "Kopioitu."), ("document.execCommand = () => false", "Teksti on valittu: kopioi se")],
)
def test_over_plain_http_the_file_is_copied_all_the_same_or_left_selected(
    browser: Browser, base_url: str, browser_does: str, said: str
) -> None:
    """There is no clipboard of the newer kind."""
    context = browser.new_context()
    none = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
    context.add_init_script(none + browser_does)
    found = Watched(context.new_page(), base_url)
    page = found.page
    page.goto(base_url + URL)
    for label in (*NEEDED, "Lähteen otsikko"):
        page.get_by_label(label).fill("2027")
    page.get_by_label("Lähteen laji").select_option(index=1)
    page.get_by_label("Lähteen riippumattomuus").select_option(index=1)
    page.get_by_role("button", name="Tee tiedosto").click()
    page.get_by_role("button", name="Kopioi teksti").click()
    expect(page.locator("[data-part=status]")).to_contain_text(said)
    text = page.locator("[data-part=text]").inner_text().strip()
    assert page.evaluate("getSelection().toString().trim()") == text
    assert found.faults == []
    context.close()


@pytest.mark.parametrize(
    ("label", "typed", "sound"),
    [
        ("Ajankohta", "21.3.2027", True),
        ("Ajankohta", "3/2027", True),
        ("Ajankohta", "ei tiedossa", True),
        ("Ajankohta", "31.2.2027", False),
        ("Lähteen päiväys", "keväällä", False),
        ("Ehdokkaiden määrä", "1 012", True),
        ("Ehdokkaiden määrä", "noin 12", False),
    ],
)
def test_a_date_or_number_is_understood_when_its_field_is_left(
    watched: Watched, base_url: str, label: str, typed: str, sound: bool
) -> None:
    """As Finns write it, and it stays as typed; what is neither is told of with examples."""
    page = watched.page
    page.goto(base_url + URL)
    page.get_by_label("Perusteen nimi").wait_for()
    field = page.get_by_label(label)
    field.fill(typed)
    field.blur()
    expect(field).to_have_value(typed)
    assert field.evaluate("node => node.validity.valid") == sound
    message = field.evaluate("node => node.validationMessage")
    assert bool(message) != sound and ("esimerkiksi" in message) != sound


def filled(page: Page, name: str) -> None:
    """Fill in what is needed."""
    for label in (*NEEDED, "Lähteen otsikko"):
        page.get_by_label(label).fill("2027")
    page.get_by_label("Kierroksen nimi").fill(name)
    page.get_by_label("Lähteen laji").select_option("award-page")
    page.get_by_label("Lähteen riippumattomuus").select_option("independent")


def test_a_giver_that_is_not_in_the_register_and_the_day_of_freezing_are_in_the_file(
    watched: Watched, base_url: str, tmp_path: Path
) -> None:
    """The check takes the file, and the page names the giver."""
    page = watched.page
    page.goto(base_url + URL)
    filled(page, "Teko 2027")
    page.get_by_label("Muu myöntäjä").fill("Esimerkkisäätiö\nToinen ry")
    page.get_by_label("Jäädytyspäivä").fill("1.3.2027")
    page.get_by_role("button", name="Tee tiedosto").click()
    text = page.locator("[data-part=text]").text_content() or ""
    registry = tmp_path / "registry"
    shutil.copytree(ROOT / "registry", registry)
    (registry / "awards" / "teko-2027.yml").write_text(text, encoding="utf-8")
    checked = load_registry(registry, "registry", messages())
    assert checked.problems == () and checked.registry is not None
    made = checked.registry.rounds["teko-2027"]
    assert made.other_organisations == ("Esimerkkisäätiö", "Toinen ry")
    assert made.frozen is not None and made.frozen.date is not None
    assert made.frozen.date.value == "2027-03-01"
    page.get_by_label("Jäädytyspäivä").fill("3/2027")
    page.get_by_label("Jäädytyspäivä").blur()
    expect(page.get_by_label("Jäädytyspäivä")).to_have_accessible_description(
        re.compile("Kirjoita päivä, esimerkiksi 1.3.2027")
    )


def test_a_name_that_a_round_has_is_told_of_at_once_and_makes_no_file(
    watched: Watched, base_url: str
) -> None:
    """Written in whatever case; with the year it is another."""
    page = watched.page
    page.goto(base_url + URL)
    filled(page, "kunnallinen lastensuojeluteko 2013")
    name = page.get_by_label("Kierroksen nimi")
    name.blur()
    expect(name).to_have_accessible_description(re.compile("on jo luettelossa"))
    page.get_by_role("button", name="Tee tiedosto").click()
    expect(page.locator("[data-part=made]")).to_be_hidden()
    name.fill("Kunnallinen lastensuojeluteko 2027")
    page.get_by_role("button", name="Tee tiedosto").click()
    expect(page.locator("[data-part=told]")).to_contain_text("kunnallinen-lastensuojeluteko-2027")


@pytest.mark.parametrize(
    ("label", "text", "code", "said"),
    [
        ("Kuvaus", "Kysy: a@esimerkki.fi", "personal-email", "”a@esimerkki.fi” näkyisi tässä"),
        ("Perusteen nimi", "Soita 040 123 4567", "personal-phone", "”040 123 4567” näkyisi tässä"),
        ("Muu myöntäjä", "Säätiö, 040 123 4567", "personal-phone", "näkyisi tässä kaikille"),
        ("Kierroksen nimi", "Teko a(at)esimerkki.fi", "personal-email", "Poista se."),
        ("Huomautus", "010190-123A", "identity-code", "luetteloon ei kirjoiteta henkilötunn"),
    ],
)
def test_personal_data_is_told_of_at_the_field_as_the_check_finds_it(
    watched: Watched, base_url: str, label: str, text: str, code: str, said: str
) -> None:
    """When the field is left; no file is made before it is away."""
    assert [found.code for found in check_personal({"x": text})] == [code]
    page = watched.page
    page.goto(base_url + URL)
    page.get_by_label("Perusteen nimi").wait_for()
    filled(page, "Teko 2027")
    field = page.get_by_label(label, exact=label == "Kuvaus")
    field.fill(text)
    field.blur()
    expect(field).to_have_accessible_description(re.compile(re.escape(said)))
    page.get_by_role("button", name="Tee tiedosto").click()
    expect(field).to_be_focused()
    expect(page.locator("[data-part=made]")).to_be_hidden()
    field.fill("Teko 2028")
    expect(field).not_to_have_accessible_description(re.compile(re.escape(said)))
    page.get_by_role("button", name="Tee tiedosto").click()
    expect(page.locator("[data-part=told]")).to_contain_text("registry/awards/teko-202")


def test_a_button_that_is_pressed_straight_from_a_faulty_field_is_hit(
    watched: Watched, base_url: str
) -> None:
    """What is told at the field does not push it from under the pointer."""
    page = watched.page
    page.goto(base_url + URL)
    page.get_by_label("Perusteen nimi").fill("040 123 4567")
    page.get_by_role("button", name="Lisää peruste").click()
    expect(page.get_by_label("Perusteen nimi")).to_have_count(2)
    expect(page.get_by_label("Perusteen nimi").first).to_have_accessible_description(
        re.compile("näkyisi tässä")
    )


def test_two_criteria_of_one_name_are_told_of_at_the_second(
    watched: Watched, base_url: str
) -> None:
    """In whatever case, until either of them is called otherwise or taken away."""
    page = watched.page
    page.goto(base_url + URL)
    page.get_by_label("Perusteen nimi").wait_for()
    filled(page, "Teko 2027")
    page.get_by_role("button", name="Lisää peruste").click()
    names = page.get_by_label("Perusteen nimi")
    twice = re.compile("”2027” on tässä kahdesti. Poista toinen.")
    names.nth(1).fill("2027 ")
    names.nth(1).blur()
    expect(names.nth(1)).to_have_accessible_description(twice)
    expect(names.nth(0)).not_to_have_accessible_description(twice)
    page.get_by_role("button", name="Tee tiedosto").click()
    expect(names.nth(1)).to_be_focused()
    expect(page.locator("[data-part=made]")).to_be_hidden()
    names.nth(0).fill("Merkitys")
    expect(names.nth(1)).not_to_have_accessible_description(twice)
    names.nth(0).fill("2027")
    page.get_by_role("button", name="Tee tiedosto").click()
    expect(names.nth(1)).to_have_accessible_description(twice)
    page.get_by_role("button", name="Poista tämä peruste").first.click()
    expect(names).to_have_count(1)
    expect(names).not_to_have_accessible_description(twice)
    page.get_by_role("button", name="Tee tiedosto").click()
    expect(page.locator("[data-part=told]")).to_contain_text("teko-2027")


def test_answers_are_there_after_a_reload_until_the_form_is_cleared(
    watched: Watched, base_url: str
) -> None:
    """Texts, choices, ticks and criteria; nothing is kept before the first answer."""
    page = watched.page
    page.goto(base_url + URL)
    page.get_by_label("Perusteen nimi").wait_for()
    state = page.locator("[data-part=kept]")
    expect(state).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0
    filled(page, "Teko 2027")
    page.get_by_label("Huoltaja-säätiö").check()
    page.get_by_role("button", name="Lisää peruste").click()
    page.get_by_label("Perusteen nimi").nth(1).fill("Toinen")
    page.get_by_text("Mitkä tiedot kertovat tästä perusteesta").nth(1).click()
    page.get_by_label("Ratkaisu", exact=True).nth(1).check()
    page.get_by_label("Jäädytyspäivä").fill("keväällä")
    expect(state).to_contain_text("Vastauksesi ovat tallessa tässä selaimessa.")
    page.reload()
    expect(page.get_by_label("Perusteen nimi")).to_have_count(2)
    expect(page.get_by_label("Kierroksen nimi")).to_have_value("Teko 2027")
    expect(page.get_by_label("Huoltaja-säätiö")).to_be_checked()
    expect(page.get_by_label("Lähteen laji")).to_have_value("award-page")
    expect(page.get_by_label("Perusteen nimi").nth(1)).to_have_value("Toinen")
    page.get_by_text("Mitkä tiedot kertovat tästä perusteesta").nth(1).click()
    expect(page.get_by_label("Ratkaisu", exact=True).nth(1)).to_be_checked()
    # What was wrong before is wrong still.
    page.get_by_role("button", name="Tee tiedosto").click()
    expect(page.get_by_label("Jäädytyspäivä")).to_be_focused()
    page.get_by_role("button", name="Tyhjennä lomake").click()
    expect(page.get_by_label("Kierroksen nimi")).to_be_focused()
    expect(page.get_by_label("Kierroksen nimi")).to_have_value("")
    expect(page.get_by_label("Perusteen nimi")).to_have_count(1)
    expect(page.get_by_label("Huoltaja-säätiö")).not_to_be_checked()
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("text", ["{", "[]", "null", '{"texts": 1}', '{"criteria": [[["x"]]]}'])
def test_what_is_not_a_form_is_not_opened(watched: Watched, base_url: str, text: str) -> None:
    """The form begins empty, with one criterion."""
    page = watched.page
    page.goto(base_url + URL)
    page.evaluate("text => localStorage.setItem('kierros', text)", text)
    page.reload()
    expect(page.get_by_label("Perusteen nimi")).to_have_count(1)
    expect(page.get_by_label("Kierroksen nimi")).to_have_value("")


def test_the_file_goes_to_the_editors_by_mail_whose_address_is_nowhere_as_plain_text(
    browser: Browser, tmp_path: Path
) -> None:
    """Where the settings name an address; a file too long for a mail is to be pasted."""
    write_page(tmp_path, round_form(frame(catalogue({}), editors_email="toimitus@esimerkki.fi")))
    assert "toimitus@" not in (tmp_path / "index.html").read_text("utf-8")
    server, url = serve(tmp_path)
    page = browser.new_page()
    page.goto(url)
    page.get_by_label("Perusteen nimi").wait_for()
    filled(page, "Teko & 2027")
    page.get_by_role("button", name="Tee tiedosto").click()
    target = page.get_by_role("link", name="Lähetä sähköpostilla").get_attribute("href") or ""
    assert target.startswith("mailto:toimitus@esimerkki.fi?subject=Palkintokierros%3A%20Teko%20%26")
    assert "source-title" not in target and "award-page" in target
    page.get_by_label("Huomautus").fill("ä" * 600)
    page.get_by_label("Valitsija tai raati").fill("ä" * 600)
    page.get_by_role("button", name="Tee tiedosto").click()
    long = page.get_by_role("link", name="Lähetä sähköpostilla").get_attribute("href") or ""
    assert "award-page" not in long and "Liit%C3%A4" in long
    page.close()
    server.shutdown()
    server.server_close()


def test_only_what_may_speak_to_a_criterion_is_offered(watched: Watched, base_url: str) -> None:
    """Nothing that the record says of itself, and no label twice."""
    page = watched.page
    page.goto(base_url + URL)
    page.get_by_label("Perusteen nimi").wait_for()
    boxes = page.locator("[data-key=fields]")
    offered = [text.strip() for text in boxes.locator("xpath=..").all_text_contents()]
    assert len(offered) == len(set(offered))
    assert {"Ratkaisu", "Tulokset", "Resurssit", "Kohderyhmät"} <= set(offered)
    assert not {"Aiemmat tunnukset", "Seuraava tarkistus", "Käännökset"} & set(offered)


def test_without_scripts_the_page_leads_to_the_template(browser: Browser, base_url: str) -> None:
    """A form that could do nothing is not shown."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base_url + URL)
    expect(page.get_by_role("button", name="Tee tiedosto")).to_be_hidden()
    page.get_by_role("link", name="Näin aloitat uuden palkintokierroksen").click()
    expect(page.get_by_role("link", name="Lataa kierroksen pohja (YAML)")).to_be_visible()
    context.close()
