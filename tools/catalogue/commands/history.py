"""The history of the catalogue from git, for rounds whose nominees are frozen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from catalogue.commands.git import git
from catalogue.model.registry import Frozen
from catalogue.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class GitHistory:
    """The history of the folder `practices`, as far as the checkout around it reaches."""

    practices: Path

    def __call__(self, frozen: Frozen, practices: Iterable[str], mention: str) -> Snapshot:
        """Return the files as they were when `frozen`; an unknown snapshot if git cannot tell.

        A shallow checkout, a folder that is no checkout and a machine without git are all alike:
        the history is not at hand.
        """
        commit = self._commit(frozen)
        if not commit:
            return Snapshot()
        day = self._git("show", "-s", "--format=%cs", commit) or ""
        mentioning = self._git("grep", "-lF", "-e", mention, commit, "--", "./*.md") or ""
        found = {Path(line.partition(":")[2]).stem for line in mentioning.splitlines()}
        texts = self._texts(commit, sorted({*practices, *found}))
        return Snapshot(commit, day.strip(), texts)

    def _commit(self, frozen: Frozen) -> str:
        if frozen.commit:
            found = self._git("rev-parse", "--verify", "--quiet", f"{frozen.commit}^{{commit}}")
        else:
            day = frozen.date.value if frozen.date else ""
            found = self._git("rev-list", "-1", f"--before={day}T23:59:59Z", "HEAD")
        return (found or "").strip()

    def _texts(self, commit: str, names: list[str]) -> Mapping[str, str]:
        """The files of `names` in `commit`, in one call however many they are."""
        asked = "".join(f"{commit}:./{name}.md\n" for name in names).encode()
        answer = self._run(("cat-file", "--batch"), asked) or b""
        texts: dict[str, str] = {}
        for name in names:
            head, _, answer = answer.partition(b"\n")
            size = head.rpartition(b" ")[2]
            if not size.isdigit():
                continue
            texts[name] = answer[: int(size)].decode(errors="replace")
            answer = answer[int(size) + 1 :]
        return texts

    def _git(self, *arguments: str) -> str | None:
        out = self._run(arguments)
        return None if out is None else out.decode(errors="replace")

    def _run(self, arguments: tuple[str, ...], asked: bytes = b"") -> bytes | None:
        return git(self.practices, arguments, asked)
