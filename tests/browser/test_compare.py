"""Choosing practices and seeing them side by side."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import Watched

IMATRA = "Imatran hyvinvointineuvola"
KOUVOLA = "Varhaisen tuen ja kotiin vietävien palvelujen uudistus Kouvolassa"
# Whether an element is what one sees and hits in its own middle.
ON_TOP = """e => {
  const { x, y, width, height } = e.getBoundingClientRect();
  return e.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}"""
# Whether an element with the focus is in sight, below the names.
UNCOVERED = """e => {
  const { top, bottom } = e.getBoundingClientRect();
  const heads = [...document.querySelectorAll('thead th')];
  const names = Math.max(...heads.map((head) => head.getBoundingClientRect().bottom));
  return e === document.activeElement && top >= names - 1 && bottom <= innerHeight;
}"""
# The words of an element that are cut in two.
CUT = """e => {
  const texts = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), cut = [];
  while (texts.nextNode()) {
    for (const word of texts.currentNode.data.matchAll(/[\\p{L}]+/gu)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      if (range.getClientRects().length > 1) cut.push(word[0]);
    }
  }
  return cut;
}"""
FIVE = (
    "imatran-hyvinvointineuvola",
    "kouvolan-varhainen-tuki",
    "siikalatvan-varhainen-perhetuki",
    "suhdeperustainen-lastensuojelutyo",
    "perhekeskus-paijat-hame",
)
BOTH = "vertailu/?k=imatran-hyvinvointineuvola,kouvolan-varhainen-tuki"


def _bar(page: Page) -> str:
    return page.get_by_role("region", name="Vertailuun valitut").inner_text()


def test_practices_ticked_on_different_pages_are_compared(watched: Watched, base_url: str) -> None:
    """List, practice page and table choose into the same comparison, which survives a reload."""
    page = watched.page
    page.goto(base_url + "kaytannot/")
    page.get_by_label(f"Vertaa: {IMATRA}").check()
    assert "1 käytäntö vertailussa" in _bar(page)
    assert "Valitse vähintään yksi lisää" in _bar(page)
    page.goto(base_url + "kaytannot/kouvolan-varhainen-tuki/")
    page.get_by_label(f"Vertaa: {KOUVOLA}").check()
    page.goto(base_url + "taulukot/yleiskatsaus/")
    expect(page.get_by_label(f"Vertaa: {IMATRA}")).to_be_checked()
    page.get_by_role("link", name="Näytä vertailu").click()
    page.wait_for_url(base_url + BOTH)
    headings = page.locator("thead th")
    expect(headings).to_have_text([IMATRA, KOUVOLA])
    page.reload()
    expect(headings).to_have_text([IMATRA, KOUVOLA])


def test_a_shared_address_shows_the_comparison_in_an_empty_browser(
    watched: Watched, base_url: str
) -> None:
    """Facts, outcomes with their figures, and contacts; nothing is stored by looking."""
    page = watched.page
    page.goto(base_url + BOTH)
    table = page.get_by_role("table")
    expect(table).to_contain_text("Etelä-Karjalan hyvinvointialue")
    page.locator("summary").filter(has_text=KOUVOLA).click()
    outcome = page.get_by_role("listitem").filter(has_text="Vuonna 2015 huostaan otettiin 33 lasta")
    expect(outcome).to_contain_text("Lähtötilanne: 33 (2015)")
    expect(outcome).to_contain_text("Muutos: −19 (−57,6 %)")
    expect(outcome).to_contain_text("Näyttö 2/5: Ennen–jälkeen")
    contact = page.get_by_role("link", name="Yhteystiedot käytännön sivulla").first
    contact.click()
    assert page.url == base_url + "kaytannot/imatran-hyvinvointineuvola/#yhteys"
    assert page.evaluate("localStorage.length") == 0


def test_what_a_practice_says_in_another_language_is_marked_so(
    watched: Watched, base_url: str
) -> None:
    """Notes in a row of facts too; what the catalogue says is in the language of the page."""
    page = watched.page
    page.goto(f"{base_url}sv/{BOTH}")
    note = (
        page.get_by_role("cell").locator("[lang=fi]").filter(has_text="Korjaavan työn resursseja")
    )
    expect(note).to_have_count(1)
    staff = page.get_by_role("cell").filter(has_text="Perhetyöntekijöitä on lähteen mukaan")
    expect(staff.locator("[lang=fi]")).to_have_text(re.compile("^Perhetyöntekijöitä"))
    expect(staff).to_have_text(re.compile("^18 "))
    page.goto(base_url + BOTH)
    expect(page.locator("thead th")).to_have_count(2)
    expect(page.locator("td [lang]:not(a)")).to_have_count(0)


def test_what_cannot_be_compared_is_said_with_the_reason(watched: Watched, base_url: str) -> None:
    """Both report placements, neither with a number."""
    page = watched.page
    ids = "suhdeperustainen-lastensuojelutyo,siikalatvan-varhainen-perhetuki"
    page.goto(f"{base_url}vertailu/?k={ids}")
    heading = page.get_by_role("rowheader").filter(has_text="Kodin ulkopuolelle sijoitetut lapset")
    expect(heading).to_contain_text(
        "Luvut eivät ole vertailukelpoisia: joltakin tulokselta puuttuu luku"
    )


def test_differences_are_marked_in_words_and_can_be_left_unmarked(
    watched: Watched, base_url: str
) -> None:
    """Colour is not the only sign."""
    page = watched.page
    page.goto(base_url + BOTH)
    expect(page.get_by_role("rowheader", name="Paikka (eri)")).to_be_visible()
    expect(page.get_by_role("rowheader", name="Toteuttajan laji", exact=True)).to_be_visible()
    page.get_by_label("Korosta erot").uncheck()
    expect(page.get_by_role("rowheader", name="Paikka", exact=True)).to_be_visible()


def test_a_sixth_practice_does_not_fit_and_the_bar_says_so(watched: Watched, base_url: str) -> None:
    """Five at most; one is taken back by its chip."""
    page = watched.page
    page.goto(base_url + "kaytannot/")
    boxes = page.locator("[data-part=results] input[data-compare]")
    expect(boxes).to_have_count(14)
    for position in range(5):
        boxes.nth(position).check()
    boxes.nth(5).click()
    expect(boxes.nth(5)).not_to_be_checked()
    assert "Vertailuun mahtuu viisi käytäntöä" in _bar(page)
    page.get_by_role("button", name=f"Poista vertailusta: {IMATRA}").click()
    boxes.nth(5).check()
    page.get_by_role("button", name="Tyhjennä valinta").click()
    expect(page.locator(".compare-bar")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("vertailu/", "Vertailussa ei ole yhtään käytäntöä."),
        ("vertailu/?k=", "Vertailussa ei ole yhtään käytäntöä."),
        ("vertailu/?k=imatran-hyvinvointineuvola", "Vertailussa on vain yksi käytäntö"),
        ("vertailu/?k=../../etc/passwd,<script>", "Näitä käytäntöjä ei ole luettelossa: ../../etc"),
    ],
)
def test_an_address_with_too_little_to_compare_says_what_to_do(
    watched: Watched, base_url: str, address: str, said: str
) -> None:
    """And leads to the list."""
    page = watched.page
    page.goto(base_url + address)
    expect(page.locator("[data-part=status]")).to_contain_text(said)
    expect(page.get_by_role("link", name="Valitse käytäntöjä luettelosta")).to_be_visible()


def test_an_unknown_practice_is_named_and_the_others_are_shown(
    browser: Browser, base_url: str
) -> None:
    """A renamed or removed practice does not hide the rest."""
    page = browser.new_page()
    page.goto(base_url + BOTH + ",poistettu-kaytanto")
    expect(page.locator("thead th")).to_have_count(2)
    expect(page.locator("[data-part=status]")).to_contain_text("poistettu-kaytanto")
    page.close()


def test_what_is_kept_may_be_spoilt(watched: Watched, base_url: str) -> None:
    """Foreign data under the same key is left alone and does no harm."""
    page = watched.page
    page.goto(base_url)
    for spoilt in ("{", "17", '[{"id":"../x","title":"a"},{"id":5}]', '{"length":9}'):
        page.evaluate("value => localStorage.setItem('vertailu', value)", spoilt)
        page.goto(base_url + "kaytannot/")
        page.locator(".browse.is-ready").wait_for()
        expect(page.locator(".compare-bar")).to_be_hidden()


def test_practices_without_a_common_indicator_are_told_so(watched: Watched, base_url: str) -> None:
    """Before the rows, in which one side is always empty."""
    page = watched.page
    page.goto(base_url + BOTH)
    expect(page.get_by_text("ei ole yhtään yhteistä mittaria")).to_be_visible()
    page.goto(
        f"{base_url}vertailu/?k=suhdeperustainen-lastensuojelutyo,siikalatvan-varhainen-perhetuki"
    )
    expect(page.get_by_text("ei ole yhtään yhteistä mittaria")).to_have_count(0)


def test_a_practice_is_taken_out_where_its_column_begins(watched: Watched, base_url: str) -> None:
    """The address, the choice and the focus follow; the Back button brings it back."""
    page = watched.page
    page.goto(base_url + "kaytannot/")
    page.get_by_label(f"Vertaa: {IMATRA}").check()
    page.goto(base_url + BOTH + ",oulun-hyvinvointineuvola")
    page.locator("table").get_by_role("button", name=f"Poista vertailusta: {IMATRA}").click()
    expect(page.locator("thead th")).to_have_text([KOUVOLA, "Oulun hyvinvointineuvola"])
    assert page.url.endswith("?k=kouvolan-varhainen-tuki,oulun-hyvinvointineuvola")
    expect(page.locator("[data-part=status]")).to_have_text(f"{IMATRA} poistettiin vertailusta.")
    expect(page.locator(".compare-bar")).to_be_hidden()
    following = page.get_by_role("button", name=f"Poista vertailusta: {KOUVOLA}")
    expect(following).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator("thead th")).to_have_count(0)
    expect(page.get_by_role("link", name="Valitse käytäntöjä luettelosta")).to_be_focused()
    page.reload()
    expect(page.locator("[data-part=status]")).to_contain_text("ei ole yhtään käytäntöä")
    page.go_back()
    expect(page.locator("thead th")).to_have_text(["Oulun hyvinvointineuvola"])


def test_what_the_bar_takes_back_leaves_the_comparison(watched: Watched, base_url: str) -> None:
    """A chip shows its cross at any width, in and out of the comparison."""
    page = watched.page
    page.goto(base_url + "kaytannot/")
    for title in (KOUVOLA, IMATRA):
        page.get_by_label(f"Vertaa: {title}").check()
    bar = page.get_by_role("region", name="Vertailuun valitut")
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        if width == 360:
            bar.get_by_role("button", name="Valitut käytännöt").click()
        cross = (
            bar.get_by_role("button", name=f"Poista vertailusta: {KOUVOLA}").locator("span").last
        )
        box = cross.bounding_box()
        assert box and box["width"] and box["x"] + box["width"] <= width
        assert cross.evaluate(ON_TOP)
    page.get_by_role("link", name="Näytä vertailu").click()
    expect(page.locator("thead th")).to_have_count(2)
    bar.get_by_role("button", name="Valitut käytännöt").click()
    bar.get_by_role("button", name=f"Poista vertailusta: {KOUVOLA}").click()
    expect(page.locator("thead th")).to_have_text([IMATRA])
    assert page.url.endswith("?k=imatran-hyvinvointineuvola")


def test_on_a_phone_the_bar_is_one_row_that_opens(watched: Watched, base_url: str) -> None:
    """By keyboard too; what is behind it takes no focus while it is closed."""
    page = watched.page
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(base_url + "kaytannot/")
    boxes = page.locator("[data-part=results] input[data-compare]")
    expect(boxes).to_have_count(14)
    bar = page.get_by_role("region", name="Vertailuun valitut")
    for position in range(3):
        boxes.nth(position).check()
        low = bar.bounding_box()
        assert low and low["height"] <= 64 and low["y"] + low["height"] <= 801
    removal = bar.get_by_role("button", name="Poista vertailusta")
    expect(removal).to_have_count(0)
    more = bar.get_by_role("button", name="Valitut käytännöt")
    expect(more).to_have_attribute("aria-expanded", "false")
    bar.get_by_role("link", name="Näytä vertailu").focus()
    page.keyboard.press("Tab")
    expect(more).to_be_focused()
    page.keyboard.press("Enter")
    expect(more).to_have_attribute("aria-expanded", "true")
    expect(removal).to_have_count(3)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(removal).to_have_count(2)
    expect(removal.first).to_be_focused()
    more.click()
    expect(removal).to_have_count(0)
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(removal).to_have_count(2)
    expect(more).to_be_hidden()


def test_beside_a_shared_comparison_the_bar_tells_of_ones_own(
    watched: Watched, base_url: str
) -> None:
    """It leads to it, and what is taken back in it does not change what was shared."""
    page = watched.page
    page.goto(base_url + "kaytannot/")
    for title in (KOUVOLA, IMATRA):
        page.get_by_label(f"Vertaa: {title}").check()
    bar = page.get_by_role("region", name="Vertailuun valitut")
    # One's own in another order is one's own.
    page.goto(base_url + BOTH)
    expect(bar).to_contain_text("2 käytäntöä vertailussa")
    expect(bar.get_by_role("link")).to_have_count(0)
    page.goto(f"{base_url}{BOTH},oulun-hyvinvointineuvola")
    shown = page.locator("thead th")
    expect(shown).to_have_count(3)
    expect(bar).to_contain_text("Oma valintasi on toinen: 2 käytäntöä")
    bar.get_by_role("link", name="Näytä oma").click()
    expect(shown).to_have_text([KOUVOLA, IMATRA])
    expect(bar).to_contain_text("2 käytäntöä vertailussa")
    page.go_back()
    expect(shown).to_have_count(3)
    bar.get_by_role("button", name=f"Poista vertailusta: {IMATRA}").click()
    expect(bar).to_contain_text("Oma valintasi on toinen: 1 käytäntö")
    expect(shown).to_have_count(3)
    table = page.locator("table")
    table.get_by_role("button", name="Poista vertailusta: Oulun hyvinvointineuvola").click()
    table.get_by_role("button", name=f"Poista vertailusta: {IMATRA}").click()
    expect(shown).to_have_text([KOUVOLA])
    expect(bar).to_contain_text("1 käytäntö vertailussa")
    page.go_back()
    expect(shown).to_have_count(2)
    expect(bar).to_contain_text("Oma valintasi on toinen: 1 käytäntö")


def test_on_a_narrow_window_each_can_be_taken_out(watched: Watched, base_url: str) -> None:
    """The names and their buttons stand before the rows, which are cards there."""
    page = watched.page
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(base_url + BOTH)
    button = page.get_by_role("button", name=f"Poista vertailusta: {KOUVOLA}")
    box = button.bounding_box()
    assert box and box["height"] >= 44 and box["x"] + box["width"] <= 360
    button.click()
    expect(page.get_by_role("button", name="Poista vertailusta")).to_have_count(1)


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_no_long_word_of_a_heading_is_cut(watched: Watched, base_url: str, width: int) -> None:
    """The table is scrolled instead, by keyboard too."""
    page = watched.page
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{base_url}vertailu/?k={','.join(FIVE)}")
    headings = page.get_by_role("rowheader").filter(visible=True)
    expect(headings.filter(has_text="Kustannusvaikutus")).to_be_visible()
    assert [word for heading in headings.all() for word in heading.evaluate(CUT)] == []
    if width > 360:
        assert page.locator(".table--compare table").evaluate(CUT) == []
    expect(page.get_by_role("region", name="Käytännöt rinnakkain")).to_have_attribute(
        "tabindex", "0"
    )


def test_no_link_leads_to_contacts_that_are_not_there(watched: Watched, base_url: str) -> None:
    """The cell says what the page would."""
    page = watched.page
    page.goto(f"{base_url}vertailu/?k=imatran-hyvinvointineuvola,siikalatvan-varhainen-perhetuki")
    expect(
        page.get_by_role("cell").filter(has_text="Luettelossa ei ole tämän käytännön yhteystietoja")
    ).to_be_visible()
    expect(page.get_by_role("link", name="Yhteystiedot käytännön sivulla")).to_have_count(1)


def test_what_can_be_compared_comes_first_and_the_rest_is_folded(
    watched: Watched, base_url: str
) -> None:
    """Facts, indicators in common, contacts; then what one practice alone measures, by practice."""
    page = watched.page
    page.goto(f"{base_url}vertailu/?k={','.join(FIVE)}")
    groups = page.locator(".table--compare .group")
    expect(groups).to_have_text(["Perustiedot", "Yhteiset mittarit", "Yhteys"])
    table = page.get_by_role("table")
    expect(table).to_contain_text("Kodin ulkopuolelle sijoitetut lapset")
    expect(table).not_to_contain_text("Huostaanotot")
    rows = table.get_by_role("row").filter(has=page.locator(".told"))
    assert all(row.locator("td:has(.told)").count() > 1 for row in rows.all())
    folded = page.locator(".compare-alone summary")
    expect(folded).to_have_count(5)
    expect(folded.last).to_contain_text("ei tuloksia")
    outcome = page.get_by_role("link", name="Huostaanotot").first
    expect(outcome).to_be_hidden()
    folded.nth(1).focus()
    page.keyboard.press("Enter")
    expect(outcome).to_be_visible()
    outcome.click()
    assert page.url.endswith("kouvolan-varhainen-tuki/#tulos-huostaanotot-2016")


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_the_names_stay_in_sight_and_cover_nothing_that_has_the_focus(
    watched: Watched, base_url: str, width: int
) -> None:
    """At the top of the window, or of the table where that is scrolled sideways."""
    page = watched.page
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{base_url}vertailu/?k={','.join(FIVE)}")
    table = page.locator(".table--compare")
    contact = page.get_by_role("link", name="Yhteystiedot käytännön sivulla").first
    contact.scroll_into_view_if_needed()
    # Scrolled sideways, the table is a window of its own.
    top_of_table = table.evaluate("e => e.getBoundingClientRect().top")
    edge = top_of_table if width == 800 else max(0, top_of_table)
    heads = [box["y"] for head in page.locator("thead th").all() if (box := head.bounding_box())]
    assert len(heads) == 5 and all(edge - 1 <= top < edge + 120 for top in heads)
    links = table.locator("tbody a:visible").all()
    links[-1].focus()
    for link in reversed(links[-6:]):
        assert link.evaluate(UNCOVERED), link.inner_text()
        page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_a_letter_stands_for_each_name(watched: Watched, base_url: str) -> None:
    """And what is true of all is said once."""
    page = watched.page
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(base_url + BOTH)
    before = "e => getComputedStyle(e, '::before').content"
    heads = page.locator("thead th")
    expect(heads).to_have_count(2)
    assert [head.evaluate(before) for head in heads.all()] == ['"A"', '"B"']
    assert all(0 < (head.bounding_box() or {"height": 0})["height"] < 40 for head in heads.all())
    row = page.get_by_role("row").filter(has_text="Toteuttajan laji")
    cells = row.locator("td:visible")
    expect(cells).to_have_text(["Julkinen"])
    assert cells.first.evaluate(before) == '"Kaikki"'


def test_more_than_five_is_not_told_as_unknown(watched: Watched, base_url: str) -> None:
    """Those that do not fit are named; the five first are shown."""
    page = watched.page
    page.goto(f"{base_url}vertailu/?k={','.join(FIVE)},oulun-hyvinvointineuvola")
    expect(page.locator("thead th")).to_have_count(5)
    expect(page.locator("[data-part=status]")).to_have_text(
        "Vertailuun mahtuu viisi käytäntöä. Pois jäi: oulun-hyvinvointineuvola."
    )


def test_what_could_not_be_loaded_is_tried_again(browser: Browser, base_url: str) -> None:
    """A lost connection does not make a practice unknown."""
    context = browser.new_context()
    page = context.new_page()
    page.route("**/vertailu/kouvolan-varhainen-tuki.json", lambda route: route.abort())
    page.goto(base_url + BOTH)
    status = page.locator("[data-part=status]")
    expect(status).to_have_text(
        "Näitä käytäntöjä ei voitu ladata: kouvolan-varhainen-tuki. "
        "Tarkista verkkoyhteys ja yritä uudelleen."
    )
    expect(page.locator("thead th")).to_have_text([IMATRA])
    page.unroute_all()
    page.get_by_role("button", name="Yritä uudelleen").click()
    expect(page.locator("thead th")).to_have_text([IMATRA, KOUVOLA])
    expect(status).to_be_empty()
    expect(page.get_by_role("region", name="Käytännöt rinnakkain")).to_be_focused()
    context.close()


@pytest.mark.parametrize(
    "address",
    [
        "palkinnot/kunnallinen-lastensuojeluteko-2013/",
        "taulukot/tulokset-mittareittain/",
        "mittarit/care-orders/",
    ],
)
def test_practices_are_ticked_where_rows_tell_of_them(
    watched: Watched, base_url: str, address: str
) -> None:
    """Once in a group of rows, and no wider on a phone."""
    page = watched.page
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(base_url + address)
    page.locator("[data-compare]").first.wait_for()
    for body in page.locator("tbody").all():
        ids = body.locator("[data-compare]").evaluate_all(
            "boxes => boxes.map((b) => b.dataset.compare)"
        )
        assert len(ids) == len(set(ids))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    box = page.locator("[data-compare]").first
    chosen = box.get_attribute("data-compare")
    box.check()
    assert "1 käytäntö vertailussa" in _bar(page)
    page.goto(f"{base_url}kaytannot/{chosen}/")
    expect(page.locator("[data-compare]").first).to_be_checked()
