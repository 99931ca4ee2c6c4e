"""Problems as text for people, JSON for programs, and annotations for GitHub."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict

from catalogue.problem import Problem


def as_text(problems: Iterable[Problem]) -> str:
    """Return one line per problem: `path:line: field: message`."""
    return "".join(f"{_place(p)}: {p.message}\n" for p in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """Return a JSON list of objects with path, line, field, code and message."""
    return json.dumps([asdict(p) for p in problems], ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """Return one workflow command per problem, which GitHub shows at its line.

    The escapes are those of GitHub's toolkit: `%`, line ends, and in properties `:` and `,`.
    """
    return "".join(
        f"::error file={_property(p.path)},line={p.line},title={_property(p.field or p.path)}"
        f"::{_data(p.message)}\n"
        for p in problems
    )


FORMATS: Mapping[str, Callable[[Iterable[Problem]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


def _place(problem: Problem) -> str:
    place = f"{problem.path}:{problem.line}"
    return f"{place}: {problem.field}" if problem.field else place


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
