"""What a builder of sites needs to take part: how it is set up, given content, and run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.build.content import Article

Command = Sequence[str | Path]


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that was set up: where it is, and which version it says it is."""

    program: Path
    version: str


@dataclass(frozen=True, slots=True)
class Peer:
    """A builder of sites, or a setting of one.

    Attributes:
        name: What the tables call it.
        tool: Which program it runs; see `tools.py`.
        write: Writes its project: configuration, templates, and the articles.
        command: Builds the project, given the program.
        page: Where the project keeps an article.
        site: Where the project's site comes.
        caches: What a cold build starts without, beside the site.
        environment: What it is told by environment variables.
        most: The largest size at which it is run; None for all.
        why: Why not beyond that, and what is to be known of the setting.
    """

    name: str
    tool: str
    write: Callable[[Path, Iterable[Article]], None]
    command: Callable[[Path], Command]
    page: str
    site: str
    caches: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    most: int | None = None
    why: str = ""


def write_files(project: Path, files: Mapping[str, str]) -> None:
    """Write `files`, by path, below `project`."""
    for name, text in files.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def write_articles(
    folder: Path,
    articles: Iterable[Article],
    written: Callable[[Article], str] = Article.markdown,
) -> None:
    """Write each article into `folder`, as `written` puts it."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in articles:
        (folder / f"{each.name}.md").write_text(written(each), encoding="utf-8")
