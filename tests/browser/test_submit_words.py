"""The words of the submission form: what is written is understood, faults are told plainly."""

import datetime
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.served import Watched
from tests.browser.typist import begun, kept, step

NOTED = """async ([kind, text, language]) => {
  const site = document.querySelector('script[type=module]').src;
  const { noted } = await import(new URL('submit/notation.js', site));
  return noted(kind, text, 'ei tiedossa', language);
}"""


@pytest.fixture
def page(watched: Watched, base_url: str) -> Page:
    """The form, begun."""
    watched.page.clock.set_fixed_time(datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC))
    return begun(watched.page, base_url)


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        ("date", "18.9.2017", "2017-09-18"),
        ("date", " 18. 09. 2017 ", "2017-09-18"),
        ("date", "9/2017", "2017-09"),
        ("date", "2017", "2017"),
        ("date", "2017-09-18", "2017-09-18"),
        ("date", "Ei tiedossa", "unknown"),
        ("date", "31.2.2017", "31.2.2017"),
        ("date", "13/2017", "13/2017"),
        ("date", "2016–2017", "2016–2017"),
        ("date", "keväällä 2016", "keväällä 2016"),
        ("date", "tammikuu 2024", "2024-01"),
        ("date", "5. huhtikuuta 2017", "2017-04-05"),
        ("date", "hölmöelokuu 2016", "hölmöelokuu 2016"),
        ("period", "tammi–huhtikuu 2017", "2017-01/2017-04"),
        ("period", "November 2016 – February 2017", "2016-11/2017-02"),
        ("period", "18. toukokuuta – 3. kesäkuuta 2017", "2017-05-18/2017-06-03"),
        ("period", "18.9.2017–3.1.2018", "2017-09-18/2018-01-03"),
        ("period", "18.9.2017 - 3.1.2018", "2017-09-18/2018-01-03"),
        ("period", "2016-2017", "2016/2017"),
        ("period", "2016-05", "2016-05"),
        ("period", "–2017", "–2017"),
        ("period", "–18.9.2017", "–18.9.2017"),
        ("period", "2017-01/2017-04", "2017-01/2017-04"),
        ("period", "1–4/2017", "2017-01/2017-04"),
        ("period", "1.–18.9.2017", "2017-09-01/2017-09-18"),
        ("period", "1.1.–30.4.2017", "2017-01-01/2017-04-30"),
        ("period", "3.1.2018–18.9.2017", "3.1.2018–18.9.2017"),
        ("period", "31.2.2017–1.4.2017", "31.2.2017–1.4.2017"),
        ("period", "ei tiedossa", "unknown"),
        ("date", "tammikuu 2016", "2016-01"),
        ("date", "Toukokuussa 2017", "2017-05"),
        ("date", "18. toukokuuta 2017", "2017-05-18"),
        ("date", "31. helmikuuta 2017", "31. helmikuuta 2017"),
        ("date", "18 maj 2017", "2017-05-18"),
        ("date", "May 2017", "2017-05"),
        ("period", "tammi–huhtikuu 2017", "2017-01/2017-04"),
        ("period", "marraskuu 2016 – helmikuu 2017", "2016-11/2017-02"),
        ("period", "1. tammikuuta – 30. huhtikuuta 2017", "2017-01-01/2017-04-30"),
        ("date", "kevät 2016", "kevät 2016"),
        ("number", "33,5", "33.5"),
        ("number", "14 000", "14000"),
        ("number", "14\N{NO-BREAK SPACE}000", "14000"),
        ("number", "1\N{NARROW NO-BREAK SPACE}400\N{THIN SPACE}000,5", "1400000.5"),
        ("number", "\N{MINUS SIGN}3", "-3"),
        ("number", "-700 000", "-700000"),
        ("number", "1 2", "1 2"),
        ("number", "33.5", "33.5"),
        ("number", "noin 20", "noin 20"),
        ("number", "14.000", "14.000?"),
        ("number", "-1.125", "-1.125?"),
        ("number", "0.125", "0.125"),
        ("number", "1400.125", "1400.125"),
        ("number", "1.400.000", "1400000"),
        ("number", "1.400,5", "1400.5"),
        ("number", "1,400.5", "1400.5"),
        ("number", "1,400,000", "1400000"),
        ("whole", "1.200", "1200"),
        ("whole", "1 200", "1200"),
        ("whole", "2,5", "2,5"),
        ("text", "14 000", "14 000"),
    ],
)
def test_what_finns_write_becomes_what_the_file_takes(
    kind: str, typed: str, expected: str, page: Page
) -> None:
    """And what is neither a date nor a number stays as it was typed."""
    assert page.evaluate(NOTED, [kind, typed, "fi"]) == expected


