"""What the environment and the reader of the output may do wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

from catalogue.cli import main

COMMAND = (sys.executable, "-m", "catalogue.cli")


@pytest.mark.parametrize("given", ["99999999999999999", "253402300800", "²", "-1", "tänään"])
def test_a_day_that_cannot_be_read_is_told(
    tree: Path, given: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A day is never guessed: what is fixed and cannot be read stops the command."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert main(["check"]) == 2
    said = "SOURCE_DATE_EPOCH: odotettiin sekunteja vuoden 1970 alusta, enintään 253402300799; "
    assert capsys.readouterr().err == f"catalogue: {said}löytyi ”{given}”\n"


def test_the_last_day_there_is_can_be_given(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing counts beyond it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "253402300799")
    assert main(["check"]) in (0, 1)


@pytest.mark.parametrize("given", ["²", "0", "-3", "kaksi", "100000000"])
def test_a_number_of_processes_that_cannot_be_is_told(
    tree: Path, given: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`²` is a digit to Python, but no number."""
    monkeypatch.setenv("CATALOGUE_JOBS", given)
    assert main(["check"]) == 2
    said = "CATALOGUE_JOBS: odotettiin prosessien määrää, kokonaislukua väliltä 1–1000; "
    assert capsys.readouterr().err == f"catalogue: {said}löytyi ”{given}”\n"


def test_who_stops_reading_gets_no_traceback(tree: Path, tmp_path: Path) -> None:
    """`catalogue check | head -1` ends quietly, as other commands do."""
    bad = tmp_path / "huonot"
    bad.mkdir()
    for number in range(200):
        (bad / f"{number}.md").write_text("ei tietoja\n", encoding="utf-8")
    running = subprocess.Popen(
        [*COMMAND, "check", str(bad)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert running.stdout and running.stderr
    running.stdout.readline()
    running.stdout.close()
    said = running.stderr.read()
    running.stderr.close()
    assert running.wait(timeout=60) == 141
    assert "Traceback" not in said and "Broken" not in said


def test_output_that_is_held_back_breaks_quietly_too(tree: Path) -> None:
    """What a program prints at the end of its run goes out as it ends."""
    script = "import os, sys; r, w = os.pipe(); os.close(r); os.dup2(w, 1)\n"
    script += "from catalogue.cli import main\nsys.exit(main(['check', '--format', 'json']))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 141
    assert done.stderr == ""
