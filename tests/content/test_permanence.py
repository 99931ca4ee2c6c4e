"""The commands of the page on earlier versions do what the page says."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.commands.test_history import IMATRA, git
from tests.factories import ROOT

FILE = f"practices/{IMATRA}.md"
PAGES = ("docs", "docs/sv", "docs/en")


def commands(folder: str) -> list[str]:
    """The commands that the page in `folder` shows, line by line."""
    text = (ROOT / folder / "tietoa/pysyvyys.md").read_text(encoding="utf-8")
    return "".join(re.findall(r"```\n(.*?)```", text, re.DOTALL)).splitlines()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in which the practice was changed before and after the day of the page."""
    root = tmp_path / "arkisto"
    (root / "practices").mkdir(parents=True)
    git(root, "init", "-q", "-b", "main")
    (root / "Makefile").write_text("site:\n\tcp practices/*.md valmis\n", encoding="utf-8")
    for text, date in (("ennen", "2026-11-30T12:00:00Z"), ("jälkeen", "2026-12-02T12:00:00Z")):
        (root / FILE).write_text(text, encoding="utf-8")
        git(root, "add", ".")
        git(root, "commit", "-qm", text, date=date)
    return root


def test_the_commands_show_the_versions_that_the_page_promises(checkout: Path) -> None:
    """The history of the file, the file of a day, and the whole site of that day."""
    log, show, worktree, make = commands("docs")
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(checkout), "TZ": "UTC"}

    def run(command: str) -> str:
        done = subprocess.run(
            ("bash", "-c", command), cwd=checkout, env=environment, capture_output=True, check=True
        )
        return done.stdout.decode()

    assert run(log).count("commit ") == 2
    assert run(show) == "ennen"
    run(worktree)
    run(make)
    assert (checkout.parent / "silloin/valmis").read_text(encoding="utf-8") == "ennen"


def test_every_language_shows_the_same_commands() -> None:
    """They are copied as they stand."""
    assert len({tuple(commands(folder)) for folder in PAGES}) == 1
