"""The catalogue: its groups, parts and rounds."""

from typing import Any

from catalogue.catalogue import SIBLINGS, Catalogue
from tests.factories import catalogue, outcome_data, practice


def test_practices_are_grouped_by_theme_place_model_and_round() -> None:
    """Each once in a group, in the order of the entries."""
    made = catalogue(
        {
            "b": practice(
                title="Beeta",
                themes=["participation", "family-centre"],
                places=["153", "405"],
                model="malli",
            ),
            "a": practice(
                title="Alfa",
                themes=["participation"],
                places=["etela-karjala", "unknown"],
                model="malli",
                awards=[
                    {"round": "kouvolan-tuottavuuspalkinto", "role": "nominee"},
                    {"round": "kouvolan-tuottavuuspalkinto", "role": "winner"},
                    {"round": "unknown", "role": "winner"},
                ],
            ),
        }
    )

    def ids(groups: Any) -> dict[str, list[str]]:
        return {key: [entry.id for entry in entries] for key, entries in groups.items()}

    assert ids(made.by_theme) == {"participation": ["a", "b"], "family-centre": ["b"]}
    assert ids(made.by_county) == {"etela-karjala": ["a", "b"]}
    assert ids(made.by_municipality) == {"153": ["b"], "405": ["b"]}
    assert ids(made.by_model) == {"malli": ["a", "b"]}
    assert ids(made.by_round) == {"kouvolan-tuottavuuspalkinto": ["a"], "unknown": ["a"]}
    assert list(made.by_id) == ["a", "b"]


def test_those_that_have_ended_come_last_in_the_groups_that_pages_list() -> None:
    """But for award rounds: a jury judges what was done then."""
    awards = [{"round": "kouvolan-tuottavuuspalkinto", "role": "nominee"}]
    given: dict[str, Any] = {"awards": awards, "outcomes": [outcome_data()]}
    made = catalogue(
        {
            "a": practice(title="Alfa", status={"value": "ended"}, **given),
            "b": practice(title="Beeta", **given),
        }
    )
    groups = (made.by_theme["early-support"], made.by_county["etela-karjala"])
    for group in (*groups, made.by_municipality["153"]):
        assert [entry.id for entry in group] == ["b", "a"]
    assert [outcome.practice for outcome in made.by_indicator["care-orders"]] == ["b", "a"]
    assert [e.id for e in made.by_round["kouvolan-tuottavuuspalkinto"]] == ["a", "b"]


def test_siblings_are_those_with_the_highest_evidence_but_for_those_that_are_related() -> None:
    """Those that have ended come last."""
    known = practice(model="malli", outcomes=[outcome_data()])
    ended = practice(model="malli", status={"value": "ended"}, outcomes=[outcome_data()])
    related = practice(model="malli", related=[{"practice": "d", "how": "Sama."}])
    other = practice(model="malli")
    named = {"a": ended, "b": other, "c": related, "d": other, "e": known, "f": practice()}
    made = catalogue(named)

    def found(name: str, of: Catalogue = made) -> list[str]:
        return [sibling.id for sibling in of.siblings(of.by_id[name])]

    assert (found("a"), found("c"), found("f")) == (["e", "b", "c", "d"], ["e", "b", "a"], [])
    many = catalogue({f"x{n:02d}": other for n in range(30)})
    assert found("x03", many) == [f"x{n:02d}" for n in range(9) if n != 3]
    assert len(found("x03", many)) == SIBLINGS


def test_a_part_has_the_siblings_that_the_whole_has() -> None:
    """Though it holds few of those that follow the model."""
    fields = {"model": "malli"}
    some = {f"x{n:02d}": practice(**fields) for n in range(30)}
    some |= {"k20": practice(outcomes=[outcome_data()], **fields)}
    made = catalogue(some)
    part = made.part(["x25", "x02"])
    assert len(part.entries) < 15
    for name in ("x25", "x02"):
        expected = [entry.id for entry in made.siblings(made.by_id[name])]
        assert [entry.id for entry in part.siblings(part.by_id[name])] == expected


def test_outcomes_are_grouped_by_indicator_across_practices() -> None:
    """In the order of the entries."""
    made = catalogue(
        {
            "b": practice(title="Beeta", outcomes=[outcome_data()]),
            "a": practice(
                title="Alfa",
                outcomes=[outcome_data(id="x"), outcome_data(id="y", indicator="cost-impact")],
            ),
        }
    )
    found = {
        name: [(o.practice, o.outcome.id) for o in outcomes]
        for name, outcomes in made.by_indicator.items()
    }
    assert found == {"care-orders": [("a", "x"), ("b", "tulos")], "cost-impact": [("a", "y")]}


def test_rounds_are_newest_first_and_those_of_unknown_date_last() -> None:
    """The real registry has one of each."""
    assert [name for name, _ in catalogue({}).rounds()] == [
        "kunnallinen-lastensuojeluteko-2013",
        "kouvolan-tuottavuuspalkinto",
    ]
