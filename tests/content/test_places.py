"""Municipalities and counties, held against Statistics Finland's facts."""

from collections import Counter

import pytest

from tests.factories import registry


def test_there_are_all_309_municipalities_of_2021() -> None:
    """With a total population of 5 533 793 at the end of 2020."""
    municipalities = registry().municipalities.values()
    assert len(municipalities) == 309
    assert sum(place.population for place in municipalities) == 5_533_793


def test_there_are_23_counties_with_helsinki_and_aland() -> None:
    """Codes 01 to 21, 90 and 91."""
    codes = sorted(county.code for county in registry().counties.values())
    assert codes == [*(f"{number:02}" for number in range(1, 22)), "90", "91"]


def test_every_county_has_its_municipalities() -> None:
    """How many there are in each."""
    found = Counter(place.county for place in registry().municipalities.values())
    expected = [7, 6, 10, 2, 27, 16, 11, 23, 10, 6, 9, 12, 19, 13, 22, 18, 14, 8, 30, 8, 21, 1, 16]
    assert [found[code] for code in sorted(found)] == expected


def test_every_county_has_its_population() -> None:
    """The sum of its municipalities."""
    found: Counter[str] = Counter()
    for place in registry().municipalities.values():
        found[place.county] += place.population
    assert [found[code] for code in sorted(found)] == [
        *(98254, 199330, 473838, 274336, 481403, 215416, 170577, 522852, 205771, 162812, 126921),
        *(132702, 248265, 163537, 272617, 192150, 175816, 67988, 413830, 71664, 176665, 656920),
        30129,
    ]


@pytest.mark.parametrize(
    ("code", "fi", "sv", "county", "population"),
    [
        ("005", "Alajärvi", "Alajärvi", "16", 9419),
        ("020", "Akaa", "Ackas", "08", 16391),
        ("091", "Helsinki", "Helsingfors", "90", 656920),
        ("109", "Hämeenlinna", "Tavastehus", "07", 67848),
        ("153", "Imatra", "Imatra", "11", 26075),
        ("285", "Kotka", "Kotka", "10", 51668),
        ("286", "Kouvola", "Kouvola", "10", 81187),
        ("398", "Lahti", "Lahtis", "09", 119984),
        ("423", "Lieto", "Lundo", "05", 20146),
        ("478", "Maarianhamina", "Mariehamn", "91", 11705),
        ("505", "Mäntsälä", "Mäntsälä", "02", 20783),
        ("564", "Oulu", "Uleåborg", "19", 207327),
        ("611", "Pornainen", "Borgnäs", "02", 5070),
        ("684", "Rauma", "Raumo", "06", 39040),
        ("791", "Siikalatva", "Siikalatva", "19", 5203),
        ("992", "Äänekoski", "Äänekoski", "15", 18577),
    ],
)
def test_a_municipality_has_its_names_county_and_population(
    code: str, fi: str, sv: str, county: str, population: int
) -> None:
    """The places of the practices, and some others."""
    place = registry().municipalities[code]
    assert (place.name.fi, place.name.sv, place.county, place.population) == (
        fi,
        sv,
        county,
        population,
    )


@pytest.mark.parametrize(
    ("name", "code", "fi", "sv", "en"),
    [
        (
            "ita-uusimaa",
            "01",
            "Itä-Uudenmaan hyvinvointialue",
            "Östra Nylands välfärdsområde",
            "East Uusimaa wellbeing services county",
        ),
        (
            "kymenlaakso",
            "10",
            "Kymenlaakson hyvinvointialue",
            "Kymmenedalens välfärdsområde",
            "Kymenlaakso wellbeing services county",
        ),
        (
            "lappi",
            "21",
            "Lapin hyvinvointialue",
            "Lapplands välfärdsområde",
            "Lapland wellbeing services county",
        ),
        ("helsingin-kaupunki", "90", "Helsingin kaupunki", "Helsingfors stad", "City of Helsinki"),
        ("ahvenanmaa", "91", "Ahvenanmaa", "Åland", "Åland"),
    ],
)
def test_a_county_has_its_names(name: str, code: str, fi: str, sv: str, en: str) -> None:
    """In three languages."""
    county = registry().counties[name]
    assert (county.code, county.name.fi, county.name.sv, county.name.en) == (code, fi, sv, en)


def test_the_wellbeing_services_counties_began_in_2023() -> None:
    """Helsinki and Åland were there before."""
    starts = {
        county.code: county.valid.from_.value if county.valid and county.valid.from_ else None
        for county in registry().counties.values()
    }
    assert starts == {
        **{f"{number:02}": "2023-01-01" for number in range(1, 22)},
        "90": None,
        "91": None,
    }


def test_no_two_regions_share_an_address() -> None:
    """Counties and municipalities have their pages in one place."""
    ids = [*registry().counties, *(place.id for place in registry().municipalities.values())]
    assert [name for name, count in Counter(ids).items() if count > 1] == []


def test_the_facts_about_places_name_their_source_and_date() -> None:
    """Statistics Finland, 2021, 2023 and the end of 2020."""
    found = registry()
    assert {source.publisher for source in found.place_sources} == {"Tilastokeskus"}
    assert found.place_dates == {
        "municipalities": "2021",
        "counties": "2023-01-01",
        "population": "2020-12-31",
    }
