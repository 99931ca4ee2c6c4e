"""The search records for an OpenSearch server: an index of its own, and its documents in bulk.

The index analyses every text in Finnish, Swedish and English with the analysers that OpenSearch
has built in, since names and labels are in all three whatever the text is in; and it weighs the
fields as the search of the site does, so that a query that names no fields finds the same things
first. Formats: https://docs.opensearch.org/latest/api-reference/document-apis/bulk/ and
https://docs.opensearch.org/latest/field-types/
"""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from catalogue.alphabet import alphabetical
from catalogue.browse.facet import FACETS
from catalogue.browse.text import search_record
from catalogue.entry import Entry
from catalogue.export.as_json import json_bytes
from catalogue.export.derived import practice_url
from catalogue.pages.frame import Frame
from catalogue.search.record import FIELD_WEIGHTS

ANALYSERS: Mapping[str, str] = MappingProxyType({"fi": "finnish", "sv": "swedish", "en": "english"})
"""The analyser of each language; the first is that of the field itself, others of its subfields."""
TEXT = "text"
FACET = "facet"
_KEYWORD = {"type": "keyword"}


def opensearch_index(frame: Frame) -> bytes:
    """Return what creates the index: settings and mapping, for `PUT /<index>`."""
    settings = {
        # One machine holds a hundred thousand practices; whoever has more of them says so.
        "number_of_shards": 1,
        # The fields that a query searches when it names none, with their weights.
        "query.default_field": [
            f"{TEXT}.{name}{sub}^{weight:g}"
            for name, weight in FIELD_WEIGHTS.items()
            for sub in ("", *(f".{language}" for language in _OTHERS))
        ],
    }
    mappings = {
        # A document with another field is of another version: better refused than half searched.
        "dynamic": "strict",
        "_meta": {"catalogue": frame.settings.name},
        "properties": {
            "id": _KEYWORD,
            "url": _KEYWORD,
            "language": _KEYWORD,
            "sort_title": _KEYWORD,
            TEXT: {"properties": {name: _text() for name in FIELD_WEIGHTS}},
            FACET: {"properties": {facet.name: _KEYWORD for facet in FACETS}},
            "evidence_level": {"type": "byte"},
            # Nested, so that a round and a role of different awards are no match.
            "awards": {"type": "nested", "properties": {"round": _KEYWORD, "role": _KEYWORD}},
            # So are an indicator, a result and a level of different outcomes.
            "outcomes": {
                "type": "nested",
                "properties": {
                    "indicator": _KEYWORD,
                    "result": _KEYWORD,
                    "evidence_level": {"type": "byte"},
                },
            },
        },
    }
    return json_bytes({"settings": {"index": settings}, "mappings": mappings})


def opensearch_bulk(frame: Frame) -> Iterator[bytes]:
    """Yield the two lines of each practice, for `POST /<index>/_bulk`.

    The lines name no index, so that whoever sends them chooses it; any even number of lines is a
    whole request, so that a file longer than the server takes (100 MB by default) may be split.
    """
    for entry in frame.catalogue.entries:
        yield _line({"index": {"_id": entry.id}}) + _line(document(frame, entry))


def document(frame: Frame, entry: Entry) -> Mapping[str, object]:
    """Return one practice as the index has it; what it does not have is left out.

    Values of facets are those of the registry; their labels are in the open data. `url` is from
    the root of the site, or whole where the site's address is known. `sort_title` sorts titles by
    the Finnish alphabet, code point by code point.
    """
    practice, registry = entry.practice, frame.catalogue.registry
    facets = {f.name: list(dict.fromkeys(f.values(entry, registry))) for f in FACETS}
    made: dict[str, object] = {
        "id": entry.id,
        "url": (frame.settings.site_url or "") + practice_url(entry.id),
        "language": practice.language,
        "sort_title": alphabetical(practice.title),
        TEXT: dict(search_record(frame, entry).fields),
        FACET: {name: values for name, values in facets.items() if values},
        "evidence_level": entry.best_level,
        "awards": [{"round": award.round, "role": award.role} for award in practice.awards],
        "outcomes": [
            {
                "indicator": each.outcome.indicator,
                "result": each.result,
                "evidence_level": each.evidence.level,
            }
            for each in entry.outcomes
        ],
    }
    return {key: value for key, value in made.items() if value not in (None, [])}


_OTHERS = tuple(ANALYSERS)[1:]


def _text() -> Mapping[str, object]:
    first, *others = ANALYSERS
    subfields = {name: {"type": "text", "analyzer": ANALYSERS[name]} for name in others}
    return {"type": "text", "analyzer": ANALYSERS[first], "fields": subfields}


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