def test_a_comma_that_may_part_thousands_is_not_guessed_at(page: Page) -> None:
    """In English 14,000 may be fourteen thousand; in Finnish it is fourteen."""
    assert page.evaluate(NOTED, ["number", "14,000", "en"]) == "14,000?"
    assert page.evaluate(NOTED, ["number", "33,5", "en"]) == "33.5"
    assert page.evaluate(NOTED, ["number", "14,000", "fi"]) == "14.000"


SHOWN = """async ([kind, value, language]) => {
  const site = document.querySelector('script[type=module]').src;
  const { shown } = await import(new URL('submit/notation.js', site));
  return shown(kind, value, 'ei tiedossa', language);
}"""


@pytest.mark.parametrize(
    ("kind", "value", "language", "expected"),
    [
        ("date", "2017-09-18", "fi", "18.9.2017"),
        ("date", "2017-09", "fi", "9/2017"),
        ("date", "2017", "fi", "2017"),
        ("date", "unknown", "fi", "ei tiedossa"),
        ("period", "2017-09-18/2018-01-03", "fi", "18.9.2017–3.1.2018"),
        ("period", "2017-01/2017-04", "sv", "1/2017–4/2017"),
        ("period", "2008/2012", "en", "2008–2012"),
        ("number", "-700000.5", "fi", "-700 000,5"),
        ("number", "14.000", "fi", "14.000"),
        ("number", "33.125", "en", "33.125"),
        ("number", "33.125", "fi", "33,125"),
        ("number", "14.000?", "fi", "14.000?"),
        ("date", "keväällä", "fi", "keväällä"),
    ],
)
def test_what_the_file_has_is_shown_as_people_write_it(
    kind: str, value: str, language: str, expected: str, page: Page
) -> None:
    """Only where it is read back as just that value."""
    assert page.evaluate(SHOWN, [kind, value, language]) == expected


def test_a_date_stays_as_it_was_typed(page: Page) -> None:
    """In the field, and when the form is opened again; the record holds what the file takes."""
    started = page.locator("#f-started")
    for typed, held in (
        ("18. 9.2017", "2017-09-18"),
        ("2017-09-18", "2017-09-18"),
        ("9/2017", "2017-09"),
        ("Ei tiedossa", "unknown"),
    ):
        started.fill(typed)
        started.blur()
        expect(started).to_have_value(typed)
        assert kept(page)["data"]["started"] == held
        expect(page.locator("#f-started-error")).to_be_hidden()
    page.locator("#f-started-inferred").check()
    assert kept(page)["data"]["started"]["value"] == "unknown"
    page.reload()
    page.get_by_role("button", name="Jatka", exact=True).click()
    expect(page.locator("#f-started")).to_have_value("Ei tiedossa")


@pytest.mark.parametrize("typed", ["31.2.2017", "keväällä 2016"])
def test_what_is_no_date_is_told_with_examples(page: Page, typed: str) -> None:
    """It stays as it was typed."""
    started = page.locator("#f-started")
    started.fill(typed)
    started.blur()
    expect(started).to_have_value(typed)
    error = page.locator("#f-started-error")
    expect(error).to_contain_text("18.9.2017, 9/2017 tai 2017")
    expect(error).to_contain_text(f"Kirjoitit ”{typed}”")


