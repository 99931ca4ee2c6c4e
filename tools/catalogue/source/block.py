"""A reader of the plain YAML that nearly all front matter is: a key or a list item on each line.

It reads what it is sure of as libyaml does, in a fifth of the time, and leaves the rest to it:
comments, anchors, tags, most escapes, `|` and `>`, braces over several lines and whatever is wrong.
"""

import json
import re
from typing import Any

# A text that can be nothing else: it begins with a letter or digit and has no colon or hash.
_SURE = r"[^\W_][^:#\n]*"
_KEY = r"[A-Za-z_][A-Za-z0-9_-]{0,99}"
# Indentation, the mark of a list item, then a key with or without a value, or a value alone; what
# is surely a text apart from what has to be looked at.
_LINE = re.compile(
    rf"^( *)((?:- )?)"
    rf"(?:({_KEY}):(?: (?:({_SURE})$|(.+)))?|({_SURE})$|(.+))$",
    re.M,
)
_SINGLE = re.compile(r"'[^']*(?:''[^']*)*'")
# Escapes that mean the same as in JSON, and give nothing that is not seen.
_DOUBLE = re.compile(r'"(?:[^"\\]|\\[n"\\])*"')
_NUMBER = re.compile(r"-[0-9][0-9.]*")
_ITEM = r"""(?:\w(?:[\w. -]*\w)?|"\w*"|'\w*')"""
_LIST = re.compile(rf"\[(?:{_ITEM}(?:, {_ITEM})*)?\]")
# A plain or quoted text that goes on over several lines, after a dash, a key or both. As much as
# there is of it, or none: looked ahead at and then taken as it is, since possessive quantifiers
# miss some in Python 3.11.2.
_FOLDED = re.compile(
    rf"^( *)(?=- |{_KEY}: )((?:- )?)((?:{_KEY}: )?)"
    rf"(?:(?=({_SURE}(?:\n+ +{_SURE})+))\4|(?=('[^']*(?:''[^']*)*'))\5|(\"[^\"\\]*\"))$",
    re.M,
)
_LINE_END = re.compile(r"(\n+)( *)")
# In braces and brackets: an opening, a key, a text, a closing, or a comma.
_TOKEN = re.compile(
    rf"([\[{{]) ?|({_KEY}): |({_SINGLE.pattern}|{_DOUBLE.pattern}|{_NUMBER.pattern}"
    r"|[^\W_](?:[^:#,\[\]{}\n]*[^:#,\[\]{}\n ])?)| ?([\]}])|(, )"
)
# How deep braces and brackets are read.
_FLOW_DEPTH = 4
# What a plain text may not begin with: YAML 1.1, section 5.3, and the space of an indentation.
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@` ")


# A mapping or a list: which one, is known from the line.
_Inner = Any


class UnsureError(Exception):
    """The text is not plain enough to be read here."""


def read_block(text: str, depth: int, nodes: int) -> dict[str, object]:
    """Return the mapping that `text` is: mappings, lists and texts.

    Raises:
        UnsureError: It may say something else, be wrong, be deeper than `depth`, or hold more than
            `nodes` values.
    """
    # Tabs, line ends that only YAML knows, and what no reader sees are not printable.
    if " \n" in text or text.endswith(" ") or not text.replace("\n", "").isprintable():
        raise UnsureError
    # An empty line stands in nothing but a folded text, which few files have.
    if "\n\n" not in text:
        try:
            return _read(text, depth, nodes)
        except UnsureError:
            pass
    unfolded = _FOLDED.sub(_on_one_line, text)
    if unfolded == text:
        raise UnsureError
    return _read(unfolded, depth, nodes)


def _on_one_line(found: re.Match[str]) -> str:
    """A folded text as one in double quotes (YAML 1.1, 5.3.3 and 9.3): a line end is a space."""
    spaces, dash, key, plain, single, _ = found.groups()
    whole = found[0]
    written = plain or whole[len(spaces) + len(dash) + len(key) + 1 : -1]
    if "\n" not in written:
        return whole
    lines = _LINE_END.split(written)
    # Within a list item a mapping is as deep as its first key.
    least = len(spaces) + (2 if dash and key else 0)
    if "" in lines[::3] or any(len(indent) <= least for indent in lines[2::3]):
        return whole
    ends = [" " if len(ends) == 1 else ends[1:] for ends in lines[1::3]]
    text = "".join(map("".join, zip(lines[::3], [*ends, ""], strict=True)))
    if single:
        text = text.replace("''", "'")
    return f"{spaces}{dash}{key}{json.dumps(text, ensure_ascii=False)}"


def _read(text: str, depth: int, nodes: int) -> dict[str, object]:
    rows = _LINE.findall(text)
    if "{" in text or "[[" in text:
        # What is within braces is not counted as it is read.
        depth -= _FLOW_DEPTH
        nodes //= 2
    if len(rows) != text.count("\n") + 1 - text.endswith("\n"):
        raise UnsureError
    if 2 * len(rows) + text.count(",") > nodes:
        raise UnsureError
    data: dict[str, object] = {}
    inner: _Inner = data
    at = 0
    # What is open around `inner`, and how far each is indented.
    around: list[tuple[_Inner, int]] = []
    # The key whose value begins on the next line, if it has any.
    waiting = ""
    for spaces, dash, key, value, unsure, item, unsure_item in rows:
        indent = len(spaces)
        if waiting:
            if indent > at or (dash and indent == at):
                around.append((inner, at))
                new: _Inner = [] if dash else {}
                inner[waiting] = new
                inner, at = new, indent
            else:
                inner[waiting] = ""
            waiting = ""
        while indent < at or (indent == at and not dash and inner.__class__ is list and around):
            inner, at = around.pop()
        if indent != at or (inner.__class__ is list) is not bool(dash):
            raise UnsureError
        if dash:
            if not key:
                inner.append(item or _scalar(unsure_item))
                continue
            around.append((inner, at))
            record: _Inner = {}
            inner.append(record)
            inner, at = record, indent + 2
        if not key or key in inner or len(around) >= depth:
            raise UnsureError
        if value:
            inner[key] = value
        elif unsure:
            inner[key] = _scalar(unsure)
        else:
            inner[key] = ""
            waiting = key
    return data


def _scalar(text: str) -> object:
    """The text, or the list of texts in brackets, that stands after a key or a dash."""
    first = text[0]
    if first not in _INDICATORS:
        if ": " in text or " #" in text or text[-1] == ":":
            raise UnsureError
        return text
    if first == "'" and _SINGLE.fullmatch(text):
        return text[1:-1].replace("''", "'")
    if first == '"' and _DOUBLE.fullmatch(text):
        return json.loads(text) if "\\" in text else text[1:-1]
    if first == "[" and _LIST.fullmatch(text):
        return [item.strip("'\"") for item in text[1:-1].split(", ")] if text != "[]" else []
    if first in "[{":
        return _flow(text)
    if first == "-" and _NUMBER.fullmatch(text):
        return text
    raise UnsureError


def _flow(text: str) -> object:
    """The mapping in braces, or the list in brackets, that `text` is."""
    # What is open, the key in each that waits for its value, and whether a value may stand here.
    open_: list[_Inner] = []
    keys: list[str] = []
    outermost: _Inner = None
    at, after = 0, ""
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None or (outermost is not None and not open_):
            raise UnsureError
        at = token.end()
        opening, key, value, closing, comma = token.groups()
        mapping = bool(open_) and open_[-1].__class__ is dict
        ready = after in ("key", "") or (after in ("comma", "opening") and not mapping)
        if key:
            if not mapping or after not in ("comma", "opening") or key in open_[-1]:
                raise UnsureError
            keys[-1], after = key, "key"
        elif comma:
            if after != "value":
                raise UnsureError
            after = "comma"
        elif closing:
            if after not in ("value", "opening") or mapping is not (closing == "}"):
                raise UnsureError
            open_.pop()
            keys.pop()
            after = "value"
        elif not ready or len(open_) == _FLOW_DEPTH:
            raise UnsureError
        else:
            new: _Inner = ({} if opening == "{" else []) if opening else _scalar(value)
            if not open_:
                outermost = new
            elif mapping:
                open_[-1][keys[-1]] = new
            else:
                open_[-1].append(new)
            after = "value"
            if opening:
                open_.append(new)
                keys.append("")
                after = "opening"
    if open_ or after != "value":
        raise UnsureError
    return outermost
