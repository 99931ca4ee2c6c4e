"""A map of tiles drawn by hand: one square for each wellbeing services county.

Boundaries to draw a true map from were not to be had from any package registry; a tile also says
as much of Helsinki as of Lapland. Where the tiles stand is a matter of drawing and not a fact about
the counties, so the file lies here and not in the registry.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from catalogue.messages import FIRST, LANGUAGES
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
def tiles(language: str = FIRST) -> tuple[Tile, ...]:
    """Return every tile from north to south and west to east, with labels in `language`.

    Raises:
        ValueError: The file is not sound YAML, or a tile lacks a label in some language.
    """
    text = (resources.files(__package__) / "tilemap.yml").read_text(encoding="utf-8")
    found = [_tile(item, language) for item in listed(text)]
    return tuple(sorted(found, key=lambda tile: (tile.row, tile.column)))


def listed(text: str) -> list[Mapping[str, Any]]:
    """Return the tiles in `text`, each with a label in every language.

    Raises:
        ValueError: It is not sound YAML, or a label is missing.
    """
    document = read_yaml(text)
    found = document.data.get("tiles") if isinstance(document.data, Mapping) else None
    if document.findings or not isinstance(found, list):
        raise ValueError(f"tilemap.yml: {document.findings}")
    lacking = [
        f"{item['county']} ({language})"
        for item in found
        for language in LANGUAGES
        if not item["label"].get(language)
    ]
    if lacking:
        raise ValueError(f"tilemap.yml: label missing: {', '.join(lacking)}")
    return found


def _tile(item: Mapping[str, Any], language: str) -> Tile:
    # After a hyphen or a space a line may break of itself.
    label = item["label"][language]
    for mark in "- ":
        label = label.replace(f"{mark}|", mark)
    return Tile(
        item["county"], int(item["column"]), int(item["row"]), label.replace("|", SOFT_HYPHEN)
    )
