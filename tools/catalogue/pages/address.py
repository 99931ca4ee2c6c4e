"""Whole addresses, for what is read away from the site."""

from catalogue.pages.frame import Frame
from catalogue.settings import Settings


def whole(settings: Settings, path: str) -> str:
    """Return the whole address of `path`, given from the root of the site as it is published.

    `""` while nobody has said where the site is published: an address is not invented.
    """
    return f"{settings.site_url}/{path}" if settings.site_url else ""


def absolute(frame: Frame, path: str) -> str:
    """Return the whole address of `path`, given as in the catalogue's own language.

    Pages are those of the frame's language, and files those that all languages share.
    """
    return whole(frame.settings, frame.address(path))
