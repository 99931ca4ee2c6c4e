"""Sorted lines cut into files small enough that a query needs only one or two of them."""

from __future__ import annotations

import unicodedata
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from catalogue.search.posting import base36

SHARD_CHARACTERS = 12_000
"""About 7 kB gzipped: a query seldom needs more than two."""
VOCABULARY_CHARACTERS = 8_000
_ROOM = 4
"""A file has a quarter less to a quarter more, or one longer line."""
_BEFORE_REST = 6
"""Characters of a line before its rest, most often: those of its word not shared with the last."""
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


class Line(NamedTuple):
    """A word, what the file of a word is found by, and the rest of the line."""

    word: str
    bound: str
    rest: str


@dataclass(frozen=True, slots=True)
class Shards:
    """Files in order, and the first word of each, folded, to find the file of a word."""

    files: tuple[str, ...]
    bounds: tuple[str, ...]


@dataclass(slots=True)
class Cutter:
    """Cuts lines into files, and remembers those it made.

    A file ends, between the least and the most it may hold, after the word with the least
    checksum. So lines that change, come or go move only the cuts nearby.
    """

    characters: int
    _made: dict[str, tuple[Sequence[Line], str]] = field(default_factory=dict)
    _folded: dict[str, str] = field(default_factory=dict)
    _checksums: dict[str, int] = field(default_factory=dict)

    def folded(self, word: str) -> str:
        """The same as `folded`, remembered."""
        found = self._folded.get(word)
        if found is None:
            found = self._folded[word] = folded(word)
        return found

    def cut(self, lines: Sequence[Line]) -> Shards:
        """The lines in files, each front-coded anew; never without a file."""
        parts = list(self._parts(lines)) or [()]
        made: dict[str, tuple[Sequence[Line], str]] = {}
        files = []
        for part in parts:
            first = part[0].word if part else ""
            known = self._made.get(first)
            text = known[1] if known and known[0] == part else _front_coded(part)
            made[first] = (part, text)
            files.append(text)
        self._made = made
        return Shards(tuple(files), tuple(part[0].bound if part else "" for part in parts))

    def _parts(self, lines: Sequence[Line]) -> Iterable[Sequence[Line]]:
        room = self.characters // _ROOM
        least, most = self.characters - room, self.characters + room
        ends = list(accumulate(_BEFORE_REST + len(line.rest) for line in lines))
        start = characters = 0
        while start < len(lines):
            last = len(lines) - 1
            if ends[last] - characters > most:
                first = bisect_left(ends, characters + least, start)
                beyond = bisect_right(ends, characters + most, first)
                words = (lines[place].word for place in range(first, max(first + 1, beyond)))
                _, last = min((self._checksum(word), n) for n, word in enumerate(words, first))
            yield lines[start : last + 1]
            start, characters = last + 1, ends[last]

    def _checksum(self, word: str) -> int:
        found = self._checksums.get(word)
        if found is None:
            found = self._checksums[word] = zlib.crc32(word.encode())
        return found


def folded(word: str) -> str:
    """The word with its diacritics dropped, as the index is sorted and typos are measured."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.category(letter).startswith("M"))


def index_shards(entries: Iterable[Entry], cutter: Cutter | None = None) -> Shards:
    """The entries, sorted, in shards."""
    cutter = cutter or Cutter(SHARD_CHARACTERS)
    lines = [Line(e.word, cutter.folded(e.word), e.tail()) for e in entries]
    return cutter.cut(sorted(lines, key=lambda line: (line.bound, line.word)))


def vocabulary_shards(words: Iterable[str], cutter: Cutter | None = None) -> Shards:
    """The keys by first letter and length: few typos change the one, or the other by much."""
    cutter = cutter or Cutter(VOCABULARY_CHARACTERS)
    lines = []
    for word in words:
        bare = cutter.folded(word)
        lines.append(Line(word, bare[0] + base36(min(len(word), 35)) + bare, ""))
    return cutter.cut(sorted(lines, key=lambda line: (line.bound, line.word)))


def _front_coded(lines: Iterable[Line]) -> str:
    coded = []
    previous = ""
    for word, _, rest in lines:
        shared = _shared(word, previous)
        coded.append(base36(shared) + word[shared:] + rest)
        previous = word
    return "\n".join(coded)


def _shared(word: str, previous: str) -> int:
    count = 0
    for one, other in zip(word, previous, strict=False):
        if one != other or count == _LONGEST_SHARED:
            break
        count += 1
    return count
