"""Pages print well: nothing cut, links as footnotes, charts kept, source and date on each sheet."""

import io
import re
from collections.abc import Iterator

import pypdf
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_compare import CUT, FIVE

PRINTED = (
    "kaytannot/kouvolan-varhainen-tuki/",
    "kaytannot/imatran-hyvinvointineuvola/",
    "palkinnot/kunnallinen-lastensuojeluteko-2013/",
    "mittarit/care-orders/",
)
# The text area of an A4 sheet with margins of 16 mm, in CSS pixels.
SHEET = 672


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page as wide as paper, seen as a printer does."""
    context = browser.new_context(viewport={"width": SHEET, "height": 1000})
    found = context.new_page()
    found.emulate_media(media="print")
    yield found
    context.close()


@pytest.mark.parametrize("url", PRINTED)
def test_navigation_is_gone_and_nothing_is_cut(page: Page, base_url: str, url: str) -> None:
    """Nothing of a page is wider than the sheet."""
    page.goto(base_url + url)
    for part in (".site-head", ".crumbs", ".skip", ".site-foot nav", ".page-foot"):
        for found in page.locator(part).all():
            assert not found.is_visible(), part
    wide = page.evaluate(
        """() => [...document.querySelectorAll('main *')].filter((e) => {
          const box = e.getBoundingClientRect();
          return box.width && box.right > document.documentElement.clientWidth + 1
            && !e.closest('.visually-hidden');
        }).map((e) => e.outerHTML.slice(0, 120))"""
    )
    assert wide == []


@pytest.mark.parametrize("url", ["taulukot/yleiskatsaus/", *PRINTED[2:]])
def test_no_word_of_a_heading_is_cut_on_a_whole_sheet(page: Page, base_url: str, url: str) -> None:
    """However many columns stand side by side."""
    page.goto(base_url + url)
    headings = page.locator(".table th:visible").all()
    assert headings
    assert [word for heading in headings for word in heading.evaluate(CUT)] == []


@pytest.mark.parametrize("url", PRINTED)
def test_links_are_footnotes(page: Page, base_url: str, url: str) -> None:
    """Each mark has its address in the list, and every address a mark."""
    page.goto(base_url + url)
    marks = {int(str(m.get_attribute("data-note"))) for m in page.locator(".note-mark").all()}
    addresses = page.locator(".print-notes li").all_inner_texts()
    assert page.locator(".print-notes").is_visible()
    assert marks == set(range(1, len(addresses) + 1))
    assert all(re.match(r"https?://|/", address) for address in addresses)
    content = "getComputedStyle(document.querySelector('.note-mark'), '::after').content"
    assert page.evaluate(content) not in ("none", '""')


def test_footnotes_are_for_paper_only(browser: Browser, base_url: str) -> None:
    """On a screen a link is a link."""
    page = browser.new_page()
    page.goto(f"{base_url}kaytannot/kouvolan-varhainen-tuki/")
    assert not page.locator(".print-notes").is_visible()
    assert not page.locator(".note-mark").first.is_visible()
    page.close()


def test_charts_are_kept_and_details_are_open(page: Page, base_url: str) -> None:
    """What a screen hides behind a click, paper shows."""
    page.goto(f"{base_url}kaytannot/kouvolan-varhainen-tuki/")
    assert page.locator("svg.chart[role=img]").first.is_visible()
    for details in page.locator(".outcome .judgement").all():
        box = details.bounding_box()
        assert box is not None and box["height"] > 0


def test_paper_tells_what_is_missing(page: Page, base_url: str) -> None:
    """But not where to click."""
    page.goto(f"{base_url}kaytannot/kouvolan-varhainen-tuki/")
    missing = page.locator("#puuttuu")
    assert missing.locator("li").first.is_visible()
    assert not missing.get_by_role("link").is_visible()


def test_every_sheet_says_its_source_and_date(page: Page, base_url: str) -> None:
    """The margin boxes of `@page` take them from the root element."""
    page.goto(f"{base_url}kaytannot/kouvolan-varhainen-tuki/")
    root = "getComputedStyle(document.documentElement).getPropertyValue('{}')"
    assert "Hyvät käytännöt – Varhaisen tuen" in page.evaluate(root.format("--source"))
    assert "viimeksi tarkistettu 22.11.2026" in page.evaluate(root.format("--dated"))
    sheets = page.evaluate(
        """() => [...document.styleSheets].flatMap((s) => [...s.cssRules])
          .filter((r) => r instanceof CSSPageRule).map((r) => r.cssText).join()"""
    )
    assert "@bottom-left" in sheets and "var(--source)" in sheets
    assert "@bottom-right" in sheets and "var(--dated)" in sheets and "counter(page)" in sheets


@pytest.mark.parametrize("url", PRINTED)
def test_pages_become_pdf_of_a_reasonable_length(browser: Browser, base_url: str, url: str) -> None:
    """Seventeen outcomes with their grounds take eleven sheets, not two."""
    page = browser.new_page()
    page.goto(base_url + url)
    made = page.pdf(prefer_css_page_size=True)
    sheets = len(re.findall(rb"/Type\s*/Page\b", made))
    assert made.startswith(b"%PDF") and 1 <= sheets <= 12
    page.close()


def test_headings_of_columns_stand_on_every_sheet_of_a_table(
    browser: Browser, base_url: str
) -> None:
    """Though each is a button that sorts, which Chromium would not repeat."""
    sheets = [text for _, text in _sheets(browser, f"{base_url}taulukot/tulokset-mittareittain/")]
    with_rows = [text for text in sheets if "0 Väite" in text]
    assert len(with_rows) > 3
    assert [text for text in with_rows if "Lähtötilanne" not in text] == []


@pytest.mark.parametrize(
    ("url", "lies"),
    [("taulukot/organisaatio-ja-resurssit/", True), ("taulukot/tulokset-mittareittain/", False)],
)
def test_a_table_of_many_columns_lies_on_the_side_of_the_sheet(
    browser: Browser, base_url: str, url: str, lies: bool
) -> None:
    """So that its words have room; what has fewer columns stands as other pages do."""
    shapes = [width > height for (width, height), _ in _sheets(browser, base_url + url)]
    assert shapes and set(shapes) == {lies}


@pytest.mark.parametrize(("count", "lies", "most"), [(2, False, 4), (3, False, 5), (5, True, 8)])
def test_a_comparison_is_printed_whole_on_few_sheets(
    browser: Browser, base_url: str, count: int, lies: bool, most: int
) -> None:
    """With what is folded on a screen, where it is on every sheet, and where its practices are."""
    address = f"{base_url}vertailu/?k={','.join(FIVE[:count])}"
    sheets = _sheets(browser, address, ".table--compare tbody")
    assert {width > height for (width, height), _ in sheets} == {lies}
    assert len(sheets) <= most
    texts = [re.sub(r"\s", "", text) for _, text in sheets]
    assert all(address in text for text in texts)
    assert "Vuonna2015huostaanotettiin33lasta" in "".join(texts)
    assert f"{base_url}kaytannot/{FIVE[1]}/" in texts[-1] and "tulostettu" in texts[-1]


@pytest.mark.parametrize(("count", "width"), [(2, SHEET), (3, SHEET), (4, 1001), (5, 1001)])
def test_a_printed_comparison_cuts_no_word(
    page: Page, base_url: str, count: int, width: int
) -> None:
    """At the width of the sheet that so many columns get."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base_url}vertailu/?k={','.join(FIVE[:count])}")
    page.locator(".table--compare .told").first.or_(page.locator(".compare-said")).wait_for()
    assert page.locator(".table--compare table").evaluate(CUT) == []


