"""What the search keeps from build to build: words analysed, and what the index was made of.

Read when it is first asked for, and given back as bytes for the caller to write.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from catalogue.messages import Messages
from catalogue.search.analyser import analyser_for
from catalogue.search.cache import CachedAnalyser, load_cache
from catalogue.search.index import Indexer


class WordCaches:
    """Analysers and indexers that remember, one per language, with their files in `folder`.

    A `lasting` one, kept for as long as a process lives, makes each further index of what has
    changed alone; another one forgets what an index was made of as soon as it is made. Sent to
    another process it arrives empty, to read the folder there; sent back it brings what is to be
    written, without analysers and indexers.
    """

    def __init__(self, folder: Path, lasting: bool = False) -> None:
        """Nothing is read before it is asked for."""
        self._folder = folder
        self._lasting = lasting
        self._analysers: dict[str, CachedAnalyser] = {}
        self._indexers: dict[str, Indexer] = {}
        self._grown: dict[str, bytes] = {}
        self.unusable: list[str] = []

    def analyser(self, language: str) -> CachedAnalyser:
        """Return the analyser of `language`; an unusable cache is noted and left."""
        if language not in self._analysers:
            analyser = analyser_for(language)
            name = _words(language)
            cache, sound = load_cache(self._read(name), analyser.version)
            if not sound:
                self.unusable.append(name)
            self._analysers[language] = CachedAnalyser(analyser, cache)
        return self._analysers[language]

    def indexer(self, language: str) -> Indexer:
        """Return the indexer of `language`; an unusable state is noted and left."""
        if language not in self._indexers:
            state = self._read(_index(language))
            self._indexers[language] = Indexer(language, self.analyser(language), state)
        return self._indexers[language]

    def made(self, language: str) -> None:
        """Note that the index of `language` is made, and will not be asked for again soon."""
        if self._lasting:
            return
        self.unusable = self._noted()
        self._grown = dict(self.to_bytes())
        self._analysers.pop(language, None)
        self._indexers.pop(language, None)

    def notes(self, texts: Messages) -> Iterator[str]:
        """Yield what the builder should know of the caches although no content is wrong."""
        return (texts.get("cli.cache-unusable", path=path) for path in self._noted())

    def take(self, other: "WordCaches") -> None:
        """Keep what `other` has learnt elsewhere."""
        if other is not self:
            self._grown |= other.to_bytes()
            self.unusable += other._noted()

    def to_bytes(self) -> Mapping[str, bytes]:
        """Return what has grown or changed since this was last asked, by file name."""
        files, self._grown = self._grown, {}
        for language, analyser in self._analysers.items():
            if analyser.grown():
                files[_words(language)] = analyser.cache.to_bytes()
        for language, indexer in self._indexers.items():
            state = indexer.to_bytes()
            if state is not None:
                files[_index(language)] = state
        return files

    def __getstate__(self) -> dict[str, Any]:
        return {"folder": self._folder, "grown": self.to_bytes(), "unusable": self._noted()}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["folder"])  # type: ignore[misc]
        self._grown = dict(state["grown"])
        self.unusable = list(state["unusable"])

    def _noted(self) -> list[str]:
        """Names of the files that could not be used."""
        states = [_index(name) for name, indexer in self._indexers.items() if not indexer.usable]
        return list(dict.fromkeys([*self.unusable, *states]))

    def _read(self, name: str) -> bytes | None:
        path = self._folder / name
        return path.read_bytes() if path.is_file() else None


def _words(language: str) -> str:
    return f"words-{language}"


def _index(language: str) -> str:
    return f"index-{language}"
