"""Programs are run within limits; what cannot be run or fetched is said."""

import sys
import time
from pathlib import Path

import pytest

from audit import programs
from audit.programs import node_package, reason, run
from audit.report import NotRunError

STARTS_ANOTHER = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
open(sys.argv[1], "w").write(str(child.pid))
child.wait()
"""
SCRIPT = "import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)"


def test_a_program_that_is_not_here_is_named() -> None:
    """By its own name, not by a trace of how it was called."""
    with pytest.raises(NotRunError, match=r"^ei-ole-ohjelmaa is not installed$"):
        run("ei-ole-ohjelmaa", "--version")


def test_what_a_program_says_and_how_it_ends_is_returned() -> None:
    """A status other than 0 is for the caller to judge."""
    done = run(sys.executable, "-c", SCRIPT)
    assert (done.returncode, done.stdout, done.stderr) == (3, "out\n", "err\n")


def test_a_program_that_takes_too_long_is_ended_with_what_it_started(tmp_path: Path) -> None:
    """Nothing is left to run."""
    written = tmp_path / "child"
    with pytest.raises(NotRunError, match="took longer than 3 s"):
        run(sys.executable, "-c", STARTS_ANOTHER, written, limit=3)
    status = Path("/proc") / written.read_text() / "stat"
    # A busy machine takes its time to end it, and to bury what is dead.
    for _ in range(400):
        if not status.exists() or status.read_text().rpartition(")")[2].split()[0] == "Z":
            break
        time.sleep(0.05)
    else:
        pytest.fail("still running")


def test_why_a_program_failed_is_told_in_a_line() -> None:
    """That of the error, or the last one; shortened; a program that says nothing is told too."""
    assert reason("begin\nnpm error code E1\nnpm error see the log\n") == "npm error code E1"
    assert reason("WARNING: NetworkError\nERROR: No package\n") == "ERROR: No package"
    assert reason("first\nno such thing\n\n") == "no such thing"
    assert reason("a" * 999) == "a" * 200
    assert reason(" \n") == "it said nothing"


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for packages, and an npm that counts its calls and fails while `offline` is there."""
    program = tmp_path / "bin" / "npm"
    program.parent.mkdir()
    program.write_text(
        f"#!/bin/sh\necho call >> {tmp_path}/calls\n"
        f"if test -e {tmp_path}/offline; then echo 'npm error network' >&2; exit 1; fi\n"
        "mkdir -p node_modules/axe-core\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    monkeypatch.setattr(programs, "NODE", tmp_path / "node")
    return tmp_path


def test_packages_are_fetched_once_for_each_lock_file(
    npm: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an older lock file brought is not taken for what the present one names."""
    assert node_package("axe-core") == npm / "node" / "node_modules" / "axe-core"
    assert node_package("axe-core").is_dir()
    assert (npm / "calls").read_text() == "call\n"
    (npm / "node" / programs.STAMP).write_text("{}")
    assert node_package("axe-core").is_dir()
    assert (npm / "calls").read_text() == "call\n" * 2


def test_packages_that_cannot_be_fetched_are_told_and_not_waited_for_again(npm: Path) -> None:
    """Every step that needs them says why, and only the first tries."""
    (npm / "offline").touch()
    for _ in range(2):
        with pytest.raises(NotRunError, match=r"could not be fetched \(npm error network\)"):
            node_package("axe-core")
    assert (npm / "calls").read_text() == "call\n"
