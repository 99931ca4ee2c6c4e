"""The tables as CSV: UTF-8, comma, decimal point, as RFC 4180 has it.

Without a byte order mark, which programs other than spreadsheets take for a part of the first
heading; for spreadsheets there is the workbook.

A file is its head and then the rows of each practice, so that a build may keep the rows of what
has not changed.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from catalogue.catalogue import Catalogue
from catalogue.entry import Entry
from catalogue.export.column import Table, Value
from catalogue.export.columns import AWARDS, OUTCOMES, PRACTICES
from catalogue.model.registry import Registry

# A spreadsheet takes text that begins so for a formula (OWASP, "CSV Injection"). In Finland it
# also reads these files with semicolons between the cells: what stands after one begins a cell.
_FORMULA = re.compile(r"\A(?=[=+\-@\t\r\n＝＋－＠])|(?<=[;\t\r\n])([ \"']*)(?=[=+\-@＝＋－＠])")


def csv_head(table: Table[Any]) -> bytes:
    """Return the line of headings."""
    return csv_lines([[column.name for column in table.columns]])


def csv_practice(table: Table[Any], entry: Entry, registry: Registry) -> bytes:
    """Return the lines of one practice; b"" where it has no rows in the table."""
    return csv_lines(table.cells(entry, registry))


def csv_parts(table: Table[Any], catalogue: Catalogue) -> Iterator[bytes]:
    """Yield the file piece by piece: the head, then the lines of each practice."""
    yield csv_head(table)
    for entry in catalogue.entries:
        make = partial(csv_practice, table, entry, catalogue.registry)
        yield entry.part(("csv", id(table)), make)


def as_csv(table: Table[Any], catalogue: Catalogue) -> bytes:
    """Return the whole file."""
    return b"".join(csv_parts(table, catalogue))


def practices_csv(catalogue: Catalogue) -> bytes:
    """Return one row per practice."""
    return as_csv(PRACTICES, catalogue)


def outcomes_csv(catalogue: Catalogue) -> bytes:
    """Return one row per outcome."""
    return as_csv(OUTCOMES, catalogue)


def awards_csv(catalogue: Catalogue) -> bytes:
    """Return one row per part of a practice in an award round."""
    return as_csv(AWARDS, catalogue)


def harmless(value: Value) -> str | int | Decimal:
    """Return `value` so that no spreadsheet takes it for a formula; numbers stay numbers."""
    if isinstance(value, str):
        return _FORMULA.sub(_as_text, value)
    return "" if value is None else value


def _as_text(found: re.Match[str]) -> str:
    """The mark of a text, after what stands before it."""
    return f"{found[1] or ''}'"


def csv_lines(rows: Iterable[Sequence[Value]]) -> bytes:
    """Return `rows` as lines of CSV, safe to open in a spreadsheet."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerows([list(map(harmless, row)) for row in rows])
    return buffer.getvalue().encode()
