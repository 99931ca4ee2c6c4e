"""The version of the program, as machines that share work compare it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import REPOSITORY

ASKED = "from catalogue.program import program_digest; print(program_digest())"


def _digest(folder: Path) -> str:
    """The digest as a process of its own tells it, of the package in `folder`."""
    environment = {"PATH": os.defpath, "PYTHONPATH": str(folder)}
    command = [sys.executable, "-B", "-c", ASKED]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_the_digest_is_of_every_file_and_of_no_place(tmp_path: Path) -> None:
    """A template counts as a module does; the folder and what Python caches do not."""
    one, other = tmp_path / "one", tmp_path / "other"
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(REPOSITORY / "tools" / "catalogue", one / "catalogue", ignore=ignore)
    shutil.copytree(one, other)
    (other / "catalogue" / "__pycache__").mkdir()
    (other / "catalogue" / "__pycache__" / "x.pyc").write_bytes(b"x")
    first = _digest(one)
    assert _digest(other) == first
    with (other / "catalogue" / "templates" / "home.html").open("a") as file:
        file.write("\n")
    assert _digest(other) != first
