"""What stands at the addresses of practices that were taken out of the catalogue."""

from collections.abc import Iterator
from functools import partial

from catalogue.entry import Entry
from catalogue.model.registry import Removed
from catalogue.pages.frame import Frame
from catalogue.pages.lot import Lot
from catalogue.pages.page import Page


def removed(frame: Frame) -> Iterator[Lot]:
    """A note for each removed practice, and a page that leads to it for each of its former ids."""
    for name, note in frame.catalogue.registry.removed.items():
        instead = frame.catalogue.by_id.get(note.instead or "")
        about = [instead] if instead else []
        yield Lot(f"poistetut/{name}", partial(_noted, frame, name, note, instead), about)


def _noted(frame: Frame, name: str, note: Removed, instead: Entry | None) -> Iterator[Page]:
    t, url = frame.texts.get, f"kaytannot/{name}/"
    yield frame.page(
        "removed.html",
        url,
        t("removed.title", title=note.title),
        t("removed.description"),
        note=note,
        instead=instead,
    )
    for former in note.former_ids:
        yield frame.page(
            "moved.html",
            f"kaytannot/{former}/",
            t("removed.title", title=note.title),
            t("removed.description"),
            kind="moved",
            redirect=url,
            target=url,
            practice_title=note.title,
        )
