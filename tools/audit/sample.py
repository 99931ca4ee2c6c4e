"""Which pages to look at one by one: every kind, but not every page of a kind."""

from pathlib import Path
from urllib.parse import quote

from audit.report import Site

# So few pages of a folder may each have a template of their own; more are of one kind.
FEW = 4
INDEX = "index.html"


def of_every_kind(site: Site) -> list[str]:
    """Return the addresses, below the site's own, of pages of every kind.

    A page at the top is a kind of its own. Below a folder, a few pages are all taken, and of many
    the largest: most of what the template can show is on it. The templates are the same in the
    other languages, so of those the pages at the top are enough.
    """
    kinds: dict[tuple[str, ...], list[Path]] = {}
    for path in sorted(site.folder.rglob("*.html")):
        parts = path.relative_to(site.folder).parts
        language = parts[:1] if parts[0] in site.others else ()
        within = parts[len(language) :]
        top = len(within) == 1 or (len(within) == 2 and within[1] == INDEX)
        if top:
            kinds[(*language, *within)] = [path]
        elif not language:
            kinds.setdefault((within[0], str(len(within))), []).append(path)
    chosen = [path for paths in kinds.values() for path in _some(paths)]
    return [_address(path.relative_to(site.folder)) for path in chosen]


def _some(paths: list[Path]) -> list[Path]:
    return paths if len(paths) <= FEW else [max(paths, key=lambda path: path.stat().st_size)]


def _address(path: Path) -> str:
    text = quote(path.as_posix())
    return text.removesuffix(INDEX) if path.name == INDEX else text
