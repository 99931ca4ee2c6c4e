"""The inflected forms of a base form, walked out of Voikko's own transducer.

Voikko offers analysis only. Its transducer (as pyvoikko ships it) can be walked the other way:
follow every path whose output begins like that of the base form, `[Ln][Xp]neuvola[X]`, and
collect what it reads.
Derivations, clitics and possessives are pruned: the query engine strips clitics itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from catalogue.search.transducer import NO_FLAGS, Arc, Transducer

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


class Inflector:
    """Walks a transducer from base form to inflected forms."""

    def __init__(self, transducer: Transducer) -> None:
        """Takes the transducer that reads Finnish words."""
        self._transducer = transducer

    def inflect(self, lemma: str) -> tuple[str, ...]:
        """Every plain inflected form of the base form, sorted; empty when it is not one."""
        beginnings = {
            (_beginning(output), _INFINITIVE in output)
            for output in self._transducer.lookup(lemma)
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
        pending: list[tuple[int, str, str, int]] = [(0, "", "", NO_FLAGS)]
        for _ in range(_MOST_STEPS):
            if not pending:
                return
            state, form, output, flags = pending.pop()
            if self._transducer.ends(state) and output.startswith(wanted):
                yield form
            for arc in self._onward(state, stem[len(form) :]):
                longer = form + arc.read
                if not _agree(longer, stem) or len(longer) > len(lemma) + _LONGEST_ENDING:
                    continue
                written = output + arc.written
                if arc.written and (
                    not _agree(written, wanted) or pruned.search(written[len(wanted) - 2 :])
                ):
                    continue
                after = self._transducer.after(flags, arc.flags) if arc.flags else flags
                if after is None:
                    continue
                pending.append((arc.target, longer, written, after))

    def _onward(self, state: int, ahead: str) -> Sequence[Arc]:
        """What leads on, or leads to the next letter of what is ahead of the stem."""
        return self._transducer.towards(state, ahead[0]) if ahead else self._transducer.arcs(state)


def _beginning(output: str) -> str:
    """What the outputs of all forms of a base form begin with."""
    for mark in _STEMS:
        if mark in output:
            return output[: output.rindex(mark) + len(mark)]
    return output


def _agree(text: str, wanted: str) -> bool:
    return wanted.startswith(text) if len(text) <= len(wanted) else text.startswith(wanted)


def _is_cliticised(form: str, forms: set[str]) -> bool:
    bare = _CLITIC.sub("", form)
    return bare != form and bare in forms
