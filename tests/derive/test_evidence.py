"""The evidence level of an outcome, with its reason and what would lift it."""

import itertools
from typing import Any

import pytest

from catalogue.derive.evidence import (
    Evidence,
    Reason,
    Study,
    compares,
    evidence_of,
    study_of,
)
from catalogue.model.outcome import Comparator
from tests.factories import citation, outcome, registry

NOT_STUDIES = (
    "press-release",
    "award-page",
    "catalogue-entry",
    "evaluation",
    "article",
    "register",
)
INDEPENDENCE = ("self", "funder", "independent", "peer-reviewed")
DESIGNS = (None, "before-after", "controlled", "quasi-experiment", "rct", "systematic-review")
# (has a value, period): every way in which a figure may be known.
FIGURES: tuple[tuple[bool, str | None], ...] = (
    *((value, period) for value in (False, True) for period in (None, "unknown", "known")),
)
# (unit, period) of a reported change.
REPORTED: tuple[tuple[str, str | None] | None, ...] = (
    None,
    *(
        (unit, period)
        for unit in ("count", "percent", "ratio")
        for period in (None, "unknown", "2016", "2015/2016")
    ),
)
COMPLETE = {
    "place": "285",
    "baseline": {"value": "9", "period": "2015"},
    "follow_up": {"value": "8", "period": "2016"},
}
COMPARATORS: dict[str, tuple[dict[str, Any], ...]] = {
    "none": (),
    "complete": (COMPLETE,),
    "follow-up only": ({"place": "285", "follow_up": COMPLETE["follow_up"]},),
    "baseline only": ({"place": "285", "baseline": COMPLETE["baseline"]},),
    "other baseline time": ({**COMPLETE, "baseline": {"value": "9", "period": "2014"}},),
    "other follow-up time": ({**COMPLETE, "follow_up": {"value": "8", "period": "2016-12"}},),
    "no baseline value": ({**COMPLETE, "baseline": {"period": "2015"}},),
    "no follow-up value": ({**COMPLETE, "follow_up": {"period": "2016"}},),
    "no baseline time": ({**COMPLETE, "baseline": {"value": "9"}},),
    "unknown follow-up time": ({**COMPLETE, "follow_up": {"value": "8", "period": "unknown"}},),
    "place only": ({"place": "285"},),
    "one of two": ({"place": "285"}, {**COMPLETE, "place": "153"}),
}
SETS = {"complete", "one of two"}


def a_figure(known: tuple[bool, str | None], value: str, period: str) -> dict[str, str]:
    """Return a figure in which as much is known as `known` says."""
    has_value, dated = known
    data = {"value": value} if has_value else {}
    if dated:
        data["period"] = period if dated == "known" else dated
    return data


def level_of(evidence: Evidence) -> tuple[int, str, tuple[str, ...]]:
    """Return level, code of the reason and codes of the lifts."""
    return evidence.level, evidence.reason.code, tuple(lift.code for lift in evidence.lifts)


def by_the_design(
    before: tuple[bool, str | None],
    after: tuple[bool, str | None],
    reported: tuple[str, str | None] | None,
    comparators: str,
) -> tuple[int, str, tuple[str, ...]]:
    """Say what the table of design section 2 gives for a source that is no study."""
    if not before[0] and not after[0] and reported is None:
        return 0, "no-number", ("give-number",)
    lifts = []
    interval = reported is not None and reported[1] == "2015/2016"
    if not interval and before[1] != "known":
        lifts.append("give-baseline-period")
    if not interval and after[1] != "known":
        lifts.append("give-follow-up-period")
    difference = reported is not None and reported[0] != "ratio"
    if not difference and not before[0]:
        lifts.append("give-baseline-value")
    if not difference and not after[0]:
        lifts.append("give-follow-up-value")
    if lifts:
        return 1, "number-only", tuple(lifts)
    if comparators in SETS and before[1] == after[1] == "known":
        return 3, "compared", ("publish-study",)
    lift = "add-comparator" if comparators == "none" else "complete-comparator"
    return 2, "before-after", (lift,)


