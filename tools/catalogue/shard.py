"""A part of the site, made apart from the others, and what has to be known to put them together.

The pieces of the work are told by the catalogue alone, and so is whose they are: every machine
works it out for itself and comes to the same. A piece is the pages of a few practices (a portion),
the other pages in one language, the files that are no pages, or the search index.
"""

import hashlib
import heapq
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from pydantic import Field

from catalogue.checked import Inputs
from catalogue.messages import Messages
from catalogue.messages.own import FOLDER as TEXTS
from catalogue.model.values import Record
from catalogue.pages.sitemap import Listed
from catalogue.portion import SIZE, Finished, portions, shared_out
from catalogue.problem import Problem
from catalogue.program import program_digest
from catalogue.settings import Settings
from catalogue.site import Site

# The manifest, beside the files of the part. No hidden file: upload-artifact leaves those out.
MANIFEST = "catalogue-shard.json"
FORMAT = 1
_MOST = 9_999
_WRITTEN = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")
# How long each piece takes, in hundredths of the time of one practice's page and picture: measured
# on synthetic catalogues, where gathering also has pages that there are without any practice.
_PAGE = 100
_GATHERING = 32
_GATHERING_AT_LEAST = 4_000
_OTHERS = 12
_INDEX = 35


@dataclass(frozen=True, slots=True)
class Shard:
    """The part `number` (from 1) of `of` parts."""

    number: int
    of: int

    @classmethod
    def written(cls, text: str) -> "Shard | None":
        """Return the shard that `text`, as `2/3`, names; None where it names none."""
        found = _WRITTEN.fullmatch(text)
        shard = cls(int(found[1]), int(found[2])) if found else None
        return shard if shard and 1 <= shard.number <= shard.of else None


class MadeFrom(Record):
    """What a site is made from: parts that have it alike fit together. All but the day are SHA-256.

    Attributes:
        content: The practices, the registry, the pages written by hand, styles and own texts.
        history: What git tells of the content.
        settings: `catalogue.yml`, and what the publisher says of the place of publication.
        program: This program and what it stands on.
        day: The day on which the content was looked at.
    """

    content: str
    history: str
    settings: str
    program: str
    day: str


class Checksum(Record):
    """How many files there are, and the SHA-256 of all their names and contents."""

    count: int
    sha256: str


class Promised(Record):
    """A link from a page written by hand, and the problem that it is if its page is not there."""

    url: str
    problem: Problem


class Manifest(Record):
    """What a part tells of itself.

    Attributes:
        format: The version of this form.
        shard: Which part it is, from 1.
        of: How many parts there are.
        made_from: What all parts must have alike.
        files: Its files, the manifest apart.
        found: What the sitemap says of its pages, by the number of the piece.
        settings: The catalogue's own facts, for the sitemap.
        links: The links that are checked when all parts are together.
        assets: The folder of scripts and styles, from the root of the site.
        takeaways: The whole site as one file, by kind: what pages link to.
    """

    format: int = Field(ge=FORMAT, le=FORMAT)
    shard: int = Field(ge=1)
    of: int = Field(ge=1, le=_MOST)
    made_from: MadeFrom
    files: Checksum
    found: Mapping[int, tuple[Listed, ...]]
    settings: Settings
    links: tuple[Promised, ...]
    assets: str = Field(pattern=r"^assets/[0-9a-f]{12}$")
    takeaways: Mapping[str, str]


class Checksums:
    """Adds up the files of a part, in whatever order they come."""

    def __init__(self) -> None:
        """No file yet."""
        self._of: dict[str, bytes] = {}

    def add(self, name: str, data: bytes) -> None:
        """Add the file `name`."""
        self._of[name] = hashlib.sha256(data).digest()

    def total(self) -> Checksum:
        """Return the checksum of all that were added."""
        digest = hashlib.sha256()
        for name, own in sorted(self._of.items()):
            digest.update(name.encode() + b"\0" + own)
        return Checksum(count=len(self._of), sha256=digest.hexdigest())


