"""The comparison tables: what their cells say, where they lead and how they sort."""

from typing import Any

import pytest

from catalogue.catalogue import Catalogue
from catalogue.tables import TABLES, Table
from catalogue.tables.table import Cell
from tests.factories import catalogue, frame, outcome_data, practice, real_catalogue

FULL: dict[str, Any] = {
    "population": "children-in-area",
    "baseline": {"value": "33", "period": "2015"},
    "follow_up": {"value": "14", "period": "2016"},
}


def tables(made: Catalogue) -> dict[str, Table]:
    """Return all tables of a catalogue by slug."""
    return {table.slug: table for make in TABLES for table in make(frame(made))}


def texts(cell: Cell) -> list[str]:
    """Return what a cell says."""
    return [part.text + part.after for part in cell.parts]


def by_heading(table: Table, row: tuple[Cell, ...]) -> dict[str, list[str]]:
    """Return what each cell of a row says, by the heading of its column."""
    return {c.heading: texts(cell) for c, cell in zip(table.columns, row, strict=True)}


def outcome_rows(made: Catalogue) -> list[dict[str, list[str]]]:
    """Return the rows of the table of outcomes."""
    table = tables(made)["tulokset-mittareittain"]
    return [by_heading(table, row) for group in table.groups for row in group.rows]


def comparable(**practices: list[dict[str, Any]]) -> list[list[str]]:
    """Return what is said of comparability, in the order of practices and outcomes."""
    made = catalogue(
        {
            name: practice(title=f"Nimi {name}", outcomes=outcomes)
            for name, outcomes in practices.items()
        }
    )
    return [row["Vertailtavuus"] for row in outcome_rows(made)]


def test_the_tables_are_those_of_the_site() -> None:
    """Overview, outcomes, resources, and one for each round with criteria and nominees."""
    assert list(tables(real_catalogue())) == [
        "yleiskatsaus",
        "tulokset-mittareittain",
        "organisaatio-ja-resurssit",
        "ehdokkaat-kunnallinen-lastensuojeluteko-2013",
    ]


def test_every_row_has_a_cell_for_every_column() -> None:
    """In all tables of the real content."""
    for table in tables(real_catalogue()).values():
        widths = {len(row) for group in table.groups for row in group.rows}
        assert widths == {len(table.columns)}, table.slug


def test_the_overview_has_all_practices() -> None:
    """With place, kind, level, status, evidence, award and completeness."""
    table = tables(real_catalogue())["yleiskatsaus"]
    assert table.count == 14
    rows = {row[0].parts[0].url: by_heading(table, row) for row in table.groups[0].rows}
    assert rows["kaytannot/imatran-hyvinvointineuvola/"] == {
        "Käytäntö": ["Imatran hyvinvointineuvola"],
        "Paikka": ["Imatra"],
        "Laji": ["palvelu"],
        "Palvelujen taso": ["kaikille perheille", "varhainen tuki"],
        "Tila": ["vakiintunut", "tieto 21.3.2013"],
        "Näyttö": ["2 Ennen–jälkeen"],
        "Palkinnot": ["Kunnallinen lastensuojeluteko 2013: voittaja"],
        "Tietojen kattavuus": ["osittaiset tiedot"],
    }
    assert rows["kaytannot/sabir-tidig-oppen-dialog/"] == {
        "Käytäntö": ["SABIR—Tidig öppen dialog"],
        "Paikka": ["ei tiedossa"],
        "Laji": ["ei tiedossa"],
        "Palvelujen taso": ["ei tiedossa"],
        "Tila": ["ei tiedossa"],
        "Näyttö": ["Ei ilmoitettuja tuloksia"],
        "Palkinnot": ["Kunnallinen lastensuojeluteko 2013: ehdokas"],
        "Tietojen kattavuus": ["vain nimi tiedossa"],
    }
    award = rows["kaytannot/suhdeperustainen-lastensuojelutyo/"]["Palkinnot"]
    assert award == ["palkinto, jonka nimeä lähde ei kerro (voittaja)"]


