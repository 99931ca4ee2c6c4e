"""Single values: what is read from text, what is refused, and how it is written again."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from catalogue.model.values import (
    Email,
    Line,
    Number,
    Phone,
    Record,
    Sentence,
    Slug,
    StatedDate,
    StatedPeriod,
    Summary,
    Text,
    Url,
    Whole,
)


def read(kind: Any, text: object) -> Any:
    """Return `text` read as a value of `kind`."""
    return TypeAdapter(kind).validate_python(text)


def refused(kind: Any, text: object) -> list[str]:
    """Return the types of the errors with which `kind` refuses `text`."""
    with pytest.raises(ValidationError) as caught:
        read(kind, text)
    return [error["type"] for error in caught.value.errors()]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("33", "33"),
        ("-19", "-19"),
        ("1.4", "1.4"),
        ("-0.1", "-0.1"),
        ("020", "20"),
        (" 7 ", "7"),
        ("950000", "950000"),
        ("999999999999.999999", "999999999999.999999"),
    ],
)
def test_a_number_is_an_exact_decimal(text: str, value: str) -> None:
    """Never a binary fraction, never octal."""
    assert read(Number, text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1,4",
        "1 000",
        "1_000",
        "+5",
        "1e3",
        ".5",
        "5.",
        "1.2.3",
        "−19",
        "--1",
        "NaN",
        "inf",
        "-Infinity",
        "0x1F",
        "1:30",
        "noin 5",
        "5 %",
        "1234567890123",
        "0.1234567",
        "３３",
        "٣٣",
        None,
        ["1"],
        {"value": "1"},
        True,
        1.4,
    ],
)
def test_what_is_no_plain_number_is_refused(text: object) -> None:
    """One way of writing: digits, a point, a hyphen-minus."""
    assert refused(Number, text) == ["number"]


@pytest.mark.parametrize(
    ("text", "value"), [("0", 0), ("18", 18), ("007", 7), ("9999999", 9999999)]
)
def test_a_whole_number_is_read(text: str, value: int) -> None:
    """Zero and leading zeros are allowed."""
    assert read(Whole, text) == value


@pytest.mark.parametrize(
    "text", ["", "-1", "1.0", "1.5", "12345678", "1 0", "kuusi", "１８", "²", None, ["1"], 1.0]
)
def test_what_is_no_whole_number_is_refused(text: object) -> None:
    """No sign, no fraction, at most seven digits."""
    assert refused(Whole, text) == ["whole_number"]


@pytest.mark.parametrize(
    "text",
    [
        "nimi@esimerkki.fi",
        "esimerkki.henkilo@esimerkki.example",
        "a+b_c-d@ali.esimerkki.fi",
        "NIMI@ESIMERKKI.FI",
        "etunimi@esimerkki.fi",
    ],
)
def test_an_email_address_is_kept_as_written(text: str) -> None:
    """Ordinary addresses of people and offices."""
    assert read(Email, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nimi",
        "nimi@",
        "@esimerkki.fi",
        "nimi@esimerkki",
        "nimi@@esimerkki.fi",
        "nimi(ät)esimerkki.fi",
        "nimi (at) esimerkki.fi",
        "ni mi@esimerkki.fi",
        "nimi@esimerkki.fi, toinen@esimerkki.fi",
        "Nimi <nimi@esimerkki.fi>",
        "nimi@esimerkki.fi\n",
        "nimi@esimerkki..fi",
        "nimi@.fi",
        '"><img src=x onerror=alert(1)>@esimerkki.fi',
        "javascript:alert(1)@esimerkki.fi",
        "nimi@esimerkki.fi?subject=x",
    ],
)
def test_what_is_no_email_address_is_refused(text: str) -> None:
    """Nor anything with markup, a scheme or a header in it."""
    assert refused(Email, text) == ["email"]


@pytest.mark.parametrize(
    "text",
    [
        "etunimi.sukunimi@kouvola.fi",
        "Etunimi.Sukunimi@kouvola.fi",
        "fornamn.efternamn@esimerkki.fi",
        "firstname.lastname@esimerkki.fi",
    ],
)
def test_the_pattern_of_addresses_is_no_address(text: str) -> None:
    """Nobody reads mail sent to it."""
    assert refused(Email, text) == ["email_pattern"]


@pytest.mark.parametrize(
    "text", ["020 617 3303", "+358 20 617 3303", "0206173303", "09 123-456", "+358 (0)9 1234"]
)
def test_a_telephone_number_is_kept_as_written(text: str) -> None:
    """With the spaces that make it readable."""
    assert read(Phone, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1234",
        "puh. 020 617 3303",
        "+",
        "++358 20 617",
        "020 617 3303 vaihde",
        "０２０ ６１７ ３３０３",
    ],
)
def test_what_is_no_telephone_number_is_refused(text: str) -> None:
    """Words and too few digits."""
    assert refused(Phone, text) == ["phone"]


@pytest.mark.parametrize(
    "text",
    [
        "https://esimerkki.fi",
        "http://esimerkki.fi/a/b.html?c=d&e=f#g",
        "https://www.esimerkki.fi/sivu_(1)",
    ],
)
def test_a_web_address_is_kept_as_written(text: str) -> None:
    """Both schemes of the web."""
    assert read(Url, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "esimerkki.fi",
        "//esimerkki.fi",
        "/sivu",
        "ftp://esimerkki.fi",
        "javascript:alert(1)",
        "JavaScript:alert(1)//https://esimerkki.fi",
        "data:text/html,x",
        "https://",
        "https://esimerkki",
        "https://nimi@esimerkki.fi",
        "https://pankki.fi@esimerkki.fi",
        "https://esimerkki.fi/a b",
        'https://esimerkki.fi/"onmouseover="x',
        "https://esimerkki.fi/<script>",
        "https:\\\\esimerkki.fi",
        "https://esimerkki.fi\n",
        " javascript:alert(1) https://esimerkki.fi",
    ],
)
def test_what_is_no_web_address_is_refused(text: str) -> None:
    """Nor one that hides where it leads."""
    assert refused(Url, text) == ["url"]


@pytest.mark.parametrize("text", ["a", "a1", "1", "imatran-hyvinvointineuvola", "x" * 80])
def test_a_slug_is_lower_case_ascii(text: str) -> None:
    """Letters, digits and single hyphens between them."""
    assert read(Slug, text) == text


@pytest.mark.parametrize(
    "text",
    ["", "A", "ä", "a_b", "a b", "-a", "a-", "a--b", "a/b", "..", "a.b", "a\n", "x" * 81, "ａ"],
)
def test_what_is_no_slug_is_refused(text: str) -> None:
    """Anything that an address or a file name could trip over."""
    expected = "string_too_long" if len(text) > 80 else "string_pattern_mismatch"
    assert refused(Slug, text) == [expected]


@pytest.mark.parametrize(("kind", "limit"), [(Line, 200), (Sentence, 600), (Summary, 300)])
def test_texts_have_limits(kind: Any, limit: int) -> None:
    """At least one character, and as many as the field's layout bears."""
    assert read(kind, "ä" * limit) == "ä" * limit
    assert refused(kind, "ä" * (limit + 1)) == ["string_too_long"]
    assert refused(kind, "") == ["string_too_short"]


