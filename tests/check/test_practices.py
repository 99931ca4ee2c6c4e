"""Reading and checking the practices: all checks together."""

import json
import os
import shutil
import socket
import string
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.check.practices import check_practices, read_practice, read_practices
from catalogue.check.report import MOST_SHOWN, as_text
from catalogue.checked import Inputs, checked
from catalogue.messages import Messages
from catalogue.model.practice import Practice
from catalogue.model.registry import Registry
from catalogue.remembered import Remembered
from catalogue.source.document import Source, split_practice

FUZZ = settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def report(inputs: Inputs) -> str:
    """The whole report of what is wrong with the practices."""
    return as_text(checked(inputs).problems)


def titled(sound: str, title: str) -> str:
    """The sound practice with another title."""
    return sound.replace("title: Perhetupa", f"title: {title}")


def test_sound_practices_become_records_by_id(inputs: Inputs, sound: str) -> None:
    """The id is the file's name."""
    (inputs.practices / "perhetupa.md").write_text(sound, encoding="utf-8")
    result = checked(inputs)
    assert result.problems == ()
    assert result.practices == 2
    assert result.catalogue is not None
    assert [entry.id for entry in result.catalogue.entries] == ["kohtaamispaikka", "perhetupa"]


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_practice_written_on_windows_is_sound(
    inputs: Inputs, sound: str, ends: str, mark: bytes
) -> None:
    """Its line ends and byte order mark are no fault."""
    data = mark + sound.replace("\n", ends).encode()
    (inputs.practices / "perhetupa.md").write_bytes(data)
    assert report(inputs) == ""


def test_code_with_a_zero_is_the_text_that_was_written(
    registry: Registry, inputs: Inputs, sound: str, texts: Messages
) -> None:
    """`020` is Akaa, not sixteen."""
    source = split_practice("practices/perhetupa.md", sound)
    found = check_practices([source], registry, inputs.today, texts)
    assert found.practices["perhetupa"].places == ("153", "020")
    assert registry.place_name("020").fi == "Akaa"


def test_every_entry_of_the_folder_must_be_a_practice(inputs: Inputs, sound: str) -> None:
    """Whatever is something else is told, and nothing of it is read."""
    folder = inputs.practices
    (folder / "Imatra.md").write_text(sound, encoding="utf-8")
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    (folder / ".hidden.md").write_text("x", encoding="utf-8")
    (folder / "index.md").write_text(sound, encoding="utf-8")
    (folder / "link.md").symlink_to("kohtaamispaikka.md")
    (folder / "outside.md").symlink_to("/etc/passwd")
    (folder / "sub.md").mkdir()
    (folder / "sub").mkdir()
    (folder / "sub" / "a.md").write_text("x", encoding="utf-8")
    os.mkfifo(folder / "pipe.md")
    shutil.copy(folder / "kohtaamispaikka.md", folder / ("a" * 81 + ".md"))
    told = [(p.path, p.line, p.code) for p in checked(inputs).problems]
    assert told == [
        ("practices/.hidden.md", 1, "name-form"),
        ("practices/Imatra.md", 1, "name-form"),
        ("practices/" + "a" * 81 + ".md", 1, "name-long"),
        ("practices/index.md", 1, "name-reserved"),
        ("practices/link.md", 1, "not-a-file"),
        ("practices/notes.txt", 1, "name-form"),
        ("practices/outside.md", 1, "not-a-file"),
        ("practices/pipe.md", 1, "not-a-file"),
        ("practices/sub", 1, "folder"),
        ("practices/sub.md", 1, "folder"),
    ]


def test_what_is_no_practice_is_told_in_its_own_words(inputs: Inputs) -> None:
    """A folder, and what the system left: with what to do."""
    (inputs.practices / "luonnokset").mkdir()
    (inputs.practices / ".DS_Store").write_bytes(b"\0")
    assert report(inputs) == (
        "practices/.DS_Store:1: odotettiin käytännön tiedostoa; ”.DS_Store” on käyttöjärjestelmän "
        "tai ohjelman oma apu- tai varmuuskopiotiedosto. Poista se\n"
        "practices/luonnokset:1: odotettiin tiedostoa; ”luonnokset” on kansio. Käytännöt ovat "
        "suoraan kansiossa practices: siirrä tiedostot sinne ja poista alikansio\n"
    )


REMOVED = """
kohtaamispaikka:
  title: Vanha käytäntö
  date: 2026-05-01
  why: "Sama käytäntö oli luettelossa kahdesti."
"""


