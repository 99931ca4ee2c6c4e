"""One build at a time to one place."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from catalogue.commands.files import unwritable
from catalogue.commands.outcome import CannotRunError
from catalogue.messages import messages

try:
    import fcntl
except ImportError:  # Windows, where nothing stands in its place.
    fcntl = None  # type: ignore[assignment]

# Windows has no such flag, and needs none.
_CLOSED_IN_CHILDREN = getattr(os, "O_CLOEXEC", 0)


@contextlib.contextmanager
def alone_at(target: Path) -> Iterator[None]:
    """Keep every other build away from `target` meanwhile.

    The system lets go of the lock when the process dies, however it dies.

    Raises:
        CannotRunError: Another build is at work there, or the system does not let it be written.
    """
    path = target.absolute().with_name(f".{target.name}.lock")
    handle = _locked(path, target)
    # Another may have ended, and taken its file away, after this one opened it.
    while not _lies_at(handle, path):
        os.close(handle)
        handle = _locked(path, target)
    try:
        yield
    finally:
        if fcntl:
            path.unlink(missing_ok=True)
        os.close(handle)
        if not fcntl:
            # Windows lets nobody remove a file that is open, in this process or in another.
            with contextlib.suppress(PermissionError):
                path.unlink(missing_ok=True)


def _locked(path: Path, target: Path) -> int:
    """Open the file and lock it."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | _CLOSED_IN_CHILDREN, 0o644)
    except OSError as error:
        raise unwritable(target, error) from error
    try:
        if fcntl:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        raise CannotRunError(messages().get("cli.locked", path=target)) from error
    return handle


def _lies_at(handle: int, path: Path) -> bool:
    """Whether the open file is the one that others find."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
