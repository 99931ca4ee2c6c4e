"""Numbers, dates and changes as Finns write them."""

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.derive.change import Change
from catalogue.messages import messages
from catalogue.model.values import StatedDate, StatedPeriod
from catalogue.numerals import LOCALES, MINUS, Numerals
from tests.factories import figure

N = Numerals(messages("fi"))
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("0", None, "0"),
        ("33", None, "33"),
        ("-19", None, "−19"),
        ("1.4", None, "1,4"),
        ("-0.1", None, "−0,1"),
        ("1000", None, f"1{NBSP}000"),
        ("700000", None, f"700{NBSP}000"),
        ("-950000.5", None, f"−950{NBSP}000,5"),
        ("0.123456", None, "0,123456"),
        ("2.0", None, "2"),
        ("-57.5757", 1, "−57,6"),
        ("12.25", 1, "12,3"),
        ("-12.25", 1, "−12,3"),
        ("-0.04", 1, "0"),
        ("0.05", 1, "0,1"),
        ("-0", None, "0"),
    ],
)
def test_numbers_have_a_decimal_comma_a_minus_sign_and_spaces_that_do_not_break(
    value: str, decimals: int | None, text: str
) -> None:
    """Rounded half away from zero, and zero has no sign."""
    assert N.number(Decimal(value), decimals) == text


@pytest.mark.parametrize(("value", "text"), [("5", "+5"), ("-5", "−5"), ("0", "0")])
def test_a_signed_number_shows_its_sign(value: str, text: str) -> None:
    """Also when it is positive."""
    assert N.signed(Decimal(value)) == text


@pytest.mark.parametrize("value", ["0.01", "-0.01"])
def test_what_rounds_to_zero_has_no_sign(value: str) -> None:
    """10,000 and 10,001 differ by 0 per cent, as the form says too."""
    assert N.signed(Decimal(value), 1) == "0"


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("33", "count", "33"),
        ("1.3", "percent", f"1,3{NBSP}%"),
        ("700000", "eur", f"700{NBSP}000{NBSP}euroa"),
        ("2.5", "fte", f"2,5{NBSP}henkilötyövuotta"),
        ("2", "qualitative", "2"),
    ],
)
def test_an_amount_is_bound_to_its_unit(value: str, unit: str, text: str) -> None:
    """No line breaks between them; a count has no unit."""
    assert N.amount(Decimal(value), unit) == text


@pytest.mark.parametrize(
    ("precision", "text"),
    [("exact", "80"), ("about", "noin 80"), ("over", "yli 80"), ("under", "alle 80")],
)
def test_a_figure_tells_its_precision(precision: str, text: str) -> None:
    """Exact needs no word."""
    assert N.figure(figure("80", "2015", precision), "count") == text


def test_a_figure_without_a_value_has_no_text() -> None:
    """The page says then that it was not given."""
    assert N.figure(figure(None, "2015"), "count") is None
    assert N.figure(None, "count") is None


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("2016", "2016"),
        ("2016-05", "toukokuu 2016"),
        ("2016-05-18", "18.5.2016"),
        ("2016-01-01", "1.1.2016"),
        ("2015/2016", "2015–2016"),
        ("2016-05-18/2016-06-02", "18.5.2016–2.6.2016"),
        ("unknown", "ei tiedossa"),
        (None, "ei tiedossa"),
        (StatedDate(value="2016-05"), "toukokuu 2016"),
        (StatedDate(value="unknown"), "ei tiedossa"),
        (StatedPeriod(value="2015/2016"), "2015–2016"),
    ],
)
def test_dates_are_as_precise_as_they_were_given(
    date: StatedDate | StatedPeriod | str | None, text: str
) -> None:
    """A year stays a year; an interval has a dash."""
    assert N.date(date) == text


def test_an_interval_of_months_has_its_two_months_in_words() -> None:
    """The year once where it is the same."""
    assert N.date("2017-01/2017-04") == "tammi–huhtikuu 2017"
    assert N.date("2016-11/2017-04").split() == ["marraskuu", "2016", "–", "huhtikuu", "2017"]


def change(
    absolute: str | None = None,
    unit: str | None = None,
    relative: str | None = None,
    times: str | None = None,
    precision: str = "exact",
    reported: bool = False,
) -> Change:
    """Return a change."""
    values = (Decimal(value) if value else None for value in (absolute, relative, times))
    first, second, third = values
    return Change(first, unit, second, third, precision, reported)


@pytest.mark.parametrize(
    ("what", "text"),
    [
        (change("-19", "count", "-57.5757"), f"−19 (−57,6{NBSP}%)"),
        (change("19", "count", "135.714"), f"+19 (+135,7{NBSP}%)"),
        (change("0", "count", "0"), f"0 (0{NBSP}%)"),
        (change("5", "count"), "+5"),
        (change("-0.1", "percentage-points"), f"−0,1{NBSP}%-yksikköä"),
        (change("-4.2", "percentage-points"), f"−4,2{NBSP}%-yksikköä"),
        (
            change("-19", "count", "-50", precision="about"),
            f"noin 19 vähemmän (noin 50{NBSP}% vähemmän)",
        ),
        (
            change("-950000", "eur", precision="about", reported=True),
            f"noin 950{NBSP}000{NBSP}euroa vähemmän",
        ),
        (
            change("-700000", "eur", precision="over", reported=True),
            f"yli 700{NBSP}000{NBSP}euroa vähemmän",
        ),
        (change(relative="-50", reported=True), f"−50{NBSP}%"),
        (change(relative="-70", precision="over", reported=True), f"yli 70{NBSP}% vähemmän"),
        (change(relative="12.5", reported=True), f"+12,5{NBSP}%"),
    ],
)
def test_a_change_is_told_with_sign_unit_and_precision(what: Change, text: str) -> None:
    """Relative change as the source gives it, or to one decimal where we reckon it."""
    assert N.change(what) == text


def test_how_many_times_as_much_is_told_as_such() -> None:
    """With the number and its precision; never with a sign."""
    text = N.change(change(times="2", precision="over", reported=True))
    assert text.startswith("yli 2")
    assert MINUS not in text
    assert "ilman" in text


@pytest.mark.parametrize(
    ("language", "number", "share", "day", "month"),
    [
        ("fi", "1 234,5", "57,6 %", "18.5.2017", "toukokuu 2017"),
        ("sv", "1 234,5", "57,6 %", "18.5.2017", "maj 2017"),
        ("en", "1,234.5", "57.6%", "18 May 2017", "May 2017"),
    ],
)
def test_numbers_and_dates_are_written_as_the_language_writes_them(
    language: str, number: str, share: str, day: str, month: str
) -> None:
    """Separators, the space before a per cent sign, names of months."""
    n = Numerals(messages(language))
    plain = lambda text: text.replace("\N{NO-BREAK SPACE}", " ")  # noqa: E731
    assert plain(n.number(Decimal("1234.5"))) == number
    assert plain(n.amount(Decimal("57.6"), "percent")) == share
    assert n.date("2017-05-18") == day
    assert n.date("2017-05") == month


@settings(deadline=None, derandomize=True, database=None)
@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12
    )
)
def test_numbers_are_written_as_the_rules_of_the_language_say(value: Decimal) -> None:
    """Those of Unicode CLDR, as Babel knows them."""
    for language, locale in LOCALES.items():
        said = format_decimal(value, locale=locale, decimal_quantization=False)
        expected = "0" if value == 0 else said.replace("-", MINUS)
        assert Numerals(messages(language)).number(value) == expected
