"""Reading and checking everything that a catalogue is made of, without making any of it."""

import datetime
import itertools
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from pathlib import Path

from catalogue.assembly import assemble
from catalogue.catalogue import Catalogue
from catalogue.changed import ChangesOf, no_changes
from catalogue.check.practices import (
    Judged,
    Reading,
    Told,
    check_practices,
    read_practice,
    read_practices,
    sound_practices,
)
from catalogue.check.registry import CheckedRegistry, load_registry
from catalogue.check.shared import Judging, judged_by
from catalogue.check.written import Manuscript, read_written
from catalogue.messages import Messages, messages
from catalogue.messages.own import FOLDER as TEXTS
from catalogue.problem import Problem
from catalogue.remembered import Remembered
from catalogue.settings import FILE as SETTINGS_FILE
from catalogue.settings import Settings, load_settings
from catalogue.source.document import Source, stem_of
from catalogue.source.gate import visible
from catalogue.whole_number import whole_number

EPOCH = "SOURCE_DATE_EPOCH"
PRACTICES = "CATALOGUE_PRACTICES"
REGISTRY = "CATALOGUE_REGISTRY"
JOBS = "CATALOGUE_JOBS"
MOST_JOBS = 1_000
# The last second of the year 9999, after which there are no dates.
LAST_EPOCH = 253_402_300_799
# Fewer files are read sooner than other processes begin.
_WORTH_PROCESSES = 1_000


