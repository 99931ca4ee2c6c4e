"""What paper cannot do: links become numbered addresses, and every sheet says where it is from.

The numbers and the list are in the page but shown in print only. A mark has no text of its own, so
that nothing that reads the page as text finds digits in the middle of its sentences.
"""

import html
import re
import urllib.parse
from dataclasses import replace

from markupsafe import Markup

from catalogue.pages.frame import Frame
from catalogue.pages.page import Page

# Pages that people print: one practice, one award round, one indicator.
_PRINTED = re.compile(r"(kaytannot|palkinnot|mittarit)/[^/]+/")
_KINDS = frozenset({"practice", "table", "text"})
# Parts that print leaves out, or a link; the pages are our own markup, so `>` ends a tag.
_PIECE = re.compile(
    r'<nav\b.*?</nav>|<footer\b.*?</footer>|<section id="puuttuu".*?</section>'
    r'|<a [^>]*?href="(?P<href>[^"]*)"[^>]*>.*?</a>',
    re.DOTALL,
)
_ROOT = "https://site.invalid/"


def printable(frame: Frame, page: Page) -> Page:
    """Return `page` with its date, and with its links as footnotes if it is one to be printed."""
    dated = replace(page, dated=_dated(frame, page))
    if page.kind not in _KINDS or not _PRINTED.fullmatch(page.place):
        return dated
    heading = frame.texts.get("print.links")
    return replace(dated, html=with_notes(page.html, page.url, frame.settings.site_url, heading))


def with_notes(content: str, url: str, site_url: str | None, heading: str) -> str:
    """Return the HTML `content` of the page at `url` with marks after its links and their list.

    Links within the page, mail and telephone need none: they say what they are.
    """
    numbers: dict[str, int] = {}

    def marked(match: re.Match[str]) -> str:
        address = _address(match["href"], url, site_url or "")
        if address is None:
            return match[0]
        number = numbers.setdefault(address, len(numbers) + 1)
        return f'{match[0]}<sup class="note-mark" data-note="{number}"></sup>'

    marked_content = _PIECE.sub(marked, content)
    if not numbers:
        return content
    items = Markup("").join(Markup("<li>{}</li>").format(address) for address in numbers)
    notes = Markup('<section class="print-notes"><h2>{}</h2><ol>{}</ol></section>')
    return f"{marked_content}\n{notes.format(heading, items)}"


def _address(href: str | None, url: str, site_url: str) -> str | None:
    """The whole address of a link; None for what needs no footnote."""
    if href is None or href.startswith("#"):
        return None
    target = urllib.parse.urljoin(_ROOT + url, html.unescape(href))
    if not target.startswith(("https://", "http://")):
        return None
    if not target.startswith(_ROOT):
        return target
    return f"{site_url.rstrip('/')}/{target.removeprefix(_ROOT)}"


def _dated(frame: Frame, page: Page) -> str:
    """When what the page says was reviewed: the practice's own date, or the catalogue's newest."""
    name = page.place.removeprefix("kaytannot/").removesuffix("/")
    entry = frame.catalogue.by_id.get(name) if page.kind == "practice" else None
    newest = entry.practice.reviewed if entry else frame.catalogue.last_review
    if newest is None or not newest.known:
        return ""
    return frame.texts.get("print.dated", date=frame.numerals.date(newest))
