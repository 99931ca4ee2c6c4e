"""Writing a site of which only a part was made anew, and remembering what it was made of."""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
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
    ledger, folders = Ledger(), set[str]()
    # Paths as texts: there are tens of thousands, and `Path` takes longer than the writing.
    into, before = f"{new}/", f"{old}/"
    for piece in pieces:
        was = {**piece.was, **piece.lying}
        for name in piece.was:
            _keep(before + name, _placed(into, name, folders))
        for name, data in piece.made:
            was[name] = _written(_placed(into, name, folders), data)
        if piece.key:
            ledger[piece.name] = Piece(piece.name, piece.key, piece.found, (), was)
    return ledger


def write_into(new: Path, files: Iterable[tuple[str, bytes]]) -> Mapping[str, str]:
    """Write `files` into the new site `new`, and return what tells each if it is not touched.

    Raises:
        OSError: The system does not let them be written.
    """
    into, folders = f"{new}/", set[str]()
    return {name: _written(_placed(into, name, folders), data) for name, data in files}


def _placed(into: str, name: str, folders: set[str]) -> str:
    """The path of the file `name`, whose folder is made unless it is among `folders`."""
    folder = name.rpartition("/")[0]
    if folder not in folders:
        os.makedirs(into + folder, exist_ok=True)  # noqa: PTH103
        folders.add(folder)
    return into + name


def _written(path: str, data: bytes) -> str:
    """The signature of the file at `path`, written with `data`."""
    with open(path, "wb", buffering=0) as file:  # noqa: PTH123
        left = memoryview(data)
        while left:
            left = left[file.write(left) :]
        return _signature_of(os.fstat(file.fileno()))


def _keep(old: str, new: str) -> None:
    """One file in both folders; where the file system has no links, a copy with its times."""
    try:
        os.link(old, new)
    except (OSError, NotImplementedError):
        shutil.copy2(old, new)


def _inside(file: str) -> bool:
    """Whether `file` lies below the site, whoever wrote the ledger."""
    path = PurePosixPath(file)
    return not path.is_absolute() and ".." not in path.parts


def _signature(path: Path) -> str:
    """What changes when a file is written; "" where there is none."""
    with contextlib.suppress(OSError):
        return _signature_of(path.lstat())
    return ""


def _signature_of(found: os.stat_result) -> str:
    return f"{found.st_size}-{found.st_mtime_ns}"
