"""What a living process knows from its last look at the content.

Only what has changed is read, checked and derived again. What is remembered is never written
anywhere: a process that begins anew reads everything.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from catalogue.check.practices import Sound
from catalogue.check.registry import CheckedRegistry
from catalogue.entry import Entry
from catalogue.model.registry import Registry
from catalogue.source.document import Source

if TYPE_CHECKING:
    from catalogue.search.kept import WordCaches

Signature = tuple[int, int, int, int]


class Remembered:
    """Files as they were read, and what was made of them."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._sources: dict[str, tuple[Signature, Source]] = {}
        self._read: dict[str, tuple[Signature, Source]] = {}
        self._registry: tuple[object, CheckedRegistry] | None = None
        self._derived: tuple[Registry, object, dict[str, Entry]] | None = None
        self.sound = Sound()
        self._words: WordCaches | None = None

    def words(self, folder: Path) -> "WordCaches":
        """Return the words of the search index, and the index, as they are known so far."""
        # Checking, which needs no search, does not load it.
        from catalogue.search.kept import WordCaches

        self._words = self._words or WordCaches(folder, lasting=True)
        return self._words

    def source(self, path: str, shown: str, read: Callable[[], Source]) -> Source:
        """Return what `read` says of the file at `path`, or what it said if it is untouched."""
        signature = _signature(path)
        known = self._sources.get(shown)
        source = known[1] if known and known[0] == signature else read()
        if signature:
            self._read[shown] = signature, source
        return source

    def all_read(self) -> None:
        """Forget the files that are no more."""
        self._sources, self._read = self._read, {}

    def registry(
        self, folder: Path, around: object, load: Callable[[], CheckedRegistry]
    ) -> CheckedRegistry:
        """Return what `load` says of the registry in `folder`; `around` is what else it rests on.

        A registry that says the same as before is the same object.
        """
        key = (around, [(path, _signature(path)) for path in sorted(map(str, folder.rglob("*")))])
        if self._registry is None or self._registry[0] != key:
            found = load()
            before = self._registry[1].registry if self._registry else None
            if before is not None and before == found.registry:
                found = CheckedRegistry(before, found.problems)
            else:
                self.sound = Sound()
            self._registry = key, found
        return self._registry[1]

    def entries(self, registry: Registry, around: object) -> Mapping[str, Entry]:
        """Return the entries derived last with the same registry and the same `around`."""
        if self._derived and self._derived[0] is registry and self._derived[1] == around:
            return self._derived[2]
        return {}

    def derived(self, registry: Registry, around: object, entries: Sequence[Entry]) -> None:
        """Keep `entries`; what is made of each of them from now on is kept with it."""
        for entry in entries:
            entry.keep()
        self._derived = registry, around, {entry.id: entry for entry in entries}


def _signature(path: str) -> Signature | None:
    """What changes when a file is written; None where there is none."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
