"""The one file that knows MkDocs: it publishes what the catalogue made, byte for byte.

Nothing that keeps readers safe happens here: pages come finished from the core, and an engine that
ignores hooks publishes the same content from the folder that `catalogue build --docs-only` writes.
"""

import atexit
import contextlib
import logging
import os
import shutil
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.utils import clean_directory

from catalogue.build import Made, made_site
from catalogue.check.report import as_text
from catalogue.checked import Inputs
from catalogue.commands.changes import git_changes
from catalogue.commands.files import (
    neighbour,
    remove_remains,
    restore_folder,
    save_cache,
    write_tree,
)
from catalogue.commands.history import GitHistory
from catalogue.commands.lock import alone_at
from catalogue.commands.outcome import CannotRunError
from catalogue.messages import messages

log = logging.getLogger("mkdocs.hooks.catalogue")

_made: list[Made] = []
# Where the site is to be, while it is made beside it.
_aside: list[Path] = []
# What a build lets go of when it ends, however it ends: MkDocs tells of no interruption.
_held = contextlib.ExitStack()
atexit.register(_held.close)


def _inputs(config: MkDocsConfig) -> Inputs:
    try:
        return Inputs.from_environment(Path(config.config_file_path).parent, os.environ)
    except ValueError as error:
        raise Abort(str(error)) from error


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check everything before MkDocs touches the site that stands."""
    inputs = _inputs(config)
    made = made_site(inputs, GitHistory(inputs.practices), changes=git_changes)
    if made.site is None:
        log.error("\n%s", as_text(made.problems))
        raise Abort(made.summary)
    _made[:] = [made]
    # MkDocs empties the folder of the site before it builds, and what is wrong may show only in
    # the end: it gets another folder, and the standing site is left until the new one is sound.
    target = Path(config.site_dir).resolve()
    _held.close()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _held.enter_context(alone_at(target))
        remove_remains(target)
        restore_folder(target)
        _aside[:] = [target]
        _held.callback(_remove_aside)
        folder = neighbour(target, "new")
    except (CannotRunError, OSError) as error:
        _held.close()
        raise Abort(str(error)) from error
    config.site_dir = str(folder)
    # The frame and the pages are the catalogue's own: the engine has nothing left to render.
    config.theme.static_templates.clear()
    config.nav = None
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave nothing to the engine's parser and to the theme."""
    return Files([])


def on_post_build(config: MkDocsConfig) -> None:
    """Write the finished site."""
    site, inputs = _made[0].site, _inputs(config)
    assert site
    target, folder = _aside[0], Path(config.site_dir)
    write_tree(folder, site.published())
    dead = list(
        site.written.dead_links(lambda url: (folder / url / "index.html").is_file(), messages())
    )
    if dead:
        log.error("\n%s", as_text(dead))
        problems = messages().get("cli.problems", count=len(dead))
        raise Abort(f"{problems} {messages().get('cli.not-built')}")
    clean_directory(str(target))
    # From here on the new site is the only one: what cannot be moved stays where it was made.
    _aside.clear()
    target.mkdir(exist_ok=True)
    for path in folder.iterdir():
        # The place of the site may be another file system.
        shutil.move(path, target / path.name)
    folder.rmdir()
    _held.close()
    config.site_dir = str(target)
    for note in site.kept.notes(messages()):
        log.info(note)
    save_cache(inputs.cache, site.kept.to_bytes())


def on_build_error(error: Exception) -> None:
    """Leave nothing of a site that did not become one."""
    _held.close()


def _remove_aside() -> None:
    for target in _aside:
        # Nobody else builds there meanwhile: what is there is this build's.
        remove_remains(target)
    _aside.clear()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Rebuild when practices, the registry, the texts or the templates change."""
    for path in _inputs(config).watched:
        if path.exists():
            server.watch(str(path))
    return server