def test_numbers_and_periods_of_an_outcome_are_understood(page: Page) -> None:
    """With a decimal comma, spaces between thousands and a minus sign."""
    step(page, "tulokset")
    page.get_by_role("button", name="Lisää: tulos").click()
    page.locator("#f-outcomes-0 summary", has_text="Lähteen ilmoittama muutos").click()
    for key, typed in (
        ("follow_up-value", "33,5"),
        ("baseline-value", "14 000"),
        ("change_reported-value", "−3"),
        ("baseline-period", "18.9.2017–3.1.2018"),
    ):
        field = page.locator(f"#f-outcomes-0-{key}")
        field.fill(typed)
        field.blur()
        expect(field).to_have_value(typed)
        expect(page.locator(f"#f-outcomes-0-{key}-error")).to_be_hidden()
    outcome = kept(page)["data"]["outcomes"][0]
    assert outcome["follow_up"] == {"value": "33.5"}
    assert outcome["baseline"] == {"value": "14000", "period": "2017-09-18/2018-01-03"}
    assert outcome["change_reported"] == {"value": "-3"}
    field.fill("3.1.2018–18.9.2017")
    field.blur()
    expect(page.locator("#f-outcomes-0-baseline-period-error")).to_contain_text(
        "18.9.2017–3.1.2018"
    )


@pytest.mark.parametrize(
    ("button", "value", "text"),
    [
        ("Tuhansia: 14 500", "14500", "14 500"),
        ("Desimaaleja: 14,500", "14.500", "14,500"),
    ],
)
def test_a_number_that_may_be_two_is_asked_about(
    page: Page, button: str, value: str, text: str
) -> None:
    """The writer says which was meant; before that nothing is ready to be sent."""
    step(page, "tulokset")
    page.get_by_role("button", name="Lisää: tulos").click()
    field = page.locator("#f-outcomes-0-baseline-value")
    error = page.locator("#f-outcomes-0-baseline-value-error")
    field.fill("14.500")
    expect(error).to_be_hidden()
    field.blur()
    expect(error).to_contain_text("tarkoittaako ”14.500” tuhansia vai desimaaleja?")
    expect(field).to_have_value("14.500")
    # It is asked again when the form is opened again, where the list of what is left leads to.
    page.reload()
    page.get_by_role("button", name="Jatka", exact=True).click()
    step(page, "valmis")
    page.locator(".submit-left").get_by_role("link", name="Lähtötilanne, Luku").click()
    expect(field).to_be_focused()
    expect(field).to_have_value("14.500")
    page.get_by_role("button", name=button).click()
    expect(field).to_be_focused()
    expect(error).to_be_hidden()
    expect(page.get_by_role("button", name="eli")).to_have_count(0)
    assert kept(page)["data"]["outcomes"][0]["baseline"]["value"] == value
    expect(field).to_have_value(text.replace(" ", "\N{NO-BREAK SPACE}"))
    page.reload()
    page.get_by_role("button", name="Jatka", exact=True).click()
    step(page, "tulokset")
    expect(field).to_have_value(text.replace(" ", "\N{NO-BREAK SPACE}"))
    assert kept(page)["data"]["outcomes"][0]["baseline"]["value"] == value


def test_the_preview_writes_numbers_and_dates_as_the_page_does(page: Page) -> None:
    """Not as they are typed, nor as the file has them."""
    page.locator("#f-started").fill("2016-05-18")
    step(page, "tulokset")
    page.get_by_role("button", name="Lisää: tulos").click()
    page.locator("#f-outcomes-0-indicator").select_option(label="Huostaanotot")
    for key, typed in (
        ("baseline-value", "14000"),
        ("baseline-period", "2017-01/2017-04"),
        ("follow_up-value", "13000,50"),
        ("follow_up-period", "1–4/2018"),
    ):
        page.locator(f"#f-outcomes-0-{key}").fill(typed)
    page.locator("#f-outcomes-0-follow_up-precision").select_option(label="noin")
    page.locator(".submit-live > summary").click()
    shown = page.locator(".submit-preview").inner_text().replace("\N{NO-BREAK SPACE}", " ")
    for text in ("18.5.2016", "14 000", "tammi–huhtikuu 2017", "noin 13 000,5"):
        assert text in shown
    assert "tammi–huhtikuu 2018" in shown
    assert "noin 999,5 vähemmän (noin 7,1 % vähemmän)" in shown


