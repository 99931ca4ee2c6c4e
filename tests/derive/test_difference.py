"""What has changed in a practice's file, and in a round since it was frozen."""

import pytest

from catalogue.derive.difference import Difference, differences
from catalogue.derive.since import Nominated, Since, since_frozen
from catalogue.snapshot import Snapshot

HEAD = "title: Perhetupa\nthemes: [a, b]\noutcomes:\n  - {id: x, statement: Eka}\n"
BODY = "\n## Tarve ja tavoitteet\n\nTarve.\n\n## Ratkaisu\n\nRatkaisu.\n"


def text(head: str = HEAD, body: str = BODY) -> str:
    """A practice's file."""
    return f"---\n{head}---\n{body}"


def test_the_same_file_has_no_differences() -> None:
    """Nor has one whose form alone differs."""
    assert differences(text(), text()) == ()
    assert differences(text(), text(HEAD.replace("[a, b]", "\n  - a\n  - b"))) == ()


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            HEAD.replace("Perhetupa", "Perhetalo"),
            Difference("title", "changed", "", "Perhetupa", "Perhetalo"),
        ),
        (HEAD.replace("[a, b]", "[a, c]"), Difference("themes", "changed", "", "a, b", "a, c")),
        (HEAD + "model: neuvola\n", Difference("model", "added", "", "", "neuvola")),
        (HEAD.replace("themes: [a, b]\n", ""), Difference("themes", "removed", "", "a, b", "")),
        (HEAD.replace("Eka", "Toka"), Difference("outcomes", "changed", "x")),
        (HEAD + "  - {id: y}\n", Difference("outcomes", "added", "y")),
        (HEAD.replace("id: x", "id: z"), Difference("outcomes", "removed", "x")),
        (HEAD + "age: {min: 1}\n", Difference("age", "added")),
    ],
)
def test_a_field_is_compared_as_written_and_a_list_of_records_by_their_ids(
    head: str, expected: Difference
) -> None:
    """Plain values are told; of a record only that it has changed."""
    assert expected in differences(text(), text(head))


def test_of_people_nothing_is_told_but_that_something_has_changed() -> None:
    """A contact that was withdrawn must not come back as what it was."""
    old = text(HEAD + "contacts:\n  - {name: Maija Meikäläinen, phone: 050 123}\n")
    assert differences(old, text()) == (Difference("contacts", "removed"),)


def test_sections_are_compared_by_their_headings() -> None:
    """A changed, an added and a removed section."""
    body = "\n## Tarve ja tavoitteet\n\nUusi tarve.\n\n## Tulokset\n\nTulos.\n"
    assert differences(text(), text(body=body)) == (
        Difference("", "changed", "Tarve ja tavoitteet", "Tarve.", "Uusi tarve."),
        Difference("", "removed", "Ratkaisu", "Ratkaisu.", ""),
        Difference("", "added", "Tulokset", "", "Tulos."),
    )


def nominated(title: str, award_round: str = "kierros") -> str:
    """A nominee's file."""
    return text(f"title: {title}\nawards:\n  - {{round: {award_round}, role: nominee}}\n")


def test_a_round_tells_who_has_changed_come_and_gone() -> None:
    """A nominee renamed since is found by its former id; another round's nominees are no matter."""
    then = {
        "a": nominated("A"),
        "b": nominated("B"),
        "c": nominated("C"),
        "old": nominated("D"),
        "e": nominated("E", "toinen"),
    }
    now = {
        "a": Nominated(nominated("A")),
        "b": Nominated(nominated("B2")),
        "new": Nominated(nominated("D"), ("old",)),
        "e": Nominated(nominated("E")),
    }
    since = since_frozen("kierros", Snapshot("abc", "2026-01-31", then), now)
    assert since.changed == {"b": (Difference("title", "changed", "", "B", "B2"),)}
    assert since.added == ("e",)
    assert since.removed == ("C",)


def test_without_history_nothing_is_claimed() -> None:
    """Not even that nothing has changed."""
    since = since_frozen("kierros", Snapshot(), {"a": Nominated(nominated("A"))})
    assert since == Since() and not since.known


@pytest.mark.parametrize("old", ["", "---\n", "---\ntitle: [\n---\n", "x", "---\na: &b c\n---\n"])
def test_an_old_file_may_be_anything(old: str) -> None:
    """The check was another then; nothing of it may stop today's build."""
    assert isinstance(differences(old, text()), tuple)
    since_frozen("kierros", Snapshot("abc", "2026-01-31", {"a": old}), {"a": Nominated(text())})
