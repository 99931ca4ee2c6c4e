"""The word caches of a build: read when an analyser is first asked for, and given back as bytes."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from catalogue.messages import Messages
from catalogue.search.analyser import analyser_for
from catalogue.search.cache import CachedAnalyser, load_cache


class WordCaches:
    """Analysers that remember, one per language, with their caches in `folder`."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read before it is asked for."""
        self._folder = folder
        self._analysers: dict[str, CachedAnalyser] = {}
        self._loaded: dict[str, bytes | None] = {}
        self._grown: dict[str, bytes] = {}
        self.unusable: list[str] = []

    def analyser(self, language: str) -> CachedAnalyser:
        """Return the analyser of `language`; an unusable cache is noted and left."""
        if language not in self._analysers:
            path = self._path(language)
            data = path.read_bytes() if path.is_file() else None
            analyser = analyser_for(language)
            cache, sound = load_cache(data, analyser.version)
            if not sound:
                self.unusable.append(path.name)
            self._loaded[language] = data
            self._analysers[language] = CachedAnalyser(analyser, cache)
        return self._analysers[language]

    def notes(self, texts: Messages) -> Iterator[str]:
        """Yield what the builder should know of the caches although no content is wrong."""
        return (texts.get("cli.cache-unusable", path=path) for path in self.unusable)

    def fresh(self) -> "WordCaches":
        """Return the caches as they lie in the folder, to be sent where they are used."""
        return WordCaches(self._folder)

    def take(self, other: "WordCaches") -> None:
        """Keep what `other`, once `fresh`, has learnt elsewhere."""
        self._grown |= other.to_bytes()
        self.unusable += other.unusable

    def closed(self) -> "WordCaches":
        """Return what there is to be kept and noted, without the analysers."""
        closed = self.fresh()
        closed.take(self)
        return closed

    def to_bytes(self) -> Mapping[str, bytes]:
        """Return the caches that have grown, by file name."""
        files = dict(self._grown)
        for language, analyser in self._analysers.items():
            data = analyser.cache.to_bytes()
            if data != self._loaded[language]:
                files[self._path(language).name] = data
        return files

    def _path(self, language: str) -> Path:
        return self._folder / f"words-{language}"
