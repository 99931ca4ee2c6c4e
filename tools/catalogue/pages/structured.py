"""What machines read of each page: schema.org as JSON-LD.

Every value comes from the records; what they do not tell is left out. Search engines' own rules
are narrower than https://schema.org: addresses are whole or absent.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from pydantic_core import to_json

from catalogue.entry import Entry
from catalogue.export.downloads import DOWNLOADS, FOLDER
from catalogue.feeds.entry import published_of, updated_of
from catalogue.model.dates import UNKNOWN
from catalogue.model.practice import Citation
from catalogue.model.values import StatedDate
from catalogue.pages.address import absolute
from catalogue.pages.frame import Frame
from catalogue.pages.page import Page
from catalogue.pages.picture import GENERAL, picture_path

Node = dict[str, object]
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# How many practices a list names; the number of all is told beside them.
MOST_LISTED = 100
# The parts of the site that have pages below them, with the key of their titles.
PARTS: Mapping[str, str] = {
    "kaytannot": "list.title",
    "teemat": "themes.title",
    "alueet": "regions.title",
    "mittarit": "indicators.title",
    "taulukot": "tables.title",
    "palkinnot": "awards.title",
    "ilmoita": "submit.title",
    "tietoa": "frame.foot.tietoa",
    "tietosuoja": "frame.foot.tietosuoja",
}
# What stands above the pages of a part that has none of its own.
_ABOVE: Mapping[str, str] = {"mallit": "kaytannot"}
_ESCAPED = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def structured(frame: Frame, page: Page) -> str:
    """Return the JSON-LD of `page`, so written that no text in it can end a script element."""
    section, name = page.subject
    make = _MAKERS.get((section, bool(name)), _web_page)
    main = {
        "name": page.title,
        "description": page.description,
        "url": absolute(frame, page.place),
        "inLanguage": page.language,
        "license": LICENCE,
        "isPartOf": _site_reference(frame) if page.place else None,
        **make(frame, page, name),
    }
    return script_proof({"@context": "https://schema.org", "@graph": [main, _crumbs(frame, page)]})


def script_proof(value: object) -> str:
    """Return `value` as JSON without the characters that mean something to HTML or to old readers.

    https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
    """
    text = to_json(_filled(value)).decode()
    for char, escape in _ESCAPED.items():
        text = text.replace(char, escape)
    return text


def _filled(value: object) -> object:
    """`value` without what is empty: absent is how schema.org says that something is not told."""
    if isinstance(value, dict):
        # Zero and false are told, not empty. Most values are texts, which need no other look.
        return {
            key: found
            for key, item in value.items()
            if (found := item if type(item) is str else _filled(item)) or isinstance(found, int)
        }
    if isinstance(value, (list, tuple)):
        return [found for found in map(_filled, value) if found or isinstance(found, int)]
    return value


def _web_page(frame: Frame, page: Page, name: str) -> Node:
    return {"@type": "WebPage"}


def _site(frame: Frame, page: Page, name: str) -> Node:
    root = absolute(frame, "")
    search: Node = {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": f"{root}kaytannot/?q={{search_term_string}}",
        },
        "query-input": "required name=search_term_string",
    }
    return {
        "@type": "WebSite",
        **_site_reference(frame),
        "image": absolute(frame, GENERAL),
        "publisher": _publisher(frame),
        "potentialAction": search if root else None,
    }


def _practice(frame: Frame, page: Page, name: str) -> Node:
    entry = frame.catalogue.by_id.get(name)
    if entry is None:
        return {"@type": "CollectionPage"} if name.startswith("sivu/") else {"@type": "WebPage"}
    record = entry.practice
    groups = [group for group in record.target_groups if group != UNKNOWN]
    return {
        "@type": "Article",
        "mainEntityOfPage": absolute(frame, page.place),
        "headline": record.title,
        "alternateName": record.aliases,
        "identifier": entry.id,
        "inLanguage": record.language,
        "isAccessibleForFree": True,
        "image": absolute(frame, picture_path(entry.id)),
        "datePublished": published_of(frame, entry),
        "dateModified": updated_of(frame, entry),
        "author": _publisher(frame),
        "publisher": _publisher(frame),
        "about": [_theme_term(frame, theme) for theme in record.themes if theme != UNKNOWN],
        "keywords": record.keywords,
        "audience": [
            {"@type": "Audience", "audienceType": frame.label("target_group", group)}
            for group in groups
        ],
        "spatialCoverage": [_place(frame, place) for place in record.places if place != UNKNOWN],
        "provider": _organisation(frame, record.provider),
        "award": _awards(frame, entry),
        "citation": [_citation(source) for source in record.sources],
    }


def _practices(frame: Frame, page: Page, name: str) -> Node:
    return _collection(frame, frame.catalogue.in_use_first)


def _theme(frame: Frame, page: Page, name: str) -> Node:
    entries = frame.catalogue.by_theme.get(name, ())
    return {**_collection(frame, entries), "about": _theme_term(frame, name)}


def _model(frame: Frame, page: Page, name: str) -> Node:
    return _collection(frame, frame.catalogue.by_model.get(name, ()))


def _region(frame: Frame, page: Page, name: str) -> Node:
    catalogue, registry = frame.catalogue, frame.catalogue.registry
    if name in registry.counties:
        entries = catalogue.by_county.get(name, ())
        return {**_collection(frame, entries), "about": _place(frame, name)}
    codes = [code for code in catalogue.by_municipality if registry.municipalities[code].id == name]
    if not codes:
        return _web_page(frame, page, name)
    entries = catalogue.by_municipality[codes[0]]
    return {**_collection(frame, entries), "about": _place(frame, codes[0])}


def _indicator(frame: Frame, page: Page, name: str) -> Node:
    indicator = frame.catalogue.registry.indicators.get(name)
    if indicator is None:
        return _web_page(frame, page, name)
    term = {
        "@type": "DefinedTerm",
        "termCode": name,
        "name": frame.name(indicator.name),
        "description": frame.name(indicator.definition),
    }
    outcomes = frame.catalogue.by_indicator.get(name, ())
    ids = dict.fromkeys(outcome.practice for outcome in outcomes)
    entries = [frame.catalogue.by_id[practice] for practice in ids]
    return {**_collection(frame, entries), "about": term}


def _round(frame: Frame, page: Page, name: str) -> Node:
    found = frame.catalogue.registry.rounds.get(name)
    if found is None:
        return _web_page(frame, page, name)
    award = {"@type": "Thing", "name": frame.name(found.award)}
    entries = frame.catalogue.by_round.get(name, ())
    return {
        **_collection(frame, entries),
        "about": award,
        "temporalCoverage": found.date.value if found.date.known else None,
    }


def _open_data(frame: Frame, page: Page, name: str) -> Node:
    downloads = [
        {
            "@type": "DataDownload",
            "name": download.name,
            "contentUrl": absolute(frame, f"{FOLDER}{download.name}"),
            "encodingFormat": download.media,
        }
        for download in DOWNLOADS
        if download.data
    ]
    times = (updated_of(frame, entry) for entry in frame.catalogue.entries)
    dataset = {
        "@type": "Dataset",
        "name": frame.settings.name,
        "description": frame.settings.description,
        "url": absolute(frame, page.place),
        "license": LICENCE,
        "creator": _publisher(frame),
        "isAccessibleForFree": True,
        "dateModified": max(times, default=""),
        "spatialCoverage": {"@type": "Country", "name": frame.texts.get("structured.country")},
        "distribution": downloads,
    }
    return {"@type": "DataCatalog", "publisher": _publisher(frame), "dataset": dataset}


_MAKERS: Mapping[tuple[str, bool], Callable[[Frame, Page, str], Node]] = {
    ("", False): _site,
    ("kaytannot", False): _practices,
    ("kaytannot", True): _practice,
    ("teemat", True): _theme,
    ("alueet", True): _region,
    ("mallit", True): _model,
    ("mittarit", True): _indicator,
    ("palkinnot", True): _round,
    ("avoin-data", False): _open_data,
}


def _collection(frame: Frame, entries: Sequence[Entry]) -> Node:
    """A page of practices, with the first of them."""
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": entry.practice.title,
            "url": absolute(frame, f"kaytannot/{entry.id}/"),
        }
        for position, entry in enumerate(entries[:MOST_LISTED], start=1)
    ]
    listed = {"@type": "ItemList", "numberOfItems": len(entries), "itemListElement": items}
    return {"@type": "CollectionPage", "mainEntity": listed}


def _crumbs(frame: Frame, page: Page) -> Node | None:
    """The way from the home page, as the page shows it; nothing for the home page itself."""
    if not page.place or not page.indexed:
        return None
    t, (section, name) = frame.texts.get, page.subject
    section = _ABOVE.get(section, section)
    steps = [("", t("frame.home"))]
    if name and section in PARTS:
        steps.append((f"{section}/", t(PARTS[section])))
    steps.append((page.place, page.title))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": text,
                "item": absolute(frame, url),
            }
            for position, (url, text) in enumerate(steps, start=1)
        ],
    }


def _site_reference(frame: Frame) -> Node:
    root = absolute(frame, "")
    return {
        "@type": "WebSite",
        "@id": f"{root}#luettelo" if root else "",
        "name": frame.settings.name,
        "url": root,
    }


def _publisher(frame: Frame) -> Node:
    root = absolute(frame, "")
    return {"@type": "Organization", "name": frame.settings.name, "url": root}


def _theme_term(frame: Frame, theme: str) -> Node:
    return {
        "@type": "DefinedTerm",
        "termCode": theme,
        "name": frame.label("theme", theme),
        "description": frame.help("theme", theme),
        "url": absolute(frame, f"teemat/{theme}/"),
    }


def _place(frame: Frame, place: str) -> Node:
    # Municipalities are known by Statistics Finland's number, areas by no common one.
    code = place if place in frame.catalogue.registry.municipalities else ""
    return {"@type": "AdministrativeArea", "name": frame.place(place), "identifier": code}


def _organisation(frame: Frame, name: str) -> Node | None:
    if name == UNKNOWN:
        return None
    url = frame.catalogue.registry.organisations[name].url
    return {"@type": "Organization", "name": frame.organisation(name), "url": url}


def _awards(frame: Frame, entry: Entry) -> Iterable[str]:
    rounds = frame.catalogue.registry.rounds
    return [
        frame.texts.get(
            "structured.award",
            award=frame.name(rounds[award.round].name),
            role=frame.label("role", award.role),
        )
        for award in entry.practice.awards
        if award.round in rounds
    ]


def _citation(source: Citation) -> Node:
    publisher = {"@type": "Organization", "name": source.publisher} if source.publisher else None
    return {
        "@type": "CreativeWork",
        "name": source.title,
        "publisher": publisher,
        "datePublished": _stated(source.date),
        "url": source.url,
    }


def _stated(date: StatedDate | None) -> str:
    """A date that the source itself gives; one that was worked out is not passed on as a fact."""
    return date.value if date and date.known and not date.inferred else ""
