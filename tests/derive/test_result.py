"""Which way an outcome went, and whether that was the good way."""

from decimal import Decimal

import pytest

from catalogue.derive.change import Change
from catalogue.derive.result import RESULTS, direction_of, result_of

OBSERVED = (None, "decreased", "increased", "unchanged", "mixed")
DIRECTIONS = ("decrease", "increase", "ambiguous")
ABSOLUTE = {
    "decreased": Change(Decimal(-1), "count", None, None, "exact", reported=False),
    "unchanged": Change(Decimal(0), "count", None, None, "exact", reported=False),
    "increased": Change(Decimal(1), "count", None, None, "exact", reported=False),
}
RELATIVE = {
    "decreased": Change(None, None, Decimal(-5), None, "over", reported=True),
    "unchanged": Change(None, None, Decimal(0), None, "about", reported=True),
    "increased": Change(None, None, Decimal(5), None, "under", reported=True),
}
TIMES = Change(None, None, None, Decimal(2), "over", reported=True)
RESULT = {
    (None, "decrease"): "unknown",
    (None, "increase"): "unknown",
    (None, "ambiguous"): "unknown",
    ("mixed", "decrease"): "mixed",
    ("mixed", "increase"): "mixed",
    ("mixed", "ambiguous"): "mixed",
    ("unchanged", "decrease"): "unchanged",
    ("unchanged", "increase"): "unchanged",
    ("unchanged", "ambiguous"): "unchanged",
    ("decreased", "decrease"): "good",
    ("decreased", "increase"): "bad",
    ("decreased", "ambiguous"): "ambiguous",
    ("increased", "decrease"): "bad",
    ("increased", "increase"): "good",
    ("increased", "ambiguous"): "ambiguous",
}


@pytest.mark.parametrize("change", [None, TIMES])
@pytest.mark.parametrize("observed", OBSERVED)
def test_without_a_change_over_time_the_word_of_the_source_stands(
    change: Change | None, observed: str | None
) -> None:
    """A ratio to what would have been is no change over time."""
    assert direction_of(change, observed) == observed


@pytest.mark.parametrize("changes", [ABSOLUTE, RELATIVE])
@pytest.mark.parametrize("direction", ["decreased", "unchanged", "increased"])
@pytest.mark.parametrize("observed", OBSERVED)
def test_numbers_come_before_words_except_for_mixed(
    changes: dict[str, Change], direction: str, observed: str | None
) -> None:
    """What varied is not made straight by one difference."""
    expected = "mixed" if observed == "mixed" else direction
    assert direction_of(changes[direction], observed) == expected


@pytest.mark.parametrize(("case", "expected"), RESULT.items())
def test_the_result_follows_from_direction_and_good_direction(
    case: tuple[str | None, str], expected: str
) -> None:
    """Every combination of a direction in words and an indicator's good direction."""
    observed, good = case
    assert result_of(None, observed, good) == expected


@pytest.mark.parametrize("direction", ["decreased", "unchanged", "increased"])
@pytest.mark.parametrize("good", DIRECTIONS)
def test_a_change_in_numbers_gives_the_result_of_its_direction(direction: str, good: str) -> None:
    """It makes no difference whether numbers or words told the direction."""
    assert result_of(ABSOLUTE[direction], None, good) == RESULT[direction, good]


def test_every_result_is_reached_and_none_besides() -> None:
    """The table of results is complete."""
    assert set(RESULT.values()) == set(RESULTS)
