"""What an editor is told of a practice, and the issue form that becomes one."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from catalogue.cli import main
from catalogue.messages import messages
from catalogue.source.document import split_practice
from catalogue.submit.issue import ASKED, SECTIONS, practice_of_issue
from tests.factories import ROOT, TODAY, registry


@pytest.fixture
def tree(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small repository under git, with its practice committed."""
    monkeypatch.chdir(repository)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{name}_NAME", "Testi")
        monkeypatch.setenv(f"{name}_EMAIL", "testi@example.fi")
    for command in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "alku"]):
        subprocess.run(["git", *command], check=True)
    return repository


def test_a_changed_number_is_shown_before_and_after(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the outcome that it belongs to; claims that did not change are not listed."""
    path = tree / "practices" / "kohtaamispaikka.md"
    text = path.read_text("utf-8")
    number = re.search(r"baseline: \{value: (\d+)", text)
    assert number
    path.write_text(text.replace(number[0], "baseline: {value: 99"), encoding="utf-8")
    assert main(["review", "practices/kohtaamispaikka.md"]) == 0
    shown = capsys.readouterr().out
    assert "muutos käytäntöön" in shown
    assert f"Lähtötilanne: ennen {number[1]}, nyt 99" in shown
    assert shown.count("muuttui:") == 1


def test_a_new_practice_is_all_new(
    tree: Path, sound: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without files the changed ones are reviewed; what was submitted stays text."""
    text = sound.replace("title: Perhetupa", 'title: "Perhe <b>tupa</b>"')
    (tree / "practices" / "perhetupa.md").write_text(text, encoding="utf-8")
    subprocess.run(["git", "add", "."], check=True)
    assert main(["review", "--format", "summary", "--base", "HEAD"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("## Käytäntöjen tarkistus\n")
    assert "### practices/perhetupa.md (uusi käytäntö)" in shown.replace("\\", "")
    assert "**Tarkistus: kunnossa.**" in shown
    assert "uusi: " in shown
    assert "#### Näytön tasot" in shown
    assert "kohtaamispaikka" not in shown
    assert "<b>" not in shown


def test_a_broken_file_is_reported_with_its_problems(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit code is that of the check."""
    path = tree / "practices" / "kohtaamispaikka.md"
    path.write_text(path.read_text("utf-8").replace("language: fi", "language: xx"), "utf-8")
    assert main(["review", "practices/kohtaamispaikka.md"]) == 1
    assert "language: odotettiin jotakin näistä" in capsys.readouterr().out


def test_what_is_no_practice_cannot_be_reviewed(tree: Path) -> None:
    """Exit code 2."""
    assert main(["review", "catalogue.yml"]) == 2


def answers() -> str:
    """An issue as GitHub writes it of the form."""
    template = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/kaytanto.yml").read_text("utf-8"))
    given = {
        "title": "Perheiden olohuone",
        "summary": "Perheet tapaavat toisiaan.",
        "kind": "palvelu",
        "status": "käytössä",
        "started": "2023-05",
        "places": "Imatra, Kouvola",
        "provider": "Imatran kaupunki",
        "provider_kind": "julkinen",
        "need": "Paikkaa ei ollut.",
        "solution": "Avasimme olohuoneen.\n\n- ensin arkisin",
        "results": "Kävijöitä oli paljon.",
        "no_outcomes_because": "Lukuja ei ole koottu.",
        "source-title": "Vuosiraportti",
        "source-date": "2024",
        "source-kind": "tiedote",
        "source-independence": "toteuttajan oma tieto",
    }
    parts = []
    for item in template["body"]:
        if item["type"] == "markdown":
            continue
        answer = given.get(item["id"], "_No response_")
        if item["type"] == "checkboxes":
            labels = [option["label"] for option in item["attributes"]["options"]]
            answer = "\n".join(f"- [{'X' if n == 0 else ' '}] {x}" for n, x in enumerate(labels))
        parts.append(f"### {item['attributes']['label']}\n\n{answer}\n")
    return "\n".join(parts)


def test_the_issue_form_becomes_a_sound_practice(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words become values, names become ids, and the file passes the check."""
    (tree / "ilmoitus.txt").write_text(
        answers().replace("\n", "\r\n"), encoding="utf-8", newline=""
    )
    assert main(["from-issue", "ilmoitus.txt"]) == 0, capsys.readouterr().err
    path = tree / "practices" / "perheiden-olohuone.md"
    data = split_practice("x", path.read_text("utf-8")).data
    assert data["kind"] == "service"
    assert data["places"] == ["153", "286"]
    assert data["provider"] == "imatra"
    assert data["service_levels"] == ["universal"]
    assert main(["check"]) == 0


def test_what_is_not_recognised_stays_for_the_check_to_point_at() -> None:
    """Nothing that was told is dropped."""
    text = answers().replace("Imatran kaupunki", "Tuntematon ry")
    data, _ = practice_of_issue(text, registry(), TODAY, messages())
    assert data["provider"] == "Tuntematon ry"


def test_the_issue_form_asks_by_the_labels_of_the_model() -> None:
    """Its labels and options are those that the command reads; it has every one of them."""
    template = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/kaytanto.yml").read_text("utf-8"))
    texts = messages()
    labels = {item["attributes"].get("label") for item in template["body"]} - {None}
    names = {"sources": "Citation", "status": "Status"}
    wanted = {
        texts.get(f"field.{names.get(str(path[0]), 'Practice')}.{path[-1]}.label") for path in ASKED
    }
    terms = registry().vocabularies["section"].values
    assert labels == wanted | {terms[name].label.fi for name in SECTIONS}
    words = {term.label.fi for v in registry().vocabularies.values() for term in v.values.values()}
    for item in template["body"]:
        for option in item["attributes"].get("options", []):
            assert (option["label"] if isinstance(option, dict) else option) in words
