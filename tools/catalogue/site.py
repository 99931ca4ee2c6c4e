"""The complete site as values: path → content."""

import hashlib
import itertools
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import cached_property, partial

from catalogue.browse.files import compared_file, indexed, indexing, shown_files
from catalogue.colours import coloured
from catalogue.export.as_json import json_bytes
from catalogue.export.downloads import DOWNLOADS, FOLDER, Download, Published, published
from catalogue.export.open_data import OpenData, descriptions, open_data
from catalogue.feeds.feed import feeds
from catalogue.feeds.files import feed_files
from catalogue.headers import FILE as HEADERS_FILE
from catalogue.headers import headers
from catalogue.messages import messages
from catalogue.pages import elsewhere
from catalogue.pages.comparisons import tables
from catalogue.pages.described import Describer
from catalogue.pages.footnotes import printable
from catalogue.pages.frame import Frame
from catalogue.pages.front import field_reference, home, not_found, stored, submit
from catalogue.pages.groups import indicators, models, regions, themes
from catalogue.pages.lot import Lot, pages_of
from catalogue.pages.open_data import data, data_dictionary, data_folder
from catalogue.pages.overview import overview
from catalogue.pages.page import Page
from catalogue.pages.picture import (
    GENERAL,
    drawn_picture,
    of_catalogue,
    of_practice,
    picture_path,
)
from catalogue.pages.practices import comparison, practice, practice_list
from catalogue.pages.redirects import redirects
from catalogue.pages.removed import removed
from catalogue.pages.review import review
from catalogue.pages.rounds import TEMPLATE_FILE, awards, round_template
from catalogue.pages.shell import Shell
from catalogue.pages.sitemap import Listed, listed, sitemap_files
from catalogue.pages.written import Written
from catalogue.portion import Finished, Portion, Processes, portions, shared_out
from catalogue.renewal import Keys, Piece, without_key
from catalogue.search.kept import WordCaches
from catalogue.settings import Settings
from catalogue.submit.files import form_file, original_file

SCRIPT = "script."
# Names of pieces: what the scripts of a language fetch but for the index, and all feeds.
FETCHED = "haettavat"
FEEDS = "syötteet"
Indexed = tuple[Mapping[str, bytes], WordCaches]


def pages(frame: Frame, files: Sequence[Published] | None = None) -> Iterator[Page]:
    """Yield every generated page, ready for screen and paper.

    `files` are the downloads of the open data; without them they are made to be measured.
    """
    own = (practice(frame, entry) for entry in frame.catalogue.entries)
    return (printable(frame, page) for page in itertools.chain(own, pages_of(lots(frame, files))))


def lots(frame: Frame, files: Sequence[Published] | None = None) -> Iterator[Lot]:
    """Yield every generated page but those of the practices, in lots."""
    every = frame.catalogue.entries
    yield Lot("", lambda: [home(frame)], every)
    yield from practice_list(frame)
    yield from themes(frame)
    yield from regions(frame)
    yield from models(frame)
    yield from indicators(frame)
    yield Lot("yleiskuva/", lambda: [overview(frame)], every)
    yield from tables(frame)
    yield from awards(frame)
    described = None if files is None else every
    open_pages = lambda: [data(frame, files), data_dictionary(frame)]  # noqa: E731
    # Which download it is tells its name: what makes it is another thing in every process.
    sizes = tuple((file.download.name, file.size, file.sha256) for file in files or ())
    yield Lot("avoin-data/", open_pages, described, sizes)
    yield Lot("muut", partial(_others, frame), ())
    yield from redirects(frame)
    yield from removed(frame)


def _others(frame: Frame) -> Iterator[Page]:
    """The pages that say nothing of any practice."""
    yield comparison(frame)
    yield submit(frame)
    yield field_reference(frame)
    yield review(frame)
    yield stored(frame)
    yield data_folder(frame)
    if not frame.prefix:
        yield not_found(frame)


def script_files(language: str, settings: Settings | None = None) -> Mapping[str, bytes]:
    """Return what scripts read beside themselves: the texts under `script.`."""
    texts = (settings.texts(language) if settings else messages(language)).texts
    own = {key.removeprefix(SCRIPT): text for key, text in texts.items() if key.startswith(SCRIPT)}
    return {f"messages.{language}.json": json_bytes(own)}


