"""What the catalogue knows at a glance, and what it lacks. Every number leads to its list."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.charts.tilemap import tiles
from catalogue.entry import Entry
from catalogue.model.dates import UNKNOWN
from catalogue.pages.frame import Frame
from catalogue.pages.page import Page
from catalogue.pages.rounds import WINNER

_BROWSE = "kaytannot/"
_NONE = "none"
# How many practices the overview names itself; of more it leads to the list.
_NAMED = 20


@dataclass(frozen=True, slots=True)
class Count:
    """How many practices there are of one kind, and where they are listed.

    `url` is empty where there is no list: the page of practices filters by what there is. `note`
    tells of some of them, which `note_url` lists.
    """

    name: str
    number: int
    url: str
    note: str = ""
    note_url: str = ""


def overview(frame: Frame) -> Page:
    """Practices by county, theme, evidence, award and completeness, and the gaps."""
    t, catalogue = frame.texts.get, frame.catalogue
    counties = county_counts(frame)
    nowhere = [entry for entry in catalogue.entries if not entry.counties]
    return frame.page(
        "overview.html",
        "yleiskuva/",
        t("overview.title"),
        t("overview.description"),
        kind="list",
        tiles=[(tile, counties[tile.county]) for tile in tiles(frame.texts.language)],
        no_county=no_county(frame),
        nowhere=nowhere if len(nowhere) <= _NAMED else (),
        themes=theme_counts(frame),
        levels=level_counts(frame),
        rounds=round_counts(frame),
        completeness=completeness_counts(frame),
        outcomes=sum(len(entry.outcomes) for entry in catalogue.entries),
        gaps=gaps(frame),
    )


def theme_counts(frame: Frame) -> list[Count]:
    """Every theme, the commonest first."""
    found = frame.catalogue.by_theme
    terms = [v for v in frame.catalogue.registry.vocabularies["theme"].values if v != UNKNOWN]
    made = [Count(frame.label("theme", v), len(found.get(v, ())), f"teemat/{v}/") for v in terms]
    return sorted(made, key=lambda count: -count.number)


def county_counts(frame: Frame) -> dict[str, Count]:
    """Every county by its id."""
    found = frame.catalogue.by_county
    return {
        c.id: Count(frame.name(c.name), len(found.get(c.id, ())), f"alueet/{c.id}/")
        for c in frame.catalogue.registry.counties.values()
    }


def no_county(frame: Frame) -> Count:
    """Those of which it is not known where they are."""
    number = sum(not entry.counties for entry in frame.catalogue.entries)
    name = frame.texts.get("overview.no-county")
    return Count(name, number, _filtered("county", UNKNOWN, number))


def level_counts(frame: Frame) -> list[Count]:
    """Every evidence level by the best outcome of each practice, and those without outcomes."""
    held = Counter(_level(entry) for entry in frame.catalogue.entries)
    levels = frame.catalogue.registry.vocabularies["evidence_level"].values
    named = [(v, f"{v} {frame.label('evidence_level', v)}") for v in levels]
    named.append((_NONE, frame.texts.get("overview.none")))
    return [Count(name, held[v], _filtered("evidence", v, held[v])) for v, name in named]


def round_counts(frame: Frame) -> list[Count]:
    """Every award round, newest first, and awards of which the source does not tell the name."""
    t, catalogue = frame.texts.get, frame.catalogue
    rounds = [(name, frame.name(r.name)) for name, r in catalogue.rounds()]
    if UNKNOWN in catalogue.by_round:
        rounds.append((UNKNOWN, t("overview.no-round")))
    made = []
    for name, label in rounds:
        entries = catalogue.by_round.get(name, ())
        winners = sum(
            any(a.round == name and a.role == WINNER for a in entry.practice.awards)
            for entry in entries
        )
        note = t("overview.winners", count=winners) if winners else ""
        note_url = _winners_url(name) if winners else ""
        made.append(
            Count(label, len(entries), _filtered("award", name, len(entries)), note, note_url)
        )
    return made


def completeness_counts(frame: Frame) -> list[Count]:
    """Practices by how much is told of them."""
    held = Counter(entry.completeness.level for entry in frame.catalogue.entries)
    levels = frame.catalogue.registry.vocabularies["completeness"].values
    return [
        Count(frame.label("completeness", v), held[v], _filtered("completeness", v, held[v]))
        for v in levels
    ]


def gaps(frame: Frame) -> list[tuple[str, list[Count]]]:
    """What the catalogue has nothing of, each kind under the key of its heading."""
    registry, reported = frame.catalogue.registry, frame.catalogue.by_indicator
    indicators = [
        Count(frame.name(item.name), 0, f"mittarit/{name}/")
        for name, item in registry.indicators.items()
        if name not in reported
    ]
    return [
        ("gap-themes", _empty(theme_counts(frame))),
        ("gap-counties", _empty(county_counts(frame).values())),
        ("gap-levels", _empty(level_counts(frame))),
        ("gap-indicators", indicators),
    ]


def _winners_url(name: str) -> str:
    """Where the winners of a round are listed: its own page knows the role in this round."""
    if name == UNKNOWN:
        return f"{_BROWSE}?award={UNKNOWN}&role={WINNER}"
    return f"palkinnot/{name}/?asema={WINNER}"


def _filtered(facet: str, value: str, number: int) -> str:
    return f"{_BROWSE}?{facet}={value}" if number else ""


def _level(entry: Entry) -> str:
    return _NONE if entry.best_level is None else str(entry.best_level)


def _empty(counts: Iterable[Count]) -> list[Count]:
    return [count for count in counts if count.number == 0]
