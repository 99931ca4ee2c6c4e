"""`practices.json`: the contract with other programs, read as they would read it."""

import json
import re
from decimal import Decimal
from typing import Any

import pytest

from catalogue.export.as_json import as_json, json_bytes, json_parts, json_practice
from catalogue.export.plain import SCHEMA_VERSION, plain_practice, plain_value
from catalogue.model.declared import declared_fields
from catalogue.model.practice import Practice
from tests.factories import catalogue, outcome_data, practice, real_catalogue


def exported() -> dict[str, Any]:
    """Return what a program reads from the real catalogue's JSON."""
    found: dict[str, Any] = json.loads(as_json(real_catalogue()))
    return found


def plain(**fields: Any) -> dict[str, Any]:
    """Return one practice as it is exported."""
    (entry,) = catalogue({"esimerkki": practice(**fields)}).entries
    return dict(plain_practice(entry))


def test_the_export_holds_everything_once() -> None:
    """Fourteen practices, all indicators and rounds of the registry."""
    found, registry = exported(), real_catalogue().registry
    assert found["schema_version"] == SCHEMA_VERSION
    assert [p["id"] for p in found["practices"]] == [e.id for e in real_catalogue().entries]
    assert [i["id"] for i in found["indicators"]] == list(registry.indicators)
    assert {r["id"] for r in found["award_rounds"]} == set(registry.rounds)


def test_the_award_round_names_its_nominees_with_their_roles() -> None:
    """Derived from the practices' awards."""
    rounds = {r["id"]: r for r in exported()["award_rounds"]}
    nominees = rounds["kunnallinen-lastensuojeluteko-2013"]["nominees"]
    assert len(nominees) == 9
    assert {"practice": "imatran-hyvinvointineuvola", "role": "winner"} in nominees
    assert sum(nominee["role"] == "nominee" for nominee in nominees) == 8


def test_kouvolas_care_orders_are_exported_with_what_follows_from_them() -> None:
    """33 to 14: numbers as numbers, relative change to one decimal."""
    practices = {p["id"]: p for p in exported()["practices"]}
    found = next(
        o
        for o in practices["kouvolan-varhainen-tuki"]["outcomes"]
        if o["id"] == "huostaanotot-2016"
    )
    assert found["baseline"] == {"value": 33, "period": "2015", "precision": "exact"}
    assert found["follow_up"] == {"value": 14, "period": "2016", "precision": "exact"}
    assert found["change"] == {
        "absolute": -19,
        "unit": "count",
        "relative_percent": -57.6,
        "times": None,
        "precision": "exact",
        "reported": False,
    }
    assert (found["evidence_level"], found["result"], found["direction"]) == (
        2,
        "good",
        "decreased",
    )
    assert (found["evidence_reason"], found["evidence_lifts"]) == (
        "before-after",
        ["add-comparator"],
    )


def test_a_share_is_exported_as_it_is_written() -> None:
    """1.4, not 1.399999999999999."""
    text = as_json(real_catalogue()).decode()
    assert '"value": 1.4,' in text
    assert '"absolute": -0.1,' in text
    assert re.findall(r"\d\.\d{7,}", text) == []


def test_every_declared_field_that_a_practice_may_have_is_exported() -> None:
    """A field added to the model is exported without being added anywhere else."""
    names = {d.name for d in declared_fields(Practice) if len(d.path) == 1}
    full = plain(
        aliases=["Toinen nimi"],
        title_language="sv",
        model="malli",
        started="2016",
        ended="2017",
        age={"min": "0", "max": "17"},
        keywords=["sana"],
        provider_kind="public",
        resources={"funding": "permanent"},
        participation={"level": "heard"},
        no_outcomes_because="Syy.",
        former_ids=["vanha"],
        translations={"sv": {"title": "Namn", "summary": "Sammanfattning."}},
        reviewed="2026-01-01",
        next_review="2027-01-01",
        awards=[{"round": "unknown", "role": "winner"}],
        related=[],
    )
    assert names - set(full) == set()
    assert full["age"] == {"min": 0, "max": 17}


def test_a_withdrawn_contact_is_not_exported() -> None:
    """One line in the record takes the person out of the data."""
    gone = {
        "name": "Esimerkki Henkilö",
        "organisation": "imatra",
        "verified": "2026-01-01",
        "withdrawn": "true",
    }
    stays = {"role": "johtaja", "organisation": "imatra", "verified": "2026-01-01"}
    found = plain(contacts=[gone, stays])
    assert [contact.get("role") for contact in found["contacts"]] == ["johtaja"]
    assert "Henkilö" not in json.dumps(found, ensure_ascii=False)


def test_contradictions_are_exported_from_both_sides() -> None:
    """Whichever declared them, once each."""
    outcomes = [outcome_data(contradicts=["toinen"]), outcome_data(id="toinen")]
    found = plain(outcomes=outcomes)["outcomes"]
    assert [(o["id"], o["contradicts"]) for o in found] == [
        ("tulos", ["toinen"]),
        ("toinen", ["tulos"]),
    ]


@pytest.mark.parametrize(
    ("before", "after", "percent"),
    [("400", "351", -12.3), ("400", "449", 12.3), ("1000", "1005", 0.5), ("800", "801", 0.1)],
)
def test_relative_change_is_rounded_half_away_from_zero(
    before: str, after: str, percent: float
) -> None:
    """−12.25 % is −12.3 %, in the data as on the page."""
    claim = outcome_data(baseline={"value": before}, follow_up={"value": after})
    assert plain(outcomes=[claim])["outcomes"][0]["change"]["relative_percent"] == percent


def test_json_ends_in_a_line_feed_and_keeps_finnish_letters() -> None:
    """So that people can read it."""
    assert json_bytes({"nimi": "Mäntsälä"}) == '{\n "nimi": "Mäntsälä"\n}\n'.encode()


def test_values_become_plain() -> None:
    """Whole decimals become integers, others floats, tuples lists."""
    value = {"a": (Decimal("2.0"), Decimal("1.5")), "b": None, "c": True}
    assert plain_value(value) == {"a": [2, 1.5], "b": None, "c": True}
    assert isinstance(plain_value(Decimal("2.0")), int)


def test_two_exports_are_identical() -> None:
    """Byte for byte."""
    assert as_json(real_catalogue()) == as_json(real_catalogue())


def test_a_file_is_its_head_a_line_for_each_practice_and_its_tail() -> None:
    """So that a build may keep the lines of what has not changed."""
    found = real_catalogue()
    fragments = [json_practice(entry) for entry in found.entries]
    assert b"".join(json_parts(fragments, found)) == as_json(found)
    lines = as_json(found).splitlines()
    assert lines[2 : 2 + len(fragments)] == [
        *(fragment + b"," for fragment in fragments[:-1]),
        fragments[-1],
    ]


def test_an_empty_catalogue_is_sound_json() -> None:
    """With the registry's rounds and indicators."""
    found = json.loads(as_json(catalogue({})))
    keys = ["schema_version", "practices", "award_rounds", "indicators", "removed"]
    assert list(found) == keys
    assert found["practices"] == []
