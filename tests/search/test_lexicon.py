"""What a word is found by."""

import pytest

from catalogue.search import CachedAnalyser, analyser_for
from catalogue.search.lexicon import SPAN_WEIGHT, Lexicon
from catalogue.search.token import tokens


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """A lexicon of Finnish."""
    return Lexicon(CachedAnalyser(analyser_for("fi")))


def test_a_compound_is_found_by_its_parts_at_a_lower_weight(lexicon: Lexicon) -> None:
    """A compound is found by its parts at a lower weight."""
    keys = dict(lexicon.terms("lastensuojelutyön").keys)
    assert keys["lastensuojelutyö"] == 1.0
    assert keys["lastensuojelu"] == keys["työ"] == SPAN_WEIGHT


@pytest.mark.parametrize("word", ["lapinlahti", "lapinlahdella"])
def test_a_name_is_not_found_by_its_parts(lexicon: Lexicon, word: str) -> None:
    """Lapinlahti is not Lahti; without the names it would be a compound as any other."""
    assert "lahti" in dict(lexicon.terms(word).keys)
    named = Lexicon(lexicon.analyser, frozenset({"lapinlahti", "lahti"}))
    assert named.terms(word).keys == (("lapinlahti", 1.0),)
    assert named.terms("lahdessa").keys == (("lahti", 1.0),)
    assert "neuvola" in dict(named.terms("perheneuvolassa").keys)


def test_a_verbal_noun_is_found_by_its_verb_but_does_not_ask_for_it(lexicon: Lexicon) -> None:
    """A verbal noun is found by its verb but does not ask for it."""
    terms = lexicon.terms("tukeminen")
    assert dict(terms.keys)["tukea"] == 1.0
    assert terms.links == ("tukeminen",)


def test_an_unknown_word_is_found_by_itself_and_flagged(lexicon: Lexicon) -> None:
    """An unknown word is found by itself and flagged."""
    terms = lexicon.terms("qwrtzx")
    assert (terms.keys, terms.known) == ((("qwrtzx", 1.0),), False)


@pytest.mark.parametrize("word", ["a" * 41, "123456"])
def test_endless_words_and_long_numbers_are_left_out(lexicon: Lexicon, word: str) -> None:
    """Endless words and long numbers are left out."""
    assert lexicon.terms(word).keys == ()


@pytest.mark.parametrize(
    ("text", "compound"),
    [
        ("kasvatus- ja perheneuvonta", "kasvatusneuvonta"),
        ("koti-, koulu- ja päivähoidon", "kotihoito"),
        ("perhetyö ja -hoito", "perhehoito"),
    ],
)
def test_a_hyphen_stands_for_the_missing_part(lexicon: Lexicon, text: str, compound: str) -> None:
    """A hyphen stands for the missing part."""
    found = list(tokens(text))
    places = [n for n, token in enumerate(found) if token.head or token.tail]
    assert compound in {key for place in places for key in lexicon.elliptic(found, place)}


def test_a_hyphen_without_a_compound_nearby_stands_for_nothing(lexicon: Lexicon) -> None:
    """A hyphen without a compound nearby stands for nothing."""
    assert list(lexicon.elliptic(list(tokens("kasvatus- ja talo")), 0)) == []
