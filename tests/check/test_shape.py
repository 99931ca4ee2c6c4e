"""Whether values have the type and form that the model declares."""

from collections.abc import Mapping

import pytest

from catalogue.check.shape import validated
from catalogue.model.declared import declared_fields
from catalogue.model.practice import Practice
from catalogue.model.registry import County
from catalogue.problem import Finding, Loc
from tests.factories import outcome_data, practice_data

Data = Mapping[str, object]


def codes(data: Data) -> list[tuple[Loc, str]]:
    """Place and code of everything that is wrong."""
    return [(f.loc, f.code) for f in validated(Practice, data)[1]]


def test_sound_data_become_a_record(sound_data: Data) -> None:
    """And nothing is found."""
    practice, findings = validated(Practice, sound_data)
    assert findings == ()
    assert practice is not None
    assert practice.places == ("153", "020")


def test_every_missing_field_is_told_at_once() -> None:
    """An empty file lacks all that is needed, in the order of declaration."""
    needed = [d.path for d in declared_fields(Practice) if len(d.path) == 1 and d.required]
    assert codes({}) == [(path, "missing") for path in needed]
    assert ("title",) in needed


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("title", "", [(("title",), "empty")]),
        ("title", "   ", [(("title",), "empty")]),
        ("title", [], [(("title",), "text-expected")]),
        ("title", "ab", [(("title",), "text-short")]),
        ("title", "a" * 121, [(("title",), "text-long")]),
        ("title", "a" * 120, []),
        ("summary", "a" * 300, []),
        ("summary", "a" * 301, [(("summary",), "text-long")]),
        ("model", "A b", [(("model",), "slug")]),
        ("model", "a\n", []),
        ("model", "a-", [(("model",), "slug")]),
        ("former_ids", ["../a"], [(("former_ids", 0), "slug")]),
        ("themes", [], [(("themes",), "list-short")]),
        ("themes", ["a"] * 6, []),
        ("themes", ["a"] * 7, [(("themes",), "list-long")]),
        ("themes", "a", [(("themes",), "list-expected")]),
        ("themes", {"a": "b"}, [(("themes",), "list-expected")]),
        ("themes", [["a"]], [(("themes", 0), "text-expected")]),
        ("status", "in-use", [(("status",), "mapping-expected")]),
        ("status", [], [(("status",), "mapping-expected")]),
        ("status", {}, [(("status", "value"), "missing")]),
        ("status", "", [(("status",), "empty")]),
        ("age", {"min": "-1"}, [(("age", "min"), "whole-number")]),
        ("age", {"min": "1.0"}, [(("age", "min"), "whole-number")]),
        ("age", {"min": "١"}, [(("age", "min"), "whole-number")]),
        ("age", {"min": "020"}, []),
        ("age", {"min": ["1"]}, [(("age", "min"), "whole-number")]),
        ("started", "2016", []),
        ("started", "2016-05", []),
        ("started", "2016-02-29", []),
        ("started", "unknown", []),
        ("started", "2015-02-29", [(("started",), "no-such-day")]),
        ("started", "2016-13", [(("started",), "no-such-day")]),
        ("started", "2016-5", [(("started",), "date")]),
        ("started", "18.5.2016", [(("started",), "date")]),
        ("started", "٢٠١٦", [(("started",), "date")]),
        ("started", "9999", []),
        ("started", "0000", [(("started",), "no-such-day")]),
        ("started", "2016/2017", [(("started",), "date")]),
        ("started", {"value": "x"}, [(("started", "value"), "date")]),
        (
            "started",
            {"value": "2016", "inferred": "y"},
            [(("started", "inferred"), "true-or-false")],
        ),
        (
            "started",
            {"value": "2016", "inferred": []},
            [(("started", "inferred"), "true-or-false")],
        ),
        ("started", {"why": "x"}, [(("started", "value"), "missing")]),
        ("titel", "x", [(("titel",), "unknown-key")]),
        ("id", "x", [(("id",), "unknown-key")]),
    ],
)
def test_each_wrong_value_is_told_by_its_kind_at_its_place(
    sound_data: Data, key: str, value: object, found: list[tuple[Loc, str]]
) -> None:
    """A date is told at the field in which it was written."""
    assert codes({**sound_data, key: value}) == found


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("fte", "2,5", "number"),
        ("fte", "2.5", None),
        ("fte", " 2.5 ", None),
        ("fte", "-0.5", None),
        ("fte", ".5", "number"),
        ("fte", "1e3", "number"),
        ("fte", "1_000", "number"),
        ("fte", "0x1F", "number"),
        ("fte", "NaN", "number"),
        ("fte", ".inf", "number"),
        ("fte", "٢", "number"),
        ("fte", "1" * 13, "number"),
        ("fte", "0.1234567", "number"),
        ("fte", {"a": "b"}, "number"),
        ("headcount", "2.0", "whole-number"),
        ("headcount", "12345678", "whole-number"),
    ],
)
def test_number_is_digits_with_a_point(
    sound_data: Data, field: str, value: object, code: str | None
) -> None:
    """Other ways of writing numbers are not guessed at."""
    found = codes({**sound_data, "resources": {"staff": {field: value}}})
    assert found == ([(("resources", "staff", field), code)] if code else [])


