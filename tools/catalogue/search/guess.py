"""Base forms guessed for words the analyser does not know: names, new words, slips."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from catalogue.search.suffix import Rules, base_forms, ending_of

_SHORTEST_WORD = 5
_SHORTEST_GUESS = 4


def guessed(
    unknown: Iterable[str], rules: Callable[[str], Rules], attested: Callable[[str], bool]
) -> dict[str, str]:
    """The guessed base form of each of the unknown words that has one.

    `rules` are those of an ending; `attested` says of a base form whether the texts know it.
    """
    guesses = {}
    for word in unknown:
        guess = _guess(word, rules(ending_of(word)), attested)
        if guess:
            guesses[word] = guess
    return guesses


def _guess(word: str, rules: Rules, attested: Callable[[str], bool]) -> str | None:
    if len(word) < _SHORTEST_WORD or not word.isalpha():
        return None
    candidates = [
        base for base in base_forms(rules, word) if base != word and len(base) >= _SHORTEST_GUESS
    ]
    for base in candidates:
        if attested(base):
            return base
    return candidates[0] if candidates and len(word) > _SHORTEST_WORD else None
