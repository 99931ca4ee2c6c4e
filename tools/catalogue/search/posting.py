"""Which documents hold a key, and how strongly: BM25 impacts in sixteen steps."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import getitem, sub

UNIT = 40
"""What one occurrence in the body weighs. Whole numbers add up to the same in any order."""
MOST = 4_095
"""A hundred occurrences weigh as much as more of them."""
TITLE = MOST + 1
"""Added to a weight whose key is in the title."""
_SATURATION = 1.2
_LENGTH_WEIGHT = 0.6
_STEPS = "ABCDEFGHIJKLMNOP"
_TITLE_STEPS = "QQQQQQQRSTUVWXYZ"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_AVERAGE_STEPS = 8


def base36(number: int) -> str:
    """The number in digits and lower-case letters, as JavaScript's parseInt(…, 36) reads it."""
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"


@dataclass(slots=True)
class PostingList:
    """Document ordinals in rising order, and the weight in each, in `UNIT`s of an occurrence."""

    documents: array[int] = field(default_factory=lambda: array("I"))
    weights: array[int] = field(default_factory=lambda: array("H"))

    def __len__(self) -> int:
        return len(self.documents)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self.documents, self.weights, strict=True)

    def put(self, document: int, weight: int) -> None:
        """Adds a document that is not in the list; a weight is at most `MOST`, and `TITLE`."""
        documents = self.documents
        if not documents or documents[-1] < document:
            documents.append(document)
            self.weights.append(weight)
        else:
            place = bisect_left(documents, document)
            documents.insert(place, document)
            self.weights.insert(place, weight)

    def weight(self, document: int) -> int:
        """The weight in a document; 0 where it is not in the list."""
        place = bisect_left(self.documents, document)
        found = place < len(self.documents) and self.documents[place] == document
        return self.weights[place] if found else 0

    def take(self, document: int) -> int:
        """Removes a document that is in the list; its weight."""
        place = bisect_left(self.documents, document)
        self.documents.pop(place)
        return self.weights.pop(place)

    def renumber(self, ordinals: Sequence[int]) -> None:
        """Gives every document another ordinal, in the same order."""
        self.documents = array("I", map(ordinals.__getitem__, self.documents))


def merged(lists: Iterable[tuple[PostingList, int]]) -> PostingList:
    """One list with the weights of each document added up, each list's taken so many tenths."""
    sums: dict[int, int] = {}
    for each, tenths in lists:
        if not sums and tenths == 10:
            sums = dict(each)
            continue
        for document, weight in each:
            before = sums.get(document, 0)
            both = (before & MOST) + (weight & MOST) * tenths // 10
            sums[document] = min(both, MOST) | (before | weight) & TITLE
    documents = array("I", sorted(sums))
    return PostingList(documents, array("H", map(sums.__getitem__, documents)))


def rounded_average(lengths: Sequence[int]) -> int:
    """The average length with an eighth to a sixteenth of play.

    What a document adds to the average changes the impact of every other. So coarse, the average
    stays as it is when one document grows, and nobody notices the rank.
    """
    average = sum(lengths) // max(1, len(lengths))
    step = max(1, 1 << max(0, average.bit_length() - _AVERAGE_STEPS.bit_length()))
    return max(1, average // step * step + step // 2)


class Impacts:
    """How strongly a weight counts in a document of some length, among documents of others."""

    def __init__(self, lengths: Sequence[int]) -> None:
        """Takes the lengths of all documents, in words."""
        self.average = rounded_average(lengths)
        self._by_length: dict[int, str] = {}
        self._titles = _levels(1, _TITLE_STEPS)
        self.tables = [self.table(length) for length in lengths]
        # The step to the next document, left out when it is 1.
        self._steps = ["", "", *map(base36, range(2, len(lengths) + 1))]

    def table(self, length: int) -> str:
        """The impact A–P of each weight in a document of the length; Q–Z with the title's.

        A title is as long in any document: the length of the rest does not make its words weaker.
        """
        found = self._by_length.get(length)
        if found is None:
            relative = 1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * length / self.average
            found = self._by_length[length] = _levels(relative, _STEPS) + self._titles
        return found

    def encoded(self, found: PostingList) -> str:
        """The list as text: the step to each document (omitted when 1) and its impact A–Z."""
        documents = found.documents
        steps = map(self._steps.__getitem__, map(sub, documents, chain((-1,), documents)))
        tables = map(self.tables.__getitem__, documents)
        levels = map(getitem, tables, found.weights)
        return "".join(chain.from_iterable(zip(steps, levels, strict=True)))


def _levels(relative: float, steps: str) -> str:
    """The step of each weight up to `MOST` in a document so long beside the average."""
    half = UNIT * _SATURATION * relative
    # An impact w / (w + half), in sixteenths and rounded, reaches each level from here.
    most = len(steps)
    reached = [math.ceil(half * (n - 0.5) / (most + 0.5 - n)) for n in range(2, most + 1)]
    edges = [0, *(min(edge, MOST + 1) for edge in reached), MOST + 1]
    return "".join(letter * (edges[n + 1] - edges[n]) for n, letter in enumerate(steps))
