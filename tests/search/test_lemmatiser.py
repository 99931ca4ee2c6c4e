"""simplemma's word lists, for Swedish, English, and Finnish without Voikko."""

import pytest

from catalogue.search.lemmatiser import Lemmatiser


@pytest.mark.parametrize(
    ("language", "word", "lemma", "parts"),
    [
        ("sv", "barnskyddet", "barnskydd", {"barn", "skydd"}),
        ("sv", "skolhälsovården", "skolhälsovård", {"skola", "hälsovård", "vård"}),
        ("en", "children", "child", set()),
        ("fi", "lastensuojelussa", "lastensuojelu", {"suojelu"}),
    ],
)
def test_words_are_read_and_compounds_split(
    language: str, word: str, lemma: str, parts: set[str]
) -> None:
    """Words are read and compounds split."""
    (reading,) = Lemmatiser(language).analyse(word)
    assert reading.lemma == lemma
    assert parts <= set(reading.spans)


def test_a_word_in_no_list_is_unknown() -> None:
    """A word in no list is unknown."""
    assert Lemmatiser("sv").analyse("qwrtzx") == ()


def test_a_first_part_with_a_longer_base_form_is_not_split_for_ever() -> None:
    """A first part with a longer base form is not split for ever."""
    for word in ("työtyö" * 3, "kodinkodinkodin", "barnbarnsbarnen"):
        for language in ("fi", "sv"):
            Lemmatiser(language).analyse(word)
