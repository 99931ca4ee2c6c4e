"""The whole site as one archive, byte for byte the same whenever it is made of the same files."""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import IO

from catalogue.offline.page import HOSTED, Offline, own_files
from catalogue.settings import Settings

README = "README.txt"
# The first day that the format knows: a file says nothing of when it was packed.
_DATE = (1980, 1, 1, 0, 0, 0)
_PACKED = (".png", ".xlsx", ".zip", ".pdf", ".woff2")


def files(
    paths: Iterable[str], read: Callable[[str], bytes], assets: str, settings: Settings
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the archive, sorted: those of the site that need no host, and a readme.

    Args:
        paths: The files of the site.
        read: Returns the content of one.
        assets: The folder of scripts and styles.
        settings: The catalogue's own facts.
    """
    own = {**own_files(assets), README: readme(settings).encode()}
    of_site = {path for path in paths if not HOSTED.fullmatch(path)}
    others = [language for language in settings.published_in[1:] if language != settings.language]

    def language_of(path: str) -> str:
        first = path.partition("/")[0]
        return first if first in others else settings.language

    offline = Offline(
        lambda path: settings.texts(language_of(path)), settings.site_url, of_site.__contains__
    )
    for path in sorted(of_site | own.keys()):
        content = own[path] if path in own else read(path)
        if path.endswith(".html"):
            content = offline.page(path, content.decode()).encode()
        yield path, content


def readme(settings: Settings) -> str:
    """Return what the folder says of itself, in each language of the site."""
    parts = []
    for language in settings.published_in:
        t, words = settings.texts(language).get, settings.in_language(language)
        underline = "=" * len(words.name)
        text = t("offline.readme", name=words.name)
        online = f"\n\n{t('offline.online')}: {settings.site_url}/" if settings.site_url else ""
        parts.append(f"{words.name}\n{underline}\n\n{text.strip()}{online}\n")
    return "\n\n".join(parts)


def write_archive(target: IO[bytes], folder: str, content: Iterable[tuple[str, bytes]]) -> None:
    """Write `content` (path and bytes) into the zip file `target`, all below `folder`."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in content:
            entry = zipfile.ZipInfo(f"{folder}/{path}", _DATE)
            # The same wherever it is made: an ordinary file that everybody may read.
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            packed = path.endswith(_PACKED)
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
