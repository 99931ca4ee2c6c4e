"""The catalogue as an Excel workbook."""

import datetime
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from catalogue.catalogue import Catalogue
from catalogue.export.column import Table, Value
from catalogue.export.columns import TABLES
from catalogue.export.dictionary import table_columns
from catalogue.export.plain import SCHEMA_VERSION, last_review
from catalogue.export.xlsx_rows import (
    DATE_STYLE,
    cut_cells,
    numbered,
    xlsx_practice,
    xlsx_rows,
)
from catalogue.messages import Messages

# A workbook carries its time of making; a fixed one keeps two builds of one tree alike.
_CREATED = datetime.datetime(2000, 1, 1)
_EXPLAINED = ("sheet", "column", "label", "kind", "meaning", "values")
_ABOUT = ("about", "text")
_WIDTHS = {
    **dict.fromkeys(("title", "source_title", "practice_title", "label", "award"), 40),
    **dict.fromkeys(("summary", "statement", "note", "values", "text"), 60),
    "meaning": 80,
}
# The rows of each practice, in order.
Rows = Iterable[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook, and the cells whose text had to be cut: `Käytännöt!E5`."""

    data: bytes
    cut: tuple[str, ...]


class _Sheet(Worksheet):  # type: ignore[misc]
    """A worksheet whose rows after the head are ready-made."""

    ready: Sequence[str] = ()

    def _write_rows(self) -> None:
        super()._write_rows()
        self.fh.writelines(self.ready)
        self.ready = ()


@dataclass
class _Book:
    """A workbook in the making."""

    book: Any
    head: Any
    cut: list[str] = field(default_factory=list)

    def sheet(self, title: str, names: Sequence[str], rows: Iterable[str]) -> None:
        """Add a sheet with a head that stays in sight, and a filter over all its rows."""
        sheet = self.book.add_worksheet(title, worksheet_class=_Sheet)
        sheet.freeze_panes(1, 1)
        for position, name in enumerate(names):
            sheet.write_string(0, position, name, self.head)
            sheet.set_column(position, position, _WIDTHS.get(name, 18))
        ready = []
        for number, row in enumerate(rows, start=2):
            self.cut += [f"{title}!{cell}" for cell in cut_cells(row, number)]
            ready.append(numbered(row, number))
        sheet.ready = ready
        sheet.dim_rowmax = len(ready)
        sheet.autofilter(0, 0, max(len(ready), 1), len(names) - 1)


def as_xlsx(catalogue: Catalogue, texts: Messages) -> bytes:
    """Return the workbook as a file."""
    return workbook(catalogue, texts).data


def table_rows(table: Table[Any], catalogue: Catalogue) -> Iterator[Sequence[str]]:
    """Yield the rows of a table, practice by practice."""
    for entry in catalogue.entries:
        make = partial(xlsx_practice, table, entry, catalogue.registry)
        yield entry.part(("xlsx", id(table)), make)


def workbook(
    catalogue: Catalogue, texts: Messages, tables: Mapping[str, Rows] | None = None
) -> Workbook:
    """Return a workbook with every table, what their columns mean, and the terms of use.

    `tables` are the rows of each table where they are at hand from before.
    """
    # Sheets pass through temporary files, so that a large one is not held in memory twice.
    buffer = io.BytesIO()
    if tables is None:
        tables = {name: table_rows(table, catalogue) for name, table in TABLES.items()}
    with xlsxwriter.Workbook(buffer) as book:
        book.set_properties({"created": _CREATED})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        assert day._get_xf_index() == DATE_STYLE
        made = _Book(book, book.add_format({"bold": True, "bottom": 1}))
        for name, table in TABLES.items():
            names = [column.name for column in table.columns]
            rows = (row for practice in tables[name] for row in practice)
            made.sheet(texts.get(f"export.sheet.{name}"), names, rows)
        undated = [False] * len(_EXPLAINED)
        explained = xlsx_rows(list(_explained(catalogue, texts)), undated)
        made.sheet(texts.get("export.sheet.columns"), _EXPLAINED, explained)
        about = xlsx_rows(list(_about(catalogue, texts, made.cut)), undated[: len(_ABOUT)])
        made.sheet(texts.get("export.sheet.about"), _ABOUT, about)
    return Workbook(buffer.getvalue(), tuple(made.cut))


def _explained(catalogue: Catalogue, texts: Messages) -> Iterator[Sequence[Value]]:
    for row in table_columns(catalogue.registry, texts):
        yield (
            texts.get(f"export.sheet.{row.table}"),
            row.name,
            row.label,
            texts.get(f"export.kind.{row.kind}"),
            row.meaning,
            row.values or None,
        )


def _about(catalogue: Catalogue, texts: Messages, cut: Sequence[str]) -> Iterator[Sequence[Value]]:
    yield texts.get("export.about.licence"), "CC BY 4.0"
    yield texts.get("export.about.version"), SCHEMA_VERSION
    yield texts.get("export.about.reviewed"), last_review(catalogue)
    for cell in cut:
        yield texts.get("export.about.cut"), cell
