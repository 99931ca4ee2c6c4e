"""What the steps say decides the exit status, and nothing of it is left untold."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.report import SHOWN, Finding, NotRun, NotRunError, Said, Site, report

SITE = Site(Path(), "http://127.0.0.1:1/")


def sound(site: Site) -> Iterator[Said]:
    """A step that finds nothing."""
    yield from ()


def wrong(site: Site) -> Iterator[Said]:
    """A step that finds a fault."""
    yield Finding("/a/: no title")


def given_up(site: Site) -> Iterator[Said]:
    """A step that finds a fault before it has to be given up."""
    yield Finding("/a/: no title")
    raise NotRunError("java took longer than 300 s")


def missing(site: Site) -> Iterator[Said]:
    """A step whose program is not here."""
    raise NotRunError("java is not installed")
    yield


def in_part(site: Site) -> Iterator[Said]:
    """A step that could not look at one page."""
    yield NotRun("/hidas/: not ready in 60 s")


def broken(site: Site) -> Iterator[Said]:
    """A step with a fault of its own."""
    yield Finding(str({}["nothing"]))


def test_a_finding_is_told_and_fails_the_audit(capsys: pytest.CaptureFixture[str]) -> None:
    """With its place, and counted at the end."""
    assert report({"first": sound, "second": wrong}, SITE) == 1
    assert capsys.readouterr().out == (
        "first: nothing found\nsecond: 1 found\n  /a/: no title\nAudit: 1 found\n"
    )


def test_a_step_that_cannot_run_is_told_and_fails_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It never passes for one that found nothing; it is named once more at the end."""
    assert report({"first": missing, "second": sound}, SITE) == 0
    assert capsys.readouterr().out == (
        "first: NOT RUN: java is not installed\n"
        "second: nothing found\n"
        "Audit: nothing found\n"
        "  NOT RUN: first: java is not installed\n"
    )


def test_a_page_that_could_not_be_looked_at_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """The step is not said to have found nothing."""
    assert report({"axe": in_part}, SITE) == 0
    said = capsys.readouterr().out
    assert "axe: NOT RUN: /hidas/: not ready in 60 s\n" in said
    assert "axe: nothing found" not in said


def test_what_was_found_before_giving_up_counts(capsys: pytest.CaptureFixture[str]) -> None:
    """Both the finding and what was left undone are told."""
    assert report({"html": given_up}, SITE) == 1
    said = capsys.readouterr().out
    assert "html: 1 found\n  /a/: no title\nhtml: NOT RUN: java took longer than 300 s\n" in said


def test_a_fault_of_the_audit_itself_fails_it_and_hides_no_other_step(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A broken step is not a sound site."""
    assert report({"first": broken, "second": wrong}, SITE) == 1
    said = capsys.readouterr()
    assert "first: 1 found\n  the step failed: KeyError('nothing')\n" in said.out
    assert "second: 1 found" in said.out
    assert "Traceback" in said.err


def test_findings_beyond_those_shown_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    """The list is cut, and it is said."""
    report({"many": lambda site: (Finding(str(n)) for n in range(SHOWN + 2))}, SITE)
    said = capsys.readouterr().out
    assert f"many: {SHOWN + 2} found\n" in said
    assert "  … and 2 more\n" in said


def test_each_step_is_announced_before_it_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """On the standard error stream: who waits sees what for."""
    report({"first": sound, "second": missing}, SITE)
    assert capsys.readouterr().err == "audit: first\naudit: second\n"
