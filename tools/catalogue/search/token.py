"""Text cut into words the way they are searched, with what their hyphens leave out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"-?[^\W_]+(?:[-'’:./][^\W_]+)*-?")
_JOINT = re.compile(r"[-./]")
LONGEST_WORD = 40
"""Longer runs of letters are not words anybody types."""


@dataclass(frozen=True, slots=True)
class Token:
    """A lower-case word; `head` lacks its last part (kasvatus-), `tail` its first (-hoito)."""

    word: str
    head: bool = False
    tail: bool = False


def tokens(text: str) -> Iterator[Token]:
    """The words of a text. A word with hyphens comes whole and in its parts."""
    for match in _WORD.finditer(unicodedata.normalize("NFC", text).lower()):
        word = match.group()
        if word.endswith("-"):
            yield Token(word.strip("-"), head=True)
            continue
        if word.startswith("-"):
            yield Token(word[1:], tail=True)
            continue
        # Case endings follow a colon (EU:n) or an apostrophe (Bordeaux'n); the word ends there.
        word = re.split(r"[:'’]", word)[0]
        yield Token(word)
        parts = _JOINT.split(word)
        if len(parts) > 1:
            yield from (Token(part) for part in parts if part)
