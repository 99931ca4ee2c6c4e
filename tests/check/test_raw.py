"""Reading single values out of front matter that may be wrong in any way."""

import datetime
from decimal import Decimal

import pytest

from catalogue.check.raw import number_at, records_at, span_at, text_at, value_at
from catalogue.model.dates import Span

DATA = {"a": {"b": ["x", {"c": "y"}]}, "text": "t", "list": [{"n": "1"}, "no record", {"n": "2"}]}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((), DATA),
        (("a", "b", 0), "x"),
        (("a", "b", 1, "c"), "y"),
        (("a", "b", 9), None),
        (("a", 0), None),
        (("text", "b"), None),
        (("text", 0), None),
        (("none", "b", 0), None),
    ],
)
def test_value_is_found_or_none(path: tuple[str | int, ...], value: object) -> None:
    """Whatever stands in the way."""
    assert value_at(DATA, *path) == value


def test_text_is_only_a_text() -> None:
    """A list or a mapping is none."""
    assert text_at(DATA, "text") == "t"
    assert text_at(DATA, "a") is None


def test_records_are_the_mappings_of_a_list_with_their_places() -> None:
    """What is no record is told by the shape and passed over here."""
    assert list(records_at(DATA, "list")) == [(("list", 0), {"n": "1"}), (("list", 2), {"n": "2"})]
    assert list(records_at(DATA, "a")) == []
    assert list(records_at(DATA, "none")) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", Decimal(1)),
        ("-1.50", Decimal("-1.50")),
        (" 7 ", Decimal(7)),
        ("", None),
        ("x", None),
        ("1,5", None),
        ("1e3", None),
        ("9e999999", None),
        ("1_000", None),
        ("NaN", None),
        ("sNaN", None),
        ("Infinity", None),
        ("٣", None),
    ],
)
def test_number_is_what_the_model_would_take(text: str, number: Decimal | None) -> None:
    """Nothing is compared that is not a number to the model."""
    assert number_at({"n": text}, "n") == number


@pytest.mark.parametrize("value", [None, [], {}, ["1"]])
def test_number_of_anything_but_a_text_is_none(value: object) -> None:
    """Only texts are written."""
    assert number_at({"n": value}, "n") is None


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ("2016-02", ((2016, 2, 1), (2016, 2, 29))),
        ({"value": "2016", "inferred": "true"}, ((2016, 1, 1), (2016, 12, 31))),
        ("2017-01/2017-04", ((2017, 1, 1), (2017, 4, 30))),
        ("unknown", None),
        ("2017-04/2017-01", None),
        ("18.5.2016", None),
        ({"value": ["2016"]}, None),
        (["2016"], None),
        (None, None),
    ],
)
def test_span_is_the_days_of_a_date_or_period(
    value: object, span: tuple[tuple[int, int, int], tuple[int, int, int]] | None
) -> None:
    """Plain or with the reason for which it was worked out."""
    expected = Span(datetime.date(*span[0]), datetime.date(*span[1])) if span else None
    assert span_at({"d": value}, "d") == expected
