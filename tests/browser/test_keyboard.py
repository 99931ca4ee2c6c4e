"""The keyboard reaches everything, shows where it is, and gets out again."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.jury_desk import URL as ROUND_PAGE

WINDOWS = {"narrow": {"width": 360, "height": 740}, "wide": {"width": 1280, "height": 900}}
PAGES = (
    "",
    "kaytannot/",
    "kaytannot/kouvolan-varhainen-tuki/",
    "vertailu/?k=imatran-hyvinvointineuvola,kouvolan-varhainen-tuki",
    "taulukot/yleiskatsaus/",
    "mittarit/care-orders/",
    "yleiskuva/",
    ROUND_PAGE,
    "ilmoita/",
    "tietosuoja/",
)
MOST_STOPS = 400
# Where the focus is, whether it can be seen there, and whether something shows it.
LOOK = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  element.dataset.stop ??= String(document.querySelectorAll('[data-stop]').length);
  const box = [...element.getClientRects()].find((r) => r.width && r.height);
  const label = element.tagName + ' ' + (element.textContent.trim() || element.id).slice(0, 40);
  if (!box) return { stop: element.dataset.stop, label, fault: 'no size' };
  const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [
    Math.min(Math.max(box.left + box.width * x, 0), innerWidth - 1),
    Math.min(Math.max(box.top + box.height * y, 0), innerHeight - 1)]));
  const free = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (element.contains(top) || top.contains(element)
      || top.closest('label')?.control === element);
  });
  const style = getComputedStyle(element);
  const shown = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
    || element.matches('main');
  const fault = !inside ? 'outside the window' : !free ? 'covered' : !shown ? 'no outline' : '';
  return { stop: element.dataset.stop, label, fault };
}"""


@pytest.fixture(params=WINDOWS)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window of one width."""
    viewport = WINDOWS[request.param]
    context = browser.new_context(viewport=viewport, reduced_motion="reduce")  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def walk(page: Page, key: str) -> tuple[list[str], list[str]]:
    """Press `key` until the focus leaves the page or comes round; return stops and faults."""
    stops: list[str] = []
    faults: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        seen = page.evaluate(LOOK)
        if seen is None or (stops and seen["stop"] == stops[0]):
            return stops, faults
        if seen["fault"]:
            faults.append(f"{seen['fault']}: {seen['label']}")
        if stops and seen["stop"] == stops[-1]:
            faults.append(f"trap: {seen['label']}")
            return stops, faults
        stops.append(seen["stop"])
    faults.append("no end")
    return stops, faults


@pytest.mark.parametrize("url", PAGES, ids=lambda url: url or "home")
def test_every_stop_is_seen_and_left_in_both_directions(
    page: Page, base_url: str, url: str
) -> None:
    """Forwards and backwards through the same stops, none of them outside or covered."""
    page.goto(base_url + url, wait_until="networkidle")
    forwards, faults = walk(page, "Tab")
    assert faults == []
    assert len(forwards) >= 10
    page.evaluate("document.activeElement.blur()")
    backwards, faults = walk(page, "Shift+Tab")
    assert faults == []
    assert len(backwards) >= 10


def test_the_bar_of_the_comparison_covers_no_stop(page: Page, base_url: str) -> None:
    """It stands at the foot of the window."""
    page.goto(base_url + "kaytannot/", wait_until="networkidle")
    boxes = page.locator("[data-compare]")
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.get_by_role("region", name="Vertailuun valitut").wait_for()
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    _, faults = walk(page, "Tab")
    assert faults == []
