"""axe finds nothing on any template, in any state or way of looking at it."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.states import EDITED, NEW, STATES, form_steps, open_form
from tests.browser.test_pages import KINDS
from tests.browser.typist import STEPS

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
MORE = (
    "yleiskuva/",
    COMPARED,
    "kaytannot/?q=perhe&view=table",
    "kaytannot/?q=xyzzyx",
    "kaytannot/?q=Lahti",
)


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
    """Menu, suggestions, filters, chosen practices, and the jury's tools with their questions."""
    url, reach = STATES[state]
    page.goto(base_url + url, wait_until="networkidle")
    reach(page)
    assert found(page) == []


@pytest.mark.parametrize("way", ["light", "narrow"])
@pytest.mark.parametrize("faults", [False, True], ids=["filled", "faults"])
def test_axe_finds_nothing_in_any_step_of_the_form(
    browser: Browser, base_url: str, way: str, faults: bool
) -> None:
    """Filled, and half filled with an open editor of every kind and the faults shown."""
    context = browser.new_context(**WAYS[way])
    page = context.new_page()
    page.goto(base_url + (NEW if faults else EDITED))
    open_form(page, faults=faults)
    wrong = {name: found(page) for name in form_steps(page, faults=faults)}
    assert wrong == {name: [] for name in STEPS}
    context.close()
