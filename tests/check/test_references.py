"""Whether values are in the vocabularies and registers that the model points to."""

import random
from collections.abc import Mapping
from pathlib import Path

import pytest
from benchmarks.synthetic import write_catalogue

from catalogue.check import references
from catalogue.check.practices import read_practices
from catalogue.check.references import Registers, check_references, registers
from catalogue.checked import Inputs, checked
from catalogue.model.declared import declared_fields
from catalogue.model.practice import Practice
from catalogue.model.registry import Registry
from catalogue.problem import Finding, Loc

Data = Mapping[str, object]


@pytest.fixture(scope="module")
def known(registry: Registry) -> Registers:
    """What may be pointed to, with one other practice."""
    return registers(registry, frozenset({"kohtaamispaikka"}))


def found(data: Data, known: Registers) -> list[tuple[Loc, str, str | None]]:
    """Place, code and suggestion of everything that is wrong."""
    findings = check_references(Practice, data, known)
    return [(f.loc, f.code, f.params.get("suggestion")) for f in findings]


def at(path: Loc, value: object) -> Data:
    """The data in which the value stands at the path; `*` is a list's only item."""
    data = value
    for step in reversed(path):
        data = [data] if step == "*" else {step: data}
    assert isinstance(data, dict)
    return data


POINTING = [d for d in declared_fields(Practice) if d.choice or d.reference]


@pytest.mark.parametrize("declared", POINTING, ids=lambda d: ".".join(map(str, d.path)))
def test_every_field_that_points_somewhere_is_checked(declared: object, known: Registers) -> None:
    """A value that is nowhere is told, whatever the field."""
    field = next(d for d in POINTING if d is declared)
    register = field.reference.register if field.reference else "value"
    loc = tuple(0 if step == "*" else step for step in field.value_path)
    data = at(field.value_path, "ei-missään")
    assert (loc, f"unknown-{register}", None) in found(data, known)


@pytest.mark.parametrize("declared", POINTING, ids=lambda d: ".".join(map(str, d.path)))
def test_unknown_is_a_value_only_where_it_may_be(declared: object, known: Registers) -> None:
    """A source, an indicator and a round are always known."""
    field = next(d for d in POINTING if d is declared)
    if field.choice:
        allowed = "unknown" in known.vocabularies[field.choice.vocabulary].values
    else:
        allowed = bool(field.reference and field.reference.unknown)
    assert (found(at(field.value_path, "unknown"), known) == []) is allowed


def test_references_of_the_sound_practice_are_sound(sound_data: Data, known: Registers) -> None:
    """Nothing is found."""
    assert found(sound_data, known) == []


@pytest.mark.parametrize(
    ("path", "value", "code", "suggestion"),
    [
        (("status", "value"), "käytössä", "unknown-value", "in-use"),
        (("status", "value"), "in-us", "unknown-value", "in-use"),
        (("status", "value"), "In-Use", "unknown-value", "in-use"),
        (("kind",), "palvelu", "unknown-value", "service"),
        (("language",), "suomi", "unknown-value", "fi"),
        (("themes", "*"), "vanhemmuuden tuki", "unknown-value", "parenting-support"),
        (("provider",), "Imatran kaupunki", "unknown-organisations", "imatra"),
        (("provider",), "imatr", "unknown-organisations", "imatra"),
        (("places", "*"), "Imatra", "unknown-places", "153"),
        (("places", "*"), "20", "unknown-places", "020"),
        (("places", "*"), "5", "unknown-places", "005"),
        (("places", "*"), "päijät-häme", "unknown-places", "paijat-hame"),
        (("outcomes", "*", "indicator"), "Huostaanotot", "unknown-indicators", "care-orders"),
        (("related", "*", "practice"), "kohtaamispaikat", "unknown-practices", "kohtaamispaikka"),
    ],
)
def test_name_label_or_slip_leads_to_what_was_meant(
    known: Registers, path: Loc, value: str, code: str, suggestion: str
) -> None:
    """The value is suggested, not guessed."""
    loc = tuple(0 if step == "*" else step for step in path)
    assert found(at(path, value), known) == [(loc, code, suggestion)]


