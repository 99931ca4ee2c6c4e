"""What only shows when all practices are seen together."""

import pytest

from catalogue.check.across import check_across
from catalogue.problem import Finding
from tests.costs import within


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Perhetupa", "Perhetupa"),
        ("Perhetupa", "PERHETUPA"),
        ("Perhetupa!", "”Perhetupa”"),
        ("Perhetupa  Imatra", "Perhetupa – Imatra"),
        ("Avoin kohtaamispaikka", "Avoin kohtaamispaikkaa"),
        ("Xvoin kohtaamispaikka", "Avoin kohtaamispaikka"),
    ],
)
def test_titles_that_are_nearly_the_same_are_told_of_both(one: str, other: str) -> None:
    """Wherever in the title they differ; of the newer alone where that is known."""
    practices = {"b": {"title": one}, "a": {"title": other}}
    near = {
        name: (name, Finding(("title",), "title-near", {"other": beside}))
        for name, beside in (("a", "b"), ("b", "a"))
    }
    assert list(check_across(practices)) == [near["a"], near["b"]]
    same = "2026-01-01T00:00:00Z"
    assert list(check_across(practices, since={"a": same, "b": same})) == [near["a"], near["b"]]
    for late, early in (("a", "b"), ("b", "a")):
        since = {early: same, late: "2026-01-02T00:00:00Z"}
        assert list(check_across(practices, since=since)) == [near[late]]
        assert list(check_across(practices, since={early: same})) == [near[late]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Imatran hyvinvointineuvola", "Oulun hyvinvointineuvola"),
        ("Perhetupa", "Perhekeskus"),
        ("", ""),
        ("–", "!"),
    ],
)
def test_titles_that_differ_are_not_told(one: str, other: str) -> None:
    """Nor are titles in which there is nothing to compare."""
    assert list(check_across({"a": {"title": one}, "b": {"title": other}})) == []


def test_same_model_in_several_places_may_have_the_same_title() -> None:
    """That is what the field is for; another model, or none, is another matter."""
    same = {"title": "Perhetupa", "model": "perhetupa"}
    assert list(check_across({"a": same, "b": same})) == []
    for other in ({"title": "Perhetupa"}, {"title": "Perhetupa", "model": "tupa"}):
        assert len(list(check_across({"a": same, "b": other}))) == 2


def test_titles_of_thousands_of_practices_are_compared_quickly() -> None:
    """The cost does not grow with the square of the number."""
    practices = {f"p-{n}": {"title": f"Perheiden kohtaamispaikka numero {n}"} for n in range(2000)}
    within(5, lambda: list(check_across(practices)))


def test_former_id_of_another_practice_is_told() -> None:
    """Be it in use now or former too: an address leads to one practice."""
    practices = {
        "a": {"former_ids": ["b", "old"]},
        "b": {"former_ids": ["older", "old"]},
    }
    assert list(check_across(practices)) == [
        ("a", Finding(("former_ids", 0), "former-id-taken", {"found": "b", "other": "b"})),
        ("b", Finding((), "former-id-used", {"found": "b", "other": "a"})),
        ("a", Finding(("former_ids", 1), "former-id-taken", {"found": "old", "other": "b"})),
        ("b", Finding(("former_ids", 1), "former-id-taken", {"found": "old", "other": "a"})),
    ]
    for late in ("a", "b"):
        told = check_across(practices, since={"a": "1", "b": "1", late: "2"})
        assert {name for name, _ in told} == {late}


def test_former_id_given_twice_by_one_practice_is_a_repetition() -> None:
    """No other practice has it."""
    (one,) = check_across({"a": {"former_ids": ["old", "old"]}})
    assert (one[0], one[1].loc, one[1].code) == ("a", ("former_ids", 1), "repeated")


def test_practice_is_not_related_to_itself() -> None:
    """To another it is."""
    related = [{"practice": "b"}, {"practice": "a"}]
    practices = {"a": {"title": "Yksi", "related": related}, "b": {"title": "Kaksi"}}
    assert list(check_across(practices)) == [
        ("a", Finding(("related", 1, "practice"), "related-itself"))
    ]


@pytest.mark.parametrize("value", ["x", [], {}, ["x"], [["x"]], [{"practice": ["a"]}]])
@pytest.mark.parametrize("key", ["title", "former_ids", "related", "model"])
def test_anything_may_stand_in_a_field(key: str, value: object) -> None:
    """Wrong shapes are the shape's matter."""
    assert list(check_across({"a": {"title": "Yksi", key: value}, "b": {"title": "Kaksi"}})) == []


def test_the_id_of_a_removed_practice_is_not_used_again() -> None:
    """Neither for a practice nor as a former id: its address holds the note of the removed one."""
    practices = {"a": {"title": "Yksi"}, "b": {"title": "Toinen", "former_ids": ["c"]}}
    assert list(check_across(practices, {"a", "c"})) == [
        ("a", Finding((), "removed-id", {"found": "a"})),
        ("b", Finding(("former_ids", 0), "removed-id", {"found": "c"})),
    ]
