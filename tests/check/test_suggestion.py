"""The nearest allowed value to what somebody wrote."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.check.suggestion import Named, folded, listing, nearest, nearest_named, nearest_term
from catalogue.model.registry import Registry


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("title", "title"),
        ("titel", "title"),
        ("Titles", "title"),
        ("sumary", "summary"),
        ("otsikko", None),
        ("", None),
    ],
)
def test_nearest_is_the_most_alike_or_none(found: str, meant: str | None) -> None:
    """A poor guess is worse than none."""
    assert nearest(found, ["title", "summary", "status"]) == meant


def test_nearest_of_nothing_is_nothing() -> None:
    """There need not be anything to choose from."""
    assert nearest("title", []) is None


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("käytössä", "in-use"),
        ("Käytössä", "in-use"),
        ("i bruk", "in-use"),
        ("in use", "in-use"),
        ("IN-USE", "in-use"),
        ("vakiintunut", "established"),
        ("päättynyt", "ended"),
        ("avslutad", "ended"),
        ("ei tiedossa", "unknown"),
        ("kiinni", None),
    ],
)
def test_label_in_any_language_leads_to_its_value(
    registry: Registry, found: str, meant: str | None
) -> None:
    """Who writes the Finnish label is told the value."""
    assert nearest_term(found, registry.vocabularies["status"]) == meant


def test_every_label_of_every_vocabulary_leads_to_a_value_with_that_label(
    registry: Registry,
) -> None:
    """Exactly written labels are never misunderstood."""
    wrong = [
        (name, label)
        for name, vocabulary in registry.vocabularies.items()
        for term in vocabulary.values.values()
        for label in (term.label.fi, term.label.sv, term.label.en)
        if label and not _has_label(vocabulary.values[nearest_term(label, vocabulary) or ""], label)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("%", "percent"),
        ("€", "eur"),
        ("kpl", "count"),
        ("htv", "fte"),
        ("prosenttiyksikköä", "percent"),
    ],
)
def test_what_people_write_for_a_unit_leads_to_it(
    registry: Registry, found: str, meant: str
) -> None:
    """Signs and short forms."""
    assert nearest_term(found, registry.vocabularies["unit"]) == meant


def _has_label(term: object, label: str) -> bool:
    text = getattr(term, "label", None)
    return text is not None and label in (text.fi, text.sv, text.en)


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("Imatran kaupunki", "imatra"),
        ("imatran kaupunk", "imatra"),
        ("imatra", "imatra"),
        ("x", None),
    ],
)
def test_name_leads_to_its_id(found: str, meant: str | None) -> None:
    """Who writes a name where the id is expected is told the id."""
    names = {"imatra": "imatra", "imatran kaupunki": "imatra", "kouvola": "kouvola"}
    assert nearest_named(found, names) == meant


def test_short_list_is_shown_whole_and_a_long_one_cut() -> None:
    """Twelve can be read, thirteen cannot."""
    assert listing(["a", "b"]) == "a, b"
    assert listing([]) == ""
    twelve = "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12"
    assert listing(map(str, range(1, 13))) == twelve
    assert listing(map(str, range(1, 14))) == f"{twelve} …"


WORDS = st.lists(st.text("abcd-01ä ", min_size=1, max_size=12), max_size=80)


@given(WORDS, st.text("abcd-01ä ", max_size=12))
def test_the_nearest_is_what_difflib_finds(allowed: list[str], found: str) -> None:
    """Though few of the names are given to it; those that are equally near too."""
    plain = {folded(name): name for name in reversed(allowed)}
    close = difflib.get_close_matches(folded(found), plain, n=1, cutoff=0.7)
    assert nearest(found, allowed) == (plain[close[0]] if close else None)


@pytest.mark.parametrize(
    "found", ["kaytanot-000007", "kaytanto-007", "kaytantö-000999", "ytanto-5"]
)
def test_the_nearest_of_very_many_is_what_difflib_finds(found: str) -> None:
    """Of numbered names many are equally near."""
    ids = [f"kaytanto-{number:06d}" for number in range(1_500)]
    close = difflib.get_close_matches(folded(found), ids, n=1, cutoff=0.7)
    assert nearest_named(found, Named(zip(ids, ids, strict=True))) == (close[0] if close else None)
