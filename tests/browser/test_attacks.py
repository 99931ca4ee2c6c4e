"""A hostile catalogue, put together past every check, runs no script in a real browser.

Three times one layer is missing: the Content-Security-Policy, then everything that escapes and
sanitises, then our own frame and hook. The other layers must hold.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from catalogue.site import Site
from tests.attacks.hostile import PAYLOADS, TEXTS
from tests.attacks.published import (
    carriers,
    hostile_site,
    publish,
    publish_plainly,
    sanitising_off,
    without_policy,
)
from tests.browser.served import serve

# Pages of a kind that is not the practices'.
FEW = 5
# Records what an attack would call, in every frame and before any script of the page.
RECORDER = "window.alert = window.confirm = window.prompt = () => window.attacked(location.href);"
# Does what a reader might: moves over, focuses, opens and follows whatever could carry a script.
PROVOKE = """() => {
  let armed = 0;
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith('on')) {
        armed += 1;
        try { element.dispatchEvent(new Event(name.slice(2))); } catch {}
      }
      if (/^[\\s\\x00-\\x20]*(javascript|vbscript|data):/i.test(value) &&
          /href|action|src|data$/.test(name)) {
        armed += 1;
        try { element.click(); } catch {}
      }
    }
  }
  return armed;
}"""


@dataclass
class Seen:
    """What attacks achieved while pages were open."""

    ran: list[str] = field(default_factory=list)
    armed: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass
class Victim:
    """A reader's window; `seen` tells what happened in it."""

    page: Page
    base_url: str
    seen: Seen = field(default_factory=Seen)

    def open(self, path: str) -> None:
        """Open the page at `path` and do there whatever could set off a script."""
        try:
            self.page.goto(self.base_url + path, wait_until="load")
            self.provoke()
        except Exception as error:
            # Leaving the page on its own is an attack in itself.
            self.seen.errors.append(f"{path}: {error}")

    def provoke(self) -> None:
        """Set off whatever on the open page could carry a script."""
        if self.page.evaluate(PROVOKE):
            self.seen.armed.append(self.page.url)


@pytest.fixture
def victim(browser: Browser) -> Iterator[Victim]:
    """A window that records every script an attack runs."""
    yield from watching(browser, "")


def watching(browser: Browser, base_url: str) -> Iterator[Victim]:
    """Open a window that lets nothing out and records every attack; close it afterwards."""
    context = browser.new_context()
    victim = Victim(context.new_page(), base_url)
    seen = victim.seen
    context.expose_binding("attacked", lambda source, where: seen.ran.append(where))
    context.add_init_script(RECORDER)
    context.on("dialog", lambda dialog: (seen.ran.append(victim.page.url), dialog.dismiss()))
    context.on("weberror", lambda fault: seen.errors.append(f"{fault.page}: {fault.error}"))
    local = ("http://127.0.0.1", "data:", "about:", "blob:")
    context.on("request", lambda r: None if r.url.startswith(local) else seen.foreign.append(r.url))
    yield victim
    context.close()


# Leads on by itself to the page of open data, which is visited.
LEADS_ON = "data/index.html"


def pages_to_visit(site: Path) -> list[str]:
    """The addresses of all practices of `site`, and of a few pages of every other kind."""
    kinds: dict[str, list[str]] = {}
    for path in sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html")):
        kinds.setdefault(path.partition("/")[0], []).append(quote(path))
    return [
        path
        for kind, paths in kinds.items()
        for path in (paths if kind == "kaytannot" else paths[:FEW])
        if path != LEADS_ON
    ]


def visit(victim: Victim, site: Path, *, tabs: bool = False) -> Seen:
    """Open every page of `site` as a reader would; with `tabs` each in a tab of its own."""
    server, victim.base_url = serve(site)
    # A page that is left while it loads is no news.
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    try:
        for path in pages_to_visit(site):
            left = victim.page
            # A page that an attack sends elsewhere may be on its way still, and would take the
            # next one with it.
            victim.page = left.context.new_page() if tabs else left
            victim.open(path)
            if tabs:
                left.close()
    finally:
        server.shutdown()
        server.server_close()
    return victim.seen


def test_the_attacks_do_run_where_nothing_stops_them(victim: Victim, tmp_path: Path) -> None:
    """Otherwise the tests below would hold whatever the site did."""
    for number, payload in enumerate(PAYLOADS["html"]):
        page = f"<!doctype html><html><body>{payload}</body></html>"
        (tmp_path / "kaytannot").mkdir(exist_ok=True)
        (tmp_path / "kaytannot" / f"{number}.html").write_text(page, encoding="utf-8")
    seen = visit(victim, tmp_path)
    assert len(set(seen.ran)) >= 35
    assert seen.foreign


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The files of the hostile catalogue, made with every layer in place."""
    return hostile_site(tmp_path_factory.mktemp("cache"))


def test_no_script_runs_without_the_content_security_policy(
    victim: Victim, tmp_path: Path, hostile: Site
) -> None:
    """Nothing is even armed: no event attribute, no script address, no request elsewhere."""
    assert len(TEXTS) >= 80
    site = publish(hostile, tmp_path)
    without_policy(site)
    seen = visit(victim, site)
    assert seen == Seen()


def test_no_script_runs_without_escaping_and_sanitising(
    victim: Victim, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The attacks are in the pages, and the Content-Security-Policy stops them all."""
    sanitising_off(monkeypatch)
    site = publish(hostile_site(tmp_path / "cache"), tmp_path)
    seen = visit(victim, site, tabs=True)
    armed = {url.removeprefix(victim.base_url) for url in seen.armed}
    assert len(armed & carriers(site)) >= 80
    assert seen.ran == []


def test_no_script_runs_where_another_engine_publishes_the_docs_only_folder(
    victim: Victim, tmp_path: Path, hostile: Site
) -> None:
    """MkDocs with its own theme, Markdown and search, and without our hook, frame and policy."""
    site = publish_plainly(dict(hostile.documents()), tmp_path)
    seen = visit(victim, site)
    assert seen.ran == []
    assert seen.armed == []
