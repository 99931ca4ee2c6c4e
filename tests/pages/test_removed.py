"""What stands at the address of a removed practice."""

from dataclasses import replace

from catalogue.catalogue import Catalogue
from catalogue.model.registry import Removed
from catalogue.pages.described import Describer
from catalogue.pages.lot import pages_of
from catalogue.pages.page import Page
from catalogue.pages.removed import removed
from catalogue.pages.sitemap import listed
from tests.factories import catalogue, frame, practice
from tests.pages.reading import Reader, resolved

NOTE = {
    "title": "Vanha <b>käytäntö</b>",
    "date": "2026-05-01",
    "why": "Sama käytäntö oli luettelossa kahdesti.",
    "instead": "uusi",
    "former_ids": ["aivan-vanha"],
}


def noted() -> Catalogue:
    """A catalogue of one practice, from which another was removed."""
    made = catalogue({"uusi": practice(title="Uusi käytäntö")})
    notes = {"vanha": Removed.model_validate(NOTE)}
    return replace(made, registry=replace(made.registry, removed=notes))


def made() -> dict[str, Page]:
    """The pages that tell of removed practices, by their address."""
    return {page.url: page for page in pages_of(removed(frame(noted())))}


def test_the_address_tells_since_when_and_why() -> None:
    """And where the same is told now."""
    page = made()["kaytannot/vanha/"]
    read = Reader(page.html)
    assert "Käytäntö on poistettu luettelosta 1.5.2026." in read.text
    assert NOTE["why"] in read.text
    assert "Vanha <b>käytäntö</b>" in read.text
    targets = {resolved(href, page.url)[0] for href in read.links}
    assert {"kaytannot/uusi/", "tietoa/pysyvyys/"} <= targets


def test_in_another_language_the_words_of_the_note_are_marked() -> None:
    """They are written once, in the catalogue's own language; so is the other practice's title."""
    swedish = frame(noted(), languages=["sv"]).in_language("sv")
    [page] = [page for page in pages_of(removed(swedish)) if page.place == "kaytannot/vanha/"]
    assert page.url == "sv/kaytannot/vanha/"
    assert page.html.count('<span lang="fi">') == 3
    assert "Denna praxis togs bort ur katalogen 1.5.2026." in Reader(page.html).text


def test_an_address_from_before_a_renaming_leads_to_the_note() -> None:
    """A practice may have been renamed before it was removed."""
    assert made()["kaytannot/aivan-vanha/"].redirect == "../vanha/"


def test_search_engines_are_asked_to_leave_the_note_out() -> None:
    """It is for those who come by an old link."""
    describer = Describer(frame(noted()))
    page = describer.described(made()["kaytannot/vanha/"])
    assert '<meta name="robots" content="noindex">' in page.head
    assert listed(page) == []
