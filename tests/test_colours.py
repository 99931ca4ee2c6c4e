"""A catalogue's own colours and texts: what is refused, and what is made of them."""

import re
from pathlib import Path

import pytest

from catalogue import colours
from catalogue.colours import Colours, coloured, contrast, own_style
from catalogue.messages import messages
from catalogue.settings import Settings, load_settings

ROOT = Path(__file__).parent.parent
GIVEN = "name: Nuoret\ndescription: Nuorten luettelo\n"


def loaded(root: Path) -> tuple[Settings | None, list[str]]:
    """The settings in `root`, and the problems as a user sees them."""
    settings, problems = load_settings(root, {}, messages())
    return settings, [f"{p.path}:{p.line}: {p.field}: {p.message}" for p in problems]


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21, a colour on itself 1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    """What colours are held against is what they stand on."""
    sheet = (ROOT / "overrides/assets/site.css").read_text(encoding="utf-8")
    light, dark = sheet.split("prefers-color-scheme: dark", 1)
    token = lambda name, text: re.search(rf"--{name}: (#\w+);", text)[1]  # type: ignore[index] # noqa: E731
    assert token("sunk", light) == colours.SUNK
    assert token("sunk", dark) == colours.SUNK_DARK
    assert token("surface", dark) == colours.SURFACE_DARK
    assert token("accent-ink", light) == colours.INK_ON_ACCENT
    assert token("brand", light) == colours.BRAND


def test_a_colour_that_cannot_be_read_is_refused_with_its_line(tmp_path: Path) -> None:
    """The sentence gives the ratio there is and the ratio that is needed."""
    text = f'{GIVEN}colours:\n  brand: "#3b2a6b"\n  link: "#8888ff"\n'
    (tmp_path / "catalogue.yml").write_text(text, encoding="utf-8")
    settings, problems = loaded(tmp_path)
    assert settings is None
    [problem] = problems
    assert problem.startswith("catalogue.yml:5: colours.link: odotettiin väriä, jonka kontrasti")
    assert "vähintään 7:1" in problem


def test_each_fault_has_a_code_for_programs(tmp_path: Path) -> None:
    """The same whatever its sentence says."""
    (tmp_path / "texts").mkdir()
    given = f'{GIVEN}colours:\n  link: "#8888ff"\n'
    (tmp_path / "catalogue.yml").write_text(given, encoding="utf-8")
    found = load_settings(tmp_path, {}, messages())[1]
    (tmp_path / "catalogue.yml").write_text(GIVEN, encoding="utf-8")
    texts = {"fi": "home:\n  headlin: x\nlist:\n  sheet: sivu\n", "de": "home: {headline: x}\n"}
    for name, text in texts.items():
        (tmp_path / f"texts/{name}.yml").write_text(text, encoding="utf-8")
    found += load_settings(tmp_path, {}, messages())[1]
    codes = {problem.code for problem in found}
    assert codes == {"own-contrast", "own-key", "own-placeholders", "own-language"}


@pytest.mark.parametrize("text", ["Alue {name:d}", "Alue {name!r}", "Alue {name:>9999}"])
def test_a_placeholder_of_an_own_text_is_a_name_and_no_more(tmp_path: Path, text: str) -> None:
    """What tells how to write a number stopped the build, or filled the memory."""
    (tmp_path / "catalogue.yml").write_text(GIVEN, encoding="utf-8")
    (tmp_path / "texts").mkdir()
    own = f'regions: {{one: "{text}"}}\n'
    (tmp_path / "texts/fi.yml").write_text(own, encoding="utf-8")
    assert [p.code for p in load_settings(tmp_path, {}, messages())[1]] == ["own-placeholders"]


def test_own_colours_come_after_the_site_s(tmp_path: Path) -> None:
    """In both schemes, and in the icon."""
    own = Colours(brand="#3b2a6b", brand_dark="#2b1f52")
    files = coloured({"site.css": b"a {}", "favicon.svg": b'fill="#0f4c5c"'}, own)
    assert files["site.css"].startswith(b"a {}\n")
    assert files["site.css"].count(b"--brand: #2b1f52;") == 2
    assert files["favicon.svg"] == b'fill="#3b2a6b"'
    assert own_style(Colours()) == ""


def test_own_texts_take_the_place_of_the_program_s(tmp_path: Path) -> None:
    """Only where they are given, and only in their language."""
    (tmp_path / "catalogue.yml").write_text(GIVEN, encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/fi.yml").write_text("home:\n  headline: Mikä toimi?\n", encoding="utf-8")
    settings, problems = loaded(tmp_path)
    assert problems == []
    assert settings is not None
    assert settings.texts("fi").get("home.headline") == "Mikä toimi?"
    assert settings.texts("fi").get("home.lead") == messages().get("home.lead")
    assert settings.texts("sv") is messages("sv")


@pytest.mark.parametrize("name", ["fi.yaml", "suomi.yml", "fi.yml~", "fi"])
def test_a_file_of_texts_that_nobody_reads_is_told(tmp_path: Path, name: str) -> None:
    """Its words would else be missed on the site; hidden files are nobody's concern."""
    (tmp_path / "catalogue.yml").write_text(GIVEN, encoding="utf-8")
    (tmp_path / "texts").mkdir()
    for each in (name, ".fi.yml.swp"):
        (tmp_path / "texts" / each).write_text("home: {headline: x}\n", encoding="utf-8")
    settings, (told,) = loaded(tmp_path)
    assert settings is None
    assert told.startswith(f"texts/{name}:1: : odotettiin kielen mukaan nimettyä tiedostoa")
    assert told.endswith(f"tiedostoa ”{name}” ei lueta. Korjaa nimi tai poista tiedosto")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("fi", "home:\n  headlin: x\n", "texts/fi.yml:2: home.headlin: odotettiin tekstiä, joka"),
        ("fi", "list:\n  sheet: sivu\n", "texts/fi.yml:2: list.sheet: odotettiin samoja"),
        ("fi", 'list:\n  sheet: "{number"\n', "texts/fi.yml:2: list.sheet: odotettiin samoja"),
        ("de", "home: {headline: x}\n", "texts/de.yml:1:"),
        ("fi", "home: [\n", "texts/fi.yml:"),
    ],
)
def test_a_text_that_the_program_does_not_know_is_refused(
    tmp_path: Path, name: str, text: str, expected: str
) -> None:
    """With its file and line."""
    (tmp_path / "catalogue.yml").write_text(GIVEN, encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / f"texts/{name}.yml").write_text(text, encoding="utf-8")
    settings, problems = loaded(tmp_path)
    assert settings is None
    assert problems[0].startswith(expected), problems
