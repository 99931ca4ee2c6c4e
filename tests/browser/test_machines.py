"""What pages tell machines, citing, and the page that is not there, in a real browser."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from catalogue.build import theme_files
from catalogue.commands.files import write_tree
from catalogue.pages.written import Written
from catalogue.search.kept import WordCaches
from catalogue.site import Site
from tests.browser.served import Watched
from tests.factories import ROOT, catalogue, frame, practice

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> ”&” \u2028 loppu"
PRACTICE = "kaytannot/imatran-hyvinvointineuvola/"
KINDS = ["", "kaytannot/", PRACTICE, "teemat/early-support/", "palkinnot/", "avoin-data/"]
DATA = "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)"


def small_site(folder: Path, site_url: str | None) -> None:
    """Publish a catalogue of one hostile practice in `folder`."""
    theme = theme_files(ROOT / "overrides" / "assets")
    made = catalogue({"x": practice(title=HOSTILE, summary=HOSTILE)})
    known = {"site_url": site_url} if site_url else {}
    of = frame(made, languages=["sv", "en"], **known)
    write_tree(folder, Site(of, Written((), ()), theme, WordCaches(folder)).published())


class _Host(http.server.SimpleHTTPRequestHandler):
    """Shows `404.html` at every address that leads nowhere, as static hosts do."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the page of the site."""
        page = next(Path(self.directory).rglob("404.html")).read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(page)


def hosted(root: Path) -> tuple[http.server.ThreadingHTTPServer, str]:
    """Serve `root` as a static host does; return the server and its address."""
    handler = functools.partial(_Host, directory=str(root))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


