"""The complete site as values: path → content."""

import hashlib
import itertools
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from catalogue.browse.files import browse_files, shown_files
from catalogue.catalogue import Catalogue
from catalogue.export.as_json import json_bytes
from catalogue.export.downloads import Published
from catalogue.export.open_data import OpenData, open_data
from catalogue.feeds.files import feed_files
from catalogue.headers import FILE as HEADERS_FILE
from catalogue.headers import headers
from catalogue.messages import messages
from catalogue.pages.comparisons import tables
from catalogue.pages.described import Describer
from catalogue.pages.footnotes import printable
from catalogue.pages.frame import Frame
from catalogue.pages.front import field_reference, home, not_found, stored, submit
from catalogue.pages.groups import indicators, regions, themes
from catalogue.pages.open_data import data, data_dictionary
from catalogue.pages.overview import overview
from catalogue.pages.page import Page
from catalogue.pages.picture import drawn_picture, pictures
from catalogue.pages.practices import comparison, practice, practice_list
from catalogue.pages.redirects import redirects
from catalogue.pages.removed import removed
from catalogue.pages.review import review
from catalogue.pages.rounds import TEMPLATE_FILE, awards, round_template
from catalogue.pages.shell import Shell
from catalogue.pages.sitemap import Listed, listed, sitemap_files
from catalogue.pages.written import Written
from catalogue.search.kept import WordCaches
from catalogue.settings import Settings
from catalogue.submit.files import form_file, submit_files

SCRIPT = "script."


def pages(frame: Frame, files: Sequence[Published] | None = None) -> Iterator[Page]:
    """Yield every generated page, ready for screen and paper.

    `files` are the downloads of the open data; without them they are made to be measured.
    """
    return (printable(frame, page) for page in _pages(frame, files))


def _pages(frame: Frame, files: Sequence[Published] | None) -> Iterator[Page]:
    yield home(frame)
    yield from practice_list(frame)
    yield comparison(frame)
    for entry in frame.catalogue.entries:
        yield practice(frame, entry)
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


def script_files(language: str) -> Mapping[str, bytes]:
    """Return what scripts read beside themselves: the texts under `script.`."""
    texts = messages(language).texts
    own = {key.removeprefix(SCRIPT): text for key, text in texts.items() if key.startswith(SCRIPT)}
    return {f"messages.{language}.json": json_bytes(own)}


def frame_of(catalogue: Catalogue, settings: Settings) -> Frame:
    """Return the frame in the catalogue's own language."""
    return Frame(catalogue, settings, messages(settings.language))


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
        others = self.frame.settings.published_in[1:]
        return (self.frame, *(self.frame.in_language(language) for language in others))

    @cached_property
    def data(self) -> OpenData:
        """The open data, which all languages share."""
        return open_data(self.frame.catalogue, self.frame.settings)

    @cached_property
    def assets(self) -> Mapping[str, bytes]:
        """What pages load, in a folder named by its content, so that it may be kept for ever."""
        files = dict(self.theme)
        for language in self.frame.settings.published_in:
            files |= script_files(language)
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
        for frame in self.frames:
            describer = Describer(frame)
            generated = pages(frame, self.data.published)
            for page in itertools.chain(generated, self.written.in_language(frame)):
                yield describer.described(page)

    def others(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file that is no page: data, search index, assets, headers."""
        yield from self.data.files.items()
        yield HEADERS_FILE, headers().encode()
        yield from browse_files(self.frame, self.kept.analyser).items()
        yield from submit_files(self.frame).items()
        yield from feed_files(self.frame)
        for path, content in pictures(self.frame):
            yield path, drawn_picture(content)
        for frame in self.frames:
            yield frame.address(TEMPLATE_FILE), round_template(frame).encode()
        for frame in self.frames[1:]:
            yield from shown_files(frame)
            yield form_file(frame)
        yield from self.assets.items()

    def published(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file of the site by its path."""
        shells = {frame.texts.language: Shell(frame, self.folder) for frame in self.frames}
        found: list[Listed] = []
        for page in self.pages():
            found += listed(page)
            yield page.file, shells[page.language].html(page).encode()
        yield from sitemap_files(self.frame.settings, found)
        yield from self.others()

    def documents(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file from which another engine makes a site."""
        found: list[Listed] = []
        for page in self.pages():
            found += listed(page)
            if page.indexed:
                yield page.path, page.markdown().encode()
        yield from sitemap_files(self.frame.settings, found)
        yield from self.others()
