"""What comes from elsewhere is mended in the form, and what is removed by mistake comes back."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.served import Watched
from tests.browser.typist import begun, kept, step

LISTED = """async (text) => {
  const site = document.querySelector('script[type=module]').src;
  const { listed, seen } = await import(new URL('submit/pasted.js', site));
  return listed(seen(text));
}"""


@pytest.fixture
def page(watched: Watched, base_url: str) -> Page:
    """The form, begun."""
    return begun(watched.page, base_url)


@pytest.mark.parametrize(
    ("pasted", "mended"),
    [
        ("per\u00adhe\u200bneu\u2060vo\ufeffla", "perheneuvola"),
        ("\u202aperhe\u202c", "perhe"),
        ("14\u00a0000 \u2009perhettä", "14 000  perhettä"),
        ("yksi\u000bkaksi\u2028kolme\r\nneljä", "yksi\nkaksi\nkolme\nneljä"),
        ("• yksi\n• kaksi", "- yksi\n- kaksi"),
        ("·\tyksi\n\uf0b7\tkaksi\n§\tkolme", "- yksi\n- kaksi\n- kolme"),
        ("• yksi\no\talakohta\n• kaksi", "- yksi\n  - alakohta\n- kaksi"),
        ("– yksi\n– kaksi", "- yksi\n- kaksi"),
        ("– yksi\n\n– kaksi", "- yksi\n\n- kaksi"),
        ("– Kävin täällä ensin yksin, äiti kertoo.", "– Kävin täällä ensin yksin, äiti kertoo."),
        ("Tavoitteet:\n• yksi\n• kaksi\nSitten", "Tavoitteet:\n- yksi\n- kaksi\n\nSitten"),
        ("• pitkä kohta, joka\njatkuu\n• kaksi", "- pitkä kohta, joka\njatkuu\n- kaksi"),
        ("o talon väki\n§ 25", "o talon väki\n§ 25"),
        ("- yksi\n- kaksi\nSitten", "- yksi\n- kaksi\nSitten"),
    ],
)
def test_what_word_processors_give_is_made_publishable(
    page: Page, pasted: str, mended: str
) -> None:
    """Nothing unseen, plain spaces, and lists; what is said after a dash is no list."""
    assert page.evaluate(LISTED, pasted) == mended


def test_pasted_text_is_mended_in_its_field(page: Page) -> None:
    """The writer is told, goes on where the text ended, and finds a list in the preview."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    step(page, "kuvaus")
    text = page.locator("#f-section-solution")
    text.fill("Alku. Loppu.")
    text.press("Home")
    for _ in "Alku. ":
        text.press("ArrowRight")
    pasted = "Näin:\n• per\u00adhe\n• koti\n"
    page.evaluate("text => navigator.clipboard.writeText(text)", pasted)
    text.press("Control+V")
    page.keyboard.type("x")
    expect(text).to_have_value("Alku. Näin:\n- perhe\n- koti\n\nxLoppu.")
    note = page.locator(".submit-mended")
    expect(note).to_contain_text("poistettiin näkymättömiä merkkejä")
    expect(note).to_contain_text("vaihdettiin yhdysviivoiksi")
    assert kept(page)["sections"]["solution"] == text.input_value()
    page.locator(".submit-live > summary").click()
    expect(page.locator(".submit-preview li", has_text="perhe")).to_have_count(1)
    text.blur()
    expect(page.locator("#f-section-solution-error")).to_be_hidden()


def test_a_bullet_becomes_a_list_however_it_came(page: Page) -> None:
    """Phones paste as if it were typed."""
    step(page, "kuvaus")
    text = page.locator("#f-section-need")
    text.focus()
    page.keyboard.type("• x")
    expect(text).to_have_value("- x")
    text.fill("– yksi\n– kaksi")
    expect(text).to_have_value("- yksi\n- kaksi")


def test_a_dash_that_is_typed_is_left_alone(page: Page) -> None:
    """Somebody may be writing down what was said."""
    step(page, "kuvaus")
    text = page.locator("#f-section-need")
    text.focus()
    page.keyboard.type("– Niinkö?\n– Niin.")
    expect(text).to_have_value("– Niinkö?\n– Niin.")
    assert page.locator(".submit-mended").count() == 0


def test_a_character_that_stays_is_shown_in_its_word(page: Page) -> None:
    """The place of what cannot be seen can be found."""
    page.locator("#f-summary").fill("Aluksi lastensuojelun per\ue000heet tapaavat.")
    page.locator("#f-summary").blur()
    expect(page.locator("#f-summary-error")).to_contain_text("sanassa ”per[U+E000]heet”")
    step(page, "kuvaus")
    text = page.locator("#f-section-need")
    text.fill("Tarve on per\ue000heillä.")
    text.blur()
    expect(page.locator("#f-section-need-error")).to_contain_text("sanassa ”per[U+E000]heillä.”")


