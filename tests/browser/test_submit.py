"""The submission form, filled in by somebody who types and chooses."""

import datetime
import json
import shutil
import urllib.parse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from catalogue.check.practices import read_practice
from catalogue.checked import Inputs, checked
from catalogue.cli import main
from catalogue.export.plain import plain_practice
from tests.browser.served import ROOT, Watched
from tests.browser.typist import STEPS, KeyTypist, Typist
from tests.factories import FULL

# Figures, comparators, awards, a contact, an inferred date and a related practice: every control.
FULL_BY_KEYBOARD = "imatran-hyvinvointineuvola"
TODAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="session")
def form(site: Path) -> dict[str, Any]:
    """The form that the site serves."""
    found: dict[str, Any] = json.loads((site / "ilmoita" / "lomake.json").read_text("utf-8"))
    return found


@pytest.fixture
def page(watched: Watched, base_url: str) -> Page:
    """The submission page, with the form ready to begin."""
    watched.page.clock.set_fixed_time(datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC))
    watched.page.goto(f"{base_url}ilmoita/")
    watched.page.get_by_role("button", name="Aloita").wait_for()
    return watched.page


def original(site: Path, name: str) -> Mapping[str, Any]:
    """A published practice as somebody who knows it would tell it."""
    found: Mapping[str, Any] = json.loads(
        (site / "ilmoita" / "lahteet" / f"{name}.json").read_text("utf-8")
    )
    return found


def without(page: Page, form: Mapping[str, Any], *names: str) -> None:
    """Serve the form as if the practices `names` were not published yet."""
    shown = {**form, "practices": [p for p in form["practices"] if p["id"] not in names]}
    page.route("**/ilmoita/lomake.json", lambda route: route.fulfill(json=shown))


