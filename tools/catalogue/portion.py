"""The pages of a few practices, as work for any process.

A portion holds all that is needed, so that it can be sent to another process or machine that
shares nothing else with this one, and what it gives does not depend on where it is done.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import Any, ParamSpec, TypeVar

from catalogue.browse.files import compared_file, indexed, indexing
from catalogue.catalogue import Catalogue
from catalogue.fork import fork
from catalogue.pages.described import Describer
from catalogue.pages.footnotes import printable
from catalogue.pages.frame import Frame, frame_of
from catalogue.pages.picture import drawn_picture, of_practice, picture_path
from catalogue.pages.practices import practice
from catalogue.pages.shell import Shell
from catalogue.pages.sitemap import Listed, listed
from catalogue.search.kept import WordCaches
from catalogue.settings import Settings
from catalogue.submit.files import original_file

# How many practices are sent at once: enough to be worth sending, few enough to share out evenly.
SIZE = 50
# How many portions are under way or done and not yet taken, where this bounds the memory.
AHEAD = 16

# Writes files and returns what tells each of them from a file that was touched.
Write = Callable[[Iterable[tuple[str, bytes]]], Mapping[str, str]]

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
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

    @cached_property
    def makers(self) -> Sequence[tuple[Frame, Describer, Shell]]:
        """What makes pages, in each language in which they are published."""
        frames = frame_of(self.catalogue, self.settings).in_every_language
        return [(frame, Describer(frame), Shell(frame, self.assets)) for frame in frames]


@dataclass(frozen=True, slots=True)
class Done:
    """What was made of one practice.

    Attributes:
        practice: Its id.
        files: The files by path.
        found: What the sitemap says of its pages.
        lying: If the files were written where they were made: for each what tells it from a file
            that was touched. Then there are no `files`.
    """

    practice: str
    files: tuple[tuple[str, bytes], ...]
    found: tuple[Listed, ...]
    lying: Mapping[str, str] = field(default_factory=dict)


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


def portions(whole: Portion) -> Iterator[Portion]:
    """Yield what is to be made for `whole` in portions that each hold all they need."""
    for own in _lots(whole.own):
        yield replace(whole, own=own, catalogue=whole.catalogue.part(own))


def _lots(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(names), SIZE):
        yield tuple(names[start : start + SIZE])


def finished(portion: Portion) -> Finished:
    """Return the pages of the practices of `portion` in every language, and their pictures."""
    return _finished(portion, portion.own)


def _finished(whole: Portion, own: Sequence[str]) -> Finished:
    """What `whole` makes of the practices `own`."""
    first = whole.makers[0][0]
    practices = []
    for name in own:
        entry = whole.catalogue.by_id[name]
        files: list[tuple[str, bytes]] = []
        found: list[Listed] = []
        for frame, describer, shell in whole.makers:
            page = describer.described(printable(frame, practice(frame, entry)))
            found += listed(page)
            files.append((page.file, shell.html(page).encode()))
            files.append(compared_file(frame, entry))
        files.append(original_file(entry))
        files.append((picture_path(name), drawn_picture(of_practice(first, entry))))
        practices.append(Done(name, tuple(files), tuple(found)))
    return Finished(tuple(practices))


class Processes(ProcessPoolExecutor):
    """Processes of this machine that have the whole catalogue when they begin.

    A forked process shares it with this one, and is told no more of a portion than its practices:
    to send a portion, and to read it there, can take as long as to make its pages.
    """

    def __init__(self, jobs: int, whole: Portion, write: Write | None = None) -> None:
        """Make the pages of `whole`, or of a part of it, in `jobs` processes, two or more.

        With `write` the processes put the files of practices in their place themselves, and send
        no more back than what they told of them.
        """
        # This process is one of the `jobs`: it makes the other pages, and then helps.
        super().__init__(jobs - 1, fork(), initializer=_begin, initargs=(whole, write))
        # What was written is not sent: nothing of it fills the memory until it is taken.
        self.ahead = AHEAD if write is None else len(whole.own)

    def indexed(self, kept: WordCaches) -> Future[tuple[Mapping[str, bytes], WordCaches]]:
        """Let a process make the search index with what is `kept` of words."""
        return super().submit(_indexed_here, kept)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Let a process do `fn`."""
        if fn is finished and isinstance(args[0], Portion):
            return super().submit(_finished_here, args[0].own)
        return super().submit(fn, *args, **kwargs)


# The whole catalogue, and what writes, in a process that has them.
_here: list[tuple[Portion, Write | None]] = []


def _begin(whole: Portion, write: Write | None) -> None:
    _here[:] = [(whole, write)]


def _finished_here(own: Sequence[str]) -> Any:
    whole, write = _here[0]
    done = _finished(whole, own)
    if write is None:
        return done
    return Finished(
        tuple(replace(each, files=(), lying=write(each.files)) for each in done.practices)
    )


def _indexed_here(kept: WordCaches) -> tuple[Mapping[str, bytes], WordCaches]:
    frame = _here[0][0].makers[0][0]
    return indexed(indexing(frame, kept))


def shared_out(
    whole: Portion, work: Iterator[Portion], executor: Executor | None, meanwhile: Iterator[T]
) -> Iterator[Finished | T]:
    """Yield `work` finished, in no order that matters, and between its parts what `meanwhile` does.

    While others work on portions this process makes `meanwhile`; without an executor it does all,
    and `whole`, of which the work is a part, makes the pages. So it does with portions that
    `Processes` of this machine have not begun when it has nothing else to do.
    """
    if executor is None:
        for portion in work:
            yield _finished(whole, portion.own)
        yield from meanwhile
        return
    under_way = ((executor.submit(finished, portion), portion.own) for portion in work)
    waiting = deque(islice(under_way, getattr(executor, "ahead", AHEAD)))
    for item in meanwhile:
        yield item
        while waiting and waiting[0][0].done():
            yield waiting.popleft()[0].result()
            waiting.extend(islice(under_way, 1))
    while waiting:
        if isinstance(executor, Processes) and waiting[-1][0].cancel():
            yield _finished(whole, waiting.pop()[1])
        else:
            yield waiting.popleft()[0].result()
        waiting.extend(islice(under_way, 1))
