"""Rows of tables as HTML: there are tens of thousands, and a template takes twice as long."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from catalogue.pages.link import link
from catalogue.pages.markup import shown
from catalogue.render import unbroken

if TYPE_CHECKING:
    from catalogue.tables.table import Cell, Column, Part, Row, Rows

Lang = Callable[[str | None], Markup]
Known = dict[Hashable, str]
# About 30 MB, so that memory does not grow with the catalogue.
_MOST_KNOWN = 20_000


def rows_html(
    columns: Sequence[Column], rows: Rows, nothing: str, *, lang: Lang, known: Known
) -> Markup:
    """Return `rows` under `columns`, each a line; the first cell of a row is its heading.

    Args:
        columns: What each cell is called where rows are shown as cards.
        rows: The cells.
        nothing: What stands in a cell that says nothing, as HTML.
        lang: Gives the attribute that marks a part in a language.
        known: Rows by name that were written for one of their two pages; each is taken out for the
            other.
    """
    tags = [('th scope="row"', "th"), *[("td", "td")] * (len(columns) - 1)]
    around = [
        (f'<{first} data-label="{shown(column.heading)}" data-sort="', f"</{last}>")
        for column, (first, last) in zip(columns, tags, strict=True)
    ]
    # Cells that recur are the same object (`tables/recurring.py`) and are written once. All rows
    # are held until the end: by then no other cell can have taken the identity of one.
    held: list[Row] = []
    inside: dict[int, str] = {}
    lines = []
    for item in rows.of:
        name = rows.name(item) if rows.name else None
        line = known.pop(name, None) if name else None
        if line is None:
            row = rows.make(item)
            held.append(row)
            written: list[str] = []
            for (before, after), cell in zip(around, row, strict=False):
                said = inside.get(id(cell))
                if said is None:
                    said = inside[id(cell)] = _inside(cell, nothing, lang)
                written += before, said, after
            line = f"    <tr>{''.join(written)}</tr>"
            if name and len(known) < _MOST_KNOWN:
                known[name] = line
        lines.append(line)
    return Markup("\n".join(lines))


def _inside(cell: Cell, nothing: str, lang: Lang) -> str:
    """The end of the attributes of a cell, and what stands in it."""
    said = "".join([_part(part, lang) for part in cell.parts if part.text]) or nothing
    return f'{shown(cell.sort_key)}">{said}{_compared(cell)}'


def _part(part: Part, lang: Lang) -> str:
    mark = f" {shown(part.mark)}" if part.mark else ""
    said: str = shown(unbroken(part.text))
    if part.url:
        said = f'<a href="{link(part.url)}">{said}</a>'
    if part.after:
        said += shown(unbroken(part.after))
    return f'<span class="part{mark}"{lang(part.lang)}>{said}</span>'


def _compared(cell: Cell) -> str:
    """Where a script puts the box by which the practice is chosen to be compared."""
    if not cell.practice:
        return ""
    given = f'data-id="{shown(cell.practice)}" data-title="{shown(cell.parts[0].text)}"'
    return f'<span class="compare-place" data-module="compare-box" {given}></span>'
