"""What practices point to: looking up terms and places."""

import pytest

from tests.factories import registry


@pytest.mark.parametrize(
    ("place", "county"),
    [
        ("153", "etela-karjala"),
        ("091", "helsingin-kaupunki"),
        ("170", "ahvenanmaa"),
        ("paijat-hame", "paijat-hame"),
        ("eksote", None),
        ("unknown", None),
        ("999", None),
    ],
)
def test_a_place_lies_in_its_county(place: str, county: str | None) -> None:
    """A county in itself; a joint area whose county is not recorded in none."""
    found = registry().county_of(place)
    assert (found.id if found else None) == county


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("153", "Imatra"),
        ("paijat-hame", "Päijät-Hämeen hyvinvointialue"),
        ("eksote", "Eksote"),
        ("unknown", "ei tiedossa"),
    ],
)
def test_a_place_has_its_name(place: str, name: str) -> None:
    """Municipality, county, joint area, or the word for what is not known."""
    assert registry().place_name(place).fi == name


def test_a_place_that_is_not_there_has_no_name() -> None:
    """A leading zero belongs to the code."""
    with pytest.raises(KeyError):
        registry().place_name("91")


def test_a_term_is_found_by_vocabulary_and_value() -> None:
    """And nothing else is."""
    assert registry().term("status", "in-use").label.fi == "käytössä"
    with pytest.raises(KeyError):
        registry().term("status", "käytössä")
    with pytest.raises(KeyError):
        registry().term("tila", "in-use")


def test_whole_numbers_bound_the_sizes_of_municipalities_without_gaps() -> None:
    """Every population has exactly one size."""
    sizes = list(registry().vocabularies["place_size"].values.values())
    assert [(size.min, size.max) for size in sizes] == [
        (None, 9999),
        (10000, 49999),
        (50000, 99999),
        (100000, None),
    ]
