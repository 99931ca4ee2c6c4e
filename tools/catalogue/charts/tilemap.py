"""A map of tiles drawn by hand: one square for each wellbeing services county.

Boundaries to draw a true map from were not to be had from any package registry; a tile also says
as much of Helsinki as of Lapland. Where the tiles stand is a matter of drawing and not a fact about
the counties, so the file lies here and not in the registry.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from catalogue.source.yaml_text import read_yaml

SOFT_HYPHEN = "\N{SOFT HYPHEN}"


@dataclass(frozen=True, slots=True)
class Tile:
    """The square of one county.

    Attributes:
        county: Id of the county.
        column: From the west, beginning with 1.
        row: From the north, beginning with 1.
        label: A short name, with a soft hyphen where it may be broken.
    """

    county: str
    column: int
    row: int
    label: str


@cache
def tiles() -> tuple[Tile, ...]:
    """Return every tile from north to south and west to east.

    Raises:
        ValueError: The file is not sound YAML.
    """
    text = (resources.files(__package__) / "tilemap.yml").read_text(encoding="utf-8")
    document = read_yaml(text)
    listed = document.data.get("tiles") if isinstance(document.data, Mapping) else None
    if document.findings or not isinstance(listed, list):
        raise ValueError(f"tilemap.yml: {document.findings}")
    found = [_tile(item) for item in listed]
    return tuple(sorted(found, key=lambda tile: (tile.row, tile.column)))


def _tile(item: Mapping[str, str]) -> Tile:
    # After a hyphen or a space a line may break of itself.
    label = item["label"]
    for mark in "- ":
        label = label.replace(f"{mark}|", mark)
    return Tile(
        item["county"], int(item["column"]), int(item["row"]), label.replace("|", SOFT_HYPHEN)
    )
