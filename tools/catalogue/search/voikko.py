"""Finnish words read by Voikko, through whichever of its two programs is installed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distribution
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Any

from catalogue.search.fst import reading
from catalogue.search.paradigm import Inflector
from catalogue.search.reading import Reading, simplest
from catalogue.search.rules_file import RulesFile
from catalogue.search.transducer import Transducer

_READING_VERSION = "r2"
"""Changed whenever this package reads Voikko's output in another way, so caches notice."""


class Voikko:
    """What the two Voikkos share: how a word is tried, and what its output means."""

    version: str

    def analyse(self, word: str) -> tuple[Reading, ...]:
        """The readings of a lower-case word; a name is known by its capital letter only."""
        outputs = list(self._outputs(word)) or list(self._outputs(word[:1].upper() + word[1:]))
        # Names of organisations come without FST output and would beat the compound parse.
        parsed = {reading(output) for output, _ in outputs if output}
        if not parsed:
            parsed = {Reading(1, base.lower().replace("=", "")) for _, base in outputs if base}
        return simplest({found for found in parsed if found is not None})

    def inflect(self, lemma: str) -> tuple[str, ...]:
        """The inflected forms of a base form, where pyvoikko's transducer is at hand."""
        return self._inflector.inflect(lemma) if self._inflector else ()

    @cached_property
    def _inflector(self) -> Inflector | None:
        return Inflector(self._transducer) if self._transducer else None

    @cached_property
    def _transducer(self) -> Transducer | None:
        """The transducer that pyvoikko brings; not through pyvoikko, which unpacks all of it."""
        try:
            file = distribution("pyvoikko").locate_file("pyvoikko/voikko.kfst")
        except PackageNotFoundError:
            return None
        return Transducer(RulesFile(Path(str(file)).read_bytes()))

    def _outputs(self, word: str) -> Iterable[tuple[str | None, str | None]]:
        """Pairs of FST output and base form."""
        raise NotImplementedError


class PyVoikko(Voikko):
    """The transducer of pyvoikko from PyPI, its dictionary inside, walked here."""

    def __init__(self) -> None:
        """Raises ImportError where pyvoikko is not installed."""
        # PackageNotFoundError is an ImportError. The dictionary is read when it is first needed: a
        # build whose words are all in its cache needs none.
        self.version = f"pyvoikko {installed_version('pyvoikko')} {_READING_VERSION}"

    def _outputs(self, word: str) -> Iterable[tuple[str | None, str | None]]:
        assert self._transducer is not None
        return ((output, None) for output in self._transducer.lookup(word))


class LibVoikko(Voikko):
    """libvoikko with the system's dictionary: the same answers many times faster."""

    def __init__(self) -> None:
        """Raises ImportError or OSError where the program or its dictionary is missing."""
        module: Any = import_module("libvoikko")
        try:
            self._voikko = module.Voikko("fi")
        except module.VoikkoException as error:
            raise ImportError(str(error)) from error
        # Inflections come from pyvoikko's dictionary where that is installed.
        parts = (module.Voikko.getVersion(), _dictionary_date(), _inflecting(), _READING_VERSION)
        self.version = f"libvoikko {' '.join(parts)}"

    def _outputs(self, word: str) -> Iterable[tuple[str | None, str | None]]:
        found = self._voikko.analyze(word)
        return ((each.get("FSTOUTPUT"), each.get("BASEFORM")) for each in found)


def _inflecting() -> str:
    """The version of pyvoikko, whose dictionary inflects."""
    try:
        return installed_version("pyvoikko")
    except PackageNotFoundError:
        return "-"


def _dictionary_date() -> str:
    """The build date the dictionary states; libvoikko itself does not tell its version."""
    for share in (Path("/usr/lib/voikko"), Path("/usr/share/voikko"), Path("/etc/voikko")):
        index = share / "5" / "mor-standard" / "index.txt"
        if index.is_file():
            for line in index.read_text(encoding="utf-8", errors="replace").splitlines():
                if line.startswith("Build-Date:"):
                    return line.partition(":")[2].strip()
    return "undated"
