"""The strict YAML reader: every scalar is the text that was written, every key has its line."""

import string

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.problem import Finding
from catalogue.source import yaml_text
from catalogue.source.yaml_text import MAX_DEPTH, MAX_NODES, Document, read_yaml, walk
from tests.costs import within

FUZZ = settings(max_examples=300, deadline=None, derandomize=True, database=None)


def only_finding(text: str) -> Finding:
    """The one thing that is wrong with the text."""
    (finding,) = read_yaml(text).findings
    return finding


# Every scalar is the text that was written


@pytest.mark.parametrize(
    "written",
    [
        *("no", "No", "NO", "yes", "on", "off", "y", "n", "true", "False", "null", "NULL", "~"),
        *("020", "0o17", "0x1F", "0b11", "1_000", "+1", "-1", "1e3", "6.50", ".5", "1.", ".inf"),
        *("-.inf", ".nan", ".NaN", "12:30:45", "190:20:30", "2017-05-18", "2017-05-18T10:00:00Z"),
        *("2016", "=", "<<", "1.1.2015", "9e999999", "00", "-0", "2017-01/2017-04", "1 000"),
    ],
)
def test_plain_scalar_is_read_as_it_was_written(written: str) -> None:
    """YAML 1.1 would make another value of most of these."""
    assert read_yaml(f"a: {written}") == Document({"a": written}, {(): 1, ("a",): 1}, ())
    assert read_yaml(f"a: [{written}]").data == {"a": [written]}


@pytest.mark.parametrize("written", ["no", "null", "~", "1", "2017-05-18", "true", "=", "é", "😀"])
def test_key_is_read_as_it_was_written(written: str) -> None:
    """A key is a text too."""
    assert read_yaml(f"{written}: x").data == {written: "x"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a:", ""),
        ("a: # huomautus", ""),
        ("a: ''", ""),
        ('a: "x\\ty"', "x\ty"),
        ("a: 'ei ''näin'''", "ei 'näin'"),
        ("a: |\n  x\n  y\n", "x\ny\n"),
        ("a: |-\n  x\n\n  y\n\n", "x\n\ny"),
        ("a: >\n  x\n  y\n", "x y\n"),
        ("a: >-\n  x\n\n  y\n", "x\ny"),
        ("a: x\n  y", "x y"),
        ("a: x#y", "x#y"),
        ("a: http://x.fi/#y", "http://x.fi/#y"),
        ("a: {}", {}),
        ("a: []", []),
        ("a: [x, [y], {b: z}]", ["x", ["y"], {"b": "z"}]),
        ("a:\n- x\n- y", ["x", "y"]),
        ("? a\n: x", "x"),
        ('a: "\\u00e4iti"', "äiti"),
    ],
)
def test_every_way_of_writing_a_value_is_read(text: str, value: object) -> None:
    """Quotes, blocks, flows and the rest of what YAML has for plain data."""
    document = read_yaml(text)
    assert (document.data, document.findings) == ({"a": value}, ())


@pytest.mark.parametrize("text", ["", "\n\n", "# huomautus\n", "---\n", "   \n"])
def test_nothing_is_an_empty_mapping(text: str) -> None:
    """An empty document has no values and no fault."""
    document = read_yaml(text)
    assert (document.data, document.findings) == ({}, ())


# Lines


def test_every_path_has_the_line_on_which_it_was_written() -> None:
    """Keys, items of lists, and values within flows and blocks."""
    text = """a: 1
b:
  c: >
    text
    more
  d: [x,
    y, {e: z}]

# comment
f:
  - g: 1
    h:
      - i
  -
    j: 2
"""
    assert read_yaml(text).lines == {
        (): 1,
        ("a",): 1,
        ("b",): 2,
        ("b", "c"): 3,
        ("b", "d"): 6,
        ("b", "d", 0): 6,
        ("b", "d", 1): 7,
        ("b", "d", 2): 7,
        ("b", "d", 2, "e"): 7,
        ("f",): 10,
        ("f", 0): 11,
        ("f", 0, "g"): 11,
        ("f", 0, "h"): 12,
        ("f", 0, "h", 0): 13,
        ("f", 1): 15,
        ("f", 1, "j"): 15,
    }