@pytest.fixture(params=["", "alikansio/"])
def host(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A site at the root of a host, and one in a folder of it."""
    folder: str = request.param
    small_site(tmp_path / folder, f"https://esimerkki.fi/{folder}" if folder else None)
    server, url = hosted(tmp_path)
    yield url + folder
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("url", KINDS)
def test_structured_data_is_there_and_breaks_no_policy(
    watched: Watched, base_url: str, url: str
) -> None:
    """A data block is not run, so that the policy has nothing to say of it."""
    watched.page.goto(base_url + url)
    assert watched.page.evaluate(f"{DATA}['@context']") == "https://schema.org"
    assert watched.page.locator('script[type="application/ld+json"]').count() == 1


def test_a_hostile_title_stays_text_in_the_head(browser: Browser, host: str) -> None:
    """In structured data, in link previews, in the title and in the citation."""
    page = browser.new_page()
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.goto(f"{host}kaytannot/x/")
    assert page.evaluate(f"{DATA}['@graph'][0].headline") == HOSTILE
    found = page.locator('meta[property="og:title"]').get_attribute("content")
    assert found == HOSTILE
    assert page.locator("#viite").inner_text().startswith(HOSTILE.split(" ”")[0])
    assert page.locator("head img, body > img").count() == 0
    assert said == []
    page.close()


def test_the_citation_can_be_copied(watched: Watched, base_url: str) -> None:
    """With what the button says afterwards, also over plain http; at last the text is selected."""
    page = watched.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(base_url + PRACTICE)
    button = page.get_by_role("button", name="Kopioi viite")
    button.click()
    page.get_by_text("Viite on kopioitu.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#viite").inner_text()
    assert copied.startswith("Imatran hyvinvointineuvola. Hyvät käytännöt. Versio ")
    page.evaluate("navigator.clipboard.writeText('muuta')")
    gone = "const { clipboard } = navigator; window.clip = clipboard;"
    page.evaluate(
        f"() => {{ {gone} Object.defineProperty(navigator, 'clipboard', {{ value: undefined }}) }}"
    )
    button.click()
    page.wait_for_function(
        "text => window.clip.readText().then((found) => found === text)", arg=copied
    )
    page.evaluate("document.execCommand = () => false")
    button.click()
    page.get_by_text("Viite on valittu.").wait_for()
    assert page.evaluate("getSelection().toString()").strip() == copied


def test_the_page_that_is_not_there_searches_from_any_depth(browser: Browser, host: str) -> None:
    """With the words of the address, at the root of a host and in a folder of it."""
    page = browser.new_page()
    for url in ("kaytannot/imatran-neuvola/", "a/b/c/imatran%20neuvola.html", "imatran-neuvola"):
        page.goto(host + url)
        assert page.get_by_role("heading", level=1).inner_text() == "Sivua ei löytynyt"
        field = page.get_by_role("searchbox", name="Etsi käytäntöä", exact=True)
        page.get_by_text("Hakusanat on poimittu osoitteesta.").wait_for()
        assert field.input_value() == "imatran neuvola"
        assert page.evaluate("getComputedStyle(document.querySelector('.lost-search')).maxWidth")
        page.locator(".lost-search button").first.click()
        page.wait_for_url(f"{host}kaytannot/?q=imatran+neuvola*")
    page.close()


@pytest.mark.parametrize(
    ("tree", "title", "label", "home"),
    [
        ("sv/", "Sidan hittades inte", "Sök praxis", "Startsida"),
        ("en/", "Page not found", "Search for a practice", "Home"),
    ],
)
def test_the_page_that_is_not_there_speaks_the_language_of_the_address(
    browser: Browser, host: str, tree: str, title: str, label: str, home: str
) -> None:
    """Its search too; a word that only begins like a language is none."""
    page = browser.new_page()
    page.goto(f"{host}{tree}kaytannot/imatran-neuvola/")
    heading = page.get_by_role("main").get_by_role("heading", level=1)
    expect(heading).to_have_text(title)
    assert heading.evaluate("h => h.closest('[lang]').lang") == tree.rstrip("/")
    assert page.title().startswith(f"{title} – ")
    assert page.get_by_text("Sivua ei löytynyt").count() == 0
    assert page.get_by_role("searchbox", name=label, exact=True).input_value() == "imatran neuvola"
    link = page.get_by_role("main").get_by_role("link", name=home, exact=True)
    assert link.evaluate("a => a.href") == host + tree
    page.locator(".lost-search button").click()
    page.wait_for_url(f"{host}{tree}kaytannot/?q=imatran+neuvola*")
    page.goto(f"{host}{tree.rstrip('/')}imatra/")
    expect(heading).to_have_text("Sivua ei löytynyt")
    page.close()


def test_the_page_that_is_not_there_needs_no_script(browser: Browser, host: str) -> None:
    """It speaks every language then, the field is empty, and the links lead on."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}kaytannot/a/b/")
    for title in ("Sidan hittades inte", "Page not found"):
        assert page.get_by_role("heading", name=title).is_visible()
    assert page.get_by_role("searchbox", name="Etsi käytäntöä", exact=True).input_value() == ""
    page.get_by_role("link", name="Teemoittain").click()
    assert page.url == f"{host}teemat/"
    assert page.get_by_role("heading", level=1).inner_text() == "Teemat"
    context.close()


def test_feeds_are_linked_in_the_head_and_for_readers(watched: Watched, base_url: str) -> None:
    """Both lead to a feed that is there; other pages offer that of the whole catalogue."""
    page = watched.page
    for url, feed in [("teemat/early-support/", "teemat/early-support/"), ("tietoa/", "data/")]:
        page.goto(base_url + url)
        links = page.locator(
            'link[rel="alternate"][type*="feed"], link[rel="alternate"][type*="atom"]'
        )
        hrefs = links.evaluate_all("(links) => links.map((link) => link.href)")
        assert hrefs == [f"{base_url}{feed}feed.xml", f"{base_url}{feed}feed.json"]
        for href in hrefs:
            assert page.request.get(href).ok
    page.goto(f"{base_url}kaytannot/")
    assert page.get_by_role("link", name="Atom-syöte").get_attribute("href") == "../data/feed.xml"
