"""Reads a page's HTML as a browser would."""

import posixpath
from html.parser import HTMLParser
from urllib.parse import urlsplit

VOID = frozenset({"br", "hr", "input", "meta", "link", "img", "col"})


class Reader(HTMLParser):
    """Collects ids, links, tags and text; unbalanced tags are kept in `unbalanced`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.unbalanced: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.unbalanced += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag with its attributes."""
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"] or "")
        if tag == "a" and attributes.get("href") is not None:
            self.links.append(attributes["href"] or "")
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag that closes itself."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Notice a tag that was never opened."""
        if self._open and self._open[-1] == tag:
            self._open.pop()
        else:
            self.unbalanced.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data


def resolved(link: str, url: str) -> tuple[str, str]:
    """Return the path that `link` on the page at `url` leads to, and its fragment."""
    parts = urlsplit(link)
    if not parts.path:
        return url, parts.fragment
    path = posixpath.normpath(posixpath.join("/" + url, parts.path))
    slash = "/" if parts.path.endswith(("/", "..")) or parts.path == "." else ""
    return (path.strip("/") + slash).lstrip("/"), parts.fragment
