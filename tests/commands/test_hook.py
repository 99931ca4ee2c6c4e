"""The hook of `.pre-commit-hooks.yaml`: what pre-commit would run before each commit."""

import re
import shlex
import shutil
import subprocess
import sysconfig
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.factories import ROOT

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def command() -> list[str]:
    """The hook's entry, as pre-commit starts it: without file names."""
    (hook,) = HOOKS
    assert hook["pass_filenames"] is False
    program, *arguments = shlex.split(hook["entry"])
    found = shutil.which(program, path=sysconfig.get_path("scripts"))
    assert found is not None
    return [found, *arguments]


def test_a_bad_file_stops_the_commit_with_its_line(spoilt: Path, command: list[str]) -> None:
    """In Finnish, as in the pull request."""
    done = subprocess.run(command, cwd=spoilt, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "practices/oulun-hyvinvointineuvola.md:6: kind: odotettiin jotakin näistä" in done.stdout


def test_sound_files_let_the_commit_through(tree: Path, command: list[str]) -> None:
    """Quietly."""
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_hook_runs_for_what_it_checks_and_for_nothing_else() -> None:
    """Every practice and every file of the registry that there is."""
    pattern = re.compile(HOOKS[0]["files"])
    content = [*(ROOT / "practices").iterdir(), *(ROOT / "registry").rglob("*.yml")]
    for path in (*content, *(ROOT / "texts").iterdir(), ROOT / "catalogue.yml"):
        assert pattern.search(path.relative_to(ROOT).as_posix())
    for name in ("README.md", "docs/tietosuoja.md", "tools/catalogue/cli.py"):
        assert not pattern.search(name)


def test_an_installed_package_carries_its_texts_and_templates() -> None:
    """pre-commit installs the repository as a package; without them it could not speak."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    package = ROOT / "tools" / "catalogue"
    globs = settings["tool"]["setuptools"]["package-data"]["catalogue"]
    carried = {path for pattern in globs for path in package.glob(pattern)}
    for path in package.rglob("*"):
        if path.is_file() and path.suffix not in {".py", ".pyc"}:
            assert path in carried
