"""The rows of a sheet as the text that a workbook holds: SpreadsheetML (ECMA-376, part 1, 18.3).

The rows of a practice depend on nothing but the practice, so that a build may keep them: the
numbers of the rows are filled in when the sheet is put together. Text is written as text, whatever
it looks like: no formulas, no links, no markup of its own.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any
from xml.sax.saxutils import escape

from xlsxwriter.utility import xl_col_to_name

from catalogue.entry import Entry
from catalogue.export.column import DATE, Table, Value
from catalogue.model.registry import Registry

# Excel's limit for the text of a cell, in UTF-16 code units (Excel specifications and limits).
MAX_TEXT = 32_767
# The style of a cell with a date: that of the first format that the workbook is given.
DATE_STYLE = 1
# Stand for the number of a row, and after a text that was cut; no XML may hold them.
_ROW, _CUT = "\x00", "\x01"
# Excel counts days from this one, since it takes 1900 for a leap year; before March of that year
# its days are wrong, and before that year it has none.
_EPOCH, _FIRST_DATE = datetime.date(1899, 12, 30), datetime.date(1900, 3, 1)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SPECIAL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_CUT_CELL = re.compile(rf'r="([A-Z]+\d+)"(?:(?!r=").)*{_CUT}', re.DOTALL)


def xlsx_practice(table: Table[Any], entry: Entry, registry: Registry) -> tuple[str, ...]:
    """Return the rows of one practice, as `numbered` takes them."""
    return xlsx_rows(table.cells(entry, registry), [c.kind == DATE for c in table.columns])


def xlsx_rows(rows: Sequence[Sequence[Value]], dated: Sequence[bool]) -> tuple[str, ...]:
    """Return `rows`; full dates become dates in the columns that are `dated`."""
    columns = list(zip(_starts(len(dated)), dated, strict=True))
    return tuple([f'<row r="{_ROW}">{_cells(columns, row)}</row>' for row in rows])


def numbered(row: str, number: int) -> str:
    """Return a row with its number, counted from 1."""
    return row.replace(_ROW, str(number)).replace(_CUT, "")


def cut_cells(row: str, number: int) -> Iterator[str]:
    """Yield the cells of a row whose text had to be cut: `E5`."""
    if _CUT in row:
        yield from _CUT_CELL.findall(row.replace(_ROW, str(number)))


def _cells(columns: Sequence[tuple[str, bool]], row: Sequence[Value]) -> str:
    return "".join(
        [
            _cell(start, value, dated)
            for (start, dated), value in zip(columns, row, strict=True)
            if value is not None and value != ""
        ]
    )


def _cell(start: str, value: Value, dated: bool) -> str:
    if isinstance(value, Decimal):
        return f"{start}><v>{value:f}</v></c>"
    if not isinstance(value, str):
        return f"{start}><v>{value}</v></c>"
    if dated and (day := _serial(value)):
        return f'{start} s="{DATE_STYLE}"><v>{day}</v></c>'
    fitting = _fitting(value)
    mark = "" if fitting is value else _CUT
    # What is special can neither be printed nor begin otherwise: told at a tenth of the cost.
    if not fitting.isprintable() or "_x" in fitting:
        fitting = _SPECIAL.sub(_escaped, fitting)
    text = escape(fitting)
    return f'{start} t="inlineStr"><is><t xml:space="preserve">{text}{mark}</t></is></c>'


@cache
def _starts(columns: int) -> tuple[str, ...]:
    """How a cell begins in each of so many columns."""
    return tuple(f'<c r="{xl_col_to_name(column)}{_ROW}"' for column in range(columns))


def _escaped(match: re.Match[str]) -> str:
    """A character that XML cannot hold, as Excel writes it (ECMA-376, part 1, 22.9.2.19)."""
    return f"_x{ord(match[0]):04X}_"


# The same days stand in thousands of rows.
@lru_cache(maxsize=10_000)
def _serial(text: str) -> int | None:
    """The number by which Excel knows the day that `text` names in full; None if it has none."""
    if not _DAY.fullmatch(text):
        return None
    day = datetime.date.fromisoformat(text)
    return (day - _EPOCH).days if day >= _FIRST_DATE else None


def _fitting(text: str) -> str:
    """Return `text`, or as much of it as a cell holds, ending in an ellipsis."""
    if len(text) <= MAX_TEXT // 2:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MAX_TEXT:
        return text
    return units[: 2 * (MAX_TEXT - 1)].decode("utf-16-le", "ignore") + "…"
