"""`catalogue serve`: the site on this machine, made anew when the content changes."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

PAGE = "kaytannot/oulun-hyvinvointineuvola/"
PRACTICE = "practices/oulun-hyvinvointineuvola.md"


@pytest.fixture
def address(tree: Path) -> Iterator[str]:
    """The address at which the catalogue in `tree` is served; what is told goes to its `log`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (tree / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "catalogue.cli", "serve", "--port", str(port)],
            stdout=log,
            stderr=log,
            start_new_session=True,
            # A process that runs in the background may have been told to ignore it.
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
        )
    address = f"http://127.0.0.1:{port}/"
    try:
        _wait(lambda: bool(_get(address)), tree)
        yield address
    finally:
        os.killpg(process.pid, signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=60)
        if process.poll() is None:
            process.kill()
            process.wait()
    assert process.returncode == 130
    assert "Traceback" not in (tree / "log").read_text(encoding="utf-8")


def test_a_change_to_a_practice_is_shown_and_an_error_is_told_until_it_is_mended(
    tree: Path, address: str
) -> None:
    """Good change: new page. Bad change: the problem, and a page again when it is mended."""
    url, practice = address + PAGE, tree / PRACTICE
    sound = practice.read_text(encoding="utf-8")
    assert "Oulun hyvinvointineuvola" in _get(url)
    practice.write_text(sound.replace("Oulun hyv", "Oulun uusi hyv", 1), encoding="utf-8")
    _wait(lambda: "Oulun uusi hyvinvointineuvola" in _get(url), tree)
    practice.write_text(sound.replace("language: fi", "language: suomi"), encoding="utf-8")
    _wait(lambda: "Tarkoititko ”fi”?" in (tree / "log").read_text("utf-8"), tree)
    assert "Oulun uusi hyvinvointineuvola" in _get(url)
    practice.write_text(sound, encoding="utf-8")
    _wait(lambda: "Oulun uusi" not in _get(url), tree)
    gone = address + "kaytannot/toppari-tiimi-hameenlinna/"
    assert _get(gone)
    (tree / "practices" / "toppari-tiimi-hameenlinna.md").unlink()
    _wait(lambda: not _get(gone), tree)


def test_an_open_page_renews_itself(tree: Path, address: str, browser: Browser) -> None:
    """Although its policy lets no script run but those that come as files of the site."""
    page = browser.new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto(address + PAGE)
    expect(page.locator("h1")).to_have_text("Oulun hyvinvointineuvola")
    practice = tree / PRACTICE
    sound = practice.read_text(encoding="utf-8")
    practice.write_text(sound.replace("Oulun hyv", "Oulun uusi hyv", 1), encoding="utf-8")
    expect(page.locator("h1")).to_have_text("Oulun uusi hyvinvointineuvola", timeout=60_000)
    page.close()
    assert faults == []


def test_a_port_in_use_is_told(tree: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """With what to do, and nothing else."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "catalogue.cli", "serve", "--port", port]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"catalogue: portti {port} ei ole käytettävissä" in done.stderr
    assert "catalogue serve --port 8001" in done.stderr
    assert "Traceback" not in done.stderr


def _get(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return str(response.read().decode())
    except OSError:
        return ""


def _wait(condition: object, tree: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if condition():  # type: ignore[operator]
            return
        time.sleep(0.2)
    raise AssertionError((tree / "log").read_text(encoding="utf-8")[-2000:])
