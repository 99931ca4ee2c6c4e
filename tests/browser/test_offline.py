"""The archive opened from a folder in a real Chromium, and from the small server that it names."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from catalogue.cli import main
from tests.browser.served import ROOT, Watched, serve

HEAD = "getComputedStyle(document.querySelector('.site-head')).backgroundColor"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive, unpacked; its path has what paths on people's machines have."""
    made = tmp_path_factory.mktemp("archive")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        assert main(["build", "--archive", "--site-dir", str(made / "site")]) == 0
    place = made / "Omat tiedostot ä"
    zipfile.ZipFile(made / "site" / "hyvat-kaytannot.zip").extractall(place)
    return place / "hyvat-kaytannot"


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Watched]:
    """A window at the front page of the folder; whatever goes wrong in it fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    found = Watched(context.new_page(), folder.as_uri())
    found.page.goto((folder / "index.html").as_uri())
    yield found
    assert found.faults == []
    context.close()


def test_links_lead_from_the_front_page_to_everything(opened: Watched) -> None:
    """List, practice, table, award round, another language: by clicks alone, with style."""
    page = opened.page
    coloured = page.evaluate(HEAD)
    assert coloured not in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")
    menu = page.locator(".main-nav")
    steps = [
        (lambda: menu.get_by_role("link", name="Käytännöt", exact=True), "Käytännöt"),
        (lambda: page.get_by_role("link", name="Oulun hyvinvointineuvola"), "Oulun"),
        (lambda: menu.get_by_role("link", name="Vertailutaulukot"), "Vertailutaulukot"),
        (lambda: page.locator("main").get_by_role("link", name="Tulokset mittareittain"), "Tulo"),
        (lambda: menu.get_by_role("link", name="Palkinnot"), "Palkinnot"),
        (lambda: page.get_by_role("link", name="Kunnallinen lastensuojeluteko 2013"), "Kunnall"),
        (lambda: page.locator(".languages").get_by_role("link", name="Svenska"), "årets"),
        (lambda: page.locator(".wordmark"), "barnskyddet"),
    ]
    for link, heading in steps:
        link().first.click()
        expect(page.locator("h1")).to_contain_text(re.compile(heading))
        assert page.url.startswith("file:")
        assert page.evaluate(HEAD) == coloured
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
    assert page.url.endswith("/sv/index.html")


@pytest.mark.parametrize(
    "url",
    [
        "kaytannot/",
        "vertailu/",
        "ilmoita/",
        "palkinnot/kunnallinen-lastensuojeluteko-2013/",
        "tietosuoja/tallennettu/",
    ],
)
def test_what_needs_a_server_says_so(opened: Watched, folder: Path, url: str) -> None:
    """And shows no field or button that does nothing."""
    if not (folder / url).is_dir():
        pytest.fail(f"{url} is not there")
    page = opened.page
    page.goto((folder / url / "index.html").as_uri())
    expect(page.locator(".offline-note")).to_be_visible()
    assert "python -m http.server" in page.locator(".offline-note").inner_text()
    dead = "main :is(input, select, button), .site-head :is(input, button)"
    assert [found for found in page.locator(dead).all() if found.is_visible()] == []


def test_every_link_of_every_page_leads_to_a_file(folder: Path) -> None:
    """And every style, script and picture is there."""
    dead = []
    for path in folder.rglob("*.html"):
        for href in re.findall(r' (?:href|src|action)="([^"]*)"', path.read_text("utf-8")):
            if re.match(r"[a-z]+:|#|\?", href):
                continue
            target = re.split(r"[#?]", href)[0]
            if not (path.parent / target).is_file():
                dead.append((path.relative_to(folder).as_posix(), href))
    assert dead == []


def test_the_small_server_gives_search_and_comparison(browser: Browser, folder: Path) -> None:
    """What the note promises is so."""
    server, url = serve(folder)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    watched = Watched(context.new_page(), url)
    page = watched.page
    page.goto(f"{url}kaytannot/index.html?q=neuvola")
    expect(page.locator(".browse.is-ready")).to_be_visible()
    expect(page.get_by_role("link", name="Oulun hyvinvointineuvola")).to_be_visible()
    expect(page.locator(".offline-note")).to_be_hidden()
    page.goto(f"{url}vertailu/?k=oulun-hyvinvointineuvola,imatran-hyvinvointineuvola")
    expect(page.locator("table").first).to_be_visible()
    assert watched.faults == []
    context.close()
    server.shutdown()
    server.server_close()
