"""Reading and checking the practices: the one place that puts all checks together."""

import datetime
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

from catalogue.check.across import CLASHING, check_across
from catalogue.check.body import check_body, check_placeholders, held
from catalogue.check.dates import check_dates
from catalogue.check.outcomes import check_outcomes
from catalogue.check.people import check_people
from catalogue.check.personal import check_personal
from catalogue.check.references import Faulty, Registers, check_references, registers
from catalogue.check.repeated import check_repeated
from catalogue.check.resolve import resolve
from catalogue.check.shape import validated
from catalogue.messages import Messages, placeholders
from catalogue.model.practice import Practice
from catalogue.model.registry import Registry
from catalogue.problem import Finding, Problem
from catalogue.source.document import Source, split_practice
from catalogue.source.gate import RefusedError, check_name, read_text, visible

SECTION_VOCABULARY = "section"
Reading = Callable[[str, str, Callable[[], Source]], Source]
Told = Callable[[tuple[Problem, ...]], None]


@dataclass(slots=True)
class Sound:
    """What was found without fault earlier, with the same registry.

    Attributes:
        practices: By path the file and its practice. It stays sound while those it names are there.
        apart: By id what could clash with other practices, when nothing did.
        today: The day on which that was.
    """

    practices: dict[str, tuple[Source, Practice]] = field(default_factory=dict)
    apart: Mapping[str, tuple[object, ...]] | None = None
    today: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class CheckedPractices:
    """The sound practices by id, their sources, and the problems of all files."""

    practices: Mapping[str, Practice]
    sources: Mapping[str, Source]
    problems: tuple[Problem, ...]


def read_practices(
    folder: Path, shown: str, reading: Reading | None = None, names: Sequence[str] | None = None
) -> Iterator[Source]:
    """Read every entry of `folder` in order of name; what is no practice file gets a finding.

    `reading` may know what is in a file without reading it. With `names` only these are read.
    """
    # Names, since to make a path of each takes longer than all else where nothing was touched.
    for name in sorted(os.listdir(folder)) if names is None else names:  # noqa: PTH208
        entry, within = f"{folder}/{name}", f"{shown}/{name}"
        read = partial(read_practice, entry, within, tuple(check_name(name)))
        yield reading(entry, within, read) if reading else read()


class Judged(NamedTuple):
    """A file judged by itself: its source without what makes it large, and what it holds.

    Attributes:
        source: The file, slim.
        practice: Its practice, if nothing is wrong with it.
        problems: What is wrong with it.
    """

    source: Source
    practice: Practice | None
    problems: tuple[Problem, ...]


def judged(
    source: Source, registry: Registry, known: Registers, today: datetime.date, texts: Messages
) -> Judged:
    """Return the file `source` judged by itself; `known` is what it may name."""
    practice, problems = _judged(source, registry, known, today, texts)
    return Judged(source.slim(CLASHING, body=True), practice, tuple(problems))


def read_practice(path: Path | str, shown: str, findings: tuple[Finding, ...] = ()) -> Source:
    """Read the practice file at `path`; never raises for a bad file."""
    try:
        if findings:
            raise RefusedError(findings)
        return split_practice(shown, read_text(path))
    except RefusedError as refused:
        # A folder is told as one, whatever its name.
        if Path(path).is_dir() and not Path(path).is_symlink():
            found = {"found": visible(Path(path).name)}
            return Source(shown, {}, {}, "", 1, (Finding((), "folder", found),))
        return Source(shown, {}, {}, "", 1, refused.findings)
    except OSError as error:
        params = {"found": error.strerror or str(error)}
        return Source(shown, {}, {}, "", 1, (Finding((), "unreadable", params),))


