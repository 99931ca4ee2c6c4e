"""Hugo with every field: pages that tell of a practice what ours tell, from the same front matter.

A page and a JSON file of each practice, with its facts, outcomes, citation and structured data;
lists with cards, paged, and feeds, for the same vocabularies. What ours derives (evidence,
comparisons, charts, translated labels) it has not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from benchmarks.build.content import Article, whole
from benchmarks.build.peer import write_articles, write_files

_FILES = {
    "hugo.toml": """baseURL = "https://esimerkki.invalid/"
title = "Käytännöt"
locale = "fi"
[taxonomies]
theme = "themes"
target_group = "target_groups"
service_level = "service_levels"
place = "places"
indicator = "indicators"
[outputs]
page = ["html", "json"]
[pagination]
pagerSize = 20
[services.rss]
limit = 50
""",
    "layouts/_default/baseof.html": """<!doctype html>
<html lang="fi"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">{{ block "head" . }}{{ end }}</head>
<body><nav><a href="/">Etusivu</a> <a href="/kaytannot/">Käytännöt</a> <a href="/themes/">Teemat</a>
<a href="/places/">Alueet</a> <a href="/indicators/">Mittarit</a></nav>
<main>{{ block "main" . }}{{ end }}</main><footer>CC BY 4.0</footer></body></html>
""",
    "layouts/partials/value.html": """{{ if reflect.IsMap . }}<dl>{{ range $name, $value := . }}
<dt>{{ humanize $name }}</dt><dd>{{ partial "value.html" $value }}</dd>{{ end }}</dl>
{{ else if reflect.IsSlice . }}<ul>{{ range . }}
<li>{{ partial "value.html" . }}</li>{{ end }}</ul>{{ else }}{{ . }}{{ end }}
""",
    "layouts/partials/figure.html": """{{ with . }}{{ .precision }} {{ .value }} {{ .unit }}
({{ partial "value.html" .period }}){{ else }}–{{ end }}
""",
    "layouts/_default/single.html": """{{ define "head" }}<script type="application/ld+json">
{{ dict "@context" "https://schema.org" "@type" "Article" "headline" .Title
"description" .Description "url" .Permalink "citation" .Params.practice.sources
"license" "https://creativecommons.org/licenses/by/4.0/" | jsonify | safeJS }}</script>{{ end }}
{{ define "main" }}{{ $practice := .Params.practice }}<h1>{{ .Title }}</h1>
<p>{{ .Description }}</p>
<ul>{{ range .Params.themes }}<li><a href="/themes/{{ . }}/">{{ . }}</a></li>{{ end }}</ul>
<h2>Tiedot</h2><dl>{{ range $name, $value := $practice }}
{{ if not (in (slice "outcomes" "sources" "related") $name) }}
<dt>{{ humanize $name }}</dt><dd>{{ partial "value.html" $value }}</dd>{{ end }}{{ end }}</dl>
<h2>Tulokset</h2>{{ with $practice.outcomes }}<table>
<tr><th>Mittari</th><th>Keitä</th><th>Lähtötaso</th><th>Seuranta</th><th>Suunta</th></tr>
{{ range . }}<tr id="{{ .id }}">
<th><a href="/indicators/{{ .indicator }}/">{{ .indicator }}</a></th><td>{{ .population }}</td>
<td>{{ partial "figure.html" .baseline }}</td><td>{{ partial "figure.html" .follow_up }}</td>
<td>{{ .observed }}</td></tr>
<tr><td colspan="5"><p>{{ .statement }}</p><p>{{ .place }} {{ .population_note }} {{ .design }}</p>
{{ with .change_reported }}<p>{{ partial "figure.html" . }}</p>{{ end }}
{{ with .comparators }}{{ partial "value.html" . }}{{ end }}{{ partial "value.html" .caveats }}
{{ range .contradicts }}<a href="#{{ . }}">{{ . }}</a>{{ end }}
<p><a href="#{{ .source }}">{{ .source }}</a>, {{ .locator }}</p></td></tr>{{ end }}
</table>{{ end }}
{{ .Content }}
<h2>Lähteet</h2><ol>{{ range $practice.sources }}
<li id="{{ .id }}"><a href="{{ .url }}">{{ .title }}</a>. {{ .publisher }},
{{ partial "value.html" .date }}.
{{ .kind }}, {{ .independence }}</li>{{ end }}</ol>
{{ with $practice.related }}<h2>Aiheeseen liittyvät</h2><ul>{{ range . }}
<li>{{ with $.Site.GetPage (printf "/kaytannot/%s" .practice) }}
<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}: {{ .how }}</li>{{ end }}</ul>{{ end }}
<p>{{ .Title }}. {{ $practice.provider }}. {{ .Permalink }}.
Tarkistettu {{ partial "value.html" $practice.reviewed }}.</p>
{{ end }}
""",
    "layouts/_default/single.json": """{{ .Params.practice | jsonify }}
""",
    "layouts/_default/list.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range .Paginator.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
{{ with .Params.practice }}<p>{{ .summary }}</p><dl><dt>Laji</dt><dd>{{ .kind }}</dd>
<dt>Vaihe</dt><dd>{{ .status.value }}</dd><dt>Järjestäjä</dt><dd>{{ .provider }}</dd>
<dt>Tuloksia</dt><dd>{{ len (default slice .outcomes) }}</dd></dl>{{ end }}</article>{{ end }}
{{ with .Paginator.Prev }}<a href="{{ .URL }}">Edellinen</a>{{ end }}
{{ with .Paginator.Next }}<a href="{{ .URL }}">Seuraava</a>{{ end }}{{ end }}
""",
}
_LISTED = ("themes", "target_groups", "service_levels", "places")


def hugo(project: Path, articles: Iterable[Article]) -> None:
    """Write a project of Hugo's whose pages tell every field of the articles."""
    write_files(project, _FILES)
    write_articles(project / "content" / "kaytannot", articles, _file)


def _file(article: Article) -> str:
    record = article.record
    indicators = {outcome["indicator"] for outcome in record.get("outcomes", ())}
    more: dict[str, object] = {name: list(record[name]) for name in _LISTED if name in record}
    more["indicators"] = sorted(indicators)
    return whole(replace(article, body=article.own), **more)
