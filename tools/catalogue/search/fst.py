"""Voikko's FST output, read as the parts of a word.

The output interleaves the letters as written with tags: `[Ln]` word class, `[Xp]…[X]` base
form of what follows, `[Xj]…[X]` base form after a derivation, `[Bc]` compound boundary,
`[R*]` participle, `[Tn4]` the -minen infinitive.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from catalogue.search.reading import Reading

_PIECE = re.compile(r"\[[^\]]*\]|[^\[]+")


@dataclass(slots=True)
class _Part:
    """One part of a compound while its tags are being read."""

    surface: str = ""
    base: str = ""
    root: str = ""
    word_class: str = ""
    participle: bool = False
    minen: str = ""
    letters: str = ""
    base_letters: str = ""

    def close_stem(self, *, derived: bool) -> None:
        self.base += self.letters if derived else self.base_letters or self.letters
        self.surface += self.letters
        self.letters = self.base_letters = ""

    def read_tag(self, tag: str) -> None:
        if tag.startswith("L"):
            self.participle |= self.word_class == "Lt" and tag == "Ll"
            self.word_class = tag
        elif tag.startswith("R"):
            self.participle = True
        elif tag == "Tn4":
            self.minen = self.surface + self.letters + "minen"


def _parts(output: str) -> list[_Part]:
    parts: list[_Part] = []
    part = _Part()
    mode = ""
    for piece in _PIECE.findall(output):
        if piece == "[Bc]":
            part.close_stem(derived=False)
            parts.append(part)
            part, mode = _Part(), ""
        elif piece in ("[Xp]", "[Xj]"):
            if piece == "[Xj]" or part.letters or part.base_letters:
                part.root = part.root or part.base_letters
                part.close_stem(derived=True)
            mode = "base"
        elif piece in ("[Xr]", "[Xs]"):
            mode = "skip"
        elif piece == "[X]":
            mode = ""
        elif piece.startswith("["):
            part.read_tag(piece[1:-1])
        elif mode == "base":
            part.base_letters += piece
        elif not mode:
            part.letters += piece
    part.close_stem(derived=False)
    parts.append(part)
    return [part for part in parts if part.word_class]


def _elements(part: _Part) -> list[tuple[str, str]]:
    """The (surface, base form) pairs of a part; lexicalised compounds (huostaan=otto) opened."""
    surface, base = part.surface.lower().strip("-"), part.base.lower()
    *firsts, last = (bit.strip("-") for bit in base.split("="))
    joined = surface.replace("=", "")
    before = "".join(firsts)
    ending = joined[len(before) :] if joined.startswith(before) else last
    return [(bit, bit) for bit in firsts if bit] + ([(ending, last)] if last else [])


def reading(output: str) -> Reading | None:
    """The word as one reading, or None when the output names no word."""
    parts = _parts(output)
    elements = [element for part in parts for element in _elements(part)]
    if not elements:
        return None
    count = len(elements)
    before = "".join(surface for surface, _ in elements[:-1])
    lemma = before + elements[-1][1]
    spans = {
        "".join(surface for surface, _ in elements[start : end - 1]) + elements[end - 1][1]
        for start in range(count)
        for end in range(start + 1, count + 1)
        if end - start < count
    }
    last = parts[-1]
    verb = ""
    if last.minen:
        verb, lemma = lemma, before + last.minen.lower()
    elif last.participle and last.root:
        verb = before + last.root.lower().replace("=", "")
    useful = sorted(span for span in spans - {lemma, verb} if len(span) > 1)
    return Reading(count, lemma, tuple(useful), verb if verb != lemma else "")
