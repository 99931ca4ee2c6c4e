"""All files of the open data together, checked with the programs that readers have."""

import shutil
import subprocess
from pathlib import Path

import pytest

from catalogue.export.dcat import JSON_LD, TURTLE
from catalogue.export.downloads import DOWNLOADS, FOLDER, SUMS
from catalogue.export.open_data import OpenData, measured, open_data
from catalogue.export.plain import last_review
from catalogue.messages import LANGUAGES, messages
from tests.factories import catalogue, practice, real_catalogue, settings


def made() -> OpenData:
    """Return the open data of the real catalogue."""
    return open_data(real_catalogue(), settings())


def test_every_download_and_its_descriptions_are_published() -> None:
    """Under `data/`, none of them empty."""
    names = {*(download.name for download in DOWNLOADS), TURTLE, JSON_LD, SUMS}
    assert set(made().files) == {FOLDER + name for name in names}
    assert all(made().files.values())


def test_what_is_told_of_a_file_is_true_of_it() -> None:
    """Also where the files were made only to be measured."""
    for file in made().published:
        assert file.size == len(made().files[FOLDER + file.download.name])
    assert measured(real_catalogue(), settings()) == made().published


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="sha256sum is not installed")
def test_the_checksums_are_those_that_sha256sum_finds(tmp_path: Path) -> None:
    """Of every file but the one that holds them; and one that was changed is found."""
    for path, content in made().files.items():
        (tmp_path / path.removeprefix(FOLDER)).write_bytes(content)
    command = ["sha256sum", "--check", "--strict", SUMS]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    names = {path.removeprefix(FOLDER) for path in made().files} - {SUMS}
    assert set(found.stdout.splitlines()) == {f"{name}: OK" for name in names}
    (tmp_path / "awards.csv").write_bytes(b"")
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 1


def test_two_makings_are_identical() -> None:
    """Byte for byte."""
    assert made() == made()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_download_has_a_title_and_says_what_it_holds(language: str) -> None:
    """And no text is left of a file that is no longer published."""
    texts = messages(language).texts
    keys = {download.key for download in DOWNLOADS}
    for prefix in ("open-data.title.", "open-data.file."):
        assert {k.removeprefix(prefix) for k in texts if k.startswith(prefix)} == keys


@pytest.mark.parametrize(
    ("reviews", "date"),
    [
        ((), None),
        ((None, None), None),
        (("unknown",), None),
        (("2025-03-01", None, "2026-01-31", "2025-12-31"), "2026-01-31"),
    ],
)
def test_what_is_dated_by_review_has_the_latest(
    reviews: tuple[str | None, ...], date: str | None
) -> None:
    """Nothing is taken from a clock."""
    named = {f"k{i}": practice(reviewed=reviewed) for i, reviewed in enumerate(reviews)}
    assert last_review(catalogue(named)) == date
