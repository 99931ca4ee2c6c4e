"""The pages of award rounds as HTML: everything is there before any script."""

import dataclasses
import re
from typing import Any

import pytest

from catalogue.catalogue import Catalogue
from catalogue.derive.difference import Difference
from catalogue.derive.since import Since
from catalogue.model.registry import Round
from catalogue.pages.lot import pages_of
from catalogue.pages.page import engine_proof
from catalogue.pages.rounds import FILTERS, awards, preformatted, round_template
from tests.factories import (
    catalogue,
    citation_data,
    frame,
    outcome_data,
    practice,
    real_catalogue,
    registry,
)

ROUND = "kunnallinen-lastensuojeluteko-2013"
URL = f"palkinnot/{ROUND}/"


def pages(made: Catalogue) -> dict[str, str]:
    """The HTML of every award page by address."""
    return {page.url: page.html for page in pages_of(awards(frame(made)))}


def nominee(role: str = "nominee", **fields: Any) -> Any:
    """A practice with a part in the round."""
    return practice(awards=[{"round": ROUND, "role": role}], **fields)


def rows(html: str) -> list[str]:
    """The rows of nominees of both tables."""
    return re.findall(r"<tr data-nominee=.*?</tr>", html, re.DOTALL)


def test_every_nominee_stands_in_both_tables_with_what_filters_need() -> None:
    """Nine nominees, each with its place, theme, evidence, source, completeness and role."""
    found = rows(pages(real_catalogue())[URL])
    assert len(found) == 2 * 9
    for row in found:
        assert all(f"data-{name}=" in row for name in FILTERS), row
    imatra = next(row for row in found if "imatran-hyvinvointineuvola" in row)
    assert 'data-paikka="153 etela-karjala"' in imatra
    assert 'data-asema="winner"' in imatra
    assert 'data-naytto="2"' in imatra


def test_every_nominee_has_a_cell_for_every_criterion_and_empty_ones_say_so() -> None:
    """An empty cell is not left out, and is no bad mark."""
    found = rows(pages(real_catalogue())[URL])[9:]
    assert [row.count("data-criterion=") for row in found] == [4] * 9
    toppari = next(row for row in found if "toppari-tiimi" in row)
    assert toppari.count("ei tietoa") == 4


@pytest.mark.parametrize(
    ("sources", "flagged"),
    [
        (["self"], True),
        (["self", "self"], True),
        (["self", "independent"], False),
        (["funder"], False),
    ],
)
def test_a_nominee_known_from_its_provider_alone_is_flagged(
    sources: list[str], flagged: bool
) -> None:
    """One other source takes the flag away."""
    given = [citation_data(id=f"l{n}", independence=kind) for n, kind in enumerate(sources)]
    html = pages(catalogue({"x": nominee(sources=given, outcomes=[outcome_data(source="l0")])}))[
        URL
    ]
    assert ("Vain toteuttajan oma tieto" in html) is flagged


def test_of_several_roles_in_one_round_the_furthest_counts() -> None:
    """A winner was a nominee too."""
    both = [{"round": ROUND, "role": role} for role in ("nominee", "winner", "finalist")]
    found = rows(pages(catalogue({"x": practice(awards=both)}))[URL])
    assert all('data-asema="winner"' in row for row in found)


def test_the_list_groups_rounds_by_year_and_names_the_winners() -> None:
    """Newest first; a round whose time is not known comes last."""
    html = pages(real_catalogue())["palkinnot/"]
    years = re.findall(r"<h2>(2013|Vuosi ei tiedossa)</h2>", html)
    assert years == ["2013", "Vuosi ei tiedossa"]
    assert html.index("Voittaja") < html.index("Imatran hyvinvointineuvola")


def test_a_round_without_criteria_has_nominees_but_nothing_to_score_by() -> None:
    """The page says why."""
    html = pages(real_catalogue())["palkinnot/kouvolan-tuottavuuspalkinto/"]
    assert "Lähde ei kerro, millä perusteilla" in html
    assert 'data-jury="sheet"' not in html


