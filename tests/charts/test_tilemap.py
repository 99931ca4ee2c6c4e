"""The map of tiles has every county once."""

from catalogue.charts.tilemap import SOFT_HYPHEN, tiles
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


def test_north_comes_first_and_names_tell_the_county(registry: Registry) -> None:
    """Who hears the list hears it from Lapland to Helsinki."""
    assert [tiles()[0].county, tiles()[-1].county] == ["lappi", "helsingin-kaupunki"]
    for tile in tiles():
        stem = tile.label.replace(SOFT_HYPHEN, "").split("-")[0].split(" ")[0][:3]
        assert registry.counties[tile.county].name.fi.startswith(stem)
