"""The pages of the open data: what can be downloaded, and what its columns and keys mean."""

from collections.abc import Sequence
from itertools import groupby

from catalogue.export.columns import TABLES
from catalogue.export.dcat import DICTIONARY_PAGE, JSON_LD, PAGE, TURTLE
from catalogue.export.dictionary import JSON, Described, dictionary
from catalogue.export.downloads import FOLDER, SUMS, Published
from catalogue.export.open_data import measured
from catalogue.export.plain import SCHEMA_VERSION, last_review
from catalogue.pages.address import whole
from catalogue.pages.frame import Frame
from catalogue.pages.page import Page

SEMVER = "https://semver.org/"


def data(frame: Frame, files: Sequence[Published] | None = None) -> Page:
    """What can be downloaded, in which form, on which terms, and how to cite it.

    `files` are the downloads as they are published; without them they are made to be measured.
    """
    if files is None:
        files = measured(frame.catalogue, frame.settings)
    t = frame.texts.get
    return frame.page(
        "open-data.html",
        PAGE,
        t("data.title"),
        t("data.description"),
        version=SCHEMA_VERSION,
        reviewed=last_review(frame.catalogue),
        counts=_counts(frame),
        folder=FOLDER,
        files={
            data: [(f, _kilobytes(f.size)) for f in files if f.download.data is data]
            for data in (True, False)
        },
        takeaways=frame.takeaways,
        sums=SUMS,
        descriptions={"Turtle": TURTLE, "JSON-LD": JSON_LD},
        dictionary=DICTIONARY_PAGE,
        semver=SEMVER,
        address=_address(frame),
        language=frame.texts.language,
    )


def data_folder(frame: Frame) -> Page:
    """What stands at the address of the folder: it leads to the page that tells of the files."""
    t = frame.texts.get
    return frame.page(
        "data-folder.html",
        FOLDER,
        t("data-folder.title"),
        t("data-folder.description"),
        kind="moved",
        section=PAGE.rstrip("/"),
        redirect=PAGE,
        target=PAGE,
    )


def data_dictionary(frame: Frame) -> Page:
    """Every column and key with its meaning, and every vocabulary with its values."""
    t = frame.texts.get
    rows = dictionary(frame.catalogue.registry, frame.texts)
    tables = {name: list(group) for name, group in groupby(rows, key=lambda row: row.table)}
    return frame.page(
        "dictionary.html",
        DICTIONARY_PAGE,
        t("open-data.dictionary.title"),
        t("open-data.dictionary.description"),
        tables={name: tables[name] for name in TABLES},
        json=tables[JSON],
        vocabularies=_vocabularies(rows),
    )


def _vocabularies(rows: Sequence[Described]) -> list[str]:
    """The vocabularies whose values the data hold, in the order in which they come."""
    return list(dict.fromkeys(row.vocabulary for row in rows if row.vocabulary))


def _counts(frame: Frame) -> dict[str, int]:
    """How many rows each table has."""
    catalogue = frame.catalogue
    return {
        name: sum(len(list(table.rows(e, catalogue.registry))) for e in catalogue.entries)
        for name, table in TABLES.items()
    }


def _kilobytes(size: int) -> int:
    """Return a size in bytes as kilobytes (1000 bytes), at least one."""
    return max(1, round(size / 1000))


def _address(frame: Frame) -> str:
    """The page's full address, or "" where the site's is not known."""
    return whole(frame.settings, PAGE)
