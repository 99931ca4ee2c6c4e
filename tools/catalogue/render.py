"""Submitted Markdown as HTML that can do no harm.

Two layers, each enough alone: the renderer knows no HTML and only safe link schemes, and what it
made is then cut down to an allow-list by nh3 (design, section 6).

Paragraphs, lists, emphasis and headings alone (`plain`) hold nothing that a renderer could let
through. A faster one makes the same of them: most bodies are no more. And where what it made is
seen to be such tags and text between them (`_FLAT`), nh3 would give it back as it is.
"""

import re
from functools import lru_cache

import nh3
import pyromark
from markdown_it import MarkdownIt

from catalogue.check.body import plain
from catalogue.check.link import SAFE_LINK, shortened
from catalogue.personal import masked_html

TAGS = frozenset(
    [
        *("p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr"),
        *("h3", "h4", "table", "thead", "tbody", "tr", "th", "td"),
    ]
)
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "*": set()}
_SCHEMES = {"http", "https"}


def _renderer() -> MarkdownIt:
    renderer = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    renderer.validateLink = lambda url: bool(SAFE_LINK.match(url))  # type: ignore[method-assign]
    return renderer


_RENDERER = _renderer()
# White space but for the space and the line feed, and what `plain` knows.
_ODD_SPACES = (
    "\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000"
)
_LIST_IN_LIST = re.compile(r"\n *(?:[-+*]|\d+[.)]) +(?:[-+*]|\d+[.)])(?: |$)", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
# Paragraphs, headings and lists, one after another, of text in which nothing stands for another
# character, and of emphasis that holds no other: nothing nests, and no tag has an attribute.
# At each place there is one way to go on, so that it takes no longer than the text is long. (That
# need not be said with possessive quantifiers: in Python 3.11.2 they take what does not match.)
_TEXT = r"[^<>&\x00-\x09\x0b-\x1f\x7f-\xa0\ufeff]*"
_LINE = rf"{_TEXT}(?:(?:<em>{_TEXT}</em>|<strong>{_TEXT}</strong>){_TEXT})*"
_ITEMS = rf"\n(?:<li>{_LINE}</li>\n)+"
_FLAT = re.compile(
    rf"(?:<p>{_LINE}</p>\n|<ul>{_ITEMS}</ul>\n|<ol>{_ITEMS}</ol>\n"
    rf"|<h3>{_LINE}</h3>\n|<h4>{_LINE}</h4>\n)*"
)
# Where a number may have a space in it, and what is then looked at: code, tags, and numbers in
# groups of three and with their sign.
_SPACED = re.compile(r"\d [\d%€]")
_NUMBER = re.compile(
    r"<(code|pre)>.*?</\1>|<[^>]*>|(?<!\d)\d{1,3}(?: \d{3}(?!\d))+(?: [%€])?|\d [%€]", re.DOTALL
)


@lru_cache(maxsize=64)
def rendered(markdown: str) -> str:
    """Return `markdown` (CommonMark with tables) as safe HTML in which no number is broken.

    An address of mail is not shown: the check refuses it, and contacts have a field for it.
    """
    html = pyromark.html(markdown) if _simple(markdown) else _full(markdown)
    if not _FLAT.fullmatch(html):
        # The gate refuses control characters, but a percent-encoded address is shown decoded.
        html = _CONTROL.sub("", sanitised(html))
    return unbroken(masked_html(html))


def _full(markdown: str) -> str:
    """What the renderer makes of all that may stand in a body."""
    tokens = _RENDERER.parse(markdown)
    shortened(tokens)
    html: str = _RENDERER.renderer.render(tokens, _RENDERER.options, {})
    return html


def unbroken(text: str) -> str:
    """Return plain text or HTML with no number in it at whose spaces a line could end."""
    return _NUMBER.sub(_kept_together, text) if _SPACED.search(text) else text


def _kept_together(found: re.Match[str]) -> str:
    """Return a number with spaces at which no line ends, and code and tags as they are."""
    text = found[0]
    return text if text.startswith("<") else text.replace(" ", "\N{NO-BREAK SPACE}")


def _simple(markdown: str) -> bool:
    """Whether both renderers make the same of it.

    They differ in code, in odd white space, and in how deep quotes and lists may go: only the
    stricter one has a limit.
    """
    unlike = ">" in markdown or "    " in markdown or any(s in markdown for s in _ODD_SPACES)
    return plain(markdown) and not unlike and not _LIST_IN_LIST.search("\n" + markdown)


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
