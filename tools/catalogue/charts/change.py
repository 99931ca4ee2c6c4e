"""How much a figure changed: bars from zero, all on one scale."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from catalogue.charts import svg
from catalogue.charts.scale import Scale, extent

_ROW, _NAMED_ROW, _LINE, _BAR = 44, 64, 20, 16
_TOP, _EDGE = 4, 14


@dataclass(frozen=True, slots=True)
class Bar:
    """One change.

    Attributes:
        label: What stands above the bar: the change as people read it, and of when.
        value: The change, negative when the figure fell.
        precision: exact, about, over or under; over and under speak of the size of the change.
        name: Whose it is, where there are several: a line above the label, cut to the width.
    """

    label: str
    value: Decimal
    precision: str = "exact"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes on one scale.

    Attributes:
        bars: From above.
        ends: The lowest and the highest value of the scale and what stands under them.
        zero: What stands under zero.
    """

    bars: tuple[Bar, ...]
    zero: str
    low: tuple[Decimal, str]
    high: tuple[Decimal, str]


def bounds(values: tuple[Decimal, ...], *, percent: bool) -> tuple[Decimal, Decimal]:
    """Return the ends of the scale; in percent nothing can fall by more than a hundred."""
    low, high = extent(values)
    return (min(low, Decimal(-100)), high) if percent and min(values) < 0 else (low, high)


def changes_svg(changes: Changes, name: str, title: str, description: str) -> Markup:
    """Return the chart; `name` is unique on the page."""
    x = Scale(float(changes.low[0]), float(changes.high[0]), _EDGE, svg.WIDTH - _EDGE)
    top = _TOP
    children: list[str] = []
    for bar in changes.bars:
        children += _bar(bar, x, top)
        top += _NAMED_ROW if bar.name else _ROW
    bottom = top + 4
    children.append(svg.line(x.start, bottom, x.end, bottom, "axis"))
    children.append(svg.text(changes.zero, *_under(x(0), bottom), class_="tick"))
    for value, words in (changes.low, changes.high):
        if abs(x(value) - x(0)) > svg.width_of(changes.zero) + svg.width_of(words) / 2:
            children.append(svg.text(words, *_under(x(value), bottom), class_="tick"))
    return svg.drawing(name, title, description, bottom + 24, *children, kind="change")


def _bar(bar: Bar, x: Scale, top: float) -> Iterator[Markup]:
    zero, end = x(0), x(bar.value)
    if bar.name:
        yield svg.text(svg.cut(bar.name), 0, top + 17, class_="own")
        top += _LINE
    at = top + 24
    yield svg.text(bar.label, 0, top + 17, class_="label" if bar.name else "own")
    yield svg.line(zero, at - 3, zero, at + _BAR + 3, "axis")
    yield svg.element(
        "rect",
        x=min(zero, end),
        y=at,
        width=max(abs(end - zero), 1),
        height=_BAR,
        class_=f"bar bar--{bar.precision}",
    )
    if bar.precision in ("over", "under"):
        # The tip points to where the true value lies: further out, or nearer to zero.
        outward = 1 if bar.value > 0 else -1
        outward = outward if bar.precision == "over" else -outward
        tip = end + outward * 9
        points = f"{end:.1f},{at:.1f} {tip:.1f},{at + _BAR / 2:.1f} {end:.1f},{at + _BAR:.1f}"
        yield svg.element("polygon", points=points, class_=f"tip tip--{bar.precision}")


def _under(x: float, bottom: float) -> tuple[float, float, str]:
    if x < svg.WIDTH / 4:
        return 0, bottom + 18, "start"
    if x > svg.WIDTH * 3 / 4:
        return svg.WIDTH, bottom + 18, "end"
    return x, bottom + 18, "middle"
