"""Findings turned into problems: the place becomes a line, the code a sentence."""

import pytest

from catalogue.check.resolve import resolve, sentence
from catalogue.messages import Messages
from catalogue.problem import Finding, Loc, Problem, dotted
from catalogue.source.document import split_practice

SOURCE = split_practice("practices/a.md", "---\ntitle: x\nage:\n  min: 1\n---\n\n## X\n")


@pytest.mark.parametrize(
    ("loc", "text"),
    [
        ((), ""),
        (("title",), "title"),
        (("status", "value"), "status.value"),
        (("outcomes", 0, "baseline", "value"), "outcomes[0].baseline.value"),
        (("places", 2), "places[2]"),
        ((0, 1), "[0][1]"),
    ],
)
def test_place_is_written_as_people_write_it(loc: Loc, text: str) -> None:
    """Dots between keys, positions in brackets."""
    assert dotted(loc) == text


@pytest.mark.parametrize(
    ("finding", "line", "field"),
    [
        (Finding((), "missing"), 2, ""),
        (Finding(("age", "min"), "missing"), 4, "age.min"),
        (Finding(("age", "max"), "missing"), 3, "age.max"),
        (Finding(("summary",), "missing"), 2, "summary"),
        (Finding(("summary",), "missing", line=9), 9, "summary"),
    ],
)
def test_finding_gets_the_line_of_its_place_or_its_own(
    texts: Messages, finding: Finding, line: int, field: str
) -> None:
    """What is missing stands where it was to be expected."""
    message = "odotettiin pakollista kenttää; se puuttuu"
    assert list(resolve(SOURCE, [finding], texts)) == [
        Problem("practices/a.md", line, field, "missing", message)
    ]


def test_lines_of_the_body_are_lines_of_the_file(texts: Messages) -> None:
    """A finding in the body counts from the body's first line."""
    (problem,) = resolve(SOURCE, [Finding((), "body-h1", line=2)], texts, in_body=True)
    assert (problem.line, problem.field) == (7, "leipäteksti")


def test_suggestion_follows_as_a_sentence_of_its_own(texts: Messages) -> None:
    """Whether or not the message ends in a full stop."""
    key = Finding((), "unknown-key", {"found": "titel", "suggestion": "title"})
    assert sentence(key, texts) == (
        "odotettiin tunnettua kenttää; ”titel” ei ole sellainen. Tarkoititko ”title”?"
    )
    params = {"found": "kesken", "allowed": "a, b", "suggestion": "a"}
    assert sentence(Finding((), "unknown-value", params), texts) == (
        "odotettiin jotakin näistä: a, b; löytyi ”kesken”. Tarkoititko ”a”?"
    )


def test_shape_is_named_where_there_is_no_text_to_show(texts: Messages) -> None:
    """A list or a mapping is not shown whole, nor in quotes as if it had been written so."""
    for shape, name in (("list", "luettelo"), ("mapping", "avain–arvo-pareja")):
        finding = Finding((), "text-expected", {"found_shape": shape})
        assert sentence(finding, texts) == f"odotettiin tekstiä; löytyi {name}"


def test_found_text_cannot_be_a_placeholder_of_the_message(texts: Messages) -> None:
    """Braces that somebody wrote stay braces."""
    finding = Finding((), "unknown-key", {"found": "{found.__class__}"})
    assert sentence(finding, texts) == (
        "odotettiin tunnettua kenttää; ”{found.__class__}” ei ole sellainen"
    )
