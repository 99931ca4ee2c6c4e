"""What the search reads of each practice."""

import re
from collections.abc import Sequence

from catalogue.catalogue import Entry
from catalogue.model.dates import UNKNOWN
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
    fields = (
        ("title", practice.title),
        ("aliases", ", ".join(practice.aliases)),
        ("keywords", ", ".join(practice.keywords)),
        ("themes", _names(themes)),
        ("places", _names([*places, *counties])),
        ("summary", practice.summary),
        ("organisation", frame.organisation(practice.provider)),
        ("indicators", _names(list(dict.fromkeys(indicators)))),
        ("body", "\n".join([*map(plain, entry.texts.values()), *statements])),
    )
    return SearchRecord(entry.id, practice.language, tuple(f for f in fields if f[1]))


def plain(markdown: str) -> str:
    """Return `markdown` without its marks: what a reader would read aloud."""
    return _MARKUP.sub("", markdown)


def _names(texts: Sequence[Text]) -> str:
    named = [(text.fi, text.sv, text.en) for text in texts]
    return ", ".join(dict.fromkeys(name for names in named for name in names if name))