def test_the_form_asks_for_no_codes_of_the_file(site: Path) -> None:
    """No hint tells to write `unknown`, a decimal point or what is chosen by its name."""
    for folder, words in {
        "ilmoita": ("unknown", "desimaalit pisteellä", "kuntanumero", "välilyöntejä"),
        "sv/ilmoita": ("unknown", "punkt som decimaltecken", "kommunnummer"),
        "en/ilmoita": ("unknown", "decimal point", "municipality code", "three-digit"),
    }.items():
        form = json.loads((site / folder / "lomake.json").read_text("utf-8"))
        # The records of a stated date are asked for as one field, with the words of that.
        for record, fields in form["records"].items():
            if record in {"StatedDate", "StatedPeriod"}:
                continue
            for field in fields:
                assert not [word for word in words if word in field["help"]], (record, field["key"])


def test_a_place_is_asked_for_by_name_alone(page: Page) -> None:
    """One instruction, which holds in the form, and no example of a code."""
    step(page, "kenelle")
    asked = page.locator("#f-places")
    hints = "\n".join(asked.locator(".submit-hint").all_inner_texts())
    assert hints.count("valitse se luettelosta") == 1
    assert "286" not in hints and "kuntanumero" not in hints


def test_a_fact_of_an_optional_group_is_needed_only_when_the_group_is_told_of(page: Page) -> None:
    """It says so in place of the star; left empty it is no fault."""
    step(page, "resurssit")
    assert page.locator(".submit-page .submit-star").count() == 0
    for id_, group in (
        ("f-resources-cost-amount", "Kustannukset"),
        ("f-participation-level", "Lasten ja perheiden osallisuus"),
    ):
        label = page.locator(f"label[for={id_}]")
        expect(label).to_contain_text(f"(pakollinen, jos täytät kohdan ”{group}”)")
        assert page.locator(f"#{id_}").get_attribute("aria-required") is None
    page.get_by_role("button", name="Jatka: yhteystiedot").click()
    expect(page.locator("h2", has_text="Yhteystiedot")).to_be_visible()
    step(page, "resurssit")
    page.locator("#f-resources-cost-note").fill("Sisältää tilat.")
    page.get_by_role("button", name="Jatka: yhteystiedot").click()
    expect(page.locator("#f-resources-cost-amount-error")).to_contain_text(
        "pakollinen tieto puuttuu"
    )


def test_a_required_group_keeps_its_stars(page: Page) -> None:
    """The status is needed, and so is its value."""
    expect(page.locator("label[for=f-status-value]")).to_contain_text("(pakollinen)")


@pytest.mark.parametrize(
    ("part", "add", "field"),
    [
        ("kenelle", None, "f-provider"),
        ("yhteys", "Lisää: yhteystieto", "f-contacts-0-organisation"),
    ],
)
def test_an_organisation_that_is_not_listed_is_told_of_at_the_field(
    page: Page, part: str, add: str | None, field: str
) -> None:
    """What to write, and the box that says so."""
    step(page, part)
    if add:
        page.get_by_role("button", name=add).click()
    hint = page.locator(f"#{field}-help")
    expect(hint).to_contain_text("Jos organisaatiota ei ole luettelossa")
    expect(hint).to_contain_text("merkitse alla")
    expect(page.locator(f"#{field}-unlisted")).to_be_visible()
    assert f"{field}-help" in (page.locator(f"#{field}").get_attribute("aria-describedby") or "")


