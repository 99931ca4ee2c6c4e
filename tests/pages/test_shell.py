"""What stands around the content of a page: what its head says of other addresses."""

import pytest

from catalogue.pages.shell import Shell
from catalogue.site import pages
from tests.factories import catalogue, frame, practice
from tests.pages.reading import Reader

SITE = "https://example.org/luettelo"


def _links(site_url: str | None, place: str) -> tuple[dict[str, str], str]:
    """The links in the head of a page by what they are, and its whole document."""
    made = frame(catalogue({"x": practice(former_ids=["vanha"])}), site_url=site_url)
    page = next(page for page in pages(made) if page.url == place)
    html = Shell(made, "assets/x").html(page)
    found = [a for tag, a in Reader(html).tags if tag == "link"]
    return {str(a["rel"]): str(a["href"]) for a in found}, html


def test_a_page_is_found_at_its_own_address() -> None:
    """Whole, where it is known."""
    assert _links(SITE, "kaytannot/x/")[0]["canonical"] == f"{SITE}/kaytannot/x/"


@pytest.mark.parametrize(
    ("place", "target"), [("kaytannot/vanha/", "kaytannot/x/"), ("data/", "avoin-data/")]
)
def test_a_page_that_leads_on_gives_its_place_to_where_it_leads(place: str, target: str) -> None:
    """And search engines are not told to forget it, or links to it would count for nothing."""
    links, html = _links(SITE, place)
    assert links["canonical"] == f"{SITE}/{target}"
    assert 'content="0; url=../' in html
    assert "noindex" not in html


def test_no_address_is_made_up_where_none_is_known() -> None:
    """Of neither kind of page."""
    assert "canonical" not in _links(None, "kaytannot/x/")[0]
    assert "canonical" not in _links(None, "kaytannot/vanha/")[0]
