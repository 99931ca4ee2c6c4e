"""`catalogue export`: one format at a time, to a file or to standard output."""

import json
from pathlib import Path

import pytest

from catalogue.cli import main


@pytest.mark.parametrize(("kind", "start"), [("json", b"{"), ("csv", b"id,url,"), ("xlsx", b"PK")])
def test_each_format_is_written_whole(tree: Path, kind: str, start: bytes) -> None:
    """The file has the bytes of the format."""
    assert main(["export", "--format", kind, "-o", "vienti"]) == 0
    assert (tree / "vienti").read_bytes().startswith(start)


def test_standard_output_is_the_default(
    tree: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """So that the data can be piped."""
    assert main(["export", "--format", "json"]) == 0
    assert len(json.loads(capsysbinary.readouterr().out)["practices"]) == 3


def test_bad_content_is_not_exported(spoilt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1, the problem named, no file."""
    assert main(["export", "--format", "json", "-o", "vienti.json"]) == 1
    assert "oulun-hyvinvointineuvola.md:6" in capsys.readouterr().err
    assert not (spoilt / "vienti.json").exists()


def test_a_place_that_cannot_be_written_ends_with_2(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The system's reason is told."""
    assert main(["export", "--format", "json", "-o", "ei/ole/vienti.json"]) == 2
    assert "kirjoittaminen ei onnistu: ei/ole/vienti.json" in capsys.readouterr().err
