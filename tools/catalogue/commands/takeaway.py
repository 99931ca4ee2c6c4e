"""The whole site as one file or two, made with it and offered on its page of open data."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from catalogue.commands.chromium import found_chromium
from catalogue.commands.handbook import printed
from catalogue.commands.outcome import CannotRunError
from catalogue.commands.progress import step
from catalogue.messages import messages
from catalogue.offline.archive import files, write_archive
from catalogue.offline.takeaway import ARCHIVE, HANDBOOK, file_of
from catalogue.settings import Settings
from catalogue.site import Site


def wanted(given: argparse.Namespace) -> Sequence[str]:
    """Return the kinds of files that the command line asks for, the archive last.

    Raises:
        CannotRunError: They are of no use with what is built, or cannot be made here.
    """
    kinds = [kind for kind, on in ((HANDBOOK, given.handbook), (ARCHIVE, given.archive)) if on]
    if kinds and given.docs_only:
        raise CannotRunError(messages().get("cli.build.served-only"))
    if HANDBOOK in kinds:
        found_chromium()
    return kinds


def offering(site: Site, kinds: Sequence[str]) -> Site:
    """Return `site` with links to its files of `kinds`."""
    names = {kind: file_of(site.frame.settings, kind) for kind in kinds}
    return replace(site, frame=replace(site.frame, takeaways=names)) if names else site


def write_takeaways(site: Site, folder: Path) -> None:
    """Add to the finished site in `folder` the files that it offers of itself.

    The handbook comes first, so that the archive has it too. The archive is made of the files as
    they were written: no page is rendered twice, and one file at a time is held in memory.
    """
    for kind, name in site.frame.takeaways.items():
        if kind == HANDBOOK:
            step("handbook")
            (folder / name).write_bytes(printed(site))
        else:
            pack(folder, name, site.folder, site.frame.settings)


def handbook_file(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the handbook, where `site` offers one."""
    if name := site.frame.takeaways.get(HANDBOOK):
        step("handbook")
        yield name, printed(site)


def pack(folder: Path, name: str, assets: str, settings: Settings) -> None:
    """Add to the finished site in `folder` the archive `name` of its files."""
    paths = [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()]
    read = lambda path: (folder / path).read_bytes()  # noqa: E731
    step("archive")
    with (folder / name).open("wb") as target:
        write_archive(target, Path(name).stem, files(paths, read, assets, settings))
