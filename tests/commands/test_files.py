"""Writing files whole."""

import os
import threading
from pathlib import Path

import pytest

from catalogue.commands.files import write_whole
from catalogue.commands.outcome import CannotRunError


def test_what_a_link_leads_to_is_written(tmp_path: Path) -> None:
    """And the link stays one."""
    file, link = tmp_path / "vienti.json", tmp_path / "linkki.json"
    file.write_bytes(b"vanha")
    link.symlink_to(file)
    write_whole(link, b"uusi")
    assert link.is_symlink() and file.read_bytes() == b"uusi"


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    """Whoever reads it gets the data."""
    pipe = tmp_path / "putki"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"data")
    reader.join()
    assert read == [b"data"] and pipe.is_fifo()


def test_where_it_cannot_be_written_nothing_is_left(tmp_path: Path) -> None:
    """A folder takes no file's place."""
    (tmp_path / "kansio" / "alla").mkdir(parents=True)
    with pytest.raises(CannotRunError, match="kansio"):
        write_whole(tmp_path / "kansio", b"data")
    assert [path.name for path in tmp_path.iterdir()] == ["kansio"]
