"""What a document is found by, read from its record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from catalogue.search.lexicon import Lexicon
from catalogue.search.posting import MOST, TITLE, UNIT
from catalogue.search.record import FIELD_WEIGHTS, SearchRecord
from catalogue.search.synonym import Synonyms
from catalogue.search.token import Token, pieces, tokens_of

_HALVES = {name: round(2 * weight) for name, weight in FIELD_WEIGHTS.items()}
"""Field weights are halves: an occurrence counts so many of them."""
_SHARE = UNIT // 2


@dataclass(slots=True)
class Content:
    """The words of a document, and its keys with their weights in `UNIT`s of an occurrence.

    Attributes:
        length: In words.
        words: Those that keys follow from, each once.
        further: Keys that follow from no word alone: compounds that a hyphen abbreviates.
        keys: All keys.
        phrases: Phrases of the synonyms, as words with spaces between.
    """

    length: int = 0
    words: list[str] = field(default_factory=list)
    further: set[str] = field(default_factory=set)
    keys: dict[str, int] = field(default_factory=dict)
    phrases: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of letters: its words; whether a hyphen leaves a part out, or a phrase may start."""

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    elliptic: bool
    starts: bool
    special: bool


class Reader:
    """Reads records; each word is worked out once."""

    def __init__(self, lexicon: Lexicon, synonyms: Synonyms) -> None:
        """Words are those of the lexicon, phrases those of the synonyms."""
        self._lexicon = lexicon
        self._synonyms = synonyms
        self._pieces: dict[str, _Piece] = {}
        self._shares: dict[str, tuple[tuple[str, int], ...]] = {}

    def keys(self, word: str) -> tuple[tuple[str, int], ...]:
        """The keys of a word, and what half an occurrence weighs under each."""
        found = self._shares.get(word)
        if found is None:
            terms = self._lexicon.terms(word)
            found = tuple((key, round(_SHARE * share)) for key, share in terms.keys)
            self._shares[word] = found
        return found

    def read(self, record: SearchRecord) -> Content:
        """What a record is found by."""
        content = Content()
        words: dict[str, int] = {}
        titled: set[str] = set()
        for name, text in record.fields:
            if name == "title":
                titled.update(word for piece in pieces(text) for word in self._words(piece))
            self._read(text, _HALVES[name], words, content)
        keys, known = content.keys, self._shares
        for word, halves in words.items():
            shares = known.get(word)
            if shares is None:
                shares = self.keys(word)
            if shares:
                content.words.append(word)
                for key, share in shares:
                    keys[key] = keys.get(key, 0) + halves * share
        for found in (keys, content.phrases):
            found.update((key, MOST) for key in [k for k, w in found.items() if w > MOST])
        for key in {key for word in titled for key, _ in self.keys(word)}:
            keys[key] |= TITLE
        return content

    def _read(self, text: str, halves: int, words: dict[str, int], content: Content) -> None:
        written = pieces(text)
        special = []
        known = self._pieces
        for piece, count in Counter(written).items():
            found = known.get(piece) or self._piece(piece)
            content.length += count * len(found.tokens)
            for word in found.words:
                words[word] = words.get(word, 0) + halves * count
            if found.special:
                special.append(found)
        if not special:
            return
        if any(found.elliptic for found in special):
            tokens = [token for piece in written for token in known[piece].tokens]
            for key in self._abbreviated(tokens):
                content.further.add(key)
                content.keys[key] = content.keys.get(key, 0) + halves * _SHARE
        if any(found.starts for found in special):
            _count(self._phrases(written), halves * _SHARE, content.phrases)

    def _words(self, piece: str) -> tuple[str, ...]:
        return (self._pieces.get(piece) or self._piece(piece)).words

    def _piece(self, piece: str) -> _Piece:
        tokens = tokens_of(piece)
        elliptic = any(token.head or token.tail for token in tokens)
        starts = any(self._synonyms.starting(token.word) for token in tokens)
        words = tuple(token.word for token in tokens)
        found = _Piece(tokens, words, elliptic, starts, elliptic or starts)
        self._pieces[piece] = found
        return found

    def _abbreviated(self, tokens: list[Token]) -> Iterable[str]:
        for place, token in enumerate(tokens):
            if token.head or token.tail:
                yield from self._lexicon.elliptic(tokens, place)

    def _phrases(self, written: list[str]) -> Iterable[str]:
        words: list[str] = []
        places: list[int] = []
        for piece in written:
            found = self._pieces[piece]
            if found.starts:
                places += range(len(words), len(words) + len(found.words))
            words += found.words
        for place in places:
            yield from (" ".join(phrase) for phrase in self._synonyms.at(words, place))


def _count(found: Iterable[str], weight: int, counts: dict[str, int]) -> None:
    for each in found:
        counts[each] = counts.get(each, 0) + weight
