"""The names of places that a search knows, also of those that no practice is in."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from catalogue.messages import LANGUAGES
from catalogue.model.registry import Registry
from catalogue.model.values import Text
from catalogue.search.reading import Analyser
from catalogue.search.suffix import edit_between


@dataclass(frozen=True)
class KnownCounty:
    """A wellbeing services county by each of its names, and by those of its municipalities.

    Attributes:
        labels: Its name in each language.
        names: What it is called: its id, which is its name without diacritics, the first word of
            its name (Keski-Suomen), and an area of old by its names.
        municipalities: The names of its municipalities.
    """

    labels: Mapping[str, str]
    names: tuple[str, ...]
    municipalities: tuple[str, ...]


@dataclass(frozen=True)
class KnownPlaces:
    """All counties, by id."""

    counties: Mapping[str, KnownCounty]

    @cached_property
    def words(self) -> frozenset[str]:
        """The names that are one word, lower-case: none is found by a part of it."""
        return frozenset(name.lower() for name in self._names() if name.isalpha())

    def inflected(self, analyser: Analyser) -> Mapping[str, list[str]]:
        """Return the edits that make the inflected forms of names, and the names inflected so.

        Many names end alike, and so the edits are few.
        """
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name in dict.fromkeys(map(str.lower, self._names())):
            forms = _forms(name, analyser)
            edits = [str(edit_between(name, form)) for form in forms if form != name]
            if edits:
                found[" ".join(edits)].append(name)
        return found

    def told(self, analyser: Analyser) -> Mapping[str, object]:
        """Return what the browse page is told of the places."""
        counties = {id: vars(county) for id, county in self.counties.items()}
        return {"counties": counties, "forms": self.inflected(analyser)}

    def _names(self) -> list[str]:
        counties = self.counties.values()
        return [name for county in counties for name in (*county.municipalities, *county.names)]


def known_places(registry: Registry) -> KnownPlaces:
    """Return the places of the registry by their names."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    counties = {county.code: county.id for county in registry.counties.values()}
    for county in registry.counties.values():
        found[county.id] = [county.id, county.name.fi.split()[0].lower()], []
    for area in registry.areas.values():
        if area.county:
            found[counties[area.county]][0].extend(_names(area.name))
    for place in registry.municipalities.values():
        found[counties[place.county]][1].extend(_names(place.name))
    labels = {
        county.id: {lang: getattr(county.name, lang) or county.name.fi for lang in LANGUAGES}
        for county in registry.counties.values()
    }
    return KnownPlaces(
        {
            county: KnownCounty(labels[county], tuple(dict.fromkeys(names)), tuple(municipalities))
            for county, (names, municipalities) in found.items()
        }
    )


def _forms(name: str, analyser: Analyser) -> tuple[str, ...]:
    """The inflected forms of a name; of a compound or one with hyphens its last part inflects."""
    last = name.rpartition("-")[2]
    parts = {span for reading in analyser.analyse(last) for span in reading.spans}
    for part in (last, *sorted(parts, key=lambda part: (-len(part), part))):
        forms = analyser.inflect(part) if last.endswith(part) else ()
        if forms:
            start = name.removesuffix(part)
            return tuple(start + form for form in forms if form.isalpha())
    return ()


def _names(text: Text) -> list[str]:
    return list(dict.fromkeys(name for name in (text.fi, text.sv) if name))
