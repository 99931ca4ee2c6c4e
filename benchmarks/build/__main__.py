"""Measures building and checking, and writes the section of the report.

`python -m benchmarks.build --sizes 100 1000 --repeats 3`
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.build import report
from benchmarks.build.checking import Checking, apart, checking
from benchmarks.build.cores import at_once
from benchmarks.build.growth import Spread
from benchmarks.build.measure import run
from benchmarks.build.ours import ENVIRONMENT, OUR_PEERS, catalogue, module
from benchmarks.build.peer import Peer, Tool
from benchmarks.build.peers import PEERS
from benchmarks.build.profiled import report as profile
from benchmarks.build.rounds import Results, compete
from benchmarks.build.tools import FOLDER, set_up
from benchmarks.sections import write

HEADING = "Build and check"
README = Path(__file__).parents[1] / "README.md"
SIZES = (100, 1_000, 5_000, 10_000)
_PROFILED = 1_000
_LARGE = ("hugo", "eleventy")
_SAID = """Every builder had the same articles in one run, turn by turn: Markdown with the title,
summary and themes as front matter, and the outcomes as a table. Ours made its whole site of them
in one language and, but for the row that says otherwise, in one process; Hugo and Eleventy made a
simple page of each, and lists. “Hugo, whole front matter” made the same simple pages of files that
keep all of the front matter, which ours reads too. “Hugo, all fields” made of these a page and a
JSON file each with every field, its outcomes, sources and structured data, and lists with cards,
and feeds, by theme, place, target group, level of service and indicator. Cold: no site and no
cache. Warm: again, nothing changed. One change: a sentence added to one practice. CPU is user and
system time of the process and its descendants; peak is the largest process. Several runs are told
as the median (least–greatest). “Of Hugo's” is the ratio of cold CPU."""
_APART = """The others make neither a search index nor preview pictures (but Material as it comes
and Zensical make an index of their own kind). What ours takes for them was measured in a process
of its own, in seconds of CPU, and is taken off in the row “{row}”: the index as on a first build,
when no word was analysed before, and the pictures. `catalogue serve` makes the whole site, and
after a sentence was added to one practice what that touches, in the same process."""
_CHECK = """`catalogue check` beside libyaml's bare parse (`yaml.load` with `CSafeLoader`) of the
same front matter. The first message of a sound catalogue is the last."""


def main() -> None:
    """Measure what the command line says, and write the section unless told not to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build")
    add_arguments(parser)
    given = parser.parse_args()
    for section in measured(given):
        print(section, flush=True)
        if not given.dry:
            write(README, HEADING, section)


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


def measured(given: argparse.Namespace) -> Iterator[str]:
    """Yield the section without its heading after each size: what is measured so far is kept."""
    tools, missing = set_up(FOLDER)
    python = Tool(Path(sys.executable), f"Python {platform.python_version()}")
    tools = {**tools, "python": python}
    chosen = [_limited(p, given.most) for p in (*OUR_PEERS, *PEERS) if p.name in given.builders]
    peers = [peer for peer in chosen if peer.tool in tools]
    so_far = SoFar()
    for peer in chosen:
        if peer.tool in missing:
            so_far.results.notes.append(f"{peer.name} was not run: {missing[peer.tool]}.")
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        for size in sorted(given.sizes):
            so_far.at_once.append(at_once())
            compete(so_far.results, peers, tools, size, given.repeats, given.cap, folder)
            so_far.sizes.append(size)
            so_far.add_parts(size, apart(size, given.cap, folder))
            bads = (0, min(given.bad, size // 10)) if size == max(given.sizes) else (0,)
            for bad in bads:
                so_far.add_check(checking(size, bad, given.repeats, given.cap, folder))
            if not so_far.shares:
                so_far.shares = _profile(folder, given.cap)
            yield _section(given, so_far, tools, peers)


@dataclass
class SoFar:
    """What has been measured when a size is done."""

    results: Results = field(default_factory=Results)
    sizes: list[int] = field(default_factory=list)
    parts: dict[int, Mapping[str, float]] = field(default_factory=dict)
    checks: list[Checking] = field(default_factory=list)
    shares: str = ""
    at_once: list[float] = field(default_factory=list)

    def add_parts(self, size: int, found: Mapping[str, float] | str) -> None:
        """Keep what the index and the pictures took, or note why that is not known."""
        if isinstance(found, str):
            self.results.notes.append(found)
        else:
            self.parts[size] = found

    def add_check(self, found: Checking | str) -> None:
        """Keep what a check took, or note why that is not known."""
        if isinstance(found, str):
            self.results.notes.append(found)
        else:
            self.checks.append(found)


def _limited(peer: Peer, most: int | None) -> Peer:
    """The peer, and if it is a slow one no larger than `most`."""
    slow = peer in PEERS and peer.tool not in _LARGE
    return replace(peer, most=min(most, peer.most or most)) if most and slow else peer


def _section(
    given: argparse.Namespace, so_far: SoFar, tools: Mapping[str, Tool], peers: Sequence[Peer]
) -> str:
    results, parts, sizes = so_far.results, so_far.parts, so_far.sizes
    names = [peer.name for peer in peers]
    versions = dict.fromkeys(tools[peer.tool].version for peer in peers)
    tables = [report.of_size(results, names, size, parts.get(size, {})) for size in sizes]
    aheads = [report.ahead(results, size, parts.get(size, {})) for size in sizes]
    sections = [
        f"`{_command(given)}` ({_day()}; {', '.join(versions)}; {_machine()}).",
        _SAID,
        *tables,
        "\n".join(f"- {note}" for note in results.notes),
        report.of_growth(results, names, sizes, parts),
        report.jobs(results, sizes, Spread(tuple(so_far.at_once))),
        "### Index, pictures and `serve` apart" if parts else "",
        _APART.format(row=report.APART) if parts else "",
        report.of_parts(parts) if parts else "",
        "### Beside Hugo" if any(aheads) else "",
        *aheads,
        "### Check" if so_far.checks else "",
        _CHECK if so_far.checks else "",
        report.of_checks(so_far.checks) if so_far.checks else "",
        "### Where the time goes" if so_far.shares else "",
        so_far.shares,
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
    return f"{os.cpu_count()} cores, {platform.system()}"


if __name__ == "__main__":
    main()