def test_where_only_the_winner_is_known_nothing_says_that_there_was_one_nominee() -> None:
    """Neither on the page of the round nor in the list; a number of the source is told."""
    made = pages(real_catalogue())
    html = made["palkinnot/kouvolan-tuottavuuspalkinto/"]
    assert "1 ehdokas" not in html and "1 ehdokas" not in made["palkinnot/"]
    assert "Tiedossa vain palkinnon saaja, ehdokkaiden määrää lähde ei kerro" in html
    assert "tiedossa vain palkinnon saaja" in made["palkinnot/"]
    assert "9 ehdokasta" in made["palkinnot/"] and "9 ehdokasta" in made[URL]


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        (("winner", "winner"), "tiedossa vain palkinnon saajat"),
        (("winner", "nominee"), "luettelossa 2 ehdokasta, kaikkien määrää lähde ei kerro"),
        (("nominee",), "luettelossa 1 ehdokas, kaikkien määrää lähde ei kerro"),
        ((), "luettelossa 0 ehdokasta"),
    ],
)
def test_without_a_number_in_the_source_the_list_says_what_the_catalogue_knows(
    roles: tuple[str, ...], said: str
) -> None:
    """By the roles of those who are in it."""
    other = "kouvolan-tuottavuuspalkinto"
    given = {
        f"x{at}": practice(awards=[{"round": other, "role": role}]) for at, role in enumerate(roles)
    }
    assert said in pages(catalogue(given))["palkinnot/"]


def test_paper_tells_the_surest_outcomes_first_and_how_many_there_are_more() -> None:
    """The script says how many there are in all; without outcomes there is nothing to tell."""
    many = [outcome_data(id=f"t{at}", indicator="care-orders") for at in range(11)]
    html = pages(catalogue({"x": nominee(outcomes=many), "y": nominee(outcomes=[])}))[URL]
    (told,) = re.findall(r"<template data-told=.*?</template>", html, re.DOTALL)
    assert told.count("<tr ") == 1 + 8
    assert 'data-count="11"' in told


def test_a_round_without_nominees_has_neither() -> None:
    """An empty catalogue still has its rounds."""
    html = pages(catalogue({}))[URL]
    assert "Luettelossa ei ole tämän kierroksen ehdokkaita" in html
    assert 'data-module="jury"' not in html


def test_the_template_keeps_its_lines_and_indentation_in_the_page() -> None:
    """What is copied from the page is the file that is downloaded."""
    text = round_template(frame(catalogue({})))
    html = str(preformatted(text))
    shown = engine_proof(html).replace("&#32;", " ").replace("&#34;", '"').replace("&#39;", "'")
    lines = [line.rstrip() for line in shown.split("\n")]
    assert lines == text.rstrip("\n").split("\n")


def frozen(since: Since) -> Catalogue:
    """A catalogue whose round is frozen, with what has changed since."""
    award_round = registry().rounds[ROUND].model_dump(mode="python")
    changed = Round.model_validate({**_plain(award_round), "frozen": {"date": "2026-01-31"}})
    made = catalogue({"x": nominee()})
    rounds = {**registry().rounds, ROUND: changed}
    return dataclasses.replace(
        made, registry=dataclasses.replace(made.registry, rounds=rounds), since={ROUND: since}
    )


