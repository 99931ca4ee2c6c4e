"""Outcomes that contradict themselves or cannot be traced."""

from collections.abc import Mapping

import pytest

from catalogue.check.outcomes import check_outcomes
from catalogue.model.registry import Registry
from catalogue.problem import Loc

OUTCOME = {"id": "a", "indicator": "care-orders", "statement": "Väheni.", "source": "s"}
Found = list[tuple[Loc, str, dict[str, str]]]


def found(registry: Registry, *outcomes: Mapping[str, object], **more: object) -> Found:
    """Place, code and parameters of everything that is wrong."""
    data = {"outcomes": list(outcomes), **more}
    return [(f.loc, f.code, dict(f.params)) for f in check_outcomes(data, registry)]


def numbers(before: str, after: str) -> dict[str, object]:
    """A baseline and a follow-up."""
    return {"baseline": {"value": before}, "follow_up": {"value": after}}


def test_outcomes_of_the_sound_practice_are_sound(
    sound_data: Mapping[str, object], registry: Registry
) -> None:
    """Nothing is found."""
    assert list(check_outcomes(sound_data, registry)) == []


def test_practice_has_outcomes_or_says_why_not(registry: Registry) -> None:
    """Not neither and not both."""
    reason = {"no_outcomes_because": "Ei mitattu."}
    assert found(registry, OUTCOME) == []
    assert found(registry, **reason) == []
    assert found(registry) == [((), "outcomes-or-reason", {})]
    both = (("no_outcomes_because",), "outcomes-and-reason", {})
    assert found(registry, OUTCOME, **reason) == [both]


def test_id_given_twice_is_told_at_the_second(registry: Registry) -> None:
    """Among outcomes, and among sources."""
    sources = [{"id": "s"}, {"id": "t"}, {"id": "s"}, {"title": "x"}, {"title": "y"}]
    second = {**OUTCOME, "id": "b"}
    assert found(registry, OUTCOME, second, OUTCOME, sources=sources) == [
        (("outcomes", 2, "id"), "id-repeated", {"found": "a"}),
        (("sources", 2, "id"), "id-repeated", {"found": "s"}),
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"statement": "x"},
        {"baseline": {"value": "1"}},
        {"follow_up": {"value": "1"}},
        {"change_reported": {"value": "1", "unit": "count"}},
        {"observed": "decreased"},
    ],
)
def test_any_claim_makes_an_outcome(registry: Registry, more: Mapping[str, object]) -> None:
    """A sentence, a number or a direction."""
    bare = {"id": "a", "indicator": "care-orders", "source": "s"}
    assert found(registry, {**bare, **more}) == []
    assert found(registry, bare) == [(("outcomes", 0), "outcome-says-nothing", {})]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (numbers("33", "14"), "decreased"),
        (numbers("14", "33"), "increased"),
        (numbers("14", "14"), "unchanged"),
        (numbers("14", "14.0"), "unchanged"),
        (numbers("9", "10"), "increased"),
        ({"change_reported": {"value": "-19", "unit": "count"}}, "decreased"),
        ({"change_reported": {"value": "50", "unit": "percent"}}, "increased"),
        ({"change_reported": {"value": "0", "unit": "count"}}, "unchanged"),
    ],
)
def test_word_must_agree_with_the_numbers(
    registry: Registry, more: Mapping[str, object], expected: str
) -> None:
    """Each word but the right one and `mixed` is told."""
    for word in ("decreased", "increased", "unchanged", "mixed"):
        params = {"found": word, "expected": expected}
        told = [(("outcomes", 0, "observed"), "observed-disagrees", params)]
        right = word in {expected, "mixed"}
        assert found(registry, {**OUTCOME, **more, "observed": word}) == ([] if right else told)


