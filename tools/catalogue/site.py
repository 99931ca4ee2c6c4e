"""The complete set of generated files, as values: path → content."""

from collections.abc import Iterator, Mapping

from catalogue.browse.files import AnalyserFor, browse_files
from catalogue.catalogue import Catalogue
from catalogue.export.as_csv import outcomes_csv, practices_csv
from catalogue.export.as_json import as_json, json_bytes
from catalogue.export.as_xlsx import as_xlsx
from catalogue.export.schema import practice_schema
from catalogue.headers import FILE as HEADERS_FILE
from catalogue.headers import POLICY, headers, policy
from catalogue.messages import messages
from catalogue.pages.comparisons import tables
from catalogue.pages.footnotes import printable
from catalogue.pages.frame import Frame
from catalogue.pages.front import data, field_reference, home, stored, submit
from catalogue.pages.groups import indicators, regions, themes
from catalogue.pages.overview import overview
from catalogue.pages.page import Page
from catalogue.pages.practices import comparison, practice, practice_list
from catalogue.pages.redirects import redirects
from catalogue.pages.review import review
from catalogue.pages.rounds import TEMPLATE_FILE, awards, round_template
from catalogue.settings import Settings
from catalogue.submit.files import submit_files

MAIN_MENU = ("kaytannot", "taulukot", "mittarit", "palkinnot", "ilmoita")
SCRIPT = "script."
FOOT_MENU = {
    "tietoa": "tietoa/",
    "naytto": "tietoa/naytto/",
    "avoin-data": "avoin-data/",
    "saavutettavuus": "saavutettavuus/",
    "tietosuoja": "tietosuoja/",
}
FRAME_WORDS = (
    "search.label",
    "search.short",
    "search.button",
    "frame.skip",
    "frame.menu",
    "frame.main-nav",
    "frame.footer-nav",
    "frame.theme",
    "frame.licence",
    "frame.tagline",
    "not-found.title",
    "not-found.text",
    "not-found.list",
)


def pages(frame: Frame) -> Iterator[Page]:
    """Yield every generated page, ready for screen and paper."""
    return (printable(frame, page) for page in _pages(frame))


def _pages(frame: Frame) -> Iterator[Page]:
    yield home(frame)
    yield from practice_list(frame)
    yield comparison(frame)
    for entry in frame.catalogue.entries:
        yield practice(frame, entry)
    yield from themes(frame)
    yield from regions(frame)
    yield from indicators(frame)
    yield overview(frame)
    yield from tables(frame)
    yield from awards(frame)
    yield submit(frame)
    yield field_reference(frame)
    yield review(frame)
    yield data(frame)
    yield stored(frame)
    yield from redirects(frame)


def data_files(catalogue: Catalogue, language: str) -> Mapping[str, bytes]:
    """Return the open data under `data/`."""
    texts = messages(language)
    return {
        "data/practices.json": as_json(catalogue),
        "data/practices.csv": practices_csv(catalogue),
        "data/outcomes.csv": outcomes_csv(catalogue),
        "data/practices.xlsx": as_xlsx(catalogue, texts),
        "data/practice.schema.json": json_bytes(practice_schema(catalogue.registry, texts)),
    }


def script_files(language: str) -> Mapping[str, bytes]:
    """Return what scripts read besides the open data: the texts under `script.`."""
    texts = messages(language).texts
    own = {key.removeprefix(SCRIPT): text for key, text in texts.items() if key.startswith(SCRIPT)}
    return {"assets/messages.json": json_bytes(own)}


def frame_of(catalogue: Catalogue, settings: Settings) -> Frame:
    """Return the frame in the catalogue's own language."""
    return Frame(catalogue, settings, messages(settings.language))


def generated_files(
    catalogue: Catalogue, settings: Settings, analyser_for: AnalyserFor
) -> Mapping[str, bytes]:
    """Return every file that an engine needs besides the hand-written pages and the theme.

    `analyser_for` gives the word analyser of a language for the search index.
    """
    frame = frame_of(catalogue, settings)
    return {
        **{page.path: page.markdown().encode() for page in pages(frame)},
        **data_files(catalogue, settings.language),
        **script_files(settings.language),
        TEMPLATE_FILE: round_template(frame).encode(),
        HEADERS_FILE: headers().encode(),
        **browse_files(frame, analyser_for),
        **submit_files(frame),
    }


def frame_values(settings: Settings) -> Mapping[str, object]:
    """Return the texts and links that the frame around every page shows, for its template."""
    texts = messages(settings.language)
    menu = [(f"{key}/", texts.get(f"frame.nav.{key}")) for key in MAIN_MENU]
    foot = [(url, texts.get(f"frame.foot.{key}")) for key, url in FOOT_MENU.items()]
    words = {key.removeprefix("frame."): texts.get(key) for key in FRAME_WORDS}
    return {
        "menu": menu,
        "foot": foot,
        "texts": words,
        "repository": settings.repository,
        "policy": policy(POLICY),
    }