def test_the_outcomes_are_grouped_by_indicator_with_its_good_direction() -> None:
    """All 39, each under its indicator, in the order of the registry."""
    table = tables(real_catalogue())["tulokset-mittareittain"]
    assert table.count == 39
    first = table.groups[0]
    assert (first.heading, first.note, first.url) == (
        "Huostaanotot",
        "Hyvä suunta: vähenee",
        "mittarit/care-orders/",
    )
    row = by_heading(table, first.rows[0])
    assert row == {
        "Käytäntö": [
            "Varhaisen tuen ja kotiin vietävien palvelujen uudistus Kouvolassa",
            "Vuonna 2015 huostaan otettiin 33 lasta. Seuraavana vuonna heitä oli 14.",
        ],
        "Lähtötilanne": ["33", "2015"],
        "Seuranta": ["14", "2016"],
        "Muutos": ["−19 (−57,6\N{NO-BREAK SPACE}%)"],
        "Suunta": ["hyvään suuntaan"],
        "Näyttö": ["2 Ennen–jälkeen"],
        "Vertailtavuus": [
            "ei vertailukelpoinen muiden kanssa",
            "muutos on ilmoitettu eri yksikössä; joltakin tulokselta puuttuu ajankohta",
        ],
    }
    url = first.rows[0][0].parts[0].url or ""
    assert url.startswith("kaytannot/kouvolan-varhainen-tuki/#")
    assert url.endswith("huostaanotot-2016")
    notes = {group.heading: group.note for group in table.groups}
    assert notes["Lastensuojelun asiakkaat"] == "Hyvä suunta: tulkinnanvarainen"


def test_real_outcomes_of_one_indicator_in_two_places_are_not_comparable_and_say_why() -> None:
    """Mäntsälä, Kouvola and Siikalatva tell of placements in words."""
    table = tables(real_catalogue())["tulokset-mittareittain"]
    group = next(g for g in table.groups if g.url == "mittarit/placements-outside-home/")
    assert [texts(row[-1]) for row in group.rows] == [
        [
            "ei vertailukelpoinen muiden kanssa",
            "joltakin tulokselta puuttuu luku; joltakin tulokselta puuttuu ajankohta",
        ]
    ] * 3


def test_comparable_outcomes_name_the_practices_they_may_be_compared_with() -> None:
    """Same indicator, unit, population and length of period."""
    assert comparable(a=[outcome_data(**FULL)], b=[outcome_data(**FULL)]) == [
        ["vertailukelpoinen: Nimi b"],
        ["vertailukelpoinen: Nimi a"],
    ]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"population": "children-placed"}, "luvut koskevat eri joukkoa"),
        ({"population": None}, "jostakin tuloksesta ei tiedetä, ketä luku koskee"),
        ({"follow_up": {"value": "7", "period": "2017-01/2017-04"}}, "jaksot ovat eripituiset"),
        ({"follow_up": {"value": "7"}}, "joltakin tulokselta puuttuu ajankohta"),
        ({"follow_up": {"period": "2016"}}, "joltakin tulokselta puuttuu luku"),
        (
            {
                "follow_up": {"period": "2016"},
                "change_reported": {"value": "-50", "unit": "percent"},
            },
            "muutos on ilmoitettu eri yksikössä",
        ),
    ],
)
def test_outcomes_that_are_not_comparable_say_why(fields: dict[str, Any], why: str) -> None:
    """In both rows."""
    found = comparable(a=[outcome_data(**FULL)], b=[outcome_data(**{**FULL, **fields})])
    assert found == [["ei vertailukelpoinen muiden kanssa", why]] * 2


def test_a_practice_is_named_if_any_of_its_outcomes_is_comparable() -> None:
    """Whichever of them comes last."""
    part_year = {"follow_up": {"value": "7", "period": "2017-01/2017-04"}}
    other = [outcome_data(**FULL), outcome_data(id="toinen", **{**FULL, **part_year})]
    assert comparable(a=[outcome_data(**FULL)], b=other) == [
        ["vertailukelpoinen: Nimi b"],
        ["vertailukelpoinen: Nimi a"],
        ["ei vertailukelpoinen muiden kanssa", "jaksot ovat eripituiset"],
    ]


