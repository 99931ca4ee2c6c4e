"""A strict YAML reader: every scalar is the text that was written, every key has its line.

YAML 1.1 turns `no` into false, `2017-05-18` into a date and `020` into 16; anchors make a short
file a huge one, tags make objects. Here a document is mappings, lists and texts, and nothing else.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import yaml

from catalogue.problem import Finding, Loc
from catalogue.source.block import UnsureError, read_block
from catalogue.source.gate import hidden_character, visible
from catalogue.source.quotes import unended_quote

MAX_DEPTH = 12
MAX_NODES = 10_000
# libyaml reads faster; the pure Python parser stands in where the wheel comes without it.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# What an ordinary document has none of: anchors, aliases, tags and escapes, and what a line can
# be deep by. (Searched one by one: that is far faster than a regular expression.)
_UNUSUAL = ("&", "*", "!", "\\", "{", "- - -", "? ", " : ", "\t")
_MOST_BRACKETS = 50
_SYNTAX_HINTS = (
    ("mapping values are not allowed", "yaml-colon"),
    ("found unexpected ':'", "yaml-colon"),
    ("found a tab character", "yaml-tab"),
    ("expected ',' or", "yaml-bracket"),
    ("did not find expected node content", "yaml-value"),
    ("did not find expected <document start>", "yaml-documents"),
    ("unknown escape character", "yaml-escape"),
    ("Unicode character escape code", "yaml-escape"),
    ("while scanning an alias", "yaml-start"),
    ("while scanning an anchor", "yaml-start"),
    ("block sequence entries are not allowed", "yaml-indent"),
    ("found unexpected end of stream", "yaml-quote"),
    ("while scanning a quoted scalar", "yaml-quote"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("did not find expected key", "yaml-indent"),
    ("cannot start any token", "yaml-start"),
    ("did not find expected '-' indicator", "yaml-indent"),
)


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed document.

    Attributes:
        data: The top-level mapping.
        lines: For each path of keys and list positions, the line (from 1) where it was written.
        findings: What is wrong with the document as YAML; the rest is still in `data`.
    """

    data: Mapping[str, object]
    lines: Mapping[Loc, int]
    findings: tuple[Finding, ...]


class _Untagged:
    """Stands in for the resolver, which would tell the type of each scalar: here all are text."""

    def descend_resolver(self, parent: object, index: object) -> None:
        """Nothing depends on where a scalar stands."""

    def ascend_resolver(self) -> None:
        """Nothing depends on where a scalar stands."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        """Return a tag, which nobody reads."""
        return ""


# The loader without what makes objects of nodes; there is none in pure Python that is as fast.
_Composer: type | None = None
if hasattr(yaml, "CBaseLoader"):
    _Composer = type("_Composer", (_Untagged, yaml.CBaseLoader.__bases__[0]), {})


class _Lines(Mapping[Loc, int]):
    """The lines of a sound document, which are asked for only if something in it is wrong."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text, self._first_line = text, first_line

    @cached_property
    def _known(self) -> Mapping[Loc, int]:
        return _lines_of(self._text, self._first_line)

    def __getitem__(self, loc: Loc) -> int:
        return self._known[loc]

    def __iter__(self) -> Iterator[Loc]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


class _BlockLines(_Lines):
    """The lines of what `read_block` has read: each key of the top begins a line there.

    Nothing else does but items of a list, so that each part can be looked at by itself: mostly
    that one in which something is wrong is enough.
    """

    def __init__(self, text: str, first_line: int) -> None:
        super().__init__(text, first_line)
        self._parts: dict[object, Mapping[Loc, int]] = {}

    def __getitem__(self, loc: Loc) -> int:
        if not loc:
            return self._first_line
        key = loc[0]
        if key not in self._parts:
            self._parts[key] = self._part(key)
        return self._parts[key][loc]

    def _part(self, key: object) -> Mapping[Loc, int]:
        at = f"\n{self._text}".find(f"\n{key}:")
        if at < 0:
            return {}
        end = _TOP_KEY.search(self._text, at + 1)
        before = self._text.count("\n", 0, at)
        part = self._text[at : end.start() if end else None]
        return _lines_of(part, self._first_line + before)


