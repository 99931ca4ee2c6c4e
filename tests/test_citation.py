"""`CITATION.cff`: how to cite the whole, by the Citation File Format 1.2.0."""

import re
from typing import Any

import yaml

from tests.factories import ROOT

# https://github.com/citation-file-format/citation-file-format, the guide to the schema.
REQUIRED = {"cff-version", "message", "title", "authors"}
OPTIONAL = {"type", "abstract", "version", "license", "keywords"}


def citation() -> dict[str, Any]:
    """Return the file as citation tools read it."""
    found = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_the_file_has_the_keys_of_the_format_and_no_others() -> None:
    """A misspelt key would be passed over without a word."""
    found = citation()
    assert REQUIRED <= set(found) <= REQUIRED | OPTIONAL
    assert found["cff-version"] == "1.2.0"
    assert found["type"] in {"dataset", "software"}
    assert all(set(author) == {"name"} for author in found["authors"])
    assert len(set(found["keywords"])) == len(found["keywords"])


def test_the_version_is_that_of_the_package() -> None:
    """One of them would be forgotten."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    version = re.search(r'^version = "(.+)"$', project, re.MULTILINE)
    assert version
    assert str(citation()["version"]) == version[1]


def test_the_licences_are_those_of_the_licence_files() -> None:
    """By their SPDX identifiers, the content's first."""
    assert citation()["license"] == ["CC-BY-4.0", "EUPL-1.2"]
    assert "Attribution 4.0" in (ROOT / "LICENSE-CONTENT").read_text(encoding="utf-8")
    assert "EUPL" in (ROOT / "LICENSE").read_text(encoding="utf-8")
