"""Problems as text for people, JSON for programs, and annotations for GitHub."""

import json

import pytest

from catalogue.check.report import FORMATS, MOST_SHOWN, as_github, as_json, as_text
from catalogue.problem import Problem

TITLE = Problem("practices/a.md", 2, "title", "missing", "odotettiin kenttää; se puuttuu")
WHOLE = Problem("practices/b.md", 1, "", "not-utf8", "odotettiin UTF-8:aa")


def test_text_is_one_line_for_each_problem() -> None:
    """`path:line: field: message`, without the field where it is the whole file."""
    assert as_text([TITLE, WHOLE]) == (
        "practices/a.md:2: title: odotettiin kenttää; se puuttuu\n"
        "practices/b.md:1: odotettiin UTF-8:aa\n"
    )


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (MOST_SHOWN, None),
        (MOST_SHOWN + 1, "ja 1 muu virhe tässä tiedostossa"),
        (9_080, "ja 8\N{NO-BREAK SPACE}980 muuta virhettä tässä tiedostossa"),
    ],
)
def test_one_file_does_not_drown_the_others(count: int, last: str | None) -> None:
    """As text the first of each are told, and how many more there are; programs get all."""
    many = [Problem("practices/a.md", line, "", "code", "virhe") for line in range(1, count + 1)]
    lines = as_text([*many, WHOLE]).splitlines()
    first = [f"practices/a.md:{line}: virhe" for line in range(1, MOST_SHOWN + 1)]
    told = [f"practices/a.md: {last}"] if last else []
    assert lines == [*first, *told, "practices/b.md:1: odotettiin UTF-8:aa"]
    assert len(json.loads(as_json([*many, WHOLE]))) == count + 1
    assert as_github([*many, WHOLE]).count("\n") == count + 1


def test_json_has_every_part_of_every_problem() -> None:
    """Programs need not take lines apart."""
    assert json.loads(as_json([TITLE, WHOLE])) == [
        {
            "path": "practices/a.md",
            "line": 2,
            "field": "title",
            "code": "missing",
            "message": "odotettiin kenttää; se puuttuu",
        },
        {
            "path": "practices/b.md",
            "line": 1,
            "field": "",
            "code": "not-utf8",
            "message": "odotettiin UTF-8:aa",
        },
    ]


def test_json_leaves_letters_readable() -> None:
    """A person reads it too."""
    assert "kenttää" in as_json([TITLE])


def test_github_gets_one_command_for_each_problem() -> None:
    """The title is the field, or the path where it is the whole file."""
    assert as_github([TITLE, WHOLE]) == (
        "::error file=practices/a.md,line=2,title=title::odotettiin kenttää; se puuttuu\n"
        "::error file=practices/b.md,line=1,title=practices/b.md::odotettiin UTF-8%3Aaa\n"
    ).replace("UTF-8%3Aaa", "UTF-8:aa")


def test_github_commands_are_escaped_as_its_toolkit_does() -> None:
    """In properties also `:` and `,`; in the message `%` and line ends."""
    problem = Problem("a,b:c%.md", 3, "x,y:z", "code", "100 %, näin: a\r\nb")
    assert as_github([problem]) == (
        "::error file=a%2Cb%3Ac%25.md,line=3,title=x%2Cy%3Az::100 %25, näin: a%0D%0Ab\n"
    )


def test_what_is_in_no_file_has_no_line() -> None:
    """An environment variable."""
    problem = Problem("CATALOGUE_SITE_URL", 0, "", "url", "odotettiin osoitetta")
    assert as_text([problem]) == "CATALOGUE_SITE_URL: odotettiin osoitetta\n"
    assert as_github([problem]) == "::error title=CATALOGUE_SITE_URL::odotettiin osoitetta\n"


@pytest.mark.parametrize("name", FORMATS)
def test_no_problems_give_an_empty_report(name: str) -> None:
    """Nothing, or an empty list."""
    assert FORMATS[name]([]) == ("[]\n" if name == "json" else "")


def test_formats_are_those_of_the_command() -> None:
    """In the order in which the command's help shows them."""
    assert list(FORMATS) == ["text", "github", "json"]


@pytest.mark.parametrize("name", ["text", "github"])
@pytest.mark.parametrize("sign", ["\n", "\r", "\r\n", "\n::error file=x::y", "\x85", "\u2028"])
def test_nobody_can_write_a_line_of_the_report(name: str, sign: str) -> None:
    """A line end in a file name, a key or a value does not begin a line: it could be a command."""
    problem = Problem(f"practices/a{sign}b.md", 1, f"a{sign}b", "code", f"löytyi a{sign}b")
    report = FORMATS[name]([problem])
    assert report.endswith("\n")
    assert "\n" not in report[:-1]
    assert "\r" not in report


def test_text_shows_hidden_characters_as_their_codes() -> None:
    """A report must not colour a terminal or turn its text round."""
    problem = Problem("a\x1b[31m.md", 1, "\u202e", "code", "\u200b")
    assert as_text([problem]) == "aU+001B[31m.md:1: U+202E: U+200B\n"


@pytest.mark.parametrize("name", FORMATS)
def test_file_name_that_is_not_utf8_can_be_printed(name: str) -> None:
    """Such names come from the system as lone surrogates, which no output takes."""
    problem = Problem("practices/\udcff.md", 1, "", "name-form", "odotettiin nimeä")
    FORMATS[name]([problem]).encode("utf-8")
