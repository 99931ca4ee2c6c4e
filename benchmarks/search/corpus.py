"""Synthetic practices of any number, the same each time, out of the pool's sentences."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from catalogue.search import SearchRecord

_WORDS = 600
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def records(texts: Sequence[str], count: int, seed: int = 7) -> Iterator[SearchRecord]:
    """So many records of about 600 words each."""
    sentences = [each for text in texts for each in _SENTENCE.split(text) if len(each) > 20]
    chance = random.Random(seed)
    for number in range(count):
        body: list[str] = []
        while sum(each.count(" ") + 1 for each in body) < _WORDS:
            body.append(chance.choice(sentences))
        title, summary = chance.choice(sentences)[:60], chance.choice(sentences)[:250]
        fields = (("title", title), ("summary", summary), ("body", " ".join(body)))
        yield SearchRecord(f"kaytanto-{number}", "fi", fields)
