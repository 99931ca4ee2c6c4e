"""A submitted file, split into front matter and body."""

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from catalogue.problem import Finding, Loc
from catalogue.source.yaml_text import read_yaml

FENCE = "---"
_CLOSING = re.compile(rf"^{FENCE}[^\S\n]*$", re.MULTILINE)


@dataclass(frozen=True)
class Source:
    """The text of one file, read but not yet judged.

    Attributes:
        path: Path relative to the repository, with `/`.
        data: Front matter: mappings, lists and texts.
        lines: For each path of keys, the line where it was written.
        body: Markdown after the front matter.
        body_line: The line of the file on which `body` begins.
        findings: What is wrong with the file's form.
        head: Front matter as it was written.
    """

    path: str
    data: Mapping[str, object]
    lines: Mapping[Loc, int]
    body: str
    body_line: int
    findings: tuple[Finding, ...] = ()
    head: str = field(default="", compare=False)

    @cached_property
    def stem(self) -> str:
        """Its name without the ending: for a practice, its id."""
        return stem_of(self.path.rpartition("/")[2])

    @cached_property
    def digest(self) -> str:
        """What tells its text from every other; "" of a file without front matter."""
        return _digest(self.head_digest + self.body) if self.head else ""

    @cached_property
    def head_digest(self) -> str:
        """What tells its front matter from every other."""
        return _digest(self.head)

    def slim(self, keys: Iterable[str], *, body: bool) -> "Source":
        """Return it with `keys` of its front matter alone, and without its body unless `body`.

        It can still be told from others, and many take far less room.
        """
        data = {key: self.data.get(key) for key in keys} if self.data else {}
        slim = replace(self, data=data, body=self.body if body else "")
        if body:
            slim.__dict__.update(digest=self.digest, head_digest=self.head_digest)
        return slim

    def line_of(self, loc: Loc) -> int:
        """Return the line of `loc`, or of the nearest thing around it that was written."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)


def stem_of(name: str) -> str:
    """Return the file name `name` without its ending, as `Path` tells it, but faster."""
    return os.path.splitext(name)[0]  # noqa: PTH122


def split_practice(path: str, text: str) -> Source:
    """Split the text of a practice file into front matter and body."""
    first, _, rest = text.partition("\n")
    if first.rstrip() != FENCE:
        return Source(path, {}, {}, text, 1, (Finding((), "no-front-matter", line=1),))
    # From where a fence may stand: to look for the letters is far faster than for the line.
    near = 0 if rest.startswith(FENCE) else max(rest.find(f"\n{FENCE}"), 0)
    if not (end := _CLOSING.search(rest, near)):
        return Source(path, {}, {}, "", 1, (Finding((), "front-matter-open", line=1),))
    head, body = rest[: max(end.start() - 1, 0)], rest[end.end() + 1 :]
    document = read_yaml(head, first_line=2)
    line = rest.count("\n", 0, end.start()) + 3
    return Source(path, document.data, document.lines, body, line, document.findings, head)


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def whole_yaml(path: str, text: str) -> Source:
    """Read a registry file: YAML from the first line to the last."""
    document = read_yaml(text)
    return Source(path, document.data, document.lines, "", 1, document.findings)
