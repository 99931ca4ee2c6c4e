"""The files that the form fetches."""

from collections.abc import Mapping

from catalogue.export.as_json import compact_json
from catalogue.pages.frame import Frame
from catalogue.submit.form import form
from catalogue.submit.original import original


def submit_files(frame: Frame) -> Mapping[str, bytes]:
    """Return the form and every published practice as the form opens it, by path."""
    originals = {
        f"ilmoita/lahteet/{entry.id}.json": compact_json(original(entry))
        for entry in frame.catalogue.entries
    }
    return {**dict((form_file(frame),)), **originals}


def form_file(frame: Frame) -> tuple[str, bytes]:
    """Return the form in the language of `frame`, after its path; all languages share the rest."""
    return frame.address("ilmoita/lomake.json"), compact_json(form(frame))
