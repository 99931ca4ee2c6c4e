"""The reader of plain YAML reads as libyaml does, or says that it is not sure."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from benchmarks.synthetic import write_catalogue
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.source import yaml_text
from catalogue.source.block import UnsureError, read_block
from catalogue.source.yaml_text import MAX_DEPTH, MAX_NODES

ROOT = Path(__file__).parents[2]
FUZZ = settings(max_examples=500, deadline=None, derandomize=True, database=None)
# What makes one text another in YAML, and ordinary letters.
NEAR = st.text(alphabet="ab1 -:#'\"[],{}\n?!&*|>%@`\\.äé\u00a0\t~=_/", max_size=24)
SPOILING = ["", "\n", " ", "-", ":", "  ", "'", '"', "\n- ", "x"]
KEYS = st.sampled_from(["a", "b", "title", "no", "x-1", "_y"])
TEXTS = st.one_of(
    st.text(alphabet="abcäö 1.,:;-/#?!()'\"–\u00a0", max_size=40),
    st.sampled_from(["", "no", "2016", "-5", "a: b", "a #b", "[a]", "~", "- a", "'", '"', "a:"]),
)
DATA = st.recursive(
    TEXTS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=12,
)


def read(text: str) -> dict[str, object] | None:
    """What the reader says; None where it is not sure."""
    try:
        return read_block(text, MAX_DEPTH, MAX_NODES)
    except UnsureError:
        return None


def same_as_libyaml(text: str) -> bool:
    """Hold what is read against libyaml's reading; return whether the reader was sure."""
    found = read(text)
    if found is None:
        return False
    document = yaml_text._read_closely(text, 1)
    assert (found, ()) == (document.data, document.findings)
    assert yaml_text.read_yaml(text).lines == document.lines
    return True


@FUZZ
@given(st.dictionaries(KEYS, DATA, min_size=1, max_size=5), st.sampled_from([40, 100, 10_000]))
def test_what_a_program_writes_is_read_as_it_was_meant(data: dict[str, object], width: int) -> None:
    """Whatever has to be quoted, folded or escaped."""
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=width)
    found = read(text)
    assert found in (None, data)
    same_as_libyaml(text)


@FUZZ
@given(st.dictionaries(KEYS, DATA, min_size=1, max_size=5), st.sampled_from([40, 10_000]))
def test_braces_and_brackets_are_read_as_they_were_meant(
    data: dict[str, object], width: int
) -> None:
    """Each value of a key as one that a person writes on its line."""
    text = "\n".join(
        f"{key}: {yaml.safe_dump(value, allow_unicode=True, default_flow_style=True, width=width)}"
        for key, value in data.items()
    ).replace("\n...", "")
    found = read(text)
    assert found in (None, data)
    same_as_libyaml(text)


@FUZZ
@given(st.lists(st.tuples(st.integers(0, 3), NEAR, st.integers(0, 2)), min_size=1, max_size=5))
def test_a_text_folded_in_nearly_any_way_is_read_as_libyaml_reads_it(
    lines: list[tuple[int, str, int]],
) -> None:
    """Plain or in quotes, with empty lines, a quote of its own, too little indentation."""
    body = "".join("\n" * (1 + empty) + " " * indent + text for indent, text, empty in lines)
    for start in ("a: b", "a: 'b", 'a: "b', "a:\n- b", "a:\n- c: b", "a:\n- c: 'b"):
        for end in ("", "x'", 'x"', "x\nb: c", "'\nb: c", '"\nb: c'):
            same_as_libyaml(start + body + end)


@FUZZ
@given(st.text(alphabet="ab1 -:'\"[],{}", max_size=30), st.sampled_from(["a: ", "a:\n- "]))
def test_nearly_any_braces_are_read_as_libyaml_reads_them(inside: str, start: str) -> None:
    """Or not at all."""
    for opening, closing in ("{}", "[]", ("{a: ", "}"), ("[a, ", "]"), ("{a: [{b: ", "}]}")):
        same_as_libyaml(f"{start}{opening}{inside}{closing}")


@FUZZ
@given(st.lists(st.tuples(st.integers(0, 4), NEAR), max_size=6))
def test_lines_that_are_nearly_yaml_are_read_as_libyaml_reads_them(
    lines: list[tuple[int, str]],
) -> None:
    """Or not at all: what is wrong is left to the reader that can say where."""
    same_as_libyaml("\n".join(" " * indent + text for indent, text in lines))


@FUZZ
@given(st.lists(st.tuples(st.integers(0, 3), st.booleans(), KEYS, NEAR), min_size=1, max_size=6))
def test_keys_with_nearly_any_value_are_read_as_libyaml_reads_them(
    lines: list[tuple[int, bool, str, str]],
) -> None:
    """At any indentation, in lists and out of them."""
    text = [f"{'  ' * n}{'- ' if item else ''}{key}: {value}" for n, item, key, value in lines]
    same_as_libyaml("\n".join(text))


