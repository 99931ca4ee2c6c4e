"""The command line speaks Finnish: help, errors, and what may have been meant."""

import argparse
import re
from pathlib import Path

import pytest

from catalogue.cli import COMMANDS, main, parser
from catalogue.messages import messages
from catalogue.parser import SAID, whole
from catalogue.whole_number import whole_number

# What only a programmer gets to see: who gives argparse what it cannot take, or what we do not use.
FOR_PROGRAMMERS = (
    *(".__call__()", "conflicting", "unknown parser", 'argument "-"', "can't open"),
    *("cannot merge", "'required' is", "invalid option string", "dest= is required"),
    *("invalid conflict", "mutually exclusive", "cannot have multiple", "%r is not callable"),
    *("invalid choice", "maybe you meant", ", maybe", "abbreviat"),
)
# Words of argparse's own that no text of ours has.
ENGLISH = re.compile(r"\b(usage|options|arguments?|error|show|exit|required|expected|invalid)\b:?")


def test_everything_that_argparse_says_to_a_user_is_translated() -> None:
    """Of this version of Python: what a later one says anew fails here until it has Finnish."""
    source = Path(argparse.__file__).read_text(encoding="utf-8")
    asked = re.findall(r"(?<![a-zA-Z_])_\((['\"])(.*?)(?<!\\)\1", source)
    said = {words.encode().decode("unicode_escape") for _, words in asked}
    assert len(said) > 20
    said = {words for words in said if not words.startswith(FOR_PROGRAMMERS)}
    assert said <= SAID.keys()
    assert all(messages().has(f"cli.argparse.{key}") for key in SAID.values())


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_finnish(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Of every command, and of all together; what stands for a value is a Finnish word too."""
    with pytest.raises(SystemExit) as ended:
        main([*([command] if command else []), "--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"käyttö: catalogue {command}".rstrip())
    assert not ENGLISH.search(shown), shown
    assert not re.search(r"\b(PATH|DIR|FILE|REF|TEXT|LANG|ADDRESS)\b", shown), shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("chek", "löytyi ”chek”. Tarkoititko ”check”?"),
        ("", "catalogue: pakollinen tieto puuttuu: KOMENTO"),
        ("export --format jso", "löytyi ”jso”. Tarkoititko ”json”?"),
        ("check --formaat x", "ylimääräinen tieto: --formaat. Tarkoititko ”--format”?"),
        ("new ylimääräistä", "tuntematon valitsin tai ylimääräinen tieto: ylimääräistä"),
        ("build --jobs", "catalogue build: --jobs: odotettiin arvoa; se puuttuu"),
        ("build --jobs 0", "--jobs: odotettiin kokonaislukua väliltä 1–1000; löytyi ”0”"),
        ("build --jobs=-3", "--jobs: odotettiin kokonaislukua väliltä 1–1000; löytyi ”-3”"),
        ("serve --port 99999", "odotettiin kokonaislukua väliltä 1–65535; löytyi ”99999”"),
        ("build --s x", "voi tarkoittaa näitä: --site-dir, --skip-bad, --scheduler, --shard"),
        ("build --skip-bad=1", "valitsin ei ota arvoa; löytyi '1'"),
        ("merge", "catalogue merge: pakollinen tieto puuttuu: KANSIO"),
    ],
)
def test_a_mistake_is_told_in_finnish_with_what_may_be_meant(
    arguments: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, as of everything that cannot run."""
    with pytest.raises(SystemExit) as ended:
        main(arguments.split())
    assert ended.value.code == 2
    shown = capsys.readouterr().err
    assert shown.splitlines()[-1].endswith(said), shown
    assert not ENGLISH.search(shown), shown


@pytest.mark.parametrize("text", ["", "²", "٣", "1.5", "1e3", "+1", " 1", "0x1", "9" * 5000])
def test_only_plain_digits_are_a_whole_number(text: str) -> None:
    """What Python calls a digit is not always one to `int`."""
    assert whole_number(text, 0, 100) is None
    with pytest.raises(argparse.ArgumentTypeError):
        whole(0, 100)(text)


def test_the_ends_of_the_range_belong_to_it() -> None:
    """And nothing beyond."""
    assert [whole_number(text, 1, 10) for text in ("0", "1", "010", "11")] == [None, 1, 10, None]


def test_the_parser_reads_a_sound_command() -> None:
    """As before."""
    assert parser().parse_args(["build", "--jobs", "3"]).jobs == 3