def test_an_address_in_a_note_is_whole_where_the_page_is_read(page: Page, base_url: str) -> None:
    """Though the build was not told where the site is published."""
    page.goto(f"{base_url}kaytannot/kouvolan-varhainen-tuki/")
    page.locator("script[type=module]").first.wait_for(state="attached")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    addresses = page.locator(".print-notes li").all_inner_texts()
    assert f"{base_url}alueet/kouvola/" in addresses
    assert all(address.startswith(("http://", "https://")) for address in addresses)
    source = page.evaluate("document.documentElement.dataset.source")
    assert source.endswith(f" – {base_url}kaytannot/kouvolan-varhainen-tuki/")


def _sheets(
    browser: Browser, url: str, ready: str = ".sort"
) -> list[tuple[tuple[float, float], str]]:
    """The width, height and text of each sheet that the page at `url` is printed on."""
    page = browser.new_page()
    page.goto(url)
    page.locator(ready).first.wait_for()
    read = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    page.close()
    return [
        ((float(sheet.mediabox.width), float(sheet.mediabox.height)), sheet.extract_text())
        for sheet in read.pages
    ]


def test_a_dark_screen_prints_dark_on_white(browser: Browser, base_url: str) -> None:
    """Whether the system or the visitor chose the dark scheme."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{base_url}kaytannot/kouvolan-varhainen-tuki/")
    page.evaluate("document.documentElement.dataset.scheme = 'dark'")
    page.emulate_media(media="print", color_scheme="dark")
    style = "getComputedStyle(document.body)"
    assert page.evaluate(f"{style}.color") == "rgb(22, 37, 43)"
    assert page.evaluate(f"{style}.backgroundColor") == "rgb(255, 255, 255)"
    context.close()


@pytest.mark.parametrize("width", [440, 610])
@pytest.mark.parametrize(
    "url",
    [
        "vertailu/?k=imatran-hyvinvointineuvola,kouvolan-varhainen-tuki",
        "palkinnot/kunnallinen-lastensuojeluteko-2013/",
        "taulukot/yleiskatsaus/",
    ],
)
def test_a_narrow_sheet_keeps_every_column_under_its_heading(
    browser: Browser, base_url: str, url: str, width: int
) -> None:
    """A5, and A4 printed larger: rows become cards on screens only."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.emulate_media(media="print")
    page.goto(base_url + url)
    page.locator(".table tr:visible").nth(5).wait_for()
    lefts = "rows => rows.map((row) => [...row.cells].map((c) => c.getBoundingClientRect().x))"
    heads, *rows = page.locator(".table").first.locator("tr:visible").evaluate_all(lefts)
    whole = [row for row in rows if len(row) == len(heads)]
    assert len(whole) > 5 and all(row == heads for row in whole)
    page.close()
