"""Writing files so that nothing half-written is ever left where something whole was."""

import contextlib
import ctypes
import glob
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from catalogue.commands.outcome import CannotRunError
from catalogue.messages import messages

# Tells a folder that this command may replace from one that holds somebody's work.
MARK = ".catalogue-generated"


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` at once: the old file stands until the new one is complete.

    A link is followed. What is no ordinary file (a pipe, a device) is written to.

    Raises:
        CannotRunError: The system does not let it be written.
    """
    try:
        place = path.resolve()
        if place.exists() and not place.is_file():
            place.write_bytes(data)
            return
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(0o644)
            Path(name).replace(place)
        except BaseException:
            Path(name).unlink()
            raise
    except OSError as error:
        raise unwritable(path, error) from error


def write_tree(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write `files` (relative path and content) below `folder`, each as it comes.

    Raises:
        OSError: The system does not let them be written.
    """
    # Paths as texts: there may be thousands, and `Path` takes longer than the writing.
    below = f"{folder}/"
    for name, data in files:
        try:
            file = open(below + name, "wb")  # noqa: PTH123, SIM115
        except FileNotFoundError:
            os.makedirs(below + name.rpartition("/")[0], exist_ok=True)  # noqa: PTH103
            file = open(below + name, "wb")  # noqa: PTH123, SIM115
        with file:
            file.write(data)


def move_below(folder: Path, name: str, to: str) -> None:
    """Rename the file `name` below `folder`; a folder that is missing on the way is made.

    Raises:
        OSError: There is no such file, or the system does not let it be moved.
    """
    was, file = f"{folder}/{name}", f"{folder}/{to}"
    try:
        os.rename(was, file)  # noqa: PTH104
    except FileNotFoundError:
        os.makedirs(file.rpartition("/")[0], exist_ok=True)  # noqa: PTH103
        os.rename(was, file)  # noqa: PTH104


def save_cache(folder: Path, files: Mapping[str, bytes]) -> None:
    """Keep `files` in `folder` for the next build; a cache that cannot be kept is no fault.

    A link is not followed: it may have come with the content, and lead anywhere.
    """
    if folder.is_symlink():
        return
    with contextlib.suppress(OSError, CannotRunError):
        if files:
            folder.mkdir(exist_ok=True)
        for name, data in files.items():
            write_whole(folder / name, data)


def neighbour(path: Path, word: str) -> Path:
    """Make and return a new empty folder beside `path`, on the same file system.

    Raises:
        CannotRunError: The system does not let it be made.
    """
    try:
        return Path(tempfile.mkdtemp(dir=path.absolute().parent, prefix=f"{path.name}.{word}-"))
    except OSError as error:
        raise unwritable(path, error) from error


@contextlib.contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Give a new folder beside `target`; what has not taken its place in the end is removed.

    Raises:
        CannotRunError: The system does not let it be written.
    """
    new = neighbour(target, "new")
    try:
        yield new
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotRunError(
            messages().get("cli.writing-site", path=target, reason=reason)
        ) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def replaceable(path: Path, sign: str, said: str = "cli.not-empty") -> Path:
    """Return the folder at `path`, in whose place what a command makes may be put.

    A link is followed: it is the folder that is replaced.

    Args:
        path: Where it is to be put.
        sign: A file by which to know what the command made before.
        said: The key of what is said where there is something else.

    Raises:
        CannotRunError: There is something else, which nobody asked to have deleted.
    """
    folder = path.resolve() if path.is_symlink() else path
    try:
        empty = not folder.is_dir() or not any(folder.iterdir())
        known = empty or (folder / sign).is_file()
    except OSError as error:
        raise unwritable(path, error) from error
    if not known:
        raise CannotRunError(messages().get(said, path=path))
    if folder.exists() and not folder.is_dir():
        raise CannotRunError(messages().get("cli.not-a-folder", path=path))
    return folder


def remove_remains(path: Path) -> None:
    """Remove the new folders beside `path` that a killed build left behind."""
    left = re.compile(re.escape(path.name) + r"\.(new|made)-[a-z0-9_]{8}")
    for folder in path.absolute().parent.glob(f"{glob.escape(path.name)}.*"):
        if left.fullmatch(folder.name) and folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)


def replace_folder(new: Path, old: Path) -> None:
    """Put the folder `new` in the place of `old`, which may not exist.

    Where the system can swap two folders at once, there is no moment without a whole site.
    Elsewhere it takes two renames: between them nothing has been deleted yet, so that a build that
    dies there leaves both, and the next one puts the old one back (`restore_folder`).

    Raises:
        CannotRunError: The system does not let it be replaced.
    """
    away = old.with_name(f"{old.name}.old")
    try:
        new.chmod(0o755)
        if old.exists() and swapped(new, old):
            shutil.rmtree(new, ignore_errors=True)
            return
        if old.exists():
            if away.exists():
                shutil.rmtree(away)
            old.rename(away)
        new.rename(old)
    except OSError as error:
        restore_folder(old)
        raise unwritable(old, error) from error
    shutil.rmtree(away, ignore_errors=True)


def swapped(one: Path, other: Path) -> bool:
    """Let two paths change places at once; return whether the system can (Linux's renameat2)."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except (OSError, TypeError, AttributeError):
        return False
    here, exchange = -100, 2
    paths = (os.fsencode(one.absolute()), os.fsencode(other.absolute()))
    return bool(rename(here, paths[0], here, paths[1], exchange) == 0)


def restore_folder(folder: Path) -> None:
    """Put back the folder that a build died on the way of replacing."""
    away = folder.with_name(f"{folder.name}.old")
    if away.exists() and not folder.exists():
        away.rename(folder)


def unwritable(path: Path, error: OSError) -> CannotRunError:
    """Return the error that tells that `path` could not be written, and what the system says."""
    reason = error.strerror or str(error)
    return CannotRunError(messages().get("cli.writing", path=path, reason=reason))
