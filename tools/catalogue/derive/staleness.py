"""What has grown old and should be asked again."""

import datetime

from catalogue.model.practice import Practice
from catalogue.model.values import StatedDate

# A contact older than this is shown behind the organisation (design, section 7).
CONTACT_YEARS = 2
STATUS_YEARS = 3


def older_than(date: StatedDate | None, years: int, today: datetime.date) -> bool:
    """Whether `date` lies more than `years` years before `today`; an unknown date does.

    A partial date is taken at its last day: `2024` is no older than 31 December 2024.
    """
    span = date.span if date else None
    if span is None:
        return True
    last = span.last
    # 29 February has no namesake in other years: the day before stands for it.
    day = min(last.day, 28) if last.month == 2 else last.day
    return datetime.date(last.year + years, last.month, day) < today


def review_due(practice: Practice, today: datetime.date) -> bool:
    """Whether the practice's own date of next review has passed."""
    span = practice.next_review.span if practice.next_review else None
    return span is not None and span.last < today
