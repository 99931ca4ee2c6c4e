"""The other builders: each with a simple template of its own, and the same articles.

Hugo and Eleventy make a page of each article, pages of a hundred links to all of them, and the
same for each theme. Hugo does so also with all of the front matter in its files, as ours has it,
and with every field on its pages, see `all_fields.py`. MkDocs Material and Zensical
make what their themes make.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from benchmarks.build import all_fields
from benchmarks.build.content import Article, whole
from benchmarks.build.peer import Peer, write_articles, write_files

HUGO = "Hugo"
WHOLE = "Hugo, whole front matter"
ALL_FIELDS = "Hugo, all fields"
_PER_PAGE = 100
_MKDOCS = "site_name: Käytännöt\nsite_url: https://esimerkki.invalid/\ntheme:\n  name: material\n"
# The theme's pruning keeps the pages of one folder, so they are left out of the navigation too.
_PRUNED = "  features: [navigation.prune]\nnav: [index.md]\nnot_in_nav: kaytannot/*\n"
_HUGO = {
    "hugo.toml": f"""baseURL = "https://esimerkki.invalid/"
title = "Käytännöt"
languageCode = "fi"
disableKinds = ["RSS"]
[taxonomies]
theme = "themes"
[pagination]
pagerSize = {_PER_PAGE}
""",
    "layouts/_default/baseof.html": """<!doctype html>
<html lang="fi"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"></head>
<body><nav><a href="/">Etusivu</a> <a href="/themes/">Teemat</a></nav>
<main>{{ block "main" . }}{{ end }}</main></body></html>
""",
    "layouts/_default/single.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Params.themes }}<li><a href="/themes/{{ . }}/">{{ . }}</a></li>{{ end }}</ul>
{{ .Content }}{{ end }}
""",
    "layouts/_default/list.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Paginator.Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ with .Paginator.Prev }}<a href="{{ .URL }}">Edellinen</a>{{ end }}
{{ with .Paginator.Next }}<a href="{{ .URL }}">Seuraava</a>{{ end }}{{ end }}
""",
}
_ELEVENTY = {
    "package.json": '{"type": "module", "private": true}\n',
    "eleventy.config.js": """export default function (config) {
  config.addCollection('byTheme', (api) => {
    const themes = new Map();
    for (const page of api.getFilteredByGlob('src/kaytannot/*.md')) {
      for (const theme of page.data.themes) {
        if (!themes.has(theme)) themes.set(theme, []);
        themes.get(theme).push({ url: page.url, title: page.data.title });
      }
    }
    const pages = [];
    for (const [theme, links] of themes) {
      for (let at = 0; at < links.length; at += PER_PAGE) {
        pages.push({ theme, number: at / PER_PAGE, links: links.slice(at, at + PER_PAGE) });
      }
    }
    return pages;
  });
  config.addCollection('links', (api) =>
    api
      .getFilteredByGlob('src/kaytannot/*.md')
      .map((page) => ({ url: page.url, title: page.data.title })),
  );
  return { dir: { input: 'src', output: '_site' }, markdownTemplateEngine: false };
}
""".replace("PER_PAGE", str(_PER_PAGE)),
    "src/_includes/base.njk": """<!doctype html>
<html lang="fi"><head><meta charset="utf-8"><title>{{ title }}</title>
<meta name="description" content="{{ description }}"></head>
<body><nav><a href="/">Etusivu</a></nav><main><h1>{{ title }}</h1>
<ul>{% for theme in themes %}
<li><a href="/themes/{{ theme }}/0/">{{ theme }}</a></li>{% endfor %}</ul>
{{ content | safe }}</main></body></html>
""",
    "src/index.njk": """---
layout: base.njk
title: Käytännöt
pagination: {data: collections.links, size: PER_PAGE, alias: links}
---
<ul>{% for link in links %}
<li><a href="{{ link.url }}">{{ link.title }}</a></li>{% endfor %}</ul>
{% if pagination.href.next %}<a href="{{ pagination.href.next }}">Seuraava</a>{% endif %}
""".replace("PER_PAGE", str(_PER_PAGE)),
    "src/theme.njk": """---
layout: base.njk
pagination: {data: collections.byTheme, size: 1, alias: page_of}
permalink: "themes/{{ page_of.theme }}/{{ page_of.number }}/"
---
<ul>{% for link in page_of.links %}
<li><a href="{{ link.url }}">{{ link.title }}</a></li>{% endfor %}</ul>
""",
}


def _mkdocs(config: str, project: Path, articles: Iterable[Article]) -> None:
    write_files(project, {"mkdocs.yml": config, "docs/index.md": "# Käytännöt\n"})
    write_articles(project / "docs" / "kaytannot", articles)


def _hugo(project: Path, articles: Iterable[Article]) -> None:
    write_files(project, _HUGO)
    write_articles(project / "content" / "kaytannot", articles)


def _hugo_whole(project: Path, articles: Iterable[Article]) -> None:
    write_files(project, _HUGO)
    write_articles(project / "content" / "kaytannot", articles, whole)


def _eleventy(project: Path, articles: Iterable[Article]) -> None:
    write_files(project, _ELEVENTY)
    layout = partial(Article.markdown, layout="base.njk")
    write_articles(project / "src" / "kaytannot", articles, layout)


def _of_hugo(name: str, write: Callable[[Path, Iterable[Article]], None]) -> Peer:
    return Peer(
        name,
        "hugo",
        write,
        lambda program: [program, "--quiet"],
        "content/kaytannot",
        "public",
        ("resources",),
    )


_QUIET = {"NO_MKDOCS_2_WARNING": "1"}
_DOCS = "docs/kaytannot"
PEERS: tuple[Peer, ...] = (
    _of_hugo(HUGO, _hugo),
    _of_hugo(WHOLE, _hugo_whole),
    _of_hugo(ALL_FIELDS, all_fields.hugo),
    Peer(
        "Eleventy",
        "eleventy",
        _eleventy,
        lambda program: ["node", program, "--quiet"],
        "src/kaytannot",
        "_site",
        (".cache",),
    ),
    Peer(
        "Material, pruned navigation, no search",
        "mkdocs",
        partial(_mkdocs, f"{_MKDOCS}{_PRUNED}plugins: []\n"),
        lambda program: [program, "build", "--quiet"],
        _DOCS,
        "site",
        environment=_QUIET,
    ),
    Peer(
        "Material as it comes",
        "mkdocs",
        partial(_mkdocs, _MKDOCS),
        lambda program: [program, "build", "--quiet"],
        _DOCS,
        "site",
        environment=_QUIET,
        most=1_000,
        why="its navigation on every page grows with the catalogue: 20 minutes at 5,000",
    ),
    Peer(
        "Zensical, pruned navigation",
        "zensical",
        partial(_mkdocs, _MKDOCS + _PRUNED),
        lambda program: [program, "build"],
        _DOCS,
        "site",
        (".cache",),
    ),
)
