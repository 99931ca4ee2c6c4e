"""Who organises public social services in a place now."""

import datetime
from dataclasses import dataclass

from catalogue.model.registry import County, Registry


@dataclass(frozen=True, slots=True)
class Organiser:
    """The wellbeing services county that organises a place's services since `since`."""

    county: County
    since: datetime.date | None


def organisers_of(
    places: tuple[str, ...], registry: Registry, today: datetime.date
) -> tuple[Organiser, ...]:
    """Return who organises services in `places` on `today`.

    The dated mapping is the registry's: a county answers from its own first day (for the
    wellbeing services counties 1 January 2023), and before it each municipality did itself.
    """
    counties = {c.id: c for place in places if (c := registry.county_of(place))}
    found = []
    for county in counties.values():
        start = county.valid.from_.span if county.valid and county.valid.from_ else None
        if start is None or start.first <= today:
            found.append(Organiser(county, start.first if start else None))
    return tuple(found)
