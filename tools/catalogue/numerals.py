"""Numbers, dates and changes as people read them, by language."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache

from babel.dates import format_date, format_interval
from babel.numbers import get_decimal_symbol, get_group_symbol

from catalogue.derive.change import Change
from catalogue.messages import Messages
from catalogue.model.outcome import Figure
from catalogue.model.values import StatedDate, StatedPeriod

MINUS = "\N{MINUS SIGN}"
# Between a number and its unit no line may break.
NARROW = "\N{NO-BREAK SPACE}"
# English as it is written in Europe; Swedish as in Finland.
LOCALES: Mapping[str, str] = {"fi": "fi", "sv": "sv_FI", "en": "en_GB"}
# Day before month in all three; a number for the month would be read the other way round by some.
DAYS: Mapping[str, str] = {"fi": "d.M.y", "sv": "d.M.y", "en": "d MMMM y"}


@dataclass(frozen=True, slots=True)
class Numerals:
    """Writes numbers and dates in the language of `texts`."""

    texts: Messages

    def number(self, value: Decimal | int, decimals: int | None = None) -> str:
        """Return `value` with the language's separators, rounded half up to `decimals`."""
        return _decimal(str(value), decimals, self._locale)

    def signed(self, value: Decimal, decimals: int | None = None) -> str:
        """Return `value` with its sign, also when it is positive; what rounds to zero has none."""
        shown = self.number(value, decimals)
        return f"+{shown}" if value > 0 and shown != "0" else shown

    def amount(self, value: Decimal, unit: str) -> str:
        """Return `value` with its unit: `1,3 %`, `700 000 euroa`; in English `1.3%`."""
        return self._with_unit(self.number(value), unit)

    def figure(self, figure: Figure | None, unit: str) -> str | None:
        """Return the value of `figure` with its precision; None when it has no value."""
        if figure is None or figure.value is None:
            return None
        return self._precisely(self.amount(figure.value, unit), figure.precision)

    def date(self, date: StatedDate | StatedPeriod | str | None) -> str:
        """Return a partial date or an interval as people write it: `18.5.2017`, `2015`."""
        value = date if isinstance(date, str) else (date.value if date else "unknown")
        if value == "unknown":
            return self.texts.get("date.unknown")
        return _date(value, self.texts.language)

    def change(self, change: Change) -> str:
        """Return the change in words: `−19 (−57,6 %)`, `−0,1 prosenttiyksikköä`."""
        if change.times is not None:
            text = self.texts.get("change.times", number=self.number(change.times))
            return self._precisely(text, change.precision)
        absolute = self._signed_amount(change.absolute, change.unit, change)
        decimals = None if change.reported else 1
        relative = self._signed_amount(change.relative, "percent", change, decimals)
        if absolute and relative:
            return f"{absolute} ({relative})"
        return absolute or relative

    def _signed_amount(
        self, value: Decimal | None, unit: str | None, change: Change, decimals: int | None = None
    ) -> str:
        """A change with its sign; in words where it is not exact: `yli 700 000 euroa vähemmän`.

        "Over −700 000" would leave open which side of it is meant.
        """
        if value is None:
            return ""
        if change.precision == "exact" or not value:
            return self._with_unit(self.signed(value, decimals), str(unit))
        size = self._with_unit(self.number(abs(value), decimals), str(unit))
        word = "more" if value > 0 else "less"
        return self.texts.get(f"change.{word}", text=self._precisely(size, change.precision))

    def _with_unit(self, number: str, unit: str) -> str:
        """The space between a number and `%` is written in Finnish and Swedish, not in English."""
        close = unit == "percent" and self.texts.language == "en"
        return f"{number}{'' if close else NARROW}{self.texts.get(f'unit.{unit}')}".rstrip(NARROW)

    @property
    def _locale(self) -> str:
        return LOCALES[self.texts.language]

    def _precisely(self, text: str, precision: str) -> str:
        return self.texts.get(f"precision.{precision}", text=text)


# The same numbers and dates stand on many pages. Babel would write a number just so, in ten times
# the time: all our languages put thousands together, from the first one on.
@lru_cache(maxsize=50_000)
def _decimal(value: str, decimals: int | None, locale: str) -> str:
    number = Decimal(value)
    if decimals is not None:
        number = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    whole, _, fraction = f"{abs(number):,f}".partition(".")
    group, point = _separators(locale)
    fraction = fraction.rstrip("0")
    text = whole.replace(",", group) + (point + fraction if fraction else "")
    return MINUS + text if number < 0 else text


@cache
def _separators(locale: str) -> tuple[str, str]:
    """What stands between thousands, and before decimals."""
    return get_group_symbol(locale), get_decimal_symbol(locale)


@lru_cache(maxsize=50_000)
def _date(value: str, language: str) -> str:
    """A date, or an interval of two; of months as the language has them: tammi–huhtikuu 2017."""
    start, _, end = value.partition("/")
    if len(start) == len(end) == len("2017-01"):
        return format_interval(_first(start), _first(end), "yMMMM", locale=LOCALES[language])
    return "–".join(_day(part, language) for part in value.split("/"))


def _day(value: str, language: str) -> str:
    if len(value) == 4:
        return value
    pattern = DAYS[language] if len(value) > 7 else "LLLL y"
    return format_date(_first(value), pattern, locale=LOCALES[language])


def _first(value: str) -> datetime.date:
    """The day, or the first of the month."""
    return datetime.date.fromisoformat(value if len(value) > 7 else f"{value}-01")
