"""`catalogue check`."""

import argparse
import os
import sys
from pathlib import Path

from catalogue.build import Inputs, checked, summary_of
from catalogue.check.report import FORMATS
from catalogue.commands.inputs import inputs_here
from catalogue.commands.outcome import PROBLEMS, SOUND, CannotRunError
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
    outside = tuple(p for p in wanted if p.is_file() and not _inside(p, inputs))
    result = checked(inputs, extra=outside)
    problems = [p for p in result.problems if not wanted or _asked_for(p, wanted, inputs)]
    sys.stdout.write(FORMATS[given.format](problems))
    if given.format == "text":
        count = len(wanted) if wanted and all(p.is_file() for p in wanted) else result.practices
        print(summary_of(count, len(problems), texts), file=sys.stderr)
    return PROBLEMS if problems else SOUND


def _inside(path: Path, inputs: Inputs) -> bool:
    real = path.resolve().parent
    return any(real.is_relative_to(f.resolve()) for f in (inputs.practices, inputs.registry))


def _asked_for(problem: Problem, wanted: list[Path], inputs: Inputs) -> bool:
    place = inputs.root / problem.path
    return any(place == p.absolute() or p.absolute() in place.parents for p in wanted)
