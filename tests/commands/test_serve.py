"""`catalogue serve`: the site on this machine, made anew when the content changes."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

PAGE = "kaytannot/oulun-hyvinvointineuvola/"


def test_a_change_to_a_practice_is_shown_and_an_error_is_told_until_it_is_mended(
    tree: Path,
) -> None:
    """Good change: new page. Bad change: the problem, and a page again when it is mended."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (tree / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "catalogue.cli", "serve", "--port", str(port)],
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    url = f"http://127.0.0.1:{port}/{PAGE}"
    practice = tree / "practices" / "oulun-hyvinvointineuvola.md"
    sound = practice.read_text(encoding="utf-8")
    try:
        _wait(lambda: "Oulun hyvinvointineuvola" in _get(url), tree)
        practice.write_text(sound.replace("Oulun hyv", "Oulun uusi hyv", 1), encoding="utf-8")
        _wait(lambda: "Oulun uusi hyvinvointineuvola" in _get(url), tree)
        practice.write_text(sound.replace("language: fi", "language: suomi"), encoding="utf-8")
        _wait(lambda: "Tarkoititko ”fi”?" in (tree / "log").read_text("utf-8"), tree)
        practice.write_text(sound, encoding="utf-8")
        _wait(lambda: "Oulun uusi" not in _get(url), tree)
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=20)
    assert "Traceback" not in (tree / "log").read_text(encoding="utf-8")


def _get(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return str(response.read().decode())
    except (urllib.error.URLError, ConnectionError):
        return ""


def _wait(condition: object, tree: Path) -> None:
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline:
        if condition():  # type: ignore[operator]
            return
        time.sleep(0.2)
    raise AssertionError((tree / "log").read_text(encoding="utf-8")[-2000:])
