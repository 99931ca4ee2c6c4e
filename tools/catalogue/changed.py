"""When files of the repository were first and last changed, as values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Changed:
    """The times of a file's first and last change: ISO 8601 in UTC, to the second, ending in Z.

    As texts in one form they sort by time.
    """

    first: str
    last: str


# By path from the root of the repository, as `practices/x.md`; empty where no history is at hand.
Changes = Mapping[str, Changed]


class ChangesOf(Protocol):
    """The history of files, wherever it is kept."""

    def __call__(self, folders: Mapping[str, Path], /) -> Changes:
        """Return the changes of the files in `folders`, named by their keys."""
        ...


def no_changes(folders: Mapping[str, Path], /) -> Changes:
    """Tell that no history is at hand."""
    return {}


def newest(times: Iterable[str]) -> str:
    """Return the latest of `times`; `""` where none is known."""
    return max(times, default="")


def practice_file(name: str) -> str:
    """Return the file of a practice from the root of the repository."""
    return f"practices/{name}.md"
