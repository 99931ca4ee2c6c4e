"""With colours of the reader's own, shape tells what colour tells otherwise."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.states import NEW, open_form


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window of a reader whose system has few colours, on a light ground or a dark one."""
    context = browser.new_context(forced_colors="active", color_scheme=request.param)
    yield context.new_page()
    context.close()


def style(element: Locator, name: str) -> str:
    """The computed value of a property."""
    return str(element.evaluate("(e, name) => getComputedStyle(e)[name]", name))


def ground(page: Page) -> str:
    """The colour of the page."""
    return style(page.locator("body"), "backgroundColor")


def test_only_the_open_page_is_marked_in_the_menu(page: Page, base_url: str) -> None:
    """A border that is transparent otherwise is drawn here."""
    page.goto(base_url + "palkinnot/")
    links = page.locator(".main-nav a").all()
    colours = {link.inner_text(): style(link, "borderBottomColor") for link in links}
    assert [name for name, colour in colours.items() if colour != ground(page)] == ["Palkinnot"]


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("palkinnot/", [".site-search button", ".button"]),
        ("kaytannot/", [".search .button", ".tag"]),
        ("", [".tag", ".card", ".path"]),
    ],
)
def test_what_a_colour_sets_apart_has_an_edge(
    page: Page, base_url: str, url: str, names: list[str]
) -> None:
    """Buttons, tags and cards."""
    page.goto(base_url + url, wait_until="networkidle")
    for name in names:
        element = page.locator(name).first
        assert style(element, "borderRightStyle") == "solid", name
        assert style(element, "borderRightWidth") != "0px", name
        assert style(element, "borderRightColor") != ground(page), name


def test_an_area_without_practices_keeps_its_broken_edge(page: Page, base_url: str) -> None:
    """As the text above the map says."""
    page.goto(base_url + "yleiskuva/")
    assert style(page.locator(".tile--none a").first, "borderTopStyle") == "dashed"
    assert style(page.locator(".tile:not(.tile--none) a").first, "borderTopStyle") == "solid"


def test_the_step_at_hand_is_told_from_the_others(page: Page, base_url: str) -> None:
    """In the form."""
    page.goto(base_url + NEW)
    open_form(page, faults=True)
    steps = page.locator(".submit-step").all()
    marked = [step for step in steps if style(step, "backgroundColor") != ground(page)]
    assert [step.get_attribute("aria-current") for step in marked] == ["step"]
