"""Submitted Markdown as HTML that can do no harm.

Two layers, each enough alone: the renderer knows no HTML and only safe link schemes, and what it
made is then cut down to an allow-list by nh3 (design, section 6).

Paragraphs, lists, emphasis and headings alone (`plain`) hold nothing that a renderer could let
through. A faster one makes the same of them: most bodies are no more. If what it made has no tag
but those (`bare`), nothing is left to cut.
"""

import re
from functools import lru_cache

import nh3
import pyromark
from markdown_it import MarkdownIt

from catalogue.check.body import SAFE_LINK, plain

TAGS = frozenset(
    [
        *("p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr"),
        *("h3", "h4", "table", "thead", "tbody", "tr", "th", "td"),
    ]
)
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "*": set()}
_SCHEMES = {"http", "https", "mailto", "tel"}


def _renderer() -> MarkdownIt:
    renderer = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    renderer.validateLink = lambda url: bool(SAFE_LINK.match(url))  # type: ignore[method-assign]
    return renderer


_RENDERER = _renderer()
_ODD_SPACE = re.compile(r"[^\S \n]")
_LIST_IN_LIST = re.compile(r"^ *(?:[-+*]|\d+[.)]) +(?:[-+*]|\d+[.)])(?: |$)", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@lru_cache(maxsize=64)
def rendered(markdown: str) -> str:
    """Return `markdown` (CommonMark with tables) as safe HTML."""
    simple = _simple(markdown)
    html = pyromark.html(markdown) if simple else _RENDERER.render(markdown)
    if simple and bare(html):
        return html
    # The gate refuses control characters, but a percent-encoded address is shown decoded.
    return _CONTROL.sub("", sanitised(html))


def _simple(markdown: str) -> bool:
    """Whether both renderers make the same of it.

    They differ in code, in odd white space, and in how deep quotes and lists may go: only the
    stricter one has a limit.
    """
    unlike = ">" in markdown or "    " in markdown or _ODD_SPACE.search(markdown)
    return plain(markdown) and not unlike and not _LIST_IN_LIST.search(markdown)


# What the faster renderer makes of most texts, each tag as it is written, without attributes.
_BARE = tuple(
    f"<{slash}{tag}>"
    for tag in ("p", "ul", "ol", "li", "em", "strong", "h3", "h4")
    for slash in ("", "/")
)


def bare(html: str) -> bool:
    """Whether `html` has no tag, attribute or entity but a few harmless tags.

    The second layer for what the faster renderer made: `sanitised`, which takes ten times as long,
    would give it back as it is.
    """
    if html.count("<") != sum(map(html.count, _BARE)):
        return False
    return "&" not in html and "\xa0" not in html and not _CONTROL.search(html)


def sanitised(html: str) -> str:
    """Return `html` with every tag, attribute and link scheme removed that is not allowed."""
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel="nofollow noopener",
        strip_comments=True,
    )
