"""What stands at the addresses of practices that were taken out of the catalogue."""

from collections.abc import Iterator

from catalogue.pages.frame import Frame
from catalogue.pages.page import Page


def removed(frame: Frame) -> Iterator[Page]:
    """A note for each removed practice, and a page that leads to it for each of its former ids."""
    t = frame.texts.get
    for name, note in frame.catalogue.registry.removed.items():
        url = f"kaytannot/{name}/"
        yield frame.page(
            "removed.html",
            url,
            t("removed.title", title=note.title),
            t("removed.description"),
            note=note,
            instead=frame.catalogue.by_id.get(note.instead or ""),
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
