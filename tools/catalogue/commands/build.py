"""`catalogue build` and `catalogue serve`."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from catalogue.build import JOBS, PRACTICES, REGISTRY, Inputs, Made, made_files
from catalogue.check.report import as_text
from catalogue.commands.files import (
    MARK,
    neighbour,
    remove_remains,
    replace_folder,
    restore_folder,
    save_cache,
    write_tree,
)
from catalogue.commands.history import GitHistory
from catalogue.commands.inputs import inputs_here
from catalogue.commands.lock import alone_at
from catalogue.commands.outcome import PROBLEMS, SOUND, CannotRunError
from catalogue.handover import FOLDER, handed_over
from catalogue.messages import messages

ENGINE_CONFIG = "mkdocs.yml"
HAND_WRITTEN = "docs"
# The theme's notice of its end of life is known (see the README), and no news at every build.
ENGINE_QUIET = {"NO_MKDOCS_2_WARNING": "1"}


def build(given: argparse.Namespace) -> int:
    """Check the content and build the site, or with `--docs-only` the files for any engine."""
    environment = _environment(given)
    inputs = inputs_here(environment)
    _step("check")
    made = made_files(inputs, GitHistory(inputs.practices), given.skip_bad)
    if made.problems:
        sys.stderr.write(as_text(made.problems))
        print(made.summary, messages().get("cli.not-built"), file=sys.stderr)
        return PROBLEMS
    save_cache(inputs.cache, made.words)
    for note in made.notes:
        print(note, file=sys.stderr)
    if made.skipped:
        sys.stderr.write(as_text(made.skipped))
        files = len({problem.path for problem in made.skipped})
        print(messages().get("cli.skipped", count=files), file=sys.stderr)
    target = Path(given.docs_only or given.site_dir)
    with alone_at(target):
        remove_remains(target)
        restore_folder(target)
        if given.docs_only:
            _write_docs(inputs, made, target)
        else:
            _publish(inputs, made, target, environment)
    return SOUND


def serve(given: argparse.Namespace) -> int:
    """Let the engine show the site on this machine and rebuild it on changes."""
    _engine_config(Path.cwd())
    address = f"127.0.0.1:{given.port}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    return subprocess.run(command, env={**os.environ, **ENGINE_QUIET}, check=False).returncode


def _environment(given: argparse.Namespace) -> dict[str, str]:
    """The environment with what the command line says, for this process and for the engine."""
    options = {PRACTICES: given.practices, REGISTRY: given.registry, JOBS: given.jobs}
    given_options = {name: str(value) for name, value in options.items() if value}
    return {**os.environ, **given_options, **ENGINE_QUIET}


def _write_docs(inputs: Inputs, made: Made, folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise CannotRunError(messages().get("cli.not-empty", path=folder))
    _step("generate")
    own = inputs.root / HAND_WRITTEN
    hand_written = {
        path.relative_to(own).as_posix(): path.read_bytes()
        for path in sorted(own.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
    new = neighbour(folder, "new")
    try:
        write_tree(new, {**hand_written, **made.files, MARK: b""})
        replace_folder(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    print(messages().get("cli.done", path=folder), file=sys.stderr)


def _publish(inputs: Inputs, made: Made, site: Path, environment: Mapping[str, str]) -> None:
    config = _engine_config(inputs.root)
    new = neighbour(site, "new")
    _step("publish")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    command += ["--config-file", str(config), "--site-dir", str(new.absolute())]
    hand = neighbour(site, "made")
    try:
        write_tree(hand, handed_over(made))
        environment = {**environment, FOLDER: str(hand.absolute())}
        done = subprocess.run(
            command, env=environment, stderr=subprocess.PIPE, text=True, check=False
        )
        sys.stderr.write(_said(done.stderr))
        if done.returncode != 0:
            raise CannotRunError(messages().get("cli.engine-failed"))
        _step("replace")
        replace_folder(new, site)
    finally:
        for folder in (new, hand):
            shutil.rmtree(folder, ignore_errors=True)
    print(messages().get("cli.done", path=f"{site}/index.html"), file=sys.stderr)


def _said(errors: str) -> str:
    """What the engine said, and of a traceback only what went wrong: the rest helps nobody here."""
    before, traceback, rest = errors.partition("Traceback (most recent call last):")
    return before + rest.rstrip().rpartition("\n")[2] + "\n" if traceback else errors


def _engine_config(root: Path) -> Path:
    config = root / ENGINE_CONFIG
    if not config.is_file():
        raise CannotRunError(messages().get("cli.no-engine-config", path=root))
    return config


def _step(name: str) -> None:
    """Tell a person at a terminal what is being done; a log file needs no progress."""
    if sys.stderr.isatty():
        print(f"· {messages().get(f'cli.step.{name}')} …", file=sys.stderr)
