"""When the content was changed, from git."""

import datetime
from collections.abc import Mapping
from pathlib import Path

from catalogue.changed import Changed, Changes
from catalogue.commands.git import git

# Marks the line that tells the time of a commit; no path holds this character.
_TIME = "\0"


def git_changes(folders: Mapping[str, Path]) -> Changes:
    """Return the first and the last change of every file below `folders`.

    One question for each checkout, however many files. Empty where the history is not at hand or
    not whole: in a shallow checkout every file would seem to have been made in its oldest commit.
    Changes that are not committed are not seen.

    Args:
        folders: What each folder is called in the answer, as `practices`, and where it lies.
    """
    known: dict[str, Changed] = {}
    for checkout, names in _by_checkout(folders).items():
        known |= _changes(checkout, {name: folders[name] for name in names})
    return known


def _by_checkout(folders: Mapping[str, Path]) -> dict[Path, list[str]]:
    found: dict[Path, list[str]] = {}
    for parent in {folder.absolute().parent for folder in folders.values()}:
        answer = git(parent, ("rev-parse", "--show-toplevel", "--is-shallow-repository"))
        lines = (answer or b"").decode(errors="replace").splitlines()
        if len(lines) == 2 and lines[1] == "false":
            names = [name for name, folder in folders.items() if folder.absolute().parent == parent]
            found.setdefault(Path(lines[0]).resolve(), []).extend(names)
    return found


def _changes(checkout: Path, folders: Mapping[str, Path]) -> Changes:
    inside = {name: folder.resolve() for name, folder in folders.items()}
    paths = {
        name: folder.relative_to(checkout).as_posix()
        for name, folder in inside.items()
        if folder.is_relative_to(checkout)
    }
    if not paths:
        return {}
    answer = git(
        checkout,
        (
            "log",
            "--format=%x00%ct",
            "--name-only",
            "--no-renames",
            "--diff-filter=AMT",
            "--",
            *paths.values(),
        ),
    )
    found: dict[str, Changed] = {}
    time = ""
    for line in (answer or b"").decode(errors="replace").splitlines():
        if line.startswith(_TIME):
            time = _in_utc(int(line[1:]))
        elif line:
            later = found.get(line)
            found[line] = (
                Changed(min(time, later.first), max(time, later.last))
                if later
                else Changed(time, time)
            )
    return {
        f"{name}{file.removeprefix(path)}": changed
        for file, changed in found.items()
        for name, path in paths.items()
        if file.startswith(f"{path}/")
    }


def _in_utc(seconds: int) -> str:
    moment = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