@pytest.mark.parametrize(
    ("cost", "key", "code"),
    [
        ({"amount": "1", "currency": "€"}, "currency", "currency"),
        ({"amount": "1", "currency": "euro"}, "currency", "currency"),
        ({"amount": "1", "price_year": "2016-01"}, "price_year", "year"),
        ({"amount": "1", "price_year": "٢٠١٢"}, "price_year", "year"),
        ({}, "amount", "missing"),
    ],
)
def test_cost_is_told_in_words_and_not_as_a_regular_expression(
    sound_data: Data, cost: Data, key: str, code: str
) -> None:
    """What a pattern means is said."""
    assert codes({**sound_data, "resources": {"cost": cost}}) == [
        (("resources", "cost", key), code)
    ]


def test_comma_in_a_number_is_told_where_it_made_a_key(sound_data: Data) -> None:
    """`{fte: 2,5}` is read as `fte: 2` and a key `5`."""
    found = codes({**sound_data, "resources": {"staff": {"fte": "2", "5": ""}}})
    assert found == [(("resources", "staff", "5"), "decimal-comma")]


@pytest.mark.parametrize(
    ("contact", "key", "code"),
    [
        ({"email": "a"}, "email", "email"),
        ({"email": "a@b"}, "email", "email"),
        ({"email": "a b@example.fi"}, "email", "email"),
        ({"email": "a(ät)example.fi"}, "email", "email"),
        ({"email": "A <a@example.fi>"}, "email", "email"),
        ({"email": "mailto:a@example.fi"}, "email", "email"),
        ({"email": "etunimi.sukunimi@example.fi"}, "email", "email-pattern"),
        ({"email": "Etunimi.Sukunimi@example.fi"}, "email", "email-pattern"),
        ({"email": "fornamn.efternamn@example.fi"}, "email", "email-pattern"),
        ({"email": "firstname.lastname@example.fi"}, "email", "email-pattern"),
        ({"phone": "vaihde"}, "phone", "phone"),
        ({"phone": "000"}, "phone", "phone"),
        ({"phone": "tel:000000"}, "phone", "phone"),
        ({"withdrawn": "yes"}, "withdrawn", "true-or-false"),
        ({"withdrawn": "True"}, "withdrawn", "true-or-false"),
    ],
)
def test_contact_is_told_what_cannot_be_reached(
    sound_data: Data, contact: Data, key: str, code: str
) -> None:
    """An address must be one that somebody reads."""
    whole = {"role": "vastaava", "organisation": "imatra", "verified": "2016", **contact}
    assert codes({**sound_data, "contacts": [whole]}) == [(("contacts", 0, key), code)]


