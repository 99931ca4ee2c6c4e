"""The complete site as values: path → content."""

import hashlib
import itertools
import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cached_property

from catalogue.browse.files import indexed, indexing, shown_files
from catalogue.colours import coloured
from catalogue.export.as_json import json_bytes
from catalogue.export.downloads import Published
from catalogue.export.open_data import OpenData, open_data
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
from catalogue.pages.groups import indicators, regions, themes
from catalogue.pages.open_data import data, data_dictionary
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
from catalogue.portion import Finished, portions, shared_out
from catalogue.search.kept import WordCaches
from catalogue.settings import Settings
from catalogue.submit.files import form_file, submit_files

SCRIPT = "script."
PageMaker = Callable[[Frame, Sequence[Published]], Iterator[Page]]


def pages(frame: Frame, files: Sequence[Published] | None = None) -> Iterator[Page]:
    """Yield every generated page, ready for screen and paper.

    `files` are the downloads of the open data; without them they are made to be measured.
    """
    own = (practice(frame, entry) for entry in frame.catalogue.entries)
    return itertools.chain((printable(frame, page) for page in own), gathering(frame, files))


def gathering(frame: Frame, files: Sequence[Published] | None = None) -> Iterator[Page]:
    """Yield every generated page but those of the practices."""
    return (printable(frame, page) for page in _pages(frame, files))


def _pages(frame: Frame, files: Sequence[Published] | None) -> Iterator[Page]:
    yield home(frame)
    yield from practice_list(frame)
    yield comparison(frame)
    yield from themes(frame)
    yield from regions(frame)
    yield from indicators(frame)
    yield overview(frame)
    yield from tables(frame)
    yield from awards(frame)
    yield submit(frame)
    yield field_reference(frame)
    yield review(frame)
    yield data(frame, files)
    yield data_dictionary(frame)
    yield stored(frame)
    if not frame.prefix:
        yield not_found(frame)
    yield from redirects(frame)
    yield from removed(frame)


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

    @property
    def folder(self) -> str:
        """The folder of the assets, from the root of the site."""
        return posixpath.commonpath(self.assets)

    def pages(self) -> Iterator[Page]:
        """Yield every page."""
        return self._described(pages)

    def _described(self, make: PageMaker) -> Iterator[Page]:
        for frame in self.frames:
            describer = Describer(frame)
            generated = make(frame, self.data.published)
            for page in itertools.chain(generated, self.written.in_language(frame)):
                yield describer.described(page)

    def others(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file that is neither page nor index: data, assets, headers."""
        yield from self.data.files.items()
        yield HEADERS_FILE, headers().encode()
        yield from submit_files(self.frame).items()
        yield from feed_files(self.frame)
        yield GENERAL, drawn_picture(of_catalogue(self.frame))
        for frame in self.frames:
            yield frame.address(TEMPLATE_FILE), round_template(frame).encode()
            yield from shown_files(frame)
        for frame in self.frames[1:]:
            yield form_file(frame)
        yield from self.assets.items()

    def published(self, executor: Executor | None = None) -> Iterator[tuple[str, bytes]]:
        """Yield every file of the site by its path, in no order that matters.

        With `executor` (a pool of processes, or a cluster's) others make the practices' pages and
        the search index meanwhile; the files are the same.
        """
        index = indexing(self.frame, self.kept)
        indexes = executor.submit(indexed, index) if executor else None
        found: list[Listed] = []
        of_practices: list[Listed] = []
        for item in shared_out(portions(self.frame, self.folder), executor, self._gathered(found)):
            if isinstance(item, Finished):
                of_practices += item.found
                yield from item.files
            else:
                yield item
        yield from sitemap_files(self.frame.settings, [*found, *of_practices])
        yield from self._kept(indexes.result() if indexes else indexed(index))

    def _gathered(self, found: list[Listed]) -> Iterator[tuple[str, bytes]]:
        """Everything but the practices' pages and the index; `found` gets what is to be found."""
        shells = {frame.texts.language: Shell(frame, self.folder) for frame in self.frames}
        for page in self._described(gathering):
            found += listed(page)
            yield page.file, shells[page.language].html(page).encode()
        yield from self.others()

    def _kept(self, index: tuple[Mapping[str, bytes], WordCaches]) -> Iterator[tuple[str, bytes]]:
        """The files of the index; the words learnt with it are kept."""
        files, words = index
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
        yield from self._kept(indexed(indexing(self.frame, self.kept)))
        yield from elsewhere.files(self.styled, self.folder).items()
