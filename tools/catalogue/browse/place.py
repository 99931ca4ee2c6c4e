"""The names of places that a search knows, also of those that no practice is in."""

from collections.abc import Mapping

from catalogue.model.registry import Registry
from catalogue.model.values import Text


def known_places(registry: Registry) -> Mapping[str, Mapping[str, list[str]]]:
    """Return, for each wellbeing services county, its own names and those of its municipalities.

    A county is called by its id, which is its name without diacritics, and by the first word of
    its name (Keski-Suomen); an area of old by its names.
    """
    found: dict[str, tuple[list[str], list[str]]] = {}
    counties = {county.code: county.id for county in registry.counties.values()}
    for county in registry.counties.values():
        found[county.id] = [county.id, county.name.fi.split()[0].lower()], []
    for area in registry.areas.values():
        if area.county:
            found[counties[area.county]][0].extend(_names(area.name))
    for place in registry.municipalities.values():
        found[counties[place.county]][1].extend(_names(place.name))
    return {
        county: {"names": list(dict.fromkeys(names)), "municipalities": municipalities}
        for county, (names, municipalities) in found.items()
    }


def _names(text: Text) -> list[str]:
    return list(dict.fromkeys(name for name in (text.fi, text.sv) if name))
