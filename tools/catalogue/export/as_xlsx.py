"""The catalogue as an Excel workbook."""

import datetime
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from catalogue.catalogue import Catalogue
from catalogue.export.columns import OUTCOME_COLUMNS, PRACTICE_COLUMNS, Column, Value
from catalogue.messages import Messages

T = TypeVar("T")
# A workbook carries its time of making; a fixed one keeps two builds of one tree alike.
_CREATED = datetime.datetime(2000, 1, 1)
_MAX_TEXT = 32_767
_WIDTHS = {"title": 40, "summary": 60, "statement": 60, "source_title": 40, "explanation": 80}


def as_xlsx(catalogue: Catalogue, texts: Messages) -> bytes:
    """Return a workbook with practices, outcomes, and what their columns mean.

    Text is written as text, whatever it looks like: no formulas, no links.
    """
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"created": _CREATED})
        head = book.add_format({"bold": True, "bottom": 1})
        outcomes = [o for entry in catalogue.entries for o in entry.outcomes]
        sheets = {
            "practices": _rows(PRACTICE_COLUMNS, catalogue.entries),
            "outcomes": _rows(OUTCOME_COLUMNS, outcomes),
        }
        for name, (columns, rows) in sheets.items():
            sheet = book.add_worksheet(texts.get(f"export.sheet.{name}"))
            _fill(sheet, head, columns, rows)
        sheet = book.add_worksheet(texts.get("export.sheet.columns"))
        explained = [
            [texts.get(f"export.sheet.{name}"), c, texts.get(f"export.column.{name}.{c}")]
            for name, (columns, _) in sheets.items()
            for c in columns
        ]
        _fill(sheet, head, ["sheet", "column", "explanation"], explained)
    return buffer.getvalue()


def _rows(columns: Sequence[Column[T]], items: Sequence[T]) -> tuple[list[str], list[list[Value]]]:
    """The names of the columns, and a row of values for each item."""
    values = [[column.read(item) for column in columns] for item in items]
    return [column.name for column in columns], values


def _fill(
    sheet: Worksheet, head: object, names: list[str], rows: Sequence[Sequence[object]]
) -> None:
    sheet.freeze_panes(1, 0)
    for position, name in enumerate(names):
        sheet.write_string(0, position, name, head)
        sheet.set_column(position, position, _WIDTHS.get(name, 18))
    for number, row in enumerate(rows, start=1):
        for position, value in enumerate(row):
            if isinstance(value, (int, Decimal)):
                sheet.write_number(number, position, float(value))
            elif value is not None:
                sheet.write_string(number, position, str(value)[:_MAX_TEXT])
    sheet.autofilter(0, 0, max(len(rows), 1), len(names) - 1)
