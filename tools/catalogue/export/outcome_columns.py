"""The columns of the table of outcomes."""

from catalogue.entry import AssessedOutcome
from catalogue.export.column import DATE, INTEGER, LIST, NUMBER, Column, Table, Value, listed
from catalogue.export.practice_columns import stated
from catalogue.model.outcome import Figure


def _value(figure: Figure | None) -> Value:
    return figure.value if figure else None


def _period(figure: Figure | None) -> Value:
    return stated(figure.period) if figure else None


def _precision(figure: Figure | None) -> Value:
    """How exact the value is; says nothing where there is no value."""
    return figure.precision if figure and figure.value is not None else None


OUTCOME_COLUMNS: tuple[Column[AssessedOutcome], ...] = (
    Column("practice", lambda o: o.practice),
    Column("id", lambda o: o.outcome.id),
    Column("indicator", lambda o: o.outcome.indicator, register="indicators"),
    Column("indicator_name", lambda o: o.indicator.name.fi, derived=True),
    Column("unit", lambda o: o.indicator.unit, vocabulary="unit", derived=True),
    Column("statement", lambda o: o.outcome.statement),
    Column("population", lambda o: o.outcome.population, vocabulary="population"),
    Column("place", lambda o: o.outcome.place, register="places"),
    Column("baseline_value", lambda o: _value(o.outcome.baseline), NUMBER),
    Column("baseline_period", lambda o: _period(o.outcome.baseline), DATE),
    Column("baseline_precision", lambda o: _precision(o.outcome.baseline), vocabulary="precision"),
    Column("follow_up_value", lambda o: _value(o.outcome.follow_up), NUMBER),
    Column("follow_up_period", lambda o: _period(o.outcome.follow_up), DATE),
    Column(
        "follow_up_precision", lambda o: _precision(o.outcome.follow_up), vocabulary="precision"
    ),
    Column(
        "change_absolute", lambda o: o.change.absolute if o.change else None, NUMBER, derived=True
    ),
    Column("change_unit", lambda o: o.change.unit if o.change else None, derived=True),
    Column(
        "change_percent", lambda o: o.change.percent if o.change else None, NUMBER, derived=True
    ),
    Column("change_times", lambda o: o.change.times if o.change else None, NUMBER, derived=True),
    Column(
        "change_precision",
        lambda o: o.change.precision if o.change else None,
        vocabulary="precision",
        derived=True,
    ),
    Column("direction", lambda o: o.direction, vocabulary="observed", derived=True),
    Column("result", lambda o: o.result, vocabulary="result", derived=True),
    Column(
        "evidence_level",
        lambda o: o.evidence.level,
        INTEGER,
        "evidence_level",
        derived=True,
    ),
    Column("comparators", lambda o: len(o.outcome.comparators), INTEGER, derived=True),
    Column("design", lambda o: o.outcome.design, vocabulary="design"),
    Column("caveats", lambda o: listed(o.outcome.caveats), LIST, "caveat"),
    Column("contradicts", lambda o: listed(o.contradicts), LIST, derived=True),
    Column("source", lambda o: o.outcome.source),
    Column("source_title", lambda o: o.source.title),
    Column("source_date", lambda o: stated(o.source.date), DATE),
    Column("source_kind", lambda o: o.source.kind, vocabulary="source_kind"),
    Column("independence", lambda o: o.source.independence, vocabulary="independence"),
    Column("locator", lambda o: o.outcome.locator),
)

OUTCOMES = Table("outcomes", OUTCOME_COLUMNS, lambda entry, _: entry.outcomes)
