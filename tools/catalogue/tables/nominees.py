"""The nominees of each award round by the round's criteria."""

from dataclasses import replace

from catalogue.entry import Entry
from catalogue.model.practice import Award
from catalogue.model.registry import Round
from catalogue.pages.frame import Frame
from catalogue.tables.criteria import criterion_cell
from catalogue.tables.overview import evidence_cell
from catalogue.tables.table import Cell, Column, Group, Part, Rows, Table, cell, practice_cell

OWN, GIVER = "self", "giver"


def nominee_tables(frame: Frame) -> tuple[Table, ...]:
    """One table per round that has criteria and nominees."""
    return tuple(
        nominee_table(frame, name, award_round)
        for name, award_round in frame.catalogue.rounds()
        if award_round.criteria and name in frame.catalogue.by_round
    )


def nominee_table(frame: Frame, name: str, award_round: Round) -> Table:
    """The nominees of one round: what of each practice speaks to each criterion."""
    t = frame.texts.get
    columns = (
        Column(t("table.column.nominee")),
        Column(t("table.column.role")),
        Column(t("table.column.evidence"), numeric=True),
        *(Column(frame.name(criterion.label), numeric=True) for criterion in award_round.criteria),
    )
    entries = frame.catalogue.by_round[name]
    rows = Rows(entries, lambda entry: _row(frame, name, entry, award_round))
    title = t("table.nominees.title", round=frame.name(award_round.name))
    intro = t("table.nominees.intro")
    return Table(f"ehdokkaat-{name}", title, intro, columns, (Group(rows),))


def _row(frame: Frame, name: str, entry: Entry, award_round: Round) -> tuple[Cell, ...]:
    role = award_of(frame, name, entry).role
    speaks = (criterion_cell(frame, entry, criterion) for criterion in award_round.criteria)
    return (
        practice_cell(frame, entry.id),
        cell(frame.label("role", role)),
        evidence_cell(frame, entry),
        *speaks,
    )


def award_of(frame: Frame, name: str, entry: Entry) -> Award:
    """Return the furthest that `entry` came in the round: a winner was a nominee too."""
    roles = list(frame.catalogue.registry.vocabularies["role"].values)
    own = [award for award in entry.practice.awards if award.round == name]
    return max(own, key=lambda award: roles.index(award.role))


def fact_columns(frame: Frame) -> tuple[Column, ...]:
    """The columns of what is known of a nominee besides the criteria."""
    keys = ("nominee", "role", "place", "theme", "evidence", "source", "complete")
    return tuple(Column(frame.texts.get(f"jury.column.{k}"), numeric=k == "evidence") for k in keys)


def fact_cells(frame: Frame, entry: Entry, award: Award) -> tuple[Cell, ...]:
    """Who the nominee is, where, and how well and by whom it is known."""
    practice, title = entry.practice, practice_cell(frame, entry.id).parts[0]
    words, written_in = frame.told(practice), practice.language
    note = award.note or (award.recipient and frame.texts.get("jury.to", name=award.recipient))
    level = entry.completeness.level
    return (
        cell(title, Part(words.summary, mark="weak", lang=words.language), sort=title.text),
        cell(frame.label("role", award.role), Part(note or "", mark="weak", lang=written_in)),
        cell(*map(frame.place, practice.places)),
        cell(*(frame.label("theme", theme) for theme in practice.themes)),
        evidence_cell(frame, entry),
        source_cell(frame, entry, frame.catalogue.registry.rounds.get(award.round)),
        cell(frame.label("completeness", level)),
    )


def source_cell(frame: Frame, entry: Entry, award_round: Round | None) -> Cell:
    """By whom the nominee is known, with a flag where that is the provider alone."""
    kinds = dict.fromkeys(source.independence for source in entry.practice.sources)
    only = only_known_from(frame, entry, award_round)
    said = Part(frame.texts.get(f"jury.only.{only}"), mark="weak") if only else Part("")
    if not entry.outcomes:
        return cell(Part(frame.texts.get("jury.nothing-claimed"), mark="weak"), said)
    if only:
        return cell(replace(said, mark="flag"))
    return cell(*(frame.label("independence", kind) for kind in kinds))


def only_known_from(frame: Frame, entry: Entry, award_round: Round | None) -> str:
    """Whose word alone a nominee is known by: that of the provider, or of who gives the award.

    Neither has judged the practice from outside; `""` where there is another source too.
    """
    sources = entry.practice.sources
    if all(source.independence == OWN for source in sources):
        return OWN
    if award_round is None:
        return ""
    organisations = frame.catalogue.registry.organisations
    givers = {award_round.source.publisher, *award_round.other_organisations}
    for name in award_round.organisations:
        text = organisations[name].name
        givers |= {text.fi, text.sv, text.en}
    given = all(source.publisher and source.publisher in givers for source in sources)
    return GIVER if given else ""
