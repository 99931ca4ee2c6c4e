"""Splitting a submitted file into front matter and body."""

import pytest

from catalogue.problem import Finding
from catalogue.source.document import Source, split_practice, whole_yaml

PATH = "practices/a.md"


def test_front_matter_and_body_are_split_with_the_lines_of_both() -> None:
    """Lines count from the file's first."""
    source = split_practice(PATH, "---\na: 1\nb:\n  c: 2\n---\n\n## X\n")
    lines = {(): 2, ("a",): 2, ("b",): 3, ("b", "c"): 4}
    assert source == Source(PATH, {"a": "1", "b": {"c": "2"}}, lines, "\n## X\n", 6)


@pytest.mark.parametrize(
    "text",
    ["---\na: 1\n---\nbody", "--- \na: 1\n---\t\nbody"],
    ids=["plain", "space-after"],
)
def test_white_space_after_the_fence_does_not_matter(text: str) -> None:
    """It is not seen, so it cannot be expected of anyone to remove it."""
    source = split_practice(PATH, text)
    assert (source.data, source.body, source.findings) == ({"a": "1"}, "body", ())


@pytest.mark.parametrize(
    "text",
    ["", "\n", "a: 1\n---\n", "\n---\na: 1\n---\n", " ---\na: 1\n---\n", "----\n", "+++\n", "## X"],
)
def test_file_without_a_first_fence_is_all_body(text: str) -> None:
    """Front matter begins on the first line or is not there."""
    source = split_practice(PATH, text)
    assert source == Source(PATH, {}, {}, text, 1, (Finding((), "no-front-matter", line=1),))


@pytest.mark.parametrize(
    "text", ["---", "---\n", "---\na: 1\n", "---\na: 1\n ---\n", "---\na: 1\n----\n", "---\n...\n"]
)
def test_open_front_matter_is_found_at_its_fence(text: str) -> None:
    """Without the second fence it cannot be told where the text begins."""
    source = split_practice(PATH, text)
    assert source == Source(PATH, {}, {}, "", 1, (Finding((), "front-matter-open", line=1),))


@pytest.mark.parametrize("head", ["", "\n", "# vain huomautus\n", "  \n"])
def test_empty_front_matter_is_no_finding_of_the_form(head: str) -> None:
    """That a practice needs data is a rule of the check."""
    source = split_practice(PATH, f"---\n{head}---\nbody\n")
    assert (source.data, source.body, source.findings) == ({}, "body\n", ())
    assert source.body_line == head.count("\n") + 3


def test_later_rules_in_the_body_are_body() -> None:
    """Only the first fence after the beginning ends the front matter."""
    source = split_practice(PATH, "---\na: 1\n---\nx\n\n---\n\ny: 2\n")
    assert source.data == {"a": "1"}
    assert source.body == "x\n\n---\n\ny: 2\n"


def test_fault_of_the_yaml_keeps_the_body() -> None:
    """What is wrong above says nothing of what is below."""
    source = split_practice(PATH, "---\na: 1\na: 2\n---\nbody")
    params = {"found": "a", "first": "2"}
    assert source.findings == (Finding(("a",), "yaml-duplicate", params, line=3),)
    assert (source.data, source.body, source.body_line) == ({"a": "1"}, "body", 5)


def test_registry_file_is_yaml_from_the_first_line() -> None:
    """It has no fences and no body."""
    source = whole_yaml("registry/a.yml", "# huomautus\na: 1\n")
    assert source == Source("registry/a.yml", {"a": "1"}, {(): 2, ("a",): 2}, "", 1)


@pytest.mark.parametrize(
    ("loc", "line"),
    [
        ((), 2),
        (("a",), 2),
        (("b", "c", 0), 5),
        (("b", "c", 1, "d"), 6),
        (("b", "c", 1, "missing"), 6),
        (("b", "missing", 0, "deeper"), 3),
        (("missing",), 2),
    ],
)
def test_line_of_what_is_missing_is_that_of_the_nearest_thing_around_it(
    loc: tuple[str | int, ...], line: int
) -> None:
    """A missing field has no line of its own."""
    text = "---\na: 1\nb:\n  c:\n    - x\n    - d: 2\n---\n"
    assert split_practice(PATH, text).line_of(loc) == line


def test_line_of_anything_in_a_file_without_data_is_the_first() -> None:
    """There is nothing nearer."""
    assert split_practice(PATH, "").line_of(("title",)) == 1
