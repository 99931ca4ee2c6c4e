"""Measures building and checking, and writes the section of the report; see the docstring of
the package.

    python -m benchmarks.build --sizes 100 1000 --repeats 3
"""

from __future__ import annotations

import argparse
import datetime
import json
import platform
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.build import report
from benchmarks.build.checking import Checking, apart, checking
from benchmarks.build.measure import run
from benchmarks.build.ours import ENVIRONMENT, OUR_PEERS, OURS, catalogue, module
from benchmarks.build.peer import Tool
from benchmarks.build.peers import PEERS
from benchmarks.build.profiled import report as profile
from benchmarks.build.rounds import compete
from benchmarks.build.tools import FOLDER, set_up
from benchmarks.sections import replaced

HEADING = "Build and check"
README = Path(__file__).parents[1] / "README.md"
SIZES = (100, 1_000, 5_000, 10_000)
_PROFILED = 1_000
_LARGE = ("hugo", "eleventy")
_SAID = """Every builder had the same articles in one run, turn by turn: Markdown with the title,
summary and themes as front matter, and the outcomes as a table. Ours made its whole site of them in
one language and, but for the row that says otherwise, in one process; Hugo and Eleventy a simple page
of each, and lists. Cold: no site and no cache. Warm: again, nothing changed. One change: a sentence
added to one practice. CPU is user and system time of the process and its descendants; peak is the
largest process. Several runs are told as the median (least–greatest)."""
_APART = """The others make neither a search index nor preview pictures (but Material as it comes and
Zensical make an index of their own kind). What ours takes for them was measured in a process of its
own, CPU s, and is taken off in the row “{row}”: the index as on a first build, and the pictures."""
_CHECK = """`catalogue check` beside libyaml's bare parse (`yaml.load` with `CSafeLoader`) of the same
front matter. The first message of a sound catalogue is the last."""


def main() -> None:
    """Measure what the command line says, and write the section unless told not to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build")
    add_arguments(parser)
    given = parser.parse_args()
    section = measured(given)
    print(section)
    if not given.dry:
        text = README.read_text("utf-8")
        README.write_text(replaced(text, HEADING, section), "utf-8")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this measurement to a command line."""
    names = [peer.name for peer in (*OUR_PEERS, *PEERS)]
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--cap", type=float, default=1_800, help="seconds that a run may take")
    parser.add_argument("--builders", nargs="+", choices=names, default=names, metavar="NAME")
    parser.add_argument(
        "--most", type=int, help="the largest size for MkDocs Material and Zensical"
    )
    parser.add_argument("--bad", type=int, default=1_000, help="wrong ones at the largest size")
    parser.add_argument("--dry", action="store_true", help="do not write the report")


def measured(given: argparse.Namespace) -> str:
    """Return the section without its heading."""
    tools, missing = set_up(FOLDER)
    python = Tool(Path(sys.executable), f"Python {platform.python_version()}")
    tools = {**tools, "python": python}
    chosen = [peer for peer in (*OUR_PEERS, *PEERS) if peer.name in given.builders]
    if given.most:
        slow = {peer.name for peer in PEERS if peer.tool not in _LARGE}
        limit = min
        chosen = [
            replace(p, most=limit(given.most, p.most or given.most)) if p.name in slow else p
            for p in chosen
        ]
    peers = [peer for peer in chosen if peer.tool in tools]
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        results = compete(peers, tools, given.sizes, given.repeats, given.cap, folder)
        found = {size: apart(size, given.cap, folder) for size in given.sizes}
        parts = {size: took for size, took in found.items() if not isinstance(took, str)}
        checks = [checking(size, 0, given.repeats, given.cap, folder) for size in given.sizes]
        largest = max(given.sizes)
        bad = min(given.bad, largest // 10)
        checks.append(checking(largest, bad, given.repeats, given.cap, folder))
        shares = _profile(folder, given.cap)
    notes = [
        *(f"{p.name} was not run: {missing[p.tool]}." for p in chosen if p.tool in missing),
        *results.notes,
        *(took for took in found.values() if isinstance(took, str)),
        *(check for check in checks if isinstance(check, str)),
    ]
    names = [peer.name for peer in peers]
    versions = dict.fromkeys(tools[peer.tool].version for peer in peers)
    tables = [report.of_size(results, names, size, parts.get(size, {})) for size in given.sizes]
    aheads = [report.ahead(results, size) for size in given.sizes if size >= min(1_000, largest)]
    sections = [
        f"`{_command(given)}` ({_day()}; {', '.join(versions)}; {_machine()}).",
        _SAID,
        *tables,
        "\n".join(f"- {note}" for note in notes),
        report.of_growth(results, names, given.sizes, parts),
        report.jobs(results, given.sizes),
        "### Index and pictures apart" if parts else "",
        _APART.format(row=report.APART) if parts else "",
        report.of_parts(parts) if parts else "",
        "### Beside Hugo" if any(aheads) else "",
        *aheads,
        "### Check",
        _CHECK,
        report.of_checks([check for check in checks if isinstance(check, Checking)]),
        "### Where the time goes" if shares else "",
        shares,
    ]
    return "\n\n".join(section for section in sections if section)


def _profile(folder: Path, cap: float) -> str:
    project = folder / "profile"
    catalogue(project, _PROFILED)
    target = folder / "profile.json"
    done = run(module("benchmarks.build.profiled", target), project, 4 * cap, ENVIRONMENT)
    if done.code != 0:
        return f"The profile was not taken: {done.said.strip()[-200:]}"
    return profile(json.loads(target.read_text("utf-8")))


def _command(given: argparse.Namespace) -> str:
    sizes = " ".join(map(str, given.sizes))
    more = f" --most {given.most}" if given.most else ""
    everybody = len(given.builders) == len(OUR_PEERS) + len(PEERS)
    chosen = "" if everybody else " --builders " + " ".join(f'"{n}"' for n in given.builders)
    return f"python -m benchmarks.build --sizes {sizes} --repeats {given.repeats}{more}{chosen}"


def _day() -> str:
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def _machine() -> str:
    import os

    return f"{os.cpu_count()} cores, {platform.system()}"


if __name__ == "__main__":
    main()
