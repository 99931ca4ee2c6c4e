"""The posting lists brought up to date by the documents that changed, and by nothing else."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from catalogue.search.content import Content
from catalogue.search.inverted import PHRASE, Document, Inverted, Parts
from catalogue.search.posting import Impacts, PostingList, merged


class Updating:
    """One round of changes: documents first, then the derived lists, then texts."""

    def __init__(self, held: Inverted, keys: Callable[[str], Iterable[tuple[str, int]]]) -> None:
        """Changes `held`; `keys` are those of a word."""
        self._held = held
        self._keys = keys
        self._changed: set[str] = set()
        self._lengths: dict[int, int] = {}
        """What the changed documents' lengths were."""
        self._phrases = {name for name in held.lists if name.startswith(PHRASE)}
        self._impacts = Impacts(())

    def documents(self, digests: Sequence[bytes], read: Callable[[int], Content]) -> None:
        """Make the documents those of the digests; `read` reads the one at a place."""
        held = self._held
        old = [document.digest for document in held.documents]
        kept = kept_places(old, digests)
        if 2 * len(kept) < len(old):
            held.clear()
            self._phrases.clear()
            old, kept = [], []
        of_old, of_new = dict(kept), {new: before for before, new in kept}
        removed = [place for place in range(len(old)) if place not in of_old]
        added = [place for place in range(len(digests)) if place not in of_new]
        if all(before == new for before, new in kept):
            self._in_place(digests, read, removed, added)
        else:
            for place in removed:
                self._take(place)
            self._renumber([of_old.get(place, 0) for place in range(len(old))])
            documents = held.documents
            held.documents = [
                documents[of_new[n]] if n in of_new else _nothing(digests[n])
                for n in range(len(digests))
            ]
            for place in added:
                self._add(place, digests[place], read(place))
        self._impacts = Impacts([document.length for document in held.documents])
        if self._impacts.average != held.average:
            held.texts.clear()
            held.average = self._impacts.average
        for place, length in self._lengths.items():
            self._relevel(place, length)

    def derive(self, parts: Mapping[str, Parts]) -> None:
        """Make the derived lists those of the parts, parts of parts before their sums."""
        held = self._held
        for name in held.parts.keys() - parts.keys():
            held.lists.pop(name, None)
            held.texts.pop(name, None)
        for name, made_of in parts.items():
            same = held.parts.get(name) == made_of and name in held.lists
            if same and not any(part in self._changed for part, _ in made_of):
                continue
            found = merged(
                (held.lists[part], tenths) for part, tenths in made_of if part in held.lists
            )
            self._changed.add(name)
            held.texts.pop(name, None)
            if found:
                held.lists[name] = found
            else:
                held.lists.pop(name, None)
        held.parts = dict(parts)

    def text(self, name: str) -> str:
        """A list as text; empty where there is no such list."""
        found = self._held.texts.get(name)
        if found is None:
            if name not in self._held.lists:
                return ""
            found = self._impacts.encoded(self._held.lists[name])
            self._held.texts[name] = found
        return found

    def _in_place(
        self,
        digests: Sequence[bytes],
        read: Callable[[int], Content],
        removed: Sequence[int],
        added: Sequence[int],
    ) -> None:
        """Change documents where they are; more or fewer may come at the end."""
        documents = self._held.documents
        again = set(added).intersection(removed)
        for place in reversed(removed):
            if place not in again:
                self._take(place)
                documents.pop()
        for place in added:
            if place in again:
                self._replace(place, digests[place], read(place))
            else:
                documents.append(_nothing(digests[place]))
                self._add(place, digests[place], read(place))

    def _replace(self, place: int, digest: bytes, content: Content) -> None:
        lists, old = self._held.lists, self._held.documents[place]
        before = {name: lists[name].weight(place) for name in self._names(place)}
        after = _weights(content)
        for name, weight in after.items():
            held = before.pop(name, 0)
            if held != weight:
                if held:
                    lists[name].take(place)
                self._put(name, place, weight)
        for name in before:
            self._take_from(name, place)
        self._lengths[place] = old.length
        self._release(old)
        self._held.documents[place] = self._document(digest, content)

    def _take(self, place: int) -> None:
        for name in self._names(place):
            self._take_from(name, place)
        for name in self._derived_with(place):
            self._take_from(name, place)
        self._release(self._held.documents[place])

    def _take_from(self, name: str, place: int) -> None:
        lists = self._held.lists
        lists[name].take(place)
        if not lists[name]:
            del lists[name]
            self._phrases.discard(name)
        self._note(name)

    def _add(self, place: int, digest: bytes, content: Content) -> None:
        lists, texts = self._held.lists, self._held.texts
        weights = _weights(content)
        for name, weight in weights.items():
            found = lists.get(name)
            if found is None:
                found = self._new(name)
            documents = found.documents
            if not documents or documents[-1] < place:  # as `put` does, without millions of calls
                documents.append(place)
                found.weights.append(weight)
            else:
                found.put(place, weight)
        self._changed.update(weights)
        if texts:
            for name in weights:
                texts.pop(name, None)
        self._held.documents[place] = self._document(digest, content)

    def _put(self, name: str, place: int, weight: int) -> None:
        found = self._held.lists.get(name)
        (self._new(name) if found is None else found).put(place, weight)
        self._note(name)

    def _new(self, name: str) -> PostingList:
        found = self._held.lists[name] = PostingList()
        if name.startswith(PHRASE):
            self._phrases.add(name)
        return found

    def _note(self, name: str) -> None:
        self._changed.add(name)
        self._held.texts.pop(name, None)

    def _document(self, digest: bytes, content: Content) -> Document:
        return Document(
            digest,
            content.length,
            self._held.words.use(content.words),
            self._held.further.use(sorted(content.further)),
        )

    def _release(self, document: Document) -> None:
        self._held.words.release(document.words)
        self._held.further.release(document.further)

    def _names(self, place: int) -> set[str]:
        """The lists a document is in, but for derived ones."""
        held, document = self._held, self._held.documents[place]
        words, further = held.words.all, held.further.all
        names = {key for number in document.words for key, _ in self._keys(words[number])}
        names.update(further[number] for number in document.further)
        names.update(name for name in self._phrases if held.lists[name].weight(place))
        return names

    def _derived_with(self, place: int) -> list[str]:
        lists = self._held.lists
        return [name for name in self._held.parts if name in lists and lists[name].weight(place)]

    def _renumber(self, ordinals: Sequence[int]) -> None:
        held = self._held
        for found in held.lists.values():
            found.renumber(ordinals)
        held.texts.clear()

    def _relevel(self, place: int, length: int) -> None:
        """Forget the texts that would say another impact of a document of another length."""
        before, after = self._impacts.table(length), self._impacts.tables[place]
        if before == after:
            return
        lists, texts = self._held.lists, self._held.texts
        for name in (*self._names(place), *self._derived_with(place)):
            weight = lists[name].weight(place)
            if before[weight] != after[weight]:
                texts.pop(name, None)


def kept_places(old: Sequence[bytes], new: Sequence[bytes]) -> list[tuple[int, int]]:
    """Places (old, new) of what is in both and stays in order: the most that can stay."""
    places = {digest: place for place, digest in enumerate(old)}
    both = [(places.pop(each), at) for at, each in enumerate(new) if each in places]
    if all(one[0] < other[0] for one, other in pairwise(both)):
        return both
    # The longest rising run, each member with the one it is reached from.
    ends: list[int] = []
    members: list[int] = []
    reached: list[int] = []
    for index, (place, _) in enumerate(both):
        at = bisect_left(ends, place)
        reached.append(members[at - 1] if at else -1)
        ends[at:] = [place, *ends[at + 1 :]]
        members[at:] = [index, *members[at + 1 :]]
    kept = []
    index = members[-1]
    while index >= 0:
        kept.append(both[index])
        index = reached[index]
    return kept[::-1]


def _weights(content: Content) -> Mapping[str, int]:
    return content.keys | {PHRASE + phrase: w for phrase, w in content.phrases.items()}


def _nothing(digest: bytes) -> Document:
    return Document(digest, 0, array("I"), array("I"))
