"""`practice.schema.json`: what editors and the form check a practice's front matter by."""

import copy
from pathlib import Path
from typing import Any

import frontmatter
import pytest
import yaml
from frontmatter.default_handlers import YAMLHandler
from jsonschema import Draft202012Validator

from catalogue.export.schema import practice_schema
from catalogue.messages import LANGUAGES, messages
from tests.factories import ROOT, practice_data, registry

PRACTICES = sorted((ROOT / "practices").glob("*.md"))


class TextHandler(YAMLHandler):
    """Reads every scalar as the text that was written."""

    def load(self, fm: str, **kwargs: object) -> Any:
        """Return the front matter without typing it."""
        return yaml.load(fm, Loader=yaml.BaseLoader)


def front_matter(path: Path) -> dict[str, Any]:
    """Return the front matter of a file, as other programs would read it."""
    return dict(frontmatter.load(str(path), handler=TextHandler()).metadata)


class EditorLoader(yaml.SafeLoader):
    """Reads scalars as YAML 1.2 editors do: years are integers, dates are text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class EditorHandler(YAMLHandler):
    """Reads front matter as an editor with this schema would."""

    def load(self, fm: str, **kwargs: object) -> Any:
        """Return the front matter as typed by YAML."""
        return yaml.load(fm, Loader=EditorLoader)


def validator(language: str = "fi") -> Draft202012Validator:
    """Return a validator by the exported schema."""
    return Draft202012Validator(practice_schema(registry(), messages(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_is_a_valid_schema_of_draft_2020_12(language: str) -> None:
    """In every language."""
    schema = practice_schema(registry(), messages(language))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", PRACTICES, ids=lambda path: path.stem)
def test_the_schema_accepts_every_real_practice(path: Path) -> None:
    """What the check accepts, an editor must not underline."""
    errors = validator().iter_errors(front_matter(path))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@pytest.mark.parametrize("path", PRACTICES, ids=lambda path: path.stem)
def test_the_schema_accepts_every_real_practice_as_an_editor_reads_it(path: Path) -> None:
    """To an editor `period: 2015` is an integer, and must not be underlined for it."""
    errors = validator().iter_errors(frontmatter.load(str(path), handler=EditorHandler()).metadata)
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


def test_there_are_practices_to_accept() -> None:
    """An empty folder would pass the test above."""
    assert len(PRACTICES) == 14


@pytest.mark.parametrize(
    ("changed", "path"),
    [
        ({"title": None}, "$"),
        ({"sources": None}, "$"),
        ({"title": "x"}, "$.title"),
        ({"summary": "x" * 301}, "$.summary"),
        ({"kind": "palvelu"}, "$.kind"),
        ({"language": "de"}, "$.language"),
        ({"status": "in-use"}, "$.status"),
        ({"status": {"value": "käytössä"}}, "$.status.value"),
        ({"status": {"value": "in-use", "as_of": "18.9.2017"}}, "$.status.as_of"),
        ({"started": "2016-1"}, "$.started"),
        ({"themes": []}, "$.themes"),
        ({"themes": ["varhainen tuki"]}, "$.themes[0]"),
        ({"themes": "early-support"}, "$.themes"),
        ({"provider": "tuntematon"}, "$.provider"),
        ({"unknown_field": "x"}, "$"),
        ({"age": {"min": "-1"}}, "$.age"),
        ({"contacts": [{"organisation": "imatra"}]}, "$.contacts[0]"),
        ({"former_ids": ["Iso Kirjain"]}, "$.former_ids[0]"),
        ({"sources": []}, "$.sources"),
        (
            {"outcomes": [{"id": "a", "indicator": "olematon", "source": "lahde"}]},
            "$.outcomes[0].indicator",
        ),
        (
            {
                "outcomes": [
                    {
                        "id": "a",
                        "indicator": "care-orders",
                        "source": "lahde",
                        "baseline": {"value": "1,4"},
                    }
                ]
            },
            "$.outcomes[0].baseline",
        ),
    ],
)
def test_the_schema_refuses_what_the_check_refuses(changed: dict[str, Any], path: str) -> None:
    """At the place of the fault, and at that place alone."""
    errors = list(validator().iter_errors(practice_data(**changed)))
    assert errors
    assert all(error.json_path.startswith(path) for error in errors)


def test_the_least_practice_is_accepted() -> None:
    """The bad ones above differ from it in one thing each."""
    assert list(validator().iter_errors(practice_data())) == []


def test_unknown_is_offered_where_it_is_allowed() -> None:
    """A provider may be unknown, a contact's organisation may not."""
    schema = practice_schema(registry(), messages())
    assert "unknown" in schema["properties"]["provider"]["enum"]
    assert "unknown" not in schema["$defs"]["Contact"]["properties"]["organisation"]["enum"]


def test_every_choice_is_offered_with_its_finnish_label() -> None:
    """In the order of the vocabulary."""
    kind = practice_schema(registry(), messages())["properties"]["kind"]
    terms = registry().vocabularies["kind"].values
    assert kind["enum"] == list(terms)
    assert kind["enumDescriptions"] == [term.label.fi for term in terms.values()]


def descriptions(node: object) -> list[dict[str, Any]]:
    """Return every described property in a schema."""
    if isinstance(node, list):
        return [found for item in node for found in descriptions(item)]
    if not isinstance(node, dict):
        return []
    here = [p for p in node.get("properties", {}).values() if isinstance(p, dict)]
    return here + [found for item in node.values() for found in descriptions(item)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_property_has_a_title_and_a_description(language: str) -> None:
    """The schema doubles as the form's texts; a property without them shows an English key."""
    schema = practice_schema(registry(), messages(language))
    bare = [p for p in descriptions(schema) if not p.get("description") or not p.get("title")]
    assert bare == []
    assert schema["title"] == messages(language).get("schema.title")


def test_making_the_schema_twice_gives_the_same() -> None:
    """The model's own schema is not changed by describing it."""
    first = copy.deepcopy(practice_schema(registry(), messages()))
    assert practice_schema(registry(), messages()) == first
