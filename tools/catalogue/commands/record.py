"""A new practice file, and what is still wrong with it."""

import sys
from collections.abc import Mapping
from pathlib import Path

from catalogue.check.report import as_text
from catalogue.checked import Inputs, checked
from catalogue.commands.files import write_whole
from catalogue.commands.outcome import PROBLEMS, SOUND
from catalogue.messages import messages
from catalogue.model.practice import Practice
from catalogue.slug import slug
from catalogue.source.written import written_practice

# Begins the name of an unfinished practice, which lies outside the folder of practices.
DRAFT = "luonnos-"


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


def write_draft(inputs: Inputs, data: Mapping[str, object], sections: Mapping[str, str]) -> None:
    """Write an unfinished practice beside the practices, where no check takes it for one; say so.

    Raises:
        CannotRunError: The system does not let it be written.
    """
    order = {name: position for position, name in enumerate(Practice.model_fields)}
    written = dict(sorted(data.items(), key=lambda item: order[item[0]]))
    path = _free_path(inputs.root, DRAFT + slug(str(data["title"])))
    write_whole(path, written_practice(written, sections).encode())
    shown = inputs.shown(path)
    print(f"\n{messages().get('new.draft', path=shown)}", file=sys.stderr)


def _free_path(folder: Path, name: str) -> Path:
    """A path in `folder` that no practice has yet."""
    path, number = folder / f"{name}.md", 2
    while path.exists():
        path, number = folder / f"{name}-{number}.md", number + 1
    return path
