"""A feed as Atom (RFC 4287)."""

import posixpath
import re
from xml.etree import ElementTree

from catalogue.feeds.entry import FeedEntry, local_id, updated_last
from catalogue.feeds.feed import Feed
from catalogue.pages.address import absolute
from catalogue.pages.frame import Frame

MEDIA_TYPE = "application/atom+xml"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What XML 1.0 cannot hold even escaped (section 2.2). The gate refuses it in practices.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_atom(frame: Frame, feed: Feed) -> bytes:
    """Return `feed` as a UTF-8 document.

    Without a place of publication links are relative to the feed, and there is no link to itself.
    """
    settings = frame.settings
    # Written out, not registered: registering changes what every other writer of XML does.
    root = ElementTree.Element("feed", {"xmlns": _NAMESPACE, _LANG: frame.texts.language})
    _text(root, "id", _feed_id(frame, feed))
    _text(root, "title", feed.title)
    _text(root, "updated", updated_last(feed.entries))
    _link(root, "alternate", _href(frame, feed, feed.page), "text/html")
    if settings.site_url:
        _link(root, "self", absolute(frame, feed.atom), MEDIA_TYPE)
    _link(root, "license", LICENCE, "text/html")
    _text(ElementTree.SubElement(root, "author"), "name", settings.name)
    _text(root, "rights", frame.texts.get("feeds.rights", name=settings.name))
    for entry in feed.entries:
        _entry(ElementTree.SubElement(root, "entry"), frame, feed, entry)
    ElementTree.indent(root, " ")
    written: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(element: ElementTree.Element, frame: Frame, feed: Feed, entry: FeedEntry) -> None:
    element.set(_LANG, entry.language)
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", entry.updated)
    if entry.published:
        _text(element, "published", entry.published)
    _link(element, "alternate", _href(frame, feed, entry.url), "text/html")
    _text(element, "summary", entry.summary)
    for theme, label in entry.themes:
        ElementTree.SubElement(element, "category", {"term": theme, "label": label})


def _feed_id(frame: Frame, feed: Feed) -> str:
    return absolute(frame, feed.atom) or local_id(feed.atom)


def _href(frame: Frame, feed: Feed, url: str) -> str:
    address = absolute(frame, url)
    return address or posixpath.relpath(f"/{url}", f"/{feed.folder}") + "/"


def _link(parent: ElementTree.Element, rel: str, href: str, kind: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": rel, "href": href, "type": kind})


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = _FORBIDDEN.sub("", text)
