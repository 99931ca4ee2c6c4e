"""The files that the browse page fetches: facets, cards, and the search index."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from catalogue.browse.card import CARDS_PER_FILE, card
from catalogue.browse.compared import compared
from catalogue.browse.facet import facet_columns, source_year
from catalogue.browse.text import search_record
from catalogue.catalogue import Entry, alphabetical
from catalogue.export.as_json import compact_json
from catalogue.messages import LANGUAGES
from catalogue.pages.frame import Frame
from catalogue.search import SynonymGroup, build_index
from catalogue.search.kept import WordCaches
from catalogue.search.record import SearchRecord


def ordered(frame: Frame) -> list[Entry]:
    """Return the entries in the order of their numbers: by language, then by title."""
    entries = frame.catalogue.entries
    return [entry for lang in LANGUAGES for entry in entries if entry.practice.language == lang]


def shown_files(frame: Frame) -> Iterator[tuple[str, bytes]]:
    """Yield what shows words to readers, and so is made in each language, by path."""
    entries, at = ordered(frame), frame.address
    yield at("kaytannot/facets.json"), compact_json(_facets(frame, entries))
    for start in range(0, len(entries), CARDS_PER_FILE):
        cards = [card(frame, entry) for entry in entries[start : start + CARDS_PER_FILE]]
        yield at(f"kaytannot/kortit/{start // CARDS_PER_FILE}.json"), compact_json(cards)
    for entry in entries:
        yield at(f"vertailu/{entry.id}.json"), compact_json(compared(frame, entry))


@dataclass(frozen=True, slots=True)
class Indexing:
    """The search index as work for any process: records, synonyms, and the words known so far."""

    records: tuple[SearchRecord, ...]
    synonyms: tuple[SynonymGroup, ...]
    kept: WordCaches


def indexing(frame: Frame, kept: WordCaches) -> Indexing:
    """Return what the search index of the catalogue is made of."""
    synonyms = tuple(SynonymGroup(group) for group in frame.catalogue.registry.synonyms)
    records = tuple(search_record(frame, entry) for entry in ordered(frame))
    return Indexing(records, synonyms, kept.fresh())


def indexed(work: Indexing) -> tuple[Mapping[str, bytes], WordCaches]:
    """Return the index of each language that practices are written in, and the words learnt."""
    files: dict[str, bytes] = {}
    for language in dict.fromkeys(record.language for record in work.records):
        analyser = work.kept.analyser(language)
        index = build_index(
            work.records, language=language, analyser=analyser, synonyms=work.synonyms
        )
        files |= {f"haku/{language}/{name}": data for name, data in index.items()}
    return files, work.kept.closed()


def _facets(frame: Frame, entries: list[Entry]) -> Mapping[str, object]:
    languages: dict[str, int] = {}
    for position, entry in enumerate(entries):
        languages.setdefault(entry.practice.language, position)
    return {
        "count": len(entries),
        "cards": CARDS_PER_FILE,
        # Each language's index numbers its documents from 0: here is what to add.
        "languages": languages,
        "facets": facet_columns(frame, entries),
        "sort": {
            "title": _ranks([alphabetical(entry.practice.title) for entry in entries]),
            "newest": _ranks([_newest(entry) for entry in entries]),
            "evidence": [-1 if e.best_level is None else e.best_level for e in entries],
            "place": _ranks([_place(frame, entry) for entry in entries]),
        },
        "ended": [n for n, entry in enumerate(entries) if entry.ended],
        "ids": [entry.id for entry in entries],
    }


def _newest(entry: Entry) -> str:
    year = source_year(entry)
    return year if year.isdigit() else ""


def _place(frame: Frame, entry: Entry) -> str:
    first = entry.practice.places[0]
    # Unknown places come after every known one.
    return "\uffff" if first == "unknown" else alphabetical(frame.place(first))


def _ranks(keys: list[str]) -> list[int]:
    """The place of each key among the different ones."""
    order = {key: n for n, key in enumerate(sorted(set(keys)))}
    return [order[key] for key in keys]