def _plain(value: Any) -> Any:
    """Without what is not given, which the model takes as absent."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def test_a_frozen_round_says_what_has_changed_in_words() -> None:
    """Labels instead of values of vocabularies; text as text."""
    since = Since(
        "0123456789abcdef",
        "2026-01-30",
        {
            "x": (
                Difference("kind", "changed", "", "service", "method"),
                Difference("summary", "changed", "", "<b>ennen</b>", "jälkeen"),
                Difference("outcomes", "added", "tulos"),
                Difference("contacts", "changed"),
                Difference(
                    "",
                    "changed",
                    "Ratkaisu",
                    "Alku. Tiimi auttaa. <i>Loppu.</i>",
                    "Alku. Pari auttaa. <i>Loppu.</i>",
                ),
                Difference("", "added", "Tulokset", "", "Uusi tulos."),
                Difference("", "changed", "Tarve", "Yksi. Kaksi.", "Yksi.\nKaksi."),
            )
        },
        ("x",),
        ("Poistunut käytäntö",),
    )
    html = pages(frozen(since))[URL]
    assert "31.1.2026" in html and "0123456789" in html and "30.1.2026" in html
    assert "oli ”palvelu”, nyt ”menetelmä tai työtapa”" in html
    assert "&lt;b&gt;ennen&lt;/b&gt;" in html and "<b>ennen" not in html
    assert "Tulokset: lisätty tulos" in html
    assert "<summary>Ratkaisu: teksti muuttunut</summary>" in html
    then_now = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html)
    # Only the sentences that differ, before and now; of a new section there is nothing before.
    for told in (
        ("Jäädytettäessä", "Tiimi auttaa."),
        ("Nyt", "Pari auttaa."),
        ("Nyt", "Uusi tulos."),
    ):
        assert told in then_now
    assert "Loppu" not in html
    assert "Tarve: tekstin asettelu muuttunut, sanat ennallaan" in html
    assert "Poistunut käytäntö" in html


def test_a_frozen_round_without_history_claims_nothing() -> None:
    """Neither changed nor unchanged."""
    html = pages(frozen(Since()))[URL]
    assert "ei ollut saatavilla" in html and "samat kuin silloin" not in html
    assert "samat kuin silloin" in pages(frozen(Since("abc", "2026-01-30")))[URL]


def test_a_nominee_of_whom_nothing_is_claimed_is_not_flagged() -> None:
    """There is no claim to be wary of; whose word it is known by is said all the same."""
    html = pages(catalogue({"x": nominee(sources=[citation_data(independence="self")])}))[URL]
    assert "part flag" not in html
    assert "Ei arvioitavia tuloksia" in html and "Vain toteuttajan oma tieto" in html


def options(html: str, name: str) -> list[tuple[str, list[str]]]:
    """The values of a filter under their headings."""
    (select,) = re.findall(rf'<select id="rajaus-{name}".*?</select>', html)
    groups = re.findall(r'<optgroup label="([^"]*)">(.*?)</optgroup>', select)
    return [(heading, re.findall(r'value="([^"]*)"', inner)) for heading, inner in groups]


def test_nominees_known_by_one_partys_word_alone_are_found_stubs_too() -> None:
    """The provider's, or that of those who give the award; one other source is enough for none."""
    giver = "Lastensuojelun Keskusliitto, Suomen Kuntaliitto ja Huoltaja-säätiö"
    given = {
        "oma": [{"independence": "self"}],
        "antaja": [{"independence": "independent", "publisher": giver}],
        "liitto": [{"independence": "independent", "publisher": "Suomen Kuntaliitto"}],
        "muu": [{"independence": "self"}, {"independence": "independent", "publisher": "THL"}],
        "nimeton": [{"independence": "independent"}],
    }
    made = {
        name: nominee(
            status={"value": "unknown"},
            sources=[citation_data(id=f"l{at}", **one) for at, one in enumerate(sources)],
        )
        for name, sources in given.items()
    }
    html = pages(catalogue(made))[URL]
    assert options(html, "lahde") == [
        ("Jokin lähde", ["independent", "self"]),
        ("Ei muita lähteitä", ["vain-antaja", "vain-oma"]),
    ]
    found = dict(re.findall(r'data-nominee="(\w+)".*?data-lahde="([^"]*)"', html))
    assert {name for name, values in found.items() if "vain-oma" in values} == {"oma"}
    assert {name for name, values in found.items() if "vain-antaja" in values} == {
        "antaja",
        "liitto",
    }


def test_places_are_chosen_by_what_kind_of_place_they_are() -> None:
    """Municipalities, counties and areas each under a heading; an unknown place under none."""
    area = next(iter(registry().areas))
    made = {
        "a": nominee(places=["153"]),
        "b": nominee(places=["keski-suomi", area]),
        "c": nominee(places=["unknown"]),
    }
    html = pages(catalogue(made))[URL]
    groups = dict(options(html, "paikka"))
    assert set(groups) == {"Kunnat", "Hyvinvointialueet", "Muut alueet"}
    assert groups["Kunnat"] == ["153"] and groups["Muut alueet"] == [area]
    assert {"etela-karjala", "keski-suomi"} <= set(groups["Hyvinvointialueet"])
    assert '<option value="">Kaikki</option><option value="unknown">' in html


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"organisations": ["imatra"], "other_organisations": ["A ry"]}, "Imatran kaupunki, A ry"),
        ({"organisations": [], "other_organisations": ["A ry", "B ry"]}, "A ry, B ry"),
        ({"organisations": []}, None),
    ],
)
def test_who_gives_the_award_is_named_whether_in_the_register_or_not(
    given: dict[str, list[str]], shown: str | None
) -> None:
    """Where nobody is named, there is no empty heading."""
    plain = _plain(registry().rounds[ROUND].model_dump(mode="python"))
    made = catalogue({})
    rounds = {ROUND: Round.model_validate({**plain, **given})}
    html = pages(
        dataclasses.replace(made, registry=dataclasses.replace(made.registry, rounds=rounds))
    )[URL]
    found = re.findall(r"<dt>Myöntäjä</dt><dd>(.*?)</dd>", html)
    assert found == ([shown] if shown else [])
