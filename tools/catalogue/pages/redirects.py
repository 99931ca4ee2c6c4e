"""Pages at addresses that practices had earlier."""

from collections.abc import Iterator

from catalogue.pages.frame import Frame
from catalogue.pages.page import Page


def redirects(frame: Frame) -> Iterator[Page]:
    """A page for each former id, that says where the practice is now and leads there."""
    t = frame.texts.get
    for entry in frame.catalogue.entries:
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