@dataclass(frozen=True)
class Site:
    """Everything that is published, made piece by piece as it is asked for.

    Attributes:
        frame: The catalogue with its texts and settings.
        written: The pages written by hand.
        theme: Scripts, styles and their like by name, as they lie in the repository.
        kept: The words analysed so far, for the search index.
    """

    frame: Frame
    written: Written
    theme: Mapping[str, bytes]
    kept: WordCaches

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """The catalogue in each language in which it is published, its own first."""
        return self.frame.in_every_language

    @cached_property
    def data(self) -> OpenData:
        """The open data, which all languages share."""
        return open_data(self.frame.catalogue, self.frame.settings)

    @cached_property
    def styled(self) -> Mapping[str, bytes]:
        """The theme in the catalogue's own colours."""
        return coloured(self.theme, self.frame.settings.colours)

    @cached_property
    def assets(self) -> Mapping[str, bytes]:
        """What pages load, in a folder named by its content, so that it may be kept for ever."""
        files = dict(self.styled)
        for language in self.frame.settings.published_in:
            files |= script_files(language, self.frame.settings)
        digest = hashlib.sha256()
        for name, content in sorted(files.items()):
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
        return {f"assets/{digest.hexdigest()[:12]}/{name}": data for name, data in files.items()}

    @cached_property
    def whole(self) -> Portion:
        """The pages of all practices, as work."""
        catalogue = self.frame.catalogue
        own = tuple(entry.id for entry in catalogue.entries)
        return Portion(own, catalogue, self.frame.settings, self.folder)

    @property
    def folder(self) -> str:
        """The folder of the assets, from the root of the site."""
        return posixpath.commonpath(self.assets)

    def pages(self) -> Iterator[Page]:
        """Yield every page."""
        for frame in self.frames:
            describer = Describer(frame)
            made = itertools.chain(
                pages(frame, self.data.published), self.written.in_language(frame)
            )
            yield from map(describer.described, made)

    def others(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file that is neither page nor index: feeds, data, assets, headers."""
        yield from self._feeds()
        yield from self.data.files.items()
        for frame in self.frames:
            yield from _fetched(frame)
        yield from self._unkeyed()

    def _feeds(self) -> Iterator[tuple[str, bytes]]:
        for feed in feeds(self.frame):
            yield from feed_files(self.frame, feed)

    def _unkeyed(self) -> Iterator[tuple[str, bytes]]:
        yield HEADERS_FILE, headers().encode()
        yield GENERAL, drawn_picture(of_catalogue(self.frame))
        yield from self.assets.items()

    def published(self, executor: Executor | None = None) -> Iterator[tuple[str, bytes]]:
        """Yield every file of the site by its path, in no order that matters.

        With `executor` (a pool of processes, or a cluster's) others make the practices' pages and
        the search index meanwhile; the files are the same.
        """
        return (file for piece in self.renewed({}, executor) for file in piece.made)

    def renewed(
        self, last: Mapping[str, Piece], executor: Executor | None = None
    ) -> Iterator[Piece]:
        """Yield the site piece by piece; what is as it was in `last` is given back, not made."""
        keys = Keys(self.frames, self.folder)
        index = self.index(executor)
        wanted = {entry.id: keys.practice(entry) for entry in self.frame.catalogue.entries}
        as_they_were = {
            practice: piece
            for practice, key in wanted.items()
            if (piece := last.get(_of_practice(practice))) and piece.key == key
        }
        yield from as_they_were.values()
        found = {practice: piece.found for practice, piece in as_they_were.items()}
        stale = [practice for practice in wanted if practice not in found]
        gathered: list[Listed] = []
        work = portions(replace(self.whole, own=tuple(stale)))
        meanwhile = self._gathered(keys, last, gathered)
        if executor is None:
            # What takes most memory comes first, while nothing else fills it.
            yield from meanwhile
            yield from map(without_key, index)
        for item in shared_out(self.whole, work, executor, meanwhile):
            if isinstance(item, Finished):
                for done in item.practices:
                    found[done.practice] = done.found
                    name, key = _of_practice(done.practice), wanted[done.practice]
                    yield Piece(name, key, done.found, done.files, lying=done.lying)
            else:
                yield item
        practices = (each for practice in wanted for each in found[practice])
        yield from map(without_key, sitemap_files(self.frame.settings, [*gathered, *practices]))
        yield from map(without_key, index)

    def index(self, executor: Executor | None) -> Iterator[tuple[str, bytes]]:
        """Return the files of the search index, which `executor` makes until they are asked for."""
        if executor is None:
            return self._kept(lambda: indexed(indexing(self.frame, self.kept)))
        if isinstance(executor, Processes):
            return self._kept(executor.indexed(self.kept).result)
        return self._kept(executor.submit(indexed, indexing(self.frame, self.kept)).result)

    def _gathered(
        self, keys: Keys, last: Mapping[str, Piece], found: list[Listed]
    ) -> Iterator[Piece]:
        """Everything but the practices' pages and the index; `found` gets what is to be found."""
        told: list[Published] = []
        yield from self._downloads(keys, last, told)
        for frame in self.frames:
            yield from self._gathered_in(frame, keys, last, found, told)
            name = f"{frame.texts.language} {FETCHED}"
            key = keys.everything(frame, name)
            yield _kept_or_made(name, key, last, partial(_fetched, frame))
        yield _kept_or_made(FEEDS, keys.everything(self.frame, FEEDS), last, self._feeds)
        yield from map(without_key, self._unkeyed())

    def _downloads(
        self, keys: Keys, last: Mapping[str, Piece], told: list[Published]
    ) -> Iterator[Piece]:
        """The open data; `told` gets what the page tells of each file."""
        catalogue, settings = self.frame.catalogue, self.frame.settings
        texts = settings.texts(settings.language)
        for download in DOWNLOADS:
            name = FOLDER + download.name
            key = keys.everything(self.frame, name, bodies=download.bodies)
            piece = last.get(name)
            file = _published_as(download, piece) if piece and piece.key == key else None
            if piece is None or file is None:
                content = download.make(catalogue, settings, texts)
                file = published(download, content)
                piece = Piece(name, key, ((str(file.size), file.sha256),), ((name, content),))
            told.append(file)
            yield piece
        yield from map(without_key, descriptions(catalogue, settings, told))

    def gathered_in(self, frame: Frame, found: list[Listed]) -> Iterator[tuple[str, bytes]]:
        """Yield the pages in the language of `frame`, but those of the practices.

        `found` gets what the sitemap says of them.
        """
        keys = Keys(self.frames, self.folder)
        pieces = self._gathered_in(frame, keys, {}, found, self.data.published)
        return (file for piece in pieces for file in piece.made)

    def _gathered_in(
        self,
        frame: Frame,
        keys: Keys,
        last: Mapping[str, Piece],
        found: list[Listed],
        told: Sequence[Published],
    ) -> Iterator[Piece]:
        describer, shell = Describer(frame), Shell(frame, self.folder)
        by_hand = Lot("tietoa", lambda: self.written.in_language(frame))
        for lot in itertools.chain(lots(frame, told), [by_hand]):
            name, key = f"{frame.texts.language} {lot.name}", keys.lot(frame, lot)
            piece = last.get(name) if key else None
            if piece is None or piece.key != key:
                paged = lot.make()
                if lot is not by_hand:
                    paged = (printable(frame, page) for page in paged)
                made = [describer.described(page) for page in paged]
                files = tuple((page.file, shell.html(page).encode()) for page in made)
                piece = Piece(name, key, tuple(x for page in made for x in listed(page)), files)
            found += piece.found
            yield piece

    def _kept(self, made: Callable[[], Indexed]) -> Iterator[tuple[str, bytes]]:
        """The files of the index; the words learnt with it are kept."""
        files, words = made()
        self.kept.take(words)
        yield from files.items()

    def documents(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file from which another engine makes a site."""
        found: list[Listed] = []
        for page in self.pages():
            found += listed(page)
            if page.indexed:
                yield page.path, elsewhere.markdown(page).encode()
        yield from sitemap_files(self.frame.settings, found)
        yield from self.others()
        for entry in self.frame.catalogue.entries:
            yield picture_path(entry.id), drawn_picture(of_practice(self.frame, entry))
            yield original_file(entry)
            yield from (compared_file(frame, entry) for frame in self.frames)
        yield from self.index(None)
        yield from elsewhere.files(self.styled, self.folder).items()


def _fetched(frame: Frame) -> Iterator[tuple[str, bytes]]:
    """What readers fetch in the language of `frame`: facets and cards, forms and their template."""
    yield from shown_files(frame)
    yield frame.address(TEMPLATE_FILE), round_template(frame).encode()
    yield form_file(frame)


def _kept_or_made(
    name: str,
    key: str,
    last: Mapping[str, Piece],
    files: Callable[[], Iterable[tuple[str, bytes]]],
) -> Piece:
    """The piece `name` as it was in `last`, or with `files` where it was of another key."""
    piece = last.get(name)
    return piece if piece and piece.key == key else Piece(name, key, (), tuple(files()))


def _published_as(download: Download, piece: Piece) -> Published | None:
    """What `piece` tells of a file of the open data; None where it was not written by us."""
    match piece.found:
        case ((size, digest),) if size.isdecimal():
            return Published(download, int(size), digest)
    return None


def _of_practice(name: str) -> str:
    return f"kaytannot/{name}"
