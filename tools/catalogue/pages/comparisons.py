"""The comparison tables."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from catalogue.pages.frame import Frame
from catalogue.pages.lot import Lot
from catalogue.pages.page import Page
from catalogue.pages.sheet import Sheet, sheets
from catalogue.tables import TABLES, Table
from catalogue.tables.table import Group

ROWS_PER_PAGE = 200


def tables(frame: Frame) -> Iterator[Lot]:
    """The list of tables, and a page for each."""
    t, by_id = frame.texts.get, frame.catalogue.by_id
    made: list[Table] = [table for make in TABLES for table in make(frame)]

    def index() -> list[Page]:
        title, description = t("tables.title"), t("tables.description")
        return [
            frame.page("tables.html", "taulukot/", title, description, kind="list", tables=made)
        ]

    def sheet_page(table: Table, sheet: Sheet[tuple[int, int]]) -> list[Page]:
        page = frame.page(
            "table.html",
            sheet.url,
            sheet.titled(frame, table.title),
            table.intro,
            kind="table",
            table=replace(table, groups=_groups(table, sheet.items) or table.groups),
            sheet=sheet,
        )
        return [page]

    yield Lot("taulukot/", index, (), tuple((table.slug, table.count) for table in made))
    for table in made:
        rows = [(g, n) for g, group in enumerate(table.groups) for n in range(len(group.rows))]
        for sheet in sheets(rows, f"taulukot/{table.slug}/", ROWS_PER_PAGE):
            shown = _groups(table, sheet.items, whole_if_compared=True)
            about = dict.fromkeys(name for group in shown for name in group.rows.practices)
            groups = tuple((group.heading, group.url, len(group.rows)) for group in shown)
            also = (sheet.before, sheet.total, sheet.items, groups)
            entries = [by_id[name] for name in about]
            yield Lot(sheet.url, partial(sheet_page, table, sheet), entries, also)


def _groups(
    table: Table, rows: Sequence[tuple[int, int]], *, whole_if_compared: bool = False
) -> tuple[Group, ...]:
    """The groups of which `rows`, as numbers of group and row, stand on one page.

    They have these rows alone, but, if that is asked for, all of those that are compared.
    """
    found = []
    for number, pairs in itertools.groupby(rows, key=lambda item: item[0]):
        group, numbers = table.groups[number], [n for _, n in pairs]
        if not (whole_if_compared and group.compared):
            group = replace(group, rows=group.rows[numbers[0] : numbers[-1] + 1])
        found.append(group)
    return tuple(found)
