"""What is touched is large enough for a finger, and nothing at the side is cut."""

import pytest
from playwright.sync_api import Browser

from tests.browser.served import Watched

# Links and buttons of less than 44 px that stand alone: those within sentences, and lists in one
# line or a table's cell, need 24 px at least.
SMALL = """() => {
  const within = (e) => [...e.parentElement.childNodes]
    .some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 3);
  // The whole card is touched.
  const covered = (e) => getComputedStyle(e, '::after').position === 'absolute';
  return [...document.querySelectorAll('main a[href], main button, summary, .site-foot nav a')]
    .filter((e) => e.checkVisibility() && !within(e) && !covered(e))
    .map((e) => [e, e.getBoundingClientRect().height])
    .map(([e, height]) => [e, height, e.closest('dd, td, thead a, main li, .weak') ? 24 : 44])
    .filter(([e, height, least]) => height < least - 0.5)
    .map(([e, height]) => `${Math.round(height)} ${e.outerHTML.slice(0, 100)}`);
}"""


@pytest.mark.parametrize(
    "address",
    [
        "",
        "kaytannot/",
        "kaytannot/?q=Rovaniemi",
        "kaytannot/?q=Jyv%C3%A4skyl%C3%A4",
        "kaytannot/kouvolan-varhainen-tuki/",
        "kaytannot/toppari-tiimi-hameenlinna/",
        "mittarit/care-orders/",
        "palkinnot/kunnallinen-lastensuojeluteko-2013/",
        "taulukot/tulokset-mittareittain/",
        "yleiskuva/",
        "alueet/",
        "vertailu/?k=imatran-hyvinvointineuvola,kouvolan-varhainen-tuki",
    ],
)
def test_what_stands_alone_has_room_for_a_finger(
    browser: Browser, base_url: str, address: str
) -> None:
    """44 px, and 24 px in lists of facts."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(base_url + address, wait_until="networkidle")
    assert page.evaluate("matchMedia('(pointer: coarse)').matches")
    assert page.evaluate(SMALL) == []
    context.close()


def test_the_box_at_the_side_is_whole_in_a_low_window(watched: Watched, base_url: str) -> None:
    """It has no scroll bar of its own, and its end stays in sight below the first screen."""
    page = watched.page
    page.set_viewport_size({"width": 1280, "height": 700})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{base_url}kaytannot/kouvolan-varhainen-tuki/")
    box = page.locator(".glance.is-kept")
    assert box.evaluate("e => e.scrollHeight <= e.clientHeight && e.offsetHeight > innerHeight")
    page.locator("#lahteet").scroll_into_view_if_needed()
    contact = box.get_by_role("link").last.bounding_box()
    assert contact and 0 < contact["y"] < 700
