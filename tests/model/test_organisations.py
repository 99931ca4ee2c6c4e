"""Municipalities and counties are organisations, without being written down twice."""

from catalogue.check.references import registers
from catalogue.check.suggestion import nearest_named
from tests.factories import registry


def test_every_county_and_municipality_can_be_a_provider() -> None:
    """By the id that it has as a place, and by the name that the registry gives it."""
    known = registry()
    assert known.counties.keys() <= known.organisations.keys()
    missing = {m.id for m in known.municipalities.values()} - known.organisations.keys()
    # The city organises its services itself, and is there as such.
    assert missing == {"helsinki"}
    helsinki = known.organisations["helsingin-kaupunki"]
    assert (helsinki.name.fi, helsinki.kind) == ("Helsingin kaupunki", "municipality")
    county = known.organisations["pirkanmaa"]
    assert (county.name.sv, county.kind) == ("Birkalands välfärdsområde", "county")
    assert known.organisations["rauma"].places == ("684",)


def test_what_the_registry_says_of_an_organisation_comes_first() -> None:
    """Imatra is a city there, with its own name."""
    known = registry()
    assert known.organisations["imatra"].name.fi == "Imatran kaupunki"
    assert "imatra" not in known.of_places and "rauma" in known.of_places


def test_names_as_people_write_them_lead_to_the_organisation_and_the_place() -> None:
    """Inflected, with the kind of body or without it, short, and as the official name."""
    names = registers(registry()).names
    for written, organisation, place in (
        ("Pirkanmaan hyvinvointialue", "pirkanmaa", "pirkanmaa"),
        ("Pirkanmaan hva", "pirkanmaa", "pirkanmaa"),
        ("Pirha", "pirkanmaa", "pirkanmaa"),
        ("Varha", "varsinais-suomi", "varsinais-suomi"),
        ("Rauman kaupunki", "rauma", "684"),
        ("Raumaa", "rauma", "684"),
        ("Turun kaupunki", "turku", "853"),
        ("City of Oulu", "oulu", "564"),
        ("Satakunta", "satakunta", "satakunta"),
        ("Helsinki", "helsingin-kaupunki", "091"),
    ):
        assert nearest_named(written, names["organisations"]) == organisation, written
        assert nearest_named(written, names["places"]) == place, written
    for written in ("Koko Suomi", "Perheet ry", "Lastensuojelun ystävät ry"):
        assert nearest_named(written, names["organisations"]) is None, written