def test_names_as_people_write_them_are_understood_or_lead_to_the_right_one(page: Page) -> None:
    """A short name is taken; an inflected or longer one is offered as a button."""
    step(page, "kenelle")
    provider = page.locator("#f-provider")
    provider.fill("Pirha")
    provider.blur()
    expect(provider).to_have_value("Pirkanmaan hyvinvointialue")
    provider.fill("Rauman kaupunki")
    provider.blur()
    expect(page.locator("#f-provider-error")).to_contain_text("Tarkoititko tätä: Rauma?")
    page.get_by_role("button", name="Valitse: Rauma", exact=True).click()
    expect(provider).to_have_value("Rauma")
    expect(page.locator("#f-provider-error")).to_be_hidden()
    place = page.locator("#f-places-0")
    for typed, meant in (("Raumaa", "Rauma"), ("Satakunnassa", "Satakunnan hyvinvointialue")):
        place.fill(typed)
        place.blur()
        page.get_by_role("button", name=f"Valitse: {meant}", exact=True).click()
        expect(place).to_have_value(meant)
    place.fill("Koko Suomi")
    place.blur()
    expect(page.locator("#f-places-0-error")).to_contain_text("Koko maata ei voi valita")


def test_what_few_outcomes_need_is_folded_away_until_it_says_something(page: Page) -> None:
    """An outcome is short, its source stands by its figures, and a fault opens what it is in."""
    step(page, "tulokset")
    page.get_by_role("button", name="Lisää: tulos").click()
    change = page.locator("#f-outcomes-0-change_reported-value")
    assert page.locator("#f-outcomes-0 details.submit-details[open]").count() == 0
    expect(change).to_be_hidden()
    order = page.locator("#f-outcomes-0").evaluate(
        "(e) => ['follow_up', 'source', 'change_reported'].map((key) =>"
        " [...e.querySelectorAll('*')].findIndex((n) => n.id === `f-outcomes-0-${key}`))"
    )
    assert order == sorted(order)
    page.locator("#f-outcomes-0 summary", has_text="Lähteen ilmoittama muutos").click()
    change.fill("viisi")
    change.blur()
    step(page, "lahteet")
    step(page, "tulokset")
    expect(page.locator("#f-outcomes-0-change_reported-value")).to_be_visible()
    expect(page.locator("#f-outcomes-0-caveats")).to_be_hidden()
    page.locator("#f-outcomes-0-baseline-value").fill("33")
    page.locator("#f-outcomes-0-baseline-period").fill("2015")
    page.locator("#f-outcomes-0-follow_up-value").fill("7")
    page.locator("#f-outcomes-0-follow_up-period").fill("tammi–huhtikuu 2017")
    page.locator("#f-outcomes-0-indicator").select_option(label="Huostaanotot")
    level = page.locator("#f-outcomes-0 .submit-level")
    expect(level).to_contain_text("Näyttö olisi 1/5")
    expect(level).to_contain_text("Luvut ovat eripituisilta jaksoilta")
    expect(level).to_contain_text("merkitse varaus ”vajaa vuosi”")


def test_a_change_is_told_by_its_parts_and_no_change_is_not_sent(page: Page) -> None:
    """What is published is compared with, also after the page was left and opened again."""
    page.goto(page.url.split("#")[0].split("?")[0] + "?muokkaa=imatran-hyvinvointineuvola")
    page.get_by_role("button", name="Avaa tiedot").click()
    step(page, "valmis")
    left = page.locator(".submit-left")
    expect(left).to_contain_text("Et ole muuttanut mitään")
    expect(page.locator(".submit-ways")).to_be_hidden()
    step(page, "mika")
    page.locator("#f-summary").fill("Lyhyempi kuvaus siitä, mitä tehtiin ja mitä siitä seurasi.")
    step(page, "valmis")
    expect(left).to_contain_text("Muutit: Tiivistelmä.")
    expect(page.locator(".submit-ways")).to_be_visible()


