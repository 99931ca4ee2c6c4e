"""What the search reads of each practice."""

import re
from collections.abc import Iterator, Sequence

from catalogue.entry import Entry
from catalogue.messages import LANGUAGES
from catalogue.model.dates import UNKNOWN
from catalogue.model.practice import Practice
from catalogue.model.registry import Registry
from catalogue.model.values import Text
from catalogue.pages.frame import Frame
from catalogue.search.record import SearchRecord

_MARKUP = re.compile(r"[*_`#>|]+|\]\([^)]*\)|\[|^\s*(?:[-+]|\d+\.)\s", re.MULTILINE)


def search_record(frame: Frame, entry: Entry) -> SearchRecord:
    """Return the fields of `entry` as text, with labels in all languages as entry points."""
    practice, registry = entry.practice, frame.catalogue.registry
    places = [registry.place_name(place) for place in practice.places if place != UNKNOWN]
    counties = [county.name for county in entry.counties]
    themes = [registry.term("theme", v).label for v in practice.themes if v != UNKNOWN]
    indicators = [assessed.indicator.name for assessed in entry.outcomes]
    statements = [o.outcome.statement for o in entry.outcomes if o.outcome.statement]
    organisation = registry.organisations.get(practice.provider)
    fields = (
        ("title", practice.title),
        ("aliases", ", ".join(practice.aliases)),
        ("keywords", ", ".join(practice.keywords)),
        ("themes", _names(themes)),
        ("places", _names([*places, *counties])),
        ("summary", practice.summary),
        ("organisation", _names([organisation.name]) if organisation else ""),
        ("awards", _names(list(_awards(registry, practice)))),
        ("indicators", _names(list(dict.fromkeys(indicators)))),
        ("translations", "\n".join(_translated(practice))),
        ("body", "\n".join([*map(plain, entry.texts.values()), *statements])),
        ("labels", _foreign(_labels(registry, practice), practice.language)),
    )
    return SearchRecord(entry.id, practice.language, tuple(f for f in fields if f[1]))


# Vocabularies whose words lead to practices from other languages. In the practice's own language
# the words of its text do that better: a label that most practices have finds nothing.
_LABELLED = {"target_group": "target_groups", "service_level": "service_levels"}


def _labels(registry: Registry, practice: Practice) -> list[Text]:
    values = [
        (vocabulary, value)
        for vocabulary, field in _LABELLED.items()
        for value in getattr(practice, field)
    ]
    values.append(("kind", practice.kind))
    return [registry.term(name, value).label for name, value in values if value != UNKNOWN]


def _awards(registry: Registry, practice: Practice) -> Iterator[Text]:
    """What it was in each round, and which round that was."""
    for award in practice.awards:
        yield registry.term("role", award.role).label
        if award.round in registry.rounds:
            yield registry.rounds[award.round].name


def _foreign(texts: Sequence[Text], language: str) -> str:
    """The texts in the languages other than `language`."""
    others = [other for other in LANGUAGES if other != language]
    named = [getattr(text, other) for text in texts for other in others]
    return ", ".join(dict.fromkeys(name for name in named if name))


def _translated(practice: Practice) -> Iterator[str]:
    for language in LANGUAGES:
        found = practice.translation(language)
        if found:
            yield from (found.title, found.summary)


def plain(markdown: str) -> str:
    """Return `markdown` without its marks: what a reader would read aloud."""
    return _MARKUP.sub("", markdown)


def _names(texts: Sequence[Text]) -> str:
    named = [(text.fi, text.sv, text.en) for text in texts]
    return ", ".join(dict.fromkeys(name for names in named for name in names if name))
