"""The version of the program: what has it alike makes the same bytes of the same content."""

import functools
import hashlib
import importlib.metadata
import platform
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

_DISTRIBUTION = "catalogue"
_NAME = re.compile(r"[\w.-]+")


@functools.cache
def program_digest() -> str:
    """Return the SHA-256, in hexadecimal, of the package's own files and of what it stands on.

    That is the versions of Python, of its compression and of the libraries. It is worked out once:
    a process that runs on while its files are renewed keeps the version that it has loaded.
    """
    digest = hashlib.sha256()
    for line in _stands_on():
        digest.update(f"{line}\n".encode())
    folder = Path(__file__).parent
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            data = path.read_bytes()
            name = path.relative_to(folder).as_posix()
            digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def _stands_on() -> Iterator[str]:
    yield f"python {'.'.join(platform.python_version_tuple()[:2])}"
    yield f"zlib {zlib.ZLIB_RUNTIME_VERSION}"
    try:
        needed = importlib.metadata.requires(_DISTRIBUTION) or ()
    except importlib.metadata.PackageNotFoundError:
        needed = ()
    for requirement in needed:
        name = _NAME.match(requirement)
        if name and "extra ==" not in requirement:
            yield f"{name[0]} {_version(name[0])}"


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
