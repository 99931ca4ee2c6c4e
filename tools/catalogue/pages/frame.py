"""What every page template can use: texts, labels, numbers, links."""

import re
import urllib.parse
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache, partial

from markupsafe import Markup

from catalogue.catalogue import Catalogue
from catalogue.entry import Entry
from catalogue.messages import Messages
from catalogue.model.dates import UNKNOWN
from catalogue.model.practice import Practice
from catalogue.model.values import Text
from catalogue.numerals import Numerals
from catalogue.pages.link import linked, ways
from catalogue.pages.markup import safe, shown
from catalogue.pages.page import NOT_FOUND, Page
from catalogue.pages.rows import rows_html
from catalogue.pages.template import Templates, environment
from catalogue.pages.told import Told, told
from catalogue.render import unbroken
from catalogue.settings import Settings

# What all languages share, wherever it lies: nothing in it is read without a script.
SHARED = ("data/", "haku/", "ilmoita/lahteet/")
# Files that hold texts for readers, and so are made in each language.
OF_LANGUAGE = ("kaytannot/", "palkinnot/", "vertailu/", "ilmoita/")
# About 30 MB of cards, so that memory does not grow with the catalogue.
_MOST_PIECES = 20_000
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
    def environment(self) -> Templates:
        """Templates with what they may read besides the values they are given.

        That is what registry, settings and texts say, and nothing of any practice.
        """
        shared = {
            "card": self.card,
            "evidence": self.evidence,
            "piece": self.piece,
            "pieces": self.pieces,
            "label": self.label,
            "labels": self.labels,
            "help": self.help,
            "in_language": self.marked,
            "name": self.name,
            "place": self.place,
            "places_of": self.places_of,
            "organisation": self.organisation,
            "lang": self.lang,
            "titled": self.titled,
            "told": self.told,
            "table_rows": partial(rows_html, lang=self.lang, known={}),
            "n": self.numerals,
            "registry": self.catalogue.registry,
            "settings": self.settings,
        }
        made = environment(self.texts, shared)
        made.filters.update(
            hidden_address=hidden_address,
            hidden_target=hidden_target,
            web_address=web_address,
            safe=safe,
            capital=capital,
            unbroken=unbroken,
        )
        return made

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
        html = self.rendered(template, url, title=title, **values)
        language = self.texts.language
        section = section or url.partition("/")[0]
        moved = self.ways(url)(redirect) if redirect else ""
        own = self.prefix + url
        return Page(
            own, title, description, kind, language, html, section, moved, prefix=self.prefix
        )

    def rendered(self, template: str, url: str, **values: object) -> str:
        """Return the HTML of `template` on the page at `url`."""
        html = self.environment.rendered(template, {"url": url, **values})
        return linked(html, self.ways(url))

    def ways(self, url: str) -> Callable[[str], str]:
        """What gives the way from the page at `url` to what templates link to."""
        if url == NOT_FOUND:
            root = root_path(self.settings.site_url)
            return lambda target: root + target.removeprefix("/")
        prefix, section, depth = self.prefix, url.partition("/")[0], url.count("/")

        def way(target: str) -> str:
            if target.partition("/")[0] == section or not url.endswith("/"):
                return _way(prefix, url, target)
            # From every page as deep in another part of the site it is the same.
            return _far(prefix, depth, target)

        return way

    def evidence(self, level: int) -> Markup:
        """Return a level of evidence as steps and in words."""
        return self.piece("evidence", level)

    def card(self, entry: Entry, level: int = 2) -> Markup:
        """Return the card of a practice; `level` is that of its heading."""
        return self._piece(("card", entry.id, level), entry, level)

    def piece(self, name: str, value: str | int) -> Markup:
        """Return what the macro `name` makes of a value of which there are few."""
        return self._piece((name, value), value)

    def pieces(self, name: str, values: Iterable[str], between: str = ", ") -> Markup:
        """Return what the macro `name` makes of each of `values`."""
        return safe(between.join([self._piece((name, value), value) for value in values]))

    def _piece(self, key: tuple[object, ...], *given: object) -> Markup:
        """What is alike on many pages, made once by the macro that `key` begins with.

        Links in it are marks still.
        """
        known = self._pieces.get(key)
        if known is not None:
            return known
        macro = getattr(self.environment.macros("pieces.html"), str(key[0]))
        made = Markup(macro(*given))
        if len(self._pieces) < _MOST_PIECES:
            self._pieces[key] = made
        return made

    @cached_property
    def _pieces(self) -> dict[tuple[object, ...], Markup]:
        return {}

    def address(self, path: str) -> str:
        """Return where `path`, an address in the catalogue's own language, is in the frame's."""
        return _address(self.prefix, path)

    def lang(self, language: str | None) -> Markup:
        """Return the attribute that marks a part in `language`; none in the frame's own."""
        return _in_language(None if language == self.texts.language else language)

    def marked(self, text: str, language: str | None) -> Markup:
        """Return `text` as HTML that says in which language it is, where not in the frame's own."""
        mark = self.lang(language)
        return safe(f"<span{mark}>{shown(text)}</span>") if mark else shown(text)

    def titled(self, practice: Practice) -> Markup:
        """Return the title of `practice` for readers of the frame's language, as HTML."""
        words = self.told(practice)
        return self.marked(words.title, words.title_language)

    def told(self, practice: Practice) -> Told:
        """Return the title and summary of `practice` for readers of the frame's language."""
        return told(practice, self.texts.language)

    def label(self, vocabulary: str, value: str | int) -> str:
        """Return the label of a value of a vocabulary."""
        known = self._labels.get((vocabulary, value))
        if known is None:
            known = self.name(self.catalogue.registry.term(vocabulary, str(value)).label)
            self._labels[vocabulary, value] = known
        return known

    def labels(self, vocabulary: str, values: Iterable[str]) -> str:
        """Return the labels of values of a vocabulary in a row."""
        return ", ".join([self.label(vocabulary, value) for value in values])

    @cached_property
    def _labels(self) -> dict[tuple[str, str | int], str]:
        return {}

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

    def places_of(self, practice: Practice) -> str:
        """Return the names of the places of `practice` in a row."""
        unknown = self.texts.get("place.unknown")
        return ", ".join([self.place(p) if p != UNKNOWN else unknown for p in practice.places])

    def organisation(self, organisation: str) -> str:
        """Return the name of an organisation."""
        if organisation == UNKNOWN:
            return self.label("status", UNKNOWN)
        return self.name(self.catalogue.registry.organisations[organisation].name)


