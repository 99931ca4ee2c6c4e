"""The files that the browse page fetches: facets, cards, and the search index."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from catalogue.alphabet import alphabetical
from catalogue.browse.card import CARDS_PER_FILE, card
from catalogue.browse.compared import compared
from catalogue.browse.facet import facet_columns, source_year
from catalogue.browse.place import KnownPlaces, known_places
from catalogue.browse.text import search_record
from catalogue.entry import Entry
from catalogue.export.as_json import compact_json
from catalogue.messages import LANGUAGES
from catalogue.model.dates import UNKNOWN
from catalogue.pages.frame import Frame
from catalogue.search import SynonymGroup
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
        cards = (_card(frame, entry) for entry in entries[start : start + CARDS_PER_FILE])
        path = f"kaytannot/kortit/{start // CARDS_PER_FILE}.json"
        yield at(path), b"[" + b",".join(cards) + b"]"


def _card(frame: Frame, entry: Entry) -> bytes:
    name = f"browse.card.{frame.texts.language}"
    return entry.part(name, lambda: compact_json(card(frame, entry)))


def compared_file(frame: Frame, entry: Entry) -> tuple[str, bytes]:
    """Return what is put beside other practices, in the language of `frame`, after its path."""
    return frame.address(f"vertailu/{entry.id}.json"), compact_json(compared(frame, entry))


@dataclass(frozen=True, slots=True)
class Indexing:
    """The search index as work for any process: what it is of, and what is known so far."""

    records: tuple[SearchRecord, ...]
    synonyms: tuple[SynonymGroup, ...]
    kept: WordCaches
    places: KnownPlaces


def indexing(frame: Frame, kept: WordCaches) -> Indexing:
    """Return what the search index of the catalogue is made of."""
    synonyms = tuple(SynonymGroup(group) for group in frame.catalogue.registry.synonyms)
    records = tuple(
        entry.part("browse.record", partial(search_record, frame, entry))
        for entry in ordered(frame)
    )
    return Indexing(records, synonyms, kept, known_places(frame.catalogue.registry))


def indexed(work: Indexing) -> tuple[Mapping[str, bytes], WordCaches]:
    """Return the index of each language that practices are written in, and what is to be kept."""
    # Names of places are Finnish, or Swedish ones that Finnish inflects in its own way.
    places = work.places.told(work.kept.analyser("fi"))
    files = {"haku/paikat.json": compact_json(places)}
    for language in dict.fromkeys(record.language for record in work.records):
        index = work.kept.indexer(language).files(work.records, work.synonyms, work.places.words)
        files |= {f"haku/{language}/{name}": data for name, data in index.items()}
        work.kept.made(language)
    return files, work.kept


def _facets(frame: Frame, entries: list[Entry]) -> Mapping[str, object]:
    languages: dict[str, int] = {}
    for position, entry in enumerate(entries):
        languages.setdefault(entry.practice.language, position)
    name = f"browse.order.{frame.texts.language}"
    keys = [entry.part(name, partial(_order, frame, entry)) for entry in entries]
    return {
        "count": len(entries),
        "cards": CARDS_PER_FILE,
        # Each language's index numbers its documents from 0: here is what to add.
        "languages": languages,
        "facets": facet_columns(frame, entries),
        "sort": {
            "title": _ranks([title for title, _, _ in keys]),
            "newest": _ranks([year for _, year, _ in keys]),
            "evidence": [-1 if e.best_level is None else e.best_level for e in entries],
            "place": _ranks([place for _, _, place in keys]),
        },
        "ended": [n for n, entry in enumerate(entries) if entry.ended],
        "ids": [entry.id for entry in entries],
    }


def _order(frame: Frame, entry: Entry) -> tuple[str, str, str]:
    """What the browse page may be ordered by: title, year of the newest source, place."""
    return alphabetical(entry.practice.title), _newest(entry), _place(frame, entry)


def _newest(entry: Entry) -> str:
    year = source_year(entry)
    return year if year.isdigit() else ""


def _place(frame: Frame, entry: Entry) -> str:
    first = entry.practice.places[0]
    # Unknown places come after every known one.
    return "\uffff" if first == UNKNOWN else alphabetical(frame.place(first))


def _ranks(keys: list[str]) -> list[int]:
    """The place of each key among the different ones."""
    order = {key: n for n, key in enumerate(sorted(set(keys)))}
    return [order[key] for key in keys]