@pytest.mark.parametrize("name", FULL)
def test_a_full_practice_is_filled_in_from_empty_to_finished(
    name: str,
    page: Page,
    form: dict[str, Any],
    site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its file passes the check and gives the same data as the one that is published."""
    without(page, form, name)
    page.reload()
    practice = original(site, name)
    typist = Typist(page, form)
    typist.start()
    typist.practice(practice["data"], practice["sections"])
    page.locator("#f-id").fill(name)
    text = typist.file()
    assert "Tiedot ovat kunnossa" in page.locator(".submit-left").inner_text()
    accepted(text, name, tmp_path, monkeypatch)


def test_a_full_practice_is_filled_in_with_the_keyboard_alone(
    page: Page,
    form: dict[str, Any],
    site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """From the button that begins to the file that is downloaded, without a pointer."""
    name = FULL_BY_KEYBOARD
    without(page, form, name)
    page.reload()
    practice = original(site, name)
    typist = KeyTypist(page, form)
    typist.start()
    typist.practice(practice["data"], practice["sections"])
    typist.write(page.locator("#f-id"), name)
    with page.expect_download() as waiting:
        typist.press(page.get_by_role("link", name="Lataa tiedosto"))
    assert waiting.value.suggested_filename == f"{name}.md"
    text = Path(waiting.value.path()).read_text("utf-8")
    accepted(text, name, tmp_path, monkeypatch)


def accepted(text: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file passes the check and makes the same data as the published one."""
    for folder in ("practices", "registry"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "catalogue.yml", tmp_path)
    made = tmp_path / "practices" / f"{name}.md"
    made.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    assert main(["check"]) == 0
    assert _data(tmp_path, name) == _data(ROOT, name)


def _data(root: Path, name: str) -> Mapping[str, object]:
    """What the practice's page and the open data are made of."""
    found = checked(Inputs(root, root / "practices", root / "registry", TODAY)).catalogue
    assert found is not None
    entry = next(entry for entry in found.entries if entry.id == name)
    return {**plain_practice(entry), "sections": dict(entry.sections)}


def test_nothing_is_kept_before_the_writer_begins(page: Page) -> None:
    """Looking at the page stores nothing; the first answer is stored, and the form says so."""
    assert page.evaluate("localStorage.length") == 0
    assert "tallentuvat vain tähän selaimeen" in page.locator("#lomake").inner_text()
    page.get_by_role("button", name="Aloita").click()
    saved = page.get_by_text("Tallennettu tähän selaimeen")
    assert saved.count() == 0
    page.locator("#f-title").fill("Perheiden olohuone")
    assert page.evaluate("Object.keys(localStorage)") == ["ilmoitus"]
    assert saved.is_visible()


def test_a_begun_submission_is_resumed_and_deleted(page: Page) -> None:
    """Where it was left, with what was typed; deleting asks once more and leaves nothing."""
    page.get_by_role("button", name="Aloita").click()
    page.locator("#f-title").fill("Perheiden olohuone")
    page.reload()
    page.get_by_role("button", name="Jatka", exact=True).wait_for()
    assert "Perheiden olohuone" in page.locator("#lomake").inner_text()
    page.get_by_role("button", name="Jatka", exact=True).click()
    assert page.locator("#f-title").input_value() == "Perheiden olohuone"
    page.reload()
    page.get_by_role("button", name="Poista vastaukset").click()
    page.get_by_role("button", name="Säilytä").click()
    page.get_by_role("button", name="Poista vastaukset").click()
    page.get_by_role("button", name="Poista lopullisesti").click()
    assert "Vastaukset on poistettu" in page.locator("#lomake").inner_text()
    assert page.evaluate("localStorage.length") == 0


def test_a_field_is_checked_when_it_is_left(page: Page) -> None:
    """With a sentence that is tied to the field; mending takes it away."""
    page.get_by_role("button", name="Aloita").click()
    started = page.locator("#f-started")
    started.fill("keväällä 2016")
    started.blur()
    error = page.locator("#f-started-error")
    assert "kirjoita päivä, kuukausi tai vuosi" in error.inner_text()
    assert started.get_attribute("aria-invalid") == "true"
    assert "f-started-error" in (started.get_attribute("aria-describedby") or "")
    # What has not been reached is not faulted yet.
    assert page.locator("#f-summary-error").is_hidden()
    started.fill("2016-04")
    started.blur()
    assert error.is_hidden()
    assert started.get_attribute("aria-invalid") is None


def test_a_message_that_comes_or_goes_takes_no_press_away(page: Page) -> None:
    """It waits until the pointer is released, so that nothing moves beneath the pointer."""
    page.get_by_role("button", name="Aloita").click()
    started, inferred = page.locator("#f-started"), page.locator("#f-started-inferred")
    for typed, ticked, message in (("keväällä", True, "visible"), ("2016-04", False, "hidden")):
        started.fill(typed)
        inferred.scroll_into_view_if_needed()
        box = inferred.bounding_box()
        assert box
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        assert inferred.is_checked() == ticked
        page.locator("#f-started-error").wait_for(state=message)  # type: ignore[arg-type]


def test_leaving_a_step_with_faults_lists_them_and_leads_to_each(page: Page) -> None:
    """The summary gets the focus; its links lead to the fields; one may go on all the same."""
    page.get_by_role("button", name="Aloita").click()
    page.get_by_role("button", name="Jatka: missä ja kenelle").click()
    summary = page.locator(".submit-summary")
    assert summary.evaluate("node => node === document.activeElement")
    assert "4 kohtaa" in summary.inner_text()
    summary.get_by_role("link").first.click()
    assert page.locator("#f-title").evaluate("node => node === document.activeElement")
    page.get_by_role("button", name="Jatka silti").click()
    assert page.locator("h2", has_text="Missä ja kenelle").is_visible()
    assert page.url.endswith("#vaihe-kenelle")
    page.go_back()
    assert page.locator("#f-title").is_visible()


def test_the_evidence_level_is_shown_as_it_would_be(page: Page) -> None:
    """It rises as the outcome is told more fully."""
    page.get_by_role("button", name="Aloita").click()
    page.locator(".submit-step").nth(4).click()
    page.get_by_role("button", name="Lisää: tulos").click()
    page.locator("#f-outcomes-0-indicator").select_option(label="Huostaanotot")
    level = page.locator(".submit-level")
    assert "0/5: Väite" in level.inner_text()
    page.locator("#f-outcomes-0-baseline-value").fill("33")
    page.locator("#f-outcomes-0-follow_up-value").fill("14")
    assert "1/5: Luku" in level.inner_text()
    page.locator("#f-outcomes-0-baseline-period").fill("2015")
    page.locator("#f-outcomes-0-follow_up-period").fill("2016")
    assert "2/5: Ennen–jälkeen" in level.inner_text()
    assert "Lisää vertailuluku" in level.inner_text()
    assert page.locator("#f-outcomes-0-id").input_value() == "huostaanotot-2016"


def test_a_similar_title_is_told_of(page: Page) -> None:
    """With a link to the practice that may be the same."""
    page.get_by_role("button", name="Aloita").click()
    page.locator("#f-title").fill("Imatran hyvinvointineuvolat")
    link = page.locator("#lomake").get_by_role("link", name="Imatran hyvinvointineuvola")
    assert (link.get_attribute("href") or "").endswith("kaytannot/imatran-hyvinvointineuvola/")
    page.locator("#f-title").fill("Aivan muu asia")
    assert page.locator("#lomake .notice").count() == 0


def test_each_contact_needs_a_consent_of_their_own(page: Page, form: dict[str, Any]) -> None:
    """Nothing can be sent before it is confirmed of each; what is published already needs none."""
    page.goto(page.url.split("?")[0] + "?muokkaa=suhdeperustainen-lastensuojelutyo")
    page.get_by_role("button", name="Avaa tiedot").click()
    typist = Typist(page, form)
    left = page.locator(".submit-left")
    typist.step("valmis")
    assert "Et ole muuttanut mitään" in left.inner_text()
    typist.step("yhteys")
    assert page.locator("#f-contacts-1-consent").is_hidden()
    page.locator("#f-contacts-1-name").fill("Aino Esimerkki")
    page.get_by_role("button", name="Lisää: yhteystieto").click()
    page.locator("#f-contacts-2-name").fill("Eino Esimerkki")
    page.locator("#f-contacts-2-organisation").fill("Imatran kaupunki")
    assert page.locator("#f-contacts-0-consent").is_hidden()
    typist.step("valmis")
    for number in (2, 3):
        assert f"Yhteystieto {number}: Vahvista, että tämän henkilön" in left.inner_text()
    assert page.locator(".submit-way").count() == 1
    left.locator("a").last.click()
    assert page.locator("#f-contacts-2-consent").evaluate("n => n === document.activeElement")
    page.keyboard.press("Space")
    typist.step("valmis")
    assert left.locator("li").count() == 1
    left.locator("a").click()
    page.keyboard.press("Space")
    # Consent is to the details as they were when it was given.
    page.locator("#f-contacts-2-name").fill("Eino Toinen")
    assert not page.locator("#f-contacts-2-consent").is_checked()
    page.locator("#f-contacts-2-name").fill("Eino Esimerkki")
    page.reload()
    page.get_by_role("button", name="Jatka", exact=True).click()
    typist.step("valmis")
    assert "Tiedot ovat kunnossa" in left.inner_text()
    typist.step("yhteys")
    page.get_by_role("button", name="Poista: yhteystieto 2").click()
    assert page.locator("#f-contacts-1-name").input_value() == "Eino Esimerkki"
    assert page.locator("#f-contacts-1-consent").is_checked()


@pytest.mark.parametrize("name", FULL)
def test_a_published_practice_opens_filled_in(
    name: str, page: Page, site: Path, form: dict[str, Any], tmp_path: Path
) -> None:
    """Its unchanged file says exactly what the published one says."""
    page.goto(page.url.split("#")[0] + f"?muokkaa={name}")
    page.get_by_role("button", name="Avaa tiedot").click()
    text = Typist(page, form).file()
    made = tmp_path / f"{name}.md"
    made.write_text(text, encoding="utf-8")
    again, before = (read_practice(p, "x") for p in (made, ROOT / "practices" / made.name))
    assert again.findings == ()
    assert again.data == before.data
    assert again.body.split() == before.body.split()
    assert page.locator(".submit-left li").count() <= 1


def test_the_practice_page_leads_to_its_change(watched: Watched, base_url: str) -> None:
    """Its link opens the form for that practice."""
    watched.page.goto(f"{base_url}kaytannot/imatran-hyvinvointineuvola/")
    watched.page.get_by_role("link", name="Ehdota muutosta").click()
    heading = watched.page.locator("#lomake h2")
    heading.wait_for()
    assert heading.inner_text() == "Ehdota muutosta: Imatran hyvinvointineuvola"


def ready(page: Page, form: dict[str, Any], name: str, **settings: str) -> None:
    """Open a stub practice as a new one, ready to be sent."""
    shown = {**form, **settings, "practices": [p for p in form["practices"] if p["id"] != name]}
    page.route("**/ilmoita/lomake.json", lambda route: route.fulfill(json=shown))
    page.reload()
    typist = Typist(page, shown)
    typist.start()


def fill_stub(page: Page, form: dict[str, Any], site: Path, text: str = "Tarve.") -> Typist:
    """Fill in a short practice."""
    practice = original(site, "sabir-tidig-oppen-dialog")
    typist = Typist(page, form)
    data = {k: v for k, v in practice["data"].items() if k not in {"reviewed", "next_review"}}
    typist.practice(data, {**practice["sections"], "need": text})
    return typist


def test_the_github_link_opens_a_new_file_with_the_text(
    page: Page, form: dict[str, Any], site: Path
) -> None:
    """Its address names the branch, the folder and the file, and holds the whole text."""
    ready(page, form, "sabir-tidig-oppen-dialog", repository="https://github.com/example/luettelo")
    typist = fill_stub(page, form, site)
    text = typist.file()
    link = page.get_by_role("link", name="Lähetä GitHubissa").get_attribute("href") or ""
    address, _, query = link.partition("?")
    assert address == "https://github.com/example/luettelo/new/main/practices"
    given = urllib.parse.parse_qs(query, keep_blank_values=True)
    assert given == {"filename": ["sabirtidig-oppen-dialog.md"], "value": [text]}
    assert len(link) <= 8000


def test_a_text_too_long_for_a_link_is_copied_instead(
    page: Page, form: dict[str, Any], site: Path
) -> None:
    """The link then opens an empty file, and the mail asks for the text to be pasted."""
    ready(
        page,
        form,
        "sabir-tidig-oppen-dialog",
        repository="https://github.com/example/luettelo",
        editors_email="toimitus@example.fi",
    )
    fill_stub(page, form, site, "Pitkä tarve. " * 700).step("valmis")
    link = page.get_by_role("link", name="Lähetä GitHubissa").get_attribute("href") or ""
    assert link.endswith("/new/main/practices?filename=sabirtidig-oppen-dialog.md")
    assert "liian pitkä linkkiin" in page.locator(".submit-ways").inner_text()
    mail = page.get_by_role("link", name="Lähetä sähköpostilla").get_attribute("href") or ""
    assert mail.startswith("mailto:toimitus@example.fi?subject=K%C3%A4yt%C3%A4nt%C3%B6")
    assert len(mail) <= 2000
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopioi tiedosto").first.click()
    page.get_by_text("Kopioitu.").first.wait_for()
    file = page.locator("#submit-file").input_value()
    assert page.evaluate("navigator.clipboard.readText()") == file
    # A page served over plain http has no clipboard to write to; the file is folded away.
    page.evaluate("navigator.clipboard.writeText('muuta')")
    gone = "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })"
    page.evaluate(f"() => {{ window.clip = navigator.clipboard; {gone}; }}")
    page.get_by_role("button", name="Kopioi tiedosto").nth(1).click()
    page.get_by_text("Kopioitu.").nth(1).wait_for()
    assert page.evaluate("window.clip.readText()") == file


def test_the_file_is_downloaded_by_its_name(page: Page, form: dict[str, Any], site: Path) -> None:
    """For those who have no account and no address to write to."""
    ready(page, form, "sabir-tidig-oppen-dialog")
    text = fill_stub(page, form, site).file()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Lataa tiedosto").click()
    assert waiting.value.suggested_filename == "sabirtidig-oppen-dialog.md"
    assert Path(waiting.value.path()).read_text("utf-8") == text


def test_typed_html_is_text_in_the_preview(page: Page, form: dict[str, Any]) -> None:
    """Nothing that is typed becomes an element, and a bad link is no link."""
    Typist(page, form).start()
    page.locator("#f-title").fill("<img src=x onerror=alert(1)>")
    page.locator(".submit-step").nth(2).click()
    page.locator("#f-section-need").fill("<script>x</script> [a](javascript:alert(1)) **lihava**")
    page.locator(".submit-step").nth(7).click()
    page.get_by_text("Esikatselu").click()
    preview = page.locator(".submit-preview")
    assert preview.locator("img, script, a").count() == 0
    assert "<img src=x onerror=alert(1)>" in preview.inner_text()
    assert preview.locator("strong").inner_text() == "lihava"


def test_the_form_is_filled_in_by_keyboard_alone(page: Page) -> None:
    """Tab reaches every control in order, and nothing traps the focus."""
    page.get_by_role("button", name="Aloita").focus()
    page.keyboard.press("Enter")
    page.locator("#f-title").wait_for()
    seen = _tab_to(page, "f-title")
    page.keyboard.type("Perheiden olohuone")
    assert seen[-1] == "f-title"
    _tab_to(page, "f-summary")
    page.keyboard.type("Perheet tapaavat.")
    _tab_to(page, "f-kind")
    page.keyboard.type("palvelu")
    _tab_to(page, "f-status-value")
    page.keyboard.type("käytössä")
    for _ in range(40):
        page.keyboard.press("Tab")
        if "Jatka" in page.evaluate("document.activeElement.textContent"):
            break
    page.keyboard.press("Enter")
    assert page.locator("h2", has_text="Missä ja kenelle").is_visible()
    _tab_to(page, "f-places-0")
    page.keyboard.type("Imatra")
    _tab_to(page, "f-service_levels-1")
    page.keyboard.press("Space")
    kept = page.evaluate("JSON.parse(localStorage.getItem('ilmoitus')).data")
    assert kept["kind"] == "service"
    assert kept["places"] == ["153"]
    assert kept["service_levels"] == ["early-support"]


def _tab_to(page: Page, target: str) -> list[str]:
    """Press Tab until the control `target` has the focus."""
    seen: list[str] = []
    for _ in range(60):
        if page.evaluate("document.activeElement.id") == target:
            return [*seen, target]
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.id"))
    raise AssertionError(f"{target} was not reached: {seen}")


def test_every_step_fits_a_narrow_window(browser: Browser, base_url: str) -> None:
    """At 360 px nothing runs over, and what is pressed is large enough."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{base_url}ilmoita/?muokkaa=kouvolan-varhainen-tuki")
    page.get_by_role("button", name="Avaa tiedot").click()
    page.locator("#f-title").wait_for()
    for number in range(len(STEPS)):
        page.locator(".submit-step").nth(number).click()
        over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(over) <= 0, STEPS[number]
        sizes = page.evaluate(
            """[...document.querySelectorAll('.submit button, .submit .button, .submit select, '
              + '.submit input[type=text], .submit-option label')].filter(n => n.offsetParent)
              .map(n => n.getBoundingClientRect()).map(r => Math.min(r.width, r.height))"""
        )
        assert min(sizes) >= 44, STEPS[number]
    context.close()


def test_without_scripts_the_page_says_what_to_do_instead(browser: Browser, base_url: str) -> None:
    """No empty form; the other ways are told."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base_url}ilmoita/")
    assert page.locator("#lomake").is_hidden()
    shown = page.locator("main").inner_text()
    assert "Lomake tarvitsee JavaScriptin" in shown
    assert "catalogue new" in shown
    context.close()