@pytest.mark.parametrize(
    "more",
    [
        {"baseline": {"value": "33"}},
        {"follow_up": {"value": "14"}},
        {"change_reported": {"value": "2", "unit": "ratio"}},
        numbers("33 kpl", "14"),
        numbers("9e999999", "-9e999999"),
        numbers("NaN", "1"),
        {},
    ],
)
def test_word_is_free_where_the_numbers_do_not_tell(
    registry: Registry, more: Mapping[str, object]
) -> None:
    """One number, a ratio to something else, or no numbers."""
    for word in ("decreased", "increased", "unchanged", "väheni"):
        assert found(registry, {**OUTCOME, **more, "observed": word}) == []


@pytest.mark.parametrize(
    ("reported", "agrees"),
    [("-19", True), ("-20", True), ("-5", False), ("-0.1", False), ("19", False), ("0", False)],
)
def test_reported_change_is_that_of_the_numbers(
    registry: Registry, reported: str, agrees: bool
) -> None:
    """Its size may be rounded by the source; the right one is told."""
    change = {"value": reported, "unit": "percent" if reported == "-0.1" else "count"}
    outcome = {**OUTCOME, **numbers("33", "14"), "change_reported": change}
    params = {"found": reported, "expected": "-57.6" if reported == "-0.1" else "-19"}
    told = [(("outcomes", 0, "change_reported", "value"), "change-disagrees", params)]
    assert found(registry, outcome) == ([] if agrees else told)


def test_a_source_that_contradicts_itself_is_kept_whole(registry: Registry) -> None:
    """Its values are one outcome and the change that it states another, linked as contradicting."""
    change = {"value": "-5", "unit": "count"}
    stated = {**OUTCOME, "id": "b", "change_reported": change, "contradicts": ["a"]}
    assert found(registry, {**OUTCOME, **numbers("33", "14")}, stated) == []


@pytest.mark.parametrize("inner", [(), ("comparators", 0)])
@pytest.mark.parametrize(
    ("indicator", "value", "whole"),
    [
        ("care-orders", "33", True),
        ("care-orders", "33.0", True),
        ("care-orders", "33.5", False),
        ("children-placed-share", "1.4", True),
        ("child-welfare-total-cost", "0.5", True),
        ("no-such-indicator", "33.5", True),
    ],
)
def test_whole_things_are_counted_whole(
    registry: Registry, indicator: str, value: str, whole: bool, inner: Loc
) -> None:
    """Children are not counted in halves, here or elsewhere."""
    record = {"follow_up": {"value": value}}
    outcome = {
        **OUTCOME,
        "indicator": indicator,
        **({"comparators": [record]} if inner else record),
    }
    loc = ("outcomes", 0, *inner, "follow_up", "value")
    told = [(loc, "count-not-whole", {"found": value})]
    assert found(registry, outcome) == ([] if whole else told)


def test_a_change_of_a_count_is_whole_too(registry: Registry) -> None:
    """Unless it is given in percent."""
    loc = ("outcomes", 0, "change_reported", "value")
    for unit, codes in (("count", ["count-not-whole"]), ("percent", []), ("ratio", [])):
        outcome = {**OUTCOME, "change_reported": {"value": "1.5", "unit": unit}}
        told = found(registry, outcome)
        assert [(place, code) for place, code, _ in told] == [(loc, code) for code in codes]


@pytest.mark.parametrize("inner", [(), ("comparators", 0)])
@pytest.mark.parametrize(
    ("indicator", "before", "after", "first"),
    [
        ("care-orders", "2015", "2015-06/2016-05", "2015-06-01"),
        ("care-orders", "2015", "2015-12", "2015-12-01"),
        ("care-orders", "2014/2016", "2016", "2016-01-01"),
        ("care-orders", "2015", "2015/2016", "2015-01-01"),
        ("care-orders", "2015", "2016", None),
        ("care-orders", "2015-01/2015-06", "2015-07/2015-12", None),
        ("care-orders", "2015", "unknown", None),
        # No later at all: told by the dates.
        ("care-orders", "2015", "2015", None),
        # How things stood on a day of that year.
        ("long-term-placements", "2015", "2015-12", None),
        ("no-such-indicator", "2015", "2015-12", None),
    ],
)
def test_nothing_is_counted_in_both_periods(
    registry: Registry, indicator: str, before: str, after: str, first: str | None, inner: Loc
) -> None:
    """What happened in both of two periods is no change from one to the other."""
    record = {"baseline": {"period": before}, "follow_up": {"period": after}}
    outcome = {
        **OUTCOME,
        "indicator": indicator,
        **({"comparators": [record]} if inner else record),
    }
    told = [
        (loc, code, params["found"])
        for loc, code, params in found(registry, outcome)
        if code == "periods-overlap"
    ]
    loc = ("outcomes", 0, *inner, "follow_up", "period")
    assert told == ([(loc, "periods-overlap", first)] if first else [])


