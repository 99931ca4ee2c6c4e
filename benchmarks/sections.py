"""The report's sections, each replaceable by itself: what is not measured again stays."""

from __future__ import annotations

import re
from pathlib import Path

_START = re.compile(r"^## ", re.MULTILINE)


def replaced(text: str, heading: str, section: str) -> str:
    """Return `text` with the section under `## heading` replaced by `section`, or added last.

    `section` has no heading of its own rank; everything else is as it was.
    """
    new = f"## {heading}\n\n{section.strip()}\n"
    head, *parts = _split(text)
    at = next((n for n, part in enumerate(parts) if part.startswith(f"## {heading}\n")), None)
    if at is None:
        parts.append(new)
    else:
        parts[at] = new
    return "\n".join(part.rstrip("\n") + "\n" for part in (head, *parts) if part.strip())


def write(path: Path, heading: str, section: str) -> None:
    """Replace one section of the report at `path`."""
    path.write_text(replaced(path.read_text("utf-8"), heading, section), "utf-8")


def _split(text: str) -> list[str]:
    """What stands before the first section, and each section."""
    starts = [found.start() for found in _START.finditer(text)]
    ends = [*starts[1:], len(text)]
    first = text[: starts[0]] if starts else text
    return [first, *(text[start:end] for start, end in zip(starts, ends, strict=True))]
