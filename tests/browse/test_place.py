"""The names of places that a search knows."""

from catalogue.browse.place import known_places
from catalogue.search import CachedAnalyser, analyser_for
from tests.factories import registry


def test_every_municipality_is_under_its_county_in_both_languages() -> None:
    """Also where no practice is."""
    counties = known_places(registry()).counties
    assert {"Lahti", "Lahtis"} <= set(counties["paijat-hame"].municipalities)
    assert sum(len(county.municipalities) for county in counties.values()) >= 309


def test_a_county_is_called_by_the_first_word_of_its_name_and_by_its_area() -> None:
    """Its id is its name without diacritics; its label has the whole name in each language."""
    county = known_places(registry()).counties["keski-suomi"]
    assert {"keski-suomi", "keski-suomen", "Keski-Suomi"} <= set(county.names)
    assert county.labels["sv"] == "Mellersta Finlands välfärdsområde"


def test_names_of_one_word_are_whole_words() -> None:
    """The parts of a name with hyphens are words of their own in the text."""
    words = known_places(registry()).words
    assert {"lahti", "lapinlahti", "jakobstad", "pirkanmaa"} <= words
    assert not {"keski-suomi", "mänttä-vilppula", "koski tl"} & words


def test_names_inflect_as_words_do() -> None:
    """Names, compounds that are names, and the last part of those with hyphens."""
    found = known_places(registry()).inflected(CachedAnalyser(analyser_for("fi")))
    forms = {
        (name, name[: len(name) - int(edit[0], 36)] + edit[1:])
        for edits, names in found.items()
        for name in names
        for edit in edits.split()
    }
    assert {
        ("turku", "turussa"),
        ("tampere", "tampereen"),
        ("lahti", "lahdessa"),
        ("rovaniemi", "rovaniemellä"),
        ("jyväskylä", "jyväskylässä"),
        ("kauniainen", "kauniaisissa"),
        ("mänttä-vilppula", "mänttä-vilppulassa"),
        ("keski-suomi", "keski-suomessa"),
        ("lappi", "lapissa"),
    } <= forms
    assert not [form for name, form in forms if name == form]
