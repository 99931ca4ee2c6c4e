"""A transducer with flag diacritics: what it writes for a word it reads.

It gives what kfst's does, from a file of some MiB instead of objects of hundreds, and is ready at
once: only the states that words lead to are ever unpacked.
"""

from __future__ import annotations

from typing import NamedTuple

from catalogue.search.rules_file import RulesFile

NO_FLAGS = 0
"""Where nothing is held. What is held is told by a number that `Transducer.after` understands."""
_UNKNOWN = -1
_Held = tuple[tuple[str, tuple[bool, str]], ...]
"""By key, in their order: whether it has the value, or any other one."""
_Actions = tuple[str, str]
"""A flag on the side that is read and one on the side that is written; "" for none."""


class Arc(NamedTuple):
    """A rule that leads on: the letters it reads and writes, its flags, and where it leads."""

    read: str
    written: str
    flags: _Actions | None
    target: int


class Transducer:
    """The states of a transducer, unpacked as they are asked for."""

    def __init__(self, rules: RulesFile) -> None:
        """Unpacks nothing yet."""
        self._rules = rules
        self._arcs: dict[int, tuple[Arc, ...]] = {}
        self._steps: dict[tuple[int, str], list[Arc]] = {}
        # What is held on both sides, and the number of each; what comes after them.
        self._held: list[tuple[_Held, _Held]] = [((), ())]
        self._numbers: dict[tuple[_Held, _Held], int] = {((), ()): NO_FLAGS}
        self._after: dict[tuple[int, _Actions], int | None] = {}

    def ends(self, state: int) -> bool:
        """Whether a word may end in the state."""
        return state in self._rules.final

    def arcs(self, state: int) -> tuple[Arc, ...]:
        """What leads on from the state."""
        found = self._arcs.get(state)
        if found is None:
            found = self._arcs[state] = tuple(_arc(*rule) for rule in self._rules.leaving(state))
        return found

    def towards(self, state: int, letter: str) -> list[Arc]:
        """What leads on from the state to where the letter has been read, or the word has ended."""
        key = state, letter
        if key not in self._steps:
            self._steps[key] = [
                arc
                for arc in self.arcs(state)
                if (arc.read == letter if arc.read else self._goes_on(arc.target, letter))
            ]
        return self._steps[key]

    def after(self, flags: int, actions: _Actions) -> int | None:
        """The flags after the actions of an arc; None where they forbid the step."""
        key = flags, actions
        found = self._after.get(key, _UNKNOWN)
        if found == _UNKNOWN:
            read, written = (
                _unified(held, action) if action else held
                for held, action in zip(self._held[flags], actions, strict=True)
            )
            found = None if read is None or written is None else self._number((read, written))
            self._after[key] = found
        return found

    def lookup(self, word: str) -> set[str]:
        """Everything that is written for the word."""
        found = set()
        letters = [*word, ""]
        final, known = self._rules.final, self._steps
        pending = [(0, 0, "", NO_FLAGS)]
        while pending:
            state, place, output, flags = pending.pop()
            letter = letters[place]
            if not letter and state in final:
                found.add(output)
            steps = known.get((state, letter))
            if steps is None:
                steps = self.towards(state, letter)
            for read, written, actions, target in steps:
                after = flags if actions is None else self.after(flags, actions)
                if after is not None:
                    pending.append((target, place + 1 if read else place, output + written, after))
        return found

    def _goes_on(self, state: int, letter: str) -> bool:
        return bool(self.towards(state, letter)) or (not letter and self.ends(state))

    def _number(self, held: tuple[_Held, _Held]) -> int:
        if held not in self._numbers:
            self._numbers[held] = len(self._held)
            self._held.append(held)
        return self._numbers[held]


def _arc(read: str, written: str, target: int) -> Arc:
    flags = (read if _is_flag(read) else "", written if _is_flag(written) else "")
    return Arc(
        "" if flags[0] else read, "" if flags[1] else written, flags if any(flags) else None, target
    )


def _is_flag(symbol: str) -> bool:
    return len(symbol) > 1 and symbol[0] == "@"


def _unified(flags: _Held, action: str) -> _Held | None:
    """What is held after `@P.INEN_SALLITTU.ON@` or the like, or None where it forbids the step.

    Beesley & Karttunen, Finite State Morphology (2003), chapter 7.
    """
    kind, key, value = (*action.strip("@").split("."), "")[:3]
    held = dict(flags)
    current = held.get(key)
    matches = current is not None and (current[1] == value) == current[0]
    if (
        (kind == "R" and (not matches if value else current is None))
        or (kind == "D" and (matches if value else current is not None))
        or (kind == "U" and current is not None and not matches)
    ):
        return None
    if kind in "PU":
        held[key] = (True, value)
    elif kind == "N":
        held[key] = (False, value)
    elif kind == "C":
        held.pop(key, None)
    return tuple(sorted(held.items()))
