"""The pages written by hand: Markdown in `docs/`, published like every other page."""

import posixpath
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from catalogue.check.link import SAFE_LINK
from catalogue.check.resolve import resolve
from catalogue.check.written import NEEDED, Manuscript, within
from catalogue.messages import Messages
from catalogue.pages.frame import Frame
from catalogue.pages.page import Page
from catalogue.problem import Finding, Problem
from catalogue.slug import slug
from catalogue.source.document import Source

# No picture: the check refuses it, and would it get through, it is a link.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
_WRAP = Markup('<div class="prose prose--page">\n{}</div>')
# The catalogue's own pages may tell how its keepers are reached.
_KEEPERS = ("mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Link:
    """A link from a page written by hand to another page of the site.

    Attributes:
        source: The file and where in it the link stands.
        line: The line of the body.
        target: As it is written.
        url: The address of the page from the root of the site.
    """

    source: Source
    line: int
    target: str
    url: str


@dataclass(frozen=True, slots=True)
class Written:
    """The pages, and the links from them within the site."""

    pages: tuple[Page, ...]
    links: tuple[Link, ...]

    def in_language(self, frame: Frame) -> Iterator[Page]:
        """Yield each page in the language of `frame`; one not translated says so, and is whole."""
        translated = {page.place: page for page in self.pages if page.prefix == frame.prefix}
        for page in self.pages:
            if not page.prefix:
                yield (
                    translated.pop(page.place)
                    if page.place in translated
                    else _only_in(page, frame)
                )
        yield from translated.values()

    def dead_links(self, exists: Callable[[str], bool], texts: Messages) -> Iterator[Problem]:
        """Yield the links to pages that, as `exists` tells of their address, are not there."""
        for link in self.links:
            if not exists(link.url):
                finding = Finding((), "dead-link", {"found": link.target}, line=link.line)
                yield from resolve(link.source, [finding], texts, in_body=True)


def written_pages(manuscripts: Iterable[Manuscript]) -> Written:
    """Make the pages of what was written by hand."""
    pages: list[Page] = []
    links: list[Link] = []
    for made in manuscripts:
        html, found = _published(made.source, made.name)
        links += found
        title, description = (str(made.source.data[key]) for key in NEEDED)
        about = (title, description, "text", made.language, html)
        pages.append(Page(_url(made.name), *about, prefix=made.prefix))
    return Written(tuple(pages), tuple(links))


def _only_in(page: Page, frame: Frame) -> Page:
    """A page that has not been translated, as it stands among those that have."""
    notice = Markup('<p class="notice">{}</p>\n<div lang="{}">\n{}</div>')
    html = notice.format(frame.texts.get("languages.only"), page.language, Markup(page.html))
    url, language = frame.prefix + page.url, frame.texts.language
    return replace(page, url=url, language=language, html=html, prefix=frame.prefix)


def _url(name: str) -> str:
    """The address of the page that the file `name` makes, from the root of the site."""
    stem = name.removesuffix(".md")
    return stem.removesuffix("index") if stem.endswith("/index") or stem == "index" else f"{stem}/"


def _published(source: Source, name: str) -> tuple[str, list[Link]]:
    """The page as HTML, with links to files of pages made links to pages."""
    tokens = _MARKDOWN.parse(source.body)
    links: list[Link] = []
    for position, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag != "h1":
            token.attrSet("id", slug(tokens[position + 1].content))
    for line, child in within(tokens):
        if child.type == "link_open":
            links += _led(child, source, name, line)
    html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    return _WRAP.format(Markup(html)), links


def _led(link: Token, source: Source, name: str, line: int) -> Iterator[Link]:
    """Let `link` lead to the page instead of its file; yield it if it stays within the site."""
    target = str(link.attrGet("href"))
    if SAFE_LINK.match(target) or target.startswith(_KEEPERS):
        return
    path, mark, fragment = target.partition("#")
    url = _url(posixpath.normpath(posixpath.join(posixpath.dirname(name), path)))
    link.attrSet("href", f"{posixpath.relpath('/' + url, '/' + _url(name))}/{mark}{fragment}")
    yield Link(source, line, target, url)
