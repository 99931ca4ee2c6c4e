"""What the head of a page tells machines, and the tools at its foot."""

from dataclasses import replace

import pytest

from catalogue.changed import Changed
from catalogue.pages.described import Describer
from catalogue.pages.frame import Frame
from catalogue.pages.page import NOT_FOUND, Page
from catalogue.site import pages
from tests.factories import catalogue, frame, practice, real_catalogue
from tests.pages.reading import Reader

SITE = "https://esimerkki.fi/luettelo"
HOSTILE = '"><script>alert(1)</script>'
PRACTICE = "kaytannot/imatran-hyvinvointineuvola/"


def described(made: Frame, place: str) -> Page:
    """Return the described page."""
    [page] = [page for page in pages(made) if page.place == place]
    return Describer(made).described(page)


def told(page: Page) -> dict[str, str | None]:
    """Return what the head tells link previews, by property."""
    tags = [attributes for tag, attributes in Reader(page.head).tags if tag == "meta"]
    return {str(a.get("property") or a.get("name")): a["content"] for a in tags}


def test_a_link_preview_shows_the_practice_with_its_own_picture() -> None:
    """Whole addresses, as previews need them."""
    made = frame(real_catalogue(), site_url=SITE)
    head = told(described(made, PRACTICE))
    entry = made.catalogue.by_id["imatran-hyvinvointineuvola"].practice
    assert head["og:title"] == entry.title
    assert head["og:description"] == entry.summary
    assert head["og:type"] == "article"
    assert head["og:url"] == f"{SITE}/{PRACTICE}"
    assert head["og:image"] == f"{SITE}/kuvat/kaytannot/imatran-hyvinvointineuvola.png"
    assert (head["og:image:width"], head["og:image:height"]) == ("1200", "630")
    assert head["twitter:card"] == "summary_large_image"
    home = told(described(made, ""))
    assert home["og:image"] == f"{SITE}/kuvat/luettelo.png" and home["og:type"] == "website"


def test_without_a_place_of_publication_no_address_is_told() -> None:
    """What remains needs none."""
    head = told(described(frame(real_catalogue()), PRACTICE))
    assert "og:url" not in head and "og:image" not in head
    assert (head["og:locale"], head["twitter:card"]) == ("fi_FI", "summary")


def test_in_another_language_the_page_tells_of_itself_and_shares_pictures_and_feeds() -> None:
    """Pictures and feeds are made once."""
    made = frame(real_catalogue(), site_url=SITE, languages=["sv"]).in_language("sv")
    page = described(made, PRACTICE)
    head = told(page)
    assert head["og:locale"] == "sv_FI"
    assert head["og:url"] == f"{SITE}/sv/{PRACTICE}"
    assert head["og:image"] == f"{SITE}/kuvat/kaytannot/imatran-hyvinvointineuvola.png"
    assert 'href="../../../data/feed.xml"' in page.head
    assert f'"url":"{SITE}/sv/{PRACTICE}"' in page.head
    feed = described(made, "palkinnot/kunnallinen-lastensuojeluteko-2013/").html
    assert 'href="../../../palkinnot/kunnallinen-lastensuojeluteko-2013/feed.xml"' in feed


def test_texts_of_submitters_stay_texts() -> None:
    """In every attribute and in the structured data."""
    made = frame(catalogue({"x": practice(title=HOSTILE, summary=HOSTILE)}), site_url=SITE)
    page = described(made, "kaytannot/x/")
    assert told(page)["og:title"] == told(page)["og:description"] == HOSTILE
    assert [tag for tag, _ in Reader(page.head).tags].count("script") == 1


@pytest.mark.parametrize("place", [NOT_FOUND, "palkinnot/uusi/", "ilmoita/", ""])
def test_what_gathers_no_practices_has_no_tools(place: str) -> None:
    """Nor has the page for what is not there a feed: it may stand at any depth."""
    page = described(frame(real_catalogue()), place)
    assert "viittaus" not in Reader(page.html).ids
    assert ("alternate" in page.head) == (place != NOT_FOUND)
    assert ("noindex" in page.head) == (place == NOT_FOUND)


@pytest.mark.parametrize(
    "place", ["kaytannot/", "teemat/early-support/", "mittarit/care-orders/", PRACTICE]
)
@pytest.mark.parametrize("site_url", [SITE, None])
def test_a_page_says_how_to_cite_it(place: str, site_url: str | None) -> None:
    """Title, catalogue, the day of the version, licence, and the address where it is known."""
    changed = {
        f"practices/{entry.id}.md": Changed("2026-01-01T00:00:00Z", "2026-03-04T10:00:00Z")
        for entry in real_catalogue().entries
    }
    made = frame(replace(real_catalogue(), changed=changed), site_url=site_url)
    page = described(made, place)
    text = Reader(page.html).text
    assert f"{page.title}. Luettelo. Versio 4.3.2026. CC BY 4.0." in text
    assert (f"{SITE}/{place}" in text) == bool(site_url)


def test_a_redirect_is_left_alone() -> None:
    """It leads on, and names where to as its address."""
    made = frame(catalogue({"x": practice(former_ids=["vanha"])}), site_url=SITE)
    assert described(made, "kaytannot/vanha/").head == ""
