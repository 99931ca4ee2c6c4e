"""`catalogue export`: one format at a time, to a file or to standard output."""

import json
from pathlib import Path

import openpyxl
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


def test_the_search_server_gets_an_index_and_its_documents(tree: Path) -> None:
    """Two files, one for each request."""
    assert main(["export", "--format", "opensearch-index", "-o", "index.json"]) == 0
    assert main(["export", "--format", "opensearch", "-o", "practices.ndjson"]) == 0
    assert json.loads((tree / "index.json").read_bytes()).keys() == {"settings", "mappings"}
    assert len((tree / "practices.ndjson").read_bytes().splitlines()) == 2 * 3


def test_the_workbook_has_the_catalogue_s_own_words(tree: Path) -> None:
    """Those of `texts/` in the place of the program's, as in the workbook that the site offers."""
    (tree / "texts").mkdir()
    own = "export:\n  sheet:\n    practices: Omat käytännöt\n"
    (tree / "texts" / "fi.yml").write_text(own, encoding="utf-8")
    assert main(["export", "--format", "xlsx", "-o", "vienti.xlsx"]) == 0
    names = openpyxl.load_workbook(tree / "vienti.xlsx", read_only=True).sheetnames
    assert names[0] == "Omat käytännöt"


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


@pytest.mark.parametrize(
    ("table", "start"),
    [("practices", b"id,url,"), ("outcomes", b"practice,id,"), ("awards", b"practice,practice_")],
)
def test_the_table_of_the_csv_can_be_chosen(tree: Path, table: str, start: bytes) -> None:
    """Practices are what is meant when none is named."""
    assert main(["export", "--format", "csv", "--table", table, "-o", "vienti"]) == 0
    assert (tree / "vienti").read_bytes().startswith(start)


def test_a_table_is_refused_where_the_format_holds_all(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rather than passed over."""
    assert main(["export", "--format", "json", "--table", "awards", "-o", "vienti"]) == 2
    assert "--table koskee vain CSV-muotoa" in capsys.readouterr().err
    assert not (tree / "vienti").exists()
