"""Reading single values out of front matter that may be wrong in any way."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from catalogue.model.dates import UNKNOWN, Span, date_span, period_span
from catalogue.model.values import NUMBER
from catalogue.problem import Loc

Data = Mapping[str, object]
# The two figures of an outcome, and of each place that it is compared with.
FIGURES = ("baseline", "follow_up")


def value_at(data: object, *path: str | int) -> object:
    """Return what stands at `path` in `data`, or None."""
    for step in path:
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


def text_at(data: object, *path: str | int) -> str | None:
    """Return the text at `path`, or None."""
    value = value_at(data, *path)
    return value if isinstance(value, str) else None


def records_at(data: object, *path: str) -> Iterator[tuple[Loc, Data]]:
    """Yield the mappings of the list at `path`, with their places."""
    items = value_at(data, *path)
    for position, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield (*path, position), item


def number_at(data: object, *path: str | int) -> Decimal | None:
    """Return the number at `path`, or None if there is none that the model would take."""
    text = text_at(data, *path)
    return _number(text) if text else None


# The same few numbers are asked for again and again.
@lru_cache(maxsize=10_000)
def _number(text: str) -> Decimal | None:
    return Decimal(text) if NUMBER.fullmatch(text.strip()) else None


def span_at(data: object, *path: str | int) -> Span | None:
    """Return the days of the stated date or period at `path`, or None."""
    value = value_at(data, *path)
    text = value.get("value") if isinstance(value, dict) else value
    if not isinstance(text, str) or text == UNKNOWN:
        return None
    try:
        return period_span(text) if "/" in text else date_span(text)
    except ValueError:
        return None
