"""Suffix rules lead from forms the text does not hold to their base forms."""

from collections.abc import Iterable

import pytest

from catalogue.search.suffix import (
    Edit,
    Rules,
    base_forms,
    edit_between,
    ending_of,
    learn,
    packed,
    unpacked,
)

PAIRS = [
    (stem + ending, stem + "a")
    for stem in ("neuvol", "kahvil", "ravintol", "sairaal")
    for ending in ("a", "an", "assa", "alle", "oita")
]


def learned(ending: str, pairs: Iterable[tuple[str, str]] = PAIRS) -> Rules:
    """The rules of an ending."""
    return learn(
        (form, edit_between(form, lemma)) for form, lemma in pairs if ending_of(form) == ending
    )


@pytest.mark.parametrize(
    ("form", "lemma", "written"),
    [("lapset", "lapsi", "2i"), ("talo", "talo", "0"), ("parhaimmistoissa", "hyvä", "ghyvä")],
)
def test_an_edit_strips_letters_and_adds_others(form: str, lemma: str, written: str) -> None:
    """An edit strips letters and adds others."""
    assert str(edit_between(form, lemma)) == written


def test_an_unseen_word_is_led_to_its_base_form() -> None:
    """An unseen word is led to its base form."""
    assert base_forms(learned("sa"), "pesulassa")[0] == "pesula"


def test_an_irregular_form_is_a_rule_when_seen_once() -> None:
    """An irregular form is a rule when seen once."""
    assert "lapsi" in base_forms(learned("en", [*PAIRS, ("lasten", "lapsi")]), "lasten")


def test_a_longer_suffix_is_kept_only_when_it_says_more() -> None:
    """A longer suffix is kept only when it says more."""
    rules = learned("sa")
    assert {rule.edit for rule in rules["ssa"]} == {Edit(3, "")}
    assert not any(suffix.endswith("ssa") and suffix != "ssa" for suffix in rules)


def test_the_order_of_the_pairs_does_not_matter() -> None:
    """The order of the pairs does not matter."""
    assert learned("sa") == learned("sa", reversed(PAIRS))


def test_rules_come_back_from_their_file_unchanged() -> None:
    """Rules come back from their file unchanged."""
    rules = learned("en", [("lasten", "lapsi"), ("vesien", "vesi"), ("teen", "tee")])
    assert rules
    assert unpacked(packed(rules)) == rules
