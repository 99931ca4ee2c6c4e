"""What a reader can take along whole, beside the files of the open data."""

from catalogue.settings import Settings
from catalogue.slug import slug

ARCHIVE = "zip"
HANDBOOK = "pdf"


def file_of(settings: Settings, kind: str) -> str:
    """Return the name of the file of `kind`, at the root of the site: `hyvat-kaytannot.zip`."""
    return f"{slug(settings.name) or 'catalogue'}.{kind}"
