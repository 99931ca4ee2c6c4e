"""Words read by simplemma's word lists, with compounds taken apart by the same lists.

For Swedish and English, and for Finnish where no Voikko is installed.
"""

from __future__ import annotations

from functools import lru_cache, partial
from importlib.metadata import version as installed_version

import simplemma

from catalogue.search.reading import Reading

# The same answers from a sixth of the memory.
_lemmatize = partial(simplemma.lemmatize, low_memory=True)
_is_known = partial(simplemma.is_known, low_memory=True)
_READING_VERSION = "r1"
_SHORTEST_FIRST = 3
_SHORTEST_LAST = 4
_SHORTEST_COMPOUND = 8
_SPLIT_LANGUAGES = ("fi", "sv")
_SWEDISH_JOINTS = (("s", ""), ("", "a"), ("", "e"))
"""What Swedish changes at the end of a first part: barn|s, skol(a), pojk(e)."""


class Lemmatiser:
    """simplemma with a decompounder."""

    def __init__(self, language: str) -> None:
        """The language's two-letter code."""
        self._language = language
        self.version = f"simplemma {installed_version('simplemma')} {language} {_READING_VERSION}"
        self._known = lru_cache(maxsize=100_000)(self._look_up)

    def analyse(self, word: str) -> tuple[Reading, ...]:
        """One reading of a lower-case word; none when neither it nor its ending is known."""
        lemma = _lemmatize(word, lang=self._language, greedy=True).lower()
        known = lemma != word or self._known(word) is not None
        spans = self._spans(lemma) if self._language in _SPLIT_LANGUAGES else ()
        if not known and not spans:
            return ()
        return (Reading(1, lemma, tuple(sorted(set(spans) - {lemma}))),)

    def inflect(self, lemma: str) -> tuple[str, ...]:
        """Nothing: the lists are not asked backwards."""
        del lemma
        return ()

    def _look_up(self, word: str) -> str | None:
        """The base form of a word in the lists, or None."""
        if not _is_known(word, lang=self._language):
            return None
        return _lemmatize(word, lang=self._language).lower()

    def _spans(self, word: str) -> tuple[str, ...]:
        """The two parts of a compound, and theirs."""
        if len(word) < _SHORTEST_COMPOUND or not word.isalpha():
            return ()
        best: tuple[int, str, str] | None = None
        for cut in range(_SHORTEST_FIRST, len(word) - _SHORTEST_LAST + 1):
            last = word[cut:]
            first = self._first_part(word[:cut]) if self._known(last) == last else None
            score = min(cut, 5) + min(len(last), 6)
            if first and (best is None or score > best[0]):
                best = (score, first, last)
        if best is None:
            return ()
        _, first, last = best
        # A first part's base form can be longer than the part: only shorter words are split on.
        shorter = [part for part in (first, last) if len(part) < len(word)]
        return (first, last, *(span for part in shorter for span in self._spans(part)))

    def _first_part(self, letters: str) -> str | None:
        found = self._known(letters)
        if found or self._language != "sv":
            return found
        for dropped, added in _SWEDISH_JOINTS:
            if letters.endswith(dropped):
                found = self._known(letters.removesuffix(dropped) + added)
                if found and len(found) >= _SHORTEST_FIRST:
                    return found
        return None
