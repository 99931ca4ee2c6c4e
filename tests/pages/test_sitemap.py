"""The sitemap and robots.txt."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest

from catalogue.changed import Changed
from catalogue.pages.described import Describer
from catalogue.pages.sitemap import listed, sitemap_files
from catalogue.site import pages
from tests.factories import catalogue, frame, practice, settings

SITE = "https://esimerkki.fi/luettelo"
XMLNS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
EARLY, LATE = "2026-01-01T00:00:00Z", "2026-05-01T12:00:00Z"


def read(content: bytes) -> tuple[str, list[tuple[str, str | None]]]:
    """Return the kind of a sitemap, and address and time of each of its items."""
    root = ElementTree.fromstring(content)
    items = [(i.findtext(f"{XMLNS}loc", ""), i.findtext(f"{XMLNS}lastmod")) for i in root]
    return root.tag.removeprefix(XMLNS), items


def files(**fields: str | None) -> Mapping[str, bytes]:
    """Return the files for three pages, two to a file."""
    three = [("", LATE), ("kaytannot/a&b/", EARLY), ("tietoa/", "")]
    return dict(sitemap_files(settings(**fields), three, most=2))


def test_a_small_site_has_one_sitemap() -> None:
    """With the time of the last change of each page, where it is known."""
    made = dict(sitemap_files(settings(site_url=SITE), [("", LATE), ("tietoa/", "")]))
    assert list(made) == ["sitemap.xml", "robots.txt"]
    assert read(made["sitemap.xml"]) == (
        "urlset",
        [(f"{SITE}/", LATE), (f"{SITE}/tietoa/", None)],
    )


def test_a_large_site_has_an_index_of_several() -> None:
    """No file holds more than the protocol lets it."""
    made = files(site_url=SITE)
    assert read(made["sitemap.xml"]) == (
        "sitemapindex",
        [(f"{SITE}/sitemap-1.xml", LATE), (f"{SITE}/sitemap-2.xml", None)],
    )
    assert read(made["sitemap-1.xml"])[1][1] == (f"{SITE}/kaytannot/a&b/", EARLY)
    assert len(read(made["sitemap-2.xml"])[1]) == 1


def test_without_an_address_there_is_no_sitemap() -> None:
    """A sitemap names whole addresses; robots.txt then names none."""
    made = files()
    assert list(made) == ["robots.txt"]
    assert b"Sitemap" not in made["robots.txt"]


@pytest.mark.parametrize("site_url", [SITE, f"{SITE}/"])
def test_robots_may_read_everything_and_learn_of_the_sitemap(site_url: str) -> None:
    """As a reader of robots.txt understands it."""
    parser = RobotFileParser()
    parser.parse(files(site_url=site_url)["robots.txt"].decode().splitlines())
    assert parser.can_fetch("Googlebot", f"{SITE}/kaytannot/")
    assert parser.site_maps() == [f"{SITE}/sitemap.xml"]


def test_pages_have_the_time_of_what_they_tell() -> None:
    """The practice its own, a gathering page the newest of its practices, a written one its file's.

    Redirects and the page for what is not there are not listed.
    """
    made = catalogue(
        {
            "a": practice(former_ids=["vanha"]),
            "b": practice(places=["564"], themes=["parenting-support"], title="Toinen"),
        }
    )
    changed = {
        "practices/a.md": Changed(EARLY, EARLY),
        "practices/b.md": Changed(EARLY, LATE),
    }
    of = frame(replace(made, changed=changed), site_url=SITE)
    describer = Describer(of)
    described = [describer.described(page) for page in pages(of)]
    found = dict(item for page in described for item in listed(page))
    assert found["kaytannot/a/"] == found["teemat/early-support/"] == EARLY
    assert found["kaytannot/b/"] == found["teemat/parenting-support/"] == LATE
    assert found[""] == found["kaytannot/"] == found["avoin-data/"] == LATE
    for place in ("teemat/", "alueet/", "mittarit/", "palkinnot/"):
        assert found[place] == LATE
    assert found["alueet/etela-karjala/"] == found["alueet/imatra/"] == EARLY
    assert found["ilmoita/"] == ""
    assert "kaytannot/vanha/" not in found and "404.html" not in found
