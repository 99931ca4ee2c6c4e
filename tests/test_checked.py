"""Checking all at once: a fault in the registry hides none in the practices, and makes none."""

import re
from pathlib import Path

import pytest

from catalogue.checked import Inputs, checked
from catalogue.cli import main
from catalogue.problem import Problem

FILES = ("vocabularies.yml", "indicators.yml", "organisations.yml", "places.yml", "synonyms.yml")


def problems_of(inputs: Inputs) -> tuple[list[Problem], list[Problem]]:
    """The problems of the registry, and those of the practices."""
    found = checked(inputs, only_problems=True).problems
    ours = [problem for problem in found if problem.path.startswith("practices/")]
    return [problem for problem in found if problem not in ours], ours


def changed(path: Path, pattern: str, by: str, count: int = 0) -> None:
    """Write `by` in the place of `pattern` in the file at `path`."""
    text = path.read_text(encoding="utf-8")
    written = re.sub(pattern, by, text, count=count, flags=re.MULTILINE)
    assert written != text
    path.write_text(written, encoding="utf-8")


def test_every_problem_of_every_file_is_told_at_once(
    inputs: Inputs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A direction that there is not in the registry, and a kind that there is not in a practice."""
    monkeypatch.chdir(inputs.root)
    changed(inputs.registry / "indicators.yml", "good_direction: decrease", "good_direction: down")
    changed(inputs.practices / "kohtaamispaikka.md", "^kind: .*", "kind: servis")
    assert main(["check"]) == 1
    out, err = capsys.readouterr()
    assert "registry/indicators.yml" in out
    assert "kind: odotettiin" in out
    assert "Tarkoititko ”service”?" in out
    assert err.startswith("1 käytäntö tarkistettu. ")
    assert "Rekisterissä on virheitä" in err


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("fault", ["gone", "list", "broken", "keys"])
def test_a_fault_of_the_registry_makes_none_in_sound_practices(
    inputs: Inputs, file: str, fault: str
) -> None:
    """Nothing is told of a practice that would be gone with the fault."""
    path = inputs.registry / file
    if fault == "gone":
        path.unlink()
    elif fault == "list":
        path.write_text("- x\n", encoding="utf-8")
    elif fault == "broken":
        path.write_text(path.read_text(encoding="utf-8") + "\nx: [", encoding="utf-8")
    else:
        changed(path, r"\b(values|unit|name|groups|code): ?", r"x\1: ")
    registry, practices = problems_of(inputs)
    assert practices == []
    assert registry


@pytest.mark.parametrize("name", ["section", "unit", "kind", "precision"])
def test_a_vocabulary_that_is_gone_makes_no_fault_in_practices(inputs: Inputs, name: str) -> None:
    """Nor one of which a value is; the others are still held against what they are."""
    changed(inputs.registry / "vocabularies.yml", f"^{name}:", f"{name}-x:")
    changed(inputs.practices / "kohtaamispaikka.md", "^language: fi", "language: suomi")
    registry, practices = problems_of(inputs)
    assert [problem.code for problem in registry] == ["vocabulary-missing"]
    assert [problem.field for problem in practices] == ["language"]


def test_an_indicator_with_a_fault_is_not_unknown_and_another_still_is(inputs: Inputs) -> None:
    """Its id is known, though it cannot be used."""
    changed(inputs.registry / "indicators.yml", "^  unit: count", "  unti: count", 1)
    assert problems_of(inputs)[1] == []
    changed(inputs.practices / "kohtaamispaikka.md", "indicator: care-orders", "indicator: orders")
    assert [problem.code for problem in problems_of(inputs)[1]] == ["unknown-indicators"]
