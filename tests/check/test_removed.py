"""The notes of removed practices."""

from pathlib import Path

import pytest

from catalogue.check.registry import load_registry
from catalogue.messages import Messages

SOUND = """
vanha:
  title: Vanha käytäntö
  date: 2026-05-01
  why: "Sama käytäntö oli luettelossa kahdesti."
  instead: kohtaamispaikka
  former_ids: [aivan-vanha]
"""
HERE = frozenset({"kohtaamispaikka"})


def problems(repository: Path, texts: Messages, text: str) -> list[tuple[int, str, str]]:
    """What is wrong with `text` as the file of notes: line, field and code."""
    (repository / "registry/removed.yml").write_text(text, encoding="utf-8")
    found = load_registry(repository / "registry", "registry", texts, HERE).problems
    assert {p.path for p in found} <= {"registry/removed.yml"}
    return [(p.line, p.field, p.code) for p in found]


def test_a_sound_note_is_in_the_registry(repository: Path, texts: Messages) -> None:
    """With every id under which the practice was known."""
    assert problems(repository, texts, SOUND) == []
    registry = load_registry(repository / "registry", "registry", texts, HERE).registry
    assert registry
    assert registry.removed["vanha"].instead == "kohtaamispaikka"
    assert registry.removed_ids == {"vanha": "vanha", "aivan-vanha": "vanha"}


def test_a_catalogue_that_has_removed_nothing_needs_no_file(
    repository: Path, texts: Messages
) -> None:
    """Nor does one whose file has comments only."""
    assert problems(repository, texts, "# Ei yhtään.\n") == []
    (repository / "registry/removed.yml").unlink()
    assert load_registry(repository / "registry", "registry", texts, HERE).problems == ()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("aivan-vanha", "vanha", (7, "vanha.former_ids[0]", "former-id-taken")),
        ("instead: koh", "instead: kah", (6, "vanha.instead", "unknown-practices")),
        ("vanha:", "Vanha:", (2, "Vanha", "slug")),
        ("date: 2026-05-01", "date: toukokuu", (4, "vanha.date", "date")),
        ('  why: "Sama käytäntö oli luettelossa kahdesti."\n', "", (2, "vanha.why", "missing")),
    ],
)
def test_a_bad_note_is_refused(
    repository: Path, texts: Messages, before: str, after: str, expected: tuple[int, str, str]
) -> None:
    """With the line where it stands."""
    assert problems(repository, texts, SOUND.replace(before, after, 1)) == [expected]
