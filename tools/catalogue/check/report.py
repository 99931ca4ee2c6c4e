"""Problems as text for people, JSON for programs, and annotations for GitHub."""

import itertools
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from dataclasses import asdict

from catalogue.messages import Messages, messages
from catalogue.problem import Problem
from catalogue.source.gate import visible

# What a person reads of one file: nobody mends more at a time, and what is said of other files
# must not drown in it.
MOST_SHOWN = 100
_ANY_LENGTH = sys.maxsize


def as_text(problems: Iterable[Problem]) -> str:
    """Return one line per problem: `path:line: field: message`.

    Of a file with very many problems the first are told, and then how many more there are.
    """
    lines = itertools.chain.from_iterable(
        _of_file(path, list(own)) for path, own in itertools.groupby(problems, lambda p: p.path)
    )
    # A key or a file name may hold a line end, which would let it write a line of its own.
    return "".join(visible(line, _ANY_LENGTH) + "\n" for line in lines)


def _of_file(path: str, problems: list[Problem]) -> Iterator[str]:
    for problem in problems[:MOST_SHOWN]:
        yield f"{_place(problem)}: {problem.message}"
    if left := untold(problems, messages()):
        yield f"{path}: {left}"


def untold(problems: Sized, texts: Messages) -> str:
    """Return how many of the `problems` of a file are more than are shown; "" where none is."""
    left = len(problems) - MOST_SHOWN
    if left <= 0:
        return ""
    # Few files have so many, and dates and numbers take long to load.
    from catalogue.numerals import Numerals

    return texts.get("check.more", count=left, number=Numerals(texts).number(left))


def as_json(problems: Iterable[Problem]) -> str:
    """Return a JSON list of objects with path, line, field, code and message."""
    text = json.dumps([asdict(p) for p in problems], ensure_ascii=False, indent=2) + "\n"
    return _encodable(text)


def as_github(problems: Iterable[Problem]) -> str:
    """Return one workflow command per problem, which GitHub shows at its line.

    The escapes are those of GitHub's toolkit: `%`, line ends, and in properties `:` and `,`.
    """
    return "".join(
        f"::error {_at(p)}title={_property(p.field or p.path)}::{_data(p.message)}\n"
        for p in problems
    )


FORMATS: Mapping[str, Callable[[Iterable[Problem]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


def _place(problem: Problem) -> str:
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    return f"{place}: {problem.field}" if problem.field else place


def _at(problem: Problem) -> str:
    return f"file={_property(problem.path)},line={problem.line}," if problem.line else ""


def _encodable(text: str) -> str:
    """Bytes of a file name that are not UTF-8, as escapes, which can be printed."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _data(text: str) -> str:
    return _encodable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
