"""The programs that the audit runs: fetched as the lock files say, never run without a limit."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from audit.report import NotRunError, progress

TOOLS = Path(__file__).parent
CACHE = TOOLS.parents[1] / ".cache" / "audit"
NODE = CACHE / "node"
PYTHON = CACHE / "venv"
# Which lock file the folder was filled by; written last, so that half a folder is not taken.
STAMP = ".installed"
# Seconds a program may take: far more than it needs on a busy machine.
LIMIT = 300.0
PATIENCE = 10.0
# Why a folder could not be filled: what has failed is not waited for again by the next step.
_FAILED: dict[Path, str] = {}


def run(
    *command: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    limit: float = LIMIT,
) -> subprocess.CompletedProcess[str]:
    """Run `command` to its end, at most `limit` seconds, with what it starts.

    Raises:
        NotRunError: there is no such program, or it takes too long.
    """
    words = [str(part) for part in command]
    name = Path(words[0]).name
    try:
        process = subprocess.Popen(
            words,
            cwd=cwd,
            env=env,
            text=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except FileNotFoundError as error:
        raise NotRunError(f"{name} is not installed") from error
    try:
        out, err = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired as error:
        _stop(process)
        raise NotRunError(f"{name} took longer than {limit:.0f} s") from error
    except BaseException:
        _stop(process)
        raise
    return subprocess.CompletedProcess(words, process.returncode, out, err)


def _stop(process: subprocess.Popen[str]) -> None:
    # Asked first: Lighthouse then ends the browser that it started in a group of its own.
    for sign in (signal.SIGINT, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError, subprocess.TimeoutExpired):
            os.killpg(process.pid, sign)
            process.communicate(timeout=PATIENCE)
            return


def reason(text: str) -> str:
    """Return the line that tells why a program failed: the first error, or else the last line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    told = [line for line in lines if re.match(r"(\w+ )?error\b", line, re.IGNORECASE)]
    told = told or lines[-1:]
    return told[0][:200] if told else "it said nothing"


def node_package(name: str) -> Path:
    """Return the folder of the npm package `name`, in the version of the lock file.

    Raises:
        NotRunError: npm is not here, or the packages cannot be fetched.
    """
    _fill(NODE, TOOLS / "package-lock.json", _npm_packages)
    return NODE / "node_modules" / name


def python_tool(name: str) -> Path:
    """Return the program `name` of the environment that holds the tools of this audit alone.

    Raises:
        NotRunError: the tools cannot be fetched.
    """
    _fill(PYTHON, TOOLS / "requirements.txt", _python_tools)
    return PYTHON / "bin" / name


def _fill(folder: Path, lock: Path, fetch: Callable[[Path], None]) -> None:
    """Have `fetch` fill `folder` as `lock` says, unless it is so already or has failed to be."""
    stamp = folder / STAMP
    if stamp.is_file() and stamp.read_bytes() == lock.read_bytes():
        return
    if folder in _FAILED:
        raise NotRunError(_FAILED[folder])
    try:
        fetch(folder)
    except NotRunError as error:
        _FAILED[folder] = str(error)
        raise
    stamp.write_bytes(lock.read_bytes())


def _npm_packages(folder: Path) -> None:
    progress("fetching the npm packages")
    folder.mkdir(parents=True, exist_ok=True)
    for file in ("package.json", "package-lock.json"):
        shutil.copy(TOOLS / file, folder)
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1")
    done = run("npm", "ci", *options, cwd=folder)
    if done.returncode:
        raise NotRunError(f"the npm packages could not be fetched ({reason(done.stderr)})")


def _python_tools(folder: Path) -> None:
    progress("fetching the Python tools")
    done = run(sys.executable, "-m", "venv", "--clear", folder)
    if not done.returncode:
        pip = (folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--retries", "1")
        options = ("--disable-pip-version-check", "--require-hashes")
        done = run(*pip, *options, "-r", TOOLS / "requirements.txt")
    if done.returncode:
        raise NotRunError(f"the Python tools could not be fetched ({reason(done.stderr)})")


def chromium() -> str:
    """Return the path of Chromium.

    Raises:
        NotRunError: it is not installed.
    """
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        raise NotRunError("Chromium is not installed")
    return found
