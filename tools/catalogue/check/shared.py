"""Practices read and judged by several processes at once, in the order and words of one."""

import datetime
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from catalogue.check.practices import Judged, judged, read_practices
from catalogue.check.references import Registers, registers
from catalogue.fork import fork
from catalogue.messages import messages
from catalogue.model.registry import Registry

# How many files are sent for at once: enough to be worth it, few enough to share out evenly.
SIZE = 50


@dataclass(frozen=True)
class Judging:
    """All that reading and judging the files of a folder takes.

    Attributes:
        folder: The folder of practices.
        shown: How messages name it.
        registry: What the practices may name.
        ids: The stems of all files.
        today: The day by which dates lie ahead.
    """

    folder: Path
    shown: str
    registry: Registry
    ids: frozenset[str]
    today: datetime.date

    @cached_property
    def known(self) -> Registers:
        """What references may name."""
        return registers(self.registry, self.ids)

    def judged(self, names: Sequence[str]) -> list[Judged]:
        """Return what the files `names` of the folder are, each by itself."""
        texts = messages()
        return [
            judged(source, self.registry, self.known, self.today, texts)
            for source in read_practices(self.folder, self.shown, names=names)
        ]


def judged_by(processes: int, work: Judging) -> Iterator[Judged]:
    """Yield every file of the folder, judged by itself, in order of name.

    This process begins with the first files, so that what is wrong with them is told at once; the
    others of the `processes` begin with the last.
    """
    names = sorted(os.listdir(work.folder))  # noqa: PTH208
    lots = [names[start : start + SIZE] for start in range(0, len(names), SIZE)]
    with ProcessPoolExecutor(processes - 1, fork(), initializer=_begin, initargs=(work,)) as pool:
        under_way = [pool.submit(_judged_here, lot) for lot in reversed(lots)]
        for lot in lots:
            future = under_way.pop()
            yield from work.judged(lot) if future.cancel() else future.result()


# The work, in a process that has begun it.
_here: list[Judging] = []


def _begin(work: Judging) -> None:
    _here[:] = [work]


def _judged_here(names: Sequence[str]) -> list[Judged]:
    return _here[0].judged(names)
