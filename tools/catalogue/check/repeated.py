"""What a practice says twice, although once is all that there is."""

from collections.abc import Iterator, Sequence

from catalogue.check.raw import Data, records_at, text_at, value_at
from catalogue.model.dates import UNKNOWN
from catalogue.problem import Finding
from catalogue.source.gate import visible

# Lists of words of one's own, in which a capital letter makes no other word.
_WORDS = ("aliases", "keywords")


def check_repeated(data: Data) -> Iterator[Finding]:
    """Yield a round in which a practice has two parts, and words given twice.

    A winner was nominated too: one part in a round, the last, tells it all. Rounds that are not
    known may be different ones.
    """
    rounds: set[str] = set()
    for loc, award in records_at(data, "awards"):
        name = text_at(award, "round")
        if name and name != UNKNOWN and name in rounds:
            yield Finding((*loc, "round"), "repeated", {"found": visible(name)})
        rounds.add(name or "")
    for key in _WORDS:
        words = value_at(data, key)
        if isinstance(words, list):
            for position in repeated_in(words):
                found = visible(str(words[position]))
                yield Finding((key, position), "repeated", {"found": found})


def repeated_in(words: Sequence[object]) -> Iterator[int]:
    """Yield where in a list a text stands that has stood there before, in whatever case."""
    seen: set[str] = set()
    for position, word in enumerate(words):
        plain = word.strip().lower() if isinstance(word, str) else ""
        if plain and plain in seen:
            yield position
        seen.add(plain)
