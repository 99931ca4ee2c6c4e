"""The comparison tables and the award rounds."""

from collections.abc import Iterator

from catalogue.pages.frame import Frame
from catalogue.pages.page import Page
from catalogue.tables import TABLES, Table
from catalogue.tables.nominees import nominee_table


def tables(frame: Frame) -> Iterator[Page]:
    """The list of tables, and a page for each."""
    t = frame.texts.get
    made: list[Table] = [table for make in TABLES for table in make(frame)]
    yield frame.page(
        "tables.html",
        "taulukot/",
        t("tables.title"),
        t("tables.description"),
        kind="list",
        tables=made,
    )
    for table in made:
        url = f"taulukot/{table.slug}/"
        yield frame.page("table.html", url, table.title, table.intro, kind="table", table=table)


def awards(frame: Frame) -> Iterator[Page]:
    """The list of award rounds, and a page for each."""
    t, catalogue = frame.texts.get, frame.catalogue
    rounds = catalogue.rounds()
    winners = {
        name: [
            entry
            for entry in catalogue.by_round.get(name, ())
            if any(a.round == name and a.role == "winner" for a in entry.practice.awards)
        ]
        for name, _ in rounds
    }
    yield frame.page(
        "awards.html",
        "palkinnot/",
        t("awards.title"),
        t("awards.description"),
        kind="list",
        rounds=rounds,
        winners=winners,
    )
    for name, award_round in rounds:
        entries = catalogue.by_round.get(name, ())
        compared = bool(award_round.criteria and entries)
        yield frame.page(
            "round.html",
            f"palkinnot/{name}/",
            frame.name(award_round.name),
            t("awards.one", name=frame.name(award_round.name)),
            kind="table",
            round=award_round,
            entries=entries,
            role_of={
                entry.id: next(a for a in entry.practice.awards if a.round == name)
                for entry in entries
            },
            table=nominee_table(frame, name, award_round) if compared else None,
        )
