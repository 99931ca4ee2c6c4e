"""Partial dates and periods, as ISO 8601 writes them: `2016`, `2016-05`, `2016-05-18`, `a/b`."""

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

UNKNOWN = "unknown"
_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
DATE_PATTERN = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
PERIOD_PATTERN = rf"{DATE_PATTERN}(/{DATE_PATTERN})?"


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, both included."""

    first: datetime.date
    last: datetime.date

    @property
    def length(self) -> tuple[str, int]:
        """How long it is: `("months", n)` for whole months, otherwise `("days", n)`.

        Whole months are counted as months, on whatever day they begin, so that every February is as
        long as every March and two years of 365 and 366 days are alike.
        """
        first, last = self.first, self.last
        months = (last.year - first.year) * 12 + last.month - first.month
        if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
            return "months", months + 1
        if last.day == first.day - 1:
            return "months", months
        return "days", (last - first).days + 1


# The same few dates stand in thousands of records.
@lru_cache(maxsize=10_000)
def date_span(text: str) -> Span:
    """Return the days that the partial date `text` covers.

    Raises:
        ValueError: `text` is not a partial date, or no such day is in the calendar.
    """
    match = _PARTIAL.fullmatch(text)
    if not match:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return Span(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    if day is None:
        last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
        return Span(datetime.date(year, month, 1), datetime.date(year, month, last))
    date = datetime.date(year, month, day)
    return Span(date, date)


@lru_cache(maxsize=10_000)
def period_span(text: str) -> Span:
    """Return the days that `text`, a partial date or an interval `a/b` of them, covers.

    Raises:
        ValueError: `text` has another form, or its end comes before its start.
    """
    start, slash, end = text.partition("/")
    span = date_span(start)
    if not slash:
        return span
    last = date_span(end).last
    if last < span.first:
        raise ValueError(text)
    return Span(span.first, last)
