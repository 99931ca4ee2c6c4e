"""The map of tiles has every county once."""

import pytest

from catalogue.charts.tilemap import SOFT_HYPHEN, listed, tiles
from catalogue.messages import LANGUAGES
from catalogue.model.registry import Registry


def test_every_county_has_one_tile_of_its_own(registry: Registry) -> None:
    """A county added to the registry must be added to the map, and no two lie on one another."""
    found = tiles()
    assert sorted(tile.county for tile in found) == sorted(registry.counties)
    assert len({(tile.column, tile.row) for tile in found}) == len(found)


def test_tiles_stand_within_the_grid_of_the_style_sheet() -> None:
    """It has five columns and eight rows."""
    assert {tile.column for tile in tiles()} <= set(range(1, 6))
    assert {tile.row for tile in tiles()} <= set(range(1, 9))


def test_north_comes_first() -> None:
    """Who hears the list hears it from Lapland to Helsinki."""
    assert [tiles()[0].county, tiles()[-1].county] == ["lappi", "helsingin-kaupunki"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_tell_the_county_in_each_language(registry: Registry, language: str) -> None:
    """As the registry writes them; Finnish and Swedish inflect what they shorten."""
    for tile in tiles(language):
        label, name = tile.label.replace(SOFT_HYPHEN, ""), registry.counties[tile.county].name
        first, *others = label.replace("-", " ").split()
        official = name.get(language)
        assert first[:3] in official
        assert len(others) <= 2
        if language != "fi":
            assert all(word[:-1] in official for word in others)


def test_a_tile_without_a_name_in_some_language_stops_the_build() -> None:
    """Like any text that is missing."""
    text = "tiles:\n  - {county: lappi, column: '4', row: '1', label: {fi: Lappi, sv: Lappland}}\n"
    with pytest.raises(ValueError, match=r"lappi \(en\)"):
        listed(text)
