"""Every bad input of `tests/invalid` gets exactly the report that stands beside it.

A case is `<field>_<reason>.md` and its whole report `<field>_<reason>.txt`. After a message has
been reworded, `CORPUS_WRITE=1 pytest tests/check/test_invalid_corpus.py` writes the reports anew
and fails: read what changed before it is committed.
"""

import os
import re
import shutil
from pathlib import Path

import pytest

from catalogue.check.report import as_text
from catalogue.checked import Inputs, checked
from catalogue.cli import main
from catalogue.messages import Messages

INVALID = Path(__file__).parent.parent / "invalid"
CASES = sorted(INVALID.glob("*.md"))
SHOWN = "tests/invalid"
# 2026-11-22, as SOURCE_DATE_EPOCH.
EPOCH = "1795305600"

# Not wrong in themselves: parts of other messages.
PARTS = {
    *("did-you-mean", "body", "shape.mapping", "shape.list", "url.sign", "url.space"),
    *("more.one", "more.other"),
}
# What one practice file given by its path cannot show, and where it is tested instead.
ELSEWHERE = {
    "name-form": "tests/source/test_gate.py",
    "name-reserved": "tests/source/test_gate.py",
    "name-leftover": "tests/source/test_gate.py",
    "folder": "tests/check/test_practices.py",
    "name-long": "tests/source/test_gate.py",
    "not-a-file": "tests/source/test_gate.py",
    "name-picture": "tests/source/test_gate.py",
    "picture": "tests/source/test_gate.py",
    "unreadable": "tests/check/test_practices.py",
    "file-missing": "tests/check/test_registry.py",
    "registry-stray": "tests/check/test_listed.py",
    "awards-no-folder": "tests/check/test_listed.py",
    "round-ending": "tests/check/test_listed.py",
    "round-folder": "tests/check/test_listed.py",
    "round-name-form": "tests/check/test_listed.py",
    "round-name-reserved": "tests/check/test_listed.py",
    "untranslated": "tests/check/test_translations.py",
    "page-image": "tests/check/test_written.py",
    "dead-link": "tests/pages/test_written.py",
    "own-key": "tests/test_colours.py",
    "own-language": "tests/test_colours.py",
    "own-placeholders": "tests/test_colours.py",
    "own-contrast": "tests/test_colours.py",
    "site-root": "tests/test_settings.py",
    "site-language": "tests/test_settings.py",
    "branch": "tests/test_settings.py",
    "removed-id": "tests/check/test_across.py",
    "unknown-county": "tests/check/test_registry.py",
    "unknown-criterion-field": "tests/check/test_rounds.py",
    "frozen-one": "tests/check/test_rounds.py",
    "frozen-day": "tests/check/test_rounds.py",
    "vocabulary-missing": "tests/check/test_registry.py",
    "vocabulary-value-missing": "tests/check/test_registry.py",
    # A case of so many values would be too long to read.
    "yaml-nodes": "tests/source/test_yaml_text.py",
    # A last resort for what the YAML parser may say and no message foresees.
    "yaml-syntax": "tests/source/test_yaml_text.py",
    # Every pattern of a practice's fields has a message of its own; the registry's have not.
    "pattern": "tests/check/test_shape.py",
}


@pytest.fixture
def case_folder(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of cases in a small repository, which is the working folder."""
    monkeypatch.chdir(repository)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    folder = repository / SHOWN
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_report_is_exactly_the_expected_one(
    case: Path, case_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command reports every problem of the file, each with its line, and exits with 1."""
    shutil.copy(case, case_folder)
    code = main(["check", f"{SHOWN}/{case.name}"])
    out, err = capsys.readouterr()
    expected = case.with_suffix(".txt")
    if os.environ.get("CORPUS_WRITE"):
        expected.write_text(out, encoding="utf-8")
        pytest.fail(f"{expected.name} written: read it")
    assert out == expected.read_text(encoding="utf-8")
    assert code == 1
    count = len(out.splitlines())
    assert err == f"1 käytäntö tarkistettu. {count} virhe{'' if count == 1 else 'ttä'}.\n"


def test_no_case_lacks_its_report_and_no_report_its_case() -> None:
    """The folder holds pairs and nothing else."""
    cases = {path.stem for path in CASES}
    reports = {path.stem for path in INVALID.glob("*.txt")}
    assert cases == reports
    assert len(list(INVALID.iterdir())) == len(cases) + len(reports)


def test_every_case_is_named_field_and_reason() -> None:
    """`<field>_<reason>`, in lower case, with hyphens within each."""
    names = [case.stem for case in CASES]
    assert [n for n in names if not re.fullmatch(r"[a-z-]+_[a-z0-9-]+", n)] == []


def test_messages_tested_elsewhere_are() -> None:
    """Each is named in the file that is said to test it."""
    root = INVALID.parent.parent
    untested = [
        code
        for code, file in ELSEWHERE.items()
        if f'"{code}"' not in (root / file).read_text(encoding="utf-8")
    ]
    assert untested == []


def test_corpus_is_large() -> None:
    """It has the breadth that it is to have."""
    assert len(CASES) >= 90


def test_corpus_covers_every_message_of_the_check(inputs: Inputs, texts: Messages) -> None:
    """Every `check.*` message occurs in the reports, but for those that are tested elsewhere."""
    codes = {key.removeprefix("check.") for key in texts.texts if key.startswith("check.")}
    folder = inputs.root / SHOWN
    folder.mkdir(parents=True)
    copies = tuple(Path(shutil.copy(case, folder)) for case in CASES)
    found = {problem.code for problem in checked(inputs, extra=copies).problems}
    assert found == codes - PARTS - set(ELSEWHERE)


def test_reports_together_are_the_reports_apart(inputs: Inputs) -> None:
    """Checked all at once no bad file hides or changes what is said of another.

    Only what compares practices with each other may add to it: similar titles, and ids taken.
    """
    folder = inputs.root / SHOWN
    folder.mkdir(parents=True)
    copies = tuple(Path(shutil.copy(case, folder)) for case in CASES)
    problems = checked(inputs, extra=copies).problems
    between = {"title-near", "former-id-taken", "former-id-used"}
    together = as_text(problem for problem in problems if problem.code not in between)
    across = {"title_near", "former-ids_taken"}
    apart = "".join(
        case.with_suffix(".txt").read_text(encoding="utf-8")
        for case in CASES
        if case.stem not in across
    )
    assert sorted(together.splitlines()) == sorted(apart.splitlines())
