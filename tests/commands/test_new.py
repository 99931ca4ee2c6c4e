"""`catalogue new`, answered at a real terminal."""

import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from catalogue.cli import main

# What a person types, question by question; wrong answers are asked again.
ANSWERS = [
    "Perheiden olohuone",
    "",  # a summary is needed
    "Perheet tapaavat toisiaan ja työntekijöitä.",
    "palvelu",
    "käytössä",
    "2024",
    "13/2023",  # no such month
    "5/2023",
    "varhainen tuki",
    "varhainen tuki, vanhemmuuden tuki",
    "lapsiperheet",
    "Imatra",
    "Imatran kaupunki",
    "julkinen",
    "k",
    "Huostaanotot",
    "Huostaanotot vähenivät.",
    "1.010",  # thousands or decimals?
    "1 010",
    "1.1.2022–31.12.2022",
    "505",
    "2023",
    "Luku 3",
    "e",
    "e",
    "Vuosiraportti",
    "Imatran kaupunki",
    "2024-02",
    "",
    "tiedote",
    "toteuttajan oma tieto",
    "Perheillä ei ollut paikkaa.\n\nApua odotettiin.",  # pasted, with two paragraphs
    "",
    "Avasimme olohuoneen.",
    "",
    "Huostaanottoja oli vähemmän.",
    "",
]


def test_the_answers_become_a_file_that_passes_the_check(tree: Path) -> None:
    """Every prompt is in Finnish, wrong answers are asked again, and the file is sound."""
    shown = _at_a_terminal([sys.executable, "-m", "catalogue.cli", "new"], ANSWERS)
    assert "Tämä tieto tarvitaan." in shown
    assert "Päivän pitää olla kalenterissa." in shown and "Kirjoitit ”13/2023”" in shown
    assert "Kirjoita tuhannet välilyönnillä (1 010) ja desimaalit pilkulla." in shown
    assert "Kirjoitettu: practices/perheiden-olohuone.md" in shown
    text = (tree / "practices" / "perheiden-olohuone.md").read_text(encoding="utf-8")
    assert "kind: service\n" in text
    assert "provider: imatra\n" in text
    assert "started: 2023-05\n" in text
    assert "value: '1010'\n" in text
    assert "period: 2022-01-01/2022-12-31\n" in text
    assert "Perheillä ei ollut paikkaa.\n\nApua odotettiin.\n\n## Ratkaisu" in text
    assert main(["check"]) == 0


LEFT = [
    *ANSWERS[: ANSWERS.index("Imatran kaupunki")],
    "?",
    "Rauman kaupunki",
    "Imatran kaupunki",
    "julkinen",
    "k",  # an outcome, and no more than its beginning
    "?huostaan",
    "Huostaanotot",
    "-",
    "e",
    "Lukuja ei ole koottu.",
    "k",  # a contact whom nobody remembers
    "Imatran kaupunki",
    "",
    "-",
    *ANSWERS[ANSWERS.index("Vuosiraportti") :],
]


def test_what_cannot_be_finished_may_be_left(tree: Path) -> None:
    """An outcome and a contact; what may be named is listed where that is asked for."""
    shown = _at_a_terminal([sys.executable, "-m", "catalogue.cli", "new"], LEFT)
    assert "  imatra  Imatran kaupunki\n" in shown
    assert "  care-orders  Huostaanotot\n" in shown
    assert "  rauma  Rauma\n" in shown  # what is near to an inflected name
    assert "vaiheessa" not in shown and "(k/e, pelkkä Enter on ei)" in shown
    assert "Tulos jätettiin pois." in shown
    assert "Yhteyshenkilö jätettiin pois." in shown
    text = (tree / "practices" / "perheiden-olohuone.md").read_text(encoding="utf-8")
    assert "outcomes:" not in text and "contacts:" not in text
    assert main(["check"]) == 0


@pytest.mark.parametrize(("key", "code"), [("\x03", 130), ("\x04", 2)], ids=["Ctrl+C", "Ctrl+D"])
def test_who_interrupts_finds_the_answers_in_a_draft(tree: Path, key: str, code: int) -> None:
    """Outside the practices, where no check takes it for one; an earlier draft stays."""
    (tree / "luonnos-perheiden-olohuone.md").write_text("oma\n", encoding="utf-8")
    answers = [*ANSWERS[: ANSWERS.index("1 010")], key]
    shown = _at_a_terminal([sys.executable, "-m", "catalogue.cli", "new"], answers, code)
    assert "Vastauksesi ovat luonnoksessa luonnos-perheiden-olohuone-2.md." in shown
    assert "Traceback" not in shown
    text = (tree / "luonnos-perheiden-olohuone-2.md").read_text(encoding="utf-8")
    assert "title: Perheiden olohuone\n" in text
    assert "statement: Huostaanotot vähenivät.\n" in text
    assert main(["check"]) == 0
    assert main(["check", "luonnos-perheiden-olohuone-2.md"]) == 1


def test_a_second_practice_of_the_same_name_does_not_overwrite_the_first(tree: Path) -> None:
    """The file gets a number; the check then asks for a name that stands apart."""
    (tree / "practices" / "perheiden-olohuone.md").write_text("oma\n", encoding="utf-8")
    _at_a_terminal([sys.executable, "-m", "catalogue.cli", "new"], ANSWERS)
    assert (tree / "practices" / "perheiden-olohuone.md").read_text(encoding="utf-8") == "oma\n"
    assert (tree / "practices" / "perheiden-olohuone-2.md").is_file()


def test_without_a_terminal_it_says_why_it_stops(tree: Path) -> None:
    """No half-made file, no traceback."""
    command = [sys.executable, "-m", "catalogue.cli", "new"]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr == "catalogue: tämä komento kysyy tietoja päätteessä, mutta syöte loppui\n"
    assert len(list((tree / "practices").iterdir())) == 3


def _own_terminal() -> None:
    # A process that runs in the background may have been told to ignore it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _at_a_terminal(command: list[str], answers: list[str], code: int | None = None) -> str:
    """Run `command` at a pseudo-terminal, type an answer at each prompt, return what was shown."""
    own, its = pty.openpty()
    # Its own terminal, so that Ctrl+C is for it alone.
    process = subprocess.Popen(
        command, stdin=its, stdout=its, stderr=its, env=os.environ, preexec_fn=_own_terminal
    )
    os.close(its)
    shown, waiting, deadline = "", list(answers), time.monotonic() + 60
    prompts = 0
    while time.monotonic() < deadline:
        ready, _, _ = select.select([own], [], [], 0.2)
        if ready:
            try:
                shown += os.read(own, 65536).decode("utf-8", "replace")
            except OSError:
                break
        found = len(re.findall(r"(?:^|\n)> |\(k/e[^)]*\) ", shown.replace("\r", "")))
        if waiting and found > prompts:
            prompts = found
            answer = waiting.pop(0)
            # A key that ends the dialogue needs no Enter.
            os.write(own, (answer if answer in ("\x03", "\x04") else answer + "\n").encode())
    ended = process.wait(timeout=10)
    assert code is None or ended == code
    os.close(own)
    assert not waiting, f"never asked for: {waiting}; shown: {shown[-500:]}"
    return shown.replace("\r", "")
