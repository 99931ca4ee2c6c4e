"""What a cell says of a practice by a criterion: values and levels, or visibly nothing."""

from collections.abc import Mapping
from typing import Any

import pytest

from catalogue.catalogue import Catalogue
from catalogue.model.registry import Criterion
from catalogue.tables.criteria import criterion_cell, first_sentence
from tests.factories import BODY, catalogue, frame, outcome_data, practice, real_catalogue

MEASURED = {
    "baseline": {"value": "33", "period": "2015"},
    "follow_up": {"value": "14", "period": "2016"},
}


def criterion(*fields: str, indicators: tuple[str, ...] = ()) -> Criterion:
    """A criterion to which `fields` and `indicators` speak."""
    evidence = {"fields": list(fields), "indicators": list(indicators)}
    return Criterion.model_validate({"id": "peruste", "label": {"fi": "P"}, "evidence": evidence})


def said(made: Catalogue, by: Criterion, name: str = "x", language: str = "fi") -> list[str]:
    """What the cell of a practice says."""
    words = frame(made) if language == "fi" else frame(made).in_language(language)
    return [part.text + part.after for part in criterion_cell(words, made.by_id[name], by).parts]


def test_an_outcome_says_how_much_when_which_way_and_how_surely_the_surest_first() -> None:
    """A claim without a number looks unlike a measured change."""
    claim = outcome_data(id="vaite", observed="decreased")
    made = catalogue({"x": practice(outcomes=[claim, outcome_data(**MEASURED)])})
    assert said(made, criterion(indicators=("care-orders",))) == [
        "Huostaanotot: −19 (−57,6\N{NO-BREAK SPACE}%), 2015 → 2016, hyvään suuntaan"
        " (näytön taso 2)",
        "Huostaanotot: hyvään suuntaan, ei lukua (näytön taso 0)",
    ]


def test_a_figure_without_a_change_is_told_with_its_time() -> None:
    """Only the end is known: level 1."""
    only = outcome_data(follow_up={"value": "14", "period": "2016"})
    made = catalogue({"x": practice(outcomes=[only])})
    (text,) = said(made, criterion(indicators=("care-orders",)))
    assert text == "Huostaanotot: 14, 2016, suunta ei tiedossa (näytön taso 1)"


def test_claims_that_read_the_same_stand_once() -> None:
    """Twice the same words say no more than once."""
    same = [outcome_data(id=f"t{at}", observed="decreased") for at in range(3)]
    made = catalogue({"x": practice(outcomes=same)})
    assert len(said(made, criterion(indicators=("care-orders",)))) == 1


def test_resources_are_told_by_their_values_and_the_beginning_of_their_note() -> None:
    """Staff, cost, funding."""
    resources = {
        "staff": {"headcount": "18"},
        "cost": {"amount": "12000", "per": "vuosi"},
        "funding": "permanent",
        "note": "Työtä ei vähennetty. Toinen virke.",
    }
    made = catalogue({"x": practice(resources=resources)})
    assert said(made, criterion("resources")) == [
        "Resurssit: 18 työntekijää, 12\N{NO-BREAK SPACE}000 EUR / vuosi, rahoitus: pysyvä",
        "Työtä ei vähennetty.",
    ]
    bare = catalogue({"x": practice(resources={"note": "Vain huomautus."})})
    assert said(bare, criterion("resources")) == ["Resurssit: Vain huomautus."]


def test_a_section_says_its_first_sentence_in_its_own_language() -> None:
    """For readers of another language the sentence says which language it is in."""
    made = catalogue(
        {"x": practice()}, {"x": BODY.replace("Ratkaisu.", "**Näin** tehtiin. Muuta.")}
    )
    assert said(made, criterion("section:solution")) == ["Ratkaisu: Näin tehtiin."]
    by = criterion("section:solution")
    parts = criterion_cell(frame(made).in_language("en"), made.by_id["x"], by).parts
    assert [(part.text, part.lang) for part in parts] == [
        ("Solution", None),
        ("Näin tehtiin.", "fi"),
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Palkinto jaettiin 21. maaliskuuta. Muuta.", "Palkinto jaettiin 21. maaliskuuta."),
        ("A. Virtanen kertoi. Muuta.", "A. Virtanen kertoi."),
        ("Alkoi 2016. Muuta.", "Alkoi 2016."),
        ("Miksi? Siksi.", "Miksi?"),
        ("Ilman pistettä\n\nToinen kappale.", "Ilman pistettä"),
        ("- [Linkki](https://example.org) ja muuta", "Linkki ja muuta"),
        ("", ""),
    ],
)
def test_the_first_sentence_of_a_text(text: str, first: str) -> None:
    """Numbers of days and initials end none."""
    assert first_sentence(text) == first


def test_a_very_long_sentence_is_cut_at_a_word() -> None:
    """And says so."""
    cut = first_sentence("sana " * 100)
    assert len(cut) <= 161 and cut.endswith("sana…")


@pytest.mark.parametrize("field", ["kind", "target_groups", "places", "summary", "section:need"])
def test_what_is_known_by_name_only_speaks_to_nothing(field: str) -> None:
    """Its kind was read out of its name."""
    stub: Mapping[str, Any] = {"status": {"value": "unknown"}}
    made = catalogue({"x": practice(**stub), "y": practice(started="2015")})
    assert said(made, criterion(field)) == ["ei tietoa"]
    assert said(made, criterion(field), "y") != ["ei tietoa"]


def test_of_the_real_nominees_only_the_one_that_is_told_of_has_anything_to_show() -> None:
    """Eight are known by their names."""
    made = real_catalogue()
    (award_round,) = [r for _, r in made.rounds() if r.criteria]
    entries = [e for e in made.entries if e.completeness.level == "stub" and e.practice.awards]
    assert len(entries) == 8
    for entry in entries:
        for by in award_round.criteria:
            assert said(made, by, entry.id) == ["ei tietoa"]
