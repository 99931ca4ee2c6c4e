"""Answers of an analyser kept from one build to the next.

The cache is a value in memory: the caller reads and writes the file. Its bytes name the
analyser and carry a checksum, so a foreign or damaged cache is noticed and left unused.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field

from catalogue.search.reading import Analyser, Reading

_MAGIC = "catalogue-word-cache 1"


@dataclass(slots=True)
class AnalysisCache:
    """Readings and paradigms by word, valid for one version of one analyser."""

    version: str
    readings: dict[str, tuple[Reading, ...]] = field(default_factory=dict)
    paradigms: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """The cache as bytes, the same for the same content."""
        lines = [f"r\t{word}\t{_written(found)}" for word, found in sorted(self.readings.items())]
        lines += [f"p\t{word}\t{' '.join(forms)}" for word, forms in sorted(self.paradigms.items())]
        body = "\n".join(lines).encode()
        digest = hashlib.sha256(body).hexdigest()
        return f"{_MAGIC}\n{self.version}\n{digest}\n".encode() + zlib.compress(body, 6)


def load_cache(data: bytes | None, version: str) -> tuple[AnalysisCache, bool]:
    """The cache in the bytes, and whether it could be used; an empty one when it could not.

    No bytes at all (a first build) are an empty cache that could be used.
    """
    empty = AnalysisCache(version)
    if data is None:
        return empty, True
    try:
        magic, written_for, digest, packed = data.split(b"\n", 3)
        body = zlib.decompress(packed)
        if (magic.decode(), written_for.decode()) != (_MAGIC, version):
            return empty, False
        if hashlib.sha256(body).hexdigest() != digest.decode():
            return empty, False
        return _read(body.decode(), version), True
    except (ValueError, zlib.error):
        return empty, False


class CachedAnalyser:
    """An analyser that asks another one only for words its cache does not hold."""

    def __init__(self, analyser: Analyser, cache: AnalysisCache | None = None) -> None:
        """Starts with an empty cache unless one for this analyser's version is given."""
        fits = cache is not None and cache.version == analyser.version
        self.cache = cache if cache is not None and fits else AnalysisCache(analyser.version)
        self._analyser = analyser
        self._size = self._entries()

    def grown(self) -> bool:
        """Whether there are answers that were not there when this was last asked."""
        before, self._size = self._size, self._entries()
        return self._size != before

    def _entries(self) -> int:
        return len(self.cache.readings) + len(self.cache.paradigms)

    @property
    def version(self) -> str:
        """The version of the analyser behind the cache."""
        return self._analyser.version

    def analyse(self, word: str) -> tuple[Reading, ...]:
        """The readings of the word, remembered."""
        found = self.cache.readings.get(word)
        if found is None:
            found = self.cache.readings[word] = self._analyser.analyse(word)
        return found

    def inflect(self, lemma: str) -> tuple[str, ...]:
        """The forms of the base form, remembered."""
        forms = self.cache.paradigms.get(lemma)
        if forms is None:
            forms = self.cache.paradigms[lemma] = self._analyser.inflect(lemma)
        return forms


def _written(readings: tuple[Reading, ...]) -> str:
    return ";".join(
        f"{each.parts},{each.lemma},{each.verb},{' '.join(each.spans)}" for each in readings
    )


def _read(body: str, version: str) -> AnalysisCache:
    cache = AnalysisCache(version)
    for line in body.splitlines():
        kind, word, answer = line.split("\t")
        if kind == "p":
            cache.paradigms[word] = tuple(answer.split())
        else:
            cache.readings[word] = tuple(
                _reading(written) for written in answer.split(";") if written
            )
    return cache


def _reading(written: str) -> Reading:
    parts, lemma, verb, spans = written.split(",")
    return Reading(int(parts), lemma, tuple(spans.split()), verb)
