"""Practice files as they were when an award round was frozen, as values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from catalogue.model.registry import Frozen


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the history of the catalogue holds of one moment.

    Attributes:
        commit: The version, as git names it; "" when the history does not tell.
        day: The day on which that version was made, as `2026-01-31`; "" when unknown.
        texts: The files of practices as they were, by id.
    """

    commit: str = ""
    day: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def known(self) -> bool:
        """Whether the moment is in the history that is at hand."""
        return bool(self.commit)


class Past(Protocol):
    """The history of the catalogue, wherever it is kept."""

    def __call__(self, frozen: Frozen, practices: Iterable[str], mention: str) -> Snapshot:
        """Return the files of `practices`, and of all that mention `mention`, when `frozen`."""
        ...


def no_past(frozen: Frozen, practices: Iterable[str], mention: str) -> Snapshot:
    """Tell that no history is at hand."""
    return Snapshot()
