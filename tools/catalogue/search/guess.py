"""Base forms guessed for words the analyser does not know: names, new words, slips."""

from __future__ import annotations

from catalogue.search.lexicon import Lexicon
from catalogue.search.posting import Postings
from catalogue.search.suffix import SuffixRules, base_forms

_SHORTEST_WORD = 5
_SHORTEST_GUESS = 4
_UNCERTAIN = 0.7
"""What an occurrence counts for under a known word it may be a form of."""


def add_guesses(lexicon: Lexicon, postings: Postings, rules: SuffixRules) -> dict[str, str]:
    """Lists the unknown words under their guessed base forms too: word → base form."""
    unknown = {word for word, terms in lexicon.words() if not terms.known}
    guesses = {}
    for word in sorted(unknown):
        guess = _guess(word, rules, unknown, postings)
        if guess:
            guesses[word] = guess
    for word, guess in guesses.items():
        weight = 1.0 if guess in unknown or guess not in postings.lists else _UNCERTAIN
        postings.add_to(guess, [(doc, weight * held) for doc, held in postings.lists[word]])
    return guesses


def _guess(word: str, rules: SuffixRules, unknown: set[str], postings: Postings) -> str | None:
    if len(word) < _SHORTEST_WORD or not word.isalpha() or word not in postings.lists:
        return None
    candidates = [
        base for base in base_forms(rules, word) if base != word and len(base) >= _SHORTEST_GUESS
    ]
    attested = [base for base in candidates if base in unknown or base in postings.lists]
    if attested:
        return attested[0]
    return candidates[0] if candidates and len(word) > _SHORTEST_WORD else None
