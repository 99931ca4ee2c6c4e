"""The values that are worked out and exported beside the fields, declared once.

The JSON export, its schema and the data dictionary follow; `export.key.<record>.<name>` is the
label of a value and says what it means.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Generic, TypeVar

from catalogue.derive.change import Change
from catalogue.entry import AssessedOutcome, Entry
from catalogue.model.values import SLUG_PATTERN
from catalogue.problem import dotted

T = TypeVar("T")
Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Derived(Generic[T]):
    """A derived value: its key, how it is worked out, and what it looks like in JSON.

    `vocabulary` and `register` are as for a column.
    """

    name: str
    read: Callable[[T], object]
    schema: Schema = field(default_factory=lambda: {"type": "string"})
    vocabulary: str = ""
    register: str = ""


def practice_url(name: str) -> str:
    """Return the address of a practice from the root of the site."""
    return f"/kaytannot/{name}/"


def number(value: Decimal | None) -> int | float | None:
    """Return `value` as JSON has it: whole numbers without a decimal point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


_TEXTS: Schema = {"type": "array", "items": {"type": "string"}}
_NUMBER: Schema = {"type": ["number", "null"]}
_LEVEL: Schema = {"type": "integer", "minimum": 0, "maximum": 5}

PRACTICE_HEAD: tuple[Derived[Entry], ...] = (
    Derived("id", lambda e: e.id, {"type": "string", "pattern": SLUG_PATTERN}),
    Derived(
        "url",
        lambda e: practice_url(e.id),
        {"type": "string", "pattern": "^/kaytannot/[a-z0-9-]+/$"},
    ),
)
PRACTICE_DERIVED: tuple[Derived[Entry], ...] = (
    Derived(
        "body",
        lambda e: dict(e.texts),
        {"type": "object", "additionalProperties": {"type": "string"}},
        vocabulary="section",
    ),
    Derived(
        "municipalities", lambda e: [p.code for p in e.municipalities], _TEXTS, register="places"
    ),
    Derived("counties", lambda e: [c.id for c in e.counties], _TEXTS, register="places"),
    Derived("organisers", lambda e: [o.county.id for o in e.organisers], _TEXTS, register="places"),
    Derived(
        "best_evidence_level",
        lambda e: e.best_level,
        {**_LEVEL, "type": ["integer", "null"]},
        vocabulary="evidence_level",
    ),
    Derived("completeness", lambda e: e.completeness.level, vocabulary="completeness"),
    Derived("missing", lambda e: [dotted(loc) for loc in e.completeness.missing], _TEXTS),
)
CHANGE: tuple[Derived[Change], ...] = (
    Derived("absolute", lambda c: number(c.absolute), _NUMBER),
    Derived("unit", lambda c: c.unit, {"type": ["string", "null"]}),
    Derived("relative_percent", lambda c: number(c.percent), _NUMBER),
    Derived("times", lambda c: number(c.times), _NUMBER),
    Derived("precision", lambda c: c.precision, vocabulary="precision"),
    Derived("reported", lambda c: c.reported, {"type": "boolean"}),
)
OUTCOME_DERIVED: tuple[Derived[AssessedOutcome], ...] = (
    Derived("unit", lambda o: o.indicator.unit, vocabulary="unit"),
    Derived(
        "change",
        lambda o: {key.name: key.read(o.change) for key in CHANGE} if o.change else None,
        {"anyOf": [{"$ref": "#/$defs/Change"}, {"type": "null"}]},
    ),
    Derived("direction", lambda o: o.direction, {"type": ["string", "null"]}, "observed"),
    Derived("result", lambda o: o.result, vocabulary="result"),
    Derived("evidence_level", lambda o: o.evidence.level, _LEVEL, vocabulary="evidence_level"),
    Derived("evidence_reason", lambda o: o.evidence.reason.code),
    Derived("evidence_lifts", lambda o: [lift.code for lift in o.evidence.lifts], _TEXTS),
    Derived("independence", lambda o: o.source.independence, vocabulary="independence"),
    Derived("contradicts", lambda o: list(o.contradicts), _TEXTS),
)
