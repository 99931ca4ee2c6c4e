"""`catalogue from-issue`: a practice file from the text of an issue form."""

import argparse
import os
import sys
from pathlib import Path

from catalogue.check.practices import section_headings
from catalogue.check.resolve import sentence
from catalogue.commands.inputs import inputs_here, registry_here
from catalogue.commands.outcome import CannotRunError
from catalogue.commands.record import write_record
from catalogue.messages import Messages, messages
from catalogue.slug import slug
from catalogue.source.gate import RefusedError, decode, read_text
from catalogue.submit.issue import practice_of_issue


def from_issue(given: argparse.Namespace) -> int:
    """Turn the text of an issue form into a practice file, and say what is still wrong with it."""
    texts, inputs = messages(), inputs_here(os.environ)
    registry = registry_here(inputs, texts)
    text = _issue(Path(given.file) if given.file else None, texts)
    try:
        data, sections = practice_of_issue(text, registry, texts)
    except ValueError as error:
        label = texts.get("field.Practice.title.label")
        raise CannotRunError(texts.get("from-issue.no-form", label=label)) from error
    title = given.title or data.get("title")
    if not isinstance(title, str) or not slug(title):
        raise CannotRunError(texts.get("from-issue.no-title"))
    headings = section_headings(registry, str(data["language"]))
    body = {headings[name]: sections[name] for name in headings if name in sections}
    return write_record(inputs, {**data, "title": title}, body, "from-issue.next")


def _issue(path: Path | None, texts: Messages) -> str:
    """The text of an issue, from a file or from standard input.

    Raises:
        CannotRunError: It cannot be read.
    """
    shown = str(path or texts.get("from-issue.input"))
    try:
        return read_text(path) if path else decode(sys.stdin.buffer.read())
    except RefusedError as refused:
        finding = refused.findings[0]
        shown = f"{shown}:{finding.line}" if finding.line else shown
        reason = sentence(finding, texts)
    except OSError as error:
        reason = error.strerror or str(error)
    raise CannotRunError(texts.get("from-issue.unreadable", path=shown, reason=reason))