@pytest.mark.parametrize("comparators", COMPARATORS)
@pytest.mark.parametrize("reported", REPORTED)
def test_every_combination_of_what_is_known_has_the_level_that_the_design_gives(
    reported: tuple[str, str | None] | None, comparators: str
) -> None:
    """All 36 ways of knowing two figures, for each reported change and set of comparators."""
    fields: dict[str, Any] = {"comparators": COMPARATORS[comparators]}
    if reported:
        unit, period = reported
        fields["change_reported"] = {"value": "-2", "unit": unit}
        if period:
            fields["change_reported"]["period"] = period
    for before, after in itertools.product(FIGURES, FIGURES):
        claim = outcome(
            baseline=a_figure(before, "33", "2015"),
            follow_up=a_figure(after, "14", "2016"),
            **fields,
        )
        found = level_of(evidence_of(claim, citation()))
        assert found == by_the_design(before, after, reported, comparators), (before, after)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (0, "no-number", ("give-number",))),
        ({"statement": "Vähenivät 19 lapsella."}, (0, "no-number", ("give-number",))),
        ({"observed": "decreased"}, (0, "no-number", ("give-number",))),
        ({"comparators": [COMPLETE]}, (0, "no-number", ("give-number",))),
        (
            {"baseline": {"period": "2015"}, "follow_up": {"period": "2016"}},
            (0, "no-number", ("give-number",)),
        ),
        (
            {"change_reported": {"value": "0", "unit": "count"}},
            (1, "number-only", ("give-baseline-period", "give-follow-up-period")),
        ),
        (
            {"baseline": {"value": "0", "period": "2015"}},
            (1, "number-only", ("give-follow-up-period", "give-follow-up-value")),
        ),
        (
            {
                "baseline": {"period": "2008"},
                "follow_up": {"period": "2012"},
                "change_reported": {"value": "-700000", "unit": "eur", "precision": "over"},
            },
            (2, "before-after", ("add-comparator",)),
        ),
        (
            {
                "baseline": {"value": "0", "period": "2015"},
                "follow_up": {"value": "0", "period": "2016"},
            },
            (2, "before-after", ("add-comparator",)),
        ),
        (
            {"change_reported": {"value": "-50", "unit": "percent", "period": "2015/2016"}},
            (2, "before-after", ("add-comparator",)),
        ),
        (
            {"change_reported": {"value": "2", "unit": "ratio", "period": "2015/2016"}},
            (1, "number-only", ("give-baseline-value", "give-follow-up-value")),
        ),
    ],
)
def test_the_cases_a_reader_asks_about_have_these_levels(
    fields: dict[str, Any], expected: tuple[int, str, tuple[str, ...]]
) -> None:
    """Zero is a number; words, times alone and a figure from elsewhere are not."""
    assert level_of(evidence_of(outcome(**fields), citation())) == expected


def test_the_same_time_may_be_written_in_two_ways() -> None:
    """A year and its twelve months are the same days."""
    claim = outcome(
        baseline={"value": "33", "period": "2015"}, follow_up={"value": "14", "period": "2016"}
    )
    other = {**COMPLETE, "baseline": {"value": "9", "period": "2015-01/2015-12"}}
    assert compares(Comparator.model_validate(other), claim)


FULL: dict[str, Any] = {
    "baseline": {"value": "33", "period": "2015"},
    "follow_up": {"value": "14", "period": "2016"},
}


@pytest.mark.parametrize("kind", NOT_STUDIES)
@pytest.mark.parametrize("independence", INDEPENDENCE)
@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (0, "no-number", ("give-number",))),
        ({"change_reported": {"value": "-1", "unit": "count"}}, None),
        (FULL, (2, "before-after", ("add-comparator",))),
        ({**FULL, "comparators": [COMPLETE]}, (3, "compared", ("publish-study",))),
    ],
)
def test_a_design_counts_only_in_a_published_study(
    kind: str,
    independence: str,
    design: str | None,
    fields: dict[str, Any],
    expected: tuple[int, str, tuple[str, ...]] | None,
) -> None:
    """Whoever the source is, and whatever it calls its design, without a study it stays below 4."""
    claim = outcome(design=design, **fields)
    found = level_of(evidence_of(claim, citation(kind=kind, independence=independence)))
    assert found == (
        expected or (1, "number-only", ("give-baseline-period", "give-follow-up-period"))
    )


@pytest.mark.parametrize("design", [None, "before-after", "controlled"])
@pytest.mark.parametrize("independence", INDEPENDENCE)
def test_a_study_without_an_experiment_is_judged_by_its_figures(
    design: str | None, independence: str
) -> None:
    """That a before–after table stands in a journal lifts it no higher."""
    source = citation(kind="study", independence=independence)
    found = evidence_of(outcome(design=design, **FULL), source)
    assert level_of(found) == (2, "before-after", ("add-comparator",))