@pytest.mark.parametrize(
    ("indicator", "unit", "expected"),
    [
        ("care-orders", "count", None),
        ("care-orders", "percent", None),
        ("care-orders", "ratio", None),
        ("care-orders", "eur", "count, percent, ratio"),
        ("child-welfare-total-cost", "count", "eur, percent, ratio"),
        ("child-welfare-total-cost", "eur", None),
        ("care-orders", "kpl", None),
        ("no-such-indicator", "eur", None),
    ],
)
def test_reported_change_is_in_the_indicators_unit(
    registry: Registry, indicator: str, unit: str, expected: str | None
) -> None:
    """Or relative. An unknown unit or indicator is told by the references."""
    change = {"value": "1", "unit": unit}
    outcome = {**OUTCOME, "indicator": indicator, "change_reported": change}
    loc = ("outcomes", 0, "change_reported", "unit")
    told = [(loc, "unit-disagrees", {"found": unit, "expected": expected})]
    assert found(registry, outcome) == (told if expected else [])


@pytest.mark.parametrize(
    ("value", "told"), [("2", False), ("0.5", False), ("0", True), ("-2", True)]
)
def test_ratio_is_above_zero(registry: Registry, value: str, told: bool) -> None:
    """Twice as many is 2; there is no ratio of nothing."""
    outcome = {**OUTCOME, "change_reported": {"value": value, "unit": "ratio"}}
    loc = ("outcomes", 0, "change_reported", "value")
    assert found(registry, outcome) == (
        [(loc, "ratio-not-positive", {"found": value})] if told else []
    )


@pytest.mark.parametrize("key", ["baseline", "follow_up"])
@pytest.mark.parametrize(
    ("indicator", "value", "code"),
    [
        ("children-placed-share", "0", None),
        ("children-placed-share", "100", None),
        ("children-placed-share", "100.1", "percent-range"),
        ("children-placed-share", "-0.1", "percent-range"),
        ("care-orders", "0", None),
        ("care-orders", "-1", "negative-count"),
        ("child-welfare-total-cost", "-1", None),
    ],
)
def test_value_is_one_that_the_indicator_can_have(
    registry: Registry, key: str, indicator: str, value: str, code: str | None
) -> None:
    """A share is 0–100, a count not below zero."""
    outcome = {**OUTCOME, "indicator": indicator, key: {"value": value}}
    told = [(("outcomes", 0, key, "value"), code, {"found": value})]
    assert found(registry, outcome) == (told if code else [])


def test_outcome_does_not_contradict_itself(registry: Registry) -> None:
    """It may contradict another."""
    assert found(registry, {**OUTCOME, "contradicts": ["b"]}) == []
    told = (("outcomes", 0, "contradicts"), "contradicts-itself", {"found": "a"})
    assert found(registry, {**OUTCOME, "contradicts": ["b", "a"]}) == [told]


@pytest.mark.parametrize("outcomes", ["x", {"a": "b"}, ["x", ["y"]]])
def test_anything_may_stand_where_outcomes_are_expected(
    registry: Registry, outcomes: object
) -> None:
    """Wrong shapes are the shape's matter."""
    assert list(check_outcomes({"outcomes": outcomes}, registry)) == []
