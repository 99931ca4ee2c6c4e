"""`catalogue init` starts another catalogue, of whatever subject."""

import re
from pathlib import Path

import pytest

from catalogue.cli import main
from tests.browser.served import Browser, Watched, serve

WORDS = re.compile("lastensuojel|huostaan|child welfare|barnskydd", re.IGNORECASE)


def test_the_new_catalogue_is_sound_builds_and_says_nothing_of_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, browser: Browser
) -> None:
    """Check, build, pages in a browser; no word of child welfare in any file."""
    root = tmp_path / "nuorisotyo"
    monkeypatch.chdir(tmp_path)
    assert main(["init", "nuorisotyo"]) == 0
    monkeypatch.chdir(root)
    assert main(["check"]) == 0
    assert main(["build"]) == 0
    for path in root.rglob("*"):
        if path.is_file() and ".cache" not in path.parts:
            assert not WORDS.search(path.read_bytes().decode("utf-8", "ignore")), path
    server, url = serve(root / "site")
    try:
        context = browser.new_context()
        watched = Watched(context.new_page(), url)
        for place in ("", "kaytannot/", "kaytannot/esimerkki/", "ilmoita/", "tietosuoja/"):
            watched.page.goto(url + place)
            assert watched.page.locator("h1").count() == 1
            assert "Uusi luettelo" in watched.page.title()
        header = watched.page.locator(".site-head")
        assert header.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(59, 42, 107)"
        assert watched.faults == []
        context.close()
    finally:
        server.shutdown()
        server.server_close()


def test_a_folder_that_holds_something_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody's work is overwritten."""
    (tmp_path / "oma").mkdir()
    (tmp_path / "oma/gradu.md").write_text("tärkeä", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["init", "oma"]) == 2
    assert "oma ei ole tyhjä kansio" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "oma").iterdir()] == ["gradu.md"]
