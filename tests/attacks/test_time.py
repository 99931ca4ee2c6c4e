"""The worst that a file can ask for takes less than a second of the processor's time."""

from functools import partial
from pathlib import Path

import pytest

from catalogue.check.practices import check_practices, read_practice
from catalogue.messages import messages
from catalogue.render import rendered
from catalogue.source.gate import MAX_BYTES
from tests.attacks.hostile import TEXTS, hostile_body
from tests.costs import within
from tests.factories import BODY, TODAY, registry

LIMIT = 1.0
HEAD = "---\ntitle: x\n---\n"
SIZE = 60_000
# A page of empty cells, of which a table may have 65,536, is the longest.
MOST_HTML = 1_200_000
# Pieces that some parser of Markdown or YAML has been slow with, repeated up to the limit of size.
PIECES = [
    *"[](){}<>*_`~!|&#\\:-=+\"'\t",
    *("[a](", "![", "[]", "](", "[^", "[a]: b\n", "[a]\n", "<a ", "</", "<!--", "<?", "<![CDATA["),
    *("**a", "*a_", "__a ", "_a*", "*a **a ", "a**b", "`a", "``", "~~~\n", "```\n", "a`b"),
    *("> ", "- ", "* ", "1. ", "  - a\n", "> a\n", "- a\n\n", "    a\n", "\ta\n", "# ", "a\n=\n"),
    *(
        "|",
        "|a",
        "| a |\n|---|\n",
        "a|b\n-|-\n",
        "&a",
        "&#",
        "&#x1;",
        "&amp;",
        "\\",
        "\\\n",
        "  \n",
    ),
    *("http://", "www.a.", "a@b.", "<http://a", "mailto:", "javascript:", "a ", "a\n\n", "\n", "ä"),
    *("{%", "{{", "{:", ":::", "--8<--", "[TOC]\n", "!!! a\n", "<details>", "<div>\n\n", "<a>"),
]
NESTED = {
    "quotes": "> " * 20_000,
    "brackets": "[" * 100_000 + "]" * 100_000,
    "links": "[" * 25_000 + "a" + "](b)" * 25_000,
    "emphasis": "*a " * 10_000 + "a*" * 10_000,
    "lists": "".join("  " * n + "- a\n" for n in range(240)),
    "quoted-lists": "> - " * 5_000 + "a",
    "entities": "&amp;" * 12_000,
    "tables": "|a" * 500 + "\n" + "|-" * 500 + "\n" + ("|b" * 500 + "\n") * 50,
    "references": "".join(f"[a{n}]: b\n" for n in range(5_000)) + "[a1][a2]" * 1_000,
    "one-long-reference": f"[a]: https://x.fi/{'b' * 9_900}\n\n" + ("[a] " * 2_400 + "\n") * 5,
    "one-long-title": f"[a]: https://x.fi/ '{'b' * 9_900}'\n\n" + ("[a] " * 2_400 + "\n") * 5,
    "many-columns": "|a" * 5_000 + "\n" + "|-" * 5_000 + "|\n" + "|\n" * 10_000,
    "backticks": "".join("`" * n + " " for n in range(300)),
    "html": "<a href='" * 6_000,
    "comment": "<!--" * 15_000,
    "footnotes": "[^1]" * 15_000,
}
HEADS = {
    "continued": "title: a" + "\n  b" * 50_000 + ":",
    "brackets": "title: " + "[" * 100_000,
    "braces": "title: " + "{a: " * 50_000,
    "lists": "title:\n" + "".join(" " * n + "-\n" for n in range(600)),
    "dashes": "title:\n" + "- " * 50_000,
    "indents": "".join(" " * n + "a:\n" for n in range(600)),
    "anchors": "".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 9}]\n" for n in range(1, 300)),
    "merges": "a: &a {b: c}\n" + "d: {<<: *a}\n" * 5_000,
    "keys": "".join(f"a{n}: b\n" for n in range(20_000)),
    "same-keys": "a: b\n" * 30_000,
    "quotes": 'title: "' + "\\u00e4" * 40_000 + '"',
    "open-quote": 'title: "' + "a\n" * 60_000,
    "question-marks": "? " * 60_000,
    "colons": ": " * 60_000,
    "comments": "#\n" * 100_000,
    "tags": "title: " + "!!python/object/apply:os.system " * 3_000,
    "items": "keywords: [" + "a," * 80_000 + "]",
    "outcomes": "outcomes:\n" + "  - {id: a, indicator: b, source: c}\n" * 6_000,
    "contradictions": "outcomes:\n  - {id: a, contradicts: [" + "a, " * 60_000 + "]}",
    "sources": "sources:\n" + "  - {id: a}\n" * 15_000,
    "places": "places: [" + "xxx, " * 40_000 + "]",
    "number": "age: {min: " + "9" * 9_000 + "}",
    "folded": "summary: >\n" + "  a\n" * 40_000,
    "misspelt": "".join(f"titl{n}: b\n" for n in range(5_000)),
}


def report(tmp_path: Path, data: bytes) -> None:
    """A practice file is read and reported on within the limit."""
    path = tmp_path / "a.md"
    path.write_bytes(data)
    within(
        LIMIT,
        lambda: check_practices(
            [read_practice(path, "practices/a.md")], registry(), TODAY, messages()
        ),
    )


@pytest.mark.parametrize("piece", PIECES)
def test_any_piece_repeated_through_the_body(tmp_path: Path, piece: str) -> None:
    """On one line and on lines below the limit of their length, checked and rendered."""
    for line in (piece * (SIZE // len(piece)), (piece * (9_000 // len(piece)) + "\n") * 6):
        text = f"{BODY}\n{line}"
        report(tmp_path, f"{HEAD}{text}".encode())
        # The check refuses some of these; the renderer has to stand them all the same.
        within(LIMIT, partial(rendered, line[:SIZE]))


@pytest.mark.parametrize("name", NESTED)
def test_any_nesting_in_the_body(tmp_path: Path, name: str) -> None:
    """Beyond what a parser that calls itself could bear."""
    report(tmp_path, f"{HEAD}{BODY}\n{NESTED[name]}".encode())
    within(LIMIT, partial(rendered, NESTED[name][:SIZE]))


@pytest.mark.parametrize("text", [*NESTED.values(), *PIECES], ids=[*NESTED, *map(ascii, PIECES)])
def test_no_body_makes_a_page_out_of_proportion(text: str) -> None:
    """Though what is written once may be referred to thousands of times; the check is not asked."""
    body = text[:SIZE] if len(text) > 20 else (text * (9_000 // len(text)) + "\n") * 6
    assert len(rendered(body)) < MOST_HTML


@pytest.mark.parametrize("name", HEADS)
def test_any_front_matter(tmp_path: Path, name: str) -> None:
    """Deep, wide or broken."""
    data = f"---\n{HEADS[name]}\n---\n{BODY}".encode()
    assert len(data) > 2_000
    report(tmp_path, data)
    # A file of the greatest size that the gate lets through.
    lines = HEADS[name][: MAX_BYTES - 200]
    report(tmp_path, f"---\n{lines}\n---\n{BODY}".encode()[:MAX_BYTES])


def test_every_attack_of_the_corpus(tmp_path: Path) -> None:
    """Each as a file of its own."""
    for text in TEXTS:
        body = hostile_body(text)
        report(tmp_path, f"{HEAD}{body}".encode())
