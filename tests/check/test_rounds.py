"""An award round's file: its criteria point at what there is, and it is frozen in one way."""

import shutil
from pathlib import Path

import pytest

from catalogue.check.registry import load_registry
from catalogue.check.rounds import check_round
from catalogue.messages import messages
from catalogue.pages.frame import frame_of
from catalogue.pages.rounds import round_template
from catalogue.settings import load_settings
from tests.factories import ROOT, catalogue

SECTIONS = frozenset({"need", "solution", "results", "conditions"})


def criteria(*fields: str) -> dict[str, object]:
    """A round with one criterion to which `fields` speak."""
    return {"criteria": [{"id": "one", "evidence": {"fields": list(fields)}}]}


def codes(data: dict[str, object]) -> list[tuple[object, str]]:
    """The places and codes of the findings about `data`."""
    return [(finding.loc, finding.code) for finding in check_round(data, SECTIONS)]


def test_fields_of_a_practice_and_sections_of_its_text_speak_to_a_criterion() -> None:
    """Every top-level field will do."""
    assert codes(criteria("resources", "section:need", "title", "outcomes")) == []


@pytest.mark.parametrize(
    ("field", "suggestion"),
    [("resourses", "resources"), ("section:needs", "section:need"), ("resources.staff", None)],
)
def test_a_field_that_is_not_there_is_found_and_the_nearest_named(
    field: str, suggestion: str | None
) -> None:
    """It would otherwise stop the making of the page."""
    (finding,) = check_round(criteria("title", field), SECTIONS)
    assert finding.loc == ("criteria", 0, "evidence", "fields", 1)
    assert finding.code == "unknown-criterion-field"
    assert dict(finding.params).get("suggestion") == suggestion or suggestion is None


def test_a_criterion_is_named_once() -> None:
    """Scores are kept by the criterion's id."""
    data = {"criteria": [{"id": "one"}, {"id": "two"}, {"id": "one"}]}
    assert codes(data) == [(("criteria", 2, "id"), "id-repeated")]


def test_no_two_criteria_are_called_the_same() -> None:
    """In whatever case: jurors could not tell them apart."""
    labels = ["Vaikutus", "Uutuus", " vaikutus"]
    data = {"criteria": [{"id": f"c{n}", "label": {"fi": fi}} for n, fi in enumerate(labels)]}
    assert codes(data) == [(("criteria", 2, "label", "fi"), "repeated")]


@pytest.mark.parametrize(
    ("frozen", "expected"),
    [
        ({"date": "2026-01-31"}, []),
        ({"commit": "abcdef0"}, []),
        ({}, [(("frozen",), "frozen-one")]),
        ({"date": "2026-01-31", "commit": "abcdef0"}, [(("frozen",), "frozen-one")]),
        ({"date": "2026-01"}, [(("frozen", "date"), "frozen-day")]),
        ({"date": {"value": "2026"}}, [(("frozen", "date"), "frozen-day")]),
        ({"date": "unknown"}, [(("frozen", "date"), "frozen-day")]),
    ],
)
def test_a_round_is_frozen_by_a_whole_day_or_by_a_commit(
    frozen: dict[str, object], expected: list[tuple[object, str]]
) -> None:
    """A month is no moment, and two moments are none."""
    assert codes({"frozen": frozen}) == expected


@pytest.mark.parametrize("data", [{}, {"criteria": "x"}, {"criteria": [None]}, {"frozen": "x"}])
def test_what_has_another_shape_is_left_to_the_check_of_shapes(data: dict[str, object]) -> None:
    """No exception, whatever is written."""
    assert codes(data) == []


def _template() -> str:
    """The template of this catalogue, with its own examples."""
    made, problems = load_settings(ROOT, {}, messages())
    assert made, problems
    return round_template(frame_of(catalogue({}), made))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the registry."""
    shutil.copytree(ROOT / "registry", tmp_path / "registry")
    return tmp_path / "registry"


def test_the_problem_names_the_file_the_line_and_what_was_expected(folder: Path) -> None:
    """As every other problem does."""
    path = folder / "awards" / "kierros-2027.yml"
    text = _template().replace("[participation,", "[participaton,")
    path.write_text(text, encoding="utf-8")
    (problem,) = load_registry(folder, "registry", messages()).problems
    line = next(n for n, row in enumerate(text.split("\n"), 1) if "participaton" in row)
    assert (problem.path, problem.line) == ("registry/awards/kierros-2027.yml", line)
    assert "löytyi ”participaton”. Tarkoititko ”participation”?" in problem.message


def test_the_template_of_a_round_is_sound_as_it_is_and_with_every_line_in_use(
    folder: Path,
) -> None:
    """What is downloaded from the page passes `catalogue check`, commented fields too."""
    text = _template()
    path = folder / "awards" / "kierros-2027.yml"
    path.write_text(text, encoding="utf-8")
    assert load_registry(folder, "registry", messages()).problems == ()
    fields = ("place:", "jury:", "prize:", "candidates:", "frozen:", "note:", "  fi:", "  date:")
    used = [
        line.removeprefix("# ") if line.removeprefix("# ").startswith(fields) else line
        for line in text.split("\n")
    ]
    path.write_text("\n".join(used), encoding="utf-8")
    checked = load_registry(folder, "registry", messages())
    assert checked.problems == ()
    assert checked.registry and checked.registry.rounds["kierros-2027"].frozen
    assert checked.registry.rounds["kierros-2027"].candidates == 9
