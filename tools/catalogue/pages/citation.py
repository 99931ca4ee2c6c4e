"""How to cite a page of the catalogue."""

from dataclasses import dataclass

from catalogue.pages.address import absolute
from catalogue.pages.frame import Frame


@dataclass(frozen=True, slots=True)
class CitedAs:
    """The parts of a citation, in their order.

    `version` is the day of the last change in words, and `address` whole; either may be `""`.
    """

    title: str
    catalogue: str
    version: str
    address: str


def cited_as(frame: Frame, title: str, url: str, changed: str) -> CitedAs:
    """Return how to cite the page `title` at `url`.

    Args:
        frame: The catalogue's name, its place of publication, and how dates are written.
        title: What is cited.
        url: Its address from the root of the site.
        changed: When it last changed, ISO 8601; `""` when unknown.
    """
    version = frame.numerals.date(changed[:10]) if changed else ""
    return CitedAs(title, frame.settings.name, version, absolute(frame, url))
