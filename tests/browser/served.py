"""The built site, served on this machine, and a real Chromium to look at it with."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from catalogue.cli import main

ROOT = Path(__file__).parents[2]
# No sandbox for root in containers; nothing that Chromium does of its own accord on the network.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No other host is there, whatever a page asks for: what was asked is seen all the same.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def serve(folder: Path) -> tuple[http.server.ThreadingHTTPServer, str]:
    """Serve `folder` on a free port of the loopback interface; return the server and its URL."""
    handler = functools.partial(_Quiet, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `catalogue build` makes it of the real content."""
    folder = tmp_path_factory.mktemp("built") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        assert main(["build", "--site-dir", str(folder)]) == 0
    return folder


@pytest.fixture(scope="session")
def base_url(site: Path) -> Iterator[str]:
    """The address of the served site, ending in `/`."""
    server, url = serve(site)
    yield url
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; a machine without it fails here, and skips nothing."""
    executable = shutil.which("chromium") or shutil.which("google-chrome")
    assert executable, "Chromium puuttuu: aja make test tai asenna paketti chromium"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield found
        found.close()


class Watched:
    """A page, and everything that went wrong while it was looked at."""

    def __init__(self, page: Page, base_url: str) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("console", lambda m: m.type in {"error", "warning"} and self.faults.append(m.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("requestfailed", self._failed)
        page.on("request", lambda request: self._foreign(request.url, base_url))

    def _failed(self, request: Request) -> None:
        # What was still loading when the test went on to the next page was not refused.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"{request.failure}: {request.url}")

    def _foreign(self, url: str, base_url: str) -> None:
        if not url.startswith((base_url, "data:")):
            self.faults.append(f"request to another host: {url}")


@pytest.fixture
def watched(browser: Browser, base_url: str) -> Iterator[Watched]:
    """A window of its own, with nothing stored; whatever goes wrong in it fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    found = Watched(context.new_page(), base_url)
    yield found
    assert found.faults == []
    context.close()
