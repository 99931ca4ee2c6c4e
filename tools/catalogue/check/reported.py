"""Whether a change that a source reports agrees with the two values beside it.

Values and changes are rounded as they are written: `-60` may stand for -57.6, and so may
`about -50`, but `-5` may not. All is reckoned in whole numbers, as by the form in the browser
(`overrides/assets/submit/rules/reported.js`), so that both say the same.
"""

from dataclasses import dataclass
from decimal import Decimal

from catalogue.check.raw import FIGURES, Data, number_at, text_at

# Numbers have at most six decimals; half of the last, and a fifth of any, are whole with eight.
_PLACES = 8
_HUNDRED = 100 * 10**_PLACES
# "About" may be a fifth off.
_ABOUT = 5


@dataclass(frozen=True, slots=True)
class _Range:
    """From `low` to `high`, in parts of 10⁻⁸; an end that is None is open."""

    low: int | None
    high: int | None


def disagreement(outcome: Data, unit: str | None) -> str | None:
    """Return the change that the values of `outcome` make, where the reported one cannot be it.

    None where they agree, and where nothing can be held against the other. `unit` is that of the
    indicator, if it is known; a change in a unit that does not suit is held to its direction only.
    """
    before, after = (number_at(outcome, key, "value") for key in FIGURES)
    told, of = (
        number_at(outcome, "change_reported", "value"),
        text_at(outcome, "change_reported", "unit"),
    )
    if before is None or after is None or told is None or of == "ratio":
        return None
    difference = after - before
    # Of a share in percent a change is in percentage points: nobody could tell which was meant.
    relative = of == "percent" != unit and before > 0
    expected = _percent(difference, before) if relative else str(difference)
    if (difference > 0) != (told > 0) or (difference < 0) != (told < 0):
        return expected
    precisions = [_precision(outcome, key) for key in FIGURES]
    if not {"exact", "about"}.issuperset(precisions):
        return None
    first, second = (
        _figure(value, precision, whole=unit == "count")
        for value, precision in zip((before, after), precisions, strict=True)
    )
    said = _said(told, _precision(outcome, "change_reported"))
    fits = [_fits(first, second, said)] if of == unit else []
    fits += [_fits_percent(first, second, said)] if relative else []
    return None if not fits or any(fits) else expected


def _precision(outcome: Data, key: str) -> str:
    return text_at(outcome, key, "precision") or "exact"


def _figure(value: Decimal, precision: str, *, whole: bool) -> tuple[int, int]:
    """The least and the most that a value may stand for; whole things are not rounded."""
    slack = 0 if whole and precision == "exact" else _rounding(value)
    slack += _about(value, precision)
    return _parts(value) - slack, _parts(value) + slack


def _said(told: Decimal, precision: str) -> _Range:
    """What a reported change may stand for; over and under speak of its size."""
    size, slack = _parts(abs(told)), _rounding(told) + _about(told, precision)
    low = 0 if precision == "under" else size - slack
    high = None if precision == "over" else size + slack
    return _Range(low, high) if told >= 0 else _Range(None if high is None else -high, -low)


def _fits(first: tuple[int, int], second: tuple[int, int], said: _Range) -> bool:
    least, most = second[0] - first[1], second[1] - first[0]
    return (said.high is None or least <= said.high) and (said.low is None or said.low <= most)


def _fits_percent(first: tuple[int, int], second: tuple[int, int], said: _Range) -> bool:
    """As `_fits`, of the difference in percent of the first value, without dividing."""
    if first[0] <= 0:
        return True
    least, most = (second[0] - first[1]) * _HUNDRED, (second[1] - first[0]) * _HUNDRED
    return (said.high is None or least <= said.high * first[1]) and (
        said.low is None or said.low * first[0] <= most
    )


def _parts(value: Decimal) -> int:
    return int(value.scaleb(_PLACES))


def _rounding(value: Decimal) -> int:
    """Half of the last place that is written: zeros at the end of a whole number are none."""
    digits = f"{abs(value):f}"
    whole, _, decimals = digits.partition(".")
    zeros = 0 if decimals or not value else len(whole) - len(whole.rstrip("0"))
    return 5 * int(10 ** (_PLACES - 1 + zeros - len(decimals)))


def _about(value: Decimal, precision: str) -> int:
    return _parts(abs(value)) // _ABOUT if precision == "about" else 0


def _percent(difference: Decimal, before: Decimal) -> str:
    """`difference` in percent of `before` to one decimal, half away from zero."""
    size, whole = _parts(abs(difference)), _parts(before)
    tenths = (2 * size * 1000 + whole) // (2 * whole)
    return f"{'-' if difference < 0 and tenths else ''}{tenths // 10}.{tenths % 10}"
