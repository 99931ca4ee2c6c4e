"""How a figure went in time: baseline, follow-up, the same elsewhere, and what broke the series."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from markupsafe import Markup

from catalogue.charts import svg
from catalogue.charts.scale import Scale, extent, spread

_TOP, _BOTTOM = 30, 160
_HEIGHT = 186
_LINE = 17
_NARROWEST = 64
_GAP = 8
_TICK = 38


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a time.

    Attributes:
        start: Beginning of the period on the time axis.
        end: End of the period.
        value: None when the source names the time and gives no number.
        label: The value as people read it.
    """

    start: float
    end: float
    value: Decimal | None
    label: str


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one place, in the order of time; `name` stands by its last label."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A time at which the series came to mean something else; its letter is explained beside."""

    letter: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Course:
    """A chart of values over time. The first series is the practice's own.

    Attributes:
        series: The lines to draw.
        marks: Breaks within the time shown.
        ticks: Names of stretches of the time axis: (start, end, name).
        values: Lowest and highest value of the scale; None to take them from the series. Charts
            that are to be compared are given the same.
        joined: Whether a way leads from value to value: between unlike periods there is none.
    """

    series: tuple[Series, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, float, str], ...]
    values: tuple[Decimal, Decimal] | None = None
    joined: bool = True

    def bounds(self) -> tuple[Decimal, Decimal]:
        """The lowest and the highest value of the scale."""
        return self.values or extent(
            p.value for s in self.series for p in s.points if p.value is not None
        )


def course_svg(course: Course, name: str, title: str, description: str) -> Markup:
    """Return the chart; `name` is unique on the page."""
    low, high = course.bounds()
    y = Scale(float(low), float(high), _BOTTOM, _TOP)
    at_left, at_right = _labels(course, first=True), _labels(course, first=False)
    left = max([svg.width_of(words) for *_, words in at_left], default=0)
    right = max([svg.width_of(words) for *_, words in at_right], default=0)
    room = svg.WIDTH - _NARROWEST
    right = min(right, room) + _GAP
    left = min(left, max(room - right, 0)) + _GAP
    x = Scale(course.ticks[0][0], course.ticks[-1][1], left, svg.WIDTH - right)
    return svg.drawing(
        name,
        title,
        description,
        _HEIGHT,
        *_ground(course, x, y),
        *_lines(course, x, y),
        *_words(at_left, x, y, first=True),
        *_words(at_right, x, y, first=False),
        kind="course",
    )


def _ground(course: Course, x: Scale, y: Scale) -> Iterator[Markup]:
    """The zero line, the names of the times, and the breaks."""
    for mark in course.marks:
        start, end = x(max(mark.start, x.low)), x(min(mark.end, x.high))
        if end - start > 2:
            yield svg.element(
                "rect", x=start, y=_TOP, width=end - start, height=_BOTTOM - _TOP, class_="break"
            )
        yield svg.line(start, 12, start, _BOTTOM, "break-line")
        yield svg.text(mark.letter, start + 5, 18, class_="break-letter")
    zero = y(0)
    yield svg.line(x.start, zero, x.end, zero, "axis")
    yield svg.text("0", x.start - 4, zero + 5, "end", "tick")
    width = min([x(end) - x(start) for start, end, _ in course.ticks], default=_TICK)
    every = max(1, math.ceil(_TICK / width))
    yield svg.ticks([*(x(start) for start, _, _ in course.ticks), x.end], _BOTTOM)
    for start, end, words in course.ticks[::every]:
        yield svg.text(words, x((start + end) / 2), _BOTTOM + 20, "middle", "tick")


def _lines(course: Course, x: Scale, y: Scale) -> Iterator[Markup]:
    """The periods as bars as long as they are, their middles, and the way between them."""
    for number, series in reversed(list(enumerate(course.series))):
        kind = "own" if number == 0 else "other"
        known = [(x(p.start), x(p.end), y(p.value)) for p in series.points if p.value is not None]
        for (a, b, here), (c, d, there) in pairwise(known) if course.joined else ():
            yield svg.line((a + b) / 2, here, (c + d) / 2, there, f"way way--{kind}")
        for start, end, at in known:
            yield svg.line(start + 1, at, end - 1, at, f"period period--{kind}")
            yield svg.marker(number, (start + end) / 2, at)


def _words(
    labels: list[tuple[int, Point, str]], x: Scale, y: Scale, *, first: bool
) -> Iterator[Markup]:
    """The values beside their points, moved apart where they would meet."""
    middle = (_TOP + _BOTTOM) / 2
    wanted = [middle if p.value is None else y(p.value) for _, p, _ in labels]
    # At the left the zero of the axis has its own place.
    placed = spread(wanted, _LINE, _TOP, _BOTTOM - _LINE if first else _BOTTOM - 4)
    for (number, point, words), at in zip(labels, placed, strict=True):
        where = x(point.start) - 4 if first else x(point.end) + 4
        anchor = "end" if first else "start"
        yield svg.text(words, where, at + 5, anchor, None if number else "own")


def _labels(course: Course, *, first: bool) -> list[tuple[int, Point, str]]:
    """What stands at the left (`first`) or at the right: of a single point, the right.

    Each with the number of its series.
    """
    labels = []
    for number, series in enumerate(course.series):
        if first:
            if len(series.points) > 1:
                labels.append((number, series.points[0], series.points[0].label))
        elif series.points:
            last = series.points[-1]
            named = number and series.name
            labels.append((number, last, f"{series.name} {last.label}" if named else last.label))
    return labels
