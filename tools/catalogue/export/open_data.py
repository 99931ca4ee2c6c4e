"""All files of the open data together, since some tell the checksums of the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from catalogue.catalogue import Catalogue
from catalogue.export.dcat import catalog_files
from catalogue.export.downloads import FOLDER, SUMS, Published, made_files, published, sums_file
from catalogue.settings import Settings


@dataclass(frozen=True, slots=True)
class OpenData:
    """The files by path from the root of the site, and what the page tells of the downloads."""

    files: Mapping[str, bytes]
    published: tuple[Published, ...]


def open_data(catalogue: Catalogue, settings: Settings) -> OpenData:
    """Return every file under `data/` that holds or describes the catalogue's data."""
    made = list(made_files(catalogue, settings))
    told = tuple(published(download, content) for download, content in made)
    files = {FOLDER + download.name: content for download, content in made}
    return OpenData(files | dict(descriptions(catalogue, settings, told)), told)


def descriptions(
    catalogue: Catalogue, settings: Settings, told: Sequence[Published]
) -> Iterator[tuple[str, bytes]]:
    """Yield what describes the downloads, of which `told` tells, by path: DCAT and checksums."""
    more = catalog_files(catalogue, settings, told)
    for name, content in {**more, SUMS: sums_file(told, more)}.items():
        yield FOLDER + name, content


def measured(catalogue: Catalogue, settings: Settings) -> tuple[Published, ...]:
    """Return what the page tells of the downloads, without keeping any."""
    return tuple(published(*made) for made in made_files(catalogue, settings))
