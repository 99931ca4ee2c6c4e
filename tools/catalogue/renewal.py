"""A site made piece by piece, where what is as it was need not be made again.

Every piece has a key: a digest of all that its files are made of. A piece whose key is the one with
which it was made before has the same files as before, byte for byte, so that a build after a small
change makes little more than what the change touches. What shows all of the catalogue has no key
and is made every time.
"""

import hashlib
import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from catalogue.changed import newest
from catalogue.entry import Entry
from catalogue.feeds.entry import updated_of
from catalogue.pages.frame import Frame
from catalogue.pages.lot import Lot
from catalogue.pages.sitemap import Listed
from catalogue.program import program_digest

FORMAT = 1
# Parts of the site whose pages tell when any practice was last changed.
_DATED = ("kaytannot/", "taulukot/", "yleiskuva/", "avoin-data/")


@dataclass(frozen=True, slots=True)
class Piece:
    """Files that are made together, made now or as they were.

    Attributes:
        name: What tells it from the other pieces.
        key: A digest of all that its files are made of; "" where it is made every time.
        found: What others say of it: of pages the sitemap, of a download its size and checksum.
        made: The files by path, if they were made now.
        was: If they were made earlier: for each file what tells that it was not touched since.
        lying: The same of files that were made now and lie in the new site already.
    """

    name: str
    key: str
    found: tuple[Listed, ...]
    made: tuple[tuple[str, bytes], ...] = ()
    was: Mapping[str, str] = field(default_factory=dict)
    lying: Mapping[str, str] = field(default_factory=dict)


def without_key(file: tuple[str, bytes]) -> Piece:
    """Return a file that is made every time as a piece."""
    return Piece(file[0], "", (), (file,))


class Ledger(dict[str, Piece]):
    """The pieces of the last site by name."""

    def to_bytes(self) -> bytes:
        """Return it for a file, with a checksum above."""
        rows = [[p.name, p.key, p.found, dict(p.was)] for p in self.values()]
        body = json.dumps([FORMAT, rows], separators=(",", ":"), ensure_ascii=False).encode()
        return hashlib.sha256(body).hexdigest().encode() + b"\n" + body

    @classmethod
    def from_bytes(cls, data: bytes) -> "Ledger":
        """Return the ledger that `data` holds.

        Raises:
            ValueError: It is not whole, or of another form.
        """
        checksum, _, body = data.partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != checksum:
            raise ValueError("checksum")
        made_in, rows = json.loads(body)
        if made_in != FORMAT:
            raise ValueError("format")
        ledger = cls(
            (name, Piece(name, key, tuple((url, time) for url, time in found), (), dict(was)))
            for name, key, found, was in rows
        )
        for piece in ledger.values():
            said = (piece.name, piece.key, *itertools.chain(*piece.found, *piece.was.items()))
            if not all(isinstance(text, str) and "\0" not in text for text in said):
                raise ValueError("values")
        return ledger


@dataclass(frozen=True)
class Keys:
    """The keys of the pieces of one site.

    Attributes:
        frames: The catalogue in each language in which it is published.
        assets: The folder of scripts and styles, which is named by its content.
    """

    frames: Sequence[Frame]
    assets: str

    def practice(self, entry: Entry) -> str:
        """Return the key of the pages, and the picture, of a practice."""
        catalogue = self.frames[0].catalogue
        related = [other for other, _ in catalogue.related(entry)]
        siblings = catalogue.outer_stamp(catalogue.siblings(entry))
        return self._key(catalogue.stamp([entry]), catalogue.outer_stamp(related), siblings)

    def lot(self, frame: Frame, lot: Lot) -> str:
        """Return the key of `lot`; "" where it is made every time."""
        if lot.about is None:
            return ""
        dated = self._newest if not lot.name or lot.name.startswith(_DATED) else ""
        # The foot of printed sheets.
        reviewed = repr(frame.catalogue.last_review)
        about = frame.catalogue.outer_stamp(lot.about)
        return self._key(frame.prefix, about, dated, reviewed, repr(lot.also))

    def everything(self, frame: Frame, name: str, bodies: bool = False) -> str:
        """Return the key of the piece `name`, which shows all practices in the language of `frame`.

        With `bodies` it shows what stands below their front matter too.
        """
        catalogue = frame.catalogue
        stamp = catalogue.stamp if bodies else catalogue.outer_stamp
        return self._key(name, frame.prefix, stamp(catalogue.entries))

    @cached_property
    def _newest(self) -> str:
        frame = self.frames[0]
        return newest(updated_of(frame, entry) for entry in frame.catalogue.entries)

    @cached_property
    def _base(self) -> "hashlib._Hash":
        """What all pieces are made of: program, registry, settings, texts, styles, and the day."""
        catalogue = self.frames[0].catalogue
        digest = hashlib.sha256()
        others = {f: c for f, c in catalogue.changed.items() if not f.startswith("practices/")}
        for part in (
            program_digest(),
            catalogue.today,
            catalogue.registry,
            self.assets,
            dict(self.frames[0].takeaways),
            others,
            *((frame.settings, dict(frame.texts.texts)) for frame in self.frames),
        ):
            digest.update(repr(part).encode() + b"\0")
        return digest

    def _key(self, *parts: str) -> str:
        digest = self._base.copy()
        digest.update("\0".join(parts).encode())
        return digest.hexdigest()[:32]
