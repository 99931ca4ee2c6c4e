"""Reading and checking the practices: the one place that puts all checks together."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from catalogue.check.across import check_across
from catalogue.check.body import check_body, check_placeholders
from catalogue.check.dates import check_dates
from catalogue.check.outcomes import check_outcomes
from catalogue.check.people import check_people
from catalogue.check.references import Registers, check_references, registers
from catalogue.check.resolve import resolve
from catalogue.check.shape import validated
from catalogue.messages import Messages, placeholders
from catalogue.model.practice import Practice
from catalogue.model.registry import Registry
from catalogue.problem import Finding, Problem
from catalogue.source.document import Source, split_practice
from catalogue.source.gate import RefusedError, check_name, read_text

SECTION_VOCABULARY = "section"


@dataclass(frozen=True, slots=True)
class CheckedPractices:
    """The sound practices by id, their sources, and the problems of all files."""

    practices: Mapping[str, Practice]
    sources: Mapping[str, Source]
    problems: tuple[Problem, ...]


def read_practices(folder: Path, shown: str) -> Iterator[Source]:
    """Read every entry of `folder` in order of name; what is no practice file gets a finding."""
    for entry in sorted(folder.iterdir(), key=lambda path: path.name):
        yield read_practice(entry, f"{shown}/{entry.name}", tuple(check_name(entry.name)))


def read_practice(path: Path, shown: str, findings: tuple[Finding, ...] = ()) -> Source:
    """Read the practice file at `path`; never raises for a bad file."""
    if findings:
        return Source(shown, {}, {}, "", 1, findings)
    try:
        return split_practice(shown, read_text(path))
    except RefusedError as refused:
        return Source(shown, {}, {}, "", 1, refused.findings)
    except OSError as error:
        params = {"found": error.strerror or str(error)}
        return Source(shown, {}, {}, "", 1, (Finding((), "unreadable", params),))


def check_practices(
    sources: Iterable[Source],
    registry: Registry,
    today: datetime.date,
    texts: Messages,
    together: bool = True,
) -> CheckedPractices:
    """Check `sources`, each alone and, unless `together` is false, against one another.

    A file without front matter that could be read is reported for that alone; every other file is
    checked by every rule.
    """
    every = tuple(sources)
    # A stray file of the same stem (`x.md`, `x.txt`) must not stand in the place of a practice.
    by_id = {Path(source.path).stem: source for source in sorted(every, key=lambda s: bool(s.data))}
    readable = {name: source for name, source in by_id.items() if source.data}
    known = registers(registry, frozenset(by_id))
    problems: list[Problem] = []
    practices: dict[str, Practice] = {}
    for source in every:
        name = Path(source.path).stem
        problems += resolve(source, source.findings, texts)
        if source.data:
            practice, found = _check_one(source, registry, known, today, texts)
            problems += found
            if practice is not None and not found and not source.findings:
                practices[name] = practice
        elif not source.findings:
            problems += resolve(source, [Finding((), "front-matter-empty")], texts)
    clashing = {name: source.data for name, source in readable.items()} if together else {}
    for name, finding in check_across(clashing, registry.removed_ids.keys()):
        problems += resolve(readable[name], [finding], texts)
        practices.pop(name, None)
    # In the order of the file, and on one line in the order in which the rules found them.
    in_order = sorted(dict.fromkeys(problems), key=lambda problem: (problem.path, problem.line))
    return CheckedPractices(practices, by_id, tuple(in_order))


def sound_practices(
    sources: Iterable[Source], registry: Registry, today: datetime.date, texts: Messages
) -> tuple[CheckedPractices, tuple[Problem, ...]]:
    """Return what is left of `sources` without those that have problems, and their problems.

    Files that are wrong in themselves are left out first: a bad file that takes the title or the
    address of a good one must not push the good one out.
    """
    left = tuple(sources)
    skipped: list[Problem] = []
    for together in (False, True):
        while (found := check_practices(left, registry, today, texts, together)).problems:
            skipped += found.problems
            bad = {problem.path for problem in found.problems}
            left = tuple(source for source in left if source.path not in bad)
    return found, tuple(sorted(dict.fromkeys(skipped), key=lambda p: (p.path, p.line)))


def section_headings(registry: Registry, language: str) -> dict[str, str]:
    """Return the heading of each section of the body in `language`, in their order."""
    terms = registry.vocabularies[SECTION_VOCABULARY].values
    return {name: term.label.get(language) for name, term in terms.items()}


def _check_one(
    source: Source,
    registry: Registry,
    known: Registers,
    today: datetime.date,
    texts: Messages,
) -> tuple[Practice | None, list[Problem]]:
    data, phrases = source.data, placeholders()
    practice, shape = validated(Practice, data)
    language = data.get("language")
    headings = section_headings(registry, language if isinstance(language, str) else "fi")
    findings = [
        *shape,
        *check_references(Practice, data, known),
        *check_dates(data, today),
        *check_outcomes(data, registry),
        *check_people(data),
        *check_placeholders(data, phrases),
    ]
    body = check_body(source.body, headings, phrases)
    problems = [
        *resolve(source, findings, texts),
        *resolve(source, body, texts, in_body=True),
    ]
    return practice, problems
