"""The pages of the open data: what they promise is so, and what they say to type works."""

import hashlib
import html
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from catalogue.export.columns import TABLES
from catalogue.export.dictionary import dictionary
from catalogue.export.downloads import FOLDER
from catalogue.export.open_data import OpenData, open_data
from catalogue.export.plain import SCHEMA_VERSION
from catalogue.messages import LANGUAGES, messages
from catalogue.pages.frame import Frame
from catalogue.pages.open_data import data, data_dictionary
from catalogue.settings import Settings
from tests.factories import catalogue, frame, practice, real_catalogue, registry, settings


@cache
def made() -> OpenData:
    """Return the open data of the real catalogue."""
    return open_data(real_catalogue(), settings())


def page(language: str = "fi", of: Settings | None = None) -> str:
    """Return the HTML of the page of the open data."""
    shown = Frame(real_catalogue(), of or settings(), messages(language))
    return data(shown, made().published).html


def commands() -> list[str]:
    """Return what the page says to type."""
    return [
        html.unescape(code) for code in re.findall(r"<pre[^>]*><code>(.*?)</code>", page(), re.S)
    ]


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    """A folder of everything that can be downloaded."""
    for path, content in made().files.items():
        (tmp_path / path.removeprefix(FOLDER)).write_bytes(content)
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_is_offered_with_its_checksum(language: str) -> None:
    """Those that hold the data and those that describe them."""
    shown = page(language)
    for path, content in made().files.items():
        assert f'/{path}"' in shown
        digest = hashlib.sha256(content).hexdigest()
        assert (digest in shown) == (
            path.removeprefix(FOLDER) in {file.download.name for file in made().published}
        )


def test_the_page_gives_version_date_and_licences() -> None:
    """The date of the content, in words of the language."""
    assert SCHEMA_VERSION in page()
    assert "22.11.2026" in page()
    assert "CC BY 4.0" in page()
    assert "EUPL-1.2" in page()
    assert "14 käytäntöä" in page()


def test_the_citation_has_the_address_where_it_is_known() -> None:
    """And no empty place for it where it is not."""
    assert "https://esimerkki.fi/hk/avoin-data/ (CC BY 4.0)" in page(
        of=settings(site_url="https://esimerkki.fi/hk/")
    )
    assert "tarkistettu 22.11.2026. (CC BY 4.0)" in page()


def test_a_catalogue_without_dates_has_a_page_without_dates() -> None:
    """Rather than one that says that nothing is known."""
    shown = data(frame(catalogue({"esimerkki": practice()}))).html
    assert "Toimituksen viimeisin tarkistus" not in shown
    assert f"rakenteen versio {SCHEMA_VERSION}. (CC BY 4.0)" in shown


def test_the_program_of_the_page_runs_as_written(downloads: Path) -> None:
    """Municipality numbers keep their zeros, and every outcome finds its practice."""
    program, _ = commands()
    check = 'assert practices["places"].str.startswith("091").any(); assert len(outcomes) == 39'
    subprocess.run([sys.executable, "-c", f"{program}\n{check}"], cwd=downloads, check=True)


def test_the_command_of_the_page_runs_as_written(downloads: Path) -> None:
    """Also for one who downloaded one file."""
    _, command = commands()
    for path in downloads.iterdir():
        if path.name not in {"awards.csv", "SHA256SUMS"}:
            path.unlink()
    found = subprocess.run(
        command.split(), cwd=downloads, capture_output=True, text=True, check=True
    )
    assert found.stdout == "awards.csv: OK\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dictionary_shows_every_column_key_and_vocabulary(language: str) -> None:
    """With a link from each to the values that it may have."""
    shown = data_dictionary(Frame(real_catalogue(), settings(), messages(language))).html
    rows = dictionary(registry(), messages(language))
    names = re.findall(r'<code class="key">(.*?)</code>', shown)
    assert names == [row.name for row in rows]
    ids = set(re.findall(r' id="([^"]+)"', shown))
    assert ids >= {
        "json",
        "sanastot",
        *TABLES,
        *(f"sanasto-{row.vocabulary}" for row in rows if row.vocabulary),
    }
