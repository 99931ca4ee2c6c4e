"""All practices as one document to print, made of the same HTML as their pages."""

import html
import posixpath
import re
import urllib.parse
from collections.abc import Mapping
from importlib import resources

from markupsafe import Markup

from catalogue.entry import Entry
from catalogue.pages.frame import Frame
from catalogue.pages.practices import practice

STYLE = "handbook.css"
READING = "lukeminen"
# Pages are our own markup: every attribute stands in double quotes.
_NAMES = re.compile(r' (id|for|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"')
_HREF = re.compile(r' href="([^"]*)"')
# What a page offers to do; on paper there is nothing to press.
_LEFT_OUT = re.compile(
    r"<nav\b.*?</nav>|<footer\b.*?</footer>|<button\b.*?</button>"
    r'|<span class="compare-place".*?</span>|<section class="cite".*?</section>',
    re.DOTALL,
)


def mark(name: str) -> str:
    """Return the id of the chapter of the practice `name`."""
    return f"k-{name}"


def handbook(frame: Frame, style: str, numbers: Mapping[str, int]) -> str:
    """Return the document.

    Args:
        frame: The catalogue with its texts.
        style: The style sheet of the site.
        numbers: The page on which each id stands, from 1. No engine tells CSS that in advance
            (`target-counter` of https://www.w3.org/TR/css-content-3/ is not in Chromium), so the
            document is printed once to see it and once more with the numbers.
    """
    catalogue, t = frame.catalogue, frame.texts.get
    entries = sorted(catalogue.entries, key=lambda entry: entry.ended)
    reviewed = catalogue.last_review
    own = (resources.files(__package__) / STYLE).read_text(encoding="utf-8")
    return frame.rendered(
        "handbook.html",
        "",
        style=Markup(style + own),
        entries=entries,
        chapters=[Markup(chapter(frame, entry)) for entry in entries],
        contents=[
            (READING, t("handbook.reading")),
            *((mark(entry.id), frame.told(entry.practice).title) for entry in entries),
        ],
        numbers=numbers,
        reading=READING,
        reviewed=reviewed if reviewed and reviewed.known else None,
        today=catalogue.today.isoformat(),
        language=frame.texts.language,
    )


def chapter(frame: Frame, entry: Entry) -> str:
    """Return the HTML of one practice, with ids of its own and links that hold in a book."""
    page = practice(frame, entry)
    start = mark(entry.id)

    def named(match: re.Match[str]) -> str:
        ids = " ".join(f"{start}-{name}" for name in match[2].split())
        return f' {match[1]}="{ids}"'

    def linked(match: re.Match[str]) -> str:
        found = _target(frame, html.unescape(match[1]), page.url, start)
        return f' href="{html.escape(found)}"' if found else ""

    return _HREF.sub(linked, _NAMES.sub(named, _LEFT_OUT.sub("", page.html)))


def _target(frame: Frame, href: str, url: str, start: str) -> str | None:
    """Where a link leads from the book: a chapter, the web, or nowhere."""
    if href.startswith("#"):
        return f"#{start}-{href[1:]}"
    parts = urllib.parse.urlsplit(href)
    if parts.scheme:
        return href
    path = posixpath.normpath(posixpath.join(url, parts.path)).removeprefix(frame.prefix)
    section, _, name = path.partition("/")
    if section == "kaytannot" and name in frame.catalogue.by_id:
        return f"#{mark(name)}"
    site = frame.settings.site_url
    return urllib.parse.urljoin(f"{site}/{url}", href) if site else None