def check_practices(
    sources: Iterable[Source | Judged],
    registry: Registry,
    today: datetime.date,
    texts: Messages,
    together: bool = True,
    ids: frozenset[str] | None = None,
    told: Told | None = None,
    sound: Sound | None = None,
    only_problems: bool = False,
    faulty: Faulty | None = None,
) -> CheckedPractices:
    """Check `sources`, each alone and, unless `together` is false, against one another.

    A file without front matter that could be read is reported for that alone; every other file is
    checked by every rule.

    Args:
        sources: The files; with `ids` each is read only when those before it have been checked.
            What has been judged by itself is not judged again.
        registry: What they may name.
        today: The day by which dates lie ahead.
        texts: The words for what is found.
        together: Whether to compare them with one another.
        ids: The stems of all of them.
        told: Gets the problems of each file as soon as they are known, and at the end those that
            show only when all files have been seen.
        sound: What was found without fault earlier, which is not looked at again; it is renewed.
        only_problems: Whether nothing else is asked for: then there are no practices, and of each
            file only so much is held as telling it from others takes.
        faulty: What the registry names but does not hold, when it is only a part of one.
    """
    if ids is None:
        sources = tuple(sources)
        ids = frozenset(source.stem for source in sources if isinstance(source, Source))
    known = registers(registry, ids, faulty)
    every: list[Source] = []
    problems: list[Problem] = []
    practices: dict[str, Practice] = {}
    before: Mapping[str, tuple[Source, Practice]] = {}
    if sound is not None:
        if sound.today == today:
            before = sound.practices
        sound.practices, sound.today = {}, today
    for source in sources:
        practice: Practice | None = None
        found: Sequence[Problem] = ()
        if isinstance(source, Judged):
            source, practice, found = source
            every.append(source)
        else:
            # Where nothing is remembered, what makes a file large is gone before the next is read.
            slim = source.slim(CLASHING, body=not only_problems) if sound is None else source
            every.append(slim)
            last = before.get(source.path)
            if last and last[0] is source and _names_only(last[1], ids):
                practice = last[1]
            else:
                practice, found = _judged(source, registry, known, today, texts)
        if practice is not None and not only_problems:
            practices[source.stem] = practice
            if sound is not None:
                sound.practices[source.path] = source, practice
        if found and told:
            told(_in_order(found))
        problems += found
    # A stray file of the same stem (`x.md`, `x.txt`) must not stand in the place of a practice.
    by_id = {source.stem: source for source in sorted(every, key=lambda s: bool(s.data))}
    readable = {name: source for name, source in by_id.items() if source.data}
    clashing = {name: source.data for name, source in readable.items()} if together else {}
    apart = {name: tuple(map(data.get, CLASHING)) for name, data in clashing.items()}
    clashes: list[Problem] = []
    if sound is None or apart != sound.apart:
        for name, finding in check_across(clashing, registry.removed_ids.keys()):
            clashes += resolve(readable[name], [finding], texts)
            practices.pop(name, None)
    if sound is not None:
        sound.apart = None if clashes else apart
    if clashes and told:
        told(_in_order(clashes))
    return CheckedPractices(practices, by_id, _in_order([*problems, *clashes]))


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """In the order of the files, and on one line in the order in which the rules found them."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.path, problem.line)))


def sound_practices(
    sources: Iterable[Source],
    registry: Registry,
    today: datetime.date,
    texts: Messages,
    since: Mapping[str, str] | None = None,
) -> tuple[CheckedPractices, tuple[Problem, ...]]:
    """Return what is left of `sources` without those that have problems, and their problems.

    Files that are wrong in themselves are left out first: a bad file that takes the title or the
    address of a good one must not push the good one out. Nor does one that names a bad one go with
    it: pages lead only to what is published. Of two that clash the newer is left out, by `since`,
    which tells since when each has been there. Where that is not known, who claims the address of
    another goes, and of two alike in title, or in what they claim, both stay: nobody can take a
    practice off the site by copying it. That is told among the problems of those that are left.
    """
    left = tuple(sources)
    ids = frozenset(source.stem for source in left)
    skipped: list[Problem] = []
    sound = Sound()
    while (
        found := check_practices(left, registry, today, texts, False, ids, sound=sound)
    ).problems:
        skipped += found.problems
        bad = {problem.path for problem in found.problems}
        left = tuple(source for source in left if source.path not in bad)
    sources_left, practices = dict(found.sources), dict(found.practices)
    while True:
        data = {name: sources_left[name].data for name in practices}
        clashes = list(check_across(data, registry.removed_ids.keys(), since))
        told = {(name, finding.params.get("other")) for name, finding in clashes}
        out = [(name, finding) for name, finding in clashes if not _stays(name, finding, told)]
        if not out:
            break
        for name, finding in out:
            skipped += resolve(sources_left[name], [finding], texts)
            practices.pop(name, None)
    for name, finding in clashes:
        if finding.code == "former-id-taken":
            practices[name] = _without_former(practices[name], finding.params["found"])
    doubts = [p for name, finding in clashes for p in resolve(sources_left[name], [finding], texts)]
    sources_left = {name: sources_left[name] for name in practices}
    return CheckedPractices(practices, sources_left, _in_order(doubts)), _in_order(skipped)


def _stays(name: str, finding: Finding, told: Set[tuple[str, str | None]]) -> bool:
    """Whether a practice stays although `finding` is told of it: nobody knows whose fault it is.

    Args:
        name: Its id.
        finding: A clash with another.
        told: Of which practices a clash is told, and with which.
    """
    other = finding.params.get("other")
    if other is None or (other, name) not in told:
        return False
    # Who claims the address that another has goes; of an earlier address of both nobody knows.
    claims = finding.code == "former-id-taken" and finding.params["found"] == other
    return finding.code in {"title-near", "former-id-used", "former-id-taken"} and not claims


def _without_former(practice: Practice, claimed: str) -> Practice:
    """The practice without an earlier address that another claims too: it leads to neither."""
    left = tuple(name for name in practice.former_ids if name != claimed)
    return practice.model_copy(update={"former_ids": left})


def _names_only(practice: Practice, ids: frozenset[str]) -> bool:
    """Whether all the practices that `practice` names are among `ids`."""
    return all(related.practice in ids for related in practice.related)


def section_headings(registry: Registry, language: str) -> dict[str, str]:
    """Return the heading of each section of the body in `language`, in their order."""
    sections = registry.vocabularies.get(SECTION_VOCABULARY)
    terms = sections.values if sections else {}
    return {name: term.label.get(language) for name, term in terms.items()}


def _judged(
    source: Source,
    registry: Registry,
    known: Registers,
    today: datetime.date,
    texts: Messages,
) -> tuple[Practice | None, list[Problem]]:
    """The practice of a file, or None and what is wrong with the file by itself."""
    problems = list(resolve(source, source.findings, texts))
    if not source.data:
        empty = () if source.findings else (Finding((), "front-matter-empty"),)
        return None, [*problems, *resolve(source, empty, texts)]
    data = source.data
    # All that it says, unless an escape hides it.
    said = str(data) if "\\" in source.head else source.head
    phrases = held(f"{said}\n{source.body}".lower(), placeholders())
    practice, shape = validated(Practice, data)
    language = data.get("language")
    headings = section_headings(registry, language if isinstance(language, str) else "fi")
    findings = [
        *shape,
        *check_references(Practice, data, known),
        *check_dates(data, today, said),
        *check_outcomes(data, registry),
        *check_people(data),
        *check_repeated(data),
        *check_personal(data, source.head if said is source.head else None),
        *(check_placeholders(data, phrases) if phrases else ()),
    ]
    body = check_body(source.body, headings, phrases)
    problems += resolve(source, findings, texts)
    problems += resolve(source, body, texts, in_body=True)
    return (None if problems else practice), problems
