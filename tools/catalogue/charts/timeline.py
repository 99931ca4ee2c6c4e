"""When figures were measured, and when the series came to mean something else."""

import math
from dataclasses import dataclass

from markupsafe import Markup

from catalogue.charts import svg
from catalogue.charts.course import Mark
from catalogue.charts.scale import Scale

_TOP, _ROW, _LEFT = 26, 26, 26
_TICK = 40


@dataclass(frozen=True, slots=True)
class Row:
    """The periods of one outcome on the time axis; its number is explained beside."""

    number: str
    spans: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Rows and breaks on one axis of years."""

    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]

    def bounds(self) -> tuple[int, int]:
        """The first year, and the year after the last."""
        ends = [t for row in self.rows for span in row.spans for t in span]
        ends += [t for mark in self.marks for t in (mark.start, mark.end)]
        return math.floor(min(ends)), math.ceil(max(ends))


def timeline_svg(timeline: Timeline, name: str, title: str, description: str) -> Markup:
    """Return the chart; `name` is unique on the page."""
    low, high = timeline.bounds()
    x = Scale(low, high, _LEFT, svg.WIDTH - 6)
    bottom = _TOP + _ROW * len(timeline.rows) + 4
    children: list[str] = []
    for mark in timeline.marks:
        start, end = x(mark.start), x(mark.end)
        if end - start > 2:
            children.append(
                svg.element(
                    "rect", x=start, y=_TOP, width=end - start, height=bottom - _TOP, class_="break"
                )
            )
        children.append(svg.line(start, 10, start, bottom, "break-line"))
        at_edge = start + 18 > svg.WIDTH
        children.append(
            svg.text(
                mark.letter,
                start - 5 if at_edge else start + 5,
                18,
                "end" if at_edge else "start",
                "break-letter",
            )
        )
    for place, row in enumerate(timeline.rows):
        y = _TOP + place * _ROW + 14
        children.append(svg.text(row.number, 0, y + 5, class_="own"))
        for start, end in row.spans:
            width = max(x(end) - x(start) - 2, 3)
            children.append(
                svg.element("rect", x=x(start) + 1, y=y - 6, width=width, height=12, class_="bar")
            )
    children.append(svg.line(x.start, bottom, x.end, bottom, "axis"))
    every = math.ceil(_TICK / (x(low + 1) - x(low)))
    children.append(svg.ticks(map(x, range(low, high)), bottom))
    children += (
        svg.text(str(year), x(year), bottom + 20, "middle", "tick")
        for year in range(low, high, every)
    )
    return svg.drawing(name, title, description, bottom + 26, *children, kind="timeline")
