"""Every change of a practice file, in the words of its fields."""

import pytest

from catalogue.messages import messages
from catalogue.model.declared import declared_fields
from catalogue.model.practice import Practice
from catalogue.source.document import Source, split_practice
from catalogue.submit.changed import changes
from tests.factories import ROOT, registry

REAL = ROOT / "practices" / "siikalatvan-varhainen-perhetuki.md"


def read(text: str) -> Source:
    """A practice file as the review reads it."""
    return split_practice("practices/x.md", text)


def told(before: str, now: str) -> tuple[str, ...]:
    """What is told of the change."""
    return changes(read(now), read(before), registry(), messages())


HEAD = """---
title: Perhetupa
status: {value: in-use, as_of: 2026-01}
started: 2017
themes: [early-support, family-centre]
provider: imatra
outcomes:
  - id: eka
    indicator: care-orders
    baseline: {value: 33, period: 2015}
    caveats: [own-estimate]
  - {id: toka, indicator: timely-help}
contacts:
  - {role: Vastaava, organisation: imatra, verified: 2026-01}
---

## Tarve ja tavoitteet

Perheet jäivät yksin. Apua odotettiin pitkään.

## Ratkaisu

- ovi auki
- kahvia
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: Perhetupa", "title: Tupa", "Käytännön nimi: ennen Perhetupa, nyt Tupa"),
        ("value: in-use", "value: ended", "Tila: ennen käytössä, nyt päättynyt"),
        ("as_of: 2026-01", "as_of: 2026-02", "Tila › Tilan ajankohta: ennen 2026-01, nyt 2026-02"),
        (", as_of: 2026-01", "", "Tila › Tilan ajankohta: poistettu 2026-01"),
        (
            "started: 2017",
            "started: {value: 2017, inferred: true}",
            "Alkamisaika › Päätelty aika: lisätty kyllä",
        ),
        (
            "family-centre]",
            "family-centre, parenting-support]",
            "Teemat: lisätty vanhemmuuden tuki",
        ),
        ("[early-support, ", "[", "Teemat: poistettu varhainen tuki"),
        (
            "[early-support, family-centre]",
            "[family-centre, early-support]",
            "Teemat: järjestys muuttui",
        ),
        ("provider: imatra", "provider: outo", "Toteuttaja: ennen Imatran kaupunki, nyt outo"),
        ("value: 33", "value: 14", "Tulokset › eka › Lähtötilanne › Luku: ennen 33, nyt 14"),
        (
            "[own-estimate]",
            "[own-estimate, law-change]",
            "Tulokset › eka › Varaukset: lisätty lainmuutos",
        ),
        (
            "  - {id: toka, indicator: timely-help}\n",
            "",
            "Tulokset: poistettu Tuloksen tunnus: toka; Mittari: Oikea-aikainen apu",
        ),
        (
            "organisation: imatra,",
            "organisation: imatra, email: a@example.fi,",
            "Yhteystiedot › Vastaava › Sähköposti: lisätty a@example.fi",
        ),
        ("provider: imatra", "provider: imatra\noma: 1", "”oma”: lisätty 1"),
        (
            "Apua odotettiin pitkään.",
            "Apua sai heti.",
            "Tarve ja tavoitteet: ennen ”Apua odotettiin pitkään.”, nyt ”Apua sai heti.”",
        ),
        ("- kahvia\n", "- kahvia\n- pullaa\n", "Ratkaisu: lisätty ”- pullaa”"),
        ("## Ratkaisu\n\n- ovi auki\n- kahvia\n", "", "Ratkaisu: poistettu ”- ovi auki - kahvia”"),
        (
            "yksin. Apua",
            "yksin.\n\nApua",
            "Tarve ja tavoitteet: rivitys tai välit muuttuivat, sanat eivät",
        ),
    ],
)
def test_one_change_is_one_sentence(old: str, new: str, expected: str) -> None:
    """With the labels of the fields, and values by what the registry calls them."""
    assert old in HEAD
    assert told(HEAD, HEAD.replace(old, new, 1)) == (expected,)


def test_a_new_outcome_is_told_in_full() -> None:
    """Nothing of what it claims is left to be found elsewhere."""
    new = "  - {id: uusi, indicator: timely-help, follow_up: {value: 5}, source: x}\n"
    assert told(HEAD, HEAD.replace("contacts:\n", f"{new}contacts:\n")) == (
        "Tulokset: lisätty Tuloksen tunnus: uusi; Mittari: Oikea-aikainen apu; "
        "Seuranta: Luku: 5; Lähde: x",
    )


def test_no_difference_is_no_sentence_and_form_alone_is_told_as_such() -> None:
    """Quotation marks and the order of keys are no facts."""
    assert told(HEAD, HEAD) == ()
    (said,) = told(HEAD, HEAD.replace("title: Perhetupa", 'title: "Perhetupa"'))
    assert said.startswith("vain kirjoitusasu muuttui")


def test_what_cannot_be_read_is_not_compared() -> None:
    """Its problems are told instead; all its fields are not said to be removed."""
    assert told(HEAD, "rikki") == ()
    assert told("rikki", HEAD) == (
        "edellistä versiota ei voitu lukea, joten muutoksia ei voi luetella",
    )


def test_every_field_that_is_taken_away_is_told() -> None:
    """Of a full practice, one top field at a time."""
    before = read(REAL.read_text("utf-8"))
    labels = {d.name: f"field.Practice.{d.name}.label" for d in declared_fields(Practice)}
    for name in before.data:
        data = {key: value for key, value in before.data.items() if key != name}
        now = Source(before.path, data, {}, before.body, 1, (), "---")
        (said,) = changes(now, before, registry(), messages())
        assert said.startswith(f"{messages().get(labels[name])}: poistettu "), said
