"""The complete site as values: path → content."""

import hashlib
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from catalogue.browse.files import browse_files
from catalogue.catalogue import Catalogue
from catalogue.export.as_csv import outcomes_csv, practices_csv
from catalogue.export.as_json import as_json, json_bytes
from catalogue.export.as_xlsx import as_xlsx
from catalogue.export.schema import practice_schema
from catalogue.headers import FILE as HEADERS_FILE
from catalogue.headers import headers
from catalogue.messages import messages
from catalogue.pages.comparisons import tables
from catalogue.pages.footnotes import printable
from catalogue.pages.frame import Frame
from catalogue.pages.front import data, field_reference, home, not_found, stored, submit
from catalogue.pages.groups import indicators, regions, themes
from catalogue.pages.overview import overview
from catalogue.pages.page import Page
from catalogue.pages.practices import comparison, practice, practice_list
from catalogue.pages.redirects import redirects
from catalogue.pages.review import review
from catalogue.pages.rounds import TEMPLATE_FILE, awards, round_template
from catalogue.pages.shell import Shell
from catalogue.pages.written import Written
from catalogue.search.kept import WordCaches
from catalogue.settings import Settings
from catalogue.submit.files import submit_files

SCRIPT = "script."


def pages(frame: Frame) -> Iterator[Page]:
    """Yield every generated page, ready for screen and paper."""
    return (printable(frame, page) for page in _pages(frame))


def _pages(frame: Frame) -> Iterator[Page]:
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
    yield data(frame)
    yield stored(frame)
    yield not_found(frame)
    yield from redirects(frame)


def data_files(catalogue: Catalogue, language: str) -> Mapping[str, bytes]:
    """Return the open data under `data/`."""
    texts = messages(language)
    return {
        "data/practices.json": as_json(catalogue),
        "data/practices.csv": practices_csv(catalogue),
        "data/outcomes.csv": outcomes_csv(catalogue),
        "data/practices.xlsx": as_xlsx(catalogue, texts),
        "data/practice.schema.json": json_bytes(practice_schema(catalogue.registry, texts)),
    }


def script_files(language: str) -> Mapping[str, bytes]:
    """Return what scripts read beside themselves: the texts under `script.`."""
    texts = messages(language).texts
    own = {key.removeprefix(SCRIPT): text for key, text in texts.items() if key.startswith(SCRIPT)}
    return {"messages.json": json_bytes(own)}


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
    def assets(self) -> Mapping[str, bytes]:
        """What pages load, in a folder named by its content, so that it may be kept for ever."""
        files = {**self.theme, **script_files(self.frame.settings.language)}
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
        yield from pages(self.frame)
        yield from self.written.pages

    def others(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file that is no page: data, search index, assets, headers."""
        settings = self.frame.settings
        yield from data_files(self.frame.catalogue, settings.language).items()
        yield TEMPLATE_FILE, round_template(self.frame).encode()
        yield HEADERS_FILE, headers().encode()
        yield from browse_files(self.frame, self.kept.analyser).items()
        yield from submit_files(self.frame).items()
        yield from self.assets.items()

    def published(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file of the site by its path."""
        shell = Shell(self.frame, self.folder)
        for page in self.pages():
            yield page.file, shell.html(page).encode()
        yield from self.others()

    def documents(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file from which another engine makes a site."""
        for page in self.pages():
            if page.indexed:
                yield page.path, page.markdown().encode()
        yield from self.others()
