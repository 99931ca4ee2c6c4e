"""The charts of one indicator across practices: the comparable on one scale, the others apart."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from catalogue.charts.course import Mark
from catalogue.charts.grouping import cautions, titled
from catalogue.charts.outcome import Drawn, drawn, drawn_changes
from catalogue.charts.scale import extent
from catalogue.charts.scope import (
    Scope,
    breaks_within,
    days_of,
    has_bar,
    has_course,
    shown_years,
    spans_of,
    values_of,
)
from catalogue.charts.telling import good_direction, title_of
from catalogue.charts.timeline import Row, Timeline, timeline_svg
from catalogue.derive.comparability import Peers
from catalogue.entry import AssessedOutcome
from catalogue.model.practice import Practice
from catalogue.model.registry import Break
from catalogue.pages.frame import Frame

# How many charts of a group are shown without being asked for: the bars tell all of them.
_FEW = 6


@dataclass(frozen=True, slots=True)
class Panel:
    """One outcome: its number on the page, whose it is, its chart, and why it stands apart."""

    number: int
    assessed: AssessedOutcome
    practice: Practice
    drawn: Drawn
    why: str


@dataclass(frozen=True, slots=True)
class Together:
    """Comparable outcomes on one scale, and their changes side by side.

    Attributes:
        title: Whom the figures are of and for how long: what sets the group apart.
        notes: What does not make them incomparable, but must be known when they are compared.
        panels: The outcomes, the earliest first.
        changes: Their changes as bars.
    """

    title: str
    notes: tuple[str, ...]
    panels: tuple[Panel, ...]
    changes: Markup | None

    @property
    def many(self) -> bool:
        """Whether there are more charts than can be taken in at a look."""
        return len(self.panels) > _FEW


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything drawn of one indicator.

    Attributes:
        together: Groups of comparable outcomes, the largest first.
        apart: Outcomes with a chart of their own, each with the reason.
        words: Outcomes of which nothing can be drawn, with the reason.
        timeline: When the figures were measured; None when no time is known.
        marks: The breaks on the timeline: letter and break.
        good: Which direction is good, in a sentence.
    """

    together: tuple[Together, ...]
    apart: tuple[Panel, ...]
    words: tuple[Panel, ...]
    timeline: Markup | None
    marks: tuple[tuple[str, Break], ...]
    good: str


def comparison(
    frame: Frame, indicator: str, outcomes: tuple[AssessedOutcome, ...]
) -> Comparison | None:
    """Return the charts of `indicator`; None when nobody reports it."""
    if not outcomes:
        return None
    peers = Peers(o for o in outcomes if has_course(o) or has_bar(o))
    groups = peers.groups()
    shared = [_by_time(frame, group) for group in groups if len(group) > 1]
    single = [group[0] for group in groups if len(group) == 1]
    mute = [o for o in outcomes if not (has_course(o) or has_bar(o))]
    order = [o for group in shared for o in group] + single + mute
    number = {id(o): position for position, o in enumerate(order, 1)}

    def panel(assessed: AssessedOutcome, scope: Scope | None = None, why: str = "") -> Panel:
        name = f"kuva-{assessed.practice}-{assessed.outcome.id}"
        practice = frame.catalogue.by_id[assessed.practice].practice
        chart = drawn(frame, assessed, name, scope)
        return Panel(number[id(assessed)], assessed, practice, chart, why)

    together = tuple(_together(frame, group, number, panel, indicator) for group in shared)
    apart = tuple(panel(o, why=_why(frame, o, peers)) for o in single)
    words = tuple(panel(o) for o in mute)
    numbered = [(number[id(o)], o) for o in order if spans_of(o)]
    timeline, marks = _timeline(frame, indicator, numbered)
    good = good_direction(frame, frame.catalogue.registry.indicators[indicator])
    return Comparison(together, apart, words, timeline, marks, good)


def _why(frame: Frame, assessed: AssessedOutcome, peers: Peers[AssessedOutcome]) -> str:
    """Return why an outcome can be compared with none of its peers; "" where it has none."""
    found = peers.reasons(assessed)
    return "; ".join(frame.texts.get(f"comparability.reason.{reason}") for reason in found)


def _together(
    frame: Frame,
    group: list[AssessedOutcome],
    number: dict[int, int],
    panel: Callable[[AssessedOutcome, Scope], Panel],
    indicator: str,
) -> Together:
    values = [value for o in group for value in values_of(o)]
    ends = [end for o in group if has_course(o) for end in shown_years(o)]
    shared = Scope(
        extent(values) if values else None,
        (int(min(ends)), math.ceil(max(ends))) if ends else None,
    )
    bars = [(number[id(o)], o) for o in group if has_bar(o)]
    name = f"kuva-{indicator}-{bars[0][0]}" if bars else ""
    changes = drawn_changes(frame, bars, name) if bars else None
    title, notes = titled(frame, group[0]), tuple(cautions(frame, group))
    return Together(title, notes, tuple(panel(o, shared) for o in group), changes)


def _by_time(frame: Frame, group: list[AssessedOutcome]) -> list[AssessedOutcome]:
    """The earliest first, so that those of the same years stand side by side."""

    def order(assessed: AssessedOutcome) -> tuple[list[tuple[object, ...]], tuple[str, str]]:
        days = [(span.first, span.last) for span in days_of(assessed)]
        return [*days], frame.catalogue.by_id[assessed.practice].order

    return sorted(group, key=order)


def _timeline(
    frame: Frame, indicator: str, numbered: list[tuple[int, AssessedOutcome]]
) -> tuple[Markup | None, tuple[tuple[str, Break], ...]]:
    if not numbered:
        return None, ()
    t, n = frame.texts.get, frame.numerals
    found = frame.catalogue.registry.indicators[indicator]
    lettered = breaks_within(found, float("-inf"), float("inf"))
    rows = tuple(Row(str(i), spans_of(o)) for i, o in numbered)
    said = [f"{i}. {title_of(frame, o)}: {_periods(frame, o)}." for i, o in numbered]
    said += [f"{mark.letter} {n.date(b.date)}: {frame.name(b.note)}" for mark, b in lettered]
    marks: tuple[Mark, ...] = tuple(mark for mark, _ in lettered)
    title = t("chart.timeline", indicator=frame.name(found.name))
    made = timeline_svg(Timeline(rows, marks), f"aika-{indicator}", title, " ".join(said))
    return made, tuple((mark.letter, item) for mark, item in lettered)


def _periods(frame: Frame, assessed: AssessedOutcome) -> str:
    sides = (assessed.outcome.baseline, assessed.outcome.follow_up)
    return ", ".join(frame.numerals.date(f.period) for f in sides if f and f.dated)
