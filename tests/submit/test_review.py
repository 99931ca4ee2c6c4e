"""What an editor is told of a practice, and the issue form that becomes one."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from catalogue.cli import main
from catalogue.messages import messages
from catalogue.pages.front import field_reference
from catalogue.pages.review import review
from catalogue.settings import ENVIRONMENT
from catalogue.source.document import split_practice
from catalogue.submit.issue import ASKED, SECTIONS, practice_of_issue
from tests.factories import ROOT, frame, real_catalogue, registry


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
    text = re.sub(r"change_reported: \{value: -19", "change_reported: {value: -85", text)
    path.write_text(text.replace(number[0], "baseline: {value: 99"), encoding="utf-8")
    assert main(["review", "practices/kohtaamispaikka.md"]) == 0
    shown = capsys.readouterr().out
    assert "muutos käytäntöön" in shown
    assert f"› Lähtötilanne › Luku: ennen {number[1]}, nyt 99" in shown
    assert shown.count("muuttui:") == 1


def test_uneven_periods_are_told_with_the_caveat_that_belongs_to_them(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Until the caveat is there."""
    path = tree / "practices" / "kohtaamispaikka.md"
    text = path.read_text("utf-8")
    whole = re.search(r"( *)follow_up: \{.*\}\n", text)
    assert whole
    part = f"{whole[1]}follow_up: {{value: 7, period: 2017-01/2017-04}}\n"
    text = re.sub(r"indicator: .*", "indicator: care-orders", text)
    text = re.sub(r"baseline: \{.*\}", "baseline: {value: 33, period: 2015}", text)
    path.write_text(text.replace(whole[0], part), encoding="utf-8")
    main(["review", "practices/kohtaamispaikka.md"])
    shown = capsys.readouterr().out
    assert "eripituisilta jaksoilta, joten niistä ei voi laskea muutosta." in shown
    assert "lisää varaus ”vajaa vuosi”" in shown
    part += f"{whole[1]}caveats: [part-year]\n"
    path.write_text(text.replace(whole[0], part), encoding="utf-8")
    main(["review", "practices/kohtaamispaikka.md"])
    assert "lisää varaus" not in capsys.readouterr().out


