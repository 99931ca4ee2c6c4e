"""The pictures of link previews."""

import hashlib
import io
from dataclasses import replace

import pytest
from PIL import Image

from catalogue.pages import picture
from catalogue.pages.picture import (
    GENERAL,
    Picture,
    drawn_picture,
    of_catalogue,
    of_practice,
    picture_path,
)
from catalogue.source.yaml_text import read_yaml
from tests.factories import ROOT, catalogue, frame, outcome_data, practice, real_catalogue

SHORT = Picture("Luettelo", "Perhetupa", "Imatra", "Näyttö 2/5: Ennen–jälkeen", 2)
LONG = "Lastensuojeluilmoitusten käsittelyn moniammatillinen yhteistyömalli " * 4


def image(content: Picture) -> Image.Image:
    """Return the drawn picture as a reader of PNG sees it."""
    return Image.open(io.BytesIO(drawn_picture(content)))


def test_a_picture_has_the_size_and_the_few_colours_that_previews_and_hosts_want() -> None:
    """1200 × 630, at most sixteen colours, well under what networks accept."""
    found = image(SHORT)
    assert (found.format, found.size, found.mode) == ("PNG", (1200, 630), "P")
    assert len(found.getcolors()) <= 16
    assert len(drawn_picture(SHORT)) < 40_000


def test_the_same_content_gives_the_same_bytes() -> None:
    """So that a picture may be kept by a hash of what it says."""
    assert drawn_picture(SHORT) == drawn_picture(replace(SHORT))
    assert drawn_picture(SHORT) != drawn_picture(replace(SHORT, level=3))


@pytest.mark.parametrize("text", [LONG, "Ä" * 300, "a", "Sabir — ”Tidig öppen dialog”…", ""])
def test_no_text_runs_out_of_the_margins(text: str) -> None:
    """Long titles and places wrap and are cut; a word wider than the picture is broken."""
    content = Picture("Luettelo", text, text * 2, text[:40], 5)
    grey = image(content).convert("RGB")
    ground = grey.getpixel((0, 0))
    for box in ((0, 0, 76, 600), (1124, 0, 1200, 600)):
        assert grey.crop(box).getcolors() == [((box[2] - box[0]) * 600, ground)]


@pytest.mark.parametrize("text", ["å", "ä", "ö", "Å", "š", "ž", "–", "—", "”", "…", "€", "đ", "ŋ"])
def test_the_font_has_the_letters(text: str) -> None:
    """A letter that the font lacks would be drawn as an empty box."""
    for file in ("public-sans-400.ttf", "public-sans-700.ttf"):
        font = picture._font(file, 40)
        missing = bytes(font.getmask("\U0010fffd"))
        assert bytes(font.getmask(text)) != missing


def test_pictures_lie_at_paths_that_are_stable_for_ever() -> None:
    """One for each practice, and a general one with the name of the catalogue."""
    assert GENERAL == "kuvat/luettelo.png"
    assert picture_path("perhetupa") == "kuvat/kaytannot/perhetupa.png"
    assert of_catalogue(frame(real_catalogue())).name == frame(real_catalogue()).settings.name


def test_a_picture_says_where_the_practice_is_and_how_well_it_is_known() -> None:
    """An unknown place is left out; without outcomes the picture says so."""
    least = practice(places=["unknown"], no_outcomes_because="Ei ole.")
    number = outcome_data(change_reported={"value": "-5", "unit": "count"})
    told = practice(places=["153", "564"], outcomes=[number])
    of = frame(catalogue({"a": least, "b": told}))
    first, second = (of_practice(of, of.catalogue.by_id[name]) for name in ("a", "b"))
    assert (first.place, first.level, first.evidence) == ("", None, "Ei ilmoitettuja tuloksia")
    assert (second.place, second.level) == ("Imatra, Oulu", 1)
    assert second.evidence == "Näyttö 1/5: Luku"


def test_the_fonts_are_those_of_the_manifest() -> None:
    """Version, origin, licence and checksum of each."""
    folder = ROOT / "tools" / "catalogue" / "fonts"
    manifest = read_yaml((folder / "MANIFEST.yml").read_text(encoding="utf-8")).data
    listed = {}
    for item in manifest.values():
        assert item["licence"] == "OFL-1.1" and (folder / item["licence_file"]).is_file()
        listed |= item["files"]
    found = {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in folder.glob("*.ttf")}
    assert found == listed
