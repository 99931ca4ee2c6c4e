"""A practice as an entry of a feed."""

import uuid
from dataclasses import dataclass

from catalogue.changed import newest, practice_file
from catalogue.entry import Entry
from catalogue.model.dates import UNKNOWN
from catalogue.pages.address import absolute
from catalogue.pages.frame import Frame
from catalogue.pages.picture import picture_path

# Any UUID would do; it only keeps these names apart from those that others make.
_NAMESPACE = uuid.UUID("951c18f3-3da8-562e-b090-456288ab81ef")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What a feed tells of one practice.

    Attributes:
        id: An IRI that stays the same when the practice is renamed.
        url: Address of its page from the root of the site.
        title: Its name.
        summary: What it is, as plain text.
        language: The language of both.
        updated: Time of the last change, as `Changed` writes times.
        published: Time of the first; `""` when unknown.
        themes: Ids and labels of its themes.
        picture: Whole address of its picture; `""` when unknown.
    """

    id: str
    url: str
    title: str
    summary: str
    language: str
    updated: str
    published: str
    themes: tuple[tuple[str, str], ...]
    picture: str


def feed_entry(frame: Frame, entry: Entry) -> FeedEntry | None:
    """Return what feeds tell of a practice; None where no time is known to put it at."""
    updated = updated_of(frame, entry)
    if not updated:
        return None
    record = entry.practice
    return FeedEntry(
        permanent_id(frame, entry),
        f"kaytannot/{entry.id}/",
        record.title,
        record.summary,
        record.language,
        updated,
        published_of(frame, entry),
        tuple((theme, frame.label("theme", theme)) for theme in record.themes if theme != UNKNOWN),
        absolute(frame, picture_path(entry.id)),
    )


def permanent_id(frame: Frame, entry: Entry) -> str:
    """Return the IRI of a practice: its first address, which leads to it for ever.

    RFC 4287, section 4.2.6: an id does not change when the entry moves.
    """
    first = next(iter(entry.practice.former_ids), entry.id)
    page = f"kaytannot/{first}/"
    return absolute(frame, page) or local_id(page)


def local_id(path: str) -> str:
    """Return an IRI for what has no whole address yet: a name-based UUID (RFC 9562)."""
    return uuid.uuid5(_NAMESPACE, path).urn


def updated_of(frame: Frame, entry: Entry) -> str:
    """Return when the practice last changed: by the history, else by its editorial review.

    Never the time of the build: a feed that says that everything is new is of no use. `""` where
    neither is known.
    """
    changes = frame.catalogue.changed
    change = changes.get(practice_file(entry.id)) if changes else None
    return change.last if change else entry.reviewed_at


def published_of(frame: Frame, entry: Entry) -> str:
    """Return when the practice came into the catalogue, under whatever id; `""` when unknown."""
    changes = frame.catalogue.changed
    if practice_file(entry.id) not in changes:
        return ""
    files = map(practice_file, (entry.id, *entry.practice.former_ids))
    return min(changes[file].first for file in files if file in changes)


def updated_last(entries: tuple[FeedEntry, ...]) -> str:
    """Return when any of `entries` last changed; the beginning of time for none."""
    return newest(entry.updated for entry in entries) or "1970-01-01T00:00:00Z"
