"""What the site keeps in the browser is listed on one page and deleted there."""

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from catalogue.pages.front import STORED
from tests.browser.served import Watched, serve

PAGE = "tietosuoja/tallennettu/"
KEPT = {
    "ulkoasu": "dark",
    "vertailu": '[{"id":"a","title":"<b>A</b>"}]',
    "ilmoitus": "{}",
    "hyvat-kaytannot.arviointi.kierros": "{}",
    "muu": "toisen sivuston",
}
ASSETS = Path(__file__).parents[2] / "overrides" / "assets"


def test_what_is_stored_is_shown_and_deleted_one_by_one_or_all_at_once(
    watched: Watched, base_url: str
) -> None:
    """What another site of the same host keeps is left alone."""
    page = watched.page
    page.goto(base_url + PAGE)
    expect(page.get_by_text("Ei tallennettua tietoa.")).to_have_count(len(STORED))
    page.evaluate("kept => Object.assign(localStorage, kept)", KEPT)
    page.reload()
    page.get_by_text("Näytä tallennettu tieto").nth(1).click()
    expect(page.locator("code", has_text="<b>A</b>")).to_be_visible()
    bar = page.get_by_role("region", name="Vertailuun valitut")
    expect(bar).to_be_visible()
    page.get_by_role("button", name="Poista: Vertailuun valitut käytännöt").click()
    expect(page.get_by_text("Poistettu: Vertailuun valitut käytännöt")).to_be_focused()
    expect(bar).to_be_hidden()
    assert page.evaluate("Object.keys(localStorage).sort()") == sorted({*KEPT} - {"vertailu"})
    page.get_by_role("button", name="Poista kaikki").click()
    assert page.evaluate("Object.keys(localStorage)") == ["muu"]


def test_two_catalogues_on_one_host_keep_their_own(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    """What is ticked in one is not chosen in the other, and not deleted there."""
    for name in ("yksi", "toinen"):
        (tmp_path / name).symlink_to(site)
    server, host = serve(tmp_path)
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{host}yksi/kaytannot/imatran-hyvinvointineuvola/")
    page.get_by_role("checkbox", name="Vertaa").check()
    expect(page.get_by_role("region", name="Vertailuun valitut")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == ["/yksi/vertailu"]
    page.goto(f"{host}toinen/{PAGE}")
    expect(page.get_by_text("Ei tallennettua tietoa.")).to_have_count(len(STORED))
    expect(page.get_by_role("region", name="Vertailuun valitut")).to_be_hidden()
    page.get_by_role("button", name="Poista kaikki").click()
    page.goto(f"{host}yksi/{PAGE}")
    expect(page.get_by_text("Ei tallennettua tietoa.")).to_have_count(len(STORED) - 1)
    context.close()
    server.shutdown()
    server.server_close()


def test_without_scripts_the_page_says_what_would_be_stored(
    browser: Browser, base_url: str
) -> None:
    """And that now nothing is."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base_url + PAGE)
    expect(page.get_by_role("heading", level=2)).to_have_count(len(STORED))
    expect(page.get_by_text("sivusto ei tallenna mitään")).to_be_visible()
    context.close()


def test_every_key_that_a_script_stores_is_listed() -> None:
    """A new one cannot be forgotten."""
    kept = (ASSETS / "stored" / "kept.js").read_text(encoding="utf-8")
    listed = re.findall(r"^  \w+: (?:ownKey\()?'([^']+)'\)?,$", kept, re.MULTILINE)
    assert len(listed) == len(STORED)
    for path in ASSETS.rglob("*.js"):
        text = path.read_text(encoding="utf-8")
        if "localStorage.setItem" not in text:
            continue
        direct = re.findall(r"localStorage\.setItem\('([^']+)'", text)
        named = re.findall(r"(?:KEY|PREFIX) = ownKey\('([^']+)'\)", text)
        assert direct or named, path
        for key in (*direct, *named):
            assert any(key.rstrip(".").startswith(name) for name in listed), f"{path}: {key}"