def test_lines_count_from_the_first_line_given() -> None:
    """Front matter begins on the second line of its file."""
    document = read_yaml("a: 1\nb: *x", first_line=10)
    assert document.lines == {(): 10, ("a",): 10, ("b",): 11}
    assert document.findings == (Finding(("b",), "yaml-alias", {"found": "*x"}, line=11),)


# What is refused


def test_second_value_of_a_key_is_told_with_the_line_of_the_first() -> None:
    """The first value stays."""
    document = read_yaml("a: 1\nb: 2\na: 3\na: 4")
    params = {"found": "a", "first": "1"}
    assert document.data == {"a": "1", "b": "2"}
    assert document.findings == (
        Finding(("a",), "yaml-duplicate", params, line=3),
        Finding(("a",), "yaml-duplicate", params, line=4),
    )


@pytest.mark.parametrize(
    "text", ["x: {a: 1, a: 2}", "x:\n  a: 1\n  'a': 2", 'x: {a: 1, "\\x61": 2}']
)
def test_repeated_key_is_found_at_any_depth_and_however_written(text: str) -> None:
    """Quoting does not make another key."""
    finding = only_finding(text)
    assert (finding.loc, finding.code) == (("x", "a"), "yaml-duplicate")


def test_faults_beneath_a_repeated_key_are_told_too() -> None:
    """The second value is read although it is not kept."""
    codes = [f.code for f in read_yaml("a: 1\na: {b: 1, b: 2}").findings]
    assert codes == ["yaml-duplicate", "yaml-duplicate"]


@pytest.mark.parametrize(
    ("text", "loc", "found"),
    [
        ("a: &x 1", ("a",), "&x"),
        ("a: &x [1]", ("a",), "&x"),
        ("a: &x {b: 1}", ("a",), "&x"),
        ("a: *x", ("a",), "*x"),
        ("a: [1, *x]", ("a", 1), "*x"),
        ("<<: *x", ("<<",), "*x"),
        ("&x a: 1", (), "&x"),
        ("&x\na: 1", (), "&x"),
    ],
)
def test_anchor_and_alias_are_refused(text: str, loc: tuple[str | int, ...], found: str) -> None:
    """With them a short file can stand for a huge one."""
    finding = only_finding(text)
    assert (finding.loc, finding.code, finding.params) == (loc, "yaml-alias", {"found": found})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: !x y", "!x"),
        ("a: ! y", "!"),
        ("a: !!str 1", "!!str"),
        ("a: !!int 1", "!!int"),
        ("a: !!binary eA==", "!!binary"),
        ("a: !!set {x}", "!!set"),
        ("a: !!python/object/apply:os.system [x]", "!!python/object/apply:os.system"),
        ("a: !<tag:example.fi,2026:x> y", "tag:example.fi,2026:x"),
        ("!x a: 1", "!x"),
        ("!x\na: 1", "!x"),
    ],
)
def test_tag_is_refused_and_shown_as_it_was_written(text: str, found: str) -> None:
    """A tag asks for an object of some type."""
    finding = only_finding(text)
    assert (finding.code, finding.params) == ("yaml-tag", {"found": found})


def test_merge_key_is_a_key_like_any_other() -> None:
    """Nothing is merged."""
    assert read_yaml("a: {<<: {b: 1}}").data == {"a": {"<<": {"b": "1"}}}


