"""What an award round's file must hold besides the right types: criteria and freezing."""

from collections.abc import Iterator, Mapping, Set

from catalogue.check.raw import records_at, text_at, value_at
from catalogue.check.repeated import repeated_in
from catalogue.check.suggestion import nearest
from catalogue.model.dates import date_span
from catalogue.model.practice import Practice
from catalogue.problem import Finding, Loc
from catalogue.source.gate import visible

# Begins the name of a section of a practice's body among the fields of a criterion.
SECTION = "section:"


def check_round(data: Mapping[str, object], sections: Set[str]) -> Iterator[Finding]:
    """Yield what is wrong with the criteria and the freezing of a round as written.

    Args:
        data: The round's file.
        sections: The names of the sections of a practice's body.
    """
    known = {*Practice.model_fields, *(SECTION + name for name in sections)}
    seen: set[str] = set()
    criteria = tuple(records_at(data, "criteria"))
    for loc, criterion in criteria:
        name = text_at(criterion, "id")
        if name and name in seen:
            yield Finding((*loc, "id"), "id-repeated", {"found": visible(name)})
        seen.add(name or "")
        yield from _fields((*loc, "evidence", "fields"), criterion, known)
    # Jurors could not tell them apart; nor does the form that makes a round take them.
    labels = [((*loc, "label", "fi"), text_at(c, "label", "fi")) for loc, c in criteria]
    for position in repeated_in([label for _, label in labels]):
        loc, label = labels[position]
        yield Finding(loc, "repeated", {"found": visible(label or "")})
    yield from _frozen(data)


def _fields(loc: Loc, criterion: Mapping[str, object], known: Set[str]) -> Iterator[Finding]:
    fields = value_at(criterion, "evidence", "fields")
    for position, field in enumerate(fields if isinstance(fields, list) else ()):
        if isinstance(field, str) and field not in known:
            params = {"found": visible(field)}
            if close := nearest(field, sorted(known)):
                params["suggestion"] = close
            yield Finding((*loc, position), "unknown-criterion-field", params)


def _frozen(data: Mapping[str, object]) -> Iterator[Finding]:
    frozen = value_at(data, "frozen")
    if not isinstance(frozen, Mapping):
        return
    if ("date" in frozen) == ("commit" in frozen):
        yield Finding(("frozen",), "frozen-one")
    written = text_at(frozen, "date") or text_at(frozen, "date", "value")
    if written and not _is_day(written):
        yield Finding(("frozen", "date"), "frozen-day", {"found": visible(written)})


def _is_day(text: str) -> bool:
    try:
        span = date_span(text)
    except ValueError:
        return False
    return span.first == span.last
