"""Links between the pages of the site."""

import posixpath

import pytest
from markupsafe import escape

from catalogue.pages.link import link, linked, ways
from catalogue.pages.markup import shown
from catalogue.render import rendered
from tests.factories import catalogue, frame, practice


@pytest.mark.parametrize(
    ("url", "address", "way"),
    [
        ("", "", "./"),
        ("", "kaytannot/", "./kaytannot/"),
        ("kaytannot/", "", "../"),
        ("kaytannot/", "kaytannot/", "./"),
        ("kaytannot/a/", "kaytannot/", "../"),
        ("kaytannot/a/", "kaytannot/b/", "../b/"),
        ("kaytannot/a/", "kaytannot/facets.json", "../facets.json"),
        ("kaytannot/sivu/2/", "kaytannot/sivu/3/", "../3/"),
        ("kaytannot/a/", "teemat/", "../../teemat/"),
        ("sv/kaytannot/a/", "sv/teemat/", "../../teemat/"),
        ("sv/kaytannot/a/", "data/feed.xml", "../../../data/feed.xml"),
    ],
)
def test_a_way_leads_from_one_page_to_another(url: str, address: str, way: str) -> None:
    """Relative, so that the site may lie anywhere."""
    assert ways(url)(address) == way
    assert posixpath.normpath(posixpath.join("/", url, way)) == posixpath.normpath(f"/{address}")


def test_marks_become_ways_and_nothing_else_changes() -> None:
    """What stands between links stays byte for byte, and a way can end no attribute."""
    html = f'<a href="{link("a/")}">A &amp; \\1</a><a href="{link("b?x=1&y")}">'
    assert linked(html, str.upper) == '<a href="A/">A &amp; \\1</a><a href="B?X=1&amp;Y">'


def test_a_card_is_made_once_and_its_link_holds_on_every_page() -> None:
    """The same card leads from each page by that page's own way."""
    of = frame(catalogue({"a": practice()}))
    entry = of.catalogue.by_id["a"]
    assert of.card(entry) is of.card(entry)
    assert of.card(entry) != of.card(entry, 3)
    for url, way in (
        ("", "./kaytannot/a/"),
        ("kaytannot/", "a/"),
        ("teemat/x/", "../../kaytannot/a/"),
    ):
        html = linked(of.card(entry), of.ways(url))
        assert f'<a href="{way}">' in html


@pytest.mark.parametrize(
    "html",
    [
        rendered("<https://esimerkki.fi/%02kaytannot/%03>"),
        rendered("a\2b\3c"),
        shown("a\2kaytannot/\3c"),
        shown("\3"),
    ],
)
def test_no_text_is_taken_for_a_mark(html: str) -> None:
    """Neither a percent-encoded address nor a text that was never at the gate."""
    assert not set(html) & {"\2", "\3"}
    assert linked(html, lambda target: "muualle") == html


@pytest.mark.parametrize("target", ['"><script>alert(1)</script>', "<b>/", "a&b'"])
def test_a_target_is_escaped_whatever_it_holds(target: str) -> None:
    """An address may hold the name of a file that was never at the gate."""
    html = linked(str(link(target)), lambda target: target)
    assert html == escape(target)