_TOP_KEY = re.compile(r"^[^\s-]", re.MULTILINE)


def _lines_of(text: str, first_line: int) -> Mapping[Loc, int]:
    """The line of everything in `text`, a sound document."""
    if _Composer is None:
        return _read_closely(text, first_line).lines
    root = _Composer(text).get_single_node()
    found: dict[Loc, int] = {(): root.start_mark.line + first_line}
    _find_lines(root, (), first_line, found)
    return found


class _UnusualError(Exception):
    """The document must be read closely."""


class _StopError(Exception):
    """Reading further makes no sense."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding


class _Reader:
    def __init__(self, text: str, first_line: int) -> None:
        self.loader = _Loader(text)
        self.first_line = first_line
        self.lines: dict[Loc, int] = {}
        self.findings: list[Finding] = []
        self.nodes = 0

    def line(self, event: yaml.Event) -> int:
        mark = event.start_mark
        return (mark.line if mark else 0) + self.first_line

    def found(self, code: str, event: yaml.Event, loc: Loc, **params: str) -> Finding:
        return Finding(loc, code, params, line=self.line(event))

    def document(self) -> Mapping[str, object]:
        events = self.loader
        events.get_event()  # stream start
        if events.check_event(yaml.StreamEndEvent):
            return {}
        events.get_event()  # document start
        first = events.get_event()
        data = self.node(first, (), 0)
        events.get_event()  # document end
        if not events.check_event(yaml.StreamEndEvent):
            self.findings.append(self.found("yaml-documents", events.peek_event(), ()))
        if isinstance(data, dict):
            return data
        if data != "":
            self.findings.append(self.found("yaml-not-mapping", first, ()))
        return {}

    def node(self, event: yaml.Event, loc: Loc, depth: int) -> object:
        self.nodes += 1
        if depth > MAX_DEPTH:
            raise _StopError(self.found("yaml-depth", event, loc, limit=str(MAX_DEPTH)))
        if self.nodes > MAX_NODES:
            raise _StopError(self.found("yaml-nodes", event, loc, limit=str(MAX_NODES)))
        self.lines.setdefault(loc, self.line(event))
        self.refuse_features(event, loc)
        if isinstance(event, yaml.ScalarEvent):
            self.refuse_hidden(event, loc)
            return event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(loc, depth)
        return self.mapping(loc, depth)

    def refuse_features(self, event: yaml.Event, loc: Loc) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise _StopError(self.found("yaml-alias", event, loc, found=sign + visible(anchor)))
        if tag is not None:
            written = tag.replace("tag:yaml.org,2002:", "!!")
            raise _StopError(self.found("yaml-tag", event, loc, found=visible(written)))

    def refuse_hidden(self, event: yaml.ScalarEvent, loc: Loc) -> None:
        # The gate has seen the file; "\\u202e" within quotes becomes a character only here.
        if found := hidden_character(event.value):
            self.findings.append(self.found("hidden-character", event, loc, found=found))

    def sequence(self, loc: Loc, depth: int) -> list[object]:
        items: list[object] = []
        while not isinstance(event := self.loader.get_event(), yaml.SequenceEndEvent):
            items.append(self.node(event, (*loc, len(items)), depth + 1))
        return items

    def mapping(self, loc: Loc, depth: int) -> dict[str, object]:
        items: dict[str, object] = {}
        while not isinstance(event := self.loader.get_event(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _StopError(self.found("yaml-key", event, loc))
            self.refuse_features(event, loc)
            self.refuse_hidden(event, loc)
            key = event.value
            place = (*loc, key)
            duplicate = key in items
            if duplicate:
                first = str(self.lines[place])
                self.findings.append(
                    self.found("yaml-duplicate", event, place, found=visible(key), first=first)
                )
            else:
                self.lines[place] = self.line(event)
            value = self.node(self.loader.get_event(), place, depth + 1)
            if not duplicate:
                items[key] = value
        return items


def read_yaml(text: str, first_line: int = 1) -> Document:
    """Read `text`, whose first line is line `first_line` of its file, as one YAML mapping.

    Never raises for bad content: syntax errors, duplicate keys, anchors, aliases, tags, too deep
    nesting and further documents are findings, each with its line.
    """
    try:
        return Document(read_block(text, MAX_DEPTH, MAX_NODES), _BlockLines(text, first_line), ())
    except UnsureError:
        pass
    try:
        return Document(_read_quickly(text), _Lines(text, first_line), ())
    except (_UnusualError, yaml.YAMLError):
        return _read_closely(text, first_line)


def _read_quickly(text: str) -> Mapping[str, object]:
    """The data of a document in which nothing can be wrong; another one raises an error."""
    if _Composer is None or any(sign in text for sign in _UNUSUAL):
        raise _UnusualError
    # So many nodes at most can be in so many characters.
    if len(text) > MAX_NODES or text.count("[") > _MOST_BRACKETS:
        raise _UnusualError
    node = _Composer(text).get_single_node()
    data = _value(node, 0)
    if not isinstance(data, dict):
        raise _UnusualError
    return data


def _value(node: yaml.Node, depth: int) -> object:
    kind = node.__class__
    if kind is yaml.ScalarNode:
        return node.value
    if depth >= MAX_DEPTH:
        raise _UnusualError
    if kind is yaml.SequenceNode:
        return [_value(item, depth + 1) for item in node.value]
    if kind is not yaml.MappingNode:
        raise _UnusualError
    data = {}
    for key, value in node.value:
        if key.__class__ is not yaml.ScalarNode or key.value in data:
            raise _UnusualError
        data[key.value] = _value(value, depth + 1)
    return data


def _find_lines(node: yaml.Node, loc: Loc, first_line: int, found: dict[Loc, int]) -> None:
    """Add to `found` the line of each value within `node`, which is at `loc` and is sound."""
    if node.__class__ is yaml.ScalarNode:
        return
    keyed = node.__class__ is yaml.MappingNode
    for place, inner in enumerate(node.value):
        key, value = inner if keyed else (inner, inner)
        at = (*loc, key.value if keyed else place)
        found[at] = key.start_mark.line + first_line
        _find_lines(value, at, first_line, found)


def _read_closely(text: str, first_line: int) -> Document:
    reader = _Reader(text, first_line)
    data: Mapping[str, object] = {}
    try:
        data = reader.document()
    except _StopError as stop:
        reader.findings.append(stop.finding)
    except yaml.MarkedYAMLError as error:
        reader.findings.append(_syntax(error, text, first_line))
    except yaml.YAMLError as error:
        reader.findings.append(
            Finding((), "yaml-syntax", {"found": visible(str(error))}, line=first_line)
        )
    finally:
        reader.loader.dispose()
    return Document(data, reader.lines, tuple(reader.findings))


def _syntax(error: yaml.MarkedYAMLError, text: str, first_line: int) -> Finding:
    said = f"{error.context or ''} {error.problem or ''}".strip()
    mark = error.problem_mark or error.context_mark
    line = (mark.line if mark else 0) + first_line
    code = next((code for words, code in _SYNTAX_HINTS if words in said), "yaml-syntax")
    # A tab is no indentation, but libyaml says only that it cannot stand there.
    if code == "yaml-start" and mark and re.match(r" *\t", text.split("\n")[mark.line]):
        code = "yaml-tab"
    # What is open is found missing further down; the writer needs the line on which it began.
    if code in {"yaml-quote", "yaml-bracket", "yaml-no-colon"} and error.context_mark:
        line = error.context_mark.line + first_line
    # A quotation that is not ended goes on to the next quotation mark, and what comes after that
    # is what the parser stumbles at.
    if (opened := unended_quote(text, mark.line if mark else 0)) is not None:
        code, line = "yaml-quote", opened + first_line
    return Finding((), code, {"found": visible(said, 120)}, line=line)


def walk(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, object]]:
    """Yield every value below `value`, outermost first, with its path."""
    yield loc, value
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from walk(item, (*loc, key))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from walk(item, (*loc, position))
