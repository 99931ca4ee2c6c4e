"""What an index was made of, kept as bytes for the next time.

Plain data: a version, a checksum, a head in JSON, and arrays of numbers. It may lie in a folder
that strangers write to, so it is read as text and numbers and never as a program.
"""

from __future__ import annotations

import hashlib
import json
import sys
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from catalogue.search.inverted import Document, Inverted, Strings
from catalogue.search.posting import PostingList
from catalogue.search.rule import RuleFiles

_MAGIC = b"catalogue-index-state 1"
_DIGEST = 16

State = tuple[Inverted, RuleFiles, bytes]
"""Documents and lists, rules, and a digest of the synonyms and names."""


def digest_of(texts: Sequence[str]) -> bytes:
    """A digest of texts one after another, to know them again by."""
    # With their lengths: else texts cut elsewhere would be the same.
    whole = ",".join(map(str, map(len, texts))) + ";" + "".join(texts)
    return hashlib.blake2b(whole.encode(), digest_size=_DIGEST).digest()


@cache
def _code() -> str:
    """Names this version of the code that makes an index: a digest of it."""
    modules = (file for file in files(__package__).iterdir() if file.name.endswith(".py"))
    digest = hashlib.blake2b(digest_size=_DIGEST)
    for module in sorted(modules, key=lambda file: file.name):
        digest.update(module.read_bytes())
    # What is a letter, and what its lower case, differs between versions of Unicode.
    return f"{digest.hexdigest()} {unicodedata.unidata_version} {sys.byteorder}"


def version_of(language: str, analyser: str) -> bytes:
    """Names everything but texts and synonyms that an index depends on."""
    return f"{language} {analyser} {_code()}".replace("\n", " ").encode()


def written_state(state: State, language: str, analyser: str) -> bytes:
    """The state as bytes."""
    held, rules, terms = state
    lists = held.lists
    head = {
        "terms": terms.hex(),
        "average": held.average,
        "words": held.words.all,
        "further": held.further.all,
        "lists": list(lists),
        "parts": held.parts,
        "texts": held.texts,
        "rules": {ending: [digest.hex(), text] for ending, (digest, text) in rules.learned.items()},
    }
    documents = held.documents
    numbers = (
        held.words.uses,
        held.further.uses,
        array("I", (document.length for document in documents)),
        array("I", (len(document.words) for document in documents)),
        array("I", (len(document.further) for document in documents)),
        array("I", map(len, lists.values())),
        *(document.words for document in documents),
        *(document.further for document in documents),
        *(found.documents for found in lists.values()),
        *(found.weights for found in lists.values()),
    )
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    counts = array("Q", (len(text), len(documents)))
    digests = (document.digest for document in documents)
    # Joined once, with what stands before: of a large catalogue it is a tenth of a gigabyte.
    body: tuple[Any, ...] = (counts, text, *digests, *numbers)
    before = (_MAGIC, version_of(language, analyser), checksum(*body))
    return b"".join((*(part for line in before for part in (line, b"\n")), *body))


def read_state(data: bytes, language: str, analyser: str) -> State | None:
    """The state in the bytes; None where they are damaged, of another version or no state."""
    try:
        magic, version, sum_of_body, body = data.split(b"\n", 3)
        if (magic, version) != (_MAGIC, version_of(language, analyser)):
            return None
        return _read(body) if sum_of_body == checksum(body) else None
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError):
        return None


def checksum(*body: bytes | array[Any]) -> bytes:
    """What tells a whole state, in one part or many, from one cut short or damaged."""
    digest = hashlib.blake2b(digest_size=_DIGEST)
    for part in body:
        digest.update(part)
    return digest.hexdigest().encode()


class _Bytes:
    """Bytes read one piece after another."""

    def __init__(self, data: bytes) -> None:
        self._data = memoryview(data)

    def take(self, size: int) -> memoryview:
        """The next bytes.

        Raises:
            ValueError: There are not so many.
        """
        if size > len(self._data):
            raise ValueError(size)
        taken, self._data = self._data[:size], self._data[size:]
        return taken

    def numbers(self, kind: str, count: int) -> array[int]:
        """The next numbers."""
        found = array(kind)
        found.frombytes(self.take(count * found.itemsize))
        return found

    def parts(self, kind: str, counts: Iterable[int]) -> Iterator[array[int]]:
        """The next arrays of numbers."""
        return (self.numbers(kind, count) for count in counts)


def _read(body: bytes) -> State:
    data = _Bytes(body)
    text, count = data.numbers("Q", 2)
    head: dict[str, Any] = json.loads(bytes(data.take(text)))
    digests = [bytes(data.take(_DIGEST)) for _ in range(count)]
    words = _strings(head["words"], data)
    further = _strings(head["further"], data)
    lengths, of_words, of_further = (data.numbers("I", count) for _ in range(3))
    sizes = data.numbers("I", len(head["lists"]))
    in_words = list(data.parts("I", of_words))
    in_further = list(data.parts("I", of_further))
    documents = [
        Document(*each) for each in zip(digests, lengths, in_words, in_further, strict=True)
    ]
    places = list(data.parts("I", sizes))
    weights = list(data.parts("H", sizes))
    lists = {
        str(name): PostingList(*both)
        for name, *both in zip(head["lists"], places, weights, strict=True)
    }
    parts = {
        str(name): tuple((str(part), int(tenths)) for part, tenths in found)
        for name, found in head["parts"].items()
    }
    texts = {str(name): str(found) for name, found in head["texts"].items()}
    held = Inverted(documents, words, further, lists, parts, texts, int(head["average"]))
    rules = {
        str(ending): (bytes.fromhex(digest), str(text))
        for ending, (digest, text) in head["rules"].items()
    }
    return held, RuleFiles(rules), bytes.fromhex(head["terms"])


def _strings(strings: list[str], data: _Bytes) -> Strings:
    uses = data.numbers("I", len(strings))
    return Strings(strings, uses, {string: number for number, string in enumerate(strings)})
