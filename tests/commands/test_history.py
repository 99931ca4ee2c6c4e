"""The history of the practices from git."""

import subprocess
from pathlib import Path

import pytest

from catalogue.cli import main
from catalogue.commands.history import GitHistory
from catalogue.model.registry import Frozen
from catalogue.snapshot import Snapshot

ROUND = "registry/awards/kunnallinen-lastensuojeluteko-2013.yml"
PAGE = "palkinnot/kunnallinen-lastensuojeluteko-2013/index.html"
IMATRA = "imatran-hyvinvointineuvola"


def git(folder: Path, *arguments: str, date: str = "2026-01-10T12:00:00Z") -> str:
    """Run git in `folder` as somebody on a known day."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(folder),
        "GIT_AUTHOR_DATE": date,
        "GIT_COMMITTER_DATE": date,
    }
    person = ("-c", "user.name=Maija", "-c", "user.email=maija@example.org")
    done = subprocess.run(
        ("git", *person, *arguments),
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def frozen(**fields: str) -> Frozen:
    """When a round was frozen."""
    return Frozen.model_validate(fields)


@pytest.fixture
def practices(tmp_path: Path) -> Path:
    """A checkout with two versions of two files, of 10 January and 10 February 2026."""
    folder = tmp_path / "arkisto" / "practices"
    folder.mkdir(parents=True)
    git(tmp_path / "arkisto", "init", "--quiet", "-b", "main")
    for text, date in (("eka", "2026-01-10T12:00:00Z"), ("toka", "2026-02-10T12:00:00Z")):
        for name in ("ä b", "a"):
            (folder / f"{name}.md").write_text(f"{text} kierros-1\n\n{text}", encoding="utf-8")
        git(tmp_path / "arkisto", "add", ".")
        git(tmp_path / "arkisto", "commit", "--quiet", "-m", text, date=date)
    return folder


def test_a_day_names_the_last_version_of_that_day(practices: Path) -> None:
    """With the files asked for, and those that mention the round."""
    first = git(practices, "rev-parse", "HEAD~")
    expected = dict.fromkeys(("a", "ä b"), "eka kierros-1\n\neka")
    for day in ("2026-01-10", "2026-02-09"):
        found = GitHistory(practices)(frozen(date=day), ["a", "none"], "kierros-1")
        assert found == Snapshot(first, "2026-01-10", expected)
    latest = GitHistory(practices)(frozen(date="2026-02-10"), ["a"], "kierros-2")
    assert latest.texts == {"a": "toka kierros-1\n\ntoka"}


def test_a_commit_names_itself(practices: Path) -> None:
    """In full or by its beginning."""
    first = git(practices, "rev-parse", "HEAD~")
    for name in (first, first[:8]):
        assert GitHistory(practices)(frozen(commit=name), ["a"], "x").commit == first


def test_what_the_history_does_not_hold_is_not_known(practices: Path, tmp_path: Path) -> None:
    """A day before the first version, a commit of another repository, no checkout, no folder."""
    history = GitHistory(practices)
    assert not history(frozen(date="2025-12-31"), ["a"], "x").known
    assert not history(frozen(commit="0123456789"), ["a"], "x").known
    (tmp_path / "muu").mkdir()
    assert not GitHistory(tmp_path / "muu")(frozen(date="2026-01-10"), ["a"], "x").known
    assert not GitHistory(tmp_path / "ei")(frozen(date="2026-01-10"), ["a"], "x").known


def test_a_machine_without_git_makes_the_site_all_the_same(
    practices: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says that it cannot tell."""
    monkeypatch.setenv("PATH", "")
    assert not GitHistory(practices)(frozen(date="2026-01-10"), ["a"], "x").known


def test_the_page_of_a_frozen_round_says_what_has_changed(tree: Path) -> None:
    """From the round's file to the finished site, with the history at hand."""
    git(tree, "init", "--quiet", "-b", "main")
    git(tree, "add", "practices", "registry")
    git(tree, "commit", "--quiet", "-m", "Alku")
    path = tree / "practices" / f"{IMATRA}.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: {value: in-use", "status: {value: established"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("provider: imatra", "provider: unknown", 1), encoding="utf-8")
    award = tree / ROUND
    award.write_text(award.read_text() + "frozen: {date: 2026-01-31}\n", encoding="utf-8")
    assert main(["build"]) == 0
    page = (tree / "site" / PAGE).read_text(encoding="utf-8")
    assert "kun kierros jäädytettiin (31.1.2026)" in page
    assert "oli ”Imatran kaupunki”, nyt ”ei tiedossa”" in page
    assert page.count("Ehdokkaana ei enää ole") == 0


def test_without_a_checkout_the_page_says_so_plainly(tree: Path) -> None:
    """It claims neither that something has changed nor that nothing has."""
    award = tree / ROUND
    award.write_text(award.read_text() + "frozen: {date: 2026-01-31}\n", encoding="utf-8")
    assert main(["build"]) == 0
    page = (tree / "site" / PAGE).read_text(encoding="utf-8")
    assert "luettelon aiempia versioita ei ollut saatavilla" in page
    assert "samat kuin silloin" not in page
