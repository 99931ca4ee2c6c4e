"""What only shows when all practices are seen together."""

import difflib
import re
from collections.abc import Iterator, Mapping, Set

from rapidfuzz.distance import Indel

from catalogue.check.raw import Data, text_at, value_at
from catalogue.problem import Finding

# The fields by which practices can clash.
CLASHING = ("title", "model", "former_ids", "related")
_ALIKE = 0.93
_ROUNDING = 1e-9
# Near-duplicates stand next to each other when titles are sorted from either end; comparing only
# neighbours keeps the cost linear.
_NEIGHBOURS = 3


def check_across(
    practices: Mapping[str, Data],
    removed: Set[str] = frozenset(),
    since: Mapping[str, str] | None = None,
) -> Iterator[tuple[str, Finding]]:
    """Yield (practice id, finding) for ids and titles that clash between practices.

    Which of two is mistaken their texts do not tell: both are told. The newer is told alone where
    it is known which that is.

    Args:
        practices: Their front matter.
        removed: The ids of practices that are no more: their addresses stay theirs.
        since: Since when the practices have been there, as far as that is known.
    """
    since = since or {}
    yield from _removed(practices, removed)
    yield from _former_ids(practices, since)
    yield from _titles(practices, since)
    yield from _relations(practices)


def newer(one: str, other: str, since: Mapping[str, str]) -> str | None:
    """Return which of two practices came later; None where that is not known.

    What is not in a history that holds the other came after all that is in it.
    """
    first, second = since.get(one, _LATER), since.get(other, _LATER)
    if first == second:
        return None
    return one if first > second else other


# After every time that is known.
_LATER = "~"


def _former_ids(
    practices: Mapping[str, Data], since: Mapping[str, str]
) -> Iterator[tuple[str, Finding]]:
    claims: dict[str, list[tuple[str, int]]] = {}
    for practice, data in practices.items():
        former = value_at(data, "former_ids")
        for position, name in enumerate(former if isinstance(former, list) else ()):
            if isinstance(name, str):
                claims.setdefault(name, []).append((practice, position))
    for name, claiming in claims.items():
        for n, (practice, position) in enumerate(claiming):
            loc = ("former_ids", position)
            others = [other for other, _ in claiming if other != practice]
            if any(earlier == practice for earlier, _ in claiming[:n]):
                found = {"found": name, "other": practice}
                yield practice, Finding(loc, "repeated", found)
            elif name in practices:
                found = {"found": name, "other": name}
                late = newer(practice, name, since) if name != practice else practice
                if late in {practice, None}:
                    yield practice, Finding(loc, "former-id-taken", found)
                if late in {name, None} and name != practice:
                    used = {"found": name, "other": practice}
                    yield name, Finding((), "former-id-used", used)
            elif blaming := [o for o in others if newer(practice, o, since) in {practice, None}]:
                found = {"found": name, "other": blaming[0]}
                yield practice, Finding(loc, "former-id-taken", found)


def _removed(practices: Mapping[str, Data], removed: Set[str]) -> Iterator[tuple[str, Finding]]:
    for practice, data in practices.items():
        if practice in removed:
            yield practice, Finding((), "removed-id", {"found": practice})
        former = value_at(data, "former_ids")
        for position, name in enumerate(former if isinstance(former, list) else ()):
            if isinstance(name, str) and name in removed:
                yield practice, Finding(("former_ids", position), "removed-id", {"found": name})


def _titles(
    practices: Mapping[str, Data], since: Mapping[str, str]
) -> Iterator[tuple[str, Finding]]:
    titles = {name: _plain(text_at(data, "title") or "") for name, data in practices.items()}
    titles = {name: title for name, title in titles.items() if title}
    reported: set[frozenset[str]] = set()
    for step in (1, -1):
        order = sorted(titles, key=lambda name: (titles[name][::step], name))
        for position, name in enumerate(order):
            for other in order[position + 1 : position + 1 + _NEIGHBOURS]:
                if not _may_be_alike(titles[name], titles[other]):
                    continue
                pair = frozenset({name, other})
                if pair in reported or _implementations(practices[name], practices[other]):
                    continue
                if _alike(titles[name], titles[other]):
                    reported.add(pair)
                    late = newer(name, other, since)
                    for told, beside in sorted([(name, other), (other, name)]):
                        if late in {told, None}:
                            yield told, Finding(("title",), "title-near", {"other": beside})


def _plain(title: str) -> str:
    return re.sub(r"[^\w]+", " ", title.lower()).strip()


def _may_be_alike(one: str, other: str) -> bool:
    """Whether two titles have letters enough in common, in order: that is told far faster."""
    # What `difflib` counts is never more.
    return Indel.normalized_similarity(one, other) >= _ALIKE - _ROUNDING


def _alike(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _implementations(one: Data, other: Data) -> bool:
    """Whether both say that they are the same model in different places."""
    model = text_at(one, "model")
    return model is not None and model == text_at(other, "model")


def _relations(practices: Mapping[str, Data]) -> Iterator[tuple[str, Finding]]:
    for practice, data in practices.items():
        related = value_at(data, "related")
        for position, item in enumerate(related if isinstance(related, list) else ()):
            if text_at(item, "practice") == practice:
                yield practice, Finding(("related", position, "practice"), "related-itself")
