"""The columns of the tabular exports, declared once for CSV, XLSX and their description."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from catalogue.catalogue import AssessedOutcome, Entry
from catalogue.export.plain import practice_url
from catalogue.model.outcome import Figure

T = TypeVar("T")
Value = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: its name, and how its value is read. `columns.<name>` explains it."""

    name: str
    read: Callable[[T], Value]


def _list(values: Iterable[str]) -> str:
    return "; ".join(values)


def _figure(figure: Figure | None) -> tuple[Value, Value]:
    if figure is None:
        return None, None
    return figure.value, figure.period.value if figure.period else None


PRACTICE_COLUMNS: tuple[Column[Entry], ...] = (
    Column("id", lambda e: e.id),
    Column("url", lambda e: practice_url(e.id)),
    Column("title", lambda e: e.practice.title),
    Column("language", lambda e: e.practice.language),
    Column("summary", lambda e: e.practice.summary),
    Column("model", lambda e: e.practice.model),
    Column("kind", lambda e: e.practice.kind),
    Column("status", lambda e: e.practice.status.value),
    Column("status_as_of", lambda e: s.value if (s := e.practice.status.as_of) else None),
    Column("started", lambda e: s.value if (s := e.practice.started) else None),
    Column("ended", lambda e: s.value if (s := e.practice.ended) else None),
    Column("service_levels", lambda e: _list(e.practice.service_levels)),
    Column("themes", lambda e: _list(e.practice.themes)),
    Column("target_groups", lambda e: _list(e.practice.target_groups)),
    Column("keywords", lambda e: _list(e.practice.keywords)),
    Column("places", lambda e: _list(e.practice.places)),
    Column("counties", lambda e: _list(county.id for county in e.counties)),
    Column("provider", lambda e: e.practice.provider),
    Column("provider_kind", lambda e: e.practice.provider_kind),
    Column("best_evidence_level", lambda e: e.best_level),
    Column("outcomes", lambda e: len(e.outcomes)),
    Column("awards", lambda e: _list(f"{a.round}: {a.role}" for a in e.practice.awards)),
    Column("completeness", lambda e: e.completeness.level),
)

OUTCOME_COLUMNS: tuple[Column[AssessedOutcome], ...] = (
    Column("practice", lambda o: o.practice),
    Column("id", lambda o: o.outcome.id),
    Column("indicator", lambda o: o.outcome.indicator),
    Column("unit", lambda o: o.indicator.unit),
    Column("statement", lambda o: o.outcome.statement),
    Column("population", lambda o: o.outcome.population),
    Column("baseline_value", lambda o: _figure(o.outcome.baseline)[0]),
    Column("baseline_period", lambda o: _figure(o.outcome.baseline)[1]),
    Column("follow_up_value", lambda o: _figure(o.outcome.follow_up)[0]),
    Column("follow_up_period", lambda o: _figure(o.outcome.follow_up)[1]),
    Column("change_absolute", lambda o: o.change.absolute if o.change else None),
    Column("change_unit", lambda o: o.change.unit if o.change else None),
    Column(
        "change_percent",
        lambda o: o.change.percent if o.change else None,
    ),
    Column("change_times", lambda o: o.change.times if o.change else None),
    Column("change_precision", lambda o: o.change.precision if o.change else None),
    Column("direction", lambda o: o.direction),
    Column("result", lambda o: o.result),
    Column("evidence_level", lambda o: o.evidence.level),
    Column("independence", lambda o: o.source.independence),
    Column("caveats", lambda o: _list(o.outcome.caveats)),
    Column("contradicts", lambda o: _list(o.contradicts)),
    Column("source_title", lambda o: o.source.title),
    Column("locator", lambda o: o.outcome.locator),
)
