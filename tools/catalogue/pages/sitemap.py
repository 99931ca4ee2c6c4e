"""What search engines are told of the site: its addresses, and when each last changed.

https://www.sitemaps.org/protocol.html
"""

from collections.abc import Callable, Iterable, Iterator
from xml.sax.saxutils import escape

from catalogue.changed import newest
from catalogue.entry import Entry
from catalogue.feeds.entry import updated_of
from catalogue.pages.address import whole
from catalogue.pages.frame import Frame
from catalogue.pages.page import Page
from catalogue.settings import Settings

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
# The most that one file may hold, by the protocol.
MOST = 50_000
_XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"
Listed = tuple[str, str]
# Parts of the site whose pages tell of all practices.
_OF_ALL = ("", "kaytannot", "yleiskuva", "taulukot", "avoin-data")
# Parts whose first page counts the practices of each of its other pages.
_COUNTING = ("teemat", "alueet", "mittarit", "palkinnot")


def sitemap_files(
    settings: Settings, found: Iterable[Listed], most: int = MOST
) -> Iterator[tuple[str, bytes]]:
    """Yield the sitemap, as one file or as an index of several, and `robots.txt`.

    A sitemap names whole addresses only: where the place of publication is not known there is none.

    Args:
        settings: The place of publication.
        found: The pages to be found: address from the root of the site, and time of the last
            change or `""`.
        most: How many addresses one file holds.
    """
    pages = list(found) if settings.site_url else []
    parts = [pages[start : start + most] for start in range(0, len(pages), most)]
    if len(parts) == 1:
        yield SITEMAP, _urls(settings, parts[0])
    elif parts:
        named = [(f"sitemap-{n}.xml", part) for n, part in enumerate(parts, start=1)]
        for name, part in named:
            yield name, _urls(settings, part)
        maps = [(name, newest(time for _, time in part)) for name, part in named]
        yield SITEMAP, _document("sitemapindex", "sitemap", settings, maps)
    yield ROBOTS, robots(settings).encode()


def robots(settings: Settings) -> str:
    """Return `robots.txt` (RFC 9309): everything may be read."""
    sitemap = whole(settings, SITEMAP)
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {sitemap}\n" if sitemap else "")


def listed(page: Page) -> list[Listed]:
    """Return what the sitemap says of a described page; nothing of what is not to be found."""
    return [] if page.redirect or page.hidden else [(page.url, page.changed)]


def last_change(frame: Frame, page: Page, gathered: Callable[[str, str], str]) -> str:
    """Return when what `page` says last changed; `""` where that is not known.

    That of the practice, or of the newest among those that the page gathers or counts; for a page
    written by hand that of its file. A change of the program or of the frame is none. `gathered`
    gives the `newest_gathered` of a subject.
    """
    catalogue, changes = frame.catalogue, frame.catalogue.changed
    section, name = page.subject
    if section == "kaytannot" and name in catalogue.by_id:
        return updated_of(frame, catalogue.by_id[name])
    if section in _OF_ALL:
        return gathered("", "")
    if section in _COUNTING and not name:
        rounds = changes if section == "palkinnot" else ()
        awards = (changes[file].last for file in rounds if file.startswith("registry/awards/"))
        return newest((*awards, gathered("", "")))
    files = _written(page.url)
    # A page that has not been translated stands as it is among those that have.
    if not any(file in changes for file in files):
        files = _written(page.place)
    if section == "palkinnot":
        files.append(f"registry/awards/{name}.yml")
    own = (changes[file].last for file in files if file in changes)
    return newest((*own, gathered(section, name)))


def newest_gathered(frame: Frame, section: str, name: str) -> str:
    """Return the last change of any practice that the pages of a subject gather.

    Args:
        frame: The catalogue.
        section: The part of the site; "" for what gathers all practices.
        name: The theme, place, model, indicator or round.
    """
    catalogue = frame.catalogue
    entries: Iterable[Entry] = ()
    if not section:
        entries = catalogue.entries
    elif section == "teemat":
        entries = catalogue.by_theme.get(name, ())
    elif section == "mallit":
        entries = catalogue.by_model.get(name, ())
    elif section == "alueet":
        entries = catalogue.by_county.get(name) or _in_municipality(frame, name)
    elif section == "mittarit":
        outcomes = catalogue.by_indicator.get(name, ())
        entries = [catalogue.by_id[outcome.practice] for outcome in outcomes]
    elif section == "palkinnot":
        entries = catalogue.by_round.get(name, ())
    return newest(updated_of(frame, entry) for entry in entries)


def _in_municipality(frame: Frame, name: str) -> Iterable[Entry]:
    places = frame.catalogue.registry.municipalities
    found = frame.catalogue.by_municipality.items()
    return next((entries for code, entries in found if places[code].id == name), ())


def _written(url: str) -> list[str]:
    """The files of which one makes the page at `url`, if it is written by hand."""
    return [f"docs/{url}index.md", f"docs/{url.rstrip('/')}.md"]


def _urls(settings: Settings, pages: Iterable[Listed]) -> bytes:
    return _document("urlset", "url", settings, pages)


def _document(root: str, item: str, settings: Settings, pages: Iterable[Listed]) -> bytes:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{root} xmlns="{_XMLNS}">']
    for url, time in pages:
        changed = f"<lastmod>{time}</lastmod>" if time else ""
        lines.append(f"<{item}><loc>{escape(whole(settings, url))}</loc>{changed}</{item}>")
    return "\n".join([*lines, f"</{root}>", ""]).encode()
