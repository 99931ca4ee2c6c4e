"""Where a quotation begins that somebody forgot to end, in YAML that cannot be read."""

import re

# A line of a mapping or a list up to its value, and where a quotation may begin in it: as the value
# itself, or in brackets and braces. A quotation mark anywhere else is a letter of the text.
_VALUE = re.compile(r"\s*(?:- +)*(?:[A-Za-z_][\w-]*: +)?")
_BRACKETS = re.compile(r"""(?:: +|[\[{,] *)(["'])""")
_KEY = re.compile(r"\s*(?:- |[A-Za-z_][\w-]*:(?:\s|$))")
# What ends a line after which a text stands as it is, on lines that are indented more.
_AS_IT_IS = re.compile(r"(?::|^|-)\s+[|>][-+0-9]*\s*(?:#.*)?$")
_ENDS = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'")}


def unended_quote(text: str, last: int) -> int | None:
    """Return the line, from 0, of the first quotation that swallows a key; None if there is none.

    A quotation may go on over several lines, but one in which a line looks like a key and its
    value, or like the item of a list, is one whose end was forgotten.

    Args:
        text: The text, in which something is known to be wrong.
        last: The line, from 0, at which it was found: nothing that begins after it is to blame.
    """
    opened, within = None, ""
    indented: int | None = None
    for number, line in enumerate(text.split("\n")):
        at, indent = 0, len(line) - len(line.lstrip(" "))
        if indented is not None:
            if not line.strip() or indent > indented:
                continue
            indented = None
        if opened is None and _AS_IT_IS.search(line):
            indented = indent
            continue
        if opened is not None:
            if _KEY.match(line):
                return opened
            end = _ENDS[within].match(line)
            if not end:
                continue
            opened, at = None, end.end()
        elif number > last:
            return None
        else:
            value = _VALUE.match(line)
            at = value.end() if value else 0
            if line[at : at + 1] in _ENDS:
                within = line[at]
                end = _ENDS[within].match(line, at + 1)
                opened = None if end else number
                continue
            if line[at : at + 1] not in ("[", "{"):
                continue
        while begins := _BRACKETS.search(line, at):
            within = begins[1]
            end = _ENDS[within].match(line, begins.end())
            if not end:
                opened = number
                break
            at = end.end()
    # The last one may have swallowed what is left without a key in it.
    return opened
