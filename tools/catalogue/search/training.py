"""The (form, base form) pairs suffix rules are learned from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from catalogue.search.lexicon import Lexicon
from catalogue.search.suffix import Pair

_SHORTEST_FORM = 3
_ENDING = 4
_EXAMPLES = 2
"""So many words with the same last letters are inflected; further ones inflect alike."""


def training_pairs(lexicon: Lexicon, frequency: Mapping[str, int]) -> Iterator[Pair]:
    """Pairs from the text, and from the paradigms of the commonest word of each kind."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for word, terms in lexicon.words():
        if not terms.known or not word.isalpha():
            continue
        for link in terms.links:
            if len(word) >= _SHORTEST_FORM:
                yield word, link
        for key, _ in terms.keys:
            kinds[key[-_ENDING:]].add(key)
    for ending in sorted(kinds):
        examples = 0
        for lemma in sorted(kinds[ending], key=lambda key: (-frequency.get(key, 0), key)):
            forms = lexicon.analyser.inflect(lemma)
            yield from ((form, lemma) for form in forms if len(form) >= _SHORTEST_FORM)
            examples += bool(forms)
            if examples == _EXAMPLES:
                break
