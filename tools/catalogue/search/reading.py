"""What a word analyser answers, and the shape every analyser has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    """One way to read a word: its base form and what else the word lets itself be found by.

    `spans` are the contiguous parts of a compound (lastensuojeluilmoitus → lastensuojelu,
    suojeluilmoitus, ilmoitus …); `verb` is the verb of a participle or of a -minen noun.
    """

    parts: int
    lemma: str
    spans: tuple[str, ...] = ()
    verb: str = ""


class Analyser(Protocol):
    """Reads words of one language. Answers depend on nothing but the word and `version`."""

    @property
    def version(self) -> str:
        """Names the analyser, its dictionary and this package's way of reading them."""

    def analyse(self, word: str) -> tuple[Reading, ...]:
        """The readings of a lower-case word, sorted; empty when the word is unknown."""

    def inflect(self, lemma: str) -> tuple[str, ...]:
        """The inflected forms of a base form, sorted; empty when it cannot inflect it."""


def simplest(readings: set[Reading]) -> tuple[Reading, ...]:
    """The readings with the fewest compound parts, without participles that are plain words.

    Voikko splits as long as a split is grammatical (kasvatus+neuvon+nasta), so the fewest
    parts win. Where `tapahtuma` is a noun of its own, its reading as a participle of
    `tapahtua` would only bring noise.
    """
    if not readings:
        return ()
    fewest = min(reading.parts for reading in readings)
    kept = {reading for reading in readings if reading.parts == fewest}
    plain = {reading.lemma for reading in kept if not reading.verb}
    return tuple(sorted(r for r in kept if not r.verb or r.lemma not in plain))
