"""What a command says while a person waits."""

import sys
from pathlib import Path

import pytest

from catalogue.cli import main

STEP = "· Tarkistetaan käytännöt …"


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_person_at_a_terminal_is_told_at_once_and_a_log_is_not(
    tree: Path,
    command: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Ten thousand practices take some seconds; what is found goes where it always does."""
    assert main([command]) == 0
    assert "·" not in capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main([command]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[0] == STEP
