"""The (form, base form) pairs suffix rules are learned from."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from catalogue.search.lexicon import Lexicon
from catalogue.search.suffix import Example, edit_between, ending_of

_SHORTEST_FORM = 3
_KIND = 4
_EXAMPLES = 2
"""So many words with the same last letters are inflected; further ones inflect alike."""

Pair = tuple[str, str]
"""A form and its base form."""
Paradigm = dict[str, tuple[str, ...]]
"""The forms of a base form, by ending."""


@dataclass(slots=True)
class Examples:
    """What the rules of one ending are learned from: words of the text, and whole paradigms."""

    pairs: list[Pair] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)

    def digest(self) -> bytes:
        """Names the examples: the same for the same ones, whatever their order."""
        pairs = "\n".join(sorted(f"{form}\t{lemma}" for form, lemma in self.pairs))
        text = "\0".join((pairs, "\n".join(sorted(self.lemmas))))
        return hashlib.blake2b(text.encode(), digest_size=16).digest()


class Training:
    """Chooses the examples, and remembers the paradigms."""

    def __init__(self, lexicon: Lexicon) -> None:
        """The lexicon tells what a word is a form of, its analyser the forms of a base form."""
        self._lexicon = lexicon
        self._paradigms: dict[str, Paradigm] = {}
        self._edits: dict[tuple[str, str], tuple[Example, ...]] = {}

    def examples(
        self, words: Iterable[str], frequency: Callable[[str], int]
    ) -> dict[str, Examples]:
        """Pairs from the text, and the paradigms of the commonest words of each kind, by ending."""
        kinds: defaultdict[str, set[str]] = defaultdict(set)
        pairs: list[Pair] = []
        for word in words:
            terms = self._lexicon.terms(word)
            if not terms.known or not word.isalpha():
                continue
            if len(word) >= _SHORTEST_FORM:
                pairs += [(word, link) for link in terms.links]
            for key, _ in terms.keys:
                kinds[key[-_KIND:]].add(key)
        found: defaultdict[str, Examples] = defaultdict(Examples)
        chosen = {lemma for keys in kinds.values() for lemma in self._chosen(keys, frequency)}
        for lemma in chosen:
            for ending in self._paradigm(lemma):
                found[ending].lemmas.append(lemma)
        for form, lemma in pairs:
            ending = ending_of(form)
            if lemma not in chosen or form not in self._paradigms[lemma].get(ending, ()):
                found[ending].pairs.append((form, lemma))
        return found

    def of_ending(self, ending: str, examples: Examples) -> Iterator[Example]:
        """The examples themselves, of which all have the ending, in an order of their own."""
        yield from ((form, edit_between(form, lemma)) for form, lemma in sorted(examples.pairs))
        for lemma in sorted(examples.lemmas):
            found = self._edits.get((lemma, ending))
            if found is None:
                forms = self._paradigm(lemma)[ending]
                found = tuple((form, edit_between(form, lemma)) for form in forms)
                self._edits[lemma, ending] = found
            yield from found

    def _chosen(self, keys: set[str], frequency: Callable[[str], int]) -> Iterator[str]:
        examples = 0
        for lemma in sorted(keys, key=lambda key: (-frequency(key), key)):
            if self._paradigm(lemma):
                yield lemma
                examples += 1
                if examples == _EXAMPLES:
                    return

    def _paradigm(self, lemma: str) -> Paradigm:
        found = self._paradigms.get(lemma)
        if found is None:
            by_ending: defaultdict[str, list[str]] = defaultdict(list)
            for form in self._lexicon.analyser.inflect(lemma):
                if len(form) >= _SHORTEST_FORM:
                    by_ending[ending_of(form)].append(form)
            found = {ending: tuple(forms) for ending, forms in by_ending.items()}
            self._paradigms[lemma] = found
        return found
