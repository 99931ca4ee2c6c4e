"""Synonyms, applied when the index is made.

Each term gets, beside the documents that hold it, a second list of those that hold another term
of its group. One line then answers a query, with no further file to fetch, and the engine can
keep documents with the very word above those with a synonym. A phrase is one line, its words as
base forms with spaces between.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from catalogue.search.lexicon import Lexicon
from catalogue.search.record import SynonymGroup
from catalogue.search.token import Token, pieces, tokens, tokens_of

Phrase = tuple[str, ...]


class Synonyms:
    """The editor's groups as keys of the index, and the phrases among them found in texts."""

    def __init__(self, groups: Sequence[SynonymGroup], lexicon: Lexicon) -> None:
        """Reads the terms of the groups with the index's own lexicon."""
        self._lexicon = lexicon
        self.words = {
            token.word for group in groups for term in group.terms for token in tokens(term)
        }
        """The words of the terms: forms of them lead to their keys as those of the texts do."""
        self._groups = [
            sorted({phrase for term in group.terms for phrase in self.phrases(term)})
            for group in groups
        ]
        self._typed = [
            sorted({words for term in group.terms if len(words := _words(term)) > 1})
            for group in groups
        ]
        self._by_start: defaultdict[str, list[Phrase]] = defaultdict(list)
        for phrase in sorted({p for group in self._groups for p in group if len(p) > 1}):
            self._by_start[phrase[0]].append(phrase)
        self._starting: dict[str, list[Phrase]] = {}

    def starting(self, word: str) -> list[Phrase]:
        """The phrases that may start with a word of a text."""
        found = self._starting.get(word)
        if found is None:
            bases = self._readings(word) if self._by_start else ()
            found = [phrase for base in bases for phrase in self._by_start.get(base, ())]
            self._starting[word] = found
        return found

    def at(self, words: Sequence[str], place: int) -> Iterator[Phrase]:
        """The phrases that stand at a place of a text."""
        for phrase in self.starting(words[place]):
            following = words[place + 1 : place + len(phrase)]
            if len(following) == len(phrase) - 1 and all(
                part in self._readings(word)
                for part, word in zip(phrase[1:], following, strict=True)
            ):
                yield phrase

    def others(self) -> dict[Phrase, list[Phrase]]:
        """For each term, the other terms of its groups: whose documents it finds as well.

        A phrase has a line as it is typed too: the base form of a word of another language, which
        Finnish reads as its own (`intervention`, of `interventio`), stands in no text, and a word
        with hyphens is looked for in its parts.
        """
        others: defaultdict[Phrase, list[Phrase]] = defaultdict(list)
        for group, typed in zip(self._groups, self._typed, strict=True):
            for phrase in group:
                others[phrase] += [other for other in group if other != phrase]
            for phrase in typed:
                if phrase not in group:
                    others[phrase] += group
        return others

    def held(self, holds: Callable[[Phrase], bool]) -> list[tuple[list[str], list[str]]]:
        """The terms of each group, and of them those that `holds` says the texts hold, if any."""
        groups = (([*map(" ".join, g)], [" ".join(p) for p in g if holds(p)]) for g in self._groups)
        return [(terms, held) for terms, held in groups if held]

    def phrases(self, term: str) -> Iterator[Phrase]:
        """A term as keys of the index: each way to read a word, or the words of several."""
        words = _words(term)
        if len(words) == 1:
            yield from ((base,) for base in self._bases(words[0]))
        elif words:
            yield tuple(self._bases(word)[0] for word in words)

    def _bases(self, word: str) -> tuple[str, ...]:
        links = self._lexicon.terms(word).links
        return (word,) if word in links or not links else links

    def _readings(self, word: str) -> tuple[str, ...]:
        return (word, *(link for link in self._lexicon.terms(word).links if link != word))


def _words(term: str) -> Phrase:
    """The words of a term as a query is cut into them."""
    return tuple(token.word for piece in pieces(term) for token in _parts(piece))


def _parts(piece: str) -> tuple[Token, ...]:
    """The words of a run of letters as queries and texts have them one after another."""
    whole, *parts = tokens_of(piece)
    return tuple(parts) or (whole,)