@pytest.mark.parametrize(
    ("text", "loc", "found"),
    [
        ('a: "x\\u202Ey"', ("a",), "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
        ('a: ["\\0"]', ("a", 0), "U+0000"),
        ('a: "\\u200b"', ("a",), "U+200B (ZERO WIDTH SPACE)"),
        ('a: "\\x1b[31m"', ("a",), "U+001B"),
        ('a: "\\U000E0041"', ("a",), "U+E0041 (TAG LATIN CAPITAL LETTER A)"),
        ('a: "\\N"', ("a",), "U+0085"),
        ('a: "\\L"', ("a",), "U+2028 (LINE SEPARATOR)"),
        ('"\\e": x', (), "U+001B"),
    ],
)
def test_character_that_is_not_seen_is_refused_also_when_written_as_an_escape(
    text: str, loc: tuple[str | int, ...], found: str
) -> None:
    """The gate sees only the backslash; here it becomes the character."""
    assert only_finding(text) == Finding(loc, "hidden-character", {"found": found}, line=1)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: x: y", "yaml-colon", 1),
        ("a: 1\n b: 2", "yaml-colon", 2),
        ("a: 1\n\tb: 2", "yaml-tab", 2),
        ("a:\n\t- x", "yaml-tab", 2),
        ("a:\n  \t- x", "yaml-tab", 2),
        ("a: 1\n\nb: 'x\nc: 1\n", "yaml-quote", 3),
        ('a: 1\nb: "x\nc: 1\n', "yaml-quote", 2),
        ("a: 1\nb 2\nc: 3", "yaml-no-colon", 2),
        ("a:\n- x\nb: 1\n- y", "yaml-indent", 4),
        ("a: - x", "yaml-indent", 1),
        ("a: |\n  x\n y", "yaml-indent", 3),
        ('a: "x" y', "yaml-indent", 1),
        ("a: @x", "yaml-start", 1),
        ("a: `x`", "yaml-start", 1),
        ("a: %x", "yaml-start", 1),
        ("a: *", "yaml-start", 1),
        ("a: **x**", "yaml-start", 1),
        ("a: &", "yaml-start", 1),
        ("a: 1\nb: [1,\n  2\n", "yaml-bracket", 2),
        ("a: 1\nb: {c: 1\nd: 2\n", "yaml-bracket", 2),
        ("a: [1,, 2]", "yaml-value", 1),
        ("a: ]", "yaml-value", 1),
        ("a: ,", "yaml-value", 1),
        ('a: "\\q"', "yaml-escape", 1),
        ('a: "\\uD800"', "yaml-escape", 1),
        ('a: "\\U00110000"', "yaml-escape", 1),
        ("a: 1\n---\nb: 2", "yaml-documents", 2),
        ("a: 1\n...\nb: 2", "yaml-documents", 3),
        ("- a", "yaml-not-mapping", 1),
        ("[a]", "yaml-not-mapping", 1),
        ("a", "yaml-not-mapping", 1),
        ("~", "yaml-not-mapping", 1),
        ("a:1", "yaml-not-mapping", 1),
        ("? [a]\n: b", "yaml-key", 1),
        ("a: 1\n? {b: c}\n: d", "yaml-key", 2),
        ("*x : 1", "yaml-key", 1),
        ("%YAML 1.1\na: 1", "yaml-documents", 2),
    ],
)
def test_fault_is_told_by_its_kind_at_its_line(text: str, code: str, line: int) -> None:
    """Every fault that writers make has a message of its own, in their language."""
    finding = only_finding(text)
    assert (finding.code, finding.line) == (code, line)


def test_fault_that_no_message_foresees_shows_what_the_parser_says() -> None:
    """Better than nothing."""
    finding = only_finding("a: !! x")
    said = "while parsing a tag did not find expected tag URI"
    assert finding == Finding((), "yaml-syntax", {"found": said}, line=1)


def test_pure_python_parser_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands in where PyYAML comes without libyaml."""
    monkeypatch.setattr(yaml_text, "_Loader", yaml.BaseLoader)
    document = read_yaml("a: no\nb: [020, &x y]")
    assert document.data == {}
    assert document.lines == {(): 1, ("a",): 1, ("b",): 2, ("b", 0): 2, ("b", 1): 2}
    assert document.findings == (Finding(("b", 1), "yaml-alias", {"found": "&x"}, line=2),)
    assert only_finding("a:\n\t- x").code == "yaml-tab"
    assert only_finding('a: 1\nb: "x\n').line == 2


# Bombs


def test_alias_bomb_is_refused_at_its_first_anchor() -> None:
    """Nothing is expanded."""
    bomb = "a: &a [x]\n" + "".join(
        f"{one}: &{one} [{', '.join([f'*{other}'] * 9)}]\n"
        for other, one in zip(string.ascii_lowercase, string.ascii_lowercase[1:], strict=False)
    )
    assert only_finding(bomb) == Finding(("a",), "yaml-alias", {"found": "&a"}, line=1)


def test_nesting_is_read_to_the_limit_and_refused_beyond() -> None:
    """No record needs as much."""
    allowed = "a: " + "[" * (MAX_DEPTH - 1) + "x" + "]" * (MAX_DEPTH - 1)
    assert read_yaml(allowed).findings == ()
    finding = only_finding("a: " + "[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH)
    assert (finding.code, finding.params) == ("yaml-depth", {"limit": "12"})


@pytest.mark.parametrize("count", [10_000, 100_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: ", "a: [", "{? "])
def test_deep_nesting_is_refused_quickly(opening: str, count: int) -> None:
    """Neither the stack nor the time of a parser is at the writer's mercy."""
    findings = within(1, lambda: read_yaml(opening * count).findings)
    assert len(findings) == 1


