"""Whether an outcome went the good way. Shown beside the evidence level, never merged into it."""

from typing import Final

from catalogue.derive.change import Change

GOOD: Final = "good"
BAD: Final = "bad"
UNCHANGED: Final = "unchanged"
MIXED: Final = "mixed"
AMBIGUOUS: Final = "ambiguous"
UNKNOWN: Final = "unknown"
RESULTS: Final = (GOOD, UNCHANGED, BAD, MIXED, AMBIGUOUS, UNKNOWN)
_BY_SIGN = {-1: "decreased", 0: "unchanged", 1: "increased"}
_GOOD_WHEN = {"decrease": "decreased", "increase": "increased"}


def direction_of(change: Change | None, observed: str | None) -> str | None:
    """Return decreased, increased, unchanged or mixed; None when neither numbers nor words say.

    Numbers come before words. A ratio to what would have been is no change over time, so there the
    source's word stands.
    """
    if change is not None and change.sign is not None and observed != MIXED:
        return _BY_SIGN[change.sign]
    return observed


def result_of(change: Change | None, observed: str | None, good_direction: str) -> str:
    """Return one of `RESULTS`.

    An indicator whose good direction is ambiguous gives `ambiguous` whenever it moved: fewer
    clients can mean less need or less access (design, section 2, "Indicators").
    """
    direction = direction_of(change, observed)
    if direction is None:
        return UNKNOWN
    if direction == MIXED:
        return MIXED
    if direction == "unchanged":
        return UNCHANGED
    if good_direction not in _GOOD_WHEN:
        return AMBIGUOUS
    return GOOD if direction == _GOOD_WHEN[good_direction] else BAD
