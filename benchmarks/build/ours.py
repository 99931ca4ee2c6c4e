"""Our own build and check as takers of part."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.build.content import Article
from benchmarks.build.peer import Command, Peer

ROOT = Path(__file__).parents[2]
OURS = "ours"
TWO = "ours, two processes"
ENVIRONMENT = {"PYTHONPATH": str(ROOT)}
"""The measured modules run in the folder of a catalogue, and are found from there."""
# The others make the site in one language; so does ours where it is measured.
_LANGUAGES = re.compile(r"^languages: .*$", re.MULTILINE)


def module(name: str, *arguments: str | Path) -> Command:
    """Return the command that runs the module `name` with this Python."""
    return [sys.executable, "-m", name, *arguments]


def catalogue(folder: Path, practices: int, bad: int = 0) -> None:
    """Make a synthetic catalogue of `practices`, `bad` of them wrong, in one language."""
    command = module("benchmarks.synthetic", str(practices), folder, "--bad", str(bad))
    subprocess.run([str(part) for part in command], check=True, cwd=ROOT)
    settings = folder / "catalogue.yml"
    one = _LANGUAGES.sub("languages: [fi]", settings.read_text("utf-8"))
    settings.write_text(one, "utf-8")


def _ours(project: Path, articles: Iterable[Article]) -> None:
    """Our project is the catalogue that the articles are made of."""
    catalogue(project, sum(1 for _ in articles))


def _peer(name: str, jobs: int) -> Peer:
    build = ("build", "--jobs", str(jobs), "--site-dir", "site")
    return Peer(
        name,
        "python",
        _ours,
        lambda program: [program, "-m", "catalogue.cli", *build],
        "practices",
        "site",
        (".cache",),
    )


OUR_PEERS = (_peer(OURS, 1), _peer(TWO, 2))
