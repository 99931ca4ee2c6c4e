"""The columns of the table of awards: one row for each part of a practice in a round."""

from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.entry import Entry
from catalogue.export.column import DATE, LIST, Column, Table, listed
from catalogue.export.practice_columns import stated
from catalogue.model.practice import Award
from catalogue.model.registry import Registry, Round


@dataclass(frozen=True, slots=True)
class AwardRow:
    """A practice's part in a round; `round` is None where only the award is known."""

    entry: Entry
    award: Award
    round: Round | None


def _rows(entry: Entry, registry: Registry) -> Iterator[AwardRow]:
    for award in entry.practice.awards:
        yield AwardRow(entry, award, registry.rounds.get(award.round))


AWARD_COLUMNS: tuple[Column[AwardRow], ...] = (
    Column("practice", lambda r: r.entry.id),
    Column("practice_title", lambda r: r.entry.practice.title),
    Column("round", lambda r: r.award.round, register="rounds"),
    Column("round_name", lambda r: r.round.name.fi if r.round else None, derived=True),
    Column("award", lambda r: r.round.award.fi if r.round else None, derived=True),
    Column(
        "organisations",
        lambda r: listed(r.round.organisations) if r.round else None,
        LIST,
        register="organisations",
        derived=True,
    ),
    Column("date", lambda r: stated(r.round.date) if r.round else None, DATE, derived=True),
    Column("role", lambda r: r.award.role, vocabulary="role"),
    Column("recipient", lambda r: r.award.recipient),
    Column("note", lambda r: r.award.note),
)

AWARDS = Table("awards", AWARD_COLUMNS, _rows)
