"""What stands around the content of every page: the head, the navigation and the foot."""

import urllib.parse
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from catalogue.headers import POLICY, policy
from catalogue.pages.address import whole
from catalogue.pages.frame import Frame, root_path
from catalogue.pages.page import Page, harmless

MAIN_MENU = ("kaytannot/", "taulukot/", "mittarit/", "palkinnot/", "ilmoita/")
FOOT_MENU = {
    "tietoa/": "tietoa",
    "tietoa/naytto/": "naytto",
    "avoin-data/": "avoin-data",
    "saavutettavuus/": "saavutettavuus",
    "tietosuoja/": "tietosuoja",
}
_POLICY = Markup(policy(POLICY))
_CONTENT = "\0"
_PLACE = "\1"


@dataclass(frozen=True)
class Shell:
    """Makes pages into whole documents.

    Attributes:
        frame: Texts and settings.
        assets: The folder of scripts and styles, from the root of the site.
    """

    frame: Frame
    assets: str
    _around: dict[tuple[str, ...], tuple[str, str]] = field(default_factory=dict)

    def html(self, page: Page) -> str:
        """Return the document of `page`."""
        root = self._root(page)
        settings = self.frame.settings
        canonical = self._canonical(page)
        title = "" if page.kind == "home" else page.title
        alternates = self._alternates(page, root) if page.indexed and not page.redirect else ()
        values = {
            "page": page,
            "title": " – ".join(filter(None, (title, settings.name))),
            # It stands before the policy in the document: nothing in it may become markup.
            "source": harmless(" – ".join(filter(None, (settings.name, title, canonical)))),
            "assets": root + self.assets,
            "canonical": canonical,
            "alternates": alternates,
            "policy": _POLICY,
        }
        head = self.frame.environment.rendered("head.html", values)
        before, after = self._body(page, root)
        # The links to the other languages are all that differs above the content.
        place = page.place if page.indexed else ""
        return f"{head}{before.replace(_PLACE, place)}{page.html}{after}"

    def _canonical(self, page: Page) -> str:
        """The whole address of what `page` says: of a page that leads on, the one it leads to.

        A search engine then gives the old address up for the new one; told to leave the page out
        it would lose what has been linked to it.
        """
        address = whole(self.frame.settings, page.url) if page.indexed else ""
        return urllib.parse.urljoin(address, page.redirect) if address else ""

    def _alternates(self, page: Page, root: str) -> tuple[tuple[str, str], ...]:
        """The same page in each language, with its whole address where that is known."""
        start = whole(self.frame.settings, "") or root
        found = [(language, f"{start}{prefix}{page.place}") for language, _, prefix in self._trees]
        return (*found, ("x-default", found[0][1])) if len(found) > 1 else ()

    @cached_property
    def _trees(self) -> tuple[tuple[str, str, str], ...]:
        """Each language, its own name for itself, and what stands before its addresses."""
        own, *others = self.frame.settings.published_in
        named = [(own, ""), *((language, f"{language}/") for language in others)]
        texts = self.frame.settings.texts
        return tuple((name, texts(name).get("languages.own"), at) for name, at in named)

    def _body(self, page: Page, root: str) -> tuple[str, str]:
        """What comes before and after the content: the same for all pages of one place and kind."""
        current = page.place if page.place in MAIN_MENU else ""
        key = (root, page.kind, page.section, current)
        if key not in self._around:
            t = self.frame.texts.get
            values = {
                "page": page,
                "root": root + self.frame.prefix,
                "site_root": root,
                "trees": self._trees if len(self._trees) > 1 else (),
                "here": _PLACE,
                "menu": [(href, t(f"frame.nav.{href[:-1]}")) for href in MAIN_MENU],
                "foot": [(href, t(f"frame.foot.{name}")) for href, name in FOOT_MENU.items()],
                "content": _CONTENT,
            }
            whole = self.frame.environment.rendered("frame.html", values)
            before, _, after = whole.partition(_CONTENT)
            self._around[key] = before, after
        return self._around[key]

    def _root(self, page: Page) -> str:
        """The way from `page` to the root of the site, ending in `/`."""
        if not page.indexed:
            return root_path(self.frame.settings.site_url)
        return "../" * page.url.count("/") or "./"