def front_matters(folder: Path) -> Iterator[str]:
    """Yield what stands between the fences of the practices in `folder`."""
    for path in sorted(folder.glob("*.md")):
        yield path.read_text("utf-8").removeprefix("---\n").partition("\n---\n")[0]


def test_front_matter_with_a_few_letters_changed_is_read_as_libyaml_reads_it(
    tmp_path: Path,
) -> None:
    """The synthetic practices and the real ones, each spoilt in many ways."""
    write_catalogue(tmp_path / "catalogue", 30, seed=5)
    chance, sure = random.Random(1), 0
    heads = [
        *front_matters(tmp_path / "catalogue" / "practices"),
        *front_matters(ROOT / "practices"),
    ]
    for head in heads:
        for _ in range(40):
            spoilt = list(head)
            for _ in range(chance.randrange(3)):
                place = chance.randrange(len(spoilt))
                spoilt[place] = chance.choice(
                    ["", "\n", " ", "-", ":", "  ", "'", '"', "\n- ", "x"]
                )
            sure += same_as_libyaml("".join(spoilt))
    # A reader that is never sure would be no use.
    assert sure > 200


@pytest.mark.parametrize("path", sorted(ROOT.glob("tests/**/*.yml")), ids=lambda path: path.name)
def test_every_yaml_file_of_the_tests_is_read_as_libyaml_reads_it(path: Path) -> None:
    """Attacks too."""
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        return
    same_as_libyaml(text)


def test_most_front_matter_is_plain_enough(tmp_path: Path) -> None:
    """So that to have it is worth the while."""
    write_catalogue(tmp_path / "catalogue", 60, seed=6)
    heads = list(front_matters(tmp_path / "catalogue" / "practices"))
    assert sum(read(head) is not None for head in heads) > 0.9 * len(heads)


@pytest.mark.parametrize(
    "text",
    [
        *("a: 1\na: 2", "a: b: c", "a: 'x", 'a: "x', "a: [x", "a: {x: y", "a: &x b", "a: *x"),
        *("a: !!str b", "a: b # c", "# c\na: b", "a: |\n  b", "a: b\n  c: d", "- a\n- b", "a:\tb"),
        *("a: {b: c,}", "a: {b}", "a: {b: c} d", "a: {b: c, b: d}", "a: [{[{[b]}]}]", "a: {b:c}"),
        *(
            "a: 'b\nc'",
            "a: 'b\n'",
            "a:\n- b: c\n  d",
            "a: b\n # c",
            "a: b\n\n  c: d",
            'a: "b\\\n  c"',
        ),
        *(" a: b", "a: b\n c: d", "a:\n- b\n  - c", "a: - b", "? a", "a: ?", "a: b ", "%YAML 1.1"),
        *(
            "a: b\n---\nc: d",
            "a: b\n...",
            'a: "\\u202e"',
            "a: b\n\nc: d",
            "a: ~:",
            "- - a",
            "a:\n-",
        ),
    ],
)
def test_what_is_not_plain_is_left_to_libyaml(text: str) -> None:
    """Comments, anchors, tags, and whatever is wrong."""
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: b\n  c\n  d", "b c d"),
        ("a: b\n\n\n  c", "b\n\nc"),
        ("a: 'b ''c''\n  d: e'", "b 'c' d: e"),
        ('a: "b\n  #c"', "b #c"),
        ("a:\n- b\n  c", ["b c"]),
        ("a:\n- b: c\n   d", [{"b": "c d"}]),
        (
            "a: {b: -5, c: {d: 'e, f', g: [h i, \"j\"]}}",
            {"b": "-5", "c": {"d": "e, f", "g": ["h i", "j"]}},
        ),
        ("a:\n- { b: c }\n- {}", [{"b": "c"}, {}]),
        ("a: [{b: c}, [d]]", [{"b": "c"}, ["d"]]),
        ('a: ["b-c d"]', ["b-c d"]),
    ],
)
def test_folded_texts_and_braces_are_read(text: str, value: object) -> None:
    """As people and programs write them."""
    assert read(text) == {"a": value}
    assert same_as_libyaml(text)


def test_the_real_practices_are_plain_enough() -> None:
    """None of them is left to the slower reader."""
    for head in front_matters(ROOT / "practices"):
        assert read(head) is not None


def test_deep_and_long_documents_are_left_to_libyaml() -> None:
    """Which counts what it reads."""
    deep = "\n".join("  " * n + "a:" for n in range(MAX_DEPTH + 1))
    assert read(deep) is None
    assert read("\n".join(f"a{n}: x" for n in range(MAX_NODES))) is None
