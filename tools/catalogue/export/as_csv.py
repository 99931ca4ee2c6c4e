"""The catalogue as CSV: UTF-8, comma, decimal point, as RFC 4180 has it."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar

from catalogue.catalogue import Catalogue
from catalogue.export.columns import OUTCOME_COLUMNS, PRACTICE_COLUMNS, Column, Value

T = TypeVar("T")
# A spreadsheet takes text that begins so for a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def practices_csv(catalogue: Catalogue) -> bytes:
    """Return one row per practice."""
    return _csv(PRACTICE_COLUMNS, catalogue.entries)


def outcomes_csv(catalogue: Catalogue) -> bytes:
    """Return one row per outcome."""
    return _csv(OUTCOME_COLUMNS, [o for entry in catalogue.entries for o in entry.outcomes])


def harmless(value: Value) -> str | int | Decimal:
    """Return `value` so that no spreadsheet takes it for a formula; numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value


def _csv(columns: tuple[Column[T], ...], rows: Iterable[T]) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow([harmless(column.read(row)) for column in columns])
    return buffer.getvalue().encode()
