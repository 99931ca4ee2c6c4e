"""The form follows from the model: nothing is asked twice, and nothing is left out."""

import json
import re

import pytest

from catalogue.check.practices import read_practice
from catalogue.messages import LANGUAGES, messages
from catalogue.model.declared import declared_fields
from catalogue.model.practice import Practice
from catalogue.source import gate
from catalogue.submit.field import records
from catalogue.submit.files import form_file, original_file
from catalogue.submit.form import form
from catalogue.submit.original import original
from catalogue.submit.steps import STEPS
from tests.factories import ROOT, frame, real_catalogue


def test_every_field_is_asked_in_exactly_one_step() -> None:
    """A field added to the model fails here until it has a step."""
    asked = [name for step in STEPS for name in step.fields]
    assert sorted(asked) == sorted(Practice.model_fields)
    assert [step.id for step in STEPS if step.sections] == ["kuvaus"]


def test_every_step_has_its_words() -> None:
    """A name and an introduction."""
    texts = messages()
    for step in STEPS:
        assert texts.has(f"script.submit-step-{step.id}")
        assert texts.has(f"script.submit-intro-{step.id}")


def test_every_declared_field_is_described() -> None:
    """With label and help, and the kind of value that it takes."""
    found = records(messages())
    for declared in declared_fields(Practice):
        fields = {field["key"]: field for field in found[declared.model.__name__]}
        field = fields[declared.name]
        assert field["label"] and field["help"]
        assert bool(field.get("required")) == declared.required


def test_limits_are_those_of_the_model() -> None:
    """Of the value and of the list around it."""
    found = {field["key"]: field for field in records(messages())["Practice"]}
    assert found["title"]["min_length"] == 3
    assert found["title"]["max_length"] == 120
    assert found["themes"]["list_max_length"] == 6
    cost = {field["key"]: field for field in records(messages())["Cost"]}
    assert cost["amount"]["kind"] == "number"
    assert cost["price_year"]["pattern"] == "^[0-9]{4}$"


def test_the_pattern_of_hidden_characters_is_the_gate_s() -> None:
    """Written for JavaScript, it names the same characters."""
    pattern = form(frame(real_catalogue()))["hidden"]
    assert isinstance(pattern, str)
    back = re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: chr(int(match[1], 16)), pattern)
    assert back == gate.SUSPECT.pattern


def test_an_original_is_the_file_s_own_values() -> None:
    """What the form opens is what the file says, value by value."""
    for entry in real_catalogue().entries:
        source = read_practice(ROOT / "practices" / f"{entry.id}.md", "x")
        assert original(entry)["data"] == source.data, entry.id


def test_the_form_and_every_original_are_json_that_a_browser_reads() -> None:
    """Each under the address at which the form asks for it."""
    catalogue = real_catalogue()
    path, content = form_file(frame(catalogue))
    assert path == "ilmoita/lomake.json" and json.loads(content)
    for entry in catalogue.entries:
        path, content = original_file(entry)
        assert path == f"ilmoita/lahteet/{entry.id}.json"
        assert json.loads(content)["id"] == entry.id


# What only a file that somebody wrote by hand, the registry or the settings can have wrong.
NOT_IN_THE_FORM = (
    *(
        "yaml-",
        "own-",
        "frozen-",
        "picture",
        "name-picture",
        "name-leftover",
        "front-matter-",
        "no-front-matter",
    ),
    *("more.", "page-image", "registry-stray", "awards-no-folder", "round-"),
    *("site-", "branch"),
    *(
        "not-a-file",
        "folder",
        "not-utf8",
        "file-missing",
        "unreadable",
        "section-before",
        "dead-link",
    ),
    *("unknown-key", "unknown-county", "unknown-criterion-field", "untranslated", "vocabulary-"),
    *("decimal-comma", "true-or-false"),
    *("text-expected", "list-expected", "mapping-expected"),
    # No findings, but parts of their sentences.
    *("body", "did-you-mean", "shape.", "url."),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_has_words_of_its_own_for_every_finding_that_it_may_show(language: str) -> None:
    """A code that the check gains or loses fails here."""
    texts = messages(language).texts
    codes = {key.removeprefix("check.") for key in texts if key.startswith("check.")}
    elsewhere = {code for code in codes if code.startswith(NOT_IN_THE_FORM) and code[:5] != "body-"}
    own = {key.split(".")[1] for key in texts if key.startswith("form-check.")}
    assert own == codes - elsewhere


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_s_words_are_none_of_a_file_s(language: str) -> None:
    """No keys or values of the file, no folders, no notation."""
    texts = messages(language).texts
    keys = {d.name for d in declared_fields(Practice) if "_" in d.name}
    words = ("odotettiin", "förväntades", "expected", "registry", "YAML", ".md", "unknown", "## ")
    for key, text in texts.items():
        if key.startswith("form-check."):
            plain = re.sub(r"\{\w+\}", "", text)
            assert [word for word in (*words, *keys) if word in plain] == [], key


def test_an_example_goes_with_the_help_that_it_is_of() -> None:
    """A field whose form asks for a name gets no example of the code that a file holds."""
    found = records(messages())
    place = next(field for field in found["Outcome"] if field["key"] == "place")
    assert "example" not in place
    figure = next(field for field in found["Figure"] if field["key"] == "value")
    assert figure["example"] == "1,4"
    caption = next(field for field in found["Citation"] if field["key"] == "title")
    assert caption["example"]