@dataclass(frozen=True, slots=True)
class Inputs:
    """Where the catalogue's content lies, and on which day it is looked at.

    Attributes:
        root: The repository: messages name files relative to it.
        practices: The folder of practices.
        registry: The folder of the registry.
        today: The day by which things are old or lie ahead.
        environment: What the publisher says of the place of publication.
        jobs: How many processes read and render.
        executor: What renders instead of processes of this machine, as a cluster's.
    """

    root: Path
    practices: Path
    registry: Path
    today: datetime.date
    environment: Mapping[str, str] = field(default_factory=dict)
    jobs: int = 1
    executor: Executor | None = None

    @classmethod
    def from_environment(cls, root: Path, environment: Mapping[str, str]) -> "Inputs":
        """Return the inputs in `root`, with the folders and the day that `environment` names.

        `SOURCE_DATE_EPOCH` fixes the day, as reproducible-builds.org specifies it.

        Raises:
            ValueError: The day or the number of processes cannot be read; says so in words.
        """
        practices = Path(environment.get(PRACTICES) or root / "practices")
        registry = Path(environment.get(REGISTRY) or root / "registry")
        jobs = _jobs(environment.get(JOBS))
        today = _today(environment.get(EPOCH))
        return cls(root, practices, registry, today, environment, jobs)

    def shown(self, path: Path) -> str:
        """Return `path` as messages name it."""
        relative = os.path.relpath(path, self.root)
        return path.as_posix() if relative.startswith("..") else Path(relative).as_posix()

    @property
    def cache(self) -> Path:
        """Where work is kept from one build to the next; may be deleted at any time."""
        return self.root / ".cache"

    @property
    def watched(self) -> tuple[Path, ...]:
        """What to build again for when it changes, also what is not there yet."""
        settings, texts = self.root / SETTINGS_FILE, self.root / TEXTS
        return (self.practices, self.registry, settings, texts, self.docs, self.overrides)

    @property
    def docs(self) -> Path:
        """The pages written by hand."""
        return self.root / "docs"

    @property
    def overrides(self) -> Path:
        """Scripts and styles, in a folder `assets`."""
        return self.root / "overrides"


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking gave: the catalogue where it is sound, and every problem.

    Attributes:
        catalogue: The catalogue, where it is sound.
        settings: The settings, likewise.
        problems: Every problem.
        practices: How many practices were looked at.
        skipped: The problems of the files that were left out, where that was asked for.
        doubted: Those of files that were not, since nobody knows which of two is at fault.
        partly: Whether practices were held against a part of the registry alone.
        written: The pages written by hand, where all is sound.
    """

    catalogue: Catalogue | None
    settings: Settings | None
    problems: tuple[Problem, ...]
    practices: int
    skipped: tuple[Problem, ...] = ()
    doubted: tuple[Problem, ...] = ()
    partly: bool = False
    written: tuple[Manuscript, ...] = ()


def checked(
    inputs: Inputs,
    extra: tuple[Path, ...] = (),
    skip_bad: bool = False,
    only_problems: bool = False,
    told: Told | None = None,
    remembered: Remembered | None = None,
    changes: ChangesOf = no_changes,
) -> Checked:
    """Read and check everything that `inputs` names, and the practice files `extra` beside it.

    With `skip_bad` the practices that have problems are left out, and the others are a catalogue.
    With `only_problems` nothing is derived, and there is no catalogue. `told` gets all problems
    too, those of each file as soon as they are found. What is `remembered` is not looked at again.
    `changes` tells which of two practices that clash came later, where one is to be left out.

    Raises:
        FileNotFoundError: A folder of the inputs is not there.
    """
    texts = messages()
    settings, problems = load_settings(inputs.root, inputs.environment, texts)
    lasting, remembered = remembered is not None, remembered or Remembered()
    names = os.listdir(inputs.practices)  # noqa: PTH208
    ids = frozenset(stem_of(name) for name in names if name.endswith(".md"))
    languages = settings.published_in if settings else ()
    shown = inputs.shown(inputs.registry)
    registry = remembered.registry(
        inputs.registry,
        (ids, languages),
        lambda: load_registry(inputs.registry, shown, texts, ids, languages),
    )
    written, unfit = read_written(
        inputs.docs, inputs.shown(inputs.docs), languages or (texts.language,), texts
    )
    problems = (*problems, *registry.problems, *unfit)
    if problems and told:
        told(problems)
    if registry.registry is None:
        return _partly(inputs, extra, registry, Checked(None, settings, problems, 0), told)
    read = _read(inputs, extra, remembered.source if lasting else None)
    skipped: tuple[Problem, ...] = ()
    doubted: tuple[Problem, ...] = ()
    if skip_bad:
        made = changes({"practices": inputs.practices})
        since = {Path(path).stem: changed.first for path, changed in made.items()}
        found, skipped = sound_practices(read, registry.registry, inputs.today, texts, since)
        doubted, found = found.problems, replace(found, problems=())
    else:
        ids |= {stem_of(name) for name in (*names, *(path.name for path in extra))}
        sources: Iterable[Source | Judged] = read
        alone = lasting or extra or only_problems or inputs.jobs < 2
        if not alone and len(names) >= _WORTH_PROCESSES:
            shown = inputs.shown(inputs.practices)
            work = Judging(inputs.practices, shown, registry.registry, ids, inputs.today)
            sources = judged_by(inputs.jobs, work)
        found = check_practices(
            sources,
            registry.registry,
            inputs.today,
            texts,
            ids=ids,
            told=told,
            sound=remembered.sound if lasting else None,
            only_problems=only_problems,
        )
    remembered.all_read()
    every = (*problems, *found.problems)
    if every or only_problems:
        return Checked(None, settings, every, len(found.sources))
    bodies = {name: source.body for name, source in found.sources.items()}
    digests = {name: source.digest for name, source in found.sources.items()}
    around = (inputs.today, settings)
    heads = {name: source.head_digest for name, source in found.sources.items()}
    fronts = {name: source.head for name, source in found.sources.items()}
    known = remembered.entries(registry.registry, around)
    catalogue = assemble(
        found.practices, bodies, registry.registry, inputs.today, digests, known, heads, fronts
    )
    if lasting:
        remembered.derived(registry.registry, around, catalogue.entries)
    count = len(found.sources)
    return Checked(catalogue, settings, (), count, skipped, doubted, written=written)


def _read(
    inputs: Inputs, extra: Iterable[Path], reading: Reading | None = None
) -> Iterator[Source]:
    """The practice files, and the `extra` ones beside them; `reading` may know the former."""
    return itertools.chain(
        read_practices(inputs.practices, inputs.shown(inputs.practices), reading),
        (read_practice(path, inputs.shown(path.absolute())) for path in extra),
    )


def _partly(
    inputs: Inputs,
    extra: tuple[Path, ...],
    registry: CheckedRegistry,
    found: Checked,
    told: Told | None,
) -> Checked:
    """Return `found` with what is wrong with the practices, whatever is wrong with the registry.

    They are held against what of it has no faults.
    """
    if registry.part is None:
        return found
    names = (*os.listdir(inputs.practices), *(path.name for path in extra))  # noqa: PTH208
    practices = check_practices(
        _read(inputs, extra),
        registry.part,
        inputs.today,
        messages(),
        ids=frozenset(map(stem_of, names)),
        told=told,
        only_problems=True,
        faulty=registry.faulty,
    )
    every = (*found.problems, *practices.problems)
    return Checked(None, found.settings, every, len(practices.sources), partly=True)


def summary_of(practices: int, problems: int, texts: Messages, partly: bool = False) -> str:
    """Return how many practices were checked and how many problems were found, in a sentence.

    Also, where that is so, that they were held against a part of the registry alone (`partly`).
    """
    sentences = [
        texts.get("cli.checked", count=practices),
        texts.get("cli.problems", count=problems),
    ]
    return " ".join([*sentences, texts.get("cli.partly")] if partly else sentences)


def _jobs(given: str | None) -> int:
    if not given:
        return os.cpu_count() or 1
    jobs = whole_number(given, 1, MOST_JOBS)
    if jobs is None:
        raise ValueError(messages().get("cli.bad-jobs", last=MOST_JOBS, found=visible(given)))
    return jobs


def _today(given: str | None) -> datetime.date:
    if not given:
        return datetime.datetime.now(datetime.UTC).date()
    epoch = whole_number(given, 0, LAST_EPOCH)
    if epoch is None:
        raise ValueError(messages().get("cli.bad-epoch", last=LAST_EPOCH, found=visible(given)))
    return datetime.datetime.fromtimestamp(epoch, datetime.UTC).date()
