"""The files for OpenSearch, held to its documented rules, since no server runs in the tests.

https://docs.opensearch.org/latest/api-reference/document-apis/bulk/,
https://docs.opensearch.org/latest/field-types/supported-field-types/index/ and
https://docs.opensearch.org/latest/analyzers/language-analyzers/index/
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from catalogue.browse.facet import FACETS
from catalogue.browse.text import search_record
from catalogue.export.opensearch import opensearch_bulk, opensearch_index
from catalogue.export.plain import plain_practice
from catalogue.pages.frame import Frame
from catalogue.search.record import FIELD_WEIGHTS
from tests.factories import catalogue, frame, outcome_data, practice, real_catalogue

# What a mapping may say of a field of each type that is used here; others are not documented.
PARAMETERS = {
    "text": {"type", "analyzer", "fields"},
    "keyword": {"type"},
    "byte": {"type"},
    "nested": {"type", "properties"},
    "object": {"properties"},
}
BUILT_IN_ANALYSERS = {"finnish", "swedish", "english"}
LONGEST_KEYWORD = 32_766  # bytes: Lucene's longest term
LONGEST_ID = 512  # bytes


def index(of: Frame) -> dict[str, Any]:
    """Return the definition of the index as the server reads it."""
    found: dict[str, Any] = json.loads(opensearch_index(of))
    return found


def documents(of: Frame) -> dict[str, dict[str, Any]]:
    """Return the documents by id as the server reads them: an action, then a source."""
    lines = b"".join(opensearch_bulk(of)).decode().split("\n")
    assert lines.pop() == ""
    actions = [json.loads(line)["index"]["_id"] for line in lines[::2]]
    return dict(zip(actions, map(json.loads, lines[1::2]), strict=True))


def fields(properties: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every field of a mapping, subfields too, with its path."""
    for name, field in properties.items():
        yield above + name, field
        yield from fields(field.get("properties", {}), f"{above}{name}.")
        yield from fields(field.get("fields", {}), f"{above}{name}.")