def test_keywords_may_be_parted_by_commas(page: Page) -> None:
    """Or by lines, as other lists; bullets before them go away."""
    step(page, "kenelle")
    expect(page.locator("#f-keywords-help")).to_contain_text("Erota ne pilkulla")
    page.locator("#f-keywords").fill("kohtaamispaikka, vapaaehtoistyö; ilta\n• nuoret,\n")
    expected = ["kohtaamispaikka", "vapaaehtoistyö", "ilta", "nuoret"]
    assert kept(page)["data"]["keywords"] == expected
    step(page, "mika")
    page.locator("#f-aliases").fill("Talo, tupa ja tanhua\n– Toinen")
    assert kept(page)["data"]["aliases"] == ["Talo, tupa ja tanhua", "Toinen"]


def test_the_help_of_the_indicator_says_what_to_do_without_one(page: Page) -> None:
    """Where the result is told meanwhile."""
    step(page, "tulokset")
    page.get_by_role("button", name="Lisää: tulos").click()
    hint = page.locator("#f-outcomes-0-indicator-help")
    expect(hint).to_contain_text("Jos mikään mittari ei sovi")
    expect(hint).to_contain_text("vaiheessa ”Kuvaus” kohdassa ”Tulokset”")


@pytest.mark.parametrize(
    ("part", "name", "field"),
    [
        ("lahteet", "lähde", "f-sources-{}-title"),
        ("tulokset", "tulos", "f-outcomes-{}-statement"),
        ("yhteys", "yhteystieto", "f-contacts-{}-name"),
        ("resurssit", "palkinto", "f-awards-{}-recipient"),
    ],
)
def test_what_was_removed_by_mistake_comes_back(
    page: Page, part: str, name: str, field: str
) -> None:
    """In its place, with all that it held; the way back has the focus."""
    step(page, part)
    for number in range(3):
        page.get_by_role("button", name=f"Lisää: {name}").click()
        page.locator(f"#{field.format(number)}").fill(f"Numero {number}")
    before = kept(page)["data"]
    page.get_by_role("button", name=f"Poista: {name} 2").click()
    expect(page.locator(f"#{field.format(1)}")).to_have_value("Numero 2")
    undo = page.get_by_role("button", name="Kumoa poisto")
    expect(undo).to_be_focused()
    expect(page.locator(".submit-removed")).to_contain_text("2 poistettiin.")
    # Also after another step, while nothing else has been removed.
    step(page, "mika")
    step(page, part)
    undo.press("Enter")
    expect(page.locator(f"#{field.format(1)}")).to_have_value("Numero 1")
    expect(undo).to_have_count(0)
    assert kept(page)["data"] == before
    held = page.evaluate("document.activeElement.id")
    assert field.format(1).startswith(held) and held


def test_the_only_item_comes_back_too(page: Page) -> None:
    """With the outcome that points to it."""
    step(page, "lahteet")
    page.get_by_role("button", name="Lisää: lähde").click()
    page.locator("#f-sources-0-title").fill("Tiedote")
    step(page, "tulokset")
    page.get_by_role("button", name="Lisää: tulos").click()
    step(page, "lahteet")
    page.get_by_role("button", name="Poista: lähde 1").click()
    assert "sources" not in kept(page)["data"]
    page.get_by_role("button", name="Kumoa poisto").click()
    expect(page.locator("#f-sources-0-title")).to_have_value("Tiedote")
    data = kept(page)["data"]
    assert data["outcomes"][0]["source"] == data["sources"][0]["id"] == "tiedote"


def test_what_is_known_of_the_others_goes_with_them(page: Page) -> None:
    """Their faults stay shown, and their numbers and dates as they were typed."""
    step(page, "lahteet")
    for number in range(2):
        page.get_by_role("button", name="Lisää: lähde").click()
        page.locator(f"#f-sources-{number}-date").fill(f"1{number}. 9.2017")
    page.locator("#f-sources-1-url").fill("https://esimerkki.fi/a<b")
    page.locator("#f-sources-1-url").blur()
    page.get_by_role("button", name="Poista: lähde 1").click()
    expect(page.locator("#f-sources-0-date")).to_have_value("11. 9.2017")
    expect(page.locator("#f-sources-0-url-error")).to_contain_text("merkkiä <")
    page.get_by_role("button", name="Kumoa poisto").click()
    expect(page.locator("#f-sources-1-date")).to_have_value("11. 9.2017")
    expect(page.locator("#f-sources-1-url-error")).to_contain_text("merkkiä <")
    expect(page.locator("#f-sources-0-url-error")).to_be_hidden()
