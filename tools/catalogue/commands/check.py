"""`catalogue check`."""

import argparse
import os
import sys
from collections.abc import Iterable, Set
from pathlib import Path

from catalogue.check.report import FORMATS, as_text
from catalogue.checked import Inputs, checked, summary_of
from catalogue.commands.inputs import inputs_here
from catalogue.commands.outcome import PROBLEMS, SOUND, CannotRunError
from catalogue.commands.progress import step
from catalogue.messages import messages
from catalogue.problem import Problem


def check(given: argparse.Namespace) -> int:
    """Check the practices and the registry; print every problem of the files asked for."""
    texts = messages()
    inputs = inputs_here(os.environ)
    wanted = [Path(path) for path in given.paths]
    for path in wanted:
        if not os.path.lexists(path):
            raise CannotRunError(texts.get("cli.no-path", path=path))
    # Of what was named, and of problems, there may be thousands: each place is looked up once.
    ours = {path.resolve() for path in inputs.watched}
    outside = tuple(p for path in wanted for p in _files(path, inputs) if not _is_in(p, ours))
    places = {_real(path) for path in wanted}

    def asked_for(problems: Iterable[Problem]) -> list[Problem]:
        return [p for p in problems if not wanted or _is_in(inputs.root / p.path, places)]

    def tell(problems: Iterable[Problem]) -> None:
        sys.stdout.write(as_text(asked_for(problems)))
        sys.stdout.flush()

    step("check")
    # A person reads the first problem while the rest is being looked for.
    told = tell if given.format == "text" else None
    result = checked(inputs, extra=outside, only_problems=True, told=told)
    problems = asked_for(result.problems)
    if given.format != "text":
        sys.stdout.write(FORMATS[given.format](problems))
    else:
        named = bool(wanted) and all(p.is_file() for p in wanted)
        others = ours - {inputs.practices.resolve()}
        count = sum(not _is_in(p, others) for p in wanted) if named else result.practices
        print(summary_of(count, len(problems), texts, result.partly), file=sys.stderr)
    return PROBLEMS if problems else SOUND


def _files(path: Path, inputs: Inputs) -> list[Path]:
    """The practice files that `path` names: itself, or those in a folder elsewhere."""
    if path.is_symlink() or not path.is_dir():
        return [path]
    around = path.resolve() in (inputs.practices.resolve(), *inputs.practices.resolve().parents)
    return [] if around else sorted(path.glob("*.md"))


def _is_in(path: Path, places: Set[Path]) -> bool:
    """Whether `path` is one of `places` or lies below one."""
    place = _real(path)
    return not places.isdisjoint((place, *place.parents))


def _real(path: Path) -> Path:
    """Where `path` lies, whatever `..` and links lead there; a link itself is not followed."""
    return path.parent.resolve() / path.name if path.name not in {"", ".."} else path.resolve()
