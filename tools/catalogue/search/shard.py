"""Sorted lines cut into files small enough that a query needs only one or two of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalogue.search.posting import base36

SHARD_CHARACTERS = 12_000
"""About 7 kB gzipped: a query seldom needs more than two."""
VOCABULARY_CHARACTERS = 8_000
_LONGEST_SHARED = 35


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the index: a word, where it leads, and where it stands."""

    word: str
    links: str = ""
    postings: str = ""
    synonyms: str = ""
    unknown: bool = False

    def tail(self) -> str:
        """What follows the word on its line; empty columns at the end are left out."""
        flag = "u" if self.unknown else ""
        return "\t".join(("", self.links, self.postings, flag, self.synonyms)).rstrip("\t")


@dataclass(frozen=True, slots=True)
class Shards:
    """Files in order, and the first word of each, folded, to find the file of a word."""

    files: tuple[str, ...]
    bounds: tuple[str, ...]


def folded(word: str) -> str:
    """The word with its diacritics dropped, as the index is sorted and typos are measured."""
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.category(letter).startswith("M"))


def index_shards(entries: Iterable[Entry]) -> Shards:
    """The entries, sorted, in shards."""
    ordered = sorted(entries, key=lambda entry: (folded(entry.word), entry.word))
    return _cut([(e.word, folded(e.word), e.tail()) for e in ordered], SHARD_CHARACTERS)


def vocabulary_shards(words: Iterable[str]) -> Shards:
    """The keys by first letter and length: few typos change the one, or the other by much."""
    lines = sorted(
        (folded(word)[0] + base36(min(len(word), 35)) + folded(word), word) for word in words
    )
    return _cut([(word, bound, "") for bound, word in lines], VOCABULARY_CHARACTERS)


def _cut(lines: Sequence[tuple[str, str, str]], size: int) -> Shards:
    """Front-codes (word, bound, rest of line), starting anew in each file; never without a file."""
    files: list[str] = []
    bounds: list[str] = []
    current: list[str] = []
    characters, previous = 0, ""
    for word, bound, rest in lines:
        if not current:
            bounds.append(bound)
            previous = ""
        shared = _shared(word, previous)
        line = base36(shared) + word[shared:] + rest
        current.append(line)
        characters += len(line)
        previous = word
        if characters >= size:
            files.append("\n".join(current))
            current, characters = [], 0
    if current or not files:
        files.append("\n".join(current))
    return Shards(tuple(files), tuple(bounds) or ("",))


def _shared(word: str, previous: str) -> int:
    count = 0
    for one, other in zip(word, previous, strict=False):
        if one != other or count == _LONGEST_SHARED:
            break
        count += 1
    return count
