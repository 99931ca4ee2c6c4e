"""axe finds nothing on any template, in any state or way of looking at it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.jury_desk import START
from tests.browser.jury_desk import URL as ROUND_PAGE
from tests.browser.test_pages import KINDS

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE = {"width": 1280, "height": 900}
WAYS: dict[str, dict[str, Any]] = {
    "light": {"viewport": WIDE, "color_scheme": "light"},
    "dark": {"viewport": WIDE, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 360, "height": 740}, "color_scheme": "light"},
    "narrow-dark": {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"},
    # 1280 × 1024 enlarged to 400 per cent.
    "enlarged": {"viewport": {"width": 320, "height": 256}, "color_scheme": "light"},
    "forced-colours": {"viewport": WIDE, "forced_colors": "active"},
}
COMPARED = "vertailu/?k=imatran-hyvinvointineuvola,kouvolan-varhainen-tuki"
MORE = ("yleiskuva/", COMPARED, "kaytannot/?q=perhe&view=table", "kaytannot/?q=xyzzyx")


def open_menu(page: Page) -> None:
    """Open the menu of a narrow window."""
    button = page.get_by_role("button", name="Valikko")
    if button.is_visible():
        button.click()


def open_suggestions(page: Page) -> None:
    """Type into the search until it suggests."""
    page.get_by_role("combobox").first.press_sequentially("perhe")
    page.get_by_role("option").first.wait_for()


def open_facets(page: Page) -> None:
    """Open every group of filters."""
    for summary in page.locator("summary").all():
        if summary.is_visible() and not summary.evaluate("e => e.parentElement.open"):
            summary.click()


def choose_two(page: Page) -> None:
    """Tick two practices, so that the bar of the comparison is there."""
    boxes = page.locator("[data-compare]")
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.get_by_role("region", name="Vertailuun valitut").wait_for()


def start_sheet(page: Page) -> None:
    """Start a juror's score sheet."""
    page.wait_for_selector("[data-ready]")
    page.get_by_role("button", name=START).click()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "menu": ("", open_menu),
    "suggestions": ("kaytannot/", open_suggestions),
    "facets": ("kaytannot/", open_facets),
    "compare-bar": ("kaytannot/", choose_two),
    "sheet": (ROUND_PAGE, start_sheet),
}


@pytest.fixture(params=WAYS)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window of one way of looking."""
    context = browser.new_context(**WAYS[request.param])
    yield context.new_page()
    context.close()


def found(page: Page) -> list[str]:
    """What axe says is wrong with the page as it stands."""
    result = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    return [
        f"{violation['id']}: {node['target']} {node['html'][:160]} {node.get('failureSummary')}"
        for violation in result.response["violations"]
        for node in violation["nodes"]
    ]


def test_axe_finds_nothing_on_any_kind_of_page(page: Page, base_url: str) -> None:
    """Every template."""
    wrong = {}
    for url in (*KINDS, *MORE):
        page.goto(base_url + url, wait_until="networkidle")
        if faults := found(page):
            wrong[url] = faults
    assert wrong == {}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state(page: Page, base_url: str, state: str) -> None:
    """Menu, suggestions, filters, chosen practices and the juror's sheet."""
    url, reach = STATES[state]
    page.goto(base_url + url, wait_until="networkidle")
    reach(page)
    assert found(page) == []
