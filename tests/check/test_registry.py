"""Reading and checking the registry."""

import os
import socket
from pathlib import Path

import pytest

from catalogue.check.registry import FILES, load_registry
from catalogue.checked import Inputs, checked
from catalogue.messages import Messages

ROUND = "awards/kunnallinen-lastensuojeluteko-2013.yml"


@pytest.fixture
def folder(repository: Path) -> Path:
    """A registry of its own."""
    return repository / "registry"


@pytest.fixture
def found(folder: Path, texts: Messages) -> "Found":
    """What is wrong with it."""
    return Found(folder, texts)


class Found:
    """The problems of a registry, and ways to break it."""

    def __init__(self, folder: Path, texts: Messages) -> None:
        self.folder = folder
        self.texts = texts

    def __call__(self) -> list[tuple[str, int, str, str]]:
        """Path, line, field and code of every problem; the registry is None if there is one."""
        result = load_registry(self.folder, "registry", self.texts)
        assert (result.registry is None) is bool(result.problems)
        assert list(result.problems) == sorted(result.problems)
        return [(p.path, p.line, p.field, p.code) for p in result.problems]

    def replace(self, name: str, old: str, new: str) -> int:
        """Change a file; return the line of the change."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text.count("\n", 0, text.index(old)) + 1

    def append(self, name: str, more: str) -> int:
        """Add to a file; return the line on which the addition begins."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8").rstrip("\n") + "\n"
        path.write_text(text + more, encoding="utf-8")
        return text.count("\n") + 1


def test_this_repositorys_registry_is_sound(found: Found) -> None:
    """Nothing is found."""
    assert found() == []


@pytest.mark.parametrize("name", FILES)
def test_missing_file_is_told(found: Found, name: str) -> None:
    """And nothing else is: no field of it is called missing."""
    (found.folder / name).unlink()
    assert found() == [(f"registry/{name}", 1, "", "file-missing")]


def test_missing_folder_is_told_file_by_file(tmp_path: Path, texts: Messages) -> None:
    """There is no traceback."""
    result = load_registry(tmp_path / "none", "registry", texts)
    told = [(p.path, p.code) for p in result.problems]
    assert told == [(f"registry/{name}", "file-missing") for name in sorted(FILES)]


@pytest.mark.parametrize("name", [*FILES, ROUND])
@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_file_that_is_none_is_told(found: Found, name: str, kind: str) -> None:
    """A link, a folder or a pipe in the place of a file."""
    path = found.folder / name
    path.unlink()
    if kind == "link":
        path.symlink_to("/etc/passwd")
    elif kind == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    assert found() == [(f"registry/{name}", 1, "", "not-a-file")]


