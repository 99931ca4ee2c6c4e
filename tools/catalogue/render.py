"""Submitted Markdown as HTML that can do no harm.

Two layers, each enough alone: the renderer knows no HTML and only safe link schemes, and what it
made is then cut down to an allow-list by nh3 (design, section 6).
"""

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt

from catalogue.check.body import SAFE_LINK

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


@lru_cache(maxsize=64)
def rendered(markdown: str) -> str:
    """Return `markdown` (CommonMark with tables) as safe HTML."""
    return sanitised(_RENDERER.render(markdown))


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
