"""Writing a site of which only a part was made anew, and remembering what it was made of."""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from catalogue.renewal import Ledger, Piece


def ledger_file(target: Path) -> str:
    """Return the name, in the cache, of the ledger of the site in `target`."""
    place = os.fsencode(target.resolve())
    return f"site-{hashlib.sha256(place).hexdigest()[:12]}.json"


def read_ledger(path: Path, site: Path) -> tuple[Ledger, bool]:
    """Return the pieces of `site` that lie there as they were written, and whether `path` is sound.

    A ledger that is not whole, or is not one, is as good as none.
    """
    try:
        ledger = Ledger.from_bytes(path.read_bytes())
    except FileNotFoundError:
        return Ledger(), True
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return Ledger(), False
    untouched = {
        name: piece
        for name, piece in ledger.items()
        if all(_inside(file) and _signature(site / file) == was for file, was in piece.was.items())
    }
    return Ledger(untouched), True


def write_renewed(new: Path, old: Path, pieces: Iterable[Piece]) -> Ledger:
    """Write a site into `new`: what is as it was in `old` is the same file there.

    Raises:
        OSError: The system does not let them be written.
    """
    ledger, folders = Ledger(), set[Path]()
    for piece in pieces:
        names = [*piece.was, *(name for name, _ in piece.made)]
        for folder in {(new / name).parent for name in names} - folders:
            folder.mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        for name in piece.was:
            _keep(old / name, new / name)
        for name, data in piece.made:
            (new / name).write_bytes(data)
        if piece.key:
            was = piece.was or {name: _signature(new / name) for name, _ in piece.made}
            ledger[piece.name] = Piece(piece.name, piece.key, piece.found, (), was)
    return ledger


def _keep(old: Path, new: Path) -> None:
    """One file in both folders; where the file system has no links, a copy with its times."""
    try:
        new.hardlink_to(old)
    except (OSError, NotImplementedError):
        shutil.copy2(old, new)


def _inside(file: str) -> bool:
    """Whether `file` lies below the site, whoever wrote the ledger."""
    path = PurePosixPath(file)
    return not path.is_absolute() and ".." not in path.parts


def _signature(path: Path) -> str:
    """What changes when a file is written; "" where there is none."""
    with contextlib.suppress(OSError):
        found = path.lstat()
        return f"{found.st_size}-{found.st_mtime_ns}"
    return ""
