"""What has grown old, to the day."""

import datetime

import pytest

from catalogue.derive.staleness import CONTACT_YEARS, STATUS_YEARS, older_than, review_due
from catalogue.model.values import StatedDate
from tests.factories import practice


def day(text: str) -> datetime.date:
    """Return the day that `text` names."""
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("date", "years", "last_fresh"),
    [
        ("2024-11-22", 2, "2026-11-22"),
        ("2024-11-22", 3, "2027-11-22"),
        ("2024-11", 2, "2026-11-30"),
        ("2024", 2, "2026-12-31"),
        ("2023-12-31", 2, "2025-12-31"),
        ("2024-02-29", 2, "2026-02-28"),
        ("2024-02-29", 3, "2027-02-28"),
        ("2024-02", 2, "2026-02-28"),
        ("2022-02-28", 2, "2024-02-28"),
        ("2024-03-01", 2, "2026-03-01"),
        ("2024-01-31", 2, "2026-01-31"),
    ],
)
def test_a_date_is_old_on_the_day_after_its_last_day_so_many_years_later(
    date: str, years: int, last_fresh: str
) -> None:
    """A partial date counts from its last day, and 29 February from the day before."""
    stated = StatedDate.model_validate(date)
    boundary = day(last_fresh)
    assert not older_than(stated, years, boundary)
    assert older_than(stated, years, boundary + datetime.timedelta(days=1))


@pytest.mark.parametrize("date", [None, StatedDate(value="unknown")])
def test_a_date_that_is_not_known_is_old(date: StatedDate | None) -> None:
    """Nobody can rely on it."""
    assert older_than(date, 100, day("2026-11-22"))


def test_contacts_grow_old_in_two_years_and_a_status_in_three() -> None:
    """Design, section 7, gives the two years of contacts."""
    assert (CONTACT_YEARS, STATUS_YEARS) == (2, 3)


@pytest.mark.parametrize(
    ("next_review", "today", "due"),
    [
        (None, "2026-11-22", False),
        ("unknown", "2026-11-22", False),
        ("2026-11-22", "2026-11-22", False),
        ("2026-11-21", "2026-11-22", True),
        ("2026-11", "2026-11-30", False),
        ("2026-11", "2026-12-01", True),
        ("2026", "2026-12-31", False),
        ("2026", "2027-01-01", True),
    ],
)
def test_a_review_is_due_after_the_last_day_of_its_date(
    next_review: str | None, today: str, due: bool
) -> None:
    """A month or year is due when it is over."""
    assert review_due(practice(next_review=next_review), day(today)) is due
