"""Runs the measurements and writes their sections of `benchmarks/README.md`."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks import browse
from benchmarks.build import __main__ as build
from benchmarks.search.__main__ import measured_search
from benchmarks.search.pool import load
from benchmarks.sections import write

_README = Path(__file__).parent / "README.md"
_PARTS = ("search", "browse", "build")


def main() -> None:
    """Measure the parts that the command line names; the others' sections stay as they are."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--part", nargs="+", choices=_PARTS, default=_PARTS)
    parser.add_argument("--pool", type=Path, help="the pool of the search benchmark")
    parser.add_argument("--rivals", action="store_true", help="Material's search and Pagefind too")
    build.add_arguments(parser)
    given = parser.parse_args()
    if "search" in given.part and given.pool:
        found = measured_search(load(given.pool), [1_000, 10_000], given.rivals)
        _write("Search", found.removeprefix("## Search\n"))
    elif "search" in given.part:
        print("The search was not measured: make bench POOL=pool.json.gz")
    if "browse" in given.part:
        _write("Browse page", browse.measured())
    if "build" in given.part:
        for section in build.measured(given):
            _write(build.HEADING, section)


def _write(heading: str, section: str) -> None:
    print(f"## {heading}\n\n{section}", flush=True)
    write(_README, heading, section)


if __name__ == "__main__":
    main()
