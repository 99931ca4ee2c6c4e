"""The generated comparison tables."""

from catalogue.tables.nominees import nominee_tables
from catalogue.tables.outcomes import outcome_table
from catalogue.tables.overview import overview_table
from catalogue.tables.resources import resource_table
from catalogue.tables.table import Table, TableMaker

# Every table of the site; a new one is added here and nowhere else.
TABLES: tuple[TableMaker, ...] = (
    overview_table,
    outcome_table,
    resource_table,
    nominee_tables,
)

__all__ = ["TABLES", "Table"]
