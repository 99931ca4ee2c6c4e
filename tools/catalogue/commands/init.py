"""`catalogue init`: another catalogue, of another subject, that its owner fills."""

import argparse
import re
import sys
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from catalogue.commands.files import write_tree
from catalogue.commands.outcome import SOUND, CannotRunError
from catalogue.messages import messages

# What is the same for every catalogue comes from the repository in which the program lies.
SHARED = ("overrides", "registry/places.yml", "tools/hooks.py", "mkdocs.yml")
_VOCABULARIES = "vocabularies.yml"
_BLOCK = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)
_PLACED = {"gitignore": ".gitignore"}


def init(given: argparse.Namespace) -> int:
    """Write a small sound catalogue to an empty or new folder.

    Raises:
        CannotRunError: The folder holds something, or the program was installed without its
            repository.
    """
    texts = messages()
    target, source = Path(given.folder), Path(__file__).parents[3]
    if target.is_file() or (target.is_dir() and any(target.iterdir())):
        raise CannotRunError(texts.get("init.not-empty", path=target))
    if not all((source / name).exists() for name in SHARED):
        raise CannotRunError(texts.get("init.no-repository"))
    try:
        write_tree(target, _files(source).items())
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotRunError(texts.get("cli.writing", path=target, reason=reason)) from error
    print(texts.get("init.done", path=target), file=sys.stderr)
    return SOUND


def _files(source: Path) -> Mapping[str, bytes]:
    """Every file of the new catalogue by its path."""
    files = {
        path.relative_to(source).as_posix(): path.read_bytes()
        for name in SHARED
        for path in sorted(
            (source / name).rglob("*") if (source / name).is_dir() else [source / name]
        )
        if path.is_file() and not path.is_symlink()
    }
    start = dict(_tree(resources.files("catalogue") / "start"))
    own = start.pop(_VOCABULARIES).decode()
    given = (source / "registry" / _VOCABULARIES).read_text(encoding="utf-8")
    files[f"registry/{_VOCABULARIES}"] = _with_own(given, own).encode()
    engine = files["mkdocs.yml"].decode()
    files["mkdocs.yml"] = re.sub(
        r"(?m)^site_name: .*$", "site_name: Uusi luettelo", engine
    ).encode()
    return files | {_PLACED.get(name, name): content for name, content in start.items()}


def _with_own(given: str, own: str) -> str:
    """Return the vocabularies `given`, with those of `own` in the place of their namesakes."""
    replaced = {block.partition(":")[0]: block for block in _BLOCK.split(own)}
    return "".join(replaced.get(b.partition(":")[0], b) for b in _BLOCK.split(given))


def _tree(folder: Traversable, at: str = "") -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _tree(item, f"{at}{item.name}/")
        else:
            yield f"{at}{item.name}", item.read_bytes()
