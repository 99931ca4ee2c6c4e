"""The front matter of a file field by field, as it was written."""

import re
from collections.abc import Collection, Mapping

from catalogue.personal import PATTERNS

_KEY = re.compile(r"([a-z_]+):(?:\s|$)")
_COMMENT_OR_BLANK = re.compile(r"#|\s*$")
# Of a field, all but its first line.
_WITHIN = re.compile(r"[\s-]")
# Of people nothing is told but what they let be published: comments may say more.
_PEOPLE = "contacts"
_PERSONAL = re.compile("|".join(PATTERNS.values()))


def blocks(head: str, keys: Collection[str]) -> Mapping[str, str]:
    """Return each of the fields `keys` of the front matter `head`, with the comments above it.

    What is not to be copied is "": the contacts with the comments around them, and comments with
    personal data. Where the fields cannot be told apart by their lines alone, nothing is returned.
    """
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    above: list[str] = []
    for line in head.split("\n"):
        # Nearly all lines stand within a field: that is told without an expression.
        if line[:1] == " " and "#" not in line and not line.isspace():
            lines += [*above, line]
            above = []
            continue
        if _COMMENT_OR_BLANK.match(line):
            above.append(line)
            continue
        if key := _KEY.match(line):
            if key[1] in found:
                return {}
            lines = found[key[1]] = []
        elif not _WITHIN.match(line):
            return {}
        lines += [*above, line]
        above = []
    if found.keys() != set(keys):
        return {}
    lines += above
    texts = {key: "\n".join(lines) for key, lines in found.items()}
    return {key: "" if _hidden(key, texts) else text for key, text in texts.items()}


def _hidden(key: str, texts: Mapping[str, str]) -> bool:
    if key == _PEOPLE or "#" not in texts[key]:
        return key == _PEOPLE
    order = list(texts)
    after_people = order.index(key) > 0 and order[order.index(key) - 1] == _PEOPLE
    return after_people or _PERSONAL.search(texts[key]) is not None
