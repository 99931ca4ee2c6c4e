"""The pages of a few practices, as work for any process.

A portion holds all that is needed, so that it can be sent to another process or machine that
shares nothing else with this one, and what it gives does not depend on where it is done.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from catalogue.browse.files import compared_file
from catalogue.catalogue import Catalogue
from catalogue.pages.described import Describer
from catalogue.pages.footnotes import printable
from catalogue.pages.frame import Frame, frame_of
from catalogue.pages.picture import drawn_picture, of_practice, picture_path
from catalogue.pages.practices import practice
from catalogue.pages.shell import Shell
from catalogue.pages.sitemap import Listed, listed
from catalogue.settings import Settings
from catalogue.submit.files import original_file

# How many practices are sent at once: enough to be worth sending, few enough to share out evenly.
SIZE = 50
# How many portions are under way or done and not yet taken: this bounds the memory.
AHEAD = 16

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Portion:
    """Practices whose pages are to be made.

    Attributes:
        own: Their ids.
        catalogue: A catalogue of them and of the practices that their pages name.
        settings: Those of the whole catalogue.
        assets: The folder of scripts and styles, from the root of the site.
    """

    own: tuple[str, ...]
    catalogue: Catalogue
    settings: Settings
    assets: str


@dataclass(frozen=True, slots=True)
class Done:
    """What was made of one practice: files by path, and what the sitemap says of its pages."""

    practice: str
    files: tuple[tuple[str, bytes], ...]
    found: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """What was made of the practices of a portion."""

    practices: tuple[Done, ...]

    @property
    def files(self) -> Iterator[tuple[str, bytes]]:
        """The files of all practices, by path."""
        return (file for done in self.practices for file in done.files)

    @property
    def found(self) -> tuple[Listed, ...]:
        """What the sitemap says of the pages of all practices."""
        return tuple(listed for done in self.practices for listed in done.found)


def portions(frame: Frame, assets: str, names: Sequence[str] | None = None) -> Iterator[Portion]:
    """Yield the practices `names`, or all of the catalogue of `frame`, in portions."""
    if names is None:
        names = [entry.id for entry in frame.catalogue.entries]
    for start in range(0, len(names), SIZE):
        own = tuple(names[start : start + SIZE])
        yield Portion(own, frame.catalogue.part(own), frame.settings, assets)


def finished(portion: Portion) -> Finished:
    """Return the pages of the practices of `portion` in every language, and their pictures."""
    first = frame_of(portion.catalogue, portion.settings)
    in_languages = [
        (frame, Describer(frame), Shell(frame, portion.assets)) for frame in first.in_every_language
    ]
    practices = []
    for name in portion.own:
        entry = portion.catalogue.by_id[name]
        files: list[tuple[str, bytes]] = []
        found: list[Listed] = []
        for frame, describer, shell in in_languages:
            page = describer.described(printable(frame, practice(frame, entry)))
            found += listed(page)
            files.append((page.file, shell.html(page).encode()))
            files.append(compared_file(frame, entry))
        files.append(original_file(entry))
        files.append((picture_path(name), drawn_picture(of_practice(first, entry))))
        practices.append(Done(name, tuple(files), tuple(found)))
    return Finished(tuple(practices))


def shared_out(
    work: Iterator[Portion], executor: Executor | None, meanwhile: Iterator[T]
) -> Iterator[Finished | T]:
    """Yield `work` finished, in order, and between its parts what `meanwhile` yields.

    While others work on portions this process makes `meanwhile`; without an executor it does all.
    """
    if executor is None:
        yield from map(finished, work)
        yield from meanwhile
        return
    under_way = (executor.submit(finished, portion) for portion in work)
    waiting = deque(islice(under_way, AHEAD))
    for item in meanwhile:
        yield item
        while waiting and waiting[0].done():
            yield waiting.popleft().result()
            waiting.extend(islice(under_way, 1))
    while waiting:
        yield waiting.popleft().result()
        waiting.extend(islice(under_way, 1))
