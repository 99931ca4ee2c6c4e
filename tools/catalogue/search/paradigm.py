"""The inflected forms of a base form, walked out of Voikko's own transducer.

Voikko offers analysis only. Its transducer (as pyvoikko ships it) can be walked the other way:
follow every path whose output begins like that of the base form, `[Ln][Xp]neuvola[X]`, and
collect what it reads.
Derivations, clitics and possessives are pruned: the query engine strips clitics itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

_INFINITIVE = "[Tn1]"
_NOMINATIVE = re.compile(r"\[Sn\]\[Ny\]")
_STEMS = ("[Tn4]", "[X]")
"""After the last of these an output is inflection: -minen, base form."""
_PARTICLE = r"\[F|(?<!X)\][^\[\]]+(?:p[aä]|h[aä]n)$"
_PRUNED_NOUNLIKE = re.compile(rf"\[(?:L|R|X|O|Ef|B)|{_PARTICLE}")
_PRUNED_VERB = re.compile(
    r"\A..(?:(?!\[R).)*\[Xj\]|\[Xj\].*\[Xj\]|"  # a derived verb has a paradigm of its own
    rf"\[Ln\](?!\[Rm\]|$)|\[Ll\](?!\[R|$)|\[L[^ln]|\[Re\]|\[[COB]|\[Tm\]|{_PARTICLE}"
)
_CLITIC = re.compile(r"(?:p[aä]s?|h[aä]n|k[oö]s?|kin|k[aä][aä]n)+$")
_FREE_LETTERS = 4
"""How many last letters of a base form inflection may change (lämmin → lämpimän)."""
_LONGEST_ENDING = 9
_MOST_STEPS = 200_000

Flags = tuple[tuple[str, tuple[bool, str]], ...]
_Flag = tuple[str, str, str]
"""Action, key and value: @P.INEN_SALLITTU.ON@."""


class _Arc(NamedTuple):
    read: str
    written: str
    flags: tuple[_Flag, ...]
    target: int


class Transducer:
    """A transducer with flag diacritics, walked from base form to inflected forms."""

    def __init__(self, fst: Any) -> None:
        """Takes the FST object of kfst, whose Python and Rust versions look alike."""
        self._fst = fst
        self._rules: Mapping[int, Mapping[Any, list[tuple[int, Any, float]]]] = fst.rules
        self._final = fst.final_states
        self._arcs: dict[int, tuple[_Arc, ...]] = {}

    def inflect(self, lemma: str) -> tuple[str, ...]:
        """Every plain inflected form of the base form, sorted; empty when it is not one."""
        beginnings = {
            (_beginning(output), _INFINITIVE in output)
            for output, _ in self._fst.lookup(lemma)
            if "[Bc]" not in output and (_INFINITIVE in output or _NOMINATIVE.search(output))
        }
        forms = {
            form
            for wanted, verb in beginnings
            for form in self._walk(lemma, wanted, _PRUNED_VERB if verb else _PRUNED_NOUNLIKE)
        }
        return tuple(sorted(form for form in forms if not _is_cliticised(form, forms)))

    def _walk(self, lemma: str, wanted: str, pruned: re.Pattern[str]) -> Iterator[str]:
        stem = lemma[: max(1, len(lemma) - _FREE_LETTERS)]
        pending: list[tuple[int, str, str, Flags]] = [(0, "", "", ())]
        for _ in range(_MOST_STEPS):
            if not pending:
                return
            state, form, output, flags = pending.pop()
            if state in self._final and output.startswith(wanted):
                yield form
            for arc in self._arcs_of(state):
                longer = form + arc.read
                if not _agree(longer, stem) or len(longer) > len(lemma) + _LONGEST_ENDING:
                    continue
                written = output + arc.written
                if arc.written and (
                    not _agree(written, wanted) or pruned.search(written[len(wanted) - 2 :])
                ):
                    continue
                after = _unified(flags, arc.flags) if arc.flags else flags
                if after is None:
                    continue
                pending.append((arc.target, longer, written, after))

    def _arcs_of(self, state: int) -> tuple[_Arc, ...]:
        arcs = self._arcs.get(state)
        if arcs is None:
            arcs = self._arcs[state] = tuple(
                _arc(_text(read), _text(written), target)
                for read, targets in self._rules.get(state, {}).items()
                for target, written, _ in targets
            )
        return arcs


def _arc(read: str, written: str, target: int) -> _Arc:
    flags = tuple(_flag(symbol) for symbol in (read, written) if _is_flag(symbol))
    return _Arc(_read_letters(read), _read_letters(written), flags, target)


def _read_letters(symbol: str) -> str:
    return "" if _is_flag(symbol) else symbol


def _beginning(output: str) -> str:
    """What the outputs of all forms of a base form begin with."""
    for mark in _STEMS:
        if mark in output:
            return output[: output.rindex(mark) + len(mark)]
    return output


def _text(symbol: Any) -> str:
    return "" if symbol.is_epsilon() else str(symbol.get_symbol())


def _is_flag(symbol: str) -> bool:
    return len(symbol) > 1 and symbol[0] == "@"


def _flag(symbol: str) -> _Flag:
    action, key, value = (*symbol.strip("@").split("."), "")[:3]
    return action, key, value


def _agree(text: str, wanted: str) -> bool:
    return wanted.startswith(text) if len(text) <= len(wanted) else text.startswith(wanted)


def _is_cliticised(form: str, forms: set[str]) -> bool:
    bare = _CLITIC.sub("", form)
    return bare != form and bare in forms


def _unified(flags: Flags, actions: tuple[_Flag, ...]) -> Flags | None:
    """The flags after the actions, or None when one forbids the step (Beesley & Karttunen)."""
    held = dict(flags)
    for action, key, value in actions:
        current = held.get(key)
        matches = current is not None and (current[1] == value) == current[0]
        if (
            (action == "R" and (not matches if value else current is None))
            or (action == "D" and (matches if value else current is not None))
            or (action == "U" and current is not None and not matches)
        ):
            return None
        if action in "PU":
            held[key] = (True, value)
        elif action == "N":
            held[key] = (False, value)
        elif action == "C":
            held.pop(key, None)
    return tuple(sorted(held.items()))
