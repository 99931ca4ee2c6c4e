"""The form that makes an award round's file."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from catalogue.check.registry import load_registry
from catalogue.messages import messages
from tests.browser.served import ROOT, Watched

URL = "palkinnot/uusi/"
NEEDED = ("Kierroksen nimi", "Palkinnon nimi ilman vuotta", "Ajankohta", "Perusteen nimi")


def test_the_file_of_a_filled_form_passes_the_check(
    watched: Watched, base_url: str, tmp_path: Path
) -> None:
    """With two criteria of the same name, quotes in a text, and what speaks to a criterion."""
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
    second.get_by_label("Perusteen nimi").fill("Merkitys lapselle")
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


def test_an_organisation_that_is_not_listed_is_told_of(watched: Watched, base_url: str) -> None:
    """Beside the choices: where to write its name."""
    watched.page.goto(base_url + URL)
    choices = watched.page.get_by_role("group", name="Myöntäjä")
    expect(choices).to_contain_text("kirjoita sen nimi kohtaan ”Huomautus”")


def test_without_scripts_the_page_leads_to_the_template(browser: Browser, base_url: str) -> None:
    """A form that could do nothing is not shown."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base_url + URL)
    expect(page.get_by_role("button", name="Tee tiedosto")).to_be_hidden()
    page.get_by_role("link", name="Näin aloitat uuden palkintokierroksen").click()
    expect(page.get_by_role("link", name="Lataa kierroksen pohja (YAML)")).to_be_visible()
    context.close()
