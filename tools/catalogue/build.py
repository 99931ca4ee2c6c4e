"""From files on disk to the complete set of generated files, or to everything that is wrong."""

import contextlib
import datetime
import functools
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from catalogue.catalogue import Catalogue, assemble
from catalogue.changed import ChangesOf, no_changes
from catalogue.check.practices import (
    check_practices,
    read_practice,
    read_practices,
    sound_practices,
)
from catalogue.check.registry import load_registry
from catalogue.derive.since import Nominated, Since, since_frozen
from catalogue.messages import Messages, messages
from catalogue.messages.own import FOLDER as TEXTS
from catalogue.pages.frame import frame_of
from catalogue.pages.written import Written, written_pages
from catalogue.problem import Problem
from catalogue.search.kept import WordCaches
from catalogue.settings import FILE as SETTINGS_FILE
from catalogue.settings import Settings, load_settings
from catalogue.site import Site
from catalogue.snapshot import Past, no_past

EPOCH = "SOURCE_DATE_EPOCH"
PRACTICES = "CATALOGUE_PRACTICES"
REGISTRY = "CATALOGUE_REGISTRY"
JOBS = "CATALOGUE_JOBS"
# Below this many practices starting processes takes longer than they save.
_WORTH_PROCESSES = 300


@dataclass(frozen=True, slots=True)
class Inputs:
    """Where the catalogue's content lies, and on which day it is looked at.

    Attributes:
        root: The repository: messages name files relative to it.
        practices: The folder of practices.
        registry: The folder of the registry.
        today: The day by which things are old or lie ahead.
        environment: What the publisher says of the place of publication.
        jobs: How many processes render.
    """

    root: Path
    practices: Path
    registry: Path
    today: datetime.date
    environment: Mapping[str, str] = field(default_factory=dict)
    jobs: int = 1

    @classmethod
    def from_environment(cls, root: Path, environment: Mapping[str, str]) -> "Inputs":
        """Return the inputs in `root`, with the folders and the day that `environment` names.

        `SOURCE_DATE_EPOCH` fixes the day, as reproducible-builds.org specifies it.
        """
        practices = Path(environment.get(PRACTICES) or root / "practices")
        registry = Path(environment.get(REGISTRY) or root / "registry")
        given = environment.get(JOBS, "")
        jobs = int(given) if given.isdigit() else os.cpu_count() or 1
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
        """What to build again for when it changes."""
        settings = self.root / SETTINGS_FILE
        code = Path(__file__).parent
        texts = self.root / TEXTS
        own = (texts,) if texts.is_dir() else ()
        return (self.practices, self.registry, settings, *own, self.docs, self.overrides, code)

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

    `skipped` are the problems of the files that were left out, where that was asked for.
    """

    catalogue: Catalogue | None
    settings: Settings | None
    problems: tuple[Problem, ...]
    practices: int
    skipped: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """The site, or none and the problems that stand against it.

    `skipped` are the problems of the practices that were left out, where that was asked for.
    """

    site: Site | None
    problems: tuple[Problem, ...]
    summary: str
    skipped: tuple[Problem, ...] = ()


def checked(
    inputs: Inputs,
    extra: tuple[Path, ...] = (),
    skip_bad: bool = False,
    only_problems: bool = False,
) -> Checked:
    """Read and check everything that `inputs` names, and the practice files `extra` beside it.

    With `skip_bad` the practices that have problems are left out, and the others are a catalogue.
    With `only_problems` nothing is derived, and there is no catalogue.

    Raises:
        FileNotFoundError: A folder of the inputs is not there.
    """
    texts = messages()
    settings, problems = load_settings(inputs.root, inputs.environment, texts)
    ids = frozenset(path.stem for path in inputs.practices.glob("*.md"))
    languages = settings.published_in if settings else ()
    shown = inputs.shown(inputs.registry)
    registry = load_registry(inputs.registry, shown, texts, ids, languages)
    if registry.registry is None:
        return Checked(None, settings, (*problems, *registry.problems), 0)
    sources = [
        *read_practices(inputs.practices, inputs.shown(inputs.practices)),
        *(read_practice(path, inputs.shown(path.absolute())) for path in extra),
    ]
    skipped: tuple[Problem, ...] = ()
    if skip_bad:
        found, skipped = sound_practices(sources, registry.registry, inputs.today, texts)
    else:
        found = check_practices(sources, registry.registry, inputs.today, texts)
    every = (*problems, *found.problems)
    if every or only_problems:
        return Checked(None, settings, every, len(found.sources))
    bodies = {name: source.body for name, source in found.sources.items()}
    with workers(inputs, len(bodies)) as executor:
        mapped = functools.partial(executor.map, chunksize=50) if executor else map
        catalogue = assemble(found.practices, bodies, registry.registry, inputs.today, mapped)
    return Checked(catalogue, settings, (), len(found.sources), skipped)


@contextlib.contextmanager
def workers(inputs: Inputs, practices: int) -> Iterator[Executor | None]:
    """Give the processes that share the work; None where one does it as fast."""
    if inputs.jobs > 1 and practices >= _WORTH_PROCESSES:
        with ProcessPoolExecutor(inputs.jobs) as pool:
            yield pool
    else:
        yield None


def made_site(
    inputs: Inputs,
    past: Past = no_past,
    skip_bad: bool = False,
    changes: ChangesOf = no_changes,
) -> Made:
    """Check everything and, if it is sound, return the site; with `skip_bad`, of what is sound.

    `past` tells how the nominees of frozen rounds were described when they were frozen, `changes`
    when each file of the content was changed.
    """
    result = checked(inputs, skip_bad=skip_bad)
    written = _written(inputs, result.settings)
    problems = (*result.problems, *written.problems)
    summary = summary_of(result.practices, len(problems), messages())
    if result.catalogue is None or result.settings is None or problems:
        return Made(None, problems, summary)
    catalogue = _with_past(result.catalogue, inputs, past)
    folders = {"practices": inputs.practices, "registry": inputs.registry, "docs": inputs.docs}
    catalogue = replace(catalogue, changed=changes(folders))
    frame = frame_of(catalogue, result.settings)
    site = Site(frame, written, theme_files(inputs.overrides / "assets"), WordCaches(inputs.cache))
    return Made(site, (), summary, result.skipped)


def _written(inputs: Inputs, settings: Settings | None) -> Written:
    texts = messages()
    languages = settings.published_in if settings else (texts.language,)
    return written_pages(inputs.docs, inputs.shown(inputs.docs), languages, texts)


def theme_files(folder: Path) -> Mapping[str, bytes]:
    """Return scripts, styles and their like in `folder`; a link or a hidden file is none."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and not path.name.startswith(".")
    }


def _with_past(catalogue: Catalogue, inputs: Inputs, past: Past) -> Catalogue:
    """Add to `catalogue` what has changed in each round since it was frozen."""
    since: dict[str, Since] = {}
    for name, award_round in catalogue.rounds():
        if award_round.frozen is None:
            continue
        now = {
            entry.id: Nominated(
                (inputs.practices / f"{entry.id}.md").read_text(encoding="utf-8"),
                entry.practice.former_ids,
            )
            for entry in catalogue.by_round.get(name, ())
        }
        asked = [i for key, nominee in now.items() for i in (key, *nominee.former_ids)]
        since[name] = since_frozen(name, past(award_round.frozen, asked, name), now)
    return replace(catalogue, since=since) if since else catalogue


def summary_of(practices: int, problems: int, texts: Messages) -> str:
    """Return how many practices were checked and how many problems were found, in a sentence."""
    checked_count = texts.get("cli.checked", count=practices)
    return f"{checked_count} {texts.get('cli.problems', count=problems)}"


def _today(epoch: str | None) -> datetime.date:
    if epoch and epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.datetime.now(datetime.UTC).date()
