"""What is said of a page written by hand that is wrong."""

import os
from pathlib import Path

import pytest

from catalogue.check.written import read_written
from catalogue.checked import Inputs, checked
from catalogue.messages import LANGUAGES, Messages

HEAD = "---\ntitle: Nimi\ndescription: Kuvaus.\n---\n"
Told = list[tuple[str, int, str, str]]


def found(folder: Path, texts: Messages, **files: str) -> tuple[list[str], Told]:
    """Return the names of the sound pages among `files`, and what is wrong with the others."""
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    sound, problems = read_written(folder, "docs", LANGUAGES, texts)
    return [one.name for one in sound], [(p.path, p.line, p.field, p.code) for p in problems]


def test_what_is_missing_or_refused_is_a_problem(tmp_path: Path, texts: Messages) -> None:
    """Of every file, and the others are still pages."""
    sound, told = found(
        tmp_path, texts, a="---\ntitle: Nimi\n---\n", b="# Nimi\n", c=f"{HEAD}\u202eteksti", d=HEAD
    )
    assert told == [
        ("docs/a.md", 2, "description", "missing"),
        ("docs/b.md", 1, "", "no-front-matter"),
        ("docs/c.md", 5, "", "hidden-character"),
    ]
    assert sound == ["d.md"]


@pytest.mark.parametrize(
    ("before", "picture"),
    [
        ("", "![k](https://evil.example/x.png)"),
        ("toinen\\\nkolmas ", "![](kuva.png)"),
        ("", "![k][x]\n\n[x]: https://evil.example/x.png"),
        ("", "[![k](x.png)](https://thl.fi/)"),
        ("\n| a | b |\n|---|---|\n| c | ", "![k](x.png) |"),
    ],
)
def test_a_picture_is_told_at_its_line(
    tmp_path: Path, texts: Messages, before: str, picture: str
) -> None:
    """The site has no files for pictures, and loads none from elsewhere."""
    _, told = found(tmp_path, texts, a=f"{HEAD}# Nimi\n\nRivi\n{before}{picture}\n")
    line = 8 + before.count("\n")
    assert told == [("docs/a.md", line, "leipäteksti", "page-image")]


def test_what_only_looks_like_a_picture_is_text(tmp_path: Path, texts: Messages) -> None:
    """In code, and where there is no address."""
    assert found(tmp_path, texts, a=f"{HEAD}`![k](x.png)` Hei![1] \\![k](https://thl.fi/)\n") == (
        ["a.md"],
        [],
    )


@pytest.mark.parametrize("name", ["a.md", "sv/a.md", "b.md/a.md"])
@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_what_is_no_file_is_told(tmp_path: Path, texts: Messages, name: str, kind: str) -> None:
    """A folder may be named as it will; only what would be a page is one."""
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    if kind == "link":
        path.symlink_to("/etc/passwd")
    else:
        os.mkfifo(path)
    assert found(tmp_path, texts) == ([], [(f"docs/{name}", 1, "", "not-a-file")])


def test_a_link_to_a_folder_is_told(tmp_path: Path, texts: Messages) -> None:
    """What is behind it is not read."""
    (tmp_path / "tietoa").symlink_to("/etc")
    assert found(tmp_path, texts) == ([], [("docs/tietoa", 1, "", "not-a-file")])


def test_folders_of_languages_that_are_not_published_are_left_alone(
    tmp_path: Path, texts: Messages
) -> None:
    """Also a link in the place of one."""
    (tmp_path / "sv").mkdir()
    (tmp_path / "sv" / "a.md").write_text("x", encoding="utf-8")
    (tmp_path / "en").symlink_to("sv")
    assert read_written(tmp_path, "docs", ["fi"], texts) == ((), ())


def test_the_check_reads_the_pages_too(inputs: Inputs) -> None:
    """What the build would refuse is told before it, with what is wrong in the practices."""
    inputs.docs.mkdir()
    (inputs.docs / "a.md").symlink_to("/etc/passwd")
    (inputs.practices / "b.md").write_text("x", encoding="utf-8")
    told = [(p.path, p.code) for p in checked(inputs, only_problems=True).problems]
    assert told == [("docs/a.md", "not-a-file"), ("practices/b.md", "no-front-matter")]
