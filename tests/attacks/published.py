"""Hostile catalogues published as sites, with one layer of defence or another taken away."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest
from markdown_it import MarkdownIt
from markupsafe import Markup

from catalogue.build import theme_files
from catalogue.commands.files import write_tree
from catalogue.pages.frame import frame_of
from catalogue.pages.written import Written
from catalogue.search.kept import WordCaches
from catalogue.site import Site
from tests.attacks.hostile import TEXTS, hostile_catalogue, hostile_name, hostile_settings

ROOT = Path(__file__).parents[2]
QUIET = {"NO_MKDOCS_2_WARNING": "1"}


def hostile_site(cache: Path) -> Site:
    """Return the site of the hostile catalogue."""
    frame = frame_of(hostile_catalogue(), hostile_settings())
    theme = theme_files(ROOT / "overrides" / "assets")
    return Site(frame, Written((), ()), theme, WordCaches(cache))


def publish(site: Site, folder: Path) -> Path:
    """Publish `site` as `catalogue build` does; return where."""
    write_tree(folder / "site", site.published())
    return folder / "site"


def publish_plainly(files: Mapping[str, bytes], folder: Path) -> Path:
    """Publish the folder of `--docs-only` with MkDocs alone: its own theme, no hook of ours."""
    # Its menu names every page on every page: the practices and what leads to them are enough.
    chosen = {k: v for k, v in files.items() if not k.startswith(("alueet/", "teemat/", "haku/"))}
    write_tree(folder / "docs", chosen.items())
    config = folder / "mkdocs.yml"
    config.write_text("site_name: Muu\ntheme: mkdocs\nuse_directory_urls: true\n", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]
    subprocess.run(command, check=True, env={**os.environ, **QUIET})
    return folder / "site"


def without_policy(site: Path) -> None:
    """Take the Content-Security-Policy out of every page of `site`."""
    policy = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
    for path in site.rglob("*.html"):
        text, count = policy.subn("", path.read_text(encoding="utf-8"), count=1)
        assert count == 1, path
        path.write_text(text, encoding="utf-8")


def carriers(site: Path) -> set[str]:
    """Return the addresses of the practices in whose pages their own attack stands as written."""
    names = {hostile_name(number, text): text for number, text in enumerate(TEXTS)}
    return {
        f"kaytannot/{quote(name)}/index.html"
        for name, text in names.items()
        if text in (site / "kaytannot" / name / "index.html").read_text(encoding="utf-8")
    }


def sanitising_off(patch: pytest.MonkeyPatch) -> None:
    """Let raw HTML and any link through the renderer, the sanitiser and the templates."""
    renderer = MarkdownIt("commonmark", {"html": True}).enable("table")
    allow: Callable[[str], bool] = lambda url: True  # noqa: E731
    renderer.validateLink = allow  # type: ignore[method-assign]
    patch.setattr("catalogue.render._RENDERER", renderer)
    patch.setattr("catalogue.render.sanitised", lambda html: html)
    for name in ("escape", "_escaped"):
        patch.setattr(f"catalogue.pages.markup.{name}", Markup)
