"""The comparison tables."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from catalogue.pages.frame import Frame
from catalogue.pages.page import Page
from catalogue.pages.sheet import sheets
from catalogue.tables import TABLES, Table
from catalogue.tables.table import Group, Row

ROWS_PER_PAGE = 200


def tables(frame: Frame) -> Iterator[Page]:
    """The list of tables, and a page for each."""
    t = frame.texts.get
    made: list[Table] = [table for make in TABLES for table in make(frame)]
    yield frame.page(
        "tables.html",
        "taulukot/",
        t("tables.title"),
        t("tables.description"),
        kind="list",
        tables=made,
    )
    for table in made:
        rows = [(group, row) for group in table.groups for row in group.rows]
        for sheet in sheets(rows, f"taulukot/{table.slug}/", ROWS_PER_PAGE):
            yield frame.page(
                "table.html",
                sheet.url,
                sheet.titled(frame, table.title),
                table.intro,
                kind="table",
                table=replace(table, groups=_groups(sheet.items) if rows else table.groups),
                sheet=sheet,
            )


def _groups(rows: Sequence[tuple[Group, Row]]) -> tuple[Group, ...]:
    """The groups of which `rows` stand on one page, with these rows alone."""
    return tuple(
        replace(group, rows=tuple(row for _, row in found))
        for group, found in itertools.groupby(rows, key=lambda item: item[0])
    )
