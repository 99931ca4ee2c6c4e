"""The tables of the tabular exports: CSV, XLSX, the data dictionary and the page follow."""

from typing import Any

from catalogue.export.award_columns import AWARD_COLUMNS, AWARDS
from catalogue.export.column import Column, Table, Value
from catalogue.export.outcome_columns import OUTCOME_COLUMNS, OUTCOMES
from catalogue.export.practice_columns import PRACTICE_COLUMNS, PRACTICES

TABLES: dict[str, Table[Any]] = {table.name: table for table in (PRACTICES, OUTCOMES, AWARDS)}

__all__ = [
    "AWARDS",
    "AWARD_COLUMNS",
    "OUTCOMES",
    "OUTCOME_COLUMNS",
    "PRACTICES",
    "PRACTICE_COLUMNS",
    "TABLES",
    "Column",
    "Table",
    "Value",
]
