"""How to cite a page of the catalogue."""

from dataclasses import dataclass

from catalogue.pages.address import absolute
from catalogue.pages.frame import Frame


@dataclass(frozen=True, slots=True)
class CitedAs:
    """The parts of a citation, in their order, and the language of the title.

    `version` is the day of the last change in words, and `address` whole; either may be `""`.
    """

    title: str
    language: str | None
    catalogue: str
    version: str
    address: str


def cited_as(
    frame: Frame, title: str, url: str, changed: str, language: str | None = None
) -> CitedAs:
    """Return how to cite the page `title` at `url`.

    Args:
        frame: The catalogue's name, its place of publication, and how dates are written.
        title: What is cited.
        url: Its address from the root of the site.
        changed: When it last changed, ISO 8601; `""` when unknown.
        language: The language of the title, where it may be another than the frame's.
    """
    version = frame.numerals.date(changed[:10]) if changed else ""
    return CitedAs(title, language, frame.settings.name, version, absolute(frame, url))
