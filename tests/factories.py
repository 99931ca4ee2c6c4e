"""Small makers of records and catalogues for tests: say only what the test is about."""

import datetime
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from catalogue.assembly import assemble
from catalogue.catalogue import Catalogue
from catalogue.check.registry import load_registry
from catalogue.checked import Checked, Inputs, checked
from catalogue.messages import messages
from catalogue.model.outcome import Figure, Outcome
from catalogue.model.practice import Citation, Practice
from catalogue.model.registry import Registry
from catalogue.pages.frame import Frame
from catalogue.settings import Settings

ROOT = Path(__file__).parents[1]
# The practices that the sources tell in full.
FULL = (
    "imatran-hyvinvointineuvola",
    "kouvolan-varhainen-tuki",
    "perhekeskus-paijat-hame",
    "siikalatvan-varhainen-perhetuki",
    "suhdeperustainen-lastensuojelutyo",
    "systeeminen-toimintamalli",
)
TODAY = datetime.date(2026, 11, 22)
BODY = """
## Tarve ja tavoitteet

Tarve.

## Ratkaisu

Ratkaisu.

## Tulokset

Tulokset.
"""


@cache
def registry() -> Registry:
    """Return the catalogue's own registry."""
    found = load_registry(ROOT / "registry", "registry", messages())
    assert found.registry, found.problems
    return found.registry


@cache
def content() -> Checked:
    """Return the catalogue's own content, checked on the day of the tests."""
    return checked(Inputs(ROOT, ROOT / "practices", ROOT / "registry", TODAY))


def real_catalogue() -> Catalogue:
    """Return the catalogue of the real content."""
    found = content().catalogue
    assert found is not None, content().problems
    return found


def figure(value: str | None = None, period: str | None = None, precision: str = "exact") -> Figure:
    """Return a figure; what is left out is not known."""
    given = {"value": value, "period": period, "precision": precision}
    return Figure.model_validate({key: item for key, item in given.items() if item is not None})


def outcome_data(**fields: Any) -> dict[str, Any]:
    """Return the front matter of an outcome; `fields` are added to the least there can be."""
    return {"id": "tulos", "indicator": "care-orders", "source": "lahde", **fields}


def outcome(**fields: Any) -> Outcome:
    """Return an outcome."""
    return Outcome.model_validate(outcome_data(**fields))


def citation_data(**fields: Any) -> dict[str, Any]:
    """Return the front matter of a source."""
    least = {"id": "lahde", "title": "Lähde", "kind": "press-release", "independence": "self"}
    return {**least, **fields}


def citation(**fields: Any) -> Citation:
    """Return a source."""
    return Citation.model_validate(citation_data(**fields))


def practice_data(**fields: Any) -> dict[str, Any]:
    """Return the front matter of a practice; a field given as None is left out."""
    least = {
        "title": "Esimerkkikäytäntö",
        "language": "fi",
        "summary": "Tiivistelmä.",
        "kind": "service",
        "status": {"value": "in-use", "as_of": "2026-01-01"},
        "service_levels": ["early-support"],
        "themes": ["early-support"],
        "target_groups": ["families-with-children"],
        "places": ["153"],
        "provider": "imatra",
        "sources": [citation_data()],
    }
    return {key: value for key, value in {**least, **fields}.items() if value is not None}


def practice(**fields: Any) -> Practice:
    """Return a practice."""
    return Practice.model_validate(practice_data(**fields))


def catalogue(
    practices: Mapping[str, Practice],
    bodies: Mapping[str, str] | None = None,
    today: datetime.date = TODAY,
) -> Catalogue:
    """Return a catalogue of `practices` by id, on the catalogue's own registry."""
    texts = dict.fromkeys(practices, BODY)
    return assemble(practices, {**texts, **(bodies or {})}, registry(), today)


def settings(**fields: Any) -> Settings:
    """Return settings."""
    return Settings.model_validate({"name": "Luettelo", "description": "Kuvaus.", **fields})


def frame(made: Catalogue, **fields: Any) -> Frame:
    """Return the frame that renders `made`; `fields` are settings."""
    return Frame(made, settings(**fields), messages("fi"))
