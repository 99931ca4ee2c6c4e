"""Who runs each practice, and what it takes."""

from decimal import Decimal
from functools import partial

from catalogue.entry import Entry
from catalogue.model.dates import UNKNOWN
from catalogue.pages.frame import Frame
from catalogue.tables.recurring import Recurring
from catalogue.tables.table import Cell, Column, Group, Part, Rows, Table, cell, practice_cell

KEYS = (
    "practice",
    "provider",
    "organiser",
    "staff",
    "cost",
    "funding",
    "resource-note",
    "taking-part",
)


def resource_table(frame: Frame) -> tuple[Table, ...]:
    """One row per practice that is more than a name."""
    t = frame.texts.get
    columns = tuple(
        Column(t(f"table.column.{key}"), numeric=key in {"staff", "cost"}) for key in KEYS
    )
    told = [entry for entry in frame.catalogue.entries if entry.completeness.level != "stub"]
    rows = Rows(told, partial(_row, frame, Recurring()))
    title, intro = t("table.resources.title"), t("table.resources.intro")
    return (Table("organisaatio-ja-resurssit", title, intro, columns, (Group(rows),)),)


def _row(frame: Frame, recurring: Recurring, entry: Entry) -> tuple[Cell, ...]:
    practice, label, one = entry.practice, frame.label, recurring.cell
    resources, part = practice.resources, practice.participation
    kind = practice.provider_kind or UNKNOWN
    funding = resources.funding if resources else None
    taking_part = part.level if part else "none-reported"
    organisers = tuple([organiser.county for organiser in entry.organisers])
    return (
        practice_cell(frame, entry.id),
        one(
            "provider",
            (practice.provider, kind),
            lambda: provider_cell(frame, practice.provider, kind),
        ),
        one(
            "organiser",
            tuple([county.id for county in organisers]),
            lambda: cell(*(frame.name(county.name) for county in organisers)),
        ),
        staff_cell(frame, entry),
        cost_cell(frame, entry),
        one("funding", funding, lambda: funding_cell(frame, entry)),
        note_cell(entry),
        one("taking-part", taking_part, lambda: cell(label("participation", taking_part))),
    )


def provider_cell(frame: Frame, provider: str, kind: str) -> Cell:
    """Who provides the practice, and of what kind that is where it is known."""
    kinds = () if kind == UNKNOWN else (Part(frame.label("provider_kind", kind), mark="weak"),)
    return cell(frame.organisation(provider), *kinds)


def staff_cell(frame: Frame, entry: Entry) -> Cell:
    """The staff as heads or full-time equivalents, with the note."""
    staff = entry.practice.resources.staff if entry.practice.resources else None
    if staff is None:
        return cell(Part(frame.texts.get("figure.not-given"), mark="weak"), sort=-1)
    parts = []
    if staff.headcount is not None:
        parts.append(Part(frame.texts.get("staff.headcount", count=staff.headcount)))
    if staff.fte is not None:
        parts.append(Part(frame.numerals.amount(staff.fte, "fte")))
    if staff.note:
        parts.append(Part(staff.note, mark="weak", lang=entry.practice.language))
    size = staff.fte if staff.fte is not None else Decimal(staff.headcount or 0)
    return cell(*parts, sort=size)


def cost_cell(frame: Frame, entry: Entry) -> Cell:
    """The cost with the year of its prices, and the note on it."""
    resources = entry.practice.resources
    cost = resources.cost if resources else None
    parts = []
    if cost:
        amount = f"{frame.numerals.number(cost.amount)} {cost.currency}"
        parts.append(Part(f"{amount} / {cost.per}" if cost.per else amount))
        if cost.price_year:
            parts.append(
                Part(frame.texts.get("cost.price-year", year=cost.price_year), mark="weak")
            )
        if cost.note:
            parts.append(Part(cost.note, mark="weak", lang=entry.practice.language))
    else:
        parts.append(Part(frame.texts.get("figure.not-given"), mark="weak"))
    return cell(*parts, sort=cost.amount if cost else -1)


def funding_cell(frame: Frame, entry: Entry) -> Cell:
    """How the practice is paid for."""
    resources = entry.practice.resources
    if resources is None or resources.funding is None:
        return cell(Part(frame.texts.get("figure.not-given"), mark="weak"))
    return cell(frame.label("funding", resources.funding))


def note_cell(entry: Entry) -> Cell:
    """What the source says of the resources as a whole; it may be of neither staff nor cost."""
    resources = entry.practice.resources
    if resources is None or not resources.note:
        return cell()
    return cell(Part(resources.note, mark="weak", lang=entry.practice.language))
