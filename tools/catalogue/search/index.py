"""The search index of one language, as files: path → content."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable

from catalogue.search.guess import add_guesses
from catalogue.search.lexicon import Lexicon, Terms
from catalogue.search.posting import Postings
from catalogue.search.reading import Analyser
from catalogue.search.record import FIELD_WEIGHTS, SearchRecord, SynonymGroup
from catalogue.search.shard import Entry, index_shards, vocabulary_shards
from catalogue.search.showing import showing_files
from catalogue.search.stopword import FEWEST_DOCUMENTS, SHARE, STOPWORDS
from catalogue.search.suffix import SuffixRules, edit_between, learn, packed
from catalogue.search.synonym import Synonyms
from catalogue.search.token import LONGEST_WORD, Token, tokens
from catalogue.search.training import training_pairs

FORMAT = 1
"""Raised with every change that an engine of another version would misread."""


def build_index(
    records: Iterable[SearchRecord],
    *,
    language: str,
    analyser: Analyser,
    synonyms: tuple[SynonymGroup, ...] = (),
) -> dict[str, bytes]:
    """The index of the records in one language: relative path → content, the same every time.

    The ordinal of a document is its place among the records of the language. `meta.json` names
    the folder of the rest, which is named by its content and may be cached for ever.
    """
    chosen = [record for record in records if record.language == language]
    lexicon = Lexicon(analyser)
    groups = Synonyms(synonyms, lexicon)
    postings = Postings()
    for ordinal, record in enumerate(chosen):
        _add(record, ordinal, lexicon, groups, postings)
    frequency = {key: len(found) for key, found in postings.lists.items()}
    rules = learn(training_pairs(lexicon, frequency))
    guesses = add_guesses(lexicon, postings, rules)
    entries = _entries(language, lexicon, postings, groups, guesses)
    return _files(chosen, language, entries, rules)


def _add(
    record: SearchRecord, ordinal: int, lexicon: Lexicon, groups: Synonyms, postings: Postings
) -> None:
    keys: defaultdict[str, float] = defaultdict(float)
    length = 0
    texts = []
    for field, text in record.fields:
        weight = FIELD_WEIGHTS[field]
        found = list(tokens(text))
        length += len(found)
        for word, count in Counter(token.word for token in found).items():
            for key, share in lexicon.terms(word).keys:
                keys[key] += weight * share * count
        for key in _elliptic(found, lexicon):
            keys[key] += weight
        texts.append(([token.word for token in found], weight))
    groups.note(ordinal, texts)
    postings.add(keys, length)


def _elliptic(found: list[Token], lexicon: Lexicon) -> Iterable[str]:
    for place, token in enumerate(found):
        if token.head or token.tail:
            yield from lexicon.elliptic(found, place)


def _entries(
    language: str,
    lexicon: Lexicon,
    postings: Postings,
    groups: Synonyms,
    guesses: dict[str, str],
) -> list[Entry]:
    words = dict(lexicon.words())
    links = {word: _links(word, terms, guesses) for word, terms in words.items()}
    others = groups.lists(postings)
    stopwords = STOPWORDS.get(language, frozenset())
    documents = postings.count()
    entries = []
    for word in sorted({*postings.lists, *links, *others}):
        if len(word) > LONGEST_WORD and " " not in word:
            continue
        held = postings.lists.get(word)
        everywhere = (
            word in stopwords
            and documents >= FEWEST_DOCUMENTS
            and len(held or ()) > SHARE * documents
        )
        entry = Entry(
            word,
            " ".join(
                str(edit_between(word, link))
                for link in links.get(word, ())
                if link in postings.lists or link in others
            ),
            "*" if everywhere else postings.encoded(held) if held else "",
            postings.encoded(others[word]) if word in others else "",
            word in words and not words[word].known,
        )
        if entry.tail():
            entries.append(entry)
    return entries


def _links(word: str, terms: Terms, guesses: dict[str, str]) -> tuple[str, ...]:
    if word in guesses:
        return (guesses[word],)
    return () if terms.links == (word,) else terms.links


def _files(
    records: list[SearchRecord], language: str, entries: list[Entry], rules: SuffixRules
) -> dict[str, bytes]:
    shards = index_shards(entries)
    vocabulary = vocabulary_shards(
        entry.word
        for entry in entries
        if (entry.postings.strip("*") or entry.synonyms) and " " not in entry.word
    )
    by_ending = packed(rules)
    files = {f"s{n}.txt": text for n, text in enumerate(shards.files)}
    files |= {f"v{n}.txt": text for n, text in enumerate(vocabulary.files)}
    files |= {f"r{n}.json": _json(by_ending[end]) for n, end in enumerate(sorted(by_ending))}
    files |= showing_files(records)
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{files[name]}\0".encode())
    folder = digest.hexdigest()[:12]
    meta = {
        "format": FORMAT,
        "language": language,
        "documents": len(records),
        "folder": folder,
        "bounds": shards.bounds,
        "vocabulary": vocabulary.bounds,
        "rules": sorted(by_ending),
    }
    named = {f"{folder}/{name}": files[name].encode() for name in sorted(files)}
    return {"meta.json": _json(meta).encode(), **named}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
