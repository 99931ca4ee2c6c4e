"""What paper cannot do: links become numbered addresses, and every sheet says where it is from.

The numbers and the list are in the page but shown in print only. A mark has no text of its own, so
that nothing that reads the page as text finds digits in the middle of its sentences.
"""

import html
import re
import urllib.parse
from dataclasses import replace
from functools import lru_cache

from catalogue.pages.frame import Frame
from catalogue.pages.markup import shown
from catalogue.pages.page import Page

# Pages that people print: one practice, one award round, one indicator.
_PRINTED = re.compile(r"(kaytannot|palkinnot|mittarit)/[^/]+/")
_KINDS = frozenset({"practice", "table", "text"})
# Parts of which print leaves out the links, or a link; the pages are our own markup, so `>` ends
# a tag.
_PIECE = re.compile(
    r'<nav\b.*?</nav>|<footer\b.*?</footer>|<section id="puuttuu".*?</section>'
    r'|<a [^>]*?href="(?P<href>[^"]*)"[^>]*>.*?</a>',
    re.DOTALL,
)
_ROOT = "https://site.invalid/"
# Most links: down from the root of the site, with nothing that would have to be reckoned.
_OF_THE_SITE = re.compile(r"[\w-]+(?:/[\w-]+)*/?(?:#[\w-]+)?", re.ASCII)


def printable(frame: Frame, page: Page) -> Page:
    """Return `page` with its date, and with its links as footnotes if it is one to be printed."""
    html = page.html
    if page.kind in _KINDS and _PRINTED.fullmatch(page.place):
        heading = frame.texts.get("print.links")
        html = with_notes(html, page.url, frame.settings.site_url, heading)
    return replace(page, html=html, dated=_dated(frame, page))


def with_notes(content: str, url: str, site_url: str | None, heading: str) -> str:
    """Return the HTML `content` of the page at `url` with marks after its links and their list.

    Links within the page, mail and telephone need none: they say what they are.
    """
    numbers: dict[str, int] = {}
    pieces: list[str] = []
    end = 0
    for match in _PIECE.finditer(content):
        href: str | None = match["href"]
        address = _address(href, url, site_url or "") if href is not None else None
        if address is not None:
            number = numbers.setdefault(address, len(numbers) + 1)
            mark = f'<sup class="note-mark" data-note="{number}"></sup>'
            pieces += content[end : match.end()], mark
            end = match.end()
    if not numbers:
        return content
    pieces.append(content[end:])
    items = "".join([f"<li>{shown(address)}</li>" for address in numbers])
    notes = f'<section class="print-notes"><h2>{shown(heading)}</h2><ol>{items}</ol></section>'
    return "".join([*pieces, "\n", notes])


def _address(href: str, url: str, site_url: str) -> str | None:
    """The whole address of a link; None for what needs no footnote."""
    if href.startswith("#"):
        return None
    # Taken step by step, a way up is the same from every page of a folder.
    up = "../" * url.count("/")
    if up and href.startswith(up):
        href, url = href[len(up) :], ""
    while href.startswith("../"):
        href, url = href.removeprefix("../"), url[: url.rstrip("/").rfind("/") + 1]
    return _whole(url, href, site_url)


@lru_cache(maxsize=10_000)
def _whole(url: str, href: str, site_url: str) -> str | None:
    if not url and _OF_THE_SITE.fullmatch(href):
        return f"{site_url}/{href}"
    target = urllib.parse.urljoin(_ROOT + url, html.unescape(href))
    if not target.startswith(("https://", "http://")):
        return None
    if not target.startswith(_ROOT):
        return target
    return f"{site_url}/{target.removeprefix(_ROOT)}"


def _dated(frame: Frame, page: Page) -> str:
    """When what the page says was reviewed: the practice's own date, or the catalogue's newest."""
    name = page.place.removeprefix("kaytannot/").removesuffix("/")
    entry = frame.catalogue.by_id.get(name) if page.kind == "practice" else None
    newest = entry.practice.reviewed if entry else frame.catalogue.last_review
    if newest is None or not newest.known:
        return ""
    return frame.texts.get("print.dated", date=frame.numerals.date(newest))
