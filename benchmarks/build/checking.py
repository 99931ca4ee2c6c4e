"""`catalogue check` beside libyaml's bare parse of the same files, sound and with bad ones."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.build.growth import Spread, ratio
from benchmarks.build.measure import Run, run
from benchmarks.build.ours import ENVIRONMENT, catalogue, module
from benchmarks.build.parts import SERVE


@dataclass(frozen=True, slots=True)
class Checking:
    """What checking a catalogue took.

    Attributes:
        size: Practices.
        bad: How many of them were made wrong.
        check: CPU seconds of `catalogue check`.
        parse: CPU seconds of the bare parse.
        first: Wall seconds until the first message.
        peak: The largest memory of any process of the check, in MiB.
        problems: How many problems were told.
    """

    size: int
    bad: int
    check: Spread
    parse: Spread
    first: Spread
    peak: Spread
    problems: int

    @property
    def times(self) -> Spread:
        """How many times the bare parse the check takes."""
        return ratio(self.check, self.parse)


def checking(size: int, bad: int, repeats: int, cap: float, folder: Path) -> Checking | str:
    """Measure the check and the parse in turn; a sentence where they did not end."""
    project = folder / f"check-{size}-{bad}"
    catalogue(project, size, bad)
    check, parse = [], []
    for _ in range(repeats):
        check.append(run(module("catalogue.cli", "check"), project, cap))
        parse.append(run(module("benchmarks.build.parse", "practices"), project, cap, ENVIRONMENT))
    problems = _problems(project)
    shutil.rmtree(project)
    if any(done.code != (1 if bad else 0) for done in check) or any(d.code for d in parse):
        return f"catalogue check of {size:,} with {bad:,} bad ones did not end: {check[-1].said}"
    return Checking(
        size,
        bad,
        _cpu(check),
        _cpu(parse),
        Spread(tuple(done.first or done.wall for done in check)),
        Spread(tuple(done.peak for done in check)),
        problems,
    )


def apart(size: int, cap: float, folder: Path) -> Mapping[str, float] | str:
    """Return the CPU of the search index and the pictures alone; a sentence where it failed."""
    project = folder / f"parts-{size}"
    catalogue(project, size)
    # Each in a process of its own: what one leaves in memory slows the other.
    commands = (module("benchmarks.build.parts", *which) for which in ([], [SERVE]))
    runs = [run(command, project, cap, ENVIRONMENT) for command in commands]
    shutil.rmtree(project)
    found: dict[str, float] = {}
    for done in runs:
        if done.code != 0:
            return f"The parts of {size:,} were not measured: {done.said[-300:]}"
        found |= json.loads(done.said.strip().splitlines()[-1])
    return found


def _problems(project: Path) -> int:
    command = [sys.executable, "-m", "catalogue.cli", "check", "--format", "json"]
    said = subprocess.run(command, cwd=project, capture_output=True, text=True).stdout
    found = json.loads(said or "[]")
    return len(found if isinstance(found, list) else found["problems"])


def _cpu(runs: Sequence[Run]) -> Spread:
    return Spread(tuple(done.cpu for done in runs))
