"""From files on disk to the complete set of generated files, or to everything that is wrong."""

import datetime
import functools
import os
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from catalogue.catalogue import Catalogue, assemble
from catalogue.check.practices import check_practices, read_practice, read_practices
from catalogue.check.registry import load_registry
from catalogue.messages import Messages, messages
from catalogue.problem import Problem
from catalogue.settings import FILE as SETTINGS_FILE
from catalogue.settings import Settings, load_settings
from catalogue.site import frame_values, generated_files

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
    def watched(self) -> tuple[Path, ...]:
        """What to build again for when it changes."""
        return (self.practices, self.registry, self.root / SETTINGS_FILE, Path(__file__).parent)


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking gave: the catalogue where it is sound, and every problem."""

    catalogue: Catalogue | None
    settings: Settings | None
    problems: tuple[Problem, ...]
    practices: int


@dataclass(frozen=True, slots=True)
class Made:
    """The generated files by path, or none and the problems that stand against them."""

    files: Mapping[str, bytes]
    frame_values: Mapping[str, object]
    settings: Settings | None
    problems: tuple[Problem, ...]
    summary: str


def checked(inputs: Inputs, extra: tuple[Path, ...] = ()) -> Checked:
    """Read and check everything that `inputs` names, and the practice files `extra` beside it.

    Raises:
        FileNotFoundError: A folder of the inputs is not there.
    """
    texts = messages()
    settings, problems = load_settings(inputs.root, inputs.environment, texts)
    registry = load_registry(inputs.registry, inputs.shown(inputs.registry), texts)
    if registry.registry is None:
        return Checked(None, settings, (*problems, *registry.problems), 0)
    sources = [
        *read_practices(inputs.practices, inputs.shown(inputs.practices)),
        *(read_practice(path, inputs.shown(path.absolute())) for path in extra),
    ]
    found = check_practices(sources, registry.registry, inputs.today, texts)
    every = (*problems, *found.problems)
    if every:
        return Checked(None, settings, every, len(found.sources))
    bodies = {name: source.body for name, source in found.sources.items()}
    if inputs.jobs > 1 and len(bodies) >= _WORTH_PROCESSES:
        with ProcessPoolExecutor(inputs.jobs) as pool:
            mapped = functools.partial(pool.map, chunksize=50)
            catalogue = assemble(found.practices, bodies, registry.registry, inputs.today, mapped)
    else:
        catalogue = assemble(found.practices, bodies, registry.registry, inputs.today)
    return Checked(catalogue, settings, (), len(found.sources))


def made_files(inputs: Inputs) -> Made:
    """Check everything and, if it is sound, generate every file of the site."""
    result = checked(inputs)
    summary = summary_of(result.practices, len(result.problems), messages())
    if result.catalogue is None or result.settings is None:
        return Made({}, {}, result.settings, result.problems, summary)
    files = generated_files(result.catalogue, result.settings)
    return Made(files, frame_values(result.settings), result.settings, (), summary)


def summary_of(practices: int, problems: int, texts: Messages) -> str:
    """Return how many practices were checked and how many problems were found, in a sentence."""
    checked_count = texts.get("cli.checked", count=practices)
    return f"{checked_count} {texts.get('cli.problems', count=problems)}"


def _today(epoch: str | None) -> datetime.date:
    if epoch and epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.datetime.now(datetime.UTC).date()