def test_file_that_the_system_does_not_open_is_told(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A socket cannot be opened at all."""
    (found.folder / "indicators.yml").unlink()
    monkeypatch.chdir(found.folder)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("indicators.yml")
        assert found() == [("registry/indicators.yml", 1, "", "unreadable")]


@pytest.mark.parametrize("name", [*FILES, ROUND])
def test_file_in_another_encoding_is_told(found: Found, name: str) -> None:
    """With the line of the first byte that is not UTF-8."""
    path = found.folder / name
    path.write_bytes(b"a: 1\nb: \xe4\n")
    assert found() == [(f"registry/{name}", 2, "", "not-utf8")]


@pytest.mark.parametrize(
    ("addition", "code"),
    [
        ("a: [b", "yaml-bracket"),
        ("a: b: c", "yaml-colon"),
        ("a: *x", "yaml-alias"),
        ("a: !x y", "yaml-tag"),
        ("\ta: b", "yaml-tab"),
        ('a: "b', "yaml-quote"),
    ],
)
@pytest.mark.parametrize("name", [*FILES, ROUND])
def test_fault_of_the_yaml_is_told_at_its_line(
    found: Found, name: str, addition: str, code: str
) -> None:
    """In whichever file."""
    first = found.append(name, f"zz: 1\n{addition}\n")
    assert [(p, at, c) for p, at, _, c in found()] == [(f"registry/{name}", first + 1, code)]


@pytest.mark.parametrize(
    ("name", "old", "new", "field", "code"),
    [
        ("organisations.yml", "kind: municipality", "kind: kunta", "imatra.kind", "unknown-value"),
        (
            "organisations.yml",
            'places: ["153"]',
            'places: ["999"]',
            "imatra.places[0]",
            "unknown-places",
        ),
        (
            "organisations.yml",
            "  kind: municipality",
            "  kin: municipality",
            "imatra.kin",
            "unknown-key",
        ),
        ("organisations.yml", "  kind: municipality", "  url: javascript:x", "imatra.url", "url"),
        ("indicators.yml", "unit: count", "unit: kpl", "care-orders.unit", "unknown-value"),
        (
            "indicators.yml",
            "flow_or_stock: ",
            "flow_or_stock: x",
            "care-orders.flow_or_stock",
            "unknown-value",
        ),
        (ROUND, "kind: ", "kind: x", "source.kind", "unknown-value"),
        ("places.yml", 'code: "01"', 'code: "1"', "counties[0].code", "pattern"),
        ("places.yml", "id: ita-uusimaa", "id: Itä-Uusimaa", "counties[0].id", "slug"),
        ("places.yml", "id: keski-uusimaa", "id: ita-uusimaa", "counties[1].id", "id-repeated"),
        ("places.yml", 'code: "02"', 'code: "01"', "counties[1].code", "id-repeated"),
        (
            "places.yml",
            "population: 9419",
            "population: x",
            "municipalities[0].population",
            "whole-number",
        ),
        ("places.yml", 'county: "', 'county: "8', "areas[0].county", "pattern"),
    ],
)
def test_wrong_value_is_told_at_its_line(
    found: Found, name: str, old: str, new: str, field: str, code: str
) -> None:
    """The registry is checked as practices are."""
    line = found.replace(name, old, new)
    assert (f"registry/{name}", line, field, code) in found()


def test_municipality_in_a_county_that_is_not_there_is_told(found: Found) -> None:
    """By the number of its county."""
    text = (found.folder / "places.yml").read_text(encoding="utf-8")
    number = text.split("municipalities:\n", 1)[1].split('county: "', 1)[1][:2]
    start = text.index("municipalities:\n")
    at = text.index(f'county: "{number}"', start)
    changed = text[:at] + 'county: "99"' + text[at + len('county: "00"') :]
    (found.folder / "places.yml").write_text(changed, encoding="utf-8")
    line = text.count("\n", 0, at) + 1
    assert found() == [("registry/places.yml", line, "municipalities[0].county", "unknown-county")]


@pytest.mark.parametrize("name", ["indicators.yml", "organisations.yml", "vocabularies.yml"])
@pytest.mark.parametrize(
    ("value", "code"),
    [("x", "mapping-expected"), ("", "empty"), ("[a, b]", "mapping-expected"), ("{}", "missing")],
)
def test_record_that_is_none_is_told(found: Found, name: str, value: str, code: str) -> None:
    """Without showing how a program writes a list."""
    line = found.append(name, f"zz: {value}\n")
    told = found()
    assert {(p, at, c) for p, at, _, c in told} == {(f"registry/{name}", line, code)}
    result = load_registry(found.folder, "registry", found.texts)
    assert not any("['" in problem.message for problem in result.problems)


@pytest.mark.parametrize("key", ["../x", "a/b", "A", "ä", "a b", "a_b", "", "..", "a.b"])
@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("indicators.yml", "care-orders"),
        ("organisations.yml", "imatra"),
    ],
)
def test_id_that_cannot_be_an_address_is_told(
    found: Found, name: str, record: str, key: str
) -> None:
    """Ids become addresses of pages: one must not lead out of the site."""
    line = found.replace(name, f"\n{record}:\n", f'\n"{key}":\n') + 1
    assert (f"registry/{name}", line, key, "slug") in found()


def test_value_that_cannot_be_an_address_is_told(found: Found) -> None:
    """Themes have pages."""
    line = found.replace("vocabularies.yml", "    family-centre: {", '    "../x": {')
    expected = ("registry/vocabularies.yml", line, "theme.values.../x", "slug")
    assert expected in found()


@pytest.mark.parametrize(
    ("stem", "code"),
    [
        ("Ääni 2020", "round-name-form"),
        ("A", "round-name-form"),
        ("con", "round-name-reserved"),
        ("a_b", "round-name-form"),
    ],
)
def test_name_of_a_round_is_as_that_of_a_practice(found: Found, stem: str, code: str) -> None:
    """It becomes an address too."""
    (found.folder / ROUND).rename(found.folder / f"awards/{stem}.yml")
    assert (f"registry/awards/{stem}.yml", 1, "", code) in found()


@pytest.mark.parametrize(
    "vocabulary", ["status", "unit", "section", "theme", "language", "precision"]
)
def test_vocabulary_that_is_needed_but_missing_is_told(found: Found, vocabulary: str) -> None:
    """Everything relies on it, so nothing else can be checked."""
    found.replace("vocabularies.yml", f"\n{vocabulary}:\n", "\nzz:\n")
    assert ("registry/vocabularies.yml", 4, "", "vocabulary-missing") in found()


@pytest.mark.parametrize("section", ["need", "solution", "results", "conditions"])
def test_section_that_is_needed_but_missing_is_told(found: Found, section: str) -> None:
    """The body cannot be checked without its heading."""
    found.replace("vocabularies.yml", f"\n    {section}: ", "\n    zz: ")
    told = [(field, code) for _, _, field, code in found()]
    assert told == [("section.values", "vocabulary-value-missing")]


def test_date_worked_out_needs_its_reason_also_here(found: Found) -> None:
    """As in a practice."""
    text = (found.folder / ROUND).read_text(encoding="utf-8")
    start = text.index("\ndate:") + 1
    end = text.index("\n", start)
    changed = text[:start] + "date: {value: 2013-03-21, inferred: true}" + text[end:]
    (found.folder / ROUND).write_text(changed, encoding="utf-8")
    line = text.count("\n", 0, start) + 1
    assert (f"registry/{ROUND}", line, "date", "inferred-why") in found()


def test_round_that_names_no_organisation_or_indicator_is_told(found: Found) -> None:
    """Every reference is checked."""
    (found.folder / "awards/zz.yml").write_text(
        "name: {fi: Z}\naward: {fi: Z}\norganisations: [zz]\ndate: 2020\ncriteria:\n"
        "  - {id: a, label: {fi: A}, evidence: {indicators: [zz]}}\n"
        "source: {title: Z, kind: award-page, independence: self}\n",
        encoding="utf-8",
    )
    assert found() == [
        ("registry/awards/zz.yml", 3, "organisations[0]", "unknown-organisations"),
        ("registry/awards/zz.yml", 6, "criteria[0].evidence.indicators[0]", "unknown-indicators"),
    ]


def test_every_file_that_is_wrong_is_told_at_once(found: Found) -> None:
    """One does not hide another."""
    for name in (*FILES, ROUND):
        found.append(name, "zz: [a\n")
    assert sorted({path for path, _, _, _ in found()}) == sorted(
        f"registry/{name}" for name in (*FILES, ROUND)
    )


def test_broken_registry_stops_the_check_of_practices(inputs: Inputs) -> None:
    """Practices cannot be judged by it; what is wrong with it is told."""
    path = inputs.registry / "vocabularies.yml"
    path.write_text("status: [a\n", encoding="utf-8")
    result = checked(inputs)
    assert result.catalogue is None
    assert {problem.path for problem in result.problems} == {"registry/vocabularies.yml"}
    assert result.problems[0].line == 1
