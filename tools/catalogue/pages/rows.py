"""Rows of tables as HTML: there are tens of thousands, and a template takes twice as long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from catalogue.pages.link import link
from catalogue.pages.markup import shown

if TYPE_CHECKING:
    from catalogue.tables.table import Cell, Column, Part, Row

Lang = Callable[[str | None], Markup]


def rows_html(columns: Sequence[Column], rows: Iterable[Row], empty: str, lang: Lang) -> Markup:
    """Return `rows` under `columns`, each a line; the first cell of a row is its heading.

    Args:
        columns: What each cell is called where rows are shown as cards.
        rows: The cells.
        empty: What stands in a cell that says nothing.
        lang: Gives the attribute that marks a part in a language.
    """
    nothing = f'<span class="weak">{shown(empty)}</span>'
    tags = [('th scope="row"', "th"), *[("td", "td")] * (len(columns) - 1)]
    around = [
        (f'<{first} data-label="{shown(column.heading)}" data-sort="', f"</{last}>")
        for column, (first, last) in zip(columns, tags, strict=True)
    ]
    lines = []
    for row in rows:
        cells = []
        for (before, after), cell in zip(around, row, strict=False):
            said = "".join([_part(part, lang) for part in cell.parts if part.text]) or nothing
            cells.append(f'{before}{shown(cell.sort_key)}">{said}{_compared(cell)}{after}')
        lines.append(f"    <tr>{''.join(cells)}</tr>")
    return Markup("\n".join(lines))


def _part(part: Part, lang: Lang) -> str:
    mark = f" {shown(part.mark)}" if part.mark else ""
    said: str = shown(part.text)
    if part.url:
        said = f'<a href="{link(part.url)}">{said}</a>'
    return f'<span class="part{mark}"{lang(part.lang)}>{said}</span>'


def _compared(cell: Cell) -> str:
    """Where a script puts the box by which the practice is chosen to be compared."""
    if not cell.practice:
        return ""
    given = f'data-id="{shown(cell.practice)}" data-title="{shown(cell.parts[0].text)}"'
    return f'<span class="compare-place" data-module="compare-box" {given}></span>'
