"""A practice file as other site builders take it: plain front matter and Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

COLUMNS = ("Mittari", "Lähtötaso", "Seuranta", "Suunta", "Mitä tapahtui")
_END = "\n---\n"


@dataclass(frozen=True, slots=True)
class Article:
    """What a simple template shows of a practice, and all there is to show.

    Attributes:
        name: Of the file, without its ending.
        title: As the practice has it.
        summary: As the practice has it.
        themes: Values of the vocabulary.
        body: Markdown: the summary, what the practice has below its front matter, the outcomes.
        own: Of these the middle alone.
        record: The front matter.
    """

    name: str
    title: str
    summary: str
    themes: tuple[str, ...]
    body: str
    own: str
    record: Mapping[str, Any]

    def markdown(self, **more: object) -> str:
        """Return the file; `more` is added to its front matter."""
        head = {"title": self.title, "description": self.summary, "themes": list(self.themes)}
        text = yaml.dump(
            {**head, **more}, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False
        )
        return f"---\n{text}---\n\n{self.body}"


def whole(article: Article, **more: object) -> str:
    """Return the file with all of the practice's front matter, below a key of its own.

    Hugo has meanings of its own for `aliases`, `resources` and others.
    """
    return article.markdown(**more, practice=article.record)


def front_matter(text: str) -> tuple[str, str]:
    """Split a practice file into its front matter, which is YAML, and its body."""
    head, _, body = text.removeprefix("---\n").partition(_END)
    return head, body


def article(name: str, text: str) -> Article:
    """Return the practice file `text` as other builders show it, its outcomes as a table."""
    head, body = front_matter(text)
    record: dict[str, Any] = yaml.load(head, yaml.CSafeLoader)
    parts = [str(record["summary"]), body.strip(), outcome_table(record.get("outcomes", ()))]
    return Article(
        name.removesuffix(".md"),
        str(record["title"]),
        str(record["summary"]),
        tuple(record["themes"]),
        "\n\n".join(part for part in parts if part) + "\n",
        body,
        record,
    )


def outcome_table(outcomes: list[Mapping[str, Any]] | tuple[()]) -> str:
    """Return the outcomes of a practice as a Markdown table; nothing without outcomes."""
    if not outcomes:
        return ""
    rows = [
        (
            str(outcome["indicator"]),
            _figure(outcome.get("baseline")),
            _figure(outcome.get("follow_up")),
            str(outcome.get("observed", "")),
            str(outcome.get("statement", "")),
        )
        for outcome in outcomes
    ]
    lines = [COLUMNS, ("---",) * len(COLUMNS), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _figure(figure: Mapping[str, Any] | None) -> str:
    return f"{figure.get('value', '')} ({figure.get('period', '')})" if figure else ""


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
