"""SVG elements as safe markup: every name is ours, every text and value is escaped."""

from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from markupsafe import Markup

from catalogue.pages.markup import safe, shown

# The width at which a chart is drawn, in CSS pixels. It fits into a window of 360 px at its natural
# size, so that text in it stays as large as it says; a wider page puts words beside it.
WIDTH = 288
TEXT = 14
# How wide a character of that size is taken to be: digits in common interface fonts, rounded up.
CHARACTER = 8.2

Value = str | int | float | Decimal


def element(name: str, *children: str, **attributes: Value | None) -> Markup:
    """Return the element `name` with `children`.

    Children that are not markup are escaped. `class_` becomes `class`, other underscores become
    hyphens; an attribute that is None is left out.
    """
    inside = "".join(map(shown, children))
    # Joined as plain texts, each escaped before: `Markup.format` costs ten times as much.
    given = "".join(
        [
            f' {_attribute(key)}="{_value(value)}"'
            for key, value in attributes.items()
            if value is not None
        ]
    )
    return safe(f"<{name}{given}>{inside}</{name}>")


def drawing(
    name: str, title: str, description: str, height: float, *children: str, kind: str
) -> Markup:
    """Return a whole chart: `title` and `description` say in words all that it shows.

    `name` is unique on the page; `kind` names its style.
    """
    named, size = shown(name), _value(height)
    # Every outcome has one: put together as one text it takes a fifth of the time.
    return safe(
        f'<svg class="chart chart--{shown(kind)}" viewBox="0 0 {WIDTH} {size}" width="{WIDTH}" '
        f'height="{size}" role="img" aria-labelledby="{named}-nimi" '
        f'aria-describedby="{named}-sanoin" focusable="false">'
        f'<title id="{named}-nimi">{shown(title)}</title>'
        f'<desc id="{named}-sanoin">{shown(description)}</desc>'
        f"{''.join(map(shown, children))}</svg>"
    )


def text(
    words: str, x: float, y: float, anchor: str = "start", class_: str | None = None
) -> Markup:
    """Return `words` at a point; `anchor` is start, middle or end."""
    style = "" if class_ is None else f' class="{shown(class_)}"'
    given = _short(f'x="{x:.1f}" y="{y:.1f}" text-anchor="{shown(anchor)}"{style}')
    return safe(f"<text {given}>{shown(words)}</text>")


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Markup:
    """Return a line between two points."""
    given = _short(f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"')
    return safe(f'<line {given} class="{shown(class_)}"></line>')


def ticks(places: Iterable[float], y: float) -> Markup:
    """Return the ticks of a level axis at `y`: one element, as every year has one."""
    at = _value(y)
    ways = "".join([f"M{_value(x)} {at}v4" for x in places])
    return safe(f'<path d="{ways}" class="axis"></path>')


def marker(shape: int, x: float, y: float) -> Markup:
    """Return the mark of a point: a disc for the practice, other shapes for those beside it."""
    if shape == 0:
        given = _short(f'cx="{x:.1f}" cy="{y:.1f}" r="5" class="point point--own"')
        return safe(f"<circle {given}></circle>")
    corners = _SHAPES[(shape - 1) % len(_SHAPES)]
    points = " ".join(f"{_value(x + dx)},{_value(y + dy)}" for dx, dy in corners)
    return element("polygon", points=points, class_="point point--other")


def width_of(words: str) -> float:
    """Return how many pixels `words` take at most, as nearly as can be told without a font."""
    return len(words) * CHARACTER


def cut(words: str) -> str:
    """Return `words` as far as they fit into the width of a chart."""
    most = int(WIDTH / CHARACTER)
    return words if len(words) <= most else f"{words[: most - 1].rstrip(' ,.;:')}…"


_SQUARE = ((-4.5, -4.5), (4.5, -4.5), (4.5, 4.5), (-4.5, 4.5))
_TRIANGLE = ((0, -5.5), (5.5, 4.5), (-5.5, 4.5))
_DIAMOND = ((0, -6), (6, 0), (0, 6), (-6, 0))
_SHAPES = (_SQUARE, _TRIANGLE, _DIAMOND)


@cache
def _attribute(key: str) -> str:
    return "viewBox" if key == "viewBox" else key.rstrip("_").replace("_", "-")


def _short(attributes: str) -> str:
    """Numbers with one decimal, without it where it is zero."""
    return attributes.replace('.0"', '"')


def _value(value: Value) -> str:
    """`value` as it stands between the quotes of an attribute."""
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return shown(value) if isinstance(value, str) else str(value)
