"""Finnish words read by Voikko, through whichever of its two programs is installed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from importlib import import_module
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Any

from catalogue.search.fst import reading
from catalogue.search.paradigm import Transducer
from catalogue.search.reading import Reading, simplest

_READING_VERSION = "r1"
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
        return self._transducer.inflect(lemma) if self._transducer else ()

    @cached_property
    def _transducer(self) -> Transducer | None:
        try:
            return Transducer(import_module("pyvoikko").VOIKKO_FST)
        except ImportError:
            return None

    def _outputs(self, word: str) -> Iterable[tuple[str | None, str | None]]:
        """Pairs of FST output and base form."""
        raise NotImplementedError


class PyVoikko(Voikko):
    """pyvoikko from PyPI: pure Python, its dictionary inside."""

    def __init__(self) -> None:
        """Raises ImportError where pyvoikko is not installed."""
        # PackageNotFoundError is an ImportError. Reading the dictionary takes seconds, and a build
        # whose words are all in its cache needs none.
        self.version = f"pyvoikko {installed_version('pyvoikko')} {_READING_VERSION}"

    @cached_property
    def _module(self) -> Any:
        return import_module("pyvoikko")

    def _outputs(self, word: str) -> Iterable[tuple[str | None, str | None]]:
        return ((found.FSTOUTPUT, found.BASEFORM) for found in self._module.analyse(word))


class LibVoikko(Voikko):
    """libvoikko with the system's dictionary: the same answers many times faster."""

    def __init__(self) -> None:
        """Raises ImportError or OSError where the program or its dictionary is missing."""
        module: Any = import_module("libvoikko")
        try:
            self._voikko = module.Voikko("fi")
        except module.VoikkoException as error:
            raise ImportError(str(error)) from error
        self.version = (
            f"libvoikko {module.Voikko.getVersion()} {_dictionary_date()} {_READING_VERSION}"
        )

    def _outputs(self, word: str) -> Iterable[tuple[str | None, str | None]]:
        found = self._voikko.analyze(word)
        return ((each.get("FSTOUTPUT"), each.get("BASEFORM")) for each in found)


def _dictionary_date() -> str:
    """The build date the dictionary states; libvoikko itself does not tell its version."""
    for share in (Path("/usr/lib/voikko"), Path("/usr/share/voikko"), Path("/etc/voikko")):
        index = share / "5" / "mor-standard" / "index.txt"
        if index.is_file():
            for line in index.read_text(encoding="utf-8", errors="replace").splitlines():
                if line.startswith("Build-Date:"):
                    return line.partition(":")[2].strip()
    return "undated"
