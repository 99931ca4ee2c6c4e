"""A build that dies at any moment leaves the last good site whole."""

import hashlib
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from catalogue.cli import main
from catalogue.commands.files import restore_folder, swapped
from tests.factories import ROOT

SEED = 20261122
POINTS = 12
# Acts before and after the one that puts the new site in the place of the old.
AROUND = 3
COMMAND = [sys.executable, "-m", "tests.commands.dying"]


def digest(folder: Path) -> str:
    """What is in the files of `folder`, and how they are named."""
    made = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            made.update(f"{path.relative_to(folder)}\0{path.stat().st_size}\0".encode())
            made.update(path.read_bytes())
    return made.hexdigest()


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the dying build in the folder of the test."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tools")])
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [*COMMAND, *arguments], env=environment, capture_output=True, text=True, check=False
    )


def test_a_build_killed_at_any_act_leaves_a_whole_site(tree: Path) -> None:
    """At random acts and at each around the publishing: the old site or the new, never between."""
    assert main(["build"]) == 0
    old = digest(tree / "site")
    path = tree / "practices" / "toppari-tiimi-hameenlinna.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: ", "title: Uusi ", 1), encoding="utf-8")
    assert main(["build", "--site-dir", "other"]) == 0
    new = digest(tree / "other")
    assert new != old
    keep = tree / "keep"
    (tree / "site").rename(keep)
    _copy(keep, tree / "site")
    counted = run("count")
    assert counted.returncode == 0, counted.stderr
    acts, publishes = map(int, counted.stdout.split())
    assert acts > 50 and 0 < publishes < acts
    assert digest(tree / "site") == new
    at_once = _swaps(tree)
    found = set()
    chosen = {*random.Random(SEED).sample(range(1, acts), POINTS), acts}
    chosen.update(range(publishes - AROUND, min(publishes + AROUND, acts) + 1))
    for act in sorted(chosen):
        _remove(tree / "site")
        _copy(keep, tree / "site")
        done = run("kill", str(act))
        assert done.returncode in (-signal.SIGKILL, 0), done.stderr
        assert "Traceback" not in done.stderr
        if not at_once:
            restore_folder(tree / "site")
        state = digest(tree / "site")
        assert state in (old, new), act
        found.add(state == new)
    # Some died before the new site took its place, and some after.
    assert found == {True, False}
    assert main(["build"]) == 0
    assert digest(tree / "site") == new
    left = {name.name for name in tree.iterdir() if name.name.startswith(("site", ".site"))}
    assert left == {"site"}


def _copy(source: Path, target: Path) -> None:
    subprocess.run(["cp", "-al", str(source), str(target)], check=True)


def _remove(folder: Path) -> None:
    subprocess.run(["rm", "-rf", str(folder)], check=True)


def _swaps(folder: Path) -> bool:
    """Whether this system can swap two folders at once."""
    for name in ("a", "b"):
        (folder / name).mkdir()
    possible = swapped(folder / "a", folder / "b")
    for name in ("a", "b"):
        (folder / name).rmdir()
    return possible


def test_two_folders_change_places(tmp_path: Path) -> None:
    """Or it is said that they did not."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    changed = swapped(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "a" / ("b" if changed else "a")).exists()
    assert not swapped(tmp_path / "a", tmp_path / "missing")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="renameat2 is Linux's own")
def test_linux_swaps_at_once(tmp_path: Path) -> None:
    """On the file systems that people build on."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    assert swapped(tmp_path / "a", tmp_path / "b")
