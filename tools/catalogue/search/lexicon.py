"""What every word of the catalogue is found by: its keys in the index, and how strongly."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from catalogue.search.reading import Analyser
from catalogue.search.token import LONGEST_WORD, Token

SPAN_WEIGHT = 0.45
"""What a part of a compound counts for, beside the compound itself."""
_ELLIPSIS_REACH = 4
_SHORTEST_LAST_PART = 4
_LONGEST_NUMBER = 4


@dataclass(frozen=True, slots=True)
class Terms:
    """The keys of one word. `links` are the base forms a query with this form is led to."""

    keys: tuple[tuple[str, float], ...]
    links: tuple[str, ...]
    known: bool


class Lexicon:
    """The terms of each word, worked out once."""

    def __init__(self, analyser: Analyser, names: Set[str] = frozenset()) -> None:
        """The analyser decides what is a word and what its base forms are.

        Lower-case `names` are whole words: parts of them that are words mean nothing.
        """
        self.analyser = analyser
        self.names = names
        self._terms: dict[str, Terms] = {}

    def terms(self, word: str) -> Terms:
        """The terms of a lower-case word."""
        found = self._terms.get(word)
        if found is None:
            found = self._terms[word] = self._work_out(word)
        return found

    def elliptic(self, tokens: list[Token], place: int) -> Iterator[str]:
        """The compounds a hyphen abbreviates: kasvatus- ja perheneuvonta → kasvatusneuvonta."""
        token = tokens[place]
        if token.head:
            for other in tokens[place + 1 : place + _ELLIPSIS_REACH]:
                cuts = self._cuts(other.word) if not other.head else []
                ends = [end for _, end in cuts if len(end) >= _SHORTEST_LAST_PART]
                if ends:
                    yield from (token.word + end for end in ends)
                    return
        elif token.tail:
            for other in reversed(tokens[max(0, place + 1 - _ELLIPSIS_REACH) : place]):
                starts = {start for start, _ in self._cuts(other.word)} if not other.tail else set()
                if starts:
                    bases = self.terms(token.word).links or (token.word,)
                    yield from (start + base for start in sorted(starts) for base in bases)
                    return

    def _cuts(self, word: str) -> list[tuple[str, str]]:
        """The (start, end) pairs a compound's base form can be cut into."""
        return sorted(
            {
                (reading.lemma.removesuffix(span), span)
                for reading in self.analyser.analyse(word)
                for span in reading.spans
                if reading.lemma.endswith(span)
            }
        )

    def _work_out(self, word: str) -> Terms:
        if len(word) > LONGEST_WORD or (word.isdigit() and len(word) > _LONGEST_NUMBER):
            return Terms((), (), known=True)
        readings = self.analyser.analyse(word)
        if not readings:
            return Terms(((word, 1.0),), (), known=False)
        lemmas = {reading.lemma for reading in readings}
        verbs = {reading.verb for reading in readings if reading.verb}
        # Who asks for Lahti does not ask for Lapinlahti.
        compounds = [reading for reading in readings if reading.lemma not in self.names]
        spans = {span for reading in compounds for span in reading.spans} - lemmas - verbs
        # Who asks for `tukeminen` means the noun; who asks for `tukea` is glad of the noun too.
        nouns = {r.lemma for r in readings if r.verb and r.lemma.endswith("minen")}
        asked = lemmas | {r.verb for r in readings if r.verb and r.lemma not in nouns}
        keys = [(key, 1.0) for key in sorted(lemmas | verbs)]
        keys += [(span, SPAN_WEIGHT) for span in sorted(spans)]
        return Terms(tuple(keys), tuple(sorted(asked)), known=True)