@pytest.mark.parametrize("design", ["quasi-experiment", "rct"])
@pytest.mark.parametrize(
    ("independence", "count"),
    [("self", "0"), ("funder", "0"), ("independent", "1"), ("peer-reviewed", "1")],
)
def test_a_published_experiment_is_level_four(design: str, independence: str, count: str) -> None:
    """And tells how many independent studies there are towards level five."""
    source = citation(kind="study", independence=independence)
    found = evidence_of(outcome(design=design, **FULL), source)
    expected = Reason("replicate", {"count": count})
    assert found == Evidence(4, Reason("published-study"), (expected,))


@pytest.mark.parametrize("design", ["quasi-experiment", "rct", "systematic-review"])
def test_a_study_without_a_number_is_a_claim(design: str) -> None:
    """Level 0 comes first: no number, whatever the design."""
    source = citation(kind="study", independence="peer-reviewed")
    found = evidence_of(outcome(design=design, observed="decreased"), source)
    assert level_of(found) == (0, "no-number", ("give-number",))


@pytest.mark.parametrize("independence", INDEPENDENCE)
def test_a_systematic_review_is_level_five(independence: str) -> None:
    """It needs no second study and nothing lifts it further."""
    source = citation(kind="study", independence=independence)
    found = evidence_of(outcome(design="systematic-review", **FULL), source)
    assert found == Evidence(5, Reason("systematic-review"), ())


OWN = Study(("Lähde", ""), True)
OTHER = Study(("Toinen", "Yliopisto"), True)
THIRD = Study(("Kolmas", "Laitos"), True)
DEPENDENT = Study(("Oma selvitys", "Yritys"), False)


@pytest.mark.parametrize(
    ("independence", "studies", "level", "count"),
    [
        ("peer-reviewed", (), 4, "1"),
        ("peer-reviewed", (OWN,), 4, "1"),
        ("peer-reviewed", (OWN, OWN), 4, "1"),
        ("peer-reviewed", (DEPENDENT,), 4, "1"),
        ("peer-reviewed", (OTHER,), 5, "2"),
        ("peer-reviewed", (OWN, OTHER, DEPENDENT), 5, "2"),
        ("independent", (OWN, OTHER, THIRD), 5, "3"),
        ("self", (OTHER,), 4, "1"),
        ("self", (OTHER, OTHER), 4, "1"),
        ("self", (OTHER, THIRD), 5, "2"),
        ("funder", (DEPENDENT,), 4, "0"),
    ],
)
def test_two_independent_studies_are_level_five(
    independence: str, studies: tuple[Study, ...], level: int, count: str
) -> None:
    """A study counts once, however many outcomes cite it, and only if it is independent."""
    source = citation(kind="study", independence=independence)
    found = evidence_of(outcome(design="rct", **FULL), source, studies)
    if level == 5:
        assert found == Evidence(5, Reason("replicated", {"count": count}), ())
    else:
        lift = Reason("replicate", {"count": count})
        assert found == Evidence(4, Reason("published-study"), (lift,))


def test_other_studies_lift_no_outcome_that_is_no_study_itself() -> None:
    """A press release stays what it is beside two trials."""
    found = evidence_of(outcome(**FULL), citation(), (OTHER, THIRD))
    assert level_of(found) == (2, "before-after", ("add-comparator",))


@pytest.mark.parametrize("kind", (*NOT_STUDIES, "study"))
@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("independence", INDEPENDENCE)
@pytest.mark.parametrize("fields", [{}, FULL])
def test_a_study_is_a_published_experiment_with_a_number(
    kind: str, design: str | None, independence: str, fields: dict[str, Any]
) -> None:
    """Exactly those four things together make one."""
    source = citation(kind=kind, independence=independence, publisher="Yliopisto")
    found = study_of(outcome(design=design, **fields), source)
    if kind == "study" and design in {"quasi-experiment", "rct"} and fields:
        independent = independence in {"independent", "peer-reviewed"}
        assert found == Study(("Lähde", "Yliopisto"), independent)
    else:
        assert found is None


def test_the_vocabularies_offer_no_design_kind_or_level_that_these_tests_leave_out() -> None:
    """A value added to the registry must be added here."""
    words = registry().vocabularies
    assert set(words["design"].values) == {design for design in DESIGNS if design}
    assert set(words["source_kind"].values) == {*NOT_STUDIES, "study"}
    assert set(words["independence"].values) == set(INDEPENDENCE)
    assert [int(level) for level in words["evidence_level"].values] == list(range(6))
