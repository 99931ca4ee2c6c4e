"""Runs every measurement and writes `benchmarks/README.md`."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks import browse
from benchmarks.search.__main__ import measured_search
from benchmarks.search.pool import load

_README = Path(__file__).parent / "README.md"
_HEAD = """# Measurements

`make bench POOL=pool.json.gz` measures everything in one run and writes this page. The pool of the
search benchmark (documents, queries, and what each query ought to find) is not part of the
repository; without it only the browse page is measured, and this page stays as it is.
"""


def main() -> None:
    """Measure the search and the browse page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--pool", type=Path, help="the pool of the search benchmark")
    parser.add_argument("--rivals", action="store_true", help="Material's search and Pagefind too")
    arguments = parser.parse_args()
    facets = "## Browse page\n\n" + browse.measured()
    if not arguments.pool:
        print(facets)
        print("\nThe search was not measured: make bench POOL=pool.json.gz")
        return
    search = measured_search(load(arguments.pool), [1_000, 10_000], arguments.rivals)
    report = f"{_HEAD}\n{search}\n\n{facets}\n"
    print(report)
    _README.write_text(report, encoding="utf-8")


if __name__ == "__main__":
    main()
