"""axe in a real browser: what is wrong is found, what hangs is named, and the rest goes on."""

import asyncio
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import axe_playwright_python
import pytest

from audit.axe import axe
from audit.report import Finding, NotRun, NotRunError, Said
from tests.browser.served import serve

# The tests need no npm: any axe will do to tell whether the audit hears it.
SCRIPT = Path(axe_playwright_python.__file__).parent / "axe.min.js"
PAGE = "<!doctype html><html lang=fi><title>Sivu</title><main><h1>Sivu</h1>{}</main></html>"
PAGES = {
    "ehja.html": "<p>Teksti</p>",
    "kuva.html": "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
    "kapea.html": "<style>p { color: #111 } @media (max-width: 400px) { p { color: #ddd } }"
    "@media (prefers-color-scheme: dark) { html { background: #fff } }</style><p>Teksti</p>",
    "jumi.html": "<script>onload = () => setTimeout(() => { for (;;); })</script>",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of tiny pages, each with a fault of its own or none."""
    folder = tmp_path_factory.mktemp("pages")
    for name, body in PAGES.items():
        (folder / name).write_text(PAGE.format(body), encoding="utf-8")
    server, url = serve(folder)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    yield url
    server.shutdown()
    server.server_close()


def said(url: str, names: Sequence[str], page_limit: float = 60, limit: float = 600) -> list[Said]:
    """What the step says of the pages; another thread has an event loop of its own."""
    with ThreadPoolExecutor(1) as pool:
        work = lambda: asyncio.run(axe(url, names, SCRIPT, page_limit, limit))  # noqa: E731
        return pool.submit(work).result()


def test_a_violation_is_found_in_every_way_of_looking(address: str) -> None:
    """With the page, the way, the rule and the element; a sound page says nothing."""
    assert said(address, ["ehja.html", "kuva.html"]) == [
        Finding("/kuva.html (1280, light): image-alt: ['img']"),
        Finding("/kuva.html (360, dark): image-alt: ['img']"),
    ]


def test_a_violation_in_one_way_only_is_found(address: str) -> None:
    """The page is really narrowed."""
    assert said(address, ["kapea.html"]) == [
        Finding("/kapea.html (360, dark): color-contrast: ['p']")
    ]


def test_a_page_that_hangs_is_named_and_left(address: str) -> None:
    """It opens, and then never answers; the next page is looked at."""
    assert said(address, ["jumi.html", "ei-ole.html"], page_limit=8) == [
        NotRun("/jumi.html: not ready in 8 s"),
        NotRun("/ei-ole.html: the page did not open"),
    ]


def test_pages_whose_turn_does_not_come_are_named(address: str) -> None:
    """Every one of them."""
    names = ["ehja.html", "kuva.html"]
    assert said(address, names, limit=0) == [
        NotRun(f"/{name}: no time was left of 0 s") for name in names
    ]


def test_progress_is_told(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Page by page, so that who waits sees which one takes its time."""
    said(address, ["ehja.html"])
    assert capsys.readouterr().err == "audit: axe 1/1 /ehja.html\n"


def test_without_a_browser_the_step_is_not_run(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says so."""
    monkeypatch.setattr("audit.axe.chromium", lambda: "/ei/ole/chromium")
    with pytest.raises(NotRunError, match="Chromium did not start"):
        said(address, ["ehja.html"])
