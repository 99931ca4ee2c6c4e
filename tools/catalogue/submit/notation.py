"""Dates and numbers as people write them in Finnish, in the form that a practice file takes.

The same rules as the form in the browser has (`overrides/assets/submit/notation.js`): `18.9.2017`
gives `2017-09-18`, `tammikuu 2016` gives `2016-01`, and `14 000,5` gives `14000.5`. What is neither
comes back as it was typed, for the check to tell of, and so does what may be two numbers, with a
`?`: `14.000?`.
"""

import re

from catalogue.model.dates import UNKNOWN, date_span, period_span
from catalogue.model.registry import Registry
from catalogue.model.values import NUMBER

_DATE = re.compile(r"(?:(\d{1,2})\.\s?)?(\d{1,2})[./]\s?(\d{4})", re.ASCII)
# Months as the pages and people write them, in the three languages.
_MONTHS = (
    *("tammi|januari|january", "helmi|februari|february", "maalis|mars|march"),
    *("huhti|april", "touko|maj|may", "kesä|juni|june", "heinä|juli|july"),
    *("elo|augusti|august", "syys|september", "loka|oktober|october"),
    *("marras|november", "joulu|december"),
)
_MONTH = re.compile(
    r"(?<!\w)(?:(\d{1,2})\.?\s+)?(?:"
    + "|".join(f"({names})" for names in _MONTHS)
    + r")(?:kuu(?:n|ta|ssa|sta|hun|lta)?)?(?![^\W\d])(?:\s*(\d{4}))?"
)
_DASH = re.compile(r"\s*[–—]\s*|\s+-\s+")
_SIGN = re.compile(r"[−–-]\s?")
_GROUPED = re.compile(r"\d{1,3}(?:\s\d{3})+(?=$|[.,])")
# Thousands parted by points or by commas, by what parts them.
_PARTED = {
    ".": re.compile(r"[1-9]\d{0,2}((?:\.\d{3})+)(,\d+)?", re.ASCII),
    ",": re.compile(r"[1-9]\d{0,2}((?:,\d{3})+)(\.\d+)?", re.ASCII),
}
_UNSURE = re.compile(r"-?[1-9]\d{0,2}\.\d{3}\?", re.ASCII)


def noted(kind: str, text: str, unknown: str) -> str:
    """Return `text` in the form of the file.

    Args:
        kind: The kind of the field (`submit.field.kind_of`).
        text: What was typed.
        unknown: The words for what is not known (`unknown_words`).
    """
    if kind in ("number", "whole"):
        return _number(text, kind == "whole")
    if kind not in ("date", "period"):
        return text
    if text.strip().lower() == unknown:
        return UNKNOWN
    plain = _MONTH.sub(_numbered, text.lower())
    return (_iso_date(plain) if kind == "date" else _iso_period(plain)) or text


def unknown_words(registry: Registry, language: str) -> str:
    """Return the words for what is not known, in lower case."""
    return registry.term("status", UNKNOWN).label.get(language).lower()


def _numbered(match: re.Match[str]) -> str:
    """A month by its number: `huhtikuu 2017` gives `4/2017`, `5. huhtikuuta 2017` `5.4.2017`."""
    day, *months, year = match.groups()
    month = 1 + next(n for n, name in enumerate(months) if name)
    if day:
        return f"{day}.{month}.{year or ''}"
    return f"{month}/{year}" if year else str(month)


def _iso_date(text: str) -> str | None:
    """The day, month or year; None where the calendar has none such."""
    plain = text.strip()
    if match := _DATE.fullmatch(plain):
        day, month, year = match.groups()
        plain = "-".join(part.zfill(2) for part in (year, month, day) if part)
    try:
        date_span(plain)
    except ValueError:
        return None
    return plain


def _iso_period(text: str) -> str | None:
    if one := _iso_date(text):
        return one
    parts = _DASH.split(text.strip())
    if len(parts) == 1:
        parts = parts[0].split("-")
    if len(parts) != 2:
        return None
    start, end = _begun(*parts), _iso_date(parts[1])
    if not start or not end:
        return None
    try:
        period_span(f"{start}/{end}")
    except ValueError:
        return None
    return f"{start}/{end}"


def _begun(start: str, end: str) -> str | None:
    """The start of a period, which may leave out what the end tells: `1.–18.9.2017`, `1–4/2017`."""
    if found := _iso_date(start):
        return found
    if not start.strip():
        return None
    month = re.search(r"\d{1,2}\.\s?\d{4}$", end)
    if start.endswith(".") and month and (found := _iso_date(start + month[0])):
        return found
    year = re.search(r"/?\d{4}$", end)
    return _iso_date(start + year[0]) if year else None


def _number(text: str, whole: bool) -> str:
    plain = _SIGN.sub("-", text.strip(), count=1) if _SIGN.match(text.strip()) else text.strip()
    sign = "-" if plain.startswith("-") else ""
    digits = plain.removeprefix(sign)
    if grouped := _GROUPED.match(digits):
        digits = re.sub(r"\s", "", grouped[0]) + digits[grouped.end() :]
    number = sign + _pointed(digits, whole)
    sound = NUMBER.fullmatch(number) and not (whole and "." in number)
    return number if sound or unsure(number) else text


def _pointed(digits: str, whole: bool) -> str:
    """`digits` with a point before decimals and nothing between thousands, or a `?` after both."""
    for sign, pattern in _PARTED.items():
        if not (parted := pattern.fullmatch(digits)):
            continue
        one = len(parted[1]) == len(".000") and not parted[2] and not whole
        # In Finnish a comma is before decimals.
        if one and sign == ",":
            break
        return f"{digits}?" if one else digits.replace(sign, "").replace(",", ".")
    return digits.replace(",", ".")


def unsure(written: str) -> bool:
    """Whether `noted` could not tell thousands from decimals."""
    return _UNSURE.fullmatch(written) is not None
