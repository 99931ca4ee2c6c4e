"""How processes begin."""

import sys
from concurrent.futures import ProcessPoolExecutor

import pytest

from catalogue.fork import fork

READ: list[str] = []


def _read() -> list[str]:
    return READ


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Python decides")
def test_a_process_has_what_this_one_has_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever way this Python begins processes by itself."""
    monkeypatch.setattr(sys.modules[__name__], "READ", ["kaikki käytännöt"])
    with ProcessPoolExecutor(1, fork()) as pool:
        assert pool.submit(_read).result() == ["kaikki käytännöt"]
