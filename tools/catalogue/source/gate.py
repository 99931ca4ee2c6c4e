"""The gate: what a file must be before anything else reads it.

Everything here works on names, file status and bytes, so that a hostile file is refused before a
parser sees it. Limits are far above what a real practice needs.
"""

import codecs
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalogue.problem import Finding
from catalogue.source.picture import PICTURE_ENDINGS, picture_kind

MAX_BYTES = 256 * 1024
MAX_LINE = 10_000
PRACTICE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.md")
# What systems, editors and office programs leave beside the files that people make.
_LEFTOVER = re.compile(
    r"\.DS_Store|\._.+|Thumbs\.db|ehthumbs\.db|desktop\.ini|\.directory|\.localized"
    r"|~\$.+|\.~lock\..+#|.+~|#.+#|\.#.+|\..+\.sw[a-z]|\.goutputstream-.+|\.nfs[0-9a-f]+"
    r"|.+\.(?:swp|bak|tmp|temp|orig|rej|part|crdownload)",
    re.IGNORECASE,
)
# Names that Windows keeps for devices, or that are pages of the site itself.
RESERVED_NAMES = frozenset(
    ["con", "prn", "aux", "nul", "index", "readme", "unknown", "sivu", "kortit", "uusi"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
MAX_NAME = 80
# Characters that are not seen, or that change the order in which others are seen: controls but
# for tab and line feed, bidirectional and zero-width formats, tags, fillers, private use.
SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160"
    "\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\uf8ff"
    "\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
# What nearly all of a text is, and never suspect: printable ASCII, tab and line feed.
_USUAL = bytes([9, 10, *range(32, 127)])


@dataclass(frozen=True, slots=True)
class RefusedError(Exception):
    """A file that must not be read further; `findings` says why."""

    findings: tuple[Finding, ...]


def check_name(name: str) -> Iterator[Finding]:
    """Yield why `name` cannot be the file name of a practice."""
    if name.rpartition(".")[2].lower() in PICTURE_ENDINGS:
        yield Finding((), "name-picture", {"found": visible(name)})
        return
    if _LEFTOVER.fullmatch(name):
        yield Finding((), "name-leftover", {"found": visible(name)})
        return
    if not PRACTICE_NAME.fullmatch(name):
        yield Finding((), "name-form", {"found": visible(name)})
        return
    stem = name.removesuffix(".md")
    if stem in RESERVED_NAMES:
        yield Finding((), "name-reserved", {"found": stem})
    if len(stem) > MAX_NAME:
        yield Finding((), "name-long", {"limit": str(MAX_NAME), "found": str(len(stem))})


# Not every system has them all; where it has none that refuses links, the file is looked at first.
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_AS_IT_IS = os.O_RDONLY | _NO_LINK | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_text(path: Path | str) -> str:
    r"""Return the text of the regular file at `path`, with `\n` line ends and no byte order mark.

    Raises:
        RefusedError: No regular file (a link, a device, a folder), too large, not UTF-8, or it
            holds characters that a reader would not see.
        OSError: The system does not let the file be read.
    """
    # Asked of the name as it is: to make a path of each takes longer than to open the file.
    if not _NO_LINK and os.path.islink(path):  # noqa: PTH114
        raise RefusedError((Finding((), "not-a-file"),))
    try:
        # O_NOFOLLOW and fstat on the same handle: the file cannot be swapped for a link between.
        handle = os.open(path, _AS_IT_IS)
    except OSError as error:
        if os.path.islink(path):  # noqa: PTH114
            raise RefusedError((Finding((), "not-a-file"),)) from error
        raise
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        os.close(handle)
        raise RefusedError((Finding((), "not-a-file"),))
    try:
        if status.st_size > MAX_BYTES:
            raise RefusedError((_too_large(status.st_size),))
        data = os.read(handle, MAX_BYTES + 1)
        # A read may give less than there is.
        while len(data) <= MAX_BYTES and (more := os.read(handle, MAX_BYTES + 1)):
            data += more
    finally:
        os.close(handle)
    return decode(data)


def decode(data: bytes) -> str:
    r"""Return `data` as text with `\n` line ends and no byte order mark.

    Raises:
        RefusedError: As for `read_text`.
    """
    if len(data) > MAX_BYTES:
        raise RefusedError((_too_large(len(data)),))
    if kind := picture_kind(data):
        raise RefusedError((Finding((), "picture", {"found": kind}),))
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RefusedError((Finding((), "not-utf8", line=line),)) from error
    # Windows line ends are what Notepad writes: read as they were meant.
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    unusual = data.translate(None, _USUAL).decode("utf-8", "replace")
    hidden = _hidden_characters(text) if SUSPECT.search(unusual) else ()
    findings = (*hidden, *_long_lines(text))
    if findings:
        raise RefusedError(findings)
    return text


def visible(text: str, limit: int = 60) -> str:
    """Return `text` short and with every hidden character written as `U+XXXX`."""
    shown = SUSPECT.sub(lambda match: f"U+{ord(match[0]):04X}", text.replace("\n", " "))
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def _too_large(size: int) -> Finding:
    return Finding((), "too-large", {"limit": str(MAX_BYTES // 1024), "found": str(size // 1024)})


def hidden_character(text: str) -> str | None:
    """Return the code and name of the first character of `text` that is not seen, if any."""
    if not (match := SUSPECT.search(text)):
        return None
    name = unicodedata.name(match[0], "")
    return f"U+{ord(match[0]):04X}" + (f" ({name})" if name else "")


def _hidden_characters(text: str) -> Iterator[Finding]:
    # One is enough to find the place; a file full of them would drown every other message.
    for number, line in enumerate(text.split("\n"), start=1):
        if found := hidden_character(line):
            yield Finding((), "hidden-character", {"found": found}, line=number)
            return


def _long_lines(text: str) -> Iterator[Finding]:
    if len(text) <= MAX_LINE:
        return
    lines = text.split("\n")
    longest = max(map(len, lines))
    if longest > MAX_LINE:
        number = next(n for n, line in enumerate(lines, start=1) if len(line) > MAX_LINE)
        params = {"limit": str(MAX_LINE), "found": str(len(lines[number - 1]))}
        yield Finding((), "line-long", params, line=number)