def test_what_is_not_in_the_practices_is_told_too(
    tree: Path, sound: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A practice that is gone, one that has another name, and a file of the registry."""
    folder = tree / "practices"
    text = sound.replace("title: Perhetupa", "title: Ryhmä isille ja äideille")
    (folder / "ryhma.md").write_text(text, encoding="utf-8")
    subprocess.run(["git", "add", "."], check=True)
    subprocess.run(["git", "commit", "-q", "-m", "toinen"], check=True)
    (folder / "kohtaamispaikka.md").rename(folder / "avoin-paikka.md")
    (folder / "ryhma.md").unlink()
    (folder / "linkki.md").symlink_to("avoin-paikka.md")
    with (tree / "registry" / "indicators.yml").open("a", encoding="utf-8") as file:
        file.write("# muutos\n")
    subprocess.run(["git", "add", "."], check=True)
    assert main(["review", "--format", "summary", "--base", "HEAD"]) == 0
    shown = capsys.readouterr().out.replace("\\", "")
    assert "### practices/avoin-paikka.md (muutos käytäntöön)" in shown
    assert "Tiedoston nimi: ennen kohtaamispaikka.md, nyt avoin-paikka.md." in shown
    assert (
        "- lisätty: practices/linkki.md\n- poistettu: practices/ryhma.md\n"
        "- muutettu: registry/indicators.yml\n"
    ) in shown


def test_what_others_have_published_since_is_no_part_of_the_change(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The change is compared with where it began, not with where the published branch is now."""
    path = tree / "practices" / "kohtaamispaikka.md"
    subprocess.run(["git", "branch", "oma"], check=True)
    path.write_text(path.read_text("utf-8").replace("kind: service", "kind: method"), "utf-8")
    subprocess.run(["git", "commit", "-qam", "toisten"], check=True)
    subprocess.run(["git", "checkout", "-q", "oma"], check=True)
    path.write_text(path.read_text("utf-8").replace("title: Avoin", "title: Oma"), "utf-8")
    assert main(["review", "--base", "main"]) == 0
    shown = capsys.readouterr().out
    assert "Käytännön nimi: ennen ”Avoin kohtaamispaikka”, nyt ”Oma kohtaamispaikka”" in shown
    assert "Käytännön laji" not in shown


def test_a_version_that_there_is_not_cannot_be_compared_with(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistyped base must not make every practice look new."""
    assert main(["review", "--base", "ei-ole"]) == 2
    assert "versiota ”ei-ole” ei ole tässä arkistossa" in capsys.readouterr().err


def test_a_change_of_a_file_with_problems_is_told(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An editor sees what was changed before it is mended."""
    path = tree / "practices" / "kohtaamispaikka.md"
    path.write_text(path.read_text("utf-8").replace("kind: service", "kind: palvelu"), "utf-8")
    assert main(["review"]) == 1
    assert "Käytännön laji: ennen palvelu, nyt palvelu" in capsys.readouterr().out


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


@pytest.mark.parametrize(
    ("environment", "links"),
    [
        ({}, []),
        (
            {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "esimerkki/luettelo"},
            ["https://github.com/esimerkki/luettelo/blob/main/CONTRIBUTING.md"],
        ),
        (
            {
                "CATALOGUE_SITE_URL": "https://esimerkki.fi/luettelo",
                "CATALOGUE_REPOSITORY": "https://git.esimerkki.fi/luettelo",
                "GITHUB_SERVER_URL": "https://github.com",
                "GITHUB_REPOSITORY": "esimerkki/haarauma",
            },
            [
                "https://esimerkki.fi/luettelo/ilmoita/kentat/",
                "https://esimerkki.fi/luettelo/ilmoita/kasittely/",
                "https://git.esimerkki.fi/luettelo/blob/main/CONTRIBUTING.md",
            ],
        ),
    ],
    ids=["nowhere", "github", "published"],
)
def test_the_summary_links_to_how_to_mend(
    tree: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    environment: dict[str, str],
    links: list[str],
) -> None:
    """On the site and in the repository, as far as it is known where they are."""
    for name in (*ENVIRONMENT.values(), "GITHUB_SERVER_URL", "GITHUB_REPOSITORY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert main(["review", "--format", "summary", "practices/kohtaamispaikka.md"]) == 0
    shown = capsys.readouterr().out
    assert re.findall(r"^- \[[A-ZÄ][^]]+\]\(<([^>]+)>\)$", shown, re.MULTILINE) == links


def test_the_guides_that_are_linked_are_pages_of_the_site() -> None:
    """A renamed page must not leave a dead link in pull requests."""
    made = frame(real_catalogue())
    assert review(made).url == "ilmoita/kasittely/"
    reference = field_reference(made)
    assert reference.url == "ilmoita/kentat/"
    assert 'id="outcomes.indicator"' in reference.html and 'id="kind"' in reference.html


def test_each_problem_links_to_the_help_of_its_field(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the site is published."""
    monkeypatch.setenv("CATALOGUE_SITE_URL", "https://esimerkki.fi/")
    path = tree / "practices" / "kohtaamispaikka.md"
    text = path.read_text("utf-8")
    text = text.replace("kind: service", "kind: palvelu").replace("care-orders", "care-order")
    path.write_text(text.replace("## Ratkaisu", "## Ratkasu"), "utf-8")
    assert main(["review", "--format", "summary", "practices/kohtaamispaikka.md"]) == 1
    shown = capsys.readouterr().out
    assert "[Kentän ohje](<https://esimerkki.fi/ilmoita/kentat/#kind>)" in shown
    assert "[Kentän ohje](<https://esimerkki.fi/ilmoita/kentat/#outcomes.indicator>)" in shown
    assert shown.count("[Kentän ohje]") == 2


def test_a_withdrawn_contact_is_not_asked_after(
    tree: Path, sound: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody sees it, however long ago it was verified."""
    path = tree / "practices" / "perhetupa.md"
    path.write_text(sound, encoding="utf-8")
    assert main(["review", "practices/perhetupa.md"]) == 0
    assert "palveluvastaava" in capsys.readouterr().out
    path.write_text(sound.replace("verified:", "withdrawn: true, verified:"), encoding="utf-8")
    assert main(["review", "practices/perhetupa.md"]) == 0
    assert "palveluvastaava" not in capsys.readouterr().out


def test_a_broken_file_is_reported_with_its_problems(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit code is that of the check."""
    path = tree / "practices" / "kohtaamispaikka.md"
    path.write_text(path.read_text("utf-8").replace("language: fi", "language: xx"), "utf-8")
    assert main(["review", "practices/kohtaamispaikka.md"]) == 1
    assert "language: odotettiin jotakin näistä" in capsys.readouterr().out


def test_very_many_problems_do_not_drown_the_remarks(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A hundred of a file are told, and how many more there are."""
    path = tree / "practices" / "kohtaamispaikka.md"
    keys = "".join(f"x{number}: y\n" for number in range(400))
    path.write_text(path.read_text("utf-8").replace("---\n", f"---\n{keys}", 1), "utf-8")
    for shape in ("text", "summary"):
        assert main(["review", "--format", shape, "practices/kohtaamispaikka.md"]) == 1
        shown = capsys.readouterr().out
        assert shown.count("odotettiin tunnettua kenttää") == 100
        assert "ja 300 muuta virhettä tässä tiedostossa" in shown


def test_a_broken_file_named_by_another_way_to_it_is_reported(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link to the folder leads to the same file."""
    path = tree / "practices" / "kohtaamispaikka.md"
    path.write_text(path.read_text("utf-8").replace("language: fi", "language: xx"), "utf-8")
    (tree / "linkki").symlink_to("practices")
    assert main(["review", "linkki/kohtaamispaikka.md"]) == 1
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
        "language": "suomi",
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


def test_an_issue_in_another_language_becomes_a_file_in_that_language(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its headings; the form itself is in Finnish."""
    (tree / "ilmoitus.txt").write_text(answers().replace("suomi", "ruotsi"), encoding="utf-8")
    assert main(["from-issue", "ilmoitus.txt"]) == 0, capsys.readouterr().err
    written = (tree / "practices" / "perheiden-olohuone.md").read_text("utf-8")
    assert split_practice("x", written).data["language"] == "sv"
    assert "\n## Lösning\n\nAvasimme olohuoneen." in written


def test_a_problem_without_a_field_is_told_without_one(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No colon stands between nothing and the sentence."""
    (tree / "practices" / "tyhja.md").write_text("---\n- a\n---\n", encoding="utf-8")
    for shape in ("text", "summary"):
        assert main(["review", "--format", shape, "practices/tyhja.md"]) == 1
        shown = capsys.readouterr().out
        assert ": :" not in shown and "odotettiin" in shown


def test_the_headings_of_an_answer_stay_in_it(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only the form's own labels begin an answer, and each of them once."""
    text = answers().replace(
        "Avasimme olohuoneen.",
        "Avasimme.\n\n### Arki\n\nOvi on auki.\n\n## Väki\n\nKaksi.\n\n"
        "### Tiivistelmä\n\nLyhyesti.",
    )
    (tree / "ilmoitus.txt").write_text(text, encoding="utf-8")
    assert main(["from-issue", "ilmoitus.txt"]) == 0, capsys.readouterr().err
    written = (tree / "practices" / "perheiden-olohuone.md").read_text("utf-8")
    assert (
        "## Ratkaisu\n\nAvasimme.\n\n### Arki\n\nOvi on auki.\n\n### Väki\n\nKaksi.\n\n"
        "### Tiivistelmä\n\nLyhyesti.\n\n- ensin arkisin\n\n## Tulokset\n"
    ) in written
    assert split_practice("x", written).data["summary"] == "Perheet tapaavat toisiaan."


def test_dates_as_people_write_them_are_read() -> None:
    """Nobody is asked in the form for a notation of its own."""
    text = answers().replace("2023-05", "5/2023").replace("\n2024\n", "\n18.9.2024\n")
    data, _ = practice_of_issue(text, registry(), messages())
    assert data["started"] == "2023-05"
    assert isinstance(data["sources"], list) and data["sources"][0]["date"] == "2024-09-18"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("ei-ole.txt", None, "ilmoitusta ei voi lukea: ei-ole.txt: "),
        ("practices", None, "ilmoitusta ei voi lukea: practices: odotettiin tavallista tiedostoa"),
        ("a.txt", "a\nä".encode("latin-1"), "a.txt:2: odotettiin UTF-8-muotoista tekstiä"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "a.txt: odotettiin tekstiä; tiedosto on muotoa PNG"),
        ("a.txt", b"Hei!\n\n### Terveisin\n\nMaija\n", "kuten ”### Käytännön nimi”. Avaa kysymys"),
        ("a.txt", b"", "kuten ”### Käytännön nimi”. Avaa kysymys"),
    ],
)
def test_what_is_no_issue_is_told_in_finnish(
    tree: Path, name: str, content: bytes | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, no traceback and no file."""
    if content is not None:
        (tree / name).write_bytes(content)
    assert main(["from-issue", name]) == 2
    shown = capsys.readouterr().err
    assert shown.startswith("catalogue: ") and said in shown
    assert len(list((tree / "practices").iterdir())) == 1


def test_an_issue_is_read_from_standard_input_whatever_its_bytes(tree: Path) -> None:
    """A pipe has no encoding of its own."""
    command = [sys.executable, "-m", "catalogue.cli", "from-issue"]
    done = subprocess.run(command, input=b"\xff\xfe", capture_output=True, check=False)
    assert done.returncode == 2
    said = done.stderr.decode()
    assert said.startswith("catalogue: ilmoitusta ei voi lukea: vakiosyöte:1: odotettiin UTF-8")
    done = subprocess.run(command, input=answers().encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_what_is_not_recognised_stays_for_the_check_to_point_at() -> None:
    """Nothing that was told is dropped."""
    text = answers().replace("Imatran kaupunki", "Tuntematon ry")
    data, _ = practice_of_issue(text, registry(), messages())
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


def test_a_file_that_git_does_not_know_yet_is_reviewed(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As it is after `catalogue new`; without any change it is said that there is none."""
    assert main(["review"]) == 0
    assert capsys.readouterr().out == "Tässä muutoksessa ei ole käytäntöjä.\n"
    broken = "---\ntitle: Uusi\n---\n"
    (tree / "practices" / "uusi-hanke.md").write_text(broken, encoding="utf-8")
    assert main(["review"]) == 1
    assert capsys.readouterr().out.startswith("practices/uusi-hanke.md: uusi")


def test_no_name_or_key_reaches_the_terminal_as_it_is(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Control characters and bytes that are no text would do things to it."""
    text = '---\n"a\\e]0;b\\a": x\n---\n'
    name = os.fsdecode(b"a\x1b[31mb\xff.md")
    (tree / "practices" / name).write_text(text, encoding="utf-8")
    assert main(["review"]) == 1
    shown = capsys.readouterr().out
    assert "U+001B[31mb" in shown
    assert all(letter.isprintable() or letter == "\n" for letter in shown)


def test_the_summary_of_a_pull_request_links_to_the_guides_on_the_site() -> None:
    """The workflow tells the command where the site is, as publishing does."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text("utf-8"))
    steps = workflow["jobs"]["content"]["steps"]
    (summary,) = (step for step in steps if "catalogue review" in step.get("run", ""))
    assert ENVIRONMENT["site_url"] in summary["env"]
