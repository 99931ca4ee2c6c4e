"""With what a review compares: the version before a change, asked from git."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalogue.checked import Inputs
from catalogue.commands.git import git
from catalogue.commands.outcome import CannotRunError
from catalogue.messages import messages
from catalogue.source.document import Source, split_practice
from catalogue.source.gate import RefusedError, decode


@dataclass(frozen=True, slots=True)
class Change:
    """A file that differs from its version before.

    Attributes:
        kind: The letter by which git tells what happened: A, M, D, R or T.
        name: Its name below the folder asked about.
        was: The name before, of a file that was renamed.
    """

    kind: str
    name: str
    was: str


def base_commit(inputs: Inputs, wanted: str | None, branch: str) -> str | None:
    """Return the commit from which the change began; None where there is none to be found.

    Where the version compared with has gone on since, it is the last that both have: what others
    have changed there is no part of this change.

    Args:
        inputs: Where the practices lie.
        wanted: What the reviewer calls the version; None for the published one.
        branch: From which branch the site is published.
    """
    for name in (wanted,) if wanted else (f"origin/{branch}", branch):
        arguments = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if found := git(inputs.practices, arguments):
            commit = found.decode().strip()
            common = git(inputs.practices, ("merge-base", commit, "HEAD"))
            return common.decode().strip() if common else commit
    return None


def changed_files(folder: Path, commit: str, *patterns: str) -> list[Change]:
    """Return the files below `folder` that differ from `commit`; of `patterns` alone, if given.

    A file that git has not been told of yet is as new as one that it has.

    Raises:
        CannotRunError: Git does not say.
    """
    given = ("diff", "--name-status", "-z", "-M", "--relative", commit, "--", *patterns)
    new = ("ls-files", "-z", "--others", "--exclude-standard", "--", *patterns)
    changed, others = _words(folder, given), _words(folder, new)
    return [*_changes(iter(changed)), *(Change("A", name, name) for name in others if name)]


def _words(folder: Path, arguments: tuple[str, ...]) -> list[str]:
    answer = git(folder, arguments)
    if answer is None:
        raise CannotRunError(messages().get("review.no-git"))
    return answer.decode(errors="surrogateescape").split("\0")


def _changes(words: Iterator[str]) -> Iterator[Change]:
    for kind in words:
        if kind:
            was = next(words)
            yield Change(kind[0], next(words) if kind[0] == "R" else was, was)


def version_at(inputs: Inputs, commit: str | None, name: str) -> Source | None:
    """Return the practice file `name` as it was in `commit`; None where it was not there."""
    if commit is None:
        return None
    data = git(inputs.practices, ("cat-file", "blob", f"{commit}:./{name}"))
    return None if data is None else source_of(name, data)


def source_of(name: str, data: bytes) -> Source:
    """Return the file `name` of `data`; one that the gate refuses has neither facts nor text."""
    try:
        return split_practice(name, decode(data))
    except RefusedError as refused:
        return Source(name, {}, {}, "", 1, refused.findings)