def test_a_practice_that_took_a_removed_id_is_told_and_the_others_are_checked(
    inputs: Inputs, sound: str
) -> None:
    """At its own file: the registry is not at fault, and nothing else is left unchecked."""
    (inputs.registry / "removed.yml").write_text(REMOVED, encoding="utf-8")
    bad = sound.replace("kind: service", "kind: palvelu")
    (inputs.practices / "perhetupa.md").write_text(bad, encoding="utf-8")
    told = [(p.path, p.code) for p in checked(inputs).problems]
    assert told == [
        ("practices/kohtaamispaikka.md", "removed-id"),
        ("practices/perhetupa.md", "unknown-value"),
    ]


def test_a_practice_that_took_a_former_id_is_told_at_its_own_file(
    inputs: Inputs, sound: str
) -> None:
    """The address would lead to one of two; who renamed a practice is told too."""
    renamed = sound.replace("\nsources:", "\nformer_ids: [kohtaamispaikka]\nsources:", 1)
    (inputs.practices / "perhetupa.md").write_text(renamed, encoding="utf-8")
    told = [(p.path, p.field, p.code) for p in checked(inputs).problems]
    assert told == [
        ("practices/kohtaamispaikka.md", "", "former-id-used"),
        ("practices/perhetupa.md", "former_ids[0]", "former-id-taken"),
    ]