@lru_cache(maxsize=10_000)
def _far(prefix: str, depth: int, target: str) -> str:
    return _way(prefix, "_/" * depth, target)


def _way(prefix: str, url: str, target: str) -> str:
    path, mark, fragment = target.partition("#")
    address = _address(prefix, path).lstrip("/")
    return (ways(prefix + url)(address) if path else "") + mark + fragment


def _address(prefix: str, path: str) -> str:
    return path if _shared(path) else prefix + path.lstrip("/")


@lru_cache(maxsize=50_000)
def _shared(path: str) -> bool:
    """Whether all languages share what is at `path`."""
    name = path.rpartition("/")[2]
    return path.startswith(SHARED) or ("." in name and not path.startswith(OF_LANGUAGE))


@cache
def _in_language(language: str | None) -> Markup:
    return Markup(' lang="{}"').format(language) if language is not None else Markup("")


def root_path(site_url: str | None) -> str:
    """Return the path at which the site lies on its host, for a page shown at any address."""
    return urllib.parse.urlsplit(site_url or "").path + "/"


def frame_of(catalogue: Catalogue, settings: Settings) -> Frame:
    """Return the frame in the catalogue's own language."""
    return Frame(catalogue, settings, settings.texts(settings.language))


def hidden_address(address: str, scheme: str = "mailto") -> Markup:
    """Return a link to a mail address or telephone that is no plain text in the HTML.

    Every character is a character reference, and the target is percent-encoded too: a browser, a
    keyboard and a screen reader get an ordinary link, a harvester's pattern finds nothing.
    """
    return Markup(f'<a href="{hidden_target(address, scheme)}">{_references(address)}</a>')


def hidden_target(address: str, scheme: str = "mailto") -> Markup:
    """Return the target of such a link."""
    if scheme == "tel":
        target = "".join(c for c in address if c.isdigit() or c == "+")
    else:
        target = "".join(f"%{byte:02X}" for byte in address.encode())
    return Markup(f"{_references(scheme)}:{_references(target)}")


def web_address(text: str | None) -> str:
    """Return `text` if it is an address of the web, else `""`: escaping alone stops no script."""
    return text if text and _WEB.match(text) else ""


@lru_cache(maxsize=10_000)
def capital(text: str) -> str:
    """Return `text` with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


def _references(text: str) -> str:
    """Each character as a reference to it, which is HTML whatever it is."""
    return "".join([f"&#{ord(char)};" for char in text])
