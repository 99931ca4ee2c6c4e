"""Every page opens cleanly: with and without scripts, narrow and wide, asking no other host."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.served import Watched

# One address of every kind of page.
KINDS = (
    "",
    "kaytannot/",
    "kaytannot/kouvolan-varhainen-tuki/",
    "kaytannot/toppari-tiimi-hameenlinna/",
    "vertailu/?k=imatran-hyvinvointineuvola,kouvolan-varhainen-tuki",
    "yleiskuva/",
    "teemat/",
    "teemat/early-support/",
    "alueet/",
    "alueet/kymenlaakso/",
    "alueet/kouvola/",
    "alueet/lappi/",
    "mallit/hyvinvointineuvola/",
    "mittarit/",
    "mittarit/care-orders/",
    "mittarit/emergency-placements/",
    "taulukot/",
    "taulukot/yleiskatsaus/",
    "taulukot/tulokset-mittareittain/",
    "taulukot/organisaatio-ja-resurssit/",
    "taulukot/ehdokkaat-kunnallinen-lastensuojeluteko-2013/",
    "palkinnot/",
    "palkinnot/kunnallinen-lastensuojeluteko-2013/",
    "palkinnot/kouvolan-tuottavuuspalkinto/",
    "ilmoita/",
    "ilmoita/kentat/",
    "avoin-data/",
    "tietoa/",
    "tietoa/naytto/",
    "saavutettavuus/",
    "tietosuoja/",
    "404.html",
)
WIDTHS = (360, 1280)


@pytest.fixture(params=[(w, js) for w in WIDTHS for js in (True, False)], ids=str)
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A window of one width, with or without scripts."""
    width, scripts = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=scripts
    )
    yield context
    context.close()


def test_every_kind_of_page_opens_without_faults_and_fits_the_window(
    context: BrowserContext, base_url: str
) -> None:
    """No console message, failed or foreign request, second `h1`, or sideways scrolling."""
    for url in KINDS:
        watched = Watched(context.new_page(), base_url)
        response = watched.page.goto(base_url + url)
        assert response is not None and response.status == 200, url
        assert watched.page.locator("h1").count() == 1, url
        assert watched.page.locator("html").get_attribute("lang") == "fi", url
        width = watched.page.viewport_size["width"]  # type: ignore[index]
        content = watched.page.locator("body").bounding_box()
        assert content is not None and content["width"] <= width, url
        main = watched.page.locator("main").bounding_box()
        assert main is not None and main["x"] + main["width"] <= width, url
        assert watched.faults == [], url
        watched.page.close()


def staying(site: Path) -> list[Path]:
    """The pages of `site` but for those that lead on by themselves."""
    return [p for p in site.rglob("*.html") if b'http-equiv="refresh"' not in p.read_bytes()]


def test_every_page_of_the_site_opens_without_faults(
    browser: Browser, base_url: str, site: Path
) -> None:
    """The whole site, one page after another."""
    page = browser.new_page()
    watched = Watched(page, base_url)
    pages = sorted(path.relative_to(site).as_posix() for path in staying(site))
    assert len(pages) > 90
    for path in pages:
        page.goto(base_url + path)
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0, path
    assert watched.faults == []
    page.close()


def test_every_link_leads_somewhere(browser: Browser, base_url: str, site: Path) -> None:
    """Links within the site name files that exist, and fragments name elements that exist."""
    page = browser.new_page()
    ids: dict[str, set[str]] = {}
    wanted: list[tuple[str, str, str]] = []
    for file in sorted(staying(site)):
        address = base_url + file.relative_to(site).as_posix().removesuffix("index.html")
        page.goto(address)
        if page.locator("[data-module=browse]").count():
            page.locator(".browse.is-ready").wait_for()
        found = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
        ids[address] = set(found)
        assert len(ids[address]) == len(found), f"an id stands twice: {address}"
        for href in page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)"):
            if href.startswith(base_url):
                target, _, fragment = href.partition("#")
                wanted.append((address, target.partition("?")[0], fragment))
    page.close()
    for address, target, fragment in wanted:
        path = site / target.removeprefix(base_url)
        file = path / "index.html" if target.endswith("/") else path
        assert file.is_file(), f"{address} → {target}"
        if fragment:
            assert fragment in ids[target], f"{address} → {target}#{fragment}"


@pytest.mark.parametrize("language", ["", "sv/", "en/"])
def test_the_headings_of_figures_elsewhere_are_whole_words(
    browser: Browser, base_url: str, language: str
) -> None:
    """In the narrowest window too, with a space between them and nothing outside the table."""
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(f"{base_url}{language}kaytannot/kouvolan-varhainen-tuki/")
    tables = page.locator(".comparators")
    assert tables.count() > 0
    for table in tables.all():
        spans = table.locator("thead th").evaluate_all(_SPANS)
        assert all(lines == 1 for lines, *_ in spans)
        assert all(after[1] - before[2] >= 8 for before, after in pairwise(spans))
        assert table.evaluate("t => t.offsetWidth <= t.parentElement.clientWidth")
    page.close()


# How many lines each heading takes, and where its text begins and ends.
_SPANS = """all => all.map(each => {
  const range = document.createRange();
  range.selectNodeContents(each);
  const { left, right } = range.getBoundingClientRect();
  return [range.getClientRects().length, left, right];
})"""


@pytest.mark.parametrize("language", ["", "sv/", "en/"])
@pytest.mark.parametrize(
    "url", ["palkinnot/kunnallinen-lastensuojeluteko-2013/", "taulukot/organisaatio-ja-resurssit/"]
)
def test_no_word_of_a_label_is_broken_on_a_card(
    browser: Browser, base_url: str, language: str, url: str
) -> None:
    """On a phone, where rows are cards and labels stand in a narrow column."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(base_url + language + url)
    assert page.evaluate(_BROKEN) == []
    page.close()


# The labels with a word that is wider than the column they stand in.
_BROKEN = """() => {
  const pen = document.createElement('canvas').getContext('2d');
  const broken = [...document.querySelectorAll('.table td[data-label]')].filter((cell) => {
    const room = parseFloat(getComputedStyle(cell).gridTemplateColumns);
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(cell, '::before');
    pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    return cell.dataset.label.split(/[ -]/).some((word) => pen.measureText(word).width > room);
  });
  return [...new Set(broken.map((cell) => cell.dataset.label))];
}"""


def test_the_arrow_after_a_link_stays_with_its_last_word(browser: Browser, base_url: str) -> None:
    """No window is so narrow that the arrow stands on a line of its own."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(base_url)
    arrows = "e => e.map(each => getComputedStyle(each, '::after').content)"
    found = page.locator(".more").evaluate_all(arrows)
    assert found and all(content.startswith('"\u00a0→') for content in found)
    page.close()
