"""An organisation that the register does not have is proposed with a practice."""

import shutil
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from catalogue.cli import main
from tests.browser.served import ROOT, Watched
from tests.browser.typist import begun, kept, step

NAME = "Perheiden tuki ”Apu” ry"
UNLISTED = "Organisaatiota ei ole luettelossa"


@pytest.fixture
def page(watched: Watched, base_url: str) -> Page:
    """The form, begun."""
    return begun(watched.page, base_url)


@pytest.fixture
def proposed(page: Page) -> Page:
    """The form, with a provider that the list does not have."""
    step(page, "kenelle")
    page.locator("#f-provider").fill(NAME)
    page.get_by_label(UNLISTED, exact=True).check()
    return page


def file_of(page: Page) -> str:
    """The file as it stands."""
    step(page, "valmis")
    return page.locator("#submit-file").input_value()


def test_an_organisation_that_is_proposed_goes_from_the_form_to_the_register(
    watched: Watched,
    base_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The check asks for it; when the editor has moved its lines, nothing is wrong any more."""
    practice = "suhdeperustainen-lastensuojelutyo"
    page = watched.page
    page.goto(f"{base_url}ilmoita/?muokkaa={practice}")
    page.get_by_role("button", name="Avaa tiedot").click()
    step(page, "kenelle")
    page.locator("#f-provider").fill(NAME)
    page.get_by_label(UNLISTED, exact=True).check()
    page.get_by_label("Organisaation laji").select_option("association")
    page.get_by_label("Organisaation kotisivu").fill("https://www.apu.example")
    text = file_of(page)
    ready = page.locator(".submit-ok").inner_text()
    assert "kunnes toimitus on lisännyt sen luetteloon" in ready
    assert "läpäisevät saman tarkistuksen" not in ready
    note, *lines = [line for line in text.split("\n") if line.startswith("# ")]
    assert "registry/organisations.yml" in note
    told = "\n".join(line.removeprefix("# ") for line in lines)
    assert yaml.safe_load(told) == {
        "perheiden-tuki-apu-ry": {
            "name": {"fi": NAME},
            "kind": "association",
            "url": "https://www.apu.example",
        }
    }

    for folder in ("practices", "registry"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "catalogue.yml", tmp_path)
    (tmp_path / "practices" / f"{practice}.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    assert main(["check"]) == 1
    assert "lisätään ensin tiedostoon registry/organisations.yml" in capsys.readouterr().out
    with (tmp_path / "registry" / "organisations.yml").open("a", encoding="utf-8") as register:
        register.write(f"\n{told}\n")
    assert main(["check"]) == 0


def test_what_is_needed_of_an_organisation_is_asked_for(proposed: Page) -> None:
    """Its name and kind must be told, and its home page must be an address."""
    page = proposed
    page.get_by_label("Organisaation kotisivu").fill("www.apu.example")
    step(page, "valmis")
    left = page.locator(".submit-left")
    assert "Organisaation laji: pakollinen tieto puuttuu" in left.inner_text()
    assert "Organisaation kotisivu: kirjoita koko verkko-osoite" in left.inner_text()
    left.get_by_role("link", name="Organisaation laji").click()
    kind = page.get_by_label("Organisaation laji")
    assert kind.evaluate("node => node === document.activeElement")
    kind.select_option("association")
    page.locator("#f-provider").fill("")
    page.locator("#f-provider").blur()
    assert "pakollinen tieto puuttuu" in page.locator("#f-provider-error").inner_text()
    page.locator("#f-provider").fill(NAME)
    assert kind.input_value() == "association"


def test_personal_data_is_no_name_of_an_organisation(proposed: Page) -> None:
    """What would be published as it is, is looked for in it too."""
    proposed.locator("#f-provider").fill("Apu ry, aino@apu.example")
    step(proposed, "valmis")
    assert "sähköpostiosoite ”aino@apu.example”" in proposed.locator(".submit-left").inner_text()


def test_a_contact_works_in_the_organisation_that_is_proposed(proposed: Page) -> None:
    """It is known by its name, is told of once, and stays the same when it is called otherwise."""
    page = proposed
    step(page, "yhteys")
    page.get_by_role("button", name="Lisää: yhteystieto").click()
    contact = page.locator("#f-contacts-0-organisation")
    contact.fill(NAME.upper())
    contact.blur()
    assert contact.input_value() == NAME
    assert page.get_by_label(UNLISTED, exact=True).is_hidden()
    step(page, "kenelle")
    page.locator("#f-provider").fill("Perheiden apu ry")
    text = file_of(page)
    assert text.count("perheiden-apu-ry") == 3
    step(page, "yhteys")
    assert contact.input_value() == "Perheiden apu ry"


def test_an_organisation_that_the_list_has_is_not_proposed(proposed: Page) -> None:
    """Where its name is typed after all, or the box is unticked, nothing is left of it."""
    page = proposed
    box = page.get_by_label(UNLISTED, exact=True)
    provider = page.locator("#f-provider")
    provider.fill("mehiläinen")
    provider.blur()
    assert provider.input_value() == "Mehiläinen"
    assert not box.is_checked()
    assert page.get_by_label("Organisaation laji").count() == 0
    assert kept(page)["data"]["provider"] == "mehilainen"
    # Another one than that which was chosen.
    box.check()
    assert provider.input_value() == ""
    provider.fill(NAME)
    box.uncheck()
    assert "ei ole siinä" in page.locator("#f-provider-error").inner_text()
    assert "organisations.yml" not in file_of(page)


def test_a_proposal_is_kept_with_the_answers(proposed: Page) -> None:
    """It is there when the submission is gone on with."""
    page = proposed
    page.get_by_label("Organisaation laji").select_option("foundation")
    page.reload()
    page.get_by_role("button", name="Jatka", exact=True).click()
    step(page, "kenelle")
    assert page.locator("#f-provider").input_value() == NAME
    assert page.get_by_label(UNLISTED, exact=True).is_checked()
    assert page.get_by_label("Organisaation laji").input_value() == "foundation"
