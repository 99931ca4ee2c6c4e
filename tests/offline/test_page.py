"""A page in a folder: links name files, what only a server gives is told, nothing else changes."""

import pytest

from catalogue.messages import messages
from catalogue.offline.page import Offline

FILES = {
    "index.html",
    "kaytannot/index.html",
    "kaytannot/a/index.html",
    "sv/index.html",
    "data/practices.csv",
    "assets/x/site.css",
}


def offline(site_url: str | None = None) -> Offline:
    """Return what makes pages of a folder of `FILES`."""
    return Offline(lambda path: messages(), site_url, FILES.__contains__)


@pytest.mark.parametrize(
    ("href", "shown"),
    [
        ("../../", "../../index.html"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        ("../#hakutulos", "../index.html#hakutulos"),
        ("../?q=a&amp;teema=b", "../index.html?q=a&amp;teema=b"),
        ("../../data/practices.csv", "../../data/practices.csv"),
        ("#lahteet", "#lahteet"),
        ("?k=a", "?k=a"),
        ("https://example.org/x/", "https://example.org/x/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_links_name_the_file(href: str, shown: str) -> None:
    """A folder opened in a browser is a listing of files; other links stay as they are."""
    page = offline().page("kaytannot/a/index.html", f'<a class="x" href="{href}">y</a>')
    assert page == f'<a class="x" href="{shown}">y</a>'


@pytest.mark.parametrize("href", ["../b/", "../../hyvat-kaytannot.zip", "../../../etc/passwd"])
def test_a_link_out_of_the_folder_stays_as_text(href: str) -> None:
    """Better no link than one that leads nowhere."""
    page = offline().page("kaytannot/a/index.html", f'<a href="{href}">y</a>')
    assert page == "<a>y</a>"


def test_a_moved_page_leads_to_the_file() -> None:
    """Redirects work without a server too."""
    moved = '<meta http-equiv="refresh" content="0; url=../a/">'
    page = offline().page("kaytannot/vanha/index.html", moved)
    assert page == '<meta http-equiv="refresh" content="0; url=../a/index.html">'


def test_the_policy_names_files() -> None:
    """Scripts of other hosts and inline ones are refused as on the site."""
    head = '<meta http-equiv="Content-Security-Policy" content="default-src *">'
    page = offline().page("index.html", head)
    assert "default-src 'none'; script-src 'self' file:; style-src 'self' file:;" in page
    assert "unsafe" not in page


def test_only_a_page_that_needs_a_server_says_so() -> None:
    """In its language, with the way back to the web where that is known."""
    needs = '<main id="sisalto" class="wrap">\n<div data-module="browse"></div></main>'
    page = offline("https://esimerkki.fi/hk").page("kaytannot/index.html", needs)
    assert "Katselet sivuston kopiota omalta koneeltasi." in page
    assert "python -m http.server" in page
    assert 'href="https://esimerkki.fi/hk/kaytannot/"' in page
    assert page.count("<main") == 1
    assert "&lt;" not in page
    assert "https:" not in offline().page("kaytannot/index.html", needs)
    plain = '<main id="sisalto" class="wrap">\n<p>Teksti.</p></main>'
    assert offline().page("index.html", plain) == plain


def test_scripts_start_by_themselves_only_from_a_server() -> None:
    """Browsers refuse modules between files: a page that asks for none has no error."""
    scripts = (
        '<script src="../assets/x/scheme.js"></script>\n'
        '<script type="module" src="../assets/x/site.js"></script>'
    )
    page = offline().page("kaytannot/index.html", scripts)
    assert page == (
        '<link rel="stylesheet" href="../assets/x/offline.css">\n'
        '<script src="../assets/x/offline.js"></script>'
    )
