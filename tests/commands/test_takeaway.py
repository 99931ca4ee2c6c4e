"""`catalogue build --archive --handbook` and `catalogue handbook`: made when asked for, or said."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdf
import pytest

from catalogue.cli import main
from catalogue.commands import chromium


def test_the_archive_is_made_and_offered_only_when_asked_for(tree: Path) -> None:
    """Twice the same bytes; without it no page offers it."""
    assert main(["build", "--archive", "--site-dir", "one"]) == 0
    assert main(["build", "--archive", "--site-dir", "two"]) == 0
    name = "hyvat-kaytannot.zip"
    assert (tree / "one" / name).read_bytes() == (tree / "two" / name).read_bytes()
    assert main(["build", "--site-dir", "plain"]) == 0
    assert not list((tree / "plain").glob("*.zip"))
    for language in ("", "sv/", "en/"):
        up = "../../" if language else "../"
        page = f"{language}avoin-data/index.html"
        assert f'href="{up}{name}"' in (tree / "one" / page).read_text(encoding="utf-8")
        assert name not in (tree / "plain" / page).read_text(encoding="utf-8")


def test_the_archive_has_every_file_of_the_site(tree: Path) -> None:
    """But for itself and what only a host reads."""
    assert main(["build", "--archive"]) == 0
    site = tree / "site"
    of_site = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    archive = zipfile.ZipFile(site / "hyvat-kaytannot.zip")
    names = {name.removeprefix("hyvat-kaytannot/") for name in archive.namelist()}
    hosted = {"404.html", "_headers", "robots.txt", "hyvat-kaytannot.zip"}
    missing = {name for name in of_site - names if not name.startswith("sitemap")}
    assert missing == hosted
    assert {Path(name).name for name in names - of_site} == {
        "README.txt",
        "offline.css",
        "offline.js",
    }


def test_an_engine_gets_no_archive(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The pages that would be in it are not there yet."""
    assert main(["build", "--docs-only", "docs-only", "--archive"]) == 2
    assert "--docs-only" in capsys.readouterr().err
    assert not (tree / "docs-only").exists()


@pytest.mark.parametrize("command", [["handbook"], ["build", "--handbook"]])
@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("NAMES", (), "Chromium-selaimen: asenna chromium"),
        ("LIBRARIES", ("no_such_library",), "requirements/handbook.txt"),
    ],
)
def test_what_the_handbook_needs_is_said(
    tree: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: list[str],
    name: str,
    value: tuple[str, ...],
    said: str,
) -> None:
    """Before anything is built; nothing is left behind."""
    monkeypatch.setattr(chromium, name, value)
    before = sorted(path.name for path in tree.iterdir())
    assert main(command) == 2
    assert said in capsys.readouterr().err
    assert sorted(path.name for path in tree.iterdir()) == before


def test_the_handbook_is_written_in_a_language_of_the_site(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the catalogue's own unless another is asked for; others are refused."""
    # A process of its own: Playwright runs once in each, and other tests have it running in this.
    command = [sys.executable, "-m", "catalogue.cli", "handbook", "-o", "k.pdf"]
    subprocess.run([*command, "--language", "sv"], check=True, capture_output=True)
    book = pypdf.PdfReader(io.BytesIO((tree / "k.pdf").read_bytes()))
    assert book.trailer["/Root"]["/Lang"] == "sv"
    assert "Handbok" in book.pages[0].extract_text()
    assert main(["handbook", "--language", "de"]) == 2
    assert "kielellä de" in capsys.readouterr().err
