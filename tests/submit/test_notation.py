"""Dates and numbers as people write them."""

import pytest

from catalogue.submit.notation import noted

UNKNOWN = "ei tiedossa"


@pytest.mark.parametrize(
    ("kind", "typed", "written"),
    [
        ("date", "18.9.2017", "2017-09-18"),
        ("date", "18. 9. 2017", "2017-09-18"),
        ("date", "9/2017", "2017-09"),
        ("date", "9.2017", "2017-09"),
        ("date", " 2017 ", "2017"),
        ("date", "2017-09-18", "2017-09-18"),
        ("date", "Ei tiedossa", "unknown"),
        ("date", "tammikuu 2024", "2024-01"),
        ("date", "Toukokuussa 2016", "2016-05"),
        ("date", "5. huhtikuuta 2017", "2017-04-05"),
        ("date", "5 April 2017", "2017-04-05"),
        ("period", "tammi–huhtikuu 2017", "2017-01/2017-04"),
        ("period", "tammi-huhtikuu 2017", "2017-01/2017-04"),
        ("period", "marraskuu 2016\u2009–\u2009helmikuu 2017", "2016-11/2017-02"),
        ("period", "januari–april 2017", "2017-01/2017-04"),
        ("period", "November 2016 – February 2017", "2016-11/2017-02"),
        ("period", "18. toukokuuta – 3. kesäkuuta 2017", "2017-05-18/2017-06-03"),
        ("period", "18.9.2017–3.1.2018", "2017-09-18/2018-01-03"),
        ("period", "18.9.2017 - 3.1.2018", "2017-09-18/2018-01-03"),
        ("period", "1–4/2017", "2017-01/2017-04"),
        ("period", "1.–18.9.2017", "2017-09-01/2017-09-18"),
        ("period", "2016–2017", "2016/2017"),
        ("period", "2016-2017", "2016/2017"),
        ("period", "2015", "2015"),
        ("date", "tammikuu 2016", "2016-01"),
        ("date", "Toukokuussa 2017", "2017-05"),
        ("date", "18. toukokuuta 2017", "2017-05-18"),
        ("date", "helmikuu2017", "2017-02"),
        ("date", "18 maj 2017", "2017-05-18"),
        ("date", "May 2017", "2017-05"),
        ("period", "tammi–huhtikuu 2017", "2017-01/2017-04"),
        ("period", "marraskuu 2016 – helmikuu 2017", "2016-11/2017-02"),
        ("period", "1. tammikuuta – 30. huhtikuuta 2017", "2017-01-01/2017-04-30"),
        ("number", "33,5", "33.5"),
        ("number", "14 000", "14000"),
        ("number", "14\N{NO-BREAK SPACE}000,5", "14000.5"),
        ("number", "1.400.000", "1400000"),
        ("number", "1.400,5", "1400.5"),
        ("number", "1,400.5", "1400.5"),
        ("number", "14,000", "14.000"),
        ("number", "14.000", "14.000?"),
        ("number", "-14.000", "-14.000?"),
        ("number", "14.00", "14.00"),
        ("whole", "14.000", "14000"),
        ("number", "−3", "-3"),
        ("number", "- 3", "-3"),
        ("whole", "1 200", "1200"),
        ("text", "18.9.2017", "18.9.2017"),
    ],
)
def test_what_people_write_becomes_what_the_file_takes(kind: str, typed: str, written: str) -> None:
    """As in the browser."""
    assert noted(kind, typed, UNKNOWN) == written


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("date", "31.2.2017"),
        ("date", "13/2017"),
        ("date", "syksyllä"),
        ("date", "kevät 2016"),
        ("date", "31. helmikuuta 2017"),
        ("date", "tammikuu"),
        ("date", "hölmöelokuu 2016"),
        ("period", "toukokuu 2017 – huhtikuu 2017"),
        ("date", "18.9.17"),
        ("period", "2017–2016"),
        ("period", "1–2–3"),
        ("period", "–18.9.2017"),
        ("period", "-2017"),
        ("number", "noin 5"),
        ("number", "1 2"),
        ("number", "١٢"),
        ("whole", "1,5"),
        ("number", ""),
    ],
)
def test_what_is_neither_comes_back_as_it_was_typed(kind: str, typed: str) -> None:
    """Nothing is guessed: the check tells of it."""
    assert noted(kind, typed, UNKNOWN) == typed
