"""From files on disk to the complete set of generated files, or to everything that is wrong."""

import contextlib
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path

from catalogue.catalogue import Catalogue
from catalogue.changed import ChangesOf, no_changes
from catalogue.checked import Inputs, checked, summary_of
from catalogue.derive.since import Nominated, Since, since_frozen
from catalogue.messages import messages
from catalogue.pages.frame import frame_of
from catalogue.pages.written import written_pages
from catalogue.portion import Processes, Write
from catalogue.problem import Problem
from catalogue.remembered import Remembered
from catalogue.search.kept import WordCaches
from catalogue.site import Site
from catalogue.snapshot import Past, no_past

# Below this many practices starting processes takes longer than they save.
_WORTH_PROCESSES = 300


@dataclass(frozen=True, slots=True)
class Made:
    """The site, or none and the problems that stand against it.

    `skipped` are the problems of the practices that were left out, where that was asked for, and
    `doubted` those of practices that were not: nobody knows which of two is at fault.
    """

    site: Site | None
    problems: tuple[Problem, ...]
    summary: str
    skipped: tuple[Problem, ...] = ()
    doubted: tuple[Problem, ...] = ()


@contextlib.contextmanager
def workers(inputs: Inputs, site: Site, write: Write | None = None) -> Iterator[Executor | None]:
    """Give what shares the work on `site`; None where one process does it as fast.

    Processes of this machine may `write` what they make.
    """
    if inputs.executor:
        yield inputs.executor
    elif inputs.jobs > 1 and len(site.frame.catalogue.entries) >= _WORTH_PROCESSES:
        with Processes(inputs.jobs, site.whole, write) as pool:
            yield pool
    else:
        yield None


def made_site(
    inputs: Inputs,
    past: Past = no_past,
    skip_bad: bool = False,
    changes: ChangesOf = no_changes,
    remembered: Remembered | None = None,
) -> Made:
    """Check everything and, if it is sound, return the site; with `skip_bad`, of what is sound.

    `past` tells how the nominees of frozen rounds were described when they were frozen, `changes`
    when each file of the content was changed. What is `remembered` is not looked at again.
    """
    result = checked(inputs, skip_bad=skip_bad, remembered=remembered, changes=changes)
    summary = summary_of(result.practices, len(result.problems), messages(), result.partly)
    if result.catalogue is None or result.settings is None:
        return Made(None, result.problems, summary)
    catalogue = _with_past(result.catalogue, inputs, past)
    folders = {"practices": inputs.practices, "registry": inputs.registry, "docs": inputs.docs}
    catalogue = replace(catalogue, changed=changes(folders))
    frame = frame_of(catalogue, result.settings)
    words = remembered.words(inputs.cache) if remembered else WordCaches(inputs.cache)
    site = Site(
        frame, written_pages(result.written), theme_files(inputs.overrides / "assets"), words
    )
    return Made(site, (), summary, result.skipped, result.doubted)


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
