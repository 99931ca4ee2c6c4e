"""The search index of one language, as files: path → content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import partial
from itertools import chain

from catalogue.search.content import Reader
from catalogue.search.file import Files, Made
from catalogue.search.guess import guessed
from catalogue.search.inverted import GUESSED, OTHERS, PHRASE, Inverted, Parts
from catalogue.search.lexicon import Lexicon
from catalogue.search.reading import Analyser
from catalogue.search.record import SearchRecord, SynonymGroup
from catalogue.search.rule import RuleFiles
from catalogue.search.shard import Entry
from catalogue.search.state import digest_of, read_state, written_state
from catalogue.search.stopword import FEWEST_DOCUMENTS, SHARE, STOPWORDS
from catalogue.search.suffix import edit_between
from catalogue.search.suggested import suggested
from catalogue.search.synonym import Phrase, Synonyms
from catalogue.search.token import LONGEST_WORD, tokens
from catalogue.search.updating import Updating

_UNCERTAIN = 7
"""So many tenths of an occurrence count under a known word it may be a form of."""


def build_index(
    records: Iterable[SearchRecord],
    *,
    language: str,
    analyser: Analyser,
    synonyms: tuple[SynonymGroup, ...] = (),
    names: Set[str] = frozenset(),
) -> dict[str, bytes]:
    """The index of the records in one language: relative path → content, the same every time.

    The ordinal of a document is its place among the records of the language. `meta.json` names
    the folder of the rest, which is named by its content and may be cached for ever. Lower-case
    `names` are looked for whole and not by their parts.
    """
    return dict(Indexer(language, analyser).files(records, synonyms, names))


class Indexer:
    """Makes the index of one language again and again, each time only what has changed.

    What it gives depends on the records, synonyms and names alone, never on what it made before.
    """

    def __init__(self, language: str, analyser: Analyser, state: bytes | None = None) -> None:
        """Starts from what an earlier one left (`to_bytes`), if it can be used: see `usable`."""
        self._language = language
        self._analyser = analyser
        self._lexicon = Lexicon(analyser)
        self._files = Files()
        self._records: dict[str, tuple[SearchRecord, bytes]] = {}
        self._groups: tuple[SynonymGroup, ...] = ()
        self._reader: tuple[Synonyms, Reader] | None = None
        self._unwritten = False
        found = read_state(state, language, analyser.version) if state else None
        self.usable = state is None or found is not None
        """Whether the state was sound; no state is."""
        self._held, self._rules, self._terms = found or (Inverted(), RuleFiles(), b"")
        self._given = found is not None

    def files(
        self,
        records: Iterable[SearchRecord],
        synonyms: tuple[SynonymGroup, ...] = (),
        names: Set[str] = frozenset(),
    ) -> Mapping[str, bytes]:
        """The index of those of the records that are in the language."""
        chosen = [record for record in records if record.language == self._language]
        if names != self._lexicon.names:
            self._lexicon, self._reader = Lexicon(self._analyser, names), None
        try:
            return self._made(chosen, synonyms)
        except (LookupError, ValueError, TypeError, AttributeError, OverflowError):
            # A state can be whole and yet say what no index ever said: somebody wrote it by hand.
            if not self._given:
                raise
            self._forget()
            self.usable = False
            return self._made(chosen, synonyms)

    def to_bytes(self) -> bytes | None:
        """What a later one may start from; nothing where it would start from the same as this."""
        if not self._unwritten:
            return None
        self._unwritten = False
        self._held.compact()
        return written_state(
            (self._held, self._rules, self._terms), self._language, self._analyser.version
        )

    def _forget(self) -> None:
        self._held, self._rules = Inverted(), RuleFiles()
        self._given = False

    def _made(
        self, records: list[SearchRecord], synonyms: tuple[SynonymGroup, ...]
    ) -> Mapping[str, bytes]:
        listed = (repr(group.terms) for group in synonyms)
        terms = digest_of([*listed, *sorted(self._lexicon.names)])
        if terms != self._terms:
            # Phrases have to be looked for in every text, and the parts of names forgotten.
            self._forget()
            self._terms, self._unwritten = terms, True
        if self._reader is None or synonyms != self._groups:
            groups = Synonyms(synonyms, self._lexicon)
            self._groups, self._reader = synonyms, (groups, Reader(self._lexicon, groups))
        groups, reader = self._reader
        digests = self._digests(records)
        self._unwritten |= digests != [document.digest for document in self._held.documents]
        updating = Updating(self._held, reader.keys)
        updating.documents(digests, lambda place: reader.read(records[place]))
        words = sorted(self._words(groups))
        self._rules.learn(self._lexicon, words, self._frequency)
        unknown = {word for word in words if not self._lexicon.terms(word).known}
        guesses = self._guesses(unknown)
        updating.derive(self._guessed(guesses, unknown) | self._others(groups, guesses))
        made = Made(
            records,
            digests,
            self._entries(words, guesses, updating),
            self._rules.texts(),
            groups.held(self._holds),
            suggested(records, synonyms, partial(self._finds, groups)),
        )
        return self._files.index(self._language, made)

    def _holds(self, phrase: Phrase) -> bool:
        """Whether a text has the term, one word or several."""
        return (PHRASE if len(phrase) > 1 else "") + " ".join(phrase) in self._held.lists

    def _finds(self, groups: Synonyms, term: str) -> bool:
        """Whether a term, in the language of the index, finds anything."""
        words = [token.word for token in tokens(term)]
        known = all(self._lexicon.terms(word).known for word in words)
        return known and any(
            self._holds(phrase) or OTHERS + " ".join(phrase) in self._held.lists
            for phrase in groups.phrases(term)
        )

    def _digests(self, records: list[SearchRecord]) -> list[bytes]:
        """A digest for each record; those of records that are as they were are not worked out."""
        before, self._records = self._records, {}
        digests = []
        for record in records:
            known = before.get(record.id)
            digest = known[1] if known and known[0] == record else _digest(record)
            self._records[record.id] = record, digest
            digests.append(digest)
        return digests

    def _words(self, groups: Synonyms) -> set[str]:
        strings = self._held.words
        used = {word for word, uses in zip(strings.all, strings.uses, strict=True) if uses}
        return used.union(groups.words)

    def _frequency(self, key: str) -> int:
        found = self._held.lists.get(key)
        return len(found) if found else 0

    def _guesses(self, unknown: Set[str]) -> dict[str, str]:
        """The guessed base form of each unknown word of the texts that has one."""
        lists = self._held.lists
        return guessed(
            sorted(word for word in unknown if word in lists),
            self._rules.rules,
            lambda base: base in unknown or base in lists,
        )

    def _guessed(self, guesses: Mapping[str, str], unknown: Set[str]) -> dict[str, Parts]:
        """What the lists of the guessed base forms are made of."""
        lists = self._held.lists
        parts: dict[str, Parts] = {}
        for word, guess in guesses.items():
            tenths = 10 if guess in unknown or guess not in lists else _UNCERTAIN
            name = GUESSED + guess
            own: Parts = ((guess, 10),) if guess in lists else ()
            parts[name] = (*parts.get(name, own), (word, tenths))
        return parts

    def _others(self, groups: Synonyms, guesses: Mapping[str, str]) -> dict[str, Parts]:
        """What the lists of documents with another term of a group are made of."""
        targets = set(guesses.values())

        def name(phrase: tuple[str, ...]) -> str:
            key = " ".join(phrase)
            if len(phrase) > 1:
                return PHRASE + key
            return GUESSED + key if key in targets else key

        return {
            OTHERS + " ".join(phrase): tuple((name(other), 10) for other in others)
            for phrase, others in groups.others().items()
        }

    def _entries(
        self, words: Iterable[str], guesses: Mapping[str, str], updating: Updating
    ) -> Iterator[Entry]:
        lists = self._held.lists
        targets = set(guesses.values())
        marked = (GUESSED, OTHERS, PHRASE)
        terms = {word: self._lexicon.terms(word) for word in words}
        keys = {name for name in lists if not name.startswith(marked)}
        others = {name[len(OTHERS) :] for name in lists if name.startswith(OTHERS)}
        stopwords = STOPWORDS.get(self._language, frozenset())
        documents = len(self._held.documents)
        for word in {*keys, *terms, *others, *targets}:
            if len(word) > LONGEST_WORD and " " not in word:
                continue
            name = GUESSED + word if word in targets else word
            everywhere = (
                word in stopwords
                and documents >= FEWEST_DOCUMENTS
                and len(lists.get(name, ())) > SHARE * documents
            )
            found = terms.get(word)
            links = (guesses[word],) if word in guesses else found.links if found else ()
            entry = Entry(
                word,
                " ".join(
                    str(edit_between(word, link))
                    for link in (links if links != (word,) else ())
                    if link in keys or link in others or link in targets
                ),
                "*" if everywhere else updating.text(name),
                updating.text(OTHERS + word),
                found is not None and not found.known,
            )
            if entry.tail():
                yield entry


def _digest(record: SearchRecord) -> bytes:
    return digest_of((record.id, record.language, *chain.from_iterable(record.fields)))
