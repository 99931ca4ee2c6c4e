"""What the index is built from: one record per practice, and how much each field counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

FIELD_WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "title": 4.0,
        "aliases": 3.5,
        "keywords": 3.0,
        "themes": 2.5,
        "places": 2.0,
        "summary": 2.0,
        "translations": 2.0,
        "organisation": 1.5,
        "awards": 1.5,
        "indicators": 1.5,
        "body": 1.0,
        "labels": 0.5,
    }
)
"""How many occurrences in the body one occurrence in the field is worth."""


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One practice as the search sees it: its id, language, and (field name, text) pairs."""

    id: str
    language: str
    fields: tuple[tuple[str, str], ...]

    def text(self, name: str) -> str:
        """Everything the field says, or an empty string."""
        return " ".join(text for field, text in self.fields if field == name)


@dataclass(frozen=True, slots=True)
class SynonymGroup:
    """Terms an editor treats as one: words or phrases, Finnish, Swedish or English."""

    terms: tuple[str, ...]
