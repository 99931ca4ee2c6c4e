"""A new practice file, and what is still wrong with it."""

import sys
from collections.abc import Mapping
from pathlib import Path

from catalogue.check.report import as_text
from catalogue.checked import Inputs, checked
from catalogue.commands.files import write_whole
from catalogue.commands.outcome import PROBLEMS, SOUND
from catalogue.messages import messages
from catalogue.slug import slug
from catalogue.source.written import written_practice


def write_record(
    inputs: Inputs, data: Mapping[str, object], sections: Mapping[str, str], following: str
) -> int:
    """Write a practice under a name that is free; tell where, its problems, and what is next.

    Args:
        inputs: Where the practices lie.
        data: The front matter, with its title.
        sections: The text of each section by heading.
        following: The key of the text that says what to do next.

    Returns:
        The exit code: whether the file has problems.

    Raises:
        CannotRunError: The system does not let it be written.
    """
    path = _free_path(inputs.practices, slug(str(data["title"])))
    write_whole(path, written_practice(data, sections).encode())
    shown = inputs.shown(path)
    print(messages().get("cli.wrote", path=shown))
    problems = [p for p in checked(inputs, only_problems=True).problems if p.path == shown]
    sys.stderr.write(as_text(problems))
    print(messages().get(following))
    return PROBLEMS if problems else SOUND


def _free_path(folder: Path, name: str) -> Path:
    """A path in `folder` that no practice has yet."""
    path, number = folder / f"{name}.md", 2
    while path.exists():
        path, number = folder / f"{name}-{number}.md", number + 1
    return path
