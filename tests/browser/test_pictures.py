"""The pictures of the form in CONTRIBUTING are of the form as it is.

Beside each picture stands the text that it shows. When the form has changed,
`PICTURES_WRITE=1 pytest tests/browser/test_pictures.py` takes the pictures anew, and fails.
"""

import os

import pytest
from playwright.sync_api import Locator

from tests.browser.served import ROOT, Watched

PICTURES = ROOT / ".github" / "pictures"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
NAMES = ("start", "outcome", "send")


def _shown(name: str, watched: Watched, base_url: str) -> Locator:
    """The part of the page that the picture shows, in the state that it shows."""
    page = watched.page
    if name == "start":
        page.goto(f"{base_url}ilmoita/")
        page.get_by_role("button", name="Aloita").wait_for()
        return page.locator("#lomake")
    page.goto(f"{base_url}ilmoita/?muokkaa=siikalatvan-varhainen-perhetuki")
    page.get_by_role("button", name="Avaa tiedot").click()
    if name == "send":
        page.locator(".submit-step").nth(7).click()
        return page.locator(".submit-page")
    page.locator(".submit-step").nth(4).click()
    return page.locator("#f-outcomes-0-baseline")


@pytest.mark.parametrize("name", NAMES)
def test_the_picture_shows_the_form_as_it_is(name: str, watched: Watched, base_url: str) -> None:
    """The words in the picture are those of the form."""
    part = _shown(name, watched, base_url)
    text = part.inner_text().strip() + "\n"
    picture, words = PICTURES / f"form-{name}.png", PICTURES / f"form-{name}.txt"
    if os.environ.get("PICTURES_WRITE"):
        PICTURES.mkdir(exist_ok=True)
        part.screenshot(path=picture)
        words.write_text(text, encoding="utf-8")
        pytest.fail(f"{picture.name} taken: look at it")
    assert words.read_text(encoding="utf-8") == text
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_every_picture_is_shown_to_contributors() -> None:
    """With words for those who do not see it; no picture is left over."""
    text = CONTRIBUTING.read_text(encoding="utf-8")
    for name in NAMES:
        assert f"](.github/pictures/form-{name}.png)" in text
    assert "![](" not in text
    assert len(list(PICTURES.iterdir())) == 2 * len(NAMES)
