"""The chart of one outcome: what can honestly be drawn, and what is said where nothing can."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from markupsafe import Markup

from catalogue.charts import svg
from catalogue.charts.change import Bar, Changes, bounds, changes_svg
from catalogue.charts.course import Course, Point, Series, course_svg
from catalogue.charts.scale import years
from catalogue.charts.scope import (
    Scope,
    breaks_between,
    breaks_within,
    days_of,
    has_course,
    size_of,
    valued,
)
from catalogue.charts.telling import description, short, title_of
from catalogue.entry import AssessedOutcome
from catalogue.model.outcome import Figure
from catalogue.model.registry import Break
from catalogue.pages.frame import Frame

# A longer name would leave no room for the line: it stands beside the chart only.
_NAME_ROOM = 12


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart with the words that belong beside it.

    Attributes:
        svg: The chart; None when there is nothing to draw.
        note: What the chart leaves open, or why there is none; `""` if it shows everything.
        keys: Which shape stands for which place; empty when there is only one.
        marks: The breaks it shows: letter, date and note.
    """

    svg: Markup | None
    note: str
    keys: tuple[tuple[Markup, str], ...] = ()
    marks: tuple[tuple[str, Break], ...] = ()


def drawn(frame: Frame, assessed: AssessedOutcome, name: str, scope: Scope | None = None) -> Drawn:
    """Return the chart of an outcome; `name` is unique on the page.

    Values come before a change that the source merely states, as in reckoning the change itself.
    A ratio to what would have been is not drawn: that situation never was.
    """
    t = frame.texts.get
    outcome, change = assessed.outcome, assessed.change
    if not has_course(assessed):
        if change is None:
            return Drawn(None, t("chart.none.no-number"))
        if change.times is not None:
            return Drawn(None, t("chart.none.ratio"))
        return Drawn(_change(frame, [(None, assessed)], name), t("chart.only-change"))
    course, marks = _course(frame, assessed, scope or Scope())
    names = [t("chart.own"), *(frame.place(c.place) for c in outcome.comparators)]
    keys = [
        (svg.marker(i, 8, 8), names[i]) for i, series in enumerate(course.series) if series.points
    ]
    words = description(frame, assessed, [(letter, b) for letter, b in marks])
    title = t("chart.course", indicator=frame.name(assessed.indicator.name))
    alone = len(valued(assessed)) < 2
    note = t("chart.one-value") if alone else t("chart.uneven") if assessed.uneven else ""
    if note and change is not None:
        note += " " + t("chart.reported", change=frame.numerals.change(change))
    return Drawn(
        course_svg(course, name, title, words),
        note,
        tuple(keys) if len(keys) > 1 else (),
        tuple(marks),
    )


def drawn_changes(frame: Frame, numbered: list[tuple[int, AssessedOutcome]], name: str) -> Markup:
    """Return the changes of comparable outcomes as bars on one scale, by their numbers."""
    return _change(frame, list(numbered), name)


def _course(
    frame: Frame, assessed: AssessedOutcome, scope: Scope
) -> tuple[Course, list[tuple[str, Break]]]:
    """The chart's values: on an axis of years if all are dated, else on one of before and after."""
    outcome, t, joined = assessed.outcome, frame.texts.get, not assessed.uneven
    sides = [("", outcome.baseline, outcome.follow_up)]
    sides += [(frame.place(c.place), c.baseline, c.follow_up) for c in outcome.comparators]
    # A comparator without a time is left to the table: it does not take the axis from the others.
    dated = all(figure.dated for figure in valued(assessed))
    series = tuple(
        Series(
            place if len(place) <= _NAME_ROOM else "",
            tuple(_points(frame, assessed.indicator.unit, before, after, dated=dated)),
        )
        for place, before, after in sides
    )
    if not dated:
        ticks: tuple[tuple[float, float, str], ...] = (
            (0, 1, t("chart.before")),
            (1, 2, t("chart.after")),
        )
        return Course(series, (), ticks, scope.values, joined), []
    ends = [end for s in series for p in s.points for end in (p.start, p.end)]
    low, high = scope.years or (int(min(ends)), math.ceil(max(ends)))
    marks = breaks_within(assessed.indicator, low, high)
    axis = tuple((year, year + 1, str(year)) for year in range(low, high))
    made = Course(series, tuple(mark for mark, _ in marks), axis, scope.values, joined)
    return made, [(mark.letter, item) for mark, item in marks]


def _points(
    frame: Frame, unit: str, before: Figure | None, after: Figure | None, *, dated: bool
) -> Iterator[Point]:
    for slot, figure in enumerate((before, after)):
        if figure is None:
            continue
        span = figure.period.span if dated and figure.period else None
        if dated and span is None:
            continue
        start, end = years(span) if span else (slot, slot + 1)
        yield Point(start, end, figure.value, short(frame, figure, unit))


def _when(frame: Frame, assessed: AssessedOutcome) -> str:
    """From when to when a change is, with the letters of the breaks between; "" if not known."""
    n, outcome = frame.numerals, assessed.outcome
    sides = [f.period for f in (outcome.baseline, outcome.follow_up) if f and f.dated]
    stated = outcome.change_reported.period if outcome.change_reported else None
    if len(sides) == len(("before", "after")):
        when = " → ".join(map(n.date, sides))
    elif stated and stated.known:
        when = n.date(stated)
    else:
        return ""
    days = days_of(assessed)
    letters = [mark.letter for mark, _ in breaks_between(assessed.indicator, days)]
    return " ".join([when, *letters])


def _change(frame: Frame, rows: list[tuple[int | None, AssessedOutcome]], name: str) -> Markup:
    t, n = frame.texts.get, frame.numerals
    bars, said = [], []
    for number, assessed in rows:
        change, size = assessed.change, size_of(assessed.change)
        assert change is not None and size is not None
        words = n.change(change)
        # A percentage in brackets would not fit above the bar; the description has it.
        label = words if change.absolute is None else n.change(replace(change, relative=None))
        if number is None:
            bars.append(Bar(label, size, change.precision))
            said.append(description(frame, assessed))
            continue
        title = title_of(frame, assessed)
        when = _when(frame, assessed)
        above = ", ".join(filter(None, (label, when)))
        bars.append(Bar(above, size, change.precision, f"{number}. {title}"))
        said.append(f"{number}. {title}: {', '.join(filter(None, (words, when)))}.")
    first = rows[0][1]
    assert first.change is not None
    percent = first.change.absolute is None
    low, high = bounds(tuple(bar.value for bar in bars), percent=percent)
    unit = "percent" if percent else (first.change.unit or "count")

    def end(value: Decimal) -> tuple[Decimal, str]:
        words = f"{n.signed(value)}\N{NO-BREAK SPACE}{t(f'chart.unit.{unit}')}"
        return value, words.rstrip("\N{NO-BREAK SPACE}")

    changes = Changes(tuple(bars), t("chart.zero"), end(low), end(high))
    title = t("chart.changes", indicator=frame.name(first.indicator.name))
    return changes_svg(changes, name, title, " ".join(said))