def test_an_outcome_that_stands_alone_is_compared_with_nothing() -> None:
    """No other outcome of the same indicator is told by anybody."""
    other = outcome_data(id="toinen", indicator="emergency-placements", **FULL)
    assert comparable(a=[outcome_data(**FULL), other]) == [["ei muita lukuja tästä mittarista"]] * 2


@pytest.mark.parametrize(
    ("fields", "cells"),
    [
        (
            {},
            {
                "Lähtötilanne": ["ei ilmoitettu"],
                "Seuranta": ["ei ilmoitettu"],
                "Muutos": ["ei ilmoitettu"],
                "Suunta": ["suunta ei tiedossa"],
                "Näyttö": ["0 Väite"],
            },
        ),
        ({"observed": "decreased"}, {"Muutos": ["väheni"], "Suunta": ["hyvään suuntaan"]}),
        ({"observed": "mixed"}, {"Muutos": ["vaihteli"], "Suunta": ["vaihtelevasti"]}),
        ({"observed": "increased"}, {"Muutos": ["lisääntyi"], "Suunta": ["huonoon suuntaan"]}),
        ({"observed": "unchanged"}, {"Muutos": ["ei muuttunut"], "Suunta": ["ei muutosta"]}),
        (
            {"observed": "decreased", "indicator": "child-welfare-clients"},
            {"Suunta": ["tulkinnanvarainen"]},
        ),
        (
            {"baseline": {"period": "2008"}, "follow_up": {"value": "5", "period": "unknown"}},
            {"Lähtötilanne": ["ei ilmoitettu", "2008"], "Seuranta": ["5", "ei tiedossa"]},
        ),
    ],
)
def test_what_is_not_known_is_said_and_not_left_empty(
    fields: dict[str, Any], cells: dict[str, list[str]]
) -> None:
    """Words stand where there is no number."""
    (row,) = outcome_rows(catalogue({"a": practice(outcomes=[outcome_data(**fields)])}))
    assert {heading: row[heading] for heading in cells} == cells


def test_a_column_that_sorts_by_numbers_is_marked_so() -> None:
    """Otherwise a script would put −5 after 3 and 10 before 9."""
    for table in tables(real_catalogue()).values():
        for position, column in enumerate(table.columns):
            keys = [row[position].sort for group in table.groups for row in group.rows]
            numbers = any(key is not None and not isinstance(key, str) for key in keys)
            assert column.numeric or not numbers, f"{table.slug}: {column.heading}"


def test_a_change_of_nothing_sorts_as_nought() -> None:
    """Also for a share, which has no relative change to fall back on."""
    same = {"value": "5", "period": "2015"}
    claim = outcome_data(
        indicator="children-placed-share", baseline=same, follow_up={**same, "period": "2016"}
    )
    table = tables(catalogue({"a": practice(outcomes=[claim])}))["tulokset-mittareittain"]
    headings = [column.heading for column in table.columns]
    assert table.groups[0].rows[0][headings.index("Muutos")].sort_key == "0"


def test_between_uneven_periods_the_table_reckons_no_change_and_says_why() -> None:
    """The source’s own word for the direction stands, as of any outcome without a change."""
    claim = outcome_data(
        baseline={"value": "33", "period": "2015"},
        follow_up={"value": "7", "period": "2017-01/2017-04"},
        observed="decreased",
    )
    table = tables(catalogue({"a": practice(outcomes=[claim])}))["tulokset-mittareittain"]
    shown = by_heading(table, table.groups[0].rows[0])
    assert shown["Muutos"] == ["väheni", "ei lasketa: jaksot ovat eripituiset"]
    assert shown["Näyttö"] == ["1 Luku"]