def test_too_many_values_are_refused() -> None:
    """A flat file can be a bomb too."""
    finding = only_finding("a: [" + "1," * MAX_NODES + "]")
    assert (finding.code, finding.params) == ("yaml-nodes", {"limit": "10000"})


# Whatever comes


@FUZZ
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    """A fault is a finding, with a line of the text."""
    document = read_yaml(text)
    assert isinstance(document.data, dict)
    assert all(1 <= (f.line or 0) <= text.count("\n") + 2 for f in document.findings if f.line)


@FUZZ
@given(st.text(alphabet="ab:-?[]{},&*!|>'\"%@`#<= \n\t\\x0~.", max_size=60))
def test_any_mixture_of_yaml_signs_is_read_without_an_exception(text: str) -> None:
    """Signs that mean something to YAML, in any order."""
    document = read_yaml(text)
    assert all(isinstance(value, (str, list, dict)) for _, value in walk(document.data))


@FUZZ
@given(
    st.recursive(
        st.text(string.ascii_letters + string.digits + " äö:#-", max_size=12),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.text(string.ascii_letters, min_size=1, max_size=5), inner, max_size=3
            )
        ),
        max_leaves=8,
    )
)
def test_what_a_yaml_writer_writes_is_read_back(value: object) -> None:
    """PyYAML quotes what it would read as another type; the text comes back the same."""
    document = read_yaml(yaml.safe_dump({"a": value}, allow_unicode=True))
    assert (document.data, document.findings) == ({"a": value}, ())
    assert {loc for loc, _ in walk(document.data)} == set(document.lines)


# The quick way


PIECES = st.lists(
    st.sampled_from(
        [
            *("a: b\n", "a:\n", "  b: c\n", "- x\n", "  - y\n", "- - z\n", "- a: b\n", "? a\n"),
            *(": b\n", "a: [b, c]\n", "[[", "]", "{a: b}\n", "a: |\n", "a: >-\n", "   teksti\n"),
            *('"a": "b"\n', "'a': 'b''c'\n", "a: &x b\n", "a: *x\n", "a: !!str b\n", "---\n"),
            *("...\n", "# sana\n", "a: 'b\n", 'a: "\\u202e"\n', "<<: b\n", "\t", "a : b\n", "a\n"),
            *(
                "a: b: c\n",
                "%YAML 1.1\n",
                "\n",
                " ",
                "-\n",
                "a:b\n",
                "a: 020\n",
                "a: {}\n",
                "a: []\n",
            ),
        ]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=3000, deadline=None, derandomize=True, database=None)
@given(PIECES | st.text(alphabet="ab:-?[]{},'\"#&*!|>%@\n \t", max_size=60))
def test_the_quick_way_takes_only_what_is_sound_and_reads_the_same(text: str) -> None:
    """What it leaves to the close reading may be sound too."""
    closely = yaml_text._read_closely(text, 3)
    try:
        quickly = yaml_text._read_quickly(text)
    except (yaml_text._UnusualError, yaml.YAMLError):
        pass
    else:
        assert quickly == closely.data
        assert closely.findings == ()
    assert read_yaml(text, 3) == closely


@pytest.mark.parametrize("opening", ["[", "- ", "? ", "{a: ", ": ", "- : ", "[ ", "-\n "])
def test_a_deep_document_is_no_danger_to_the_quick_way(opening: str) -> None:
    """It is a fault of its depth, or not YAML at all, and nothing worse."""
    for many in (13, 200, 4_000):
        assert read_yaml("a:\n " + opening * many + "x").findings


def test_an_ordinary_document_is_read_the_quick_way() -> None:
    """Or the speed would be lost without anybody knowing."""
    text = "title: Nimi\nlist:\n- a: 1\n  b: 'x'\n- c\ntext: >-\n  Yksi\n  kaksi.\n"
    assert yaml_text._read_quickly(text) == read_yaml(text).data