@pytest.mark.parametrize("text", ["2016", "2016-05", "2016-05-18", "unknown"])
@pytest.mark.parametrize("kind", [StatedDate, StatedPeriod])
def test_a_stated_date_is_written_as_it_was_read(kind: type[StatedDate], text: str) -> None:
    """From text, and from a mapping that adds nothing."""
    for given in (text, {"value": text}, {"value": text, "inferred": "false"}):
        found = kind.model_validate(given)
        assert (found.value, found.inferred, found.why) == (text, False, None)
        assert found.model_dump() == text


@pytest.mark.parametrize("kind", [StatedDate, StatedPeriod])
def test_an_inferred_date_keeps_its_reason(kind: type[StatedDate]) -> None:
    """A date that was worked out is never written as if it had been stated."""
    given = {"value": "2013-03-21", "inferred": "true", "why": "Torstai."}
    found = kind.model_validate(given)
    assert found.inferred
    assert found.model_dump() == {"value": "2013-03-21", "inferred": True, "why": "Torstai."}
    assert kind.model_validate(found.model_dump()) == found


def test_only_a_period_may_be_an_interval() -> None:
    """A practice starts on one day, a figure covers many."""
    assert StatedPeriod.model_validate("2017-01/2017-04").value == "2017-01/2017-04"
    assert refused(StatedDate, "2017-01/2017-04") == ["date"]


@pytest.mark.parametrize("text", ["2015-02-29", "2016-13", "18.5.2016", "eilen", "", "UNKNOWN"])
def test_a_wrong_date_is_refused_as_text_and_in_a_mapping(text: str) -> None:
    """With the same kind of error."""
    assert refused(StatedDate, text) == refused(StatedDate, {"value": text}) == ["date"]
    assert refused(StatedPeriod, text) == refused(StatedPeriod, {"value": text}) == ["period"]


def test_a_stated_date_takes_no_other_keys() -> None:
    """A misspelt `inferred` must not make an inferred date a stated one."""
    assert refused(StatedDate, {"value": "2016", "infered": "true"}) == ["extra_forbidden"]


def test_a_known_date_has_days_and_an_unknown_none() -> None:
    """What is not known covers nothing."""
    known, unknown = StatedPeriod(value="2016"), StatedPeriod(value="unknown")
    assert known.known
    assert known.span is not None
    assert not unknown.known
    assert unknown.span is None


@pytest.mark.parametrize(
    ("language", "text"), [("fi", "suomi"), ("sv", "svenska"), ("en", "suomi"), ("de", "suomi")]
)
def test_a_text_falls_back_to_finnish(language: str, text: str) -> None:
    """Finnish is always there."""
    assert Text(fi="suomi", sv="svenska").get(language) == text


def test_a_record_is_frozen_and_closed() -> None:
    """Nobody changes a checked record, and no key is silently dropped."""

    class Pair(Record):
        name: str

    with pytest.raises(ValidationError):
        Pair(name="a").name = "b"
    assert refused(Pair, {"name": "a", "nmae": "b"}) == ["extra_forbidden"]
    assert read(Pair, {"name": "  a\n"}).name == "a"
