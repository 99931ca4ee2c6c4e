"""The synthetic catalogues: the same every time, sound at every size, and with everything in."""

import datetime
import os
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml
from benchmarks.build.content import front_matter
from benchmarks.rare import COMMON_MODEL
from benchmarks.synthetic import ROOT, files, write_catalogue

from catalogue.checked import Checked, Inputs, checked
from catalogue.model.declared import declared_fields, values_at
from catalogue.model.practice import Practice
from catalogue.problem import Loc

TODAY = datetime.date(2026, 11, 22)


def made(folder: Path, practices: int, bad: int = 0) -> Checked:
    """Write a catalogue and return what checking it gives."""
    write_catalogue(folder, practices, bad=bad)
    return checked(Inputs(folder, folder / "practices", folder / "registry", TODAY))


@cache
def records() -> tuple[dict[str, object], ...]:
    """Return the front matter of a hundred practices."""
    return tuple(yaml.safe_load(front_matter(text)[0]) for _, text in files(100))


def test_the_same_seed_gives_the_same_bytes() -> None:
    """In every process; and another seed gives another catalogue."""
    assert dict(files(40, seed=5)) != dict(files(40, seed=6))
    told = "from benchmarks.synthetic import files; print(dict(files(40, seed=5)))"
    said = {
        subprocess.run(
            [sys.executable, "-c", told],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            check=True,
        ).stdout
        for hash_seed in ("1", "2")
    }
    assert said == {f"{dict(files(40, seed=5))}\n".encode()}


def test_the_files_on_disk_are_the_same_too(tmp_path: Path) -> None:
    """Award rounds and settings with them."""
    for name in ("a", "b"):
        write_catalogue(tmp_path / name, 12)
    trees = [
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file() and "overrides" not in path.parts
        }
        for name in ("a", "b")
    ]
    assert trees[0] == trees[1]


@pytest.mark.parametrize("practices", [10, 11, 33, 130])
def test_every_size_passes_the_check(tmp_path: Path, practices: int) -> None:
    """All of it: nothing is measured on what could not be published."""
    result = made(tmp_path / "c", practices)
    assert result.problems == ()
    assert result.catalogue is not None
    assert len(result.catalogue.entries) == practices


def test_every_field_occurs() -> None:
    """All that a record may hold, at any depth, in some of a hundred practices."""
    declared = [field.path for field in declared_fields(Practice)]
    missing = [path for path in declared if not any(has(record, path) for record in records())]
    assert missing == []
    assert len(declared) > 100


def has(record: object, path: Loc) -> bool:
    """Whether there is a value at `path`."""
    return any(value is not None for _, value in values_at(record, path))


def test_one_model_is_in_use_in_many_places() -> None:
    """As some are: what is slow or long for many must be seen."""
    models = Counter(record.get("model") for record in records())
    assert models[COMMON_MODEL] == 2 and len(models) > 4


def test_outcomes_and_awards_are_of_many_kinds() -> None:
    """Numbers before and after, other places beside, several to a practice, several rounds."""
    outcomes = [o for record in records() for o in record.get("outcomes", ())]  # type: ignore[attr-defined]
    for key in ("baseline", "follow_up", "comparators", "observed", "caveats"):
        assert sum(key in outcome for outcome in outcomes) > 5, key
    assert len(outcomes) > len(records())
    awards = [a["round"] for record in records() for a in record.get("awards", ())]  # type: ignore[attr-defined]
    assert len(awards) == len(records()) // 5


def test_some_are_in_swedish_with_swedish_headings() -> None:
    """One in twenty."""
    swedish = [text for _, text in files(100) if "\nlanguage: sv\n" in text]
    assert len(swedish) == 5
    assert all("## Lösning" in text and "## Ratkaisu" not in text for text in swedish)


def test_a_round_does_not_grow_with_the_catalogue(tmp_path: Path) -> None:
    """There are more rounds instead."""
    result = made(tmp_path / "c", 600)
    assert result.catalogue is not None
    held = [len(entries) for entries in result.catalogue.by_round.values()]
    assert len(held) == 600 // 5 // 25
    assert max(held) <= 40


@pytest.mark.parametrize(("practices", "bad"), [(10, 1), (30, 3), (30, 7), (30, 30)])
def test_so_many_are_bad_as_was_asked(tmp_path: Path, practices: int, bad: int) -> None:
    """One problem in each, in the order of the files."""
    result = made(tmp_path / "c", practices, bad)
    paths = [problem.path for problem in result.problems]
    assert len(paths) == len(set(paths)) == bad
    assert paths == sorted(paths)
    for path in (tmp_path / "c" / "practices").glob("*.md"):
        assert yaml.safe_load(front_matter(path.read_text("utf-8"))[0])
    kinds = {problem.field for problem in result.problems}
    assert len(kinds) >= min(bad, 3)
