"""What is said of a file in the registry that is none of its files."""

import shutil
from pathlib import Path

import pytest

from catalogue.check.registry import load_registry
from catalogue.checked import Inputs, checked
from catalogue.messages import Messages

ROUND = "awards/kunnallinen-lastensuojeluteko-2013"


def told(folder: Path, texts: Messages) -> list[tuple[str, str, str]]:
    """Return path, code and message of every problem."""
    found = load_registry(folder, "registry", texts).problems
    return [(problem.path, problem.code, problem.message) for problem in found]


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        (
            "indicator.yml",
            "registry-stray",
            "tai poista ylimääräinen. Tarkoititko ”indicators.yml”?",
        ),
        ("places.yaml", "registry-stray", "Tarkoititko ”places.yml”?"),
        ("kierros-2027.yml", "registry-stray", "siirrä palkintokierros kansioon awards"),
        ("muistio.txt", "registry-stray", "”muistio.txt” ei ole mikään niistä, eikä sitä lueta"),
        ("places.yml~", "registry-stray", "poista ylimääräinen"),
        ("awards/kierros.yaml", "round-ending", "Tarkoititko ”kierros.yml”?"),
        ("awards/Kierros.YML", "round-ending", "Tarkoititko ”Kierros.yml”?"),
        ("awards/a.txt", "round-ending", "poista tiedosto."),
        ("awards/2027", "round-ending", "päättyy .yml"),
        ("awards/Ääni 2020.yml", "round-name-form", "päättyy .yml; löytyi ”Ääni 2020.yml”"),
        ("awards/con.yml", "round-name-reserved", "palkintokierroksen nimeä; ”con” on varattu"),
    ],
)
def test_a_file_that_is_not_read_is_told_with_what_to_do(
    repository: Path, texts: Messages, name: str, code: str, said: str
) -> None:
    """What it says would else be missed on the site, without a word."""
    folder = repository / "registry"
    shutil.copy(folder / f"{ROUND}.yml", folder / name)
    ((path, found, message),) = told(folder, texts)
    assert (path, found) == (f"registry/{name}", code)
    assert said in message


@pytest.mark.parametrize("kind", ["link", "folder"])
@pytest.mark.parametrize("name", ["hosts", "awards/hosts"])
def test_a_link_or_a_folder_is_told_too(
    repository: Path, texts: Messages, name: str, kind: str
) -> None:
    """Whatever it is called."""
    path = repository / "registry" / name
    if kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/etc/hosts")
    ((where, code, _),) = told(repository / "registry", texts)
    within = "round-folder" if kind == "folder" else "round-ending"
    assert (where, code) == (f"registry/{name}", within if "/" in name else "registry-stray")


@pytest.mark.parametrize("kind", ["link", "file"])
def test_what_stands_in_the_place_of_the_awards_is_told(
    repository: Path, texts: Messages, kind: str
) -> None:
    """And not followed: there might be anything behind a link."""
    awards = repository / "registry" / "awards"
    awards.rename(repository / "muualla")
    if kind == "link":
        awards.symlink_to(repository / "muualla")
    else:
        awards.write_text("", encoding="utf-8")
    ((path, code, _),) = told(repository / "registry", texts)
    assert (path, code) == ("registry/awards", "awards-no-folder")


def test_a_registry_may_have_no_awards_and_hidden_files(repository: Path, texts: Messages) -> None:
    """As git needs one to keep an empty folder, and editors while a file is open."""
    folder = repository / "registry"
    for path in (folder / "awards").iterdir():
        path.unlink()
    for name in (".DS_Store", "awards/.gitkeep", "awards/.kierros.yml.swp"):
        (folder / name).write_bytes(b"\0")
    assert told(folder, texts) == []
    shutil.rmtree(folder / "awards")
    assert told(folder, texts) == []


def test_a_practice_is_not_blamed_for_the_name_of_its_round(inputs: Inputs) -> None:
    """Its round is there, and only its file is misnamed."""
    path = inputs.registry / f"{ROUND}.yml"
    assert path.stem in (inputs.practices / "kohtaamispaikka.md").read_text(encoding="utf-8")
    path.rename(path.with_suffix(".yaml"))
    (problem,) = checked(inputs).problems
    assert (problem.path, problem.code) == (f"registry/{ROUND}.yaml", "round-ending")
