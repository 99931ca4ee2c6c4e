"""Outcomes by indicator across practices."""

from functools import cache, partial
from operator import attrgetter

from catalogue.derive.comparability import Peers
from catalogue.entry import AssessedOutcome
from catalogue.pages.frame import Frame
from catalogue.tables.recurring import Recurring
from catalogue.tables.table import Cell, Column, Group, Part, Rows, Table, cell

KEYS = ("practice", "baseline", "follow-up", "change", "result", "evidence", "comparable")
# More names than this in a cell help nobody: all of them stand in the same table.
_NAMED = 5
_practice = attrgetter("practice")
# An outcome stands in the table of all and on the page of its indicator.
_name = attrgetter("practice", "outcome.id")
NUMERIC = frozenset({"baseline", "follow-up", "change", "evidence"})


def outcome_table(frame: Frame) -> tuple[Table, ...]:
    """One group per indicator, one row per outcome, each with whether it may be compared."""
    t = frame.texts.get
    columns = tuple(Column(t(f"table.column.{key}"), numeric=key in NUMERIC) for key in KEYS)
    groups = tuple(
        indicator_group(frame, indicator, outcomes)
        for indicator, outcomes in ordered_indicators(frame)
    )
    title, intro = t("table.outcomes.title"), t("table.outcomes.intro")
    return (Table("tulokset-mittareittain", title, intro, columns, groups),)


def ordered_indicators(frame: Frame) -> list[tuple[str, tuple[AssessedOutcome, ...]]]:
    """The indicators that practices report, in the order of the registry."""
    reported = frame.catalogue.by_indicator
    return [
        (name, reported[name]) for name in frame.catalogue.registry.indicators if name in reported
    ]


def indicator_group(
    frame: Frame, indicator: str, outcomes: tuple[AssessedOutcome, ...], *, linked: bool = True
) -> Group:
    """The outcomes of one indicator as rows, with the direction that is good said above them."""
    found = frame.catalogue.registry.indicators[indicator]
    direction = frame.texts.get(
        "indicator.good-direction", direction=frame.label("good_direction", found.good_direction)
    )
    # Rows are made when they are read, and so is what they are held against.
    peers = cache(lambda: Peers(outcomes))
    make = partial(outcome_row, frame, Recurring())
    rows = Rows(outcomes, lambda outcome: make(outcome, peers()), _practice, _name)
    url = f"mittarit/{indicator}/" if linked else None
    heading = frame.name(found.name) if linked else ""
    return Group(rows, heading, direction, url, compared=True)


def outcome_row(
    frame: Frame,
    recurring: Recurring,
    assessed: AssessedOutcome,
    peers: Peers[AssessedOutcome],
) -> tuple[Cell, ...]:
    """An outcome as a row; `peers` are all outcomes of the same indicator."""
    n, outcome, result = frame.numerals, assessed.outcome, assessed.result
    unit, level = assessed.indicator.unit, assessed.evidence.level
    practice = frame.catalogue.by_id[assessed.practice].practice
    words, here = frame.told(practice), f"kaytannot/{assessed.practice}/#tulos-{outcome.id}"
    return (
        cell(
            Part(words.title, here, lang=words.title_language),
            Part(outcome.statement or "", mark="weak", lang=practice.language),
        ),
        _figure(frame, n.figure(outcome.baseline, unit), outcome.baseline),
        _figure(frame, n.figure(outcome.follow_up, unit), outcome.follow_up),
        _change(frame, assessed),
        recurring.cell("result", result, lambda: cell(frame.label("result", result))),
        recurring.cell(
            "evidence",
            level,
            lambda: cell(f"{level} {frame.label('evidence_level', level)}", sort=level),
        ),
        cell(*comparable_parts(frame, assessed, peers)),
    )


def comparable_parts(
    frame: Frame, assessed: AssessedOutcome, peers: Peers[AssessedOutcome]
) -> tuple[Part, ...]:
    """With which other outcomes this may be compared; if with none, why not."""
    t = frame.texts.get
    names, others = peers.named(assessed, _practice, _NAMED)
    if names:
        words = [frame.told(frame.catalogue.by_id[name].practice) for name in names]
        more = [t("comparability.more", count=others)] if others else []
        if all(each.title_language == frame.texts.language for each in words):
            titles = ", ".join([*(each.title for each in words), *more])
            return (Part(t("comparability.with", practices=titles)),)
        # Titles in another language say so, each for itself.
        titles_apart = (Part(each.title, lang=each.title_language) for each in words)
        return (
            Part(t("comparability.with", practices="").rstrip()),
            *titles_apart,
            *(Part(text) for text in more),
        )
    reasons = peers.reasons(assessed)
    if not reasons:
        return (Part(t("comparability.alone"), mark="weak"),)
    why = "; ".join(t(f"comparability.reason.{reason}") for reason in reasons)
    return (Part(t("comparability.no"), mark="strong"), Part(why, mark="weak"))


def _figure(frame: Frame, shown: str | None, figure: object) -> Cell:
    period = getattr(figure, "period", None)
    value = getattr(figure, "value", None)
    when = None
    if period:
        mark = f" ({frame.texts.get('date.inferred')})" if period.inferred else ""
        when = Part(frame.numerals.date(period) + mark, mark="weak")
    number = Part(shown) if shown else Part(frame.texts.get("figure.not-given"), mark="weak")
    return cell(*(part for part in (number, when) if part), sort=value)


def _change(frame: Frame, assessed: AssessedOutcome) -> Cell:
    if assessed.change:
        change = assessed.change
        sort = change.relative if change.absolute is None else change.absolute
        return cell(frame.numerals.change(assessed.change), sort=sort)
    said = frame.label("observed", assessed.direction) if assessed.direction else ""
    if assessed.uneven:
        return cell(Part(said), Part(frame.texts.get("outcome.uneven"), mark="weak"))
    if said:
        return cell(said)
    return cell(Part(frame.texts.get("figure.not-given"), mark="weak"))
