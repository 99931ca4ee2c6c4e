"""Suffix rules: which ending of a form becomes which ending of a base form.

Learned from the catalogue's own words, as the analyser read them in the text and as it
inflects their base forms. The query engine uses them for forms the text does not hold, and
accepts a base form only when the index holds it, so a rule may be generous.

Rules are learned apart for each two last letters: those of one ending follow from the pairs whose
form ends so, and from nothing else.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from catalogue.search.posting import base36

ENDING = 2
"""By so many last letters rules are learned and lie in files."""
_LONGEST_CONTEXT = 8
_MOST_STRIPPED = 9
_MOST_ADDED = 6
_SHORTEST_STEM = 2
_MOST_EDITS = 4
_SMALLEST_SHARE = 0.06
_FILE_CHARACTERS = 24_000
"""About 6 kB gzipped; what a query with an unseen form fetches beside its shard."""
_WEAK_EVIDENCE = 12
"""With fewer examples a suffix is not kept only to put the same edits in another order."""
_SURE_CONTEXT = 4
"""From this many letters on, a suffix seen once is a rule (lasten → lapsi)."""


class Edit(NamedTuple):
    """Strip so many letters from the end, then add these. Written with one base-36 digit."""

    strip: int
    add: str

    def __str__(self) -> str:
        return base36(self.strip) + self.add


class Rule(NamedTuple):
    """One way an ending may go, and how sure it is, 0 to 9."""

    edit: Edit
    share: int


Example = tuple[str, Edit]
"""A form, and the edit to its base form."""
Branches = dict[str, tuple[list[Example], tuple[Edit, ...], "Learned"]]
"""What follows from the examples of one suffix and the edits reached before it."""
Rules = Mapping[str, tuple[Rule, ...]]
"""The rules of one ending, by suffix."""


def edit_between(form: str, lemma: str) -> Edit:
    """The edit that turns the form into the base form."""
    same = 0
    for one, other in zip(form, lemma, strict=False):
        if one != other:
            break
        same += 1
    return Edit(len(form) - same, lemma[same:])


def ending_of(word: str) -> str:
    """The last letters that say which rules a word is led by."""
    return word[-ENDING:]


def learn(
    examples: Iterable[Example], branches: Branches | None = None
) -> dict[str, tuple[Rule, ...]]:
    """The rules in (form, edit) examples, all of one ending.

    Each suffix has rules only where they say more than those of a shorter one. `branches` are what
    an earlier call found and this one need not find again; afterwards, what this one found.
    """
    usable = [
        (form, edit)
        for form, edit in dict.fromkeys(examples)
        if edit.strip <= _MOST_STRIPPED
        and len(edit.add) <= _MOST_ADDED
        and len(form) - edit.strip >= _SHORTEST_STEM
    ]
    learned = Learned({} if branches is None else branches)
    if usable:
        learned.descend(usable, ENDING, ())
    return _within_file(learned.rules, learned.support)


class Learned:
    """Rules, found from the shortest suffix on, with so many examples each."""

    def __init__(self, branches: Branches) -> None:
        """Starts without rules."""
        self.rules: dict[str, tuple[Rule, ...]] = {}
        self.support: dict[str, int] = {}
        self._branches = branches

    def descend(self, examples: list[Example], length: int, reached: tuple[Edit, ...]) -> None:
        """Find the rules of the suffix of `length` that the examples share, and of longer ones.

        `reached` are the edits that shorter suffixes lead to, best first.
        """
        first = examples[0][1]
        if first.strip <= length and all(edit == first for _, edit in examples):
            self._of_one_edit(examples, length, first, reached)
            return
        counts: dict[Edit, int] = {}
        for _, edit in examples:
            # An edit that strips more than the suffix belongs to longer ones alone.
            if edit.strip <= length:
                counts[edit] = counts.get(edit, 0) + 1
        suffix, total = examples[0][0][-length:], sum(counts.values())
        found = _ranked(length, counts, total)
        if found and _says_more(found, reached, total):
            self._put(suffix, found, total)
            reached = (*(rule.edit for rule in found), *reached)
        if length == _LONGEST_CONTEXT:
            return
        longer: defaultdict[str, list[Example]] = defaultdict(list)
        for example in examples:
            if len(example[0]) > length:
                longer[example[0][-length - 1]].append(example)
        for letter, some in longer.items():
            if length == ENDING:
                self._add(self._branch(letter + suffix, some, reached))
            else:
                self.descend(some, length + 1, reached)

    def _branch(self, suffix: str, examples: list[Example], reached: tuple[Edit, ...]) -> Learned:
        known = self._branches.get(suffix)
        if known is None or known[:2] != (examples, reached):
            found = Learned(self._branches)
            found.descend(examples, len(suffix), reached)
            known = self._branches[suffix] = examples, reached, found
        return known[2]

    def _add(self, other: Learned) -> None:
        self.rules |= other.rules
        self.support |= other.support

    def _of_one_edit(
        self, examples: list[Example], length: int, edit: Edit, reached: tuple[Edit, ...]
    ) -> None:
        """The same where all have one edit: one rule at most, as no longer suffix says more."""
        total = len(examples)
        if total < 2:
            length = max(length, _SURE_CONTEXT)
        if length > len(examples[0][0]) or (edit in reached and total < _WEAK_EVIDENCE):
            return
        if not reached or edit != reached[0]:
            self._put(examples[0][0][-length:], (Rule(edit, 9),), total)

    def _put(self, suffix: str, found: tuple[Rule, ...], total: int) -> None:
        self.rules[suffix] = found
        self.support[suffix] = total


def _says_more(found: tuple[Rule, ...], reached: tuple[Edit, ...], examples: int) -> bool:
    if any(rule.edit not in reached for rule in found):
        return True
    return found[0].edit != reached[0] and examples >= _WEAK_EVIDENCE


def _within_file(
    rules: Mapping[str, tuple[Rule, ...]], support: Mapping[str, int]
) -> dict[str, tuple[Rule, ...]]:
    """The best supported rules, as many as a file may hold."""
    room = 0
    kept = {}
    for suffix in sorted(rules, key=lambda each: (-support[each], len(each), each)):
        room += len(suffix) + len(_line(rules[suffix])) + 6
        if room <= _FILE_CHARACTERS:
            kept[suffix] = rules[suffix]
    return kept


def _line(rules: tuple[Rule, ...]) -> str:
    return " ".join(f"{rule.edit}:{rule.share}" for rule in rules)


def _ranked(length: int, counts: Mapping[Edit, int], total: int) -> tuple[Rule, ...]:
    sure = length >= _SURE_CONTEXT
    if total < 2 and not sure:
        return ()
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST_EDITS]
    return tuple(
        Rule(edit, round(9 * count / total))
        for edit, count in best
        if count / total >= _SMALLEST_SHARE and (count > 1 or sure)
    )


def base_forms(rules: Rules, word: str, most: int = 8) -> tuple[str, ...]:
    """The likeliest base forms of a word by the rules of its ending, best first."""
    scores: dict[str, int] = {}
    for start in range(max(0, len(word) - _LONGEST_CONTEXT), len(word) - ENDING + 1):
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


def packed(rules: Rules) -> str:
    """The rules of an ending as the engine reads them: JSON, rules by suffix."""
    lines = {suffix: _line(rules[suffix]) for suffix in sorted(rules)}
    return json.dumps(lines, ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> Rules:
    """The rules of an ending that were `packed`."""
    return {suffix: tuple(map(_rule, line.split(" "))) for suffix, line in json.loads(text).items()}


def _rule(written: str) -> Rule:
    edit, _, share = written.rpartition(":")
    return Rule(Edit(int(edit[0], 36), edit[1:]), int(share))
