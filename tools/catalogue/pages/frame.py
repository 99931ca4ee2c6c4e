"""What every page template can use: texts, labels, numbers, links."""

import posixpath
import re
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from catalogue.catalogue import Catalogue
from catalogue.messages import Messages
from catalogue.model.dates import UNKNOWN
from catalogue.model.practice import Practice
from catalogue.model.values import Text
from catalogue.numerals import Numerals
from catalogue.pages.page import NOT_FOUND, Page
from catalogue.pages.told import Told, told
from catalogue.settings import Settings

# What all languages share, wherever it lies: nothing in it is read without a script.
SHARED = ("data/", "haku/", "ilmoita/lahteet/")
# Files that hold texts for readers, and so are made in each language.
OF_LANGUAGE = ("kaytannot/", "palkinnot/", "vertailu/", "ilmoita/")
_WEB = re.compile(r"https?://[^\s\"'<>\\]+\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Frame:
    """Renders templates into pages of one catalogue in one language.

    `takeaways` are the files at the root in which the whole site is offered, by kind
    (`offline/takeaway.py`).
    """

    catalogue: Catalogue
    settings: Settings
    texts: Messages
    takeaways: Mapping[str, str] = field(default_factory=dict)

    def in_language(self, language: str) -> "Frame":
        """Return the frame of the same catalogue in `language`."""
        words = self.settings.in_language(language)
        return Frame(self.catalogue, words, self.settings.texts(language), self.takeaways)

    @property
    def in_every_language(self) -> tuple["Frame", ...]:
        """The frames of all languages in which the catalogue is published, this one first."""
        others = self.settings.published_in[1:]
        return (self, *(self.in_language(language) for language in others))

    @property
    def prefix(self) -> str:
        """What stands before the addresses of pages: nothing in the catalogue's own language."""
        own = self.settings.language
        return "" if self.texts.language == own else f"{self.texts.language}/"

    @cached_property
    def numerals(self) -> Numerals:
        """Numbers and dates in the frame's language."""
        return Numerals(self.texts)

    @cached_property
    def environment(self) -> Environment:
        """Jinja with escaping always on and a missing value an error."""
        environment = Environment(
            loader=PackageLoader("catalogue", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.do"],
        )
        environment.globals.update(
            t=self.texts.get,
            label=self.label,
            help=self.help,
            name=self.name,
            place=self.place,
            organisation=self.organisation,
            lang=self.lang,
            told=self.told,
            n=self.numerals,
            catalogue=self.catalogue,
            registry=self.catalogue.registry,
            settings=self.settings,
        )
        environment.filters.update(
            hidden_address=hidden_address,
            web_address=web_address,
            encoded=encoded,
            capital=capital,
        )
        return environment

    def page(
        self,
        template: str,
        url: str,
        title: str,
        description: str,
        *,
        kind: str = "text",
        section: str = "",
        redirect: str = "",
        **values: object,
    ) -> Page:
        """Render `template` as the page at `url`; links in it are relative to it.

        Addresses, `redirect` too, are given as they are in the catalogue's own language: pages are
        linked within the frame's language, files at the root, where all languages share them.
        """
        own = self.prefix + url
        up, first = "../" * own.count("/") or "./", own.partition("/")[0]

        def link(target: str) -> str:
            path, mark, fragment = target.partition("#")
            if not path:
                return mark + fragment
            if url == NOT_FOUND:
                return f"{root_path(self.settings.site_url)}{target.removeprefix('/')}"
            address = self.address(path).lstrip("/")
            if address.partition("/")[0] != first:
                return f"{up}{address}{mark}{fragment}"
            relative = posixpath.relpath("/" + address, "/" + own)
            return (
                f"{relative}/{mark}{fragment}" if path.endswith("/") else relative + mark + fragment
            )

        html = self.environment.get_template(template).render(
            link=link, title=title, url=url, **values
        )
        language = self.texts.language
        section = section or url.partition("/")[0]
        moved = link(redirect) if redirect else ""
        return Page(
            own, title, description, kind, language, html, section, moved, prefix=self.prefix
        )

    def address(self, path: str) -> str:
        """Return where `path`, an address in the catalogue's own language, is in the frame's."""
        name = path.rpartition("/")[2]
        shared = path.startswith(SHARED) or ("." in name and not path.startswith(OF_LANGUAGE))
        return path if shared else self.prefix + path.lstrip("/")

    def lang(self, language: str | None) -> Markup:
        """Return the attribute that marks a part in `language`; none in the frame's own."""
        if language in (None, self.texts.language):
            return Markup("")
        return Markup(' lang="{}"').format(language)

    def told(self, practice: Practice) -> Told:
        """Return the title and summary of `practice` for readers of the frame's language."""
        return told(practice, self.texts.language)

    def label(self, vocabulary: str, value: str | int) -> str:
        """Return the label of a value of a vocabulary."""
        return self.name(self.catalogue.registry.term(vocabulary, str(value)).label)

    def help(self, vocabulary: str, value: str | int) -> str:
        """Return the help text of a value of a vocabulary; `""` if it has none."""
        term = self.catalogue.registry.term(vocabulary, str(value))
        return self.name(term.help) if term.help else ""

    def name(self, text: Text) -> str:
        """Return `text` in the frame's language."""
        return text.get(self.texts.language)

    def place(self, place: str) -> str:
        """Return the name of a place."""
        return self.name(self.catalogue.registry.place_name(place))

    def organisation(self, organisation: str) -> str:
        """Return the name of an organisation."""
        if organisation == UNKNOWN:
            return self.label("status", UNKNOWN)
        return self.name(self.catalogue.registry.organisations[organisation].name)


def root_path(site_url: str | None) -> str:
    """Return the path at which the site lies on its host, for a page shown at any address."""
    return urllib.parse.urlsplit(site_url or "").path.rstrip("/") + "/"


def frame_of(catalogue: Catalogue, settings: Settings) -> Frame:
    """Return the frame in the catalogue's own language."""
    return Frame(catalogue, settings, settings.texts(settings.language))


def hidden_address(address: str, scheme: str = "mailto") -> Markup:
    """Return a link to a mail address or telephone that is no plain text in the HTML.

    Every character is a character reference, and the target is percent-encoded too: a browser, a
    keyboard and a screen reader get an ordinary link, a harvester's pattern finds nothing.
    """
    if scheme == "tel":
        target = "".join(c for c in address if c.isdigit() or c == "+")
    else:
        target = "".join(f"%{byte:02X}" for byte in address.encode())
    return Markup('<a href="{}:{}">{}</a>').format(
        _references(scheme), _references(target), _references(address)
    )


def web_address(text: str | None) -> str:
    """Return `text` if it is an address of the web, else `""`: escaping alone stops no script."""
    return text if text and _WEB.match(text) else ""


def encoded(text: str) -> str:
    """Return `text` percent-encoded for the query of an address."""
    return urllib.parse.quote(text, safe="")


def capital(text: str) -> str:
    """Return `text` with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


def _references(text: str) -> Markup:
    return Markup("".join(f"&#{ord(char)};" for char in text)) if text else escape("")
