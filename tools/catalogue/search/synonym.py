"""Synonyms, applied when the index is made.

Each term gets, beside the documents that hold it, a second list of those that hold another term
of its group. One line then answers a query, with no further file to fetch, and the engine can
keep documents with the very word above those with a synonym. A phrase is one line, its words as
base forms with spaces between.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from catalogue.search.lexicon import Lexicon
from catalogue.search.posting import PostingList, Postings, merged
from catalogue.search.record import SynonymGroup
from catalogue.search.token import tokens

Phrase = tuple[str, ...]


class Synonyms:
    """The editor's groups as keys of the index, and the documents where their phrases stand."""

    def __init__(self, groups: Sequence[SynonymGroup], lexicon: Lexicon) -> None:
        """Reads the terms of the groups with the index's own lexicon."""
        self._lexicon = lexicon
        self._groups = [
            sorted({phrase for term in group.terms for phrase in self._phrases(term)})
            for group in groups
        ]
        self._by_start: defaultdict[str, list[Phrase]] = defaultdict(list)
        for phrase in sorted({p for group in self._groups for p in group if len(p) > 1}):
            self._by_start[phrase[0]].append(phrase)
        self._found: defaultdict[Phrase, PostingList] = defaultdict(PostingList)

    def note(self, document: int, texts: Iterable[tuple[Sequence[str], float]]) -> None:
        """Notes the phrases in the words of a document's fields, each with its weight."""
        if not self._by_start:
            return
        counts: defaultdict[Phrase, float] = defaultdict(float)
        for words, weight in texts:
            for place in range(len(words)):
                for phrase in self._phrases_at(words, place):
                    counts[phrase] += weight
        for phrase in sorted(counts):
            self._found[phrase].append(document, counts[phrase])

    def lists(self, postings: Postings) -> dict[str, PostingList]:
        """For each term's key, the documents that hold another term of its group."""
        others: defaultdict[str, list[PostingList]] = defaultdict(list)
        for group in self._groups:
            for phrase in group:
                others[" ".join(phrase)] += [
                    self._documents(other, postings) for other in group if other != phrase
                ]
        return {key: found for key in sorted(others) if len(found := merged(others[key]))}

    def _documents(self, phrase: Phrase, postings: Postings) -> PostingList:
        if len(phrase) > 1:
            return self._found.get(phrase, PostingList())
        return postings.lists.get(phrase[0], PostingList())

    def _phrases(self, term: str) -> Iterator[Phrase]:
        words = [token.word for token in tokens(term)]
        if len(words) == 1:
            yield from ((base,) for base in self._bases(words[0]))
        elif words:
            yield tuple(self._bases(word)[0] for word in words)

    def _bases(self, word: str) -> tuple[str, ...]:
        links = self._lexicon.terms(word).links
        return (word,) if word in links or not links else links

    def _phrases_at(self, words: Sequence[str], place: int) -> Iterator[Phrase]:
        for base in self._readings(words[place]):
            for phrase in self._by_start.get(base, ()):
                following = words[place + 1 : place + len(phrase)]
                if len(following) == len(phrase) - 1 and all(
                    part in self._readings(word)
                    for part, word in zip(phrase[1:], following, strict=True)
                ):
                    yield phrase

    def _readings(self, word: str) -> tuple[str, ...]:
        return (word, *(link for link in self._lexicon.terms(word).links if link != word))
