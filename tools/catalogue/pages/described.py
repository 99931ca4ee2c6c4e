"""What pages tell machines about themselves, added to each page after its content is made."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial

from catalogue.feeds.feed import MOST
from catalogue.feeds.files import FeedLinks, feed_links
from catalogue.pages.address import absolute
from catalogue.pages.citation import cited_as
from catalogue.pages.frame import Frame
from catalogue.pages.link import ways
from catalogue.pages.page import Page
from catalogue.pages.picture import GENERAL, SIZE, picture_path
from catalogue.pages.sitemap import last_change, newest_gathered
from catalogue.pages.structured import structured

# Every page offers the feed of the whole catalogue unless it has one of its own.
_WHOLE = "kaytannot/"
# Parts of the site whose pages end with how to follow and to cite them.
_GATHERING = ("teemat", "alueet", "mallit", "mittarit", "taulukot", "palkinnot")
# Pages of these parts that gather nothing.
_FORMS = ("palkinnot/uusi/",)
_LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}


@dataclass(frozen=True)
class Describer:
    """Describes the pages of one catalogue; what they share is worked out once."""

    frame: Frame

    def described(self, page: Page) -> Page:
        """Return `page` with what its head says to machines, and with its own tools at the foot."""
        if page.redirect:
            return page
        changed = self.last_change(page)
        html = page.html + self._tools(page, changed) if self._has_tools(page) else page.html
        return replace(
            page,
            html=html,
            head=self._head(page),
            changed=changed,
            hidden=self._hidden(page),
        )

    def last_change(self, page: Page) -> str:
        """Return when what `page` says last changed; `""` when unknown."""
        return last_change(self.frame, page, self._gathered)

    def _head(self, page: Page) -> str:
        frame = self.frame
        practice = self._practice(page)
        path = picture_path(practice) if practice else GENERAL
        return frame.rendered(
            "described.html",
            page.place,
            page=page,
            hidden=self._hidden(page),
            locale=_LOCALES[page.language],
            address=absolute(frame, page.place) if page.indexed else "",
            image=absolute(frame, path),
            alt=page.title if practice else frame.settings.name,
            size=SIZE,
            feeds=self._named(page, self._feeds.get(page.place, self._feeds[_WHOLE])),
            structured=structured(frame, page),
        )

    def _tools(self, page: Page, changed: str) -> str:
        made = self.frame.rendered(
            "page-tools.html",
            page.place,
            feeds=self._named(page, self._feeds.get(page.place)),
            most=MOST,
            cited=cited_as(self.frame, page.title, page.place, changed),
        )
        return f"\n{made}"

    def _named(self, page: Page, feed: FeedLinks | None) -> list[tuple[str, str, str, str]]:
        """For each form of the feed its key, media type, title and way to it from the page.

        All languages share the feeds. A page that may stand at any depth names none.
        """
        if feed is None or not page.indexed:
            return []
        way = ways(page.url)
        return [
            (form, media_type, feed.title, way(path).removeprefix("./"))
            for form, media_type, path in feed.forms
        ]

    def _has_tools(self, page: Page) -> bool:
        section, name = page.subject
        gathers = section in _GATHERING and bool(name) and page.place not in _FORMS
        return gathers or page.place == _WHOLE

    def _practice(self, page: Page) -> str:
        """The id of the practice that the page is about; `""` for other pages."""
        section, name = page.subject
        return name if section == "kaytannot" and name in self.frame.catalogue.by_id else ""

    def _hidden(self, page: Page) -> bool:
        """Whether search engines shall leave the page out: notes, and what has no address."""
        section, name = page.subject
        note = section == "kaytannot" and name in self.frame.catalogue.registry.removed
        return note or not page.indexed

    @cached_property
    def _feeds(self) -> dict[str, FeedLinks]:
        return feed_links(self.frame)

    @cached_property
    def _gathered(self) -> Callable[[str, str], str]:
        """The last change of what a subject gathers: its pages may be many."""
        return cache(partial(newest_gathered, self.frame))
