"""Text cut into words the way they are searched, with what their hyphens leave out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"-?[^\W_]+(?:[-'’:./][^\W_]+)*-?")
_JOINT = re.compile(r"[-./]")
_ENDED = re.compile(r"[:'’]")
LONGEST_WORD = 40
"""Longer runs of letters are not words anybody types."""


@dataclass(frozen=True, slots=True)
class Token:
    """A lower-case word; `head` lacks its last part (kasvatus-), `tail` its first (-hoito)."""

    word: str
    head: bool = False
    tail: bool = False


def pieces(text: str) -> list[str]:
    """The runs of letters in a text, lower-case and as they are written, hyphens included."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def tokens_of(piece: str) -> tuple[Token, ...]:
    """The words of one such run. A word with hyphens comes whole and in its parts."""
    if piece.endswith("-"):
        return (Token(piece.strip("-"), head=True),)
    if piece.startswith("-"):
        return (Token(piece[1:], tail=True),)
    # Case endings follow a colon (EU:n) or an apostrophe (Bordeaux'n); the word ends there.
    word = _ENDED.split(piece)[0]
    parts = _JOINT.split(word)
    further = (Token(part) for part in parts if part) if len(parts) > 1 else ()
    return (Token(word), *further)


def tokens(text: str) -> Iterator[Token]:
    """The words of a text."""
    return (token for piece in pieces(text) for token in tokens_of(piece))