@pytest.mark.parametrize(
    ("url", "accepted"),
    [
        ("https://example.fi", True),
        ("http://example.fi/a?b=c#d", True),
        ("https://example.fi/äö", True),
        ("https://fi.wikipedia.org/wiki/D'Hondt", True),
        ("https://medium.com/@kunta/juttu", True),
        ("https://example.fi?a=b@c", True),
        ("https://o'brien.fi/", False),
        ("HTTPS://example.fi", False),
        ("//example.fi", False),
        ("example.fi", False),
        ("ftp://example.fi", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://user:pass@example.fi", False),
        ("https://example.fi/a b", False),
        ('https://example.fi/"onclick="x', False),
        ("https://example.fi\\@evil.fi", False),
        ("https://example", False),
        ("https://", False),
    ],
)
def test_address_of_a_source_is_of_the_web(sound_data: Data, url: str, accepted: bool) -> None:
    """And hides no user name, quote or space."""
    sources = sound_data["sources"]
    assert isinstance(sources, list)
    found = codes({**sound_data, "sources": [{**sources[0], "url": url}]})
    assert found == ([] if accepted else [(("sources", 0, "url"), "url")])


@pytest.mark.parametrize(
    ("url", "sign"),
    [
        ("https://user@example.fi/@a", "@"),
        ("https://o'brien.fi/D'Hondt", "'"),
        ("https://example.fi/a b@c", " "),
        ("https://example.fi/<b>", "<"),
        ("ftp://example.fi", None),
    ],
)
def test_the_sign_that_is_wrong_in_an_address_is_named(
    sound_data: Data, url: str, sign: str | None
) -> None:
    """The one that stands where it cannot."""
    data = {**sound_data, "sources": [{"id": "a", "title": "A", "url": url}]}
    (found,) = [f for f in validated(Practice, data)[1] if f.code == "url"]
    assert found.params.get("sign") == sign


def test_list_with_a_refused_item_is_not_called_empty(sound_data: Data) -> None:
    """Only the item is told."""
    assert codes({**sound_data, "sources": ["tiedote"]}) == [(("sources", 0), "mapping-expected")]


def test_unknown_key_suggests_a_key_of_the_same_record(sound_data: Data) -> None:
    """Not one from another level."""
    status = {"value": "in-use", "as_off": "2017", "titel": "x"}
    assert validated(Practice, {**sound_data, "status": status})[1] == (
        Finding(("status", "as_off"), "unknown-key", {"found": "as_off", "suggestion": "as_of"}),
        Finding(("status", "titel"), "unknown-key", {"found": "titel"}),
    )


def test_found_text_is_shown_in_quotes_short_and_harmless(sound_data: Data) -> None:
    """The message shows what was written."""
    findings = validated(Practice, {**sound_data, "started": "\u202e" + "x" * 100})[1]
    assert [f.params["found"] for f in findings] == ["”U+202E" + "x" * 53 + "…”"]


def test_pattern_without_words_of_its_own_is_shown() -> None:
    """Codes in the registry are written by those who know regular expressions."""
    findings = validated(County, {"code": "1", "id": "a", "name": {"fi": "A"}})[1]
    assert [(f.loc, f.code, f.params["found"]) for f in findings] == [(("code",), "pattern", "”1”")]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Käytännön nimi", "title"),
        ("kaytannon_nimi", "title"),
        ("nimi", "title"),
        ("Tiivistelmä", "summary"),
        ("tiivistelma", "summary"),
        ("Tila", "status"),
        ("kohderyhmät", "target_groups"),
        ("Yhteistiedot", "contacts"),
        ("Sammanfattning", "summary"),
        ("titel", "title"),
    ],
)
def test_the_label_of_a_field_leads_to_its_key(written: str, meant: str) -> None:
    """In any language, misspelt a little, or in part where that can mean one field only."""
    _, findings = validated(Practice, practice_data(**{written: "x"}))
    assert {f.params.get("suggestion") for f in findings if f.loc == (written,)} == {meant}


def test_a_label_in_part_means_the_field_that_is_lacking() -> None:
    """Of the two kinds only that of the practice must be told."""
    data = {**practice_data(), "laji": "service"}
    del data["kind"]
    _, findings = validated(Practice, data)
    assert {f.loc: f.params.get("suggestion") for f in findings} == {
        ("kind",): None,
        ("laji",): "kind",
    }


@pytest.mark.parametrize(
    ("field", "written", "meant"),
    [
        ("started", "18.5.2017", "2017-05-18"),
        ("started", "tammikuu 2016", "2016-01"),
        ("started", "31.2.2017", None),
        ("started", "joskus", None),
        ("started", "2016–2017", None),
        ("reviewed", "9/2026", "2026-09"),
    ],
)
def test_a_date_as_people_write_it_leads_to_that_of_the_file(
    field: str, written: str, meant: str | None
) -> None:
    """By the rules of the form."""
    _, findings = validated(Practice, practice_data(**{field: written}))
    assert [(f.loc, f.code, f.params.get("suggestion")) for f in findings] == [
        ((field,), "date", meant)
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("33,5", "33.5"), ("14 000", "14000"), ("14.000,5", "14000.5"), ("n. 5", None)],
)
def test_a_number_as_people_write_it_leads_to_that_of_the_file(
    written: str, meant: str | None
) -> None:
    """But what may be two numbers leads nowhere."""
    outcomes = [outcome_data(baseline={"value": written})]
    _, findings = validated(Practice, practice_data(outcomes=outcomes))
    assert [(f.code, f.params.get("suggestion")) for f in findings] == [("number", meant)]


@pytest.mark.parametrize("written", ["laji", "kieli", "published", "x"])
def test_what_may_mean_many_fields_or_none_leads_nowhere(written: str) -> None:
    """A guess would mislead."""
    _, findings = validated(Practice, practice_data(**{written: "x"}))
    assert [f.params for f in findings] == [{"found": written}]
