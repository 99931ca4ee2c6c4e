"""A reader of the plain YAML that nearly all front matter is: a key or a list item on each line.

It reads what it is sure of as libyaml does, in a fifth of the time, and leaves the rest to it:
texts of several lines, comments, anchors, tags, escapes, mappings in braces and whatever is wrong.
"""

import json
import re
from typing import Any

# A text that can be nothing else: it begins with a letter or digit and has no colon or hash.
_SURE = r"[^\W_][^:#\n]*"
# Indentation, the mark of a list item, then a key with or without a value, or a value alone; what
# is surely a text apart from what has to be looked at.
_LINE = re.compile(
    rf"^( *)((?:- )?)"
    rf"(?:([A-Za-z_][A-Za-z0-9_-]{{0,99}}):(?: (?:({_SURE})$|(.+)))?|({_SURE})$|(.+))$",
    re.M,
)
_SINGLE = re.compile(r"'[^']*(?:''[^']*)*'")
# Escapes that mean the same as in JSON, and give nothing that is not seen.
_DOUBLE = re.compile(r'"(?:[^"\\]|\\[n"\\])*"')
_ITEM = r"""(?:\w(?:[\w. -]*\w)?|"\w*"|'\w*')"""
_LIST = re.compile(rf"\[(?:{_ITEM}(?:, {_ITEM})*)?\]")
# What a plain text may not begin with: YAML 1.1, section 5.3, and the space of an indentation.
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@` ")
_NUMBER = re.compile(r"-[0-9][0-9.]*")


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
    rows = _LINE.findall(text)
    if len(rows) != text.count("\n") + 1 - text.endswith("\n"):
        raise UnsureError
    # Tabs, line ends that only YAML knows, and what no reader sees are not printable.
    if " \n" in text or not text.replace("\n", "").isprintable():
        raise UnsureError
    if 2 * len(rows) + text.count(",") > nodes or text.endswith(" "):
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
    if first == "-" and _NUMBER.fullmatch(text):
        return text
    raise UnsureError
