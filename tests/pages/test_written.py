"""Pages written by hand: links, headings, and what is said of a file that is wrong."""

from pathlib import Path

from catalogue.messages import Messages
from catalogue.pages.written import Written, written_pages

HEAD = "---\ntitle: Nimi\ndescription: Kuvaus.\n---\n"


def read(tmp_path: Path, texts: Messages, **files: str) -> Written:
    """Return the pages of `files`: `tietoa__index` stands for `tietoa/index.md`."""
    for name, text in files.items():
        path = tmp_path / f"{name.replace('__', '/')}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return written_pages(tmp_path, "docs", "fi", texts)


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


def test_what_is_missing_or_refused_is_a_problem(tmp_path: Path, texts: Messages) -> None:
    """Of every file, and the others are still pages."""
    written = read(
        tmp_path, texts, a="---\ntitle: Nimi\n---\n", b="# Nimi\n", c=f"{HEAD}\u202eteksti", d=HEAD
    )
    told = [(problem.path, problem.field, problem.code) for problem in written.problems]
    assert told == [
        ("docs/a.md", "description", "missing"),
        ("docs/b.md", "", "no-front-matter"),
        ("docs/c.md", "", "hidden-character"),
    ]
    assert [page.url for page in written.pages] == ["d/"]
