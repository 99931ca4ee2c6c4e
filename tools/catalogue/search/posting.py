"""Which documents hold a key, and how strongly: BM25 impacts in sixteen steps."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

_SATURATION = 1.2
_LENGTH_WEIGHT = 0.6
_STEPS = "ABCDEFGHIJKLMNOP"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number: int) -> str:
    """The number in digits and lower-case letters, as JavaScript's parseInt(…, 36) reads it."""
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"


@dataclass(slots=True)
class PostingList:
    """Document ordinals in rising order, and the weighted occurrences in each."""

    documents: array[int] = field(default_factory=lambda: array("I"))
    weights: array[float] = field(default_factory=lambda: array("f"))

    def __len__(self) -> int:
        return len(self.documents)

    def __iter__(self) -> Iterator[tuple[int, float]]:
        return zip(self.documents, self.weights, strict=True)

    def append(self, document: int, weight: float) -> None:
        """Adds a document later than all before."""
        self.documents.append(document)
        self.weights.append(weight)


def merged(lists: Iterable[Iterable[tuple[int, float]]]) -> PostingList:
    """One list with the weights of each document added up."""
    sums: dict[int, float] = {}
    for each in lists:
        for document, weight in each:
            sums[document] = sums.get(document, 0.0) + weight
    result = PostingList()
    for document in sorted(sums):
        result.append(document, sums[document])
    return result


class Postings:
    """The posting lists of all keys, filled one document after another."""

    def __init__(self) -> None:
        """Starts without documents."""
        self.lists: dict[str, PostingList] = {}
        self._lengths: array[int] = array("I")

    def add(self, keys: Mapping[str, float], length: int) -> None:
        """Adds the next document: its keys with their weights, and its length in words."""
        document = len(self._lengths)
        self._lengths.append(length)
        for key, weight in keys.items():
            found = self.lists.get(key)
            if found is None:
                found = self.lists[key] = PostingList()
            found.append(document, weight)

    def add_to(self, key: str, others: Iterable[tuple[int, float]]) -> None:
        """Adds occurrences in documents already added."""
        self.lists[key] = merged([self.lists.get(key, PostingList()), others])

    def count(self) -> int:
        """How many documents there are."""
        return len(self._lengths)

    def encoded(self, found: PostingList) -> str:
        """The list as text: the step to each document (omitted when 1) and its impact A–P."""
        average = sum(self._lengths) / max(1, len(self._lengths))
        last, pieces = -1, []
        for document, weight in found:
            length = 1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * self._lengths[document] / average
            impact = weight / (weight + _SATURATION * length)
            level = max(0, min(len(_STEPS), round(impact * len(_STEPS))) - 1)
            pieces.append((base36(document - last) if document - last > 1 else "") + _STEPS[level])
            last = document
        return "".join(pieces)
