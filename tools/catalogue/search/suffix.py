"""Suffix rules: which ending of a form becomes which ending of a base form.

Learned from the catalogue's own words, as the analyser read them in the text and as it
inflects their base forms. The query engine uses them for forms the text does not hold, and
accepts a base form only when the index holds it, so a rule may be generous.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from catalogue.search.posting import base36

Pair = tuple[str, str]

_LONGEST_CONTEXT = 8
_MOST_STRIPPED = 9
_MOST_ADDED = 6
_SHORTEST_STEM = 2
_MOST_EDITS = 4
_SMALLEST_SHARE = 0.06
_FILE_CHARACTERS = 24_000
"""About 6 kB gzipped; what a query with an unseen form fetches beside its shard."""
_SHORTEST_CONTEXT = 2
_WEAK_EVIDENCE = 12
"""With fewer examples a suffix is not kept only to put the same edits in another order."""
FEW = 4
_SURE_CONTEXT = 4
"""From this many letters on, a suffix seen once is a rule (lasten → lapsi)."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Strip so many letters from the end, then add these. Written with one base-36 digit."""

    strip: int
    add: str

    def __str__(self) -> str:
        return base36(self.strip) + self.add


@dataclass(frozen=True, slots=True)
class Rule:
    """One way an ending may go, and how sure it is, 0 to 9."""

    edit: Edit
    share: int


SuffixRules = Mapping[str, tuple[Rule, ...]]


def edit_between(form: str, lemma: str) -> Edit:
    """The edit that turns the form into the base form."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return Edit(len(form) - same, lemma[same:])


def learn(pairs: Iterable[Pair]) -> dict[str, tuple[Rule, ...]]:
    """The rules in (form, base form) pairs, each suffix only where it says more than a shorter."""
    seen: defaultdict[str, Counter[Edit]] = defaultdict(Counter)
    for form, lemma in sorted(set(pairs)):
        edit = edit_between(form, lemma)
        if edit.strip > _MOST_STRIPPED or len(edit.add) > _MOST_ADDED:
            continue
        if len(form) - edit.strip < _SHORTEST_STEM:
            continue
        shortest = max(_SHORTEST_CONTEXT, edit.strip)
        for length in range(shortest, min(_LONGEST_CONTEXT, len(form)) + 1):
            seen[form[-length:]][edit] += 1
    rules: dict[str, tuple[Rule, ...]] = {}
    for suffix in sorted(seen, key=lambda each: (len(each), each)):
        found = _ranked(suffix, seen[suffix])
        if found and _says_more(found, _reached(suffix, rules), seen[suffix].total()):
            rules[suffix] = found
    support = {suffix: seen[suffix].total() for suffix in rules}
    return _within_files(rules, support)


def _says_more(found: tuple[Rule, ...], reached: list[Edit], examples: int) -> bool:
    if not {rule.edit for rule in found} <= set(reached):
        return True
    return found[0].edit != reached[0] and examples >= _WEAK_EVIDENCE


def _within_files(
    rules: Mapping[str, tuple[Rule, ...]], support: Mapping[str, int]
) -> dict[str, tuple[Rule, ...]]:
    """The best supported rules of each file, as many as it may hold."""
    room: Counter[str] = Counter()
    kept = {}
    for suffix in sorted(rules, key=lambda each: (-support[each], len(each), each)):
        room[_file_of(suffix)] += len(suffix) + len(_line(rules[suffix])) + 6
        if room[_file_of(suffix)] <= _FILE_CHARACTERS:
            kept[suffix] = rules[suffix]
    return kept


def _file_of(suffix: str) -> str:
    return suffix[-_SHORTEST_CONTEXT:]


def _line(rules: tuple[Rule, ...]) -> str:
    return " ".join(f"{rule.edit}:{rule.share}" for rule in rules)


def _reached(suffix: str, rules: Mapping[str, tuple[Rule, ...]]) -> list[Edit]:
    """The edits the shorter suffixes lead to already, best first."""
    return list(
        dict.fromkeys(
            rule.edit for start in range(1, len(suffix)) for rule in rules.get(suffix[start:], ())
        )
    )


def _ranked(suffix: str, counts: Counter[Edit]) -> tuple[Rule, ...]:
    total = counts.total()
    if total < 2 and len(suffix) < _SURE_CONTEXT:
        return ()
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST_EDITS]
    return tuple(
        Rule(edit, round(9 * count / total))
        for edit, count in best
        if count / total >= _SMALLEST_SHARE and (count > 1 or len(suffix) >= _SURE_CONTEXT)
    )


def base_forms(rules: SuffixRules, word: str, most: int = 8) -> tuple[str, ...]:
    """The likeliest base forms of a word by the rules, best first."""
    scores: dict[str, int] = {}
    for start in range(max(0, len(word) - _LONGEST_CONTEXT), len(word)):
        suffix = word[start:]
        for rule in rules.get(suffix, ()):
            if len(word) - rule.edit.strip < _SHORTEST_STEM:
                continue
            base = word[: len(word) - rule.edit.strip] + rule.edit.add
            scores.setdefault(base, (rule.share + 1) * (1 + len(suffix)))
        if len(scores) >= most:
            break
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return tuple(base for base, _ in ranked[:most])


def packed(rules: SuffixRules) -> dict[str, dict[str, str]]:
    """The rules as the engine reads them, in files by the last two letters of the suffix."""
    files: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for suffix in sorted(rules):
        files[_file_of(suffix)][suffix] = _line(rules[suffix])
    return dict(files)
