"""The feeds there are, each as a value."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from catalogue.entry import Entry
from catalogue.feeds.entry import FeedEntry, feed_entry, permanent_id, updated_of
from catalogue.model.dates import UNKNOWN
from catalogue.pages.frame import Frame

# What readers fetch again and again stays small; the whole catalogue is in the open data.
MOST = 50


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of practices, the last changed first.

    Attributes:
        folder: Where its files lie from the root of the site, ending in `/`.
        page: The page whose practices it follows.
        title: Its name, with the catalogue's.
        entries: At most `MOST` of them.
    """

    folder: str
    page: str
    title: str
    entries: tuple[FeedEntry, ...]

    @property
    def atom(self) -> str:
        """Path of the Atom feed."""
        return f"{self.folder}feed.xml"

    @property
    def json(self) -> str:
        """Path of the JSON Feed."""
        return f"{self.folder}feed.json"


def feeds(frame: Frame) -> Iterator[Feed]:
    """Yield every feed: the whole catalogue, then each theme, county and award round."""
    newest: dict[str, list[FeedEntry]] = defaultdict(list)
    dated = [(updated_of(frame, entry), entry) for entry in frame.catalogue.entries]
    known = [(updated, permanent_id(frame, entry), entry) for updated, entry in dated if updated]
    known.sort(key=lambda found: found[:2], reverse=True)
    for _, _, entry in known:
        pages = [p for p in ("kaytannot/", *_pages(entry)) if len(newest[p]) < MOST]
        if pages and (item := feed_entry(frame, entry)):
            for page in pages:
                newest[page].append(item)
    for page, title in feed_titles(frame).items():
        yield Feed(feed_folder(page), page, title, tuple(newest[page]))


def feed_titles(frame: Frame) -> Mapping[str, str]:
    """Return the title of every feed by the page whose practices it follows."""
    t, registry = frame.texts.get, frame.catalogue.registry
    themes = [theme for theme in registry.vocabularies["theme"].values if theme != UNKNOWN]
    parts = {
        "kaytannot/": "",
        **{f"teemat/{theme}/": frame.label("theme", theme) for theme in themes},
        **{f"alueet/{c.id}/": frame.name(c.name) for c in registry.counties.values()},
        **{f"palkinnot/{name}/": frame.name(r.name) for name, r in frame.catalogue.rounds()},
    }
    name = frame.settings.name
    return {
        page: t("feeds.part", name=name, part=part) if part else t("feeds.whole", name=name)
        for page, part in parts.items()
    }


def feed_folder(page: str) -> str:
    """Return the folder of the feed that follows the practices of `page`."""
    return "data/" if page == "kaytannot/" else page


def _pages(entry: Entry) -> Iterator[str]:
    """The pages of themes, counties and rounds on which the practice is, each once."""
    yield from (f"teemat/{theme}/" for theme in entry.practice.themes)
    yield from (f"alueet/{county.id}/" for county in entry.counties)
    yield from dict.fromkeys(f"palkinnot/{award.round}/" for award in entry.practice.awards)
