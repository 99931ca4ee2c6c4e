"""The registry's own words in every language of the site."""

from pathlib import Path

import pytest

from catalogue.check.translations import check_translations
from catalogue.checked import Inputs, checked
from tests.factories import ROOT, TODAY


def _lacking(data: object, *languages: str) -> list[tuple[object, ...]]:
    return [(*f.loc, f.params["expected"]) for f in check_translations(data, languages)]


def test_a_label_is_wanted_in_every_language_of_the_site() -> None:
    """Also where it is one of many, or a list."""
    label = {"fi": "a", "sv": "b"}
    assert _lacking({"kind": {"label": label}}, "fi", "sv") == []
    assert _lacking({"kind": {"label": label}}, "sv", "en") == [("kind", "label", "en")]
    asked = {"questions": {"fi": ["a"], "en": []}}
    assert _lacking(asked, "sv", "en") == [("questions", "sv"), ("questions", "en")]
    assert _lacking({"breaks": [{"note": {"fi": "a"}}]}, "sv") == [("breaks", 0, "note", "sv")]


def test_a_vocabulary_of_languages_is_no_text() -> None:
    """Its values are named like languages, and are records."""
    values = {"values": {"fi": {"label": {"fi": "suomi", "sv": "finska"}}}}
    assert _lacking(values, "sv") == []


def test_a_catalogue_in_one_language_needs_one(inputs: Inputs) -> None:
    """What is not published need not be written."""
    _without_swedish(inputs.registry)
    settings = inputs.root / "catalogue.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("languages: [fi, sv, en]", "languages: [fi]"), "utf-8")
    assert checked(inputs).problems == ()


def test_a_missing_label_is_an_error_with_its_line(inputs: Inputs) -> None:
    """A page in the language would show another one without a word."""
    line = _without_swedish(inputs.registry)
    problem, *others = checked(inputs).problems
    assert others == []
    assert (problem.path, problem.line) == ("registry/vocabularies.yml", line)
    assert (problem.field, problem.code) == ("theme.label", "untranslated")
    assert "kielellä sv" in problem.message


@pytest.mark.parametrize("name", ["vocabularies.yml", "indicators.yml"])
def test_the_registry_of_this_catalogue_is_in_three_languages(name: str) -> None:
    """Labels, help, definitions, questions."""
    inputs = Inputs(ROOT, ROOT / "practices", ROOT / "registry", TODAY)
    result = checked(inputs)
    assert result.settings
    assert result.settings.published_in == ("fi", "sv", "en")
    assert [p for p in result.problems if p.path.endswith(name)] == []


def _without_swedish(registry: Path) -> int:
    path = registry / "vocabularies.yml"
    text = path.read_text(encoding="utf-8")
    old = "  label: {fi: Teema, sv: Tema, en: Theme}"
    path.write_text(text.replace(old, "  label: {fi: Teema, en: Theme}"), encoding="utf-8")
    return text.count("\n", 0, text.index(old)) + 1