def part_of(
    site: Site,
    shard: Shard,
    made_from: MadeFrom,
    texts: Messages,
    executor: Executor | None = None,
    more: Iterable[tuple[str, bytes]] = (),
) -> Iterator[tuple[str, bytes]]:
    """Yield every file of one part of `site`, those of `more` too, and last its manifest."""
    found: dict[int, Sequence[Listed]] = {}
    sums = Checksums()
    for name, data in itertools.chain(_files(site, shard, executor, found), more):
        sums.add(name, data)
        yield name, data
    frame = site.frame
    manifest = Manifest(
        format=FORMAT,
        shard=shard.number,
        of=shard.of,
        made_from=made_from,
        files=sums.total(),
        # Where the place of publication is not known there is no sitemap.
        found={n: tuple(own) for n, own in found.items()} if frame.settings.site_url else {},
        settings=frame.settings,
        links=tuple(_promised(site, texts)),
        assets=site.folder,
        takeaways=frame.takeaways,
    )
    yield MANIFEST, manifest.model_dump_json().encode()


def _files(
    site: Site, shard: Shard, executor: Executor | None, found: dict[int, Sequence[Listed]]
) -> Iterator[tuple[str, bytes]]:
    """The files of the part; `found` gets what the sitemap says of each piece."""
    languages = len(site.frames)
    first = languages + 2
    mine = share(weights(len(site.frame.catalogue.entries), languages), shard)
    index = site.index(executor) if languages + 1 in mine else ()

    def meanwhile() -> Iterator[tuple[str, bytes]]:
        for n, frame in enumerate(site.frames):
            if n in mine:
                listed: list[Listed] = []
                found[n] = listed
                yield from site.gathered_in(frame, listed)
        if languages in mine:
            yield from site.others()

    chosen = (n in mine for n in itertools.count(first))
    work = itertools.compress(portions(site.whole), chosen)
    # Portions are finished in no order that matters.
    numbers = {own: first + n // SIZE for n, own in enumerate(site.whole.own)}
    for item in shared_out(site.whole, work, executor, meanwhile()):
        if isinstance(item, Finished):
            found[numbers[item.practices[0].practice]] = item.found
            yield from item.files
        else:
            yield item
    yield from index


def weights(practices: int, languages: int) -> list[int]:
    """Return about how long each piece of the work takes, in no unit that matters.

    First come the gathering pages of each language, then the other files, the index, the portions:
    where a piece has pages, in the order in which the sitemap names them.
    """
    gathering = _GATHERING_AT_LEAST + _GATHERING * practices
    sizes = [min(SIZE, practices - start) for start in range(0, practices, SIZE)]
    return [
        *[gathering] * languages,
        _OTHERS * practices,
        _INDEX * practices,
        *(_PAGE * languages * size for size in sizes),
    ]


def share(work: Sequence[int], shard: Shard) -> frozenset[int]:
    """Return the numbers of the pieces of `work` that are for `shard`.

    The longest piece left goes to the part that has least to do: R. L. Graham, Bounds on
    Multiprocessing Timing Anomalies, 1969. No part has more than 4/3 of what it must.
    """
    loads = [(0, n) for n in range(shard.of)]
    mine: list[int] = []
    for piece in sorted(range(len(work)), key=lambda n: (-work[n], n)):
        load, part = loads[0]
        heapq.heapreplace(loads, (load + work[piece], part))
        if part == shard.number - 1:
            mine.append(piece)
    return frozenset(mine)


def _promised(site: Site, texts: Messages) -> Iterator[Promised]:
    for problem, link in zip(
        site.written.dead_links(lambda _: False, texts), site.written.links, strict=True
    ):
        yield Promised(url=link.url, problem=problem)


def listed_in_order(manifests: Iterable[Manifest]) -> list[Listed]:
    """Return what the sitemap says of the pages of all parts, in its order."""
    found = {n: own for manifest in manifests for n, own in manifest.found.items()}
    return [item for n in sorted(found) for item in found[n]]


def made_from(inputs: Inputs, site: Site) -> MadeFrom:
    """Return what `site` is made from; the files of `inputs` are read once more."""
    catalogue, settings = site.frame.catalogue, site.frame.settings
    history = (sorted(catalogue.changed.items()), sorted(catalogue.since.items()))
    return MadeFrom(
        content=_content(inputs),
        history=_sha256(repr(history).encode()),
        settings=_sha256(repr((settings.model_dump_json(), site.frame.takeaways)).encode()),
        program=program_digest(),
        day=catalogue.today.isoformat(),
    )


def _content(inputs: Inputs) -> str:
    digest = hashlib.sha256()
    texts = inputs.root / TEXTS
    for folder in (inputs.practices, inputs.registry, inputs.docs, texts, inputs.overrides):
        digest.update(b"\0\0")
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder)
            if path.is_file() and not any(part.startswith(".") for part in name.parts):
                data = path.read_bytes()
                digest.update(f"{name.as_posix()}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
