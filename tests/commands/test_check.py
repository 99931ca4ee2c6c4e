"""`catalogue check`: what it prints and how it ends."""

import json
from pathlib import Path

import pytest

from catalogue.cli import main

LINE = (
    "practices/oulun-hyvinvointineuvola.md:6: kind: odotettiin jotakin näistä: service, method, "
    "organisation-of-work, network, participation, unknown; löytyi ”palvelu”. "
    "Tarkoititko ”service”?"
)


def test_a_sound_catalogue_ends_with_0_and_says_so(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing on standard output, one sentence for the person."""
    assert main(["check"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "3 käytäntöä tarkistettu. Kaikki kunnossa.\n"


def test_a_problem_ends_with_1_and_names_file_line_field_and_the_value_meant(
    spoilt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A Finnish label where the value is expected leads to the value."""
    assert main(["check"]) == 1
    out, err = capsys.readouterr()
    assert out == LINE + "\n"
    assert err == "3 käytäntöä tarkistettu. 1 virhe.\n"


def test_json_holds_the_same_problem_for_programs(
    spoilt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Path, line, field, code and message."""
    assert main(["check", "--format", "json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert problem == {
        "path": "practices/oulun-hyvinvointineuvola.md",
        "line": 6,
        "field": "kind",
        "code": "unknown-value",
        "message": LINE.split("kind: ", 1)[1],
    }


def test_github_gets_an_annotation_at_the_line(
    spoilt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """GitHub's workflow command, with the file and the line as properties."""
    assert main(["check", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(
        "::error file=practices/oulun-hyvinvointineuvola.md,line=6,title=kind::odotettiin jotakin"
    )


def test_only_the_files_asked_for_are_reported(
    spoilt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are read, since records point to each other, but not reported."""
    assert main(["check", "practices/imatran-hyvinvointineuvola.md"]) == 0
    assert capsys.readouterr().err == "1 käytäntö tarkistettu. Kaikki kunnossa.\n"
    assert main(["check", "practices"]) == 1
    assert main(["check", "registry"]) == 0


@pytest.mark.parametrize("path", ["catalogue.yml", "registry/places.yml", "docs", "texts/fi.yml"])
def test_other_files_of_the_repository_are_not_taken_for_practices(
    tree: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are checked for what they are, and not counted as practices."""
    (tree / "texts").mkdir(exist_ok=True)
    (tree / "texts" / "fi.yml").write_text("home:\n  headline: Mikä toimii?\n", encoding="utf-8")
    assert main(["check", path]) == 0
    out, err = capsys.readouterr()
    count = 3 if path == "docs" else 0
    assert (out, err) == ("", f"{count} käytäntöä tarkistettu. Kaikki kunnossa.\n")


def test_a_file_outside_the_practices_is_checked_as_one_of_them(
    tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A draft can lie anywhere and have any name."""
    draft = tmp_path / "Luonnos 1.md"
    draft.write_text("---\ntitle: Luonnos\n---\n", encoding="utf-8")
    assert main(["check", str(draft)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines and all(line.startswith(draft.as_posix() + ":") for line in lines)


@pytest.mark.parametrize("path", ["ei-ole.md", "practices/ei-ole.md"])
def test_a_path_that_is_not_there_ends_with_2(
    tree: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command cannot run, and says which path it means."""
    assert main(["check", path]) == 2
    assert capsys.readouterr().err == f"catalogue: tiedostoa tai kansiota ei ole: {path}\n"


def test_a_catalogue_without_practices_folder_ends_with_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong working directory is no traceback."""
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert capsys.readouterr().err == "catalogue: kansiota ei ole: practices\n"


def test_a_file_with_very_many_problems_leaves_room_for_the_others(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A hundred of them are told; the count and the exit are of all."""
    path = tree / "practices" / "imatran-hyvinvointineuvola.md"
    keys = "".join(f"x{number}: y\n" for number in range(400))
    path.write_text(path.read_text(encoding="utf-8").replace("---\n", f"---\n{keys}", 1), "utf-8")
    assert main(["check"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 101
    assert out.endswith(f"{path.relative_to(tree)}: ja 300 muuta virhettä tässä tiedostossa\n")
    assert err == "3 käytäntöä tarkistettu. 400 virhettä.\n"
    assert main(["check", "--format", "json"]) == 1
    assert len(json.loads(capsys.readouterr().out)) == 400
