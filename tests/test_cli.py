"""How the command ends when the program itself is at fault."""

import argparse
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor

import pytest

from catalogue.cli import COMMANDS, TRACED, main

Run = Callable[[argparse.Namespace], int]


def crashing(given: argparse.Namespace) -> int:
    """A command with a fault in it."""
    raise KeyError("teema")


def losing_a_worker(given: argparse.Namespace) -> int:
    """A command one of whose processes is killed, as where the memory ran out."""
    with ProcessPoolExecutor(1) as pool:
        pool.submit(os._exit, 9).result()
    return 0


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Callable[[Run], int]:
    """Run a function as the command `check`."""

    def run(function: Run) -> int:
        declare = lambda one: one.set_defaults(run=function)  # noqa: E731
        monkeypatch.setitem(COMMANDS, "check", ("cli.check.help", declare))
        return main(["check"])

    return run


def test_a_fault_of_the_program_is_no_fault_of_the_content(
    command: Callable[[Run], int], capsys: pytest.CaptureFixture[str]
) -> None:
    """It ends with another code, and says in a sentence what to do."""
    assert command(crashing) == 2
    assert capsys.readouterr().err == (
        "catalogue: ohjelmassa on virhe: KeyError: 'teema'. Syy ei ole sisällössä. Aja komento "
        "uudelleen niin, että ympäristömuuttuja CATALOGUE_TRACEBACK on 1, ja lähetä tuloste "
        "kehittäjille.\n"
    )


def test_those_who_mend_the_program_get_its_traceback(
    command: Callable[[Run], int],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """When they ask for it."""
    monkeypatch.setenv(TRACED, "1")
    assert command(crashing) == 2
    said = capsys.readouterr().err
    assert said.startswith("Traceback (most recent call last):") and "in crashing" in said


def test_a_process_that_was_killed_is_told(
    command: Callable[[Run], int], capsys: pytest.CaptureFixture[str]
) -> None:
    """With what most likely killed it, and what to try."""
    assert command(losing_a_worker) == 2
    assert capsys.readouterr().err == (
        "catalogue: rinnakkainen prosessi katkesi kesken työn, luultavasti koska muisti loppui. "
        "Mitään ei muutettu. Aja komento yhtenä prosessina: CATALOGUE_JOBS=1.\n"
    )
