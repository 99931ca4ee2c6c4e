"""The evidence level of an outcome, why it is that, and what would lift it.

The scale is the catalogue's own (design, section 2, "Evidence level"): it grades what is known of
one outcome, not a whole practice, and neither an award nor a good result raises it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from catalogue.model.outcome import Comparator, Figure, Outcome
from catalogue.model.practice import Citation

STUDY_DESIGNS = frozenset({"quasi-experiment", "rct"})
REVIEW_DESIGN = "systematic-review"
INDEPENDENT = frozenset({"independent", "peer-reviewed"})
_ENOUGH_STUDIES = 2


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence to be shown: `code` under `evidence.` in the messages, with its parameters."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The level (0–5), the reason for it, and what is missing for the next one."""

    level: int
    reason: Reason
    lifts: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Study:
    """A level 4 study of the same model and indicator, to be counted for level 5."""

    source: tuple[str, str]
    independent: bool


def has_number(outcome: Outcome) -> bool:
    """Whether the source gives any figure for the outcome."""
    figures = (outcome.baseline, outcome.follow_up)
    return outcome.change_reported is not None or any(f and f.value is not None for f in figures)


def has_two_times(outcome: Outcome) -> bool:
    """Whether it is known between which two times the change happened.

    Either both figures are dated, or the reported change carries an interval.
    """
    if _dated(outcome.baseline) and _dated(outcome.follow_up):
        return True
    reported = outcome.change_reported
    return bool(
        reported and reported.period and reported.period.known and "/" in reported.period.value
    )


def has_difference(outcome: Outcome) -> bool:
    """Whether both values are known, or the difference between them."""
    if _valued(outcome.baseline) and _valued(outcome.follow_up):
        return True
    return outcome.change_reported is not None and outcome.change_reported.unit != "ratio"


def compares(comparator: Comparator, outcome: Outcome) -> bool:
    """Whether `comparator` has a value at both of the outcome's times."""
    return _same_time(comparator.baseline, outcome.baseline) and _same_time(
        comparator.follow_up, outcome.follow_up
    )


def study_of(outcome: Outcome, source: Citation) -> Study | None:
    """Return the published quasi-experiment or trial behind `outcome`, if there is one."""
    published = source.kind == "study"
    if not (has_number(outcome) and published and outcome.design in STUDY_DESIGNS):
        return None
    return Study((source.title, source.publisher or ""), source.independence in INDEPENDENT)


def evidence_of(
    outcome: Outcome, source: Citation, studies: Iterable[Study] = (), *, uneven: bool = False
) -> Evidence:
    """Return the evidence level of `outcome`, which rests on `source`.

    `studies` are the level 4 studies of the same model and indicator anywhere in the catalogue,
    this outcome's own among them or not. Figures of `uneven` periods (`periods.uneven`) are
    numbers, and no before and after; what a study found rests on its design and not on them.
    """
    if not has_number(outcome):
        return Evidence(0, Reason("no-number"), (Reason("give-number"),))
    if outcome.design == REVIEW_DESIGN and source.kind == "study":
        return Evidence(5, Reason("systematic-review"), ())
    study = study_of(outcome, source)
    if study:
        independent = {s.source for s in (*studies, study) if s.independent}
        count = {"count": str(len(independent))}
        if len(independent) >= _ENOUGH_STUDIES:
            return Evidence(5, Reason("replicated", count), ())
        return Evidence(4, Reason("published-study"), (Reason("replicate", count),))
    missing = tuple(_missing_for_two(outcome))
    if uneven:
        return Evidence(1, Reason("uneven-periods"), (Reason("give-even-periods"), *missing))
    if missing:
        return Evidence(1, Reason("number-only"), missing)
    if any(compares(c, outcome) for c in outcome.comparators):
        return Evidence(3, Reason("compared"), (Reason("publish-study"),))
    lift = "complete-comparator" if outcome.comparators else "add-comparator"
    return Evidence(2, Reason("before-after"), (Reason(lift),))


def _missing_for_two(outcome: Outcome) -> Iterable[Reason]:
    if not has_two_times(outcome):
        if not _dated(outcome.baseline):
            yield Reason("give-baseline-period")
        if not _dated(outcome.follow_up):
            yield Reason("give-follow-up-period")
    if not has_difference(outcome):
        if not _valued(outcome.baseline):
            yield Reason("give-baseline-value")
        if not _valued(outcome.follow_up):
            yield Reason("give-follow-up-value")


def _dated(figure: Figure | None) -> bool:
    return figure is not None and figure.dated


def _valued(figure: Figure | None) -> bool:
    return figure is not None and figure.value is not None


def _same_time(there: Figure | None, here: Figure | None) -> bool:
    if not (there and here and there.value is not None and there.period and here.period):
        return False
    return there.period.known and there.period.span == here.period.span
