"""`catalogue new`, answered at a real terminal."""

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

from catalogue.cli import main

# What a person types, question by question; wrong answers are asked again.
ANSWERS = [
    "Perheiden olohuone",
    "",  # a summary is needed
    "Perheet tapaavat toisiaan ja työntekijöitä.",
    "palvelu",
    "käytössä",
    "2024",
    "2023-13",  # no such month
    "2023-05",
    "varhainen tuki",
    "varhainen tuki, vanhemmuuden tuki",
    "lapsiperheet",
    "Imatra",
    "Imatran kaupunki",
    "julkinen",
    "k",
    "Huostaanotot",
    "Huostaanotot vähenivät.",
    "10",
    "2022",
    "5",
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
    "Perheillä ei ollut paikkaa.",
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
    assert "odotettiin päivää, joka on kalenterissa; löytyi ”2023-13”" in shown
    assert "Kirjoitettu: practices/perheiden-olohuone.md" in shown
    text = (tree / "practices" / "perheiden-olohuone.md").read_text(encoding="utf-8")
    assert "kind: service\n" in text
    assert "provider: imatra\n" in text
    assert main(["check"]) == 0


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


def _at_a_terminal(command: list[str], answers: list[str]) -> str:
    """Run `command` at a pseudo-terminal, type an answer at each prompt, return what was shown."""
    own, its = pty.openpty()
    process = subprocess.Popen(command, stdin=its, stdout=its, stderr=its, env=os.environ)
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
        found = len(re.findall(r"(?:^|\n)> |\(k/e\) ", shown.replace("\r", "")))
        if waiting and found > prompts:
            prompts = found
            os.write(own, (waiting.pop(0) + "\n").encode())
    process.wait(timeout=10)
    os.close(own)
    assert not waiting, f"never asked for: {waiting}; shown: {shown[-500:]}"
    return shown.replace("\r", "")
