"""The one file that knows MkDocs: hands it what the catalogue made, and nothing more.

Nothing that keeps readers safe happens here. An engine that ignores hooks publishes the same pages
from the folder that `catalogue build --docs-only` writes.
"""

import logging
import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as EnginePage

from catalogue.build import Inputs, Made, made_files
from catalogue.check.report import as_text
from catalogue.commands.files import save_cache
from catalogue.commands.history import GitHistory
from catalogue.handover import FOLDER, taken_over

log = logging.getLogger("mkdocs.hooks.catalogue")

# Files of the theme that no page of ours asks for.
_UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
_state: dict[str, Any] = {}


def _inputs(config: MkDocsConfig) -> Inputs:
    return Inputs.from_environment(Path(config.config_file_path).parent, os.environ)


def _made(inputs: Inputs) -> Made:
    """What `catalogue build` made already, or what is made here for the engine run by itself."""
    folder = os.environ.get(FOLDER)
    if folder:
        return taken_over(Path(folder))
    made = made_files(inputs, GitHistory(inputs.practices))
    for note in made.notes:
        log.info(note)
    save_cache(inputs.cache, made.words)
    return made


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check and make everything before MkDocs touches the site that stands."""
    made = _made(_inputs(config))
    if made.problems:
        log.error("\n%s", as_text(made.problems))
        raise Abort(made.summary)
    assert made.settings
    config.site_name = made.settings.name
    config.site_description = made.settings.description
    config.site_url = made.settings.site_url or config.site_url
    config.extra["catalogue"] = made.frame_values
    # Its dates are those of the build; the catalogue's own sitemap has those of the content.
    config.theme.static_templates.discard("sitemap.xml")
    _state.update(files=made.files, html={})
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and data, in memory, and leave out what the theme ships unused."""
    for file in list(files):
        if file.src_uri.startswith(_UNUSED) and file.generated_by is None:
            own = Path(config.theme.custom_dir or "", file.src_uri)
            if not own.is_file():
                files.remove(file)
        elif file.src_uri == "sitemap.xml":
            files.remove(file)
    for path, content in _state["files"].items():
        files.append(
            File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED)
        )
    return files


def on_page_markdown(markdown: str, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
    """Keep the engine's Markdown parser away from pages that are finished already."""
    if page.file.src_uri not in _state["files"]:
        return markdown
    _state["html"][page.file.src_uri] = markdown.strip("\n")
    return ""


def on_page_content(html: str, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
    """Put the finished content in its place."""
    return str(_state["html"].pop(page.file.src_uri, html))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Rebuild when practices, the registry or the templates change."""
    inputs = _inputs(config)
    for path in (*inputs.watched, Path(config.theme.custom_dir or "")):
        server.watch(str(path))
    return server
