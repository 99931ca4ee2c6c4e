"""`catalogue build` and `catalogue serve`."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from pathlib import Path

from catalogue.build import JOBS, PRACTICES, REGISTRY, made_site, workers
from catalogue.check.report import as_text
from catalogue.commands.changes import git_changes
from catalogue.commands.files import (
    MARK,
    neighbour,
    remove_remains,
    replace_folder,
    restore_folder,
    save_cache,
    write_tree,
    write_whole,
)
from catalogue.commands.history import GitHistory
from catalogue.commands.inputs import inputs_here
from catalogue.commands.lock import alone_at
from catalogue.commands.outcome import PROBLEMS, SOUND, CannotRunError
from catalogue.commands.takeaway import offering, wanted, write_takeaways
from catalogue.messages import messages
from catalogue.pages.elsewhere import engine_config
from catalogue.problem import Problem
from catalogue.site import Site

ENGINE_CONFIG = "mkdocs.yml"
# The theme's notice of its end of life is known (see the README), and no news at every build.
ENGINE_QUIET = {"NO_MKDOCS_2_WARNING": "1"}


def build(given: argparse.Namespace) -> int:
    """Check the content and build the site, or with `--docs-only` the files for any engine."""
    kinds = wanted(given)
    environment = _environment(given)
    inputs = inputs_here(environment)
    _step("check")
    made = made_site(inputs, GitHistory(inputs.practices), given.skip_bad, git_changes)
    if made.site is None:
        return _refused(made.problems, made.summary)
    site = offering(made.site, kinds)
    if made.skipped:
        sys.stderr.write(as_text(made.skipped))
        files = len({problem.path for problem in made.skipped})
        print(messages().get("cli.skipped", count=files), file=sys.stderr)
    target = Path(given.docs_only or given.site_dir)
    if given.docs_only and not _ours(target):
        raise CannotRunError(messages().get("cli.not-empty", path=target))
    with alone_at(target):
        remove_remains(target)
        restore_folder(target)
        with workers(inputs, len(site.frame.catalogue.entries)) as executor:
            dead = _publish(site, target, bool(given.docs_only), executor)
    if dead:
        return _refused(dead, messages().get("cli.problems", count=len(dead)))
    for note in site.kept.notes(messages()):
        print(note, file=sys.stderr)
    save_cache(inputs.cache, site.kept.to_bytes())
    if given.docs_only:
        _offer_config(site, target)
    shown = target if given.docs_only else f"{target}/index.html"
    print(messages().get("cli.done", path=shown), file=sys.stderr)
    return SOUND


def _offer_config(site: Site, target: Path) -> None:
    """Write a configuration for other engines beside `target`; one that is there is its owner's."""
    path = target.with_name(f"{target.name}.yml")
    if not path.exists():
        write_whole(path, engine_config(site.frame.settings, target.name).encode())


def _refused(problems: Sequence[Problem], summary: str) -> int:
    sys.stderr.write(as_text(problems))
    print(summary, messages().get("cli.not-built"), file=sys.stderr)
    return PROBLEMS


def _ours(folder: Path) -> bool:
    """Whether `folder` may be replaced: it is not there, is empty, or was made by this command."""
    return not (folder.is_dir() and any(folder.iterdir())) or (folder / MARK).is_file()


def _publish(
    site: Site, target: Path, documents: bool, executor: Executor | None
) -> tuple[Problem, ...]:
    """Write the site, or what engines make one from, and put it in the place of `target`.

    Return the dead links that stand against that; then `target` is as it was.
    """
    _step("generate")
    new = neighbour(target, "new")
    try:
        write_tree(new, site.documents() if documents else site.published(executor))
        page = "index.md" if documents else "index.html"
        exists: Callable[[str], bool] = lambda url: (new / url / page).is_file()  # noqa: E731
        dead = tuple(site.written.dead_links(exists, messages()))
        if not dead:
            if documents:
                write_tree(new, [(MARK, b"")])
            write_takeaways(site, new)
            _step("replace")
            replace_folder(new, target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotRunError(
            messages().get("cli.writing-site", path=target, reason=reason)
        ) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return dead


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


def _engine_config(root: Path) -> Path:
    config = root / ENGINE_CONFIG
    if not config.is_file():
        raise CannotRunError(messages().get("cli.no-engine-config", path=root))
    return config


def _step(name: str) -> None:
    """Tell a person at a terminal what is being done; a log file needs no progress."""
    if sys.stderr.isatty():
        print(f"· {messages().get(f'cli.step.{name}')} …", file=sys.stderr)
