"""Assembling the catalogue: its order, and what is derived across practices."""

from typing import Any

from tests.factories import catalogue, citation_data, outcome_data, practice

FULL: dict[str, Any] = {
    "baseline": {"value": "33", "period": "2015"},
    "follow_up": {"value": "14", "period": "2016"},
}


def test_entries_are_in_the_finnish_alphabet() -> None:
    """Å, ä and ö come last, and capitals make no difference."""
    titles = ["Öljy", "zeta", "Åland", "Ahkera", "äiti", "aamu", "Zulu"]
    made = catalogue({f"p{n}": practice(title=title) for n, title in enumerate(titles)})
    assert [entry.practice.title for entry in made.entries] == [
        "aamu",
        "Ahkera",
        "zeta",
        "Zulu",
        "Åland",
        "äiti",
        "Öljy",
    ]


def test_equal_titles_are_in_the_order_of_their_ids() -> None:
    """So that two builds are alike."""
    made = catalogue({name: practice(title="Sama nimi") for name in ("c", "a", "b")})
    assert [entry.id for entry in made.entries] == ["a", "b", "c"]


def test_a_contradiction_counts_from_both_sides_once() -> None:
    """Whichever outcome declared it, or both."""
    outcomes = [
        outcome_data(id="a", contradicts=["b"]),
        outcome_data(id="b", contradicts=["a", "c"]),
        outcome_data(id="c"),
    ]
    (entry,) = catalogue({"x": practice(outcomes=outcomes)}).entries
    assert [(o.outcome.id, o.contradicts) for o in entry.outcomes] == [
        ("a", ("b",)),
        ("b", ("a", "c")),
        ("c", ("b",)),
    ]


def study(name: str, **fields: Any) -> Any:
    """Return a practice with one trial, published as `name`."""
    source = citation_data(title=name, kind="study", independence="peer-reviewed")
    outcomes = [outcome_data(design="rct", **FULL)]
    return practice(title=f"Käytäntö {name}", sources=[source], outcomes=outcomes, **fields)


def levels(**practices: Any) -> list[int | None]:
    """Return the best level of each practice, by id."""
    made = catalogue(practices)
    return [made.by_id[name].best_level for name in sorted(practices)]


def test_independent_studies_of_one_model_in_two_places_are_level_five() -> None:
    """What repeats a study is another study of the same model and indicator."""
    assert levels(a=study("Yksi", model="malli"), b=study("Kaksi", model="malli")) == [5, 5]


def test_one_study_cited_by_two_practices_is_one_study() -> None:
    """Citing is not repeating."""
    assert levels(a=study("Yksi", model="malli"), b=study("Yksi", model="malli")) == [4, 4]


def test_studies_of_other_models_or_practices_repeat_nothing() -> None:
    """However alike they are."""
    assert levels(a=study("Yksi", model="malli"), b=study("Kaksi", model="toinen")) == [4, 4]
    assert levels(a=study("Yksi"), b=study("Kaksi")) == [4, 4]


def test_studies_of_other_indicators_repeat_nothing() -> None:
    """An effect on cost does not repeat one on care orders."""
    sources = [
        citation_data(id="yksi", title="Yksi", kind="study", independence="independent"),
        citation_data(id="kaksi", title="Kaksi", kind="study", independence="independent"),
    ]
    other = {"id": "toinen", "source": "kaksi", "design": "rct"}
    outcomes = [
        outcome_data(source="yksi", design="rct", **FULL),
        outcome_data(**{**FULL, **other, "indicator": "emergency-placements"}),
    ]
    assert levels(a=practice(sources=sources, outcomes=outcomes)) == [4]
    outcomes[1]["indicator"] = "care-orders"
    assert levels(a=practice(sources=sources, outcomes=outcomes)) == [5]


def test_an_award_raises_no_level() -> None:
    """The same outcomes with and without a prize."""
    award = [{"round": "kouvolan-tuottavuuspalkinto", "role": "winner"}]
    plain, won = (practice(outcomes=[outcome_data(**FULL)], awards=a) for a in ([], award))
    assert levels(a=plain) == levels(a=won) == [2]


def test_a_practice_without_outcomes_has_no_level() -> None:
    """Not level 0, which is a claim."""
    assert levels(a=practice()) == [None]


def test_a_practice_lies_in_the_counties_of_its_places_once() -> None:
    """In the order of the places; an unknown place and a joint area add none."""
    (entry,) = catalogue({"a": practice(places=["unknown", "153", "eksote", "405", "286"])}).entries
    assert [county.id for county in entry.counties] == ["etela-karjala", "kymenlaakso"]
    assert [place.code for place in entry.municipalities] == ["153", "405", "286"]


def test_the_body_is_split_into_its_sections_and_rendered_safe() -> None:
    """Headings in the practice's own language and in any case."""
    body = "## BEHOV OCH MÅL\n\nBehov <b>x</b>.\n\n## Lösning\n\n- a\n\n## Resultat\n\nR.\n"
    (entry,) = catalogue({"a": practice(language="sv")}, {"a": body}).entries
    assert dict(entry.sections) == {
        "need": "<p>Behov &lt;b&gt;x&lt;/b&gt;.</p>\n",
        "solution": "<ul>\n<li>a</li>\n</ul>\n",
        "results": "<p>R.</p>\n",
    }
    assert entry.texts["need"] == "Behov <b>x</b>."
