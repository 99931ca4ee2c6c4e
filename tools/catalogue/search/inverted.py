"""The documents of an index, and the posting lists they are in.

Lists are named by their key; a mark before it tells phrases and derived lists apart. Derived
lists are sums of others: of the words guessed to be forms of a key, of the synonyms of a term.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from catalogue.search.posting import PostingList

PHRASE = "\x01"
GUESSED = "\x02"
OTHERS = "\x03"

Parts = tuple[tuple[str, int], ...]
"""What a derived list is the sum of: names of lists, and so many tenths of each."""


@dataclass(slots=True)
class Document:
    """What of a document is needed to take it out again; strings by number."""

    digest: bytes
    length: int
    words: array[int]
    further: array[int]


@dataclass(slots=True)
class Strings:
    """Strings by number, and in how many documents each is in use."""

    all: list[str] = field(default_factory=list)
    uses: array[int] = field(default_factory=lambda: array("I"))
    numbers: dict[str, int] = field(default_factory=dict)

    def use(self, strings: Iterable[str]) -> array[int]:
        """Numbers of the strings, each used once more."""
        uses, numbers = self.uses, self.numbers
        used = []
        for string in strings:
            number = numbers.get(string)
            if number is None:
                number = numbers[string] = len(self.all)
                self.all.append(string)
                uses.append(0)
            uses[number] += 1
            used.append(number)
        return array("I", used)

    def release(self, used: array[int]) -> None:
        """Note that the strings of the numbers are each used once less."""
        for number in used:
            self.uses[number] -= 1

    def mostly_unused(self) -> bool:
        """Whether more strings are out of use than in use."""
        return 2 * self.uses.count(0) > len(self.uses)

    def compact(self) -> dict[int, int]:
        """Forget strings out of use; the new number of each that is left, by the old one."""
        left = [number for number, uses in enumerate(self.uses) if uses]
        self.all = [self.all[number] for number in left]
        self.uses = array("I", (self.uses[number] for number in left))
        self.numbers = {string: number for number, string in enumerate(self.all)}
        return {before: number for number, before in enumerate(left)}


@dataclass(slots=True)
class Inverted:
    """Documents, their lists, and the lists as text.

    Attributes:
        average: The rounded average length `texts` were written for.
        words: Strings that are words of documents.
        further: Strings that are keys following from no word alone.
        parts: What each derived list is made of.
        texts: Lists as text, as far as they are still what the lists say.
    """

    documents: list[Document] = field(default_factory=list)
    words: Strings = field(default_factory=Strings)
    further: Strings = field(default_factory=Strings)
    lists: dict[str, PostingList] = field(default_factory=dict)
    parts: dict[str, Parts] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    average: int = 0

    def clear(self) -> None:
        """Forget everything."""
        empty = Inverted()
        for name in self.__slots__:
            setattr(self, name, getattr(empty, name))

    def compact(self) -> None:
        """Forget strings that no document has any more, where they are most of all."""
        if self.words.mostly_unused():
            numbers = self.words.compact()
            for document in self.documents:
                document.words = array("I", map(numbers.__getitem__, document.words))
        if self.further.mostly_unused():
            numbers = self.further.compact()
            for document in self.documents:
                document.further = array("I", map(numbers.__getitem__, document.further))
