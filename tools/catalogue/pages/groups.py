"""Pages that gather practices: themes, regions, models and indicators."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from catalogue.alphabet import alphabetical
from catalogue.changed import newest
from catalogue.charts.comparison import comparison
from catalogue.derive.comparability import Peers
from catalogue.entry import AssessedOutcome, Entry
from catalogue.feeds.entry import updated_of
from catalogue.model.dates import UNKNOWN
from catalogue.model.registry import County, Indicator, Municipality
from catalogue.pages.contradictions import Contradiction, contradictions
from catalogue.pages.frame import Frame, capital
from catalogue.pages.lot import Lot
from catalogue.pages.model_name import model_name
from catalogue.pages.page import Page
from catalogue.pages.practices import PER_PAGE
from catalogue.pages.sheet import Sheet, sheets
from catalogue.pages.structured import MOST_LISTED
from catalogue.tables.outcomes import KEYS, indicator_group
from catalogue.tables.table import Column, Table

OUTCOMES_PER_PAGE = 100


def themes(frame: Frame) -> Iterator[Lot]:
    """The list of themes, and a page for each, also for those without practices."""
    t = frame.texts.get
    values = [v for v in frame.catalogue.registry.vocabularies["theme"].values if v != UNKNOWN]
    found = frame.catalogue.by_theme
    items = [(f"teemat/{v}/", frame.label("theme", v), len(found.get(v, ()))) for v in values]
    yield _index(frame, "teemat/", "themes", items)
    for value in values:
        name, intro = frame.label("theme", value), frame.help("theme", value)
        yield from _group(
            frame,
            f"teemat/{value}/",
            t("themes.one", name=name),
            intro or name,
            found.get(value, ()),
            intro=intro,
            parent=("teemat/", t("themes.title")),
            facts=(),
            links=(),
        )


def regions(frame: Frame) -> Iterator[Lot]:
    """The list of counties, a page for each, and one for each municipality with practices."""
    t, registry = frame.texts.get, frame.catalogue.registry
    by_county, by_municipality = frame.catalogue.by_county, frame.catalogue.by_municipality
    counties = list(registry.counties.values())
    items = [
        (f"alueet/{c.id}/", frame.name(c.name), len(by_county.get(c.id, ()))) for c in counties
    ]
    yield _index(frame, "alueet/", "regions", items)
    for county in counties:
        inside = [registry.municipalities[code] for code in by_municipality]
        inside = [place for place in inside if place.county == county.code]
        links = [
            (f"alueet/{place.id}/", frame.name(place.name)) for place in _sorted(frame, inside)
        ]
        yield from _region(frame, county, by_county.get(county.id, ()), (), links)
    for code, entries in by_municipality.items():
        place = registry.municipalities[code]
        home = registry.county_of(code)
        population = frame.numerals.number(place.population)
        facts = [(t("regions.population"), t("regions.inhabitants", number=population))]
        links = [(f"alueet/{home.id}/", frame.name(home.name))] if home else []
        yield from _region(frame, place, entries, tuple(facts), links)


def models(frame: Frame) -> Iterator[Lot]:
    """A page for each model that several practices follow."""
    t = frame.texts.get
    for model, entries in frame.catalogue.by_model.items():
        if len(entries) > 1:
            name = model_name(frame, model)
            yield from _group(
                frame,
                f"mallit/{model}/",
                t("models.one", name=capital(name)),
                t("models.description", name=name),
                entries,
                intro=t("models.intro"),
                parent=("kaytannot/", t("list.title")),
                facts=(),
                links=(),
            )


def indicators(frame: Frame) -> Iterator[Lot]:
    """The list of indicators, and a page for each."""
    registry = frame.catalogue.registry
    reported = frame.catalogue.by_indicator
    items = [
        (f"mittarit/{name}/", frame.name(item.name), _practices(reported.get(name, ())))
        for name, item in registry.indicators.items()
    ]
    yield _index(frame, "mittarit/", "indicators", items)
    for name, indicator in registry.indicators.items():
        outcomes = reported.get(name, ())
        about = dict.fromkeys(outcome.practice for outcome in outcomes)
        yield Lot(
            f"mittarit/{name}/",
            partial(_indicator, frame, name, indicator, outcomes),
            [frame.catalogue.by_id[practice] for practice in about],
        )


def _indicator(
    frame: Frame, name: str, indicator: Indicator, outcomes: tuple[AssessedOutcome, ...]
) -> Iterator[Page]:
    t, registry = frame.texts.get, frame.catalogue.registry
    columns = tuple(Column(t(f"table.column.{key}"), key == "evidence") for key in KEYS)
    group = indicator_group(frame, name, outcomes, linked=False)
    found = list(outcomes)
    if len(found) > OUTCOMES_PER_PAGE:
        # What can be compared stands on the same page as far as there is room.
        found = [outcome for alike in Peers(found).groups() for outcome in alike]
    for sheet in sheets(found, f"mittarit/{name}/", OUTCOMES_PER_PAGE):
        title = frame.name(indicator.name)
        here = tuple(sheet.items)
        shown = replace(group, rows=replace(group.rows, of=here))
        yield frame.page(
            "indicator.html",
            sheet.url,
            sheet.titled(frame, title),
            frame.name(indicator.definition),
            kind="table",
            sheet=sheet,
            indicator=indicator,
            questions=getattr(indicator.questions, frame.texts.language) or indicator.questions.fi,
            counters=[(i, registry.indicators[i]) for i in indicator.counter_indicators],
            table=Table("", title, "", columns, (shown,)) if outcomes else None,
            drawn=comparison(frame, name, here),
            contradictions=_contradictions(frame, here),
        )


def _contradictions(
    frame: Frame, outcomes: tuple[AssessedOutcome, ...]
) -> list[tuple[Entry, list[Contradiction]]]:
    """The contradictions in which any of `outcomes` takes part, by practice."""
    ours = {id(outcome) for outcome in outcomes}
    found = []
    for name in dict.fromkeys(outcome.practice for outcome in outcomes):
        entry = frame.catalogue.by_id[name]
        theirs = [c for c in contradictions(entry) if any(id(o) in ours for o in c.claims)]
        if theirs:
            found.append((entry, theirs))
    return found


def _practices(outcomes: tuple[AssessedOutcome, ...]) -> int:
    return len({outcome.practice for outcome in outcomes})


def _sorted(frame: Frame, places: list[Municipality]) -> list[Municipality]:
    return sorted(places, key=lambda place: alphabetical(frame.name(place.name)))


def _region(
    frame: Frame,
    place: County | Municipality,
    entries: tuple[Entry, ...],
    facts: tuple[tuple[str, str], ...],
    links: list[tuple[str, str]],
) -> Iterator[Lot]:
    t = frame.texts.get
    name = frame.name(place.name)
    return _group(
        frame,
        f"alueet/{place.id}/",
        name,
        t("regions.one", name=name),
        entries,
        intro="",
        parent=("alueet/", t("regions.title")),
        facts=facts,
        links=links,
    )


def _group(
    frame: Frame,
    url: str,
    title: str,
    description: str,
    entries: tuple[Entry, ...],
    *,
    intro: str,
    parent: tuple[str, str],
    facts: tuple[tuple[str, str], ...],
    links: Sequence[tuple[str, str]],
) -> Iterator[Lot]:
    def sheet_page(sheet: Sheet[Entry]) -> list[Page]:
        page = frame.page(
            "group.html",
            sheet.url,
            sheet.titled(frame, title),
            description,
            kind="list",
            sheet=sheet,
            intro=intro,
            parent=parent,
            facts=facts,
            links=links,
        )
        return [page]

    # Each page tells when any practice of the group was changed.
    changed = newest(updated_of(frame, entry) for entry in entries)
    for sheet in sheets(entries, url, PER_PAGE):
        also = (title, facts, links, sheet.before, sheet.total, changed)
        about = [*sheet.items, *entries[:MOST_LISTED]]
        yield Lot(sheet.url, partial(sheet_page, sheet), about, also)


def _index(frame: Frame, url: str, key: str, items: list[tuple[str, str, int]]) -> Lot:
    t = frame.texts.get

    def make() -> list[Page]:
        title, description = t(f"{key}.title"), t(f"{key}.description")
        return [frame.page("index.html", url, title, description, kind="list", items=items)]

    return Lot(url, make, (), tuple(items))
