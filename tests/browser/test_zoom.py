"""The site enlarged, in forced colours and without motion."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.jury_desk import URL as ROUND_PAGE
from tests.browser.states import EDITED, choose_two, open_form, use_sheet
from tests.browser.test_pages import KINDS

# A window of 1280 × 1024 pixels, enlarged: the page gets fewer and larger pixels of its own.
ZOOMS: dict[str, dict[str, Any]] = {
    "200": {"viewport": {"width": 640, "height": 512}, "device_scale_factor": 2},
    "400": {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4},
}
# Text that is cut off, or that lies on other text, in what is shown.
CUT = """() => [...document.querySelectorAll('main *, header *')].filter((e) => {
  const style = getComputedStyle(e);
  if (!e.checkVisibility() || e.closest('.visually-hidden, svg, [role=region], pre')) return false;
  const clips = ['hidden', 'clip'].includes(style.overflowX);
  return clips && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1
    && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
}).map((e) => e.outerHTML.slice(0, 120))"""
OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
MOVES = """() => document.getAnimations()
  .filter((a) => a.playState === 'running' && a.effect.getComputedTiming().duration > 10)
  .map((a) => a.effect.target.outerHTML.slice(0, 80))"""
SCROLLS = """() => [...document.querySelectorAll('*')]
  .filter((e) => getComputedStyle(e).scrollBehavior === 'smooth').length"""
# Parts whose border or outline must be there when backgrounds are taken away.
CONTROLS = "button, .button, .action, input, select, textarea"
PRESSED = f"""() => [...document.querySelectorAll('{CONTROLS}')]"""
PRESSED += """
  .filter((e) => e.checkVisibility() && !e.closest('.visually-hidden')).filter((e) => {
    const style = getComputedStyle(e);
    return parseFloat(style.borderTopWidth) + parseFloat(style.outlineWidth || 0) === 0
      && style.textDecorationLine === 'none' && !e.querySelector('svg')
      && !['checkbox', 'radio', 'hidden'].includes(e.type);
  }).map((e) => e.outerHTML.slice(0, 120))"""


def opened(browser: Browser, **options: Any) -> Page:
    """A window of its own."""
    return browser.new_context(**options).new_page()


@pytest.mark.parametrize("zoom", ZOOMS)
def test_an_enlarged_page_scrolls_in_one_direction_and_cuts_no_text(
    browser: Browser, base_url: str, zoom: str
) -> None:
    """Every kind of page, at 200 and 400 per cent."""
    page = opened(browser, **ZOOMS[zoom])
    for url in KINDS:
        page.goto(base_url + url)
        assert page.evaluate(OVER) <= 0, url
        assert page.evaluate(CUT) == [], url
    page.context.close()


@pytest.mark.parametrize("zoom", ZOOMS)
def test_enlarged_tools_scroll_in_one_direction(browser: Browser, base_url: str, zoom: str) -> None:
    """The form, the jury's sheet and the bar of the comparison."""
    page = opened(browser, **ZOOMS[zoom])
    page.goto(base_url + EDITED)
    open_form(page, faults=False)
    for step in page.locator(".submit-step").all():
        step.click()
        assert page.evaluate(OVER) <= 0
    page.goto(base_url + ROUND_PAGE)
    use_sheet(page)
    for choice in page.locator("input[type=file]").all():
        box = choice.bounding_box()
        assert box and box["height"] >= 44
    assert page.evaluate(OVER) <= 0
    page.goto(base_url + "kaytannot/")
    choose_two(page)
    assert page.evaluate(OVER) <= 0
    page.context.close()


def test_in_forced_colours_what_is_pressed_has_an_edge(browser: Browser, base_url: str) -> None:
    """Backgrounds are gone there: a border, an underline or a sign has to tell."""
    page = opened(browser, forced_colors="active")
    for url in KINDS:
        page.goto(base_url + url)
        assert page.evaluate(PRESSED) == [], url
    page.context.close()


def test_nothing_moves_for_those_who_asked_for_stillness(browser: Browser, base_url: str) -> None:
    """No running animation, and no smooth scrolling."""
    page = opened(browser, reduced_motion="reduce")
    for url in KINDS:
        page.goto(base_url + url)
        assert page.evaluate(MOVES) == [], url
        assert page.evaluate(SCROLLS) == 0, url
    page.context.close()
