"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from collections.abc import Mapping

from catalogue.export.as_json import json_bytes
from catalogue.feeds.entry import FeedEntry
from catalogue.feeds.feed import Feed
from catalogue.pages.address import absolute
from catalogue.pages.frame import Frame

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def as_json_feed(frame: Frame, feed: Feed) -> bytes:
    """Return `feed` as UTF-8 JSON; addresses, which must be whole, only where they are known."""
    settings = frame.settings
    value = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": absolute(frame, feed.page),
        "feed_url": absolute(frame, feed.json),
        "description": settings.description,
        "language": frame.texts.language,
        "authors": [_without_empty({"name": settings.name, "url": absolute(frame, "")})],
        "items": [_item(frame, entry) for entry in feed.entries],
    }
    return json_bytes(_without_empty(value) | {"items": value["items"]})


def _item(frame: Frame, entry: FeedEntry) -> dict[str, object]:
    return _without_empty(
        {
            "id": entry.id,
            "url": absolute(frame, entry.url),
            "title": entry.title,
            "content_text": entry.summary,
            "image": entry.picture,
            "date_published": entry.published,
            "date_modified": entry.updated,
            "tags": [label for _, label in entry.themes],
            "language": entry.language,
        }
    )


def _without_empty(value: Mapping[str, object]) -> dict[str, object]:
    return {key: item for key, item in value.items() if item}
