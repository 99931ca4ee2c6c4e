"""Problems as text for people, JSON for programs, and annotations for GitHub."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict

from catalogue.problem import Problem
from catalogue.source.gate import visible

_ANY_LENGTH = sys.maxsize


def as_text(problems: Iterable[Problem]) -> str:
    """Return one line per problem: `path:line: field: message`."""
    # A key or a file name may hold a line end, which would let it write a line of its own.
    return "".join(visible(f"{_place(p)}: {p.message}", _ANY_LENGTH) + "\n" for p in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """Return a JSON list of objects with path, line, field, code and message."""
    text = json.dumps([asdict(p) for p in problems], ensure_ascii=False, indent=2) + "\n"
    return _encodable(text)


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


def _encodable(text: str) -> str:
    """Bytes of a file name that are not UTF-8, as escapes, which can be printed."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _data(text: str) -> str:
    return _encodable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
