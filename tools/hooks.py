"""The one file that knows MkDocs: it publishes what the catalogue made, byte for byte.

Nothing that keeps readers safe happens here: pages come finished from the core, and an engine that
ignores hooks publishes the same content from the folder that `catalogue build --docs-only` writes.
"""

import logging
import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files

from catalogue.build import Made, made_site
from catalogue.check.report import as_text
from catalogue.checked import Inputs
from catalogue.commands.changes import git_changes
from catalogue.commands.files import save_cache, write_tree
from catalogue.commands.history import GitHistory
from catalogue.messages import messages

log = logging.getLogger("mkdocs.hooks.catalogue")

_made: list[Made] = []


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
    folder = Path(config.site_dir)
    write_tree(folder, site.published())
    dead = list(
        site.written.dead_links(lambda url: (folder / url / "index.html").is_file(), messages())
    )
    if dead:
        log.error("\n%s", as_text(dead))
        raise Abort(messages().get("cli.problems", count=len(dead)))
    for note in site.kept.notes(messages()):
        log.info(note)
    save_cache(inputs.cache, site.kept.to_bytes())


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Rebuild when practices, the registry, the texts or the templates change."""
    for path in _inputs(config).watched:
        server.watch(str(path))
    return server
