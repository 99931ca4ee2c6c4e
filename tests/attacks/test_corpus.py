"""The corpus: how large it is, and that every hostile file is refused for what it is."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from catalogue.check.practices import read_practices, sound_practices
from catalogue.checked import Inputs, checked
from catalogue.cli import main
from catalogue.messages import Messages
from catalogue.model.registry import Registry
from tests.attacks.cases import FILES, FRONT_MATTER
from tests.attacks.hostile import PAYLOADS, TEXTS
from tests.costs import within

LIMIT = 1.0
FINNISH = re.compile(r"odotettiin|puuttuu|tuntematon|ei voi|pitää", re.IGNORECASE)


def front_matter(text: str, sound: str) -> str:
    """The sound practice with the fields of `text` in the place of its own."""
    _, head, body = sound.split("---\n", 2)
    keys = set(re.findall(r"^[\"']?(\w+)[\"']?:", text, re.MULTILINE))
    own = re.split(r"^(?=\w)", head, flags=re.MULTILINE)
    left = "".join(part for part in own if part.partition(":")[0] not in keys)
    return f"---\n{left if keys else ''}{text}\n---\n{body}"


def test_the_corpus_is_as_large_as_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """Each case counts once; the numbers are printed."""
    pages = len({*TEXTS, *PAYLOADS["links"]})
    with capsys.disabled():
        print(
            f"\nHyökkäyskokoelma: {pages} sivua, {len(set(FRONT_MATTER.values()))} YAML-tapausta, "
            f"{len(FILES)} tiedostotapausta"
        )
    assert len(set(TEXTS)) >= 80
    assert len(set(FRONT_MATTER.values())) >= 40
    assert len(FILES) >= 60


@pytest.mark.parametrize("case", FRONT_MATTER)
def test_hostile_front_matter_is_refused(inputs: Inputs, sound: str, case: str) -> None:
    """In Finnish, at a line of the file, in less than a second, and without an exception."""
    path = inputs.practices / "paha.md"
    path.write_text(front_matter(FRONT_MATTER[case], sound), encoding="utf-8")
    refused(inputs, "practices/paha.md")


@pytest.mark.parametrize("case", FILES, ids=ascii)
def test_a_hostile_file_is_refused(inputs: Inputs, sound: str, case: str) -> None:
    """And the sound practice beside it is not blamed."""
    before = {path.name for path in inputs.practices.iterdir()}
    put(FILES[case], inputs.practices, sound)
    (name,) = {path.name for path in inputs.practices.iterdir()} - before
    refused(inputs, None, at_most=len(name.encode()) + 600)


def put(write: Callable[[Path, str], None], folder: Path, sound: str) -> None:
    """Write a case, where the file system takes its name."""
    try:
        write(folder, sound)
    except OSError as error:
        pytest.skip(f"this file system takes no such name: {error.strerror}")


def refused(inputs: Inputs, path: str | None, at_most: int = 10_000) -> None:
    """The one bad file is told of, in words that a person can act on."""
    # A file may hold thousands of faults, each of which takes its time to be told.
    found = checked(inputs).problems
    assert found
    problems = within(LIMIT + 0.5 * len(found) / 1000, lambda: checked(inputs).problems)
    assert len({problem.path for problem in problems}) == 1
    assert path in (None, problems[0].path)
    assert not any("kohtaamispaikka" in problem.path for problem in problems)
    for problem in problems:
        assert problem.line >= 1
        assert len(problem.message) < at_most
        assert "\n" not in problem.message and "Traceback" not in problem.message
    assert any(FINNISH.search(problem.message) for problem in problems)


@pytest.mark.parametrize(
    "case",
    [
        case
        for case in FILES
        if re.match("picture|png|jpeg|gif|webp|avif|heic|bmp|tiff|ico|svg", case)
    ],
)
def test_a_picture_is_refused_with_what_to_do_instead(
    inputs: Inputs, sound: str, case: str
) -> None:
    """Whatever its name says, and wherever it hides."""
    put(FILES[case], inputs.practices, sound)
    said = " ".join(problem.message for problem in checked(inputs).problems)
    hidden = {"png-after-the-text", "jpeg-after-the-text"}
    markup = {"picture-as-html", "svg-in-the-body"}
    if case in hidden:
        assert "UTF-8" in said
    elif case in markup:
        assert "HTML" in said
    else:
        assert "Kuvia" in said or "kuvia" in said
        assert "lisää lähteeksi osoite" in said


def test_all_of_them_together_hide_nothing_and_change_nothing(
    inputs: Inputs,
    sound: str,
    registry: Registry,
    texts: Messages,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each is reported, the good practice is as it was without them, and nothing is published."""
    alone = sound_practices(_sources(inputs), registry, inputs.today, texts)[0].practices
    written = 0
    for case, text in FRONT_MATTER.items():
        path = inputs.practices / f"yaml-{case}.md"
        path.write_text(front_matter(text, sound), encoding="utf-8")
    for write in FILES.values():
        try:
            write(inputs.practices, sound)
            written += 1
        except OSError:
            continue
    assert written >= 60
    problems = checked(inputs).problems
    entries = {path.name for path in inputs.practices.iterdir()} - {"kohtaamispaikka.md"}
    assert len({p.path for p in problems} - {"practices/kohtaamispaikka.md"}) == len(entries)
    left, _ = sound_practices(_sources(inputs), registry, inputs.today, texts)
    assert left.practices == alone
    monkeypatch.chdir(inputs.root)
    assert main(["build", "--site-dir", str(tmp_path / "julkaistu")]) == 1
    assert not (tmp_path / "julkaistu").exists()
    capsys.readouterr()


def _sources(inputs: Inputs) -> list:  # type: ignore[type-arg]
    return list(read_practices(inputs.practices, "practices"))
