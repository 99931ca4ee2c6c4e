"""The files of the open data, declared once: the build, the page and the description follow."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from catalogue.catalogue import Catalogue
from catalogue.export.as_csv import awards_csv, outcomes_csv, practices_csv
from catalogue.export.as_json import as_json, json_bytes
from catalogue.export.as_xlsx import as_xlsx
from catalogue.export.data_schema import FILE as DATA_SCHEMA
from catalogue.export.data_schema import data_schema
from catalogue.export.dictionary import dictionary_csv
from catalogue.export.schema import practice_schema
from catalogue.messages import Messages
from catalogue.settings import Settings

FOLDER = "data/"
SUMS = "SHA256SUMS"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Make = Callable[[Catalogue, Settings, Messages], bytes]


@dataclass(frozen=True, slots=True)
class Download:
    """A file under `data/`; `open-data.file.<name>` says what it holds.

    Attributes:
        name: File name.
        media: Its IANA media type.
        file_type: Its code in the EU's file type authority table.
        data: Whether it holds the catalogue's data, rather than describes them.
        make: How it is made.
        bodies: Whether it holds the texts below the front matter.
    """

    name: str
    media: str
    file_type: str
    data: bool
    make: Make
    bodies: bool = False

    @property
    def key(self) -> str:
        """The key of its texts."""
        return self.name.replace(".", "-")


DOWNLOADS: tuple[Download, ...] = (
    Download(
        "practices.json", "application/json", "JSON", True, lambda c, s, t: as_json(c), bodies=True
    ),
    Download("practices.xlsx", SPREADSHEET, "XLSX", True, lambda c, s, t: as_xlsx(c, t)),
    Download("practices.csv", "text/csv", "CSV", True, lambda c, s, t: practices_csv(c)),
    Download("outcomes.csv", "text/csv", "CSV", True, lambda c, s, t: outcomes_csv(c)),
    Download("awards.csv", "text/csv", "CSV", True, lambda c, s, t: awards_csv(c)),
    Download(
        "dictionary.csv", "text/csv", "CSV", False, lambda c, s, t: dictionary_csv(c.registry, t)
    ),
    Download(
        DATA_SCHEMA,
        "application/json",
        "JSON",
        False,
        lambda c, s, t: json_bytes(data_schema(t, s.site_url)),
    ),
    Download(
        "practice.schema.json",
        "application/json",
        "JSON",
        False,
        lambda c, s, t: json_bytes(practice_schema(c.registry, t)),
    ),
)


@dataclass(frozen=True, slots=True)
class Published:
    """A file as it was made: how long it is in bytes, and its SHA-256 in hexadecimal."""

    download: Download
    size: int
    sha256: str


def made_files(catalogue: Catalogue, settings: Settings) -> Iterator[tuple[Download, bytes]]:
    """Yield every file with its content, one at a time."""
    texts = settings.texts(settings.language)
    for download in DOWNLOADS:
        yield download, download.make(catalogue, settings, texts)


def published(download: Download, content: bytes) -> Published:
    """Return what the page and the description tell of a file."""
    return Published(download, len(content), hashlib.sha256(content).hexdigest())


def checksums(files: Iterable[tuple[str, str]]) -> bytes:
    """Return pairs of a file name and a SHA-256 in the form that `sha256sum -c` reads."""
    return "".join(f"{digest}  {name}\n" for name, digest in files).encode()


def sums_file(files: Iterable[Published], more: Mapping[str, bytes]) -> bytes:
    """Return the checksums of `files`, and of `more` by name."""
    pairs = [(file.download.name, file.sha256) for file in files]
    others = [(name, hashlib.sha256(content).hexdigest()) for name, content in more.items()]
    return checksums([*pairs, *others])
