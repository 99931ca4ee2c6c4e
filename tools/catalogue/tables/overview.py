"""All practices at a glance."""

from functools import partial

from catalogue.entry import Entry
from catalogue.pages.frame import Frame
from catalogue.tables.recurring import Recurring
from catalogue.tables.table import Cell, Column, Group, Part, Rows, Table, cell, practice_cell


def overview_table(frame: Frame) -> tuple[Table, ...]:
    """One row per practice: where, what kind, for which level, status, evidence, awards."""
    t = frame.texts.get
    keys = ("practice", "place", "kind", "service-level", "status", "evidence", "award", "complete")
    columns = tuple(Column(t(f"table.column.{key}"), numeric=key == "evidence") for key in keys)
    rows = Rows(frame.catalogue.entries, partial(_row, frame, Recurring()))
    title, intro = t("table.overview.title"), t("table.overview.intro")
    return (Table("yleiskatsaus", title, intro, columns, (Group(rows),)),)


def _row(frame: Frame, recurring: Recurring, entry: Entry) -> tuple[Cell, ...]:
    practice, status = entry.practice, entry.practice.status
    label, one = frame.label, recurring.cell
    stated = (status.value, status.as_of and status.as_of.value)
    awards = tuple([(award.round, award.role) for award in practice.awards])
    return (
        practice_cell(frame, entry.id),
        one("place", practice.places, lambda: cell(*map(frame.place, practice.places))),
        one("kind", practice.kind, lambda: cell(label("kind", practice.kind))),
        one(
            "service-level",
            practice.service_levels,
            lambda: cell(*(label("service_level", level) for level in practice.service_levels)),
        ),
        one("status", stated, lambda: cell(*status_parts(frame, entry))),
        one("evidence", entry.best_level, lambda: evidence_cell(frame, entry)),
        one("award", awards, lambda: cell(*(award_part(frame, *award) for award in awards))),
        one(
            "complete",
            entry.completeness.level,
            lambda: cell(label("completeness", entry.completeness.level)),
        ),
    )


def status_parts(frame: Frame, entry: Entry) -> tuple[Part, ...]:
    """The status, and when the source said so."""
    status = entry.practice.status
    said = Part(frame.label("status", status.value))
    if status.as_of is None or not status.as_of.known:
        return (said,)
    when = frame.texts.get("status.as-of", date=frame.numerals.date(status.as_of))
    return (said, Part(when, mark="weak"))


def evidence_cell(frame: Frame, entry: Entry) -> Cell:
    """The best evidence level among the outcomes; visibly empty without outcomes."""
    level = entry.best_level
    if level is None:
        return cell(Part(frame.texts.get("evidence.none"), mark="weak"), sort=-1)
    return cell(f"{level} {frame.label('evidence_level', level)}", sort=level)


def award_part(frame: Frame, award_round: str, role: str) -> Part:
    """The round and the part the practice had in it."""
    rounds = frame.catalogue.registry.rounds
    word = frame.label("role", role)
    if award_round not in rounds:
        return Part(frame.texts.get("award.unknown-round", role=word))
    name = frame.name(rounds[award_round].name)
    return Part(f"{name}: {word}", f"palkinnot/{award_round}/")