def test_file_that_the_system_does_not_open_is_told(
    inputs: Inputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what the system says; a socket cannot be opened at all."""
    monkeypatch.chdir(inputs.practices)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.md")
        assert report(inputs) == (
            "practices/socket.md:1: odotettiin luettavaa tiedostoa; järjestelmä vastasi: "
            "No such device or address\n"
        )


def test_file_that_is_gone_when_it_is_read_is_told(inputs: Inputs) -> None:
    """Nothing is raised for one file."""
    source = read_practice(inputs.practices / "gone.md", "practices/gone.md")
    assert [finding.code for finding in source.findings] == ["unreadable"]


def test_name_that_is_not_utf8_is_told_in_a_report_that_can_be_printed(inputs: Inputs) -> None:
    """The system gives such bytes as lone surrogates."""
    try:
        (inputs.practices / os.fsdecode(b"a\xff.md")).write_text("x")
    except OSError:
        pytest.skip("this file system takes no such name")
    assert "aU+DCFF.md" in report(inputs)
    report(inputs).encode("utf-8")


def test_name_with_a_line_end_is_told_on_one_line(inputs: Inputs) -> None:
    """It cannot write a line of the report."""
    (inputs.practices / "a\n::error::b.md").write_text("x")
    assert len(report(inputs).splitlines()) == 1


def test_stray_file_does_not_hide_the_report_of_a_practice(inputs: Inputs, sound: str) -> None:
    """Two files that differ only in their ending are both told."""
    (inputs.practices / "tupa.md").write_text(
        sound.replace("language: fi", "language: xx"), encoding="utf-8"
    )
    (inputs.practices / "tupa.txt").write_text("x", encoding="utf-8")
    told = [(p.path, p.field, p.code) for p in checked(inputs).problems]
    assert told == [
        ("practices/tupa.md", "language", "unknown-value"),
        ("practices/tupa.txt", "", "name-form"),
    ]


def test_file_that_cannot_be_read_is_told_for_that_alone(inputs: Inputs) -> None:
    """No field is called missing in a file that nobody could read."""
    (inputs.practices / "a.md").write_bytes(b"---\ntitle: \xff\n---\n")
    (inputs.practices / "b.md").write_text("---\ntitle: [x\n---\n", encoding="utf-8")
    (inputs.practices / "c.md").write_text("---\n---\n", encoding="utf-8")
    told = [(p.path, p.line, p.code) for p in checked(inputs).problems]
    assert told == [
        ("practices/a.md", 2, "not-utf8"),
        ("practices/b.md", 2, "yaml-bracket"),
        ("practices/c.md", 1, "front-matter-empty"),
    ]


def test_file_that_cannot_be_read_can_still_be_pointed_to(inputs: Inputs, sound: str) -> None:
    """Its fault is not called another's."""
    (inputs.practices / "broken.md").write_text("x", encoding="utf-8")
    related = "related:\n  - {practice: broken, how: Sama.}\nreviewed"
    text = sound.replace("\nreviewed", f"\n{related}")
    (inputs.practices / "perhetupa.md").write_text(text, encoding="utf-8")
    assert [problem.path for problem in checked(inputs).problems] == ["practices/broken.md"]


def test_every_fault_of_a_file_is_told_at_once_in_the_order_of_lines(
    inputs: Inputs, sound: str
) -> None:
    """Of its form, its values and its body."""
    text = (
        sound.replace("kind: service\n", "kind: palvelu\nkind: service\n")
        .replace("provider: imatra", "provider: zz")
        .replace("min: 0", "min: nolla")
        .replace("## Ratkaisu", "## Ratkaisut")
        .replace("Työntekijä on", "<b>TODO</b>")
    )
    (inputs.practices / "perhetupa.md").write_text(text, encoding="utf-8")
    told = [(p.line, p.field, p.code) for p in checked(inputs).problems]
    assert told == [
        (5, "kind", "unknown-value"),
        (6, "kind", "yaml-duplicate"),
        (12, "age.min", "whole-number"),
        (14, "provider", "unknown-organisations"),
        (42, "leipäteksti", "section-missing"),
        (47, "leipäteksti", "section-unknown"),
        (49, "leipäteksti", "body-html"),
        (49, "leipäteksti", "body-html"),
        (49, "leipäteksti", "placeholder"),
    ]


def test_twenty_bad_files_among_two_hundred_are_all_told_in_order(
    inputs: Inputs, sound: str
) -> None:
    """And the hundred and eighty others are not."""
    bad = {f"p-{n:03}" for n in range(0, 200, 10)}
    for number in range(200):
        name = f"p-{number:03}"
        text = titled(sound, f"{string.ascii_lowercase[number % 26] * 9} {number:03} {name}")
        text = text.replace("kind: service", f"kind: service\nmodel: m-{number // 10 % 2}")
        if name in bad:
            text = text.replace("## Tulokset", "## Tulos")
        (inputs.practices / f"{name}.md").write_text(text, encoding="utf-8")
    problems = [p for p in checked(inputs).problems if p.code != "title-near"]
    assert [(p.path, p.line, p.code) for p in problems] == [
        entry
        for name in sorted(bad)
        for entry in (
            (f"practices/{name}.md", 42, "section-missing"),
            (f"practices/{name}.md", 51, "section-unknown"),
        )
    ]


def test_practice_with_a_fault_is_no_record(
    inputs: Inputs, sound: str, registry: Registry, texts: Messages
) -> None:
    """Also where only the comparison with others shows it."""
    for name in ("a", "b"):
        (inputs.practices / f"{name}.md").write_text(sound, encoding="utf-8")
    sources = read_practices(inputs.practices, "practices")
    found = check_practices(sources, registry, inputs.today, texts)
    near = [("practices/a.md", "title-near"), ("practices/b.md", "title-near")]
    assert [(p.path, p.code) for p in found.problems] == near
    assert sorted(found.practices) == ["kohtaamispaikka"]
    assert sorted(found.sources) == ["a", "b", "kohtaamispaikka"]


def test_practice_is_checked_in_its_own_language(inputs: Inputs, sound: str) -> None:
    """Swedish headings in a practice written in Swedish."""
    text = (
        titled(sound, "Familjestugan")
        .replace("language: fi", "language: sv")
        .replace("## Tarve ja tavoitteet", "## Behov och mål")
        .replace("## Ratkaisu", "## Lösning")
        .replace("## Tulokset", "## Resultat")
    )
    (inputs.practices / "familjestugan.md").write_text(text, encoding="utf-8")
    assert report(inputs) == ""


def test_problems_are_told_before_the_next_file_is_read(
    inputs: Inputs, sound: str, registry: Registry, texts: Messages
) -> None:
    """At ten thousand practices the first is read while the others are still being checked."""
    for name in ("a", "b"):
        (inputs.practices / f"{name}.md").write_text(sound, encoding="utf-8")
    bad = titled(sound, "Toinen").replace("kind: service", "kind: palvelu")
    (inputs.practices / "c.md").write_text(bad, encoding="utf-8")
    seen: list[object] = []

    def sources() -> Iterator[Source]:
        for source in read_practices(inputs.practices, "practices"):
            seen.append(source.path)
            yield source

    found = check_practices(
        sources(),
        registry,
        inputs.today,
        texts,
        ids=frozenset({"a", "b", "c", "kohtaamispaikka"}),
        told=lambda problems: seen.append([(p.path, p.code) for p in problems]),
    )
    assert seen == [
        "practices/a.md",
        "practices/b.md",
        "practices/c.md",
        [("practices/c.md", "unknown-value")],
        "practices/kohtaamispaikka.md",
        [("practices/a.md", "title-near"), ("practices/b.md", "title-near")],
    ]
    assert [p.path for p in found.problems] == [f"practices/{name}.md" for name in "abc"]


def test_what_was_sound_is_not_checked_again_but_for_what_has_changed(
    inputs: Inputs, sound: str, registry: Registry, texts: Messages
) -> None:
    """A file that was read anew is; so are clashes, and names of practices that are gone."""
    naming = titled(sound, "Nimeää").replace(
        "kind: service", "kind: service\nrelated:\n- practice: kohtaamispaikka\n  how: Sama."
    )
    (inputs.practices / "a.md").write_text(naming, encoding="utf-8")
    remembered = Remembered()

    def codes() -> list[tuple[str, str]]:
        result = checked(inputs, remembered=remembered)
        return [(p.path, p.code) for p in result.problems]

    assert codes() == []
    (inputs.practices / "b.md").write_text(sound, encoding="utf-8")
    (inputs.practices / "c.md").write_text(sound, encoding="utf-8")
    assert codes() == [("practices/b.md", "title-near"), ("practices/c.md", "title-near")]
    (inputs.practices / "c.md").write_text(titled(sound, "Aivan eri nimi"), encoding="utf-8")
    assert codes() == []
    (inputs.practices / "kohtaamispaikka.md").unlink()
    assert codes() == [("practices/a.md", "unknown-practices")]


# Whatever comes


def check(text: str, registry: Registry, inputs: Inputs, texts: Messages) -> None:
    """Check a text as a practice: each problem gives one line, with a line of the file."""
    source = split_practice("practices/a.md", text)
    found = check_practices([source], registry, inputs.today, texts)
    assert all(isinstance(practice, Practice) for practice in found.practices.values())
    lines = min(len(found.problems), MOST_SHOWN + 1)
    assert len(as_text(found.problems).split("\n")) == lines + 1
    assert all(1 <= p.line <= text.count("\n") + 2 for p in found.problems)
    assert all(p.message.startswith("odotettiin") for p in found.problems)


VALUES = st.sampled_from(
    [
        *(
            "",
            "~",
            "no",
            "x",
            "[]",
            "{}",
            "[[]]",
            "{a: b}",
            "[a, b]",
            "- a",
            "2016",
            "9999",
            "-1",
            "0",
        ),
        *(
            "1e9",
            "9e999999",
            "1,5",
            "unknown",
            "käytössä",
            "[unknown, a]",
            '"\\0"',
            "{value: 2016}",
        ),
        *("{value: [2016]}", "{value: 2016, inferred: x}", "[{}]", "[{id: a}]", "[{id: [a]}]", "٣"),
        *(
            "*a",
            "&a b",
            "!a b",
            "|",
            ">",
            "'",
            '"',
            "{{",
            "%s",
            "{found}",
            "2016/2015",
            "0000-00-00",
        ),
        *(
            "2015/9999-12",
            "0001",
            "[{value: 2016}, {period: 2015}]",
            "{baseline: {value: 9e999999}}",
        ),
    ]
)


@FUZZ
@given(st.lists(st.tuples(st.integers(1, 60), VALUES), min_size=1, max_size=4))
def test_any_value_in_any_field_is_checked_without_an_exception(
    sound: str,
    registry: Registry,
    inputs: Inputs,
    texts: Messages,
    changes: list[tuple[int, str]],
) -> None:
    """Values of the sound practice are replaced by ones of any shape."""
    lines = sound.split("\n")
    for number, value in changes:
        line = lines[number % len(lines)]
        if ":" in line:
            lines[number % len(lines)] = f"{line.split(':', 1)[0]}: {value}"
    check("\n".join(lines), registry, inputs, texts)


@FUZZ
@given(
    st.recursive(
        st.text("a1-.:é ", max_size=6)
        | st.sampled_from(["unknown", "2016", "9999", "-1", "in-use"]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        *("value", "id", "period", "min", "max", "baseline", "follow_up", "unit"),
                        *("why", "inferred", "place", "practice", "round", "name", "source"),
                    ]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=6,
    ),
    st.sampled_from(sorted(Practice.model_fields)),
)
def test_any_structure_in_any_field_is_checked_without_an_exception(
    sound: str, registry: Registry, inputs: Inputs, texts: Messages, value: object, key: str
) -> None:
    """Lists and mappings where texts are expected, and the reverse."""
    head, body = sound.removeprefix("---\n").split("---\n", 1)
    kept = "\n".join(
        block for block in head.split("\n") if not block.startswith((f"{key}:", f"{key} :"))
    )
    written = json.dumps(value, ensure_ascii=False)
    check(f"---\n{key}: {written}\n{kept}\n---\n{body}", registry, inputs, texts)


@FUZZ
@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"),
        max_size=150,
    )
)
def test_any_front_matter_is_checked_without_an_exception(
    registry: Registry, inputs: Inputs, texts: Messages, head: str
) -> None:
    """Text of any kind between the fences."""
    check(f"---\ntitle: x\n{head}\n---\n\n## Ratkaisu\n", registry, inputs, texts)
