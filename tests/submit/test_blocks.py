"""Front matter is parted into its fields, each as it was written."""

import pytest

from catalogue.submit.blocks import blocks
from catalogue.submit.original import original
from tests.factories import ROOT, real_catalogue

HEAD = """\
# Korjattu keväällä.
title: "Tupa"   # nimi
themes:
- a

  # vielä yksi
- b

# Ohje.
summary: >
  Kaksi
  riviä.
# Loppu."""


def test_every_field_stands_as_it_was_written() -> None:
    """With the comments above it; together they are the whole."""
    found = blocks(HEAD, {"title", "themes", "summary"})
    assert list(found) == ["title", "themes", "summary"]
    assert found["title"] == '# Korjattu keväällä.\ntitle: "Tupa"   # nimi'
    assert found["summary"] == "\n# Ohje.\nsummary: >\n  Kaksi\n  riviä.\n# Loppu."
    assert "\n".join(found.values()) == HEAD


@pytest.mark.parametrize(
    ("head", "keys"),
    [
        ('title: "Tupa\nkind: palvelu"', {"title"}),
        ('title: "Tupa\nkind: palvelu"\nkind: service', {"title", "kind"}),
        ('title: "Tupa\nja pirtti"', {"title"}),
        ('"title": Tupa', {"title"}),
        ("title: Tupa", {"title", "kind"}),
        ("", {"title"}),
    ],
)
def test_fields_that_lines_do_not_tell_apart_are_not_parted(head: str, keys: set[str]) -> None:
    """What only looks like a field, and a field that is written in another way."""
    assert blocks(head, keys) == {}


def test_comments_tell_nothing_of_people() -> None:
    """Neither the contacts nor comments around them are copied, nor addresses and numbers."""
    head = (
        "# Kysy: aino@example.fi\ntitle: Tupa\nkind: service\n# Eino ei enää.\ncontacts:\n"
        "  - role: vastaava\n# - name: Eino\nlanguage: fi\nmodel: tupa\n# 040 123 4567"
    )
    found = blocks(head, {"title", "kind", "contacts", "language", "model"})
    assert found.pop("kind") == "kind: service"
    assert set(found.values()) == {""}


def test_the_front_matter_of_every_practice_can_be_parted() -> None:
    """All but its contacts comes to the form as it stands in the file."""
    for entry in real_catalogue().entries:
        text = (ROOT / "practices" / f"{entry.id}.md").read_text("utf-8")
        parted = original(entry)["blocks"]
        assert isinstance(parted, dict)
        assert parted.keys() == entry.practice.model_fields_set, entry.id
        assert {key for key, block in parted.items() if not block} <= {"contacts"}, entry.id
        shown = "\n".join(block for block in parted.values() if block)
        assert all(line in text.split("\n") for line in shown.split("\n")), entry.id
