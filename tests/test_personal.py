"""What is taken for personal data, and what only looks like it."""

import re

import pytest

from catalogue.personal import PATTERNS, WEB_ADDRESS, masked
from tests.costs import within

PHONES = [
    *("040 123 4567", "0401234567", "040-1234567", "p. 050 55 66 777", "puh.0401234567"),
    *("(09) 310 1691", "09 310 1691", "08 123 456", "020 617 3303", "0295 345 000", "019-123 456"),
    *("+358 40 123 4567", "+358401234567", "+358 (0)40 123 4567", "00358 40 1234567"),
    *("+46 70 123 45 67", "ks. 050/123 4567", "040.123.4567", "040\u00a0123\u00a04567"),
]
EMAILS = ["nimi@kunta.fi", "a.b(at)kunta.fi", "a.b (ät) kunta.fi", "<ä@kunta.fi>", "a@b.c-d.fi,"]
CODES = ["010115A123B", "131052-308T", "(131052+308t)", "280299-1234."]
# Years, amounts, ranges, codes and dates, as they stand in practices.
SOUND = [
    *("2015–2016", "2015-2016", "vuosina 2011 2012 ja 2013", "2017-01/2017-04", "2016-05-18"),
    *(
        "18.5.2017",
        "05.04.2017",
        "01-01-2016",
        "1.1.-31.12.2016",
        "05/2016–06/2017",
        "03 2015-2016",
    ),
    *(
        "120 000 euroa",
        "1 000 000",
        "+20 000",
        "+12 000 000 euroa",
        "0,5",
        "0.045123456",
        "040 000",
    ),
    *("020 615", "kunnat 020, 153 ja 285", "00100 Helsinki", "0–17", "klo 08.00-16.00", "045 2016"),
    *("Y-tunnus 0203632-9", "417/2007", "HE 129/2018 vp", "THL/1234/5.09.00/2017", "08-16"),
    *("ISBN 978-952-00-1234-5", "10.1016/0145-2134(95)00001", "URN:NBN:fi-fe2019041234567"),
    *("FI21 1234 5600 0007 85", "doi:10.1007/s00787-015-0755-7", "321599-1234", "1010115A123B"),
    *(
        "https://x.fi/0401234567?m=a@b.fi",
        "https://medium.com/@kunta.fi/juttu",
        "@kunta.fi",
        "a @ b",
    ),
]


def found(text: str) -> set[str]:
    """The codes of what `text` is taken to hold."""
    plain = re.sub(WEB_ADDRESS, " ", text)
    return {code for code, pattern in PATTERNS.items() if re.search(pattern, plain)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *((text, "personal-phone") for text in PHONES),
        *((text, "personal-email") for text in EMAILS),
        *((text, "identity-code") for text in CODES),
    ],
)
def test_personal_data_is_recognised(text: str, code: str) -> None:
    """However it is grouped, alone and among words."""
    assert found(text) == {code}
    assert found(f"Kysy lisää {text} arkisin vuonna 2017") == {code}


@pytest.mark.parametrize("text", SOUND)
def test_what_only_looks_like_it_is_not_taken_for_it(text: str) -> None:
    """Alone and among words."""
    assert found(text) == set()
    assert found(f"Luku {text} vuonna") == set()


@pytest.mark.parametrize("text", EMAILS)
def test_an_address_of_mail_is_masked(text: str) -> None:
    """Where it is written with its sign; what a web address holds is part of where it leads."""
    if "@" in text:
        assert "kunta" not in masked(text) and "b.c-d" not in masked(text)
    for sound in (
        "Ei mitään.",
        "https://x.fi/?m=a@b.fi",
        '<a href="https://x.fi/a@b.fi">a</a>',
        "@a",
    ):
        assert masked(sound) == sound


@pytest.mark.parametrize(
    "piece", ["a", "a.", "0", "04", "0 ", "a@", "a@a.", "(0", "+1", "01-", "a(at)"]
)
def test_no_text_takes_long(piece: str) -> None:
    """However often a piece of what is looked for stands in it."""
    text = piece * (60_000 // len(piece))
    within(0.5, lambda: (found(text), masked(text)))
