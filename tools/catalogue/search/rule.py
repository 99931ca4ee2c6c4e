"""The suffix rules of an index, learned anew only for endings whose examples changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from catalogue.search.lexicon import Lexicon
from catalogue.search.suffix import Branches, Rules, learn, packed, unpacked
from catalogue.search.training import Training


@dataclass(slots=True)
class RuleFiles:
    """The rules of each ending as text, with a digest of the examples they were learned from."""

    learned: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    _training: Training | None = None
    _branches: dict[str, Branches] = field(default_factory=dict)
    _unpacked: dict[str, tuple[str, Rules]] = field(default_factory=dict)

    def learn(
        self, lexicon: Lexicon, words: Sequence[str], frequency: Callable[[str], int]
    ) -> None:
        """Learn from the words of the texts; `frequency` is how many documents hold a key."""
        training = self._training = self._training or Training(lexicon)
        learned = {}
        for ending, examples in sorted(training.examples(words, frequency).items()):
            digest = examples.digest()
            known = self.learned.get(ending)
            if known is None or known[0] != digest:
                branches = self._branches.setdefault(ending, {})
                known = digest, packed(learn(training.of_ending(ending, examples), branches))
            learned[ending] = known
        self.learned = learned

    def texts(self) -> dict[str, str]:
        """The rules as files, by ending; endings without rules have none."""
        return {ending: text for ending, (_, text) in self.learned.items() if text != "{}"}

    def rules(self, ending: str) -> Rules:
        """The rules of an ending."""
        text = self.learned[ending][1] if ending in self.learned else "{}"
        known = self._unpacked.get(ending)
        if known is None or known[0] != text:
            known = self._unpacked[ending] = text, unpacked(text)
        return known[1]
