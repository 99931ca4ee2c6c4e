"""One run of one command: what the machine spent on it, and what it left on the disk."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

MIB = 1024
"""Kibibytes, in which Linux tells the memory of a process, in a mebibyte."""
_TAIL = 4_000
_POLL = 0.005


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took.

    Attributes:
        cpu: Seconds of processor time, user and system, of the process and its descendants.
        wall: Seconds from start to end.
        peak: The largest resident set of any one process of the tree, in MiB.
        first: Seconds until it first said something; None if it said nothing.
        code: Exit code; None if it was cut at the time cap.
        said: The end of what it said.
    """

    cpu: float
    wall: float
    peak: float
    first: float | None
    code: int | None
    said: str


@dataclass(frozen=True, slots=True)
class Output:
    """What a build left: bytes of all files, number of files, number of HTML pages."""

    size: int
    files: int
    pages: int


def run(
    command: Sequence[str | Path],
    folder: Path,
    cap: float,
    environment: Mapping[str, str] | None = None,
) -> Run:
    """Run `command` in `folder` for at most `cap` seconds and return what it took.

    The processor time and the peak are those of wait4(2): of the process and of every descendant
    that was waited for. On Linux a peak is never below that of whoever starts the process, so the
    measuring program is to be small itself.
    """
    start = time.monotonic()
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    listener = _Listener(process.stdout, start)
    cut = False
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        if not cut and time.monotonic() - start > cap:
            os.killpg(process.pid, signal.SIGKILL)
            cut = True
        time.sleep(_POLL)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    listener.join()
    return Run(
        usage.ru_utime + usage.ru_stime,
        wall,
        usage.ru_maxrss / MIB,
        listener.first,
        None if cut else process.returncode,
        listener.said.decode(errors="replace"),
    )


class _Listener(threading.Thread):
    """Reads what a process says, so that it never waits for a reader; keeps the end of it."""

    def __init__(self, pipe: IO[bytes] | None, start: float) -> None:
        super().__init__(daemon=True)
        assert pipe is not None
        self.pipe = pipe
        self.began = start
        self.first: float | None = None
        self.said = b""
        self.start()

    def run(self) -> None:
        with self.pipe:
            while piece := os.read(self.pipe.fileno(), 65_536):
                if self.first is None:
                    self.first = time.monotonic() - self.began
                self.said = (self.said + piece)[-_TAIL:]


def output(folder: Path) -> Output:
    """Return how much lies in `folder`."""
    sizes = [
        (path.stat().st_size, path.suffix == ".html")
        for path in folder.rglob("*")
        if path.is_file()
    ]
    return Output(sum(size for size, _ in sizes), len(sizes), sum(page for _, page in sizes))
