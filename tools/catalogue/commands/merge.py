"""`catalogue build --shard` and `catalogue merge`: a site made in parts, on as many machines."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from catalogue.check.report import as_text
from catalogue.checked import Inputs
from catalogue.commands.files import (
    beside,
    remove_remains,
    replace_folder,
    replaceable,
    restore_folder,
    write_tree,
)
from catalogue.commands.lock import alone_at
from catalogue.commands.outcome import PROBLEMS, SOUND, CannotRunError
from catalogue.commands.takeaway import handbook_file, pack
from catalogue.headers import FILE as HEADERS
from catalogue.messages import messages
from catalogue.offline.takeaway import ARCHIVE, file_of
from catalogue.pages.sitemap import sitemap_files
from catalogue.problem import Problem
from catalogue.shard import (
    MANIFEST,
    Checksums,
    Manifest,
    Shard,
    listed_in_order,
    made_from,
    part_of,
)
from catalogue.site import Site


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a site as it lies in `folder`."""

    folder: Path
    manifest: Manifest


def wanted_shard(given: argparse.Namespace) -> Shard | None:
    """Return the part that the command line asks for; None where it asks for the whole.

    Raises:
        CannotRunError: It names no part, or cannot be made as asked.
    """
    t = messages().get
    if given.shard is None:
        return None
    shard = Shard.written(given.shard)
    if shard is None:
        raise CannotRunError(t("cli.shard.bad", found=given.shard))
    if given.docs_only:
        raise CannotRunError(t("cli.shard.alone"))
    return shard


def publish_part(
    site: Site, shard: Shard, inputs: Inputs, target: Path, executor: Executor | None
) -> None:
    """Write one part of `site`, and put it in the place of `target`."""
    with beside(target) as new:
        more = handbook_file(site) if shard.number == 1 else ()
        write_tree(new, part_of(site, shard, made_from(inputs, site), messages(), executor, more))
        replace_folder(new, target)


def merge(given: argparse.Namespace) -> int:
    """Put the parts of a site together, and the site in the place of the old one.

    Everything that `build` checks of the whole is checked here, once it is whole.
    """
    t = messages().get
    target = Path(given.site_dir)
    parts = [_part(Path(folder)) for folder in given.parts]
    for part in parts:
        if part.folder.resolve() == target.resolve():
            raise CannotRunError(t("cli.merge.target", path=target))
    _all_of_one(parts)
    target = replaceable(target, HEADERS)
    with alone_at(target):
        remove_remains(target)
        restore_folder(target)
        dead = _publish(parts, target)
    if dead:
        sys.stderr.write(as_text(dead))
        print(t("cli.problems", count=len(dead)), t("cli.not-built"), file=sys.stderr)
        return PROBLEMS
    print(t("cli.done", path=f"{target}/index.html"), file=sys.stderr)
    return SOUND


def _publish(parts: Sequence[Part], target: Path) -> Sequence[Problem]:
    """Write the whole site; return the dead links that stand against it."""
    first = parts[0].manifest
    with beside(target) as new:
        seen: set[str] = set()
        for part in parts:
            write_tree(new, _files(part, seen))
        found = listed_in_order(part.manifest for part in parts)
        write_tree(new, sitemap_files(first.settings, found))
        links = first.links
        dead = [link.problem for link in links if not (new / link.url / "index.html").is_file()]
        if not dead:
            if ARCHIVE in first.takeaways:
                pack(new, file_of(first.settings, ARCHIVE), first.assets, first.settings)
            replace_folder(new, target)
    return dead


def _part(folder: Path) -> Part:
    t, path = messages().get, folder / MANIFEST
    try:
        manifest = Manifest.model_validate_json(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError) as error:
        raise CannotRunError(t("cli.merge.no-manifest", path=folder, file=MANIFEST)) from error
    except OSError as error:
        raise _unreadable(path, error) from error
    except ValidationError as error:
        raise CannotRunError(t("cli.merge.bad-manifest", path=path)) from error
    if manifest.shard > manifest.of:
        raise CannotRunError(t("cli.merge.bad-manifest", path=path))
    return Part(folder, manifest)


def _all_of_one(parts: Sequence[Part]) -> None:
    """Raise CannotRunError unless `parts` are all the parts of one site, each once."""
    t = messages().get
    first = parts[0]
    by_number: dict[int, Part] = {}
    for part in parts:
        own, whole = part.manifest, first.manifest
        names = {"path": first.folder, "other": part.folder}
        if own.of != whole.of:
            numbers = {"other_number": own.shard, "other_of": own.of}
            number = {"number": whole.shard, "of": whole.of}
            raise CannotRunError(t("cli.merge.different-of", **names, **number, **numbers))
        for key in type(own.made_from).model_fields:
            if getattr(own.made_from, key) != getattr(whole.made_from, key):
                raise CannotRunError(t(f"cli.merge.differs.{key}", **names))
        if own.shard in by_number:
            names["path"] = by_number[own.shard].folder
            raise CannotRunError(t("cli.merge.doubled", number=own.shard, of=own.of, **names))
        by_number[own.shard] = part
    of = first.manifest.of
    missing = [f"{number}/{of}" for number in range(1, of + 1) if number not in by_number]
    if missing:
        listed = ", ".join(missing)
        raise CannotRunError(t("cli.merge.missing", count=len(missing), list=listed))


def _files(part: Part, seen: set[str]) -> Iterator[tuple[str, bytes]]:
    """The files of `part`, which must be those that it was made with; `seen` are the others'."""
    t, manifest = messages().get, part.manifest
    names = {"number": manifest.shard, "of": manifest.of}
    sums = Checksums()
    for path in _regular(part):
        name = path.relative_to(part.folder).as_posix()
        if name == MANIFEST:
            continue
        if name in seen:
            raise CannotRunError(t("cli.merge.damaged-file", path=path, **names))
        seen.add(name)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise _unreadable(path, error) from error
        sums.add(name, data)
        yield name, data
    found, expected = sums.total(), manifest.files
    if found.count != expected.count:
        counts = {"found": found.count, "expected": expected.count}
        raise CannotRunError(t("cli.merge.damaged", path=part.folder, **names, **counts))
    if found != expected:
        raise CannotRunError(t("cli.merge.damaged-content", path=part.folder, **names))


def _regular(part: Part) -> Iterator[Path]:
    """Every file of `part`; a link could bring in what lies outside, and there is none."""
    for folder, folders, files in os.walk(part.folder, onerror=_stop):
        for name in (*folders, *files):
            path = Path(folder, name)
            if path.is_symlink() or not (path.is_dir() or path.is_file()):
                names = {"number": part.manifest.shard, "of": part.manifest.of}
                raise CannotRunError(messages().get("cli.merge.damaged-file", path=path, **names))
        yield from (Path(folder, name) for name in files)


def _stop(error: OSError) -> None:
    raise _unreadable(Path(error.filename), error) from error


def _unreadable(path: Path, error: OSError) -> CannotRunError:
    reason = error.strerror or str(error)
    return CannotRunError(messages().get("cli.merge.unreadable", path=path, reason=reason))