def test_the_resources_leave_out_those_known_by_name_only() -> None:
    """Six of the fourteen."""
    table = tables(real_catalogue())["organisaatio-ja-resurssit"]
    rows = {row[0].parts[0].url: by_heading(table, row) for row in table.groups[0].rows}
    assert len(rows) == 6
    imatra = rows["kaytannot/imatran-hyvinvointineuvola/"]
    assert imatra["Toteuttaja"] == ["Imatran kaupunki", "julkinen"]
    assert imatra["Järjestäjä nyt"] == ["Etelä-Karjalan hyvinvointialue"]
    assert imatra["Henkilöstö"][0] == "18 työntekijää"
    assert imatra["Kustannukset"][0] == "ei ilmoitettu"
    assert imatra["Rahoitus"] == ["pysyvä"]
    assert imatra["Osallisuus"] == ["ei ilmoitettu"]
    siikalatva = rows["kaytannot/siikalatvan-varhainen-perhetuki/"]
    assert siikalatva["Toteuttaja"] == ["Mehiläinen", "yksityinen"]


def test_cost_and_staff_are_shown_with_unit_year_and_note() -> None:
    """Numbers as Finns write them."""
    resources = {
        "staff": {"fte": "2.5", "headcount": "1", "note": "Huomautus."},
        "cost": {"amount": "12000.5", "per": "vuosi", "price_year": "2024", "note": "Arvio."},
        "note": "Lisätieto.",
    }
    made = catalogue({"a": practice(resources=resources)})
    table = tables(made)["organisaatio-ja-resurssit"]
    row = by_heading(table, table.groups[0].rows[0])
    assert row["Henkilöstö"] == [
        "1 työntekijä",
        "2,5\N{NO-BREAK SPACE}henkilötyövuotta",
        "Huomautus.",
    ]
    assert row["Kustannukset"] == [
        "12\N{NO-BREAK SPACE}000,5 EUR / vuosi",
        "vuoden 2024 rahassa",
        "Arvio.",
    ]
    assert row["Lisätietoa resursseista"] == ["Lisätieto."]


def test_the_nominees_are_shown_by_the_criteria_of_their_round() -> None:
    """What speaks to each criterion, and a visible nothing where nothing does."""
    table = tables(real_catalogue())["ehdokkaat-kunnallinen-lastensuojeluteko-2013"]
    assert [column.heading for column in table.columns] == [
        "Ehdokas",
        "Asema",
        "Näyttö",
        "Merkitys lapselle ja perheelle",
        "Toiminnan kehittäminen",
        "Asiakkaan näkökulma",
        "Muutos pienillä teoilla",
    ]
    rows = {row[0].parts[0].url: by_heading(table, row) for row in table.groups[0].rows}
    assert len(rows) == 9
    imatra = rows["kaytannot/imatran-hyvinvointineuvola/"]
    assert imatra["Asema"] == ["voittaja"]
    assert imatra["Merkitys lapselle ja perheelle"][:3] == [
        "Kohderyhmät: lasta odottavat perheet, lapsiperheet, erityistä tukea tarvitsevat perheet",
        "Palvelujen taso: kaikille perheille, varhainen tuki",
        "Tarve ja tavoitteet: 2000-luvun alussa Imatran kaupunki huomasi, etteivät lasten ja"
        " nuorten erityispalvelujen, kuten lastensuojelun, menot pysyneet hallinnassa.",
    ]
    stub = rows["kaytannot/toppari-tiimi-hameenlinna/"]
    assert stub["Asema"] == ["ehdokas"]
    assert stub["Asiakkaan näkökulma"] == ["ei tietoa"]
    assert stub["Muutos pienillä teoilla"] == ["ei tietoa"]


def test_of_several_roles_in_one_round_the_nominees_table_tells_the_furthest() -> None:
    """As the page of the round does: a winner was a nominee and a finalist too."""
    name = "kunnallinen-lastensuojeluteko-2013"
    roles = [{"round": name, "role": role} for role in ("nominee", "winner", "finalist")]
    table = tables(catalogue({"x": practice(awards=roles)}))[f"ehdokkaat-{name}"]
    told = [by_heading(table, row)["Asema"] for group in table.groups for row in group.rows]
    assert told == [["voittaja"]]


def test_a_round_without_nominees_or_criteria_has_no_table() -> None:
    """An empty catalogue has three tables without rows."""
    found = tables(catalogue({}))
    assert [(slug, table.count) for slug, table in found.items()] == [
        ("yleiskatsaus", 0),
        ("tulokset-mittareittain", 0),
        ("organisaatio-ja-resurssit", 0),
    ]