def test_faults_are_told_by_the_names_on_the_page(page: Page) -> None:
    """Not by the keys and codes of the file, nor as what a compiler expected."""
    page.locator("#f-title").fill("Perheiden olohuone")
    step(page, "tulokset")
    page.get_by_role("button", name="Jatka: resurssit").click()
    summary = page.locator(".submit-summary")
    expect(summary).to_contain_text("lisää ainakin yksi tulos, tai kerro tässä")
    page.get_by_role("button", name="Lisää: tulos").click()
    page.locator("#f-outcomes-0-baseline-value").fill("10")
    page.locator("#f-outcomes-0-follow_up-value").fill("5")
    page.locator("#f-outcomes-0-observed").select_option(label="lisääntyi")
    page.locator("#f-outcomes-0-observed").blur()
    error = page.locator("#f-outcomes-0-observed-error")
    expect(error).to_contain_text("oikea valinta on ”väheni”, mutta valittuna on ”lisääntyi”")
    step(page, "valmis")
    left = page.locator(".submit-left")
    expect(left).to_contain_text("Tiivistelmä: pakollinen tieto puuttuu")
    expect(left).to_contain_text("Ratkaisu: teksti puuttuu, ja se on pakollinen")
    shown = left.inner_text()
    for code in ("odotettiin", "increased", "outcomes", "no_outcomes_because", "##"):
        assert code not in shown
    left.get_by_role("link", name="Ratkaisu: teksti puuttuu").click()
    expect(page.locator("#f-section-solution")).to_be_focused()


def test_the_bullet_of_a_wrapped_fault_stands_beside_its_first_line(page: Page) -> None:
    """A bullet has the line of what comes first in its item."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator("#f-started").fill("keväällä, kun lumet olivat sulaneet")
    page.get_by_role("button", name="Jatka: missä").click()
    link = page.locator(".submit-summary a", has_text="Alkamisaika")
    lines, first, beside = link.evaluate(
        """link => {
          const text = document.createRange();
          text.selectNodeContents(link);
          const lines = text.getClientRects();
          const top = link.parentElement.getBoundingClientRect().top;
          const [count, first] = [lines.length, lines[0].bottom - top];
          // Of no width, so that it stands on the same line as the link, as the bullet does.
          const probe = document.createElement('span');
          Object.assign(probe.style, { display: 'inline-block', width: 0 });
          probe.textContent = '•';
          link.before(probe);
          return [count, first, probe.getBoundingClientRect().top - top];
        }"""
    )
    assert lines > 2
    assert beside < first


def test_an_id_is_proposed_until_the_writer_gives_another(page: Page) -> None:
    """From the title, then from the kind; an emptied one is made anew when it is left."""
    step(page, "lahteet")
    page.get_by_role("button", name="Lisää: lähde").click()
    field = page.locator("#f-sources-0-id")
    page.locator("#f-sources-0-title").fill("Äitien tupa avattiin")
    expect(field).to_have_value("aitien-tupa-avattiin")
    page.locator("#f-sources-0-kind").select_option(value="press-release")
    proposed = field.input_value()
    assert proposed and proposed != "aitien-tupa-avattiin"
    field.fill("tupa")
    page.locator("#f-sources-0-title").fill("Toinen otsikko")
    expect(field).to_have_value("tupa")
    field.fill("")
    assert field.input_value() == ""
    field.blur()
    expect(field).to_have_value(proposed)
    assert kept(page)["data"]["sources"][0]["id"] == proposed


def test_an_id_is_proposed_for_what_was_left_without_one(page: Page) -> None:
    """Also when the form is opened again."""
    step(page, "lahteet")
    page.get_by_role("button", name="Lisää: lähde").click()
    page.reload()
    page.get_by_role("button", name="Jatka", exact=True).click()
    page.locator("#f-sources-0-title").fill("Äitien tupa avattiin")
    expect(page.locator("#f-sources-0-id")).to_have_value("aitien-tupa-avattiin")
