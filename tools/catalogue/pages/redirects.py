"""Pages at addresses that practices had earlier."""

from collections.abc import Iterator
from functools import partial

from catalogue.entry import Entry
from catalogue.pages.frame import Frame
from catalogue.pages.lot import Lot
from catalogue.pages.page import Page


def redirects(frame: Frame) -> Iterator[Lot]:
    """A page for each former id, that says where the practice is now and leads there."""
    for entry in frame.catalogue.entries:
        if entry.practice.former_ids:
            yield Lot(f"siirretyt/{entry.id}", partial(_moved, frame, entry), [entry])


def _moved(frame: Frame, entry: Entry) -> Iterator[Page]:
    t = frame.texts.get
    for former in entry.practice.former_ids:
        yield frame.page(
            "moved.html",
            f"kaytannot/{former}/",
            t("moved.title", title=entry.practice.title),
            t("moved.description"),
            kind="moved",
            redirect=f"kaytannot/{entry.id}/",
            target=f"kaytannot/{entry.id}/",
            practice_title=entry.practice.title,
            named_in=entry.practice.titled_in,
        )
