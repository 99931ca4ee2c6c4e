"""A catalogue's own words in the place of the program's: `texts/<language>.yml` beside its data."""

import string
from collections.abc import Iterator, Mapping
from pathlib import Path

from catalogue.check.registry import read_source
from catalogue.check.resolve import resolve
from catalogue.check.suggestion import nearest
from catalogue.messages import LANGUAGES, Messages, messages, needed
from catalogue.problem import Finding, Loc, Problem
from catalogue.source.document import Source
from catalogue.source.gate import visible
from catalogue.source.yaml_text import walk

FOLDER = "texts"

OwnTexts = Mapping[str, Mapping[str, str]]


def load_own_texts(root: Path, texts: Messages) -> tuple[OwnTexts, tuple[Problem, ...]]:
    """Return what `texts/` in `root` says, by language and dotted key, and what is wrong with it.

    The files look like those in `messages/`: a key that the program does not have, or a text whose
    placeholders are others, is an error, and so is a file that is called otherwise: nobody reads
    it. A catalogue needs no such folder.
    """
    own: dict[str, Mapping[str, str]] = {}
    problems: list[Problem] = []
    names = {f"{language}.yml" for language in LANGUAGES}
    for path in sorted((root / FOLDER).glob("*")):
        shown = f"{FOLDER}/{path.name}"
        if path.name not in names:
            if not path.name.startswith("."):
                params = {"found": visible(path.name), "allowed": ", ".join(sorted(names))}
                stray = Finding((), "own-language", params)
                problems += resolve(Source(shown, {}, {}, "", 1), [stray], texts)
            continue
        source = read_source(path, shown)
        given = messages(path.stem).texts
        problems += resolve(source, (*source.findings, *_findings(source.data, given)), texts)
        own[path.stem] = {key: text for _, key, text in _flat(source.data)}
    return own, tuple(problems)


def _flat(data: object) -> Iterator[tuple[Loc, str, str]]:
    for loc, value in walk(data):
        if isinstance(value, str):
            yield loc, ".".join(map(str, loc)), value


def _findings(data: object, given: Mapping[str, str]) -> Iterator[Finding]:
    allowed = needed(given)
    for loc, key, text in _flat(data):
        if key not in allowed:
            close = nearest(key, allowed)
            suggestion = {"suggestion": close} if close else {}
            yield Finding(loc, "own-key", {"found": key, **suggestion})
        elif _placeholders(text) != _placeholders(given[key]):
            wanted = ", ".join(sorted(_placeholders(given[key]) or ())) or "–"
            yield Finding(loc, "own-placeholders", {"found": text, "expected": wanted})
        elif not text.strip() and given[key].strip():
            yield Finding(loc, "missing")


def _placeholders(text: str) -> set[str] | None:
    """The names in braces; None where the braces are no pairs, or hold more than a name."""
    try:
        found = [each for each in string.Formatter().parse(text) if each[1] is not None]
    except ValueError:
        return None
    # What else may stand in them tells how to write a number; the values are texts.
    if any(spec or conversion for _, _, spec, conversion in found):
        return None
    return {str(name) for _, name, _, _ in found}
