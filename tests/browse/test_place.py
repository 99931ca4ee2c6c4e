"""The names of places that a search knows."""

from catalogue.browse.place import known_places
from tests.factories import registry


def test_every_municipality_is_under_its_county_in_both_languages() -> None:
    """Also where no practice is."""
    found = known_places(registry())
    assert {"Lahti", "Lahtis"} <= set(found["paijat-hame"]["municipalities"])
    assert sum(len(county["municipalities"]) for county in found.values()) >= 309


def test_a_county_is_called_by_the_first_word_of_its_name_and_by_its_area() -> None:
    """Its id is its name without diacritics."""
    assert {"keski-suomi", "keski-suomen", "Keski-Suomi"} <= set(
        known_places(registry())["keski-suomi"]["names"]
    )
