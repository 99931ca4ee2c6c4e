"""The files of a registry by their names: what is there, and what does not belong."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from catalogue.check.suggestion import nearest
from catalogue.problem import Finding
from catalogue.source.gate import check_name, visible

FILES = ("vocabularies.yml", "indicators.yml", "organisations.yml", "places.yml", "synonyms.yml")
# What a catalogue may do without.
OPTIONAL_FILES = ("removed.yml",)
AWARDS = "awards"
_ENDING = ".yml"
# What the gate says of the names of practices, said of rounds.
_OF_ROUNDS = {"name-form": "round-name-form", "name-reserved": "round-name-reserved"}


@dataclass(frozen=True, slots=True)
class Listed:
    """What a registry holds, by names from its folder.

    Attributes:
        rounds: The files of award rounds.
        strays: What is none of its files, and what to do about that.
    """

    rounds: tuple[str, ...]
    strays: tuple[tuple[str, Finding], ...]


def listed_files(folder: Path) -> Listed:
    """Return what is in the registry in `folder`; hidden files are nobody's concern.

    A file that nobody reads would else be one whose facts are missed on the site, without a word.
    """
    known = (*FILES, *OPTIONAL_FILES, AWARDS)
    strays = [(name, _stray(name, known)) for name in _names(folder) if name not in known]
    awards = folder / AWARDS
    # Behind a link there could be anything.
    if awards.is_symlink() or (awards.exists() and not awards.is_dir()):
        return Listed((), (*strays, (AWARDS, Finding((), "awards-no-folder"))))
    rounds = []
    for name in _names(awards):
        if name.endswith(_ENDING):
            rounds.append(f"{AWARDS}/{name}")
        else:
            strays.append((f"{AWARDS}/{name}", _no_round(name, awards / name)))
    return Listed(tuple(rounds), tuple(strays))


def check_round_name(name: str) -> Iterator[Finding]:
    """Yield why `name` cannot be that of a round: it becomes an address, as a practice's does."""
    for finding in check_name(f"{name.removesuffix(_ENDING)}.md"):
        code = _OF_ROUNDS.get(finding.code, finding.code)
        found = {"found": visible(name)} if finding.code == "name-form" else {}
        yield replace(finding, code=code, params={**finding.params, **found})


def _names(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    names = sorted(os.listdir(folder))  # noqa: PTH208
    return [name for name in names if not name.startswith(".") or name.endswith(_ENDING)]


def _stray(name: str, known: tuple[str, ...]) -> Finding:
    close = nearest(name, known)
    suggestion = {"suggestion": close} if close else {}
    allowed = ", ".join((*FILES, *OPTIONAL_FILES))
    params = {"found": visible(name), "allowed": allowed, **suggestion}
    return Finding((), "registry-stray", params)


def _no_round(name: str, path: Path) -> Finding:
    found = {"found": visible(name)}
    if path.is_dir() and not path.is_symlink():
        return Finding((), "round-folder", found)
    stem, _, ending = name.rpartition(".")
    if stem and ending.lower() in {"yaml", "yml"}:
        found["suggestion"] = visible(stem + _ENDING)
    return Finding((), "round-ending", found)