def test_value_is_shown_with_all_that_are_allowed(known: Registers) -> None:
    """So that one can be chosen."""
    params = {"found": "zzz", "allowed": "none-reported, heard, co-developed"}
    assert list(check_references(Practice, {"participation": {"level": "zzz"}}, known)) == [
        Finding(("participation", "level"), "unknown-value", params)
    ]


def test_sources_and_outcomes_are_those_of_the_same_practice(known: Registers) -> None:
    """Their ids are listed, as they are in no register."""
    data = {
        "outcomes": [
            {"id": "a", "source": "tiedote", "contradicts": ["b"]},
            {"id": "b", "source": "tiedot", "contradicts": ["a", "c"]},
        ],
        "sources": [{"id": "tiedote"}, {"id": "arviointi"}],
    }
    assert list(check_references(Practice, data, known)) == [
        Finding(
            ("outcomes", 1, "source"),
            "unknown-sources",
            {"found": "tiedot", "allowed": "arviointi, tiedote", "suggestion": "tiedote"},
        ),
        Finding(
            ("outcomes", 1, "contradicts", 1),
            "unknown-outcomes",
            {"found": "c", "allowed": "a, b"},
        ),
    ]


def test_value_given_twice_is_told_at_each_repetition(known: Registers) -> None:
    """The first stays."""
    data = {"themes": ["early-support", "family-centre", "early-support", "early-support"]}
    assert found(data, known) == [
        (("themes", 2), "repeated", None),
        (("themes", 3), "repeated", None),
    ]


def test_unknown_beside_a_known_value_is_told(known: Registers) -> None:
    """Either something is known or nothing is."""
    data = {"places": ["153", "unknown"], "themes": ["unknown"]}
    assert found(data, known) == [(("places",), "unknown-among-known", None)]


@pytest.mark.parametrize("value", ["", [], {}, [[]], {"value": []}, ["", ""]])
@pytest.mark.parametrize("key", ["status", "themes", "outcomes", "provider", "sources", "awards"])
def test_anything_may_stand_where_a_reference_is_expected(
    known: Registers, key: str, value: object
) -> None:
    """Wrong shapes and empty values are the shape's matter."""
    codes = {code for _, code, _ in found({key: value}, known)}
    assert codes <= {"repeated"}


def test_found_value_is_shown_short_and_harmless(known: Registers) -> None:
    """Whatever was written."""
    (finding,) = check_references(Practice, {"kind": "\u202e" + "x" * 100}, known)
    assert finding.params["found"] == "U+202E" + "x" * 53 + "…"


ODD: tuple[object, ...] = ("", "unknown", "eivät", [], ["x"], {}, {"id": "x"}, ["unknown", "a"])


def spoilt(data: object, chance: random.Random) -> object:
    """A copy of `data` in which something else stands here and there, or a value twice."""
    if chance.random() < 0.03:
        return chance.choice(ODD)
    if isinstance(data, dict):
        return {key: spoilt(value, chance) for key, value in data.items()}
    if isinstance(data, list):
        copied = [spoilt(item, chance) for item in data]
        return copied + copied[:1] if chance.random() < 0.05 else copied
    return data


def test_a_quick_look_finds_fault_wherever_there_is_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Looking at each field, as is done where it does, comes to the same."""
    write_catalogue(tmp_path / "catalogue", 30, seed=8)
    inputs = Inputs.from_environment(tmp_path / "catalogue", {})
    checked_here = checked(inputs).catalogue
    assert checked_here
    known = registers(checked_here.registry, frozenset(checked_here.by_id))
    chance, faults = random.Random(2), 0
    sources = list(read_practices(inputs.practices, "practices"))
    for source in sources * 20:
        data = spoilt(source.data, chance)
        assert isinstance(data, (dict, str, list))
        if not isinstance(data, dict):
            continue
        quick = list(check_references(Practice, data, known))
        with monkeypatch.context() as patched:
            patched.setattr(references, "_all_known", lambda *given: False)
            assert quick == list(check_references(Practice, data, known))
        faults += bool(quick)
    assert 100 < faults < 20 * len(sources)
    plan = references._plan(Practice)
    assert all(references._all_known(plan, s.data, s.data, known) for s in sources)
