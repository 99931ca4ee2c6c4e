"""The files of an index, each made once."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from catalogue.search.record import SearchRecord
from catalogue.search.shard import (
    SHARD_CHARACTERS,
    VOCABULARY_CHARACTERS,
    Cutter,
    Entry,
    index_shards,
    vocabulary_shards,
)
from catalogue.search.showing import showing_files, shown
from catalogue.search.suggested import SUGGESTED_CHARACTERS, suggested_shards

FORMAT = 2
"""Raised with every change that an engine of another version would misread."""


class _File(NamedTuple):
    """What a file was made of, its content, and a digest of it."""

    source: object
    content: bytes
    digest: bytes


class Made(NamedTuple):
    """What the files of an index are written of.

    Attributes:
        records: The records, each with its digest in `digests`.
        entries: The lines of words.
        rules: The rules of each ending.
        groups: The synonyms group by group: all terms, and those that texts hold.
        suggested: How many practices have each name that is offered while somebody types.
    """

    records: Sequence[SearchRecord]
    digests: Sequence[bytes]
    entries: Iterable[Entry]
    rules: Mapping[str, str]
    groups: Sequence[tuple[Sequence[str], Sequence[str]]]
    suggested: Counter[str]


class Files:
    """Puts files into a folder named by their content; those it made before it has at hand."""

    def __init__(self) -> None:
        """Starts without files."""
        self._made: dict[str, _File] = {}
        self._shards = Cutter(SHARD_CHARACTERS)
        self._vocabulary = Cutter(VOCABULARY_CHARACTERS)
        self._suggested = Cutter(SUGGESTED_CHARACTERS)

    def index(self, language: str, of: Made) -> Mapping[str, bytes]:
        """All files of the index: `meta.json`, and the folder it names."""
        records, digests, rules = of.records, of.digests, of.rules
        lines = list(of.entries)
        names = suggested_shards(of.suggested, self._suggested)
        shards = index_shards(lines, self._shards)
        vocabulary = vocabulary_shards(
            (
                entry.word
                for entry in lines
                if (entry.postings.strip("*") or entry.synonyms) and " " not in entry.word
            ),
            self._vocabulary,
        )
        made = {
            **{f"s{n}.txt": self._file(f"s{n}.txt", text) for n, text in enumerate(shards.files)},
            **{f"v{n}.txt": self._file(f"v{n}.txt", t) for n, t in enumerate(vocabulary.files)},
            **{f"r{n}.json": self._file(f"r{n}.json", rules[e]) for n, e in enumerate(rules)},
            **{f"p{n}.txt": self._file(f"p{n}.txt", text) for n, text in enumerate(names.files)},
            "y.json": self._file("y.json", _json(of.groups)),
            "ids.txt": self._file("ids.txt", "\n".join(record.id for record in records)),
        }
        place = {record.id: n for n, record in enumerate(records)}
        for name, some in showing_files(records):
            source = tuple(digests[place[record.id]] for record in some)
            made[name] = self._shown(name, some, source)
        self._made = made
        folder = _named(made)
        meta = {
            "format": FORMAT,
            "language": language,
            "documents": len(records),
            "folder": folder,
            "bounds": shards.bounds,
            "vocabulary": vocabulary.bounds,
            "names": names.bounds,
            "rules": list(rules),
        }
        named = {f"{folder}/{name}": made[name].content for name in sorted(made)}
        return {"meta.json": _json(meta).encode(), **named}

    def _file(self, name: str, text: str) -> _File:
        known = self._made.get(name)
        return known if known and known.source == text else _made(text, text)

    def _shown(self, name: str, records: Sequence[SearchRecord], source: object) -> _File:
        known = self._made.get(name)
        return known if known and known.source == source else _made(source, shown(name, records))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _made(source: object, text: str) -> _File:
    content = text.encode()
    return _File(source, content, hashlib.blake2b(content, digest_size=16).digest())


def _named(files: Mapping[str, _File]) -> str:
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\0".encode() + files[name].digest)
    return digest.hexdigest()[:12]
