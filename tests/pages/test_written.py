"""Pages written by hand: their links and their headings."""

from pathlib import Path

from catalogue.check.written import Manuscript, read_written
from catalogue.messages import Messages
from catalogue.pages.written import Written, written_pages
from catalogue.source.document import split_practice

HEAD = "---\ntitle: Nimi\ndescription: Kuvaus.\n---\n"


def read(tmp_path: Path, texts: Messages, **files: str) -> Written:
    """Return the pages of `files`: `tietoa__index` stands for `tietoa/index.md`."""
    for name, text in files.items():
        path = tmp_path / f"{name.replace('__', '/')}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return written_pages(read_written(tmp_path, "docs", ["fi"], texts)[0])


def test_links_to_files_lead_to_their_pages(tmp_path: Path, texts: Messages) -> None:
    """From any depth, to a page of its own folder, of another one, or to a heading."""
    body = "# Nimi\n\n[a](naytto.md) [b](../ilmoita/index.md#osa) [c](https://thl.fi/)\n"
    written = read(tmp_path, texts, tietoa__index=HEAD + body)
    (page,) = written.pages
    assert page.url == "tietoa/"
    assert '<a href="naytto/">a</a>' in page.html
    assert '<a href="../ilmoita/#osa">b</a>' in page.html
    assert '<a href="https://thl.fi/">c</a>' in page.html
    assert [link.url for link in written.links] == ["tietoa/naytto/", "ilmoita/"]


def test_headings_have_ids_and_html_is_shown_as_text(tmp_path: Path, texts: Messages) -> None:
    """So that a link leads to them; the files may hold no markup of their own."""
    (page,) = read(tmp_path, texts, sivu=HEAD + "# Nimi\n\n## Näytön taso\n\n<b>x</b>\n").pages
    assert '<h2 id="nayton-taso">' in page.html
    assert "&lt;b&gt;x" in page.html


def test_a_dead_link_is_told_with_its_line(tmp_path: Path, texts: Messages) -> None:
    """In the code of the problem, too: "dead-link"."""
    written = read(tmp_path, texts, sivu=f"{HEAD}# Nimi\n\nTeksti.\n\n[a](ei-ole.md)\n")
    (problem,) = written.dead_links(lambda url: url == "sivu/", texts)
    assert (problem.path, problem.line, problem.code) == ("docs/sivu.md", 9, "dead-link")
    assert problem.message == "odotettiin linkkiä johonkin sivuston sivuun; sivua ei ole: ei-ole.md"


def test_a_picture_that_got_through_the_check_would_be_a_link() -> None:
    """Nothing is loaded from another site without a click."""
    body = "# Nimi\n\n![kuva](https://evil.example/x.png)\n"
    source = split_practice("docs/sivu.md", HEAD + body)
    (page,) = written_pages([Manuscript("sivu.md", "fi", "", source)]).pages
    assert "<img" not in page.html
    assert '<a href="https://evil.example/x.png">kuva</a>' in page.html
