"""The differences of two texts, section by section and sentence by sentence."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from catalogue.check.body import sections
from catalogue.messages import Messages

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
# So many pairs of sentences are compared at most: a text made to be slow is told of as a whole.
# Far more than a person writes in one section, and still a blink for what compares worst.
_MOST_PAIRS = 100_000


def changed_text(now: str, before: str, texts: Messages) -> Iterator[str]:
    """Yield what has changed from the body `before` to `now`, each change in a sentence."""
    old, new = _sections(before), _sections(now)
    for heading in dict.fromkeys((*old, *new)):
        name = heading[0] or texts.get("check.body")
        was, is_ = old.get(heading), new.get(heading)
        if was is None or is_ is None:
            gone, come = (None if text is None else quoted(text) for text in (was, is_))
            yield change(name, gone, come, texts)
        elif was != is_:
            passages = changed_passages(was, is_)
            if not passages:
                yield texts.get("review.change-layout", field=name)
            for out, into in passages:
                gone, come = (quoted(part) if part else None for part in (out, into))
                yield change(name, gone, come, texts)


def changed_passages(before: str, now: str) -> list[tuple[str, str]]:
    """Return the sentences that have given way and those that came, where a text has changed.

    There are none where the text is only laid out anew; "" is what was not, or is no more.
    """
    return list(_replaced(_sentences(before), _sentences(now)))


def change(field: str, before: str | None, now: str | None, texts: Messages) -> str:
    """Return the sentence of one change; None is what was not, or is no more."""
    if before is None:
        return texts.get("review.change-added", field=field, after=now)
    if now is None:
        return texts.get("review.change-removed", field=field, before=before)
    return texts.get("review.change", field=field, before=before, after=now)


def quoted(text: str) -> str:
    """Return `text` on one line, in quotation marks."""
    return f"”{' '.join(text.split())}”"


def _sections(body: str) -> dict[tuple[str, int], str]:
    """The text of each section by its heading and how many of that name were before it."""
    seen: Counter[str] = Counter()
    found: dict[tuple[str, int], str] = {}
    for section in sections(body):
        if section.heading or section.text.strip():
            found[section.heading, seen[section.heading]] = section.text.strip()
            seen[section.heading] += 1
    return found


def _sentences(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [sentence for line in lines if line for sentence in _SENTENCE_END.split(line)]


def _replaced(before: Sequence[str], now: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The sentences that have given way, and those that came in their place."""
    if len(before) * len(now) > _MOST_PAIRS:
        yield " ".join(before), " ".join(now)
        return
    matcher = difflib.SequenceMatcher(None, before, now, autojunk=False)
    for kind, start, end, at, to in matcher.get_opcodes():
        if kind != "equal":
            yield " ".join(before[start:end]), " ".join(now[at:to])
