"""Answers of the analyser survive between builds, and only sound ones do."""

import pytest

from catalogue.search import AnalysisCache, CachedAnalyser, Reading, load_cache


class Counting:
    """An analyser that counts how often it is asked."""

    version = "counting 1"

    def __init__(self) -> None:
        self.asked = 0

    def analyse(self, word: str) -> tuple[Reading, ...]:
        """Two readings made up from the word."""
        self.asked += 1
        return (Reading(2, word, ("osa", "sana"), "tehdä"), Reading(2, word + "x"))

    def inflect(self, lemma: str) -> tuple[str, ...]:
        """Two forms made up from the base form."""
        self.asked += 1
        return (lemma + "n", lemma + "t")


def filled() -> AnalysisCache:
    """A cache with one word."""
    analyser = CachedAnalyser(Counting())
    analyser.analyse("lapsi")
    analyser.inflect("lapsi")
    return analyser.cache


def test_a_word_is_analysed_once() -> None:
    """A word is analysed once."""
    counting = Counting()
    analyser = CachedAnalyser(counting)
    assert analyser.analyse("lapsi") == analyser.analyse("lapsi")
    assert counting.asked == 1


def test_the_cache_comes_back_from_its_bytes_unchanged() -> None:
    """The cache comes back from its bytes unchanged."""
    cache, usable = load_cache(filled().to_bytes(), "counting 1")
    assert usable
    assert cache == filled()
    assert cache.to_bytes() == filled().to_bytes()


def test_a_cached_answer_is_not_asked_for_again() -> None:
    """A cached answer is not asked for again."""
    counting = Counting()
    analyser = CachedAnalyser(counting, load_cache(filled().to_bytes(), "counting 1")[0])
    analyser.analyse("lapsi")
    analyser.inflect("lapsi")
    assert counting.asked == 0


def test_no_cache_yet_is_an_empty_one() -> None:
    """No cache yet is an empty one."""
    assert load_cache(None, "counting 1") == (AnalysisCache("counting 1"), True)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"something else",
        filled().to_bytes()[:-9],
        filled().to_bytes().replace(b"cache 1", b"cache 9"),
        filled().to_bytes()[:-4] + b"\x00\x01\x02\x03",
        b"\xff\xfe\n\n\n\n",
    ],
    ids=["empty", "foreign", "cut", "other format", "damaged", "binary"],
)
def test_a_damaged_or_foreign_cache_is_left_unused(data: bytes) -> None:
    """A damaged or foreign cache is left unused."""
    assert load_cache(data, "counting 1") == (AnalysisCache("counting 1"), False)


def test_the_cache_of_another_analyser_version_is_left_unused() -> None:
    """The cache of another analyser version is left unused."""
    assert load_cache(filled().to_bytes(), "counting 2") == (AnalysisCache("counting 2"), False)
    assert CachedAnalyser(Counting(), AnalysisCache("counting 0")).cache.version == "counting 1"


def test_answers_are_news_once() -> None:
    """Answers are news once."""
    analyser = CachedAnalyser(Counting(), filled())
    analyser.analyse("lapsi")
    assert not analyser.grown()
    analyser.analyse("talo")
    assert analyser.grown()
    assert not analyser.grown()
