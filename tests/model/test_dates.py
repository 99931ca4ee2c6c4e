"""Partial dates and periods: what they cover, how long they are, what is none."""

import datetime

import pytest

from catalogue.model.dates import Span, date_span, period_span


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-05", "2016-05-01", "2016-05-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2015-02", "2015-02-01", "2015-02-28"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("2016-12", "2016-12-01", "2016-12-31"),
        ("2016-05-18", "2016-05-18", "2016-05-18"),
        ("2016-02-29", "2016-02-29", "2016-02-29"),
        ("0001", "0001-01-01", "0001-12-31"),
    ],
)
def test_a_partial_date_covers_its_days(text: str, first: str, last: str) -> None:
    """A year its days, a month its days, a day itself."""
    expected = Span(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))
    assert date_span(text) == expected
    assert period_span(text) == expected


NO_DATES = [
    "",
    "unknown",
    "16",
    "216",
    "20160",
    "2016-5",
    "2016-00",
    "2016-13",
    "2016-05-00",
    "2016-05-32",
    "2016-04-31",
    "2015-02-29",
    "1900-02-29",
    "0000",
    "2016-",
    "2016/05",
    "20160518",
    "2016-0518",
    "2016-05-18T00:00",
    "18.5.2016",
    "+2016",
    "-2016",
    " 2016",
    "2016\n",
    "2016–05",
    "２０１６",
    "٢٠١٦",
    "2016-०५",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_partial_date_is_refused(text: str) -> None:
    """Including days that no calendar has, and digits other than 0 to 9."""
    with pytest.raises(ValueError):
        date_span(text)


@pytest.mark.parametrize("text", [text for text in NO_DATES if text != "2016/05"])
def test_what_is_no_partial_date_is_no_period(text: str) -> None:
    """A period is made of partial dates alone."""
    with pytest.raises(ValueError):
        period_span(text)
    with pytest.raises(ValueError):
        period_span(f"2000/{text}")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017-01/2017-04", "2017-01-01", "2017-04-30"),
        ("2015/2016", "2015-01-01", "2016-12-31"),
        ("2015/2016-06", "2015-01-01", "2016-06-30"),
        ("2016-05-18/2016-05-18", "2016-05-18", "2016-05-18"),
        ("2016/2016", "2016-01-01", "2016-12-31"),
    ],
)
def test_an_interval_covers_from_the_first_day_of_one_to_the_last_of_the_other(
    text: str, first: str, last: str
) -> None:
    """Both ends are partial dates and both are included."""
    expected = Span(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))
    assert period_span(text) == expected


@pytest.mark.parametrize("text", ["2016/2015", "2016-05/2016-04", "2016-05-18/2016-05-17"])
def test_an_interval_that_ends_before_it_begins_is_refused(text: str) -> None:
    """No time covers a negative number of days."""
    with pytest.raises(ValueError):
        period_span(text)


@pytest.mark.parametrize(
    "text", ["2015/", "/2015", "/", "2015/2016/2017", "2015//2016", "2015--2016"]
)
def test_an_interval_has_exactly_two_ends(text: str) -> None:
    """Open and chained intervals are none of ours."""
    with pytest.raises(ValueError):
        period_span(text)


def test_an_interval_is_no_partial_date() -> None:
    """What happened on a day did not happen in between."""
    with pytest.raises(ValueError):
        date_span("2015/2016")


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("2015", ("months", 12)),
        ("2016", ("months", 12)),
        ("2015/2016", ("months", 24)),
        ("2015-02", ("months", 1)),
        ("2016-02", ("months", 1)),
        ("2016-12", ("months", 1)),
        ("2017-01/2017-04", ("months", 4)),
        ("2016-11/2017-02", ("months", 4)),
        ("2017-01-01/2017-04-30", ("months", 4)),
        ("2015-02-01/2015-02-28", ("months", 1)),
        ("2016-02-01/2016-02-28", ("days", 28)),
        ("2016-05-18", ("days", 1)),
        ("2016-05-31", ("days", 1)),
        ("2016-05-15/2016-06-14", ("months", 1)),
        ("2015-05-18/2016-05-17", ("months", 12)),
        ("2016-01-30/2016-02-29", ("months", 1)),
        ("2016-05-15/2016-06-15", ("days", 32)),
        ("2016-05-02/2016-05-31", ("days", 30)),
        ("9999", ("months", 12)),
        ("9999-12-31", ("days", 1)),
    ],
)
def test_whole_months_are_counted_as_months_and_the_rest_in_days(
    text: str, length: tuple[str, int]
) -> None:
    """So that leap years and Februaries are as long as other years and months."""
    assert period_span(text).length == length
