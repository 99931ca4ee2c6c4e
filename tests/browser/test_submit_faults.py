"""What the form refuses, and how it says so: as the command would, and in the form's own words."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.served import Watched
from tests.browser.typist import begun, step


@pytest.fixture
def form(site: Path) -> dict[str, Any]:
    """The form that the site serves."""
    found: dict[str, Any] = json.loads((site / "ilmoita" / "lomake.json").read_text("utf-8"))
    return found


@pytest.fixture
def page(watched: Watched, base_url: str, form: dict[str, Any]) -> Page:
    """The form, begun; a practice has been removed and another has had another id."""
    practices = [
        {**one, "former_ids": ["perheiden-talo"]} if n == 0 else one
        for n, one in enumerate(form["practices"])
    ]
    changed = {**form, "practices": practices, "removed_ids": ["perheiden-pirtti"]}
    watched.page.route("**/ilmoita/lomake.json", lambda route: route.fulfill(json=changed))
    return begun(watched.page, base_url)


def field_of_id(page: Page) -> Locator:
    """The id, among what the editors fill in."""
    step(page, "valmis")
    page.locator("summary", has_text="Toimitus täyttää nämä").click()
    return page.locator("#f-id")


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("Perheiden talo", "perheiden-talo-2"),
        ("Perheiden pirtti", "perheiden-pirtti-2"),
        ("Imatran hyvinvointineuvola", "imatran-hyvinvointineuvola-2"),
        ("Index", "index-2"),
    ],
)
def test_the_id_that_is_made_is_free(page: Page, title: str, made: str) -> None:
    """Former, removed, taken and reserved ids are passed over."""
    page.locator("#f-title").fill(title)
    expect(field_of_id(page)).to_have_value(made)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("perheiden-talo", "aiempi tunnus"),
        ("imatran-hyvinvointineuvola", "on jo käytännöllä ”Imatran hyvinvointineuvola”"),
        ("perheiden-pirtti", "on poistetun käytännön tunnus"),
        ("index", "on varattu sivuston omaan käyttöön"),
        ("Perheiden talo", "voi olla vain pieniä kirjaimia"),
        ("a" * 81, "tunnus on liian pitkä: 81 merkkiä"),
    ],
)
def test_an_id_that_is_not_free_is_refused_at_its_field(page: Page, given: str, told: str) -> None:
    """And in the list of what is left, which leads to it."""
    page.locator("#f-title").fill("Perheiden olohuone")
    field = field_of_id(page)
    field.fill(given)
    field.blur()
    expect(page.locator("#f-id-error")).to_contain_text(told)
    link = page.locator(".submit-left").get_by_role("link", name="Tiedoston tunnus")
    expect(link).to_contain_text(told)
    link.click()
    expect(page.locator("#f-id")).to_be_focused()
    field.fill("vapaa-tunnus")
    field.blur()
    expect(page.locator("#f-id-error")).to_be_hidden()


def test_a_line_that_the_command_refuses_is_refused_in_its_section(page: Page) -> None:
    """One that is too long by a letter; divided it is taken."""
    step(page, "kuvaus")
    page.locator("#f-section-need").fill("Tarve.")
    text = page.locator("#f-section-solution")
    error = page.locator("#f-section-solution-error")
    text.fill("a" * 10_001)
    text.blur()
    expect(error).to_contain_text("yksi rivi on liian pitkä: 10001 merkkiä, enintään 10000")
    expect(page.locator("#f-section-need-error")).to_be_hidden()
    text.fill(f"{'a' * 5_000}\n\n{'a' * 5_001}")
    text.blur()
    expect(error).to_be_hidden()


def test_a_list_that_makes_too_long_a_line_is_told_at_its_field(page: Page) -> None:
    """The file has it on one line, however it is typed."""
    names = page.locator("#f-aliases")
    names.fill("\n".join(f"Nimi {n} {'a' * 100}" for n in range(100)))
    names.blur()
    expect(page.locator("#f-aliases-error")).to_contain_text("yksi rivi on liian pitkä")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("www.esimerkki.fi", "kirjoita koko verkko-osoite, esimerkiksi https://"),
        ("https://esimerkki", "kirjoita koko verkko-osoite, esimerkiksi https://"),
        ("https://esimerkki.fi/a<b", "merkkiä <. Kirjoita sen tilalle %3C"),
        ("https://esimerkki.fi/a b", "ei voi olla välilyöntiä"),
    ],
)
def test_what_an_address_cannot_hold_is_named(page: Page, given: str, told: str) -> None:
    """With what to write in its place."""
    step(page, "lahteet")
    page.get_by_role("button", name="Lisää: lähde").click()
    field = page.locator("#f-sources-0-url")
    field.fill(given)
    field.blur()
    error = page.locator("#f-sources-0-url-error")
    expect(error).to_contain_text(told)
    expect(error).to_contain_text(f"Kirjoitit ”{given}”")
    if "%" in told:
        field.fill(given.replace(told[8], told[-3:]))
        field.blur()
        expect(error).to_be_hidden()


def test_a_value_that_is_not_offered_is_told_by_the_form_s_words(page: Page) -> None:
    """A source that was taken away, a place given twice, what does not go together."""
    step(page, "kenelle")
    page.locator("#f-places-0").fill("Imatra")
    page.locator("#f-places-add").click()
    page.locator("#f-places-1").fill("Imatra")
    page.locator("#f-places-1").blur()
    expect(page.locator("#f-places-1-error")).to_contain_text("”Imatra” on tässä kahdesti")
    levels = page.locator("#f-service_levels")
    for value in ("open-care", "unknown"):
        levels.locator(f"input[value={value}]").check()
    expect(page.locator("#f-service_levels-error")).to_contain_text("ei sovi yhteen")
