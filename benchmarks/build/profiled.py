"""Where the time of our build goes: functions by the CPU in and below them.

cd CATALOGUE && python -m benchmarks.build.profiled OUTPUT.json
"""

from __future__ import annotations

import cProfile
import json
import pstats
import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.search.report import table

_SHOWN = 30
Stats = Mapping[tuple[str, int, str], tuple[int, int, float, float, Any]]


def main() -> None:
    """Build the catalogue in the working directory under the profiler."""
    start = time.process_time()
    import catalogue.commands.build  # noqa: F401
    from catalogue.cli import main as run

    importing = time.process_time() - start
    profiler = cProfile.Profile(time.process_time)
    profiler.enable()
    code = run(["build", "--jobs", "1", "--site-dir", "site"])
    profiler.disable()
    stats: Stats = pstats.Stats(profiler).stats  # type: ignore[attr-defined]
    total = sum(own for _, _, own, _, _ in stats.values())
    found = {
        "import": importing,
        "total": total,
        "functions": functions(stats),
        "own": own_by_package(stats),
    }
    Path(sys.argv[1]).write_text(json.dumps(found), "utf-8")
    sys.exit(code)


def functions(stats: Stats) -> list[tuple[str, str, float]]:
    """Return module, function and cumulative seconds of our own functions, the largest first."""
    ours = [
        (module, name, below)
        for (file, _, name), (_, _, _, below, _) in stats.items()
        if (module := _module(file)).startswith("catalogue.") and not name.startswith("<")
    ]
    return sorted(ours, key=lambda row: -row[2])[:_SHOWN]


def own_by_package(stats: Stats) -> list[tuple[str, float]]:
    """Return the seconds spent in each package itself, the largest first; ours by subpackage.

    What is written in C has no package: it counts to the package that calls it.
    """
    seconds: defaultdict[str, float] = defaultdict(float)
    for (file, _, _), (_, _, own, _, callers) in stats.items():
        if file != "~":
            seconds[_package(file)] += own
        else:
            for (caller, _, _), (_, _, spent, _) in callers.items():
                seconds[_package(caller)] += spent
    return sorted(seconds.items(), key=lambda row: -row[1])


def report(found: Mapping[str, Any]) -> str:
    """Return the profile as two tables: shares of the total."""
    total = found["total"]
    by_package = [[name, _share(own, total)] for name, own in found["own"] if own > total / 200]
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for module, name, below in found["functions"]:
        groups[module].append(f"{name} {_share(below, total)}")
    rows = [[f"`{module}`", ", ".join(names)] for module, names in groups.items()]
    return "\n\n".join(
        [
            "Share of the CPU of a cold build of 1,000 practices in one process, under cProfile, "
            f"which itself slows small functions down; importing takes {found['import']:.1f} s "
            "more, once. In each package itself, what is written in C counted to its caller:",
            table(["package", "share"], by_package),
            "In and below our own functions (those below others count in both):",
            table(["module", "function and share"], rows),
        ]
    )


def _share(part: float, whole: float) -> str:
    return f"{100 * part / whole:.0f} %"


def _module(file: str) -> str:
    """The dotted name of a Python file, from its package on."""
    path = Path(file)
    for top in ("catalogue", "site-packages"):
        if top in path.parts:
            at = len(path.parts) - 1 - path.parts[::-1].index(top)
            at += top == "site-packages"
            parts = (*path.parts[at:-1], path.stem)
            return ".".join(part for part in parts if part != "__init__")
    return "template" if file == "<template>" or file.endswith(".html") else "Python itself"


def _package(file: str) -> str:
    module = _module(file)
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "catalogue" else parts[0]


if __name__ == "__main__":
    main()