def refused(value: Any, field: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Yield what a server with a strict mapping would refuse of `value`."""
    kind = field.get("type", "object")
    for item in value if isinstance(value, list) else [value]:
        if kind in ("object", "nested"):
            for key, inner in item.items():
                if key in field["properties"]:
                    yield from refused(inner, field["properties"][key], f"{path}.{key}")
                else:
                    yield f"{path}.{key}: not in the mapping"
        elif kind == "byte":
            if type(item) is not int or not -128 <= item <= 127:
                yield f"{path}: {item!r} is no byte"
        elif type(item) is not str:
            yield f"{path}: {item!r} is no text"
        elif kind == "keyword" and not 0 < len(item.encode()) <= LONGEST_KEYWORD:
            yield f"{path}: a keyword of {len(item.encode())} bytes"


def test_the_index_is_made_of_documented_field_types_and_parameters() -> None:
    """Types, their parameters and the built-in analysers."""
    made = index(frame(real_catalogue()))
    assert set(made) == {"settings", "mappings"}
    assert set(made["settings"]["index"]) == {"number_of_shards", "query.default_field"}
    assert made["mappings"]["dynamic"] == "strict"
    for path, field in fields(made["mappings"]["properties"]):
        assert field.keys() <= PARAMETERS[field.get("type", "object")], path
        assert field.get("analyzer", "finnish") in BUILT_IN_ANALYSERS, path


def test_every_search_field_is_analysed_in_the_three_languages() -> None:
    """Names and labels are in all of them."""
    text = index(frame(real_catalogue()))["mappings"]["properties"]["text"]["properties"]
    assert list(text) == list(FIELD_WEIGHTS)
    for field in text.values():
        assert field["analyzer"] == "finnish"
        assert {name: sub["analyzer"] for name, sub in field["fields"].items()} == {
            "sv": "swedish",
            "en": "english",
        }


def test_a_query_without_fields_searches_all_of_them_with_the_weights_of_the_site() -> None:
    """The default fields are those of the mapping, each with its weight."""
    made = index(frame(real_catalogue()))
    paths = {path for path, _ in fields(made["mappings"]["properties"])}
    weights = dict(item.split("^") for item in made["settings"]["index"]["query.default_field"])
    assert weights.keys() <= paths
    for name, weight in FIELD_WEIGHTS.items():
        shown = [float(weights[f"text.{name}{sub}"]) for sub in ("", ".sv", ".en")]
        assert shown == [weight] * 3


def test_every_line_of_the_bulk_is_json_and_the_last_one_ends() -> None:
    """Two lines for a practice: the action with the id, and the source."""
    data = b"".join(opensearch_bulk(frame(real_catalogue())))
    assert data.endswith(b"}\n")
    assert b"\r" not in data
    lines = data.splitlines()
    ids = [entry.id for entry in real_catalogue().entries]
    assert [json.loads(line) for line in lines[::2]] == [{"index": {"_id": name}} for name in ids]
    assert [json.loads(line)["id"] for line in lines[1::2]] == ids
    assert all(0 < len(name.encode()) <= LONGEST_ID for name in ids)


def test_a_strict_index_takes_every_document() -> None:
    """No field that the mapping lacks, no value of another type."""
    whole = frame(real_catalogue())
    mapping = index(whole)["mappings"]
    found = documents(whole)
    assert [problem for made in found.values() for problem in refused(made, mapping)] == []


def test_documents_hold_what_the_catalogue_and_its_search_hold() -> None:
    """Every practice, with the values of the site's search, facets and exports."""
    whole = frame(real_catalogue())
    found = documents(whole)
    assert len(found) == len(whole.catalogue.entries) > 10
    for entry in whole.catalogue.entries:
        made, exported = found[entry.id], plain_practice(entry)
        assert list(made["text"].items()) == list(search_record(whole, entry).fields)
        assert made["url"] == exported["url"]
        assert made["language"] == exported["language"]
        assert made.get("evidence_level") == exported["best_evidence_level"]
        awards = [(award.round, award.role) for award in entry.practice.awards]
        assert [(a["round"], a["role"]) for a in made.get("awards", [])] == awards
        outcomes = [(o.outcome.indicator, o.result, o.evidence.level) for o in entry.outcomes]
        assert [tuple(o.values()) for o in made.get("outcomes", [])] == outcomes
        for facet in FACETS:
            values = list(dict.fromkeys(facet.values(entry, whole.catalogue.registry)))
            assert made["facet"].get(facet.name, []) == values, facet.name


def test_what_is_not_known_is_left_out() -> None:
    """A null would say something else to a server."""
    (made,) = documents(frame(catalogue({"a": practice()}))).values()
    assert not {"evidence_level", "awards", "outcomes"} & made.keys()
    assert made["facet"]["evidence"] == ["none"]
    (made,) = documents(frame(catalogue({"a": practice(outcomes=[outcome_data()])}))).values()
    assert made["evidence_level"] == int(made["facet"]["evidence"][0])


def test_addresses_are_whole_where_the_site_has_one() -> None:
    """So that a result can be a link in another service."""
    of = frame(catalogue({"a": practice()}), site_url="https://esimerkki.invalid/luettelo/")
    assert documents(of)["a"]["url"] == "https://esimerkki.invalid/luettelo/kaytannot/a/"


def test_titles_sort_by_the_finnish_alphabet() -> None:
    """A server compares code points, in which ä comes before å."""
    titles = ["Öylätti", "Zetori", "Ääni", "Åland"]
    made = documents(
        frame(catalogue({f"k{n}": practice(title=title) for n, title in enumerate(titles)}))
    )
    by_key = sorted(made.values(), key=lambda document: document["sort_title"])
    assert [d["text"]["title"] for d in by_key] == ["Zetori", "Åland", "Ääni", "Öylätti"]


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\u2028", "\x85", '"', "\\", '"}}\n{"delete":{}}'])
def test_no_text_breaks_out_of_its_line(mark: str) -> None:
    """Whatever a body says stays in the value."""
    of = frame(catalogue({"a": practice()}, {"a": f"\n## Ratkaisu\n\nEnnen{mark}jälkeen.\n"}))
    assert b"".join(opensearch_bulk(of)).count(b"\n") == 2
    assert f"Ennen{mark}jälkeen." in documents(of)["a"]["text"]["body"]
