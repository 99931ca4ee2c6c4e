"""Reading and checking the pages written by hand: Markdown in `docs/`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from catalogue.check.practices import read_practice
from catalogue.check.resolve import resolve
from catalogue.messages import LANGUAGES, Messages
from catalogue.problem import Finding, Problem
from catalogue.source.document import Source

NEEDED = ("title", "description")
_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A page as it was written.

    Attributes:
        name: The file, from the folder of them all.
        language: What it is written in.
        prefix: What stands before its address in that language.
        source: What is in the file.
    """

    name: str
    language: str
    prefix: str
    source: Source


def read_written(
    folder: Path, shown: str, languages: Sequence[str], texts: Messages
) -> tuple[tuple[Manuscript, ...], tuple[Problem, ...]]:
    """Return the sound pages in `folder`, and what is wrong with the others.

    Problems name the files as `shown/<file>`. The first of `languages` is that of the folder
    itself; the others have folders in it that are named after them. Folders of languages that are
    not published are left alone.
    """
    own, *others = languages
    unpublished = tuple(f"{name}/" for name in LANGUAGES if name not in others)
    found: list[Manuscript] = []
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        # Behind a link to a folder there may be pages too, which nobody would look for.
        if not (path.suffix == ".md" or path.is_symlink()) or f"{name}/".startswith(unpublished):
            continue
        if path.is_dir() and not path.is_symlink():
            continue
        tree = name.partition("/")[0]
        language, prefix = (tree, f"{tree}/") if tree in others else (own, "")
        source = read_practice(path, f"{shown}/{name}")
        told = [*resolve(source, _findings(source), texts)]
        told += resolve(source, _pictures(source), texts, in_body=True)
        problems += told
        if not told:
            found.append(Manuscript(name, language, prefix, source))
    return tuple(found), tuple(problems)


def _findings(source: Source) -> Iterator[Finding]:
    yield from source.findings
    if not source.findings:
        yield from (Finding((key,), "missing") for key in NEEDED if not source.data.get(key))


def _pictures(source: Source) -> Iterator[Finding]:
    """Every picture in the body: the site has no files for them, and may load none from others."""
    if "![" not in source.body:
        return
    for line, token in within(_PARSER.parse(source.body)):
        if token.type == "image":
            yield Finding((), "page-image", line=line)


def within(tokens: Sequence[Token]) -> Iterator[tuple[int, Token]]:
    """Yield what stands within the lines of a body, with the number of its line."""
    for token in tokens:
        line = token.map[0] + 1 if token.map else 1
        for child in token.children or ():
            yield line, child
            line += child.type in {"softbreak", "hardbreak"}
