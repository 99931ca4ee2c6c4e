"""Who organises services in a place, by the dated mapping of the registry."""

import datetime

import pytest

from catalogue.derive.organiser import organisers_of
from tests.factories import TODAY, registry

REFORM = datetime.date(2023, 1, 1)


@pytest.mark.parametrize(
    ("places", "counties"),
    [
        (("153",), ["etela-karjala"]),
        (("286",), ["kymenlaakso"]),
        (("091",), ["helsingin-kaupunki"]),
        (("505", "611", "153"), ["keski-uusimaa", "etela-karjala"]),
        (("153", "405"), ["etela-karjala"]),
        (("paijat-hame",), ["paijat-hame"]),
        (("paijat-hame", "398"), ["paijat-hame"]),
        (("170",), ["ahvenanmaa"]),
        (("unknown",), []),
        ((), []),
    ],
)
def test_the_county_of_each_place_organises_its_services_once(
    places: tuple[str, ...], counties: list[str]
) -> None:
    """A county is named once, in the order of the places."""
    found = organisers_of(places, registry(), TODAY)
    assert [organiser.county.id for organiser in found] == counties


def test_a_county_organises_from_its_first_day() -> None:
    """On the eve of 2023 the municipalities did it themselves."""
    eve = REFORM - datetime.timedelta(days=1)
    assert organisers_of(("153",), registry(), eve) == ()
    (found,) = organisers_of(("153",), registry(), REFORM)
    assert (found.county.id, found.since) == ("etela-karjala", REFORM)
