"""Text is cut into the words people search by."""

import pytest

from catalogue.search.token import Token, tokens


def words(text: str) -> list[str]:
    """The words of the tokens."""
    return [token.word for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lapsi, vanhempi; KOTI!", ["lapsi", "vanhempi", "koti"]),
        ("EU:n tuki", ["eu", "tuki"]),
        ("Bordeaux'n malli", ["bordeaux", "malli"]),
        ("äiti-lapsiryhmä", ["äiti-lapsiryhmä", "äiti", "lapsiryhmä"]),
        ("a\u0308iti", ["äiti"]),
        ("\u202eneuvola\u200f \x00 🙂 <b>", ["neuvola", "b"]),
        ("", []),
    ],
)
def test_words_come_in_lower_case_without_endings_after_a_colon(
    text: str, expected: list[str]
) -> None:
    """Words come in lower case without endings after a colon."""
    assert words(text) == expected


def test_a_hyphen_left_hanging_says_which_part_is_missing() -> None:
    """A hyphen left hanging says which part is missing."""
    assert list(tokens("kasvatus- ja perheneuvonta")) == [
        Token("kasvatus", head=True),
        Token("ja"),
        Token("perheneuvonta"),
    ]
    assert list(tokens("perhetyö ja -hoito"))[-1] == Token("hoito", tail=True)
