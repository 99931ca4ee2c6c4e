"""What is offered while somebody types: keywords and other names as people wrote them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from catalogue.search.record import SearchRecord, SynonymGroup
from catalogue.search.shard import Cutter, Line, Shards
from catalogue.search.token import pieces

SUGGESTED_CHARACTERS = 8_000
_FIELDS = ("keywords", "aliases")
_BETWEEN = ", "
"""What parts the names in those fields."""


def suggested(
    records: Iterable[SearchRecord],
    synonyms: Sequence[SynonymGroup],
    found: Callable[[str], bool],
) -> Counter[str]:
    """How many practices have each name; terms of the synonyms that are `found` come after them."""
    written = Counter(
        name
        for record in records
        for field, text in record.fields
        if field in _FIELDS
        for name in dict.fromkeys(text.split(_BETWEEN))
        if pieces(name)
    )
    spellings: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(written):
        spellings[name.lower()].append(name)
    # One name, as most have written it.
    counts = Counter(
        {
            max(names, key=written.__getitem__): sum(map(written.__getitem__, names))
            for names in spellings.values()
        }
    )
    for term in (term for group in synonyms for term in group.terms):
        if term.lower() not in spellings and found(term):
            counts[term] = 0
    return counts


def suggested_shards(counts: Counter[str], cutter: Cutter) -> Shards:
    """The names in shards, by their letters without case and diacritics."""
    lines = [Line(name, cutter.folded(name.lower()), f"\t{n}") for name, n in counts.items()]
    return cutter.cut(sorted(lines, key=lambda line: (line.bound, line.word)))
