"""The files that the form fetches."""

from catalogue.entry import Entry
from catalogue.export.as_json import compact_json
from catalogue.pages.frame import Frame
from catalogue.submit.form import form
from catalogue.submit.original import original


def original_file(entry: Entry) -> tuple[str, bytes]:
    """Return a published practice as the form opens it, after its path."""
    return f"ilmoita/lahteet/{entry.id}.json", compact_json(original(entry))


def form_file(frame: Frame) -> tuple[str, bytes]:
    """Return the form in the language of `frame`, after its path; all languages share the rest."""
    return frame.address("ilmoita/lomake.json"), compact_json(form(frame))
