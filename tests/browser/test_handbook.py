"""The handbook as Chromium prints it, read with pypdf."""

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pypdf
import pytest

from tests.browser.served import ROOT
from tests.factories import real_catalogue


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> pypdf.PdfReader:
    """The handbook of the real content."""
    path = tmp_path_factory.mktemp("book") / "kirja.pdf"
    # A process of its own: Playwright runs once in each, and the tests have it running in this.
    command = [sys.executable, "-m", "catalogue.cli", "handbook", "-o", str(path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return pypdf.PdfReader(io.BytesIO(path.read_bytes()))


def headings(outline: Any, depth: int = 0) -> Iterator[tuple[int, Any]]:
    """Yield each bookmark with its depth."""
    for item in outline:
        if isinstance(item, list):
            yield from headings(item, depth + 1)
        else:
            yield depth, item


def test_it_is_tagged_titled_and_in_finnish_on_a4(book: pypdf.PdfReader) -> None:
    """So that a screen reader reads it, in the right language."""
    root: Any = book.trailer["/Root"]
    assert root["/Lang"] == "fi"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert book.metadata is not None
    assert book.metadata.title == "Hyvät käytännöt: käsikirja"
    sizes = {(round(float(p.mediabox.width)), round(float(p.mediabox.height))) for p in book.pages}
    assert sizes == {(595, 842)}


def test_the_cover_says_what_it_is_of_when_and_on_which_terms(book: pypdf.PdfReader) -> None:
    """Name, date of the content, licence."""
    cover = " ".join(book.pages[0].extract_text().split())
    for words in ("Hyvät käytännöt", "Käsikirja", "14 käytäntöä", "22.11.2026", "CC BY 4.0"):
        assert words in cover


def test_every_practice_has_a_bookmark_with_its_sections(book: pypdf.PdfReader) -> None:
    """Titles whole, in the order of the book."""
    found = list(headings(book.outline))
    titles = [str(item["/Title"]) for depth, item in found if depth == 0]
    expected = {entry.practice.title for entry in real_catalogue().entries}
    assert titles[:3] == ["Hyvät käytännöt", "Sisällys", "Näin luet käsikirjaa"]
    assert set(titles[3:]) == expected
    sections = [str(item["/Title"]) for depth, item in found if depth == 1]
    for section in ("Ratkaisu", "Tulokset", "Tulokset eriteltyinä", "Lähteet"):
        assert sections.count(section) == len(expected)


def test_the_contents_tell_the_right_pages(book: pypdf.PdfReader) -> None:
    """The number in the contents, the bookmark, the heading and the number at the foot agree."""
    starts = {
        str(item["/Title"]): (book.get_destination_page_number(item) or 0) + 1
        for depth, item in headings(book.outline)
        if depth == 0
    }
    first = starts["Näin luet käsikirjaa"]
    contents = " ".join(
        " ".join(book.pages[number].extract_text() for number in range(1, first - 1)).split()
    )
    practices = [entry.practice.title for entry in real_catalogue().entries]
    for title in practices:
        told = re.search(rf"{re.escape(title)} (\d+)", contents)
        assert told, title
        assert int(told[1]) == starts[title]
        text = book.pages[starts[title] - 1].extract_text()
        assert title in " ".join(text.split())
        assert str(starts[title]) in text.split("Hyvät käytännöt: käsikirja")[0].split()
    assert len({starts[title] for title in practices}) == len(practices)


def test_outcomes_evidence_and_sources_are_in_it(book: pypdf.PdfReader) -> None:
    """Each number of the catalogue with its level, and each source."""
    text = " ".join(" ".join(page.extract_text() for page in book.pages).split())
    for entry in real_catalogue().entries:
        for assessed in entry.outcomes:
            assert f"Näyttö {assessed.evidence.level}/5" in text
        for source in entry.practice.sources:
            assert source.title.split()[0] in text
    assert len(re.findall(r"Näyttö \d/5", text)) >= 39
