"""What has changed in a practice between two states of its file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from catalogue.check.body import sections
from catalogue.source.document import split_practice

ADDED, REMOVED, CHANGED = "added", "removed", "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One change.

    Attributes:
        field: A top-level field of the practice; "" for a section of the body.
        how: added, removed or changed.
        item: The id of the record in the list, or the heading of the section; "" for the whole.
        before: What was written; "" where it is no plain text, list of texts or section.
        after: What is written now.
    """

    field: str
    how: str
    item: str = ""
    before: str = ""
    after: str = ""


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """Compare two texts of one practice's file, field by field and section by section.

    The texts are compared as written, not as checked: an old file may be one that the present
    model would refuse.
    """
    old, new = split_practice("", before), split_practice("", after)
    fields = (
        found
        for name in dict.fromkeys([*old.data, *new.data])
        for found in _field(name, old.data.get(name), new.data.get(name))
    )
    return (*fields, *_body(old.body, new.body))


def _field(name: str, old: object, new: object) -> Iterator[Difference]:
    if old == new:
        return
    olds, news = _by_id(old), _by_id(new)
    if olds is not None and news is not None:
        for key in dict.fromkeys([*olds, *news]):
            if olds.get(key) != news.get(key):
                yield Difference(name, _how(olds.get(key), news.get(key)), key)
        # Only the order of the list has changed, which says nothing of the practice.
        return
    yield Difference(name, _how(old, new), "", _shown(old), _shown(new))


def _body(old: str, new: str) -> Iterator[Difference]:
    olds = {s.heading: s.text for s in sections(old) if s.heading}
    news = {s.heading: s.text for s in sections(new) if s.heading}
    for heading in dict.fromkeys([*olds, *news]):
        if olds.get(heading) != news.get(heading):
            was, is_ = olds.get(heading), news.get(heading)
            yield Difference("", _how(was, is_), heading, (was or "").strip(), (is_ or "").strip())


def _how(old: object, new: object) -> str:
    if old is None:
        return ADDED
    return REMOVED if new is None else CHANGED


def _by_id(value: object) -> Mapping[str, object] | None:
    """The records of a list by their ids; None for anything else. An absent list is empty."""
    if value is None:
        return {}
    if not isinstance(value, list) or not all(isinstance(v, Mapping) and "id" in v for v in value):
        return None
    return {str(item["id"]): item for item in value}


def _shown(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return ""
