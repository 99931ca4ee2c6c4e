"""Remarks for an editor's terminal, and for the summary of a pull request."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalogue.check.report import MOST_SHOWN, untold
from catalogue.messages import Messages
from catalogue.problem import Problem
from catalogue.source.gate import visible
from catalogue.submit.review import Remarks

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+!|~&@-])")
_ITEM = re.compile(r"\[[0-9]+\]")
_FIELD = re.compile(r"[a-z_]+(\.[a-z_]+)*")
# A line of a file has 10 000 characters at most, and a change tells two of them.
_ANY_LENGTH = 25_000
# Keys under `review.guide-`, and addresses.
Guides = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A practice file as an editor meets it: its problems, and remarks where it could be read."""

    path: str
    new: bool
    problems: tuple[Problem, ...]
    missing: tuple[str, ...]
    remarks: Remarks


def review_text(reviewed: Iterable[Reviewed], texts: Messages, others: Sequence[str] = ()) -> str:
    """Return the remarks as plain text, a heading and its lines at a time.

    `others` tell what else has changed than the files reviewed.
    """
    every = tuple(reviewed)
    lines = [] if every else [texts.get("review.summary-none"), ""]
    for one in every:
        kind = texts.get("review.new-file" if one.new else "review.changed-file")
        lines += [visible(f"{one.path}: {kind}", _ANY_LENGTH), f"  {_checked(one, texts)}"]
        told = (f"  {_told(p)}" for p in one.problems[:MOST_SHOWN])
        lines += [visible(line, _ANY_LENGTH) for line in told]
        if left := untold(one.problems, texts):
            lines.append(f"  {left}")
        for heading, items in _parts(one, texts):
            lines += ["", f"  {heading}", *(f"    {visible(i, _ANY_LENGTH)}" for i in items)]
        lines.append("")
    if others:
        lines += [texts.get("review.others"), *(f"  {visible(o, _ANY_LENGTH)}" for o in others), ""]
    return "\n".join(lines)


def review_summary(
    reviewed: Iterable[Reviewed],
    texts: Messages,
    guides: Guides = (),
    others: Sequence[str] = (),
) -> str:
    """Return the remarks as Markdown; what was submitted stands in it as plain text.

    `guides` are the addresses that tell how to mend what is wrong, by the keys of their names.
    `others` tell what else has changed than the files reviewed.
    """
    every = tuple(reviewed)
    lines = [f"## {texts.get('review.summary-title')}", ""]
    if not every:
        lines += [texts.get("review.summary-none"), ""]
    for one in every:
        kind = texts.get("review.new-file" if one.new else "review.changed-file")
        lines += [f"### {_plain(one.path)} ({kind})", "", f"**{_checked(one, texts)}**", ""]
        for problem in one.problems[:MOST_SHOWN]:
            said = _plain(_told(problem))
            lines.append(f"- {said}{_help(problem, guides, texts)}")
        if left := untold(one.problems, texts):
            lines.append(f"- {left}")
        for heading, items in _parts(one, texts):
            lines += ["", f"#### {heading}", "", *(f"- {_plain(item)}" for item in items)]
        lines.append("")
    if others:
        lines += [f"### {texts.get('review.others')}", "", *(f"- {_plain(o)}" for o in others), ""]
    lines += [texts.get("review.summary-fix"), ""]
    lines += [f"- [{texts.get(f'review.guide-{key}')}](<{url}>)" for key, url in guides]
    return "\n".join([*lines, ""] if guides else lines)


def _told(problem: Problem) -> str:
    """The line, the field if the problem is of one, and what is wrong."""
    field = f"{problem.field}: " if problem.field else ""
    return f"{problem.line}: {field}{problem.message}"


def _help(problem: Problem, guides: Guides, texts: Messages) -> str:
    """Return a link to what the field reference says of the problem's field, or nothing."""
    anchor = _ITEM.sub("", problem.field)
    pages = dict(guides)
    if "fields" not in pages or not _FIELD.fullmatch(anchor):
        return ""
    return f" [{texts.get('review.guide-field')}](<{pages['fields']}#{anchor}>)"


def _checked(one: Reviewed, texts: Messages) -> str:
    if not one.problems:
        return texts.get("review.sound")
    return texts.get("review.problems", count=len(one.problems))


def _parts(one: Reviewed, texts: Messages) -> Iterable[tuple[str, tuple[str, ...]]]:
    parts = {**one.remarks, "missing": one.missing}
    first = ("changes", "good", "missing")
    for key in (*first, *(k for k in one.remarks if k not in first)):
        if parts.get(key):
            yield texts.get(f"review.{key}"), parts[key]


def _plain(text: str) -> str:
    """Text with everything taken out of it that Markdown would act on."""
    return _MARKUP.sub(r"\\\1", visible(text, _ANY_LENGTH))
