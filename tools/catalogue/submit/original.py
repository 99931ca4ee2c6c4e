"""A published practice as the form opens it: texts as they are written, without what is hidden."""

from decimal import Decimal

from catalogue.entry import Entry
from catalogue.submit.blocks import blocks
from catalogue.submit.field import Plain


def original(entry: Entry) -> Plain:
    """Return the front matter and the sections of `entry`, with every scalar as text.

    Beside the values are the fields as they were written: those that are not changed stay so.

    A contact who has withdrawn is left out: the form would publish what was taken back.
    """
    shown = entry.practice
    if any(contact.withdrawn for contact in shown.contacts):
        kept_on = tuple(contact for contact in shown.contacts if not contact.withdrawn)
        shown = shown.model_copy(update={"contacts": kept_on})
    data = as_written(shown.model_dump(by_alias=True, exclude_unset=True))
    assert isinstance(data, dict)
    kept = {key: value for key, value in data.items() if value not in ([], {})}
    written = blocks(entry.head, entry.practice.model_fields_set)
    return {"id": entry.id, "data": kept, "sections": dict(entry.texts), "blocks": written}


def as_written(value: object) -> object:
    """Return `value` with every scalar as the text that the front matter would hold."""
    # Nearly all is text already: asked first, and not at all of an abstract class.
    kind = type(value)
    if kind is str:
        return value
    if isinstance(value, dict):
        return {key: as_written(item) for key, item in value.items() if item is not None}
    if isinstance(value, (list, tuple)):
        return [as_written(item) for item in value]
    if kind is bool:
        return "true" if value else "false"
    return str(value) if isinstance(value, (Decimal, int)) else value
