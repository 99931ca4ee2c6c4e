"""The files of the feeds, and the links by which pages tell of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.feeds import atom, json_feed
from catalogue.feeds.atom import as_atom
from catalogue.feeds.feed import Feed, feed_folder, feed_titles
from catalogue.feeds.json_feed import as_json_feed
from catalogue.pages.frame import Frame


@dataclass(frozen=True, slots=True)
class FeedLinks:
    """How a page names the feed that follows its practices.

    Attributes:
        title: Its name.
        forms: For each form its key, its media type and its path from the root of the site.
    """

    title: str
    forms: tuple[tuple[str, str, str], ...]


def feed_files(frame: Frame, feed: Feed) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of each form of `feed`."""
    yield feed.atom, as_atom(frame, feed)
    yield feed.json, as_json_feed(frame, feed)


def feed_links(frame: Frame) -> dict[str, FeedLinks]:
    """Return the feeds by the page whose practices they follow."""
    return {page: FeedLinks(title, _forms(page)) for page, title in feed_titles(frame).items()}


def _forms(page: str) -> tuple[tuple[str, str, str], ...]:
    folder = feed_folder(page)
    return (
        ("atom", atom.MEDIA_TYPE, f"{folder}feed.xml"),
        ("json", json_feed.MEDIA_TYPE, f"{folder}feed.json"),
    )
