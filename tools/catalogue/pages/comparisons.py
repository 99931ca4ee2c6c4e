"""The comparison tables."""

from collections.abc import Iterator

from catalogue.pages.frame import Frame
from catalogue.pages.page import Page
from catalogue.tables import TABLES, Table


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
        url = f"taulukot/{table.slug}/"
        yield frame.page("table.html", url, table.title, table.intro, kind="table", table=table)
