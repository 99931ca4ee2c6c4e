"""How much a record tells, and what is missing."""

from typing import Any

import pytest

from catalogue.derive.completeness import Completeness, completeness_of
from catalogue.problem import dotted
from tests.factories import citation_data, outcome_data, practice

FULL: dict[str, Any] = {
    "started": "2016-01",
    "provider_kind": "public",
    "resources": {
        "staff": {"headcount": "18"},
        "cost": {"amount": "100"},
        "funding": "permanent",
    },
    "participation": {"level": "heard"},
    "outcomes": [outcome_data(locator="s. 1")],
    "contacts": [{"role": "johtaja", "organisation": "imatra", "verified": "2026-01-01"}],
    "sources": [citation_data(date="2026-01-01")],
}
NAME_ONLY: dict[str, Any] = {
    "status": {"value": "unknown"},
    "service_levels": ["unknown"],
    "themes": ["unknown"],
    "target_groups": ["unknown"],
    "places": ["unknown"],
    "provider": "unknown",
}


def missing(**fields: Any) -> tuple[str, list[str]]:
    """Return the level of a practice with `fields`, and the dotted paths of what is missing."""
    found = completeness_of(practice(**fields))
    return found.level, [dotted(loc) for loc in found.missing]


def test_a_record_that_tells_everything_is_full() -> None:
    """Optional fields that are not expected do not count."""
    assert completeness_of(practice(**FULL)) == Completeness("full", ())


@pytest.mark.parametrize(
    ("changed", "path"),
    [
        ({"started": None}, "started"),
        ({"started": "unknown"}, "started"),
        ({"provider_kind": None}, "provider_kind"),
        ({"provider_kind": "unknown"}, "provider_kind"),
        ({"resources": None}, "resources"),
        ({"resources": {"cost": {"amount": "1"}}}, "resources.staff"),
        ({"resources": {"staff": {"fte": "1.5"}}}, "resources.cost"),
        ({"participation": None}, "participation"),
        ({"outcomes": None}, "outcomes"),
        ({"outcomes": [outcome_data()]}, "outcomes[0].locator"),
        ({"contacts": None}, "contacts"),
        ({"contacts": []}, "contacts"),
        ({"sources": [citation_data()]}, "sources[0].date"),
        ({"sources": [citation_data(date="unknown")]}, "sources[0].date"),
        ({"status": {"value": "in-use"}}, "status.as_of"),
        ({"status": {"value": "in-use", "as_of": "unknown"}}, "status.as_of"),
        ({"kind": "unknown"}, "kind"),
        ({"service_levels": ["unknown"]}, "service_levels"),
        ({"themes": ["unknown"]}, "themes"),
        ({"target_groups": ["unknown"]}, "target_groups"),
        ({"places": ["unknown"]}, "places"),
        ({"provider": "unknown"}, "provider"),
    ],
)
def test_each_field_that_says_nothing_is_named(changed: dict[str, Any], path: str) -> None:
    """One thing missing makes a record partial, and only that thing is asked for."""
    assert missing(**{**FULL, **changed}) == ("partial", [path])


def test_what_is_missing_in_lists_is_named_with_its_place() -> None:
    """Also in the second outcome and the second source."""
    outcomes = [outcome_data(locator="s. 1"), outcome_data(id="toinen")]
    sources = [citation_data(date="2026-01-01"), citation_data(id="toinen")]
    found = missing(**{**FULL, "outcomes": outcomes, "sources": sources})
    assert found == ("partial", ["outcomes[1].locator", "sources[1].date"])


def test_a_record_known_by_name_only_is_a_stub() -> None:
    """Which is valid: the page says what is missing."""
    assert missing(**NAME_ONLY) == (
        "stub",
        [
            "status",
            "service_levels",
            "themes",
            "target_groups",
            "places",
            "provider",
            "status.as_of",
            "started",
            "provider_kind",
            "resources",
            "participation",
            "outcomes",
            "contacts",
            "sources[0].date",
        ],
    )


@pytest.mark.parametrize(
    "known",
    [
        {"status": {"value": "in-use"}},
        {"outcomes": FULL["outcomes"]},
        {"resources": FULL["resources"]},
        {"contacts": FULL["contacts"]},
        {"started": "2016"},
        {"participation": FULL["participation"]},
    ],
)
def test_one_thing_of_substance_makes_more_than_a_name(known: dict[str, Any]) -> None:
    """Its status, or anything of its outcomes, resources, contacts, start or participation."""
    assert missing(**{**NAME_ONLY, **known})[0] == "partial"


@pytest.mark.parametrize(
    "known",
    [
        {"themes": ["participation"]},
        {"places": ["153"]},
        {"provider": "imatra", "provider_kind": "public"},
        {"target_groups": ["children"]},
        {"awards": [{"round": "unknown", "role": "nominee"}]},
        {"no_outcomes_because": "Vain nimi tiedetään."},
    ],
)
def test_what_a_name_itself_tells_leaves_it_a_stub(known: dict[str, Any]) -> None:
    """A name that says where and about what is still only a name."""
    assert missing(**{**NAME_ONLY, **known})[0] == "stub"


def test_an_unknown_start_tells_nothing() -> None:
    """Writing `unknown` is no more than leaving the field out."""
    assert missing(**{**NAME_ONLY, "started": "unknown"})[0] == "stub"
