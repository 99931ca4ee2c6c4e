"""`practices.schema.json`: what programs check `practices.json` by."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from catalogue.export.as_json import as_json
from catalogue.export.data_schema import data_schema
from catalogue.export.plain import SCHEMA_VERSION
from catalogue.messages import LANGUAGES, messages
from tests.factories import catalogue, practice, real_catalogue


def exported() -> dict[str, Any]:
    """Return what a program reads from the real catalogue's JSON."""
    found: dict[str, Any] = json.loads(as_json(real_catalogue()))
    return found


def errors(document: object, schema: dict[str, Any] | None = None) -> list[str]:
    """Return where `document` does not fit the schema."""
    validator = Draft202012Validator(schema or data_schema(messages()))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def closed(schema: Any) -> Any:
    """Return `schema` with room for no other keys, to see that none is left undescribed."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(item) for key, item in schema.items()}
    if schema.get("type") == "object" and "properties" in schema:
        made["additionalProperties"] = False
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_is_a_valid_schema_of_draft_2020_12(language: str) -> None:
    """In every language."""
    Draft202012Validator.check_schema(data_schema(messages(language)))


def test_the_real_data_fit_the_schema_and_every_key_is_in_it() -> None:
    """Every error would be shown."""
    assert errors(exported(), closed(data_schema(messages()))) == []


def test_a_full_record_fits_the_schema() -> None:
    """With every optional field there is, dates inferred and all."""
    inferred = {"value": "2016", "inferred": "true", "why": "Syy."}
    figure = {"value": "1.5", "period": "2016/2017", "precision": "about"}
    made = practice(
        aliases=["Toinen nimi"],
        title_language="sv",
        model="malli",
        started=inferred,
        ended="2017-05",
        age={"min": "0", "max": "17"},
        keywords=["sana"],
        provider_kind="public",
        resources={
            "staff": {"fte": "1.5", "headcount": "2", "note": "Kaksi."},
            "cost": {"amount": "1000", "per": "vuosi", "price_year": "2016", "payer": "kunta"},
            "funding": "permanent",
            "note": "Muuta.",
        },
        participation={"level": "heard", "note": "Kuultu."},
        outcomes=[
            {
                "id": "tulos",
                "indicator": "care-orders",
                "source": "lahde",
                "statement": "Väheni.",
                "population": "children-in-area",
                "population_note": "Tarkennus.",
                "place": "153",
                "baseline": figure,
                "follow_up": figure,
                "change_reported": {"value": "-2.5", "unit": "percent", "period": "2016"},
                "comparators": [{"place": "091", "baseline": figure, "follow_up": figure}],
                "observed": "decreased",
                "locator": "s. 1",
                "caveats": ["law-change"],
                "design": "rct",
            }
        ],
        awards=[{"round": "unknown", "role": "winner", "recipient": "Yksikkö", "note": "Muuta."}],
        contacts=[{"name": "Nimi", "organisation": "imatra", "verified": "2026-01-01"}],
        former_ids=["vanha"],
        reviewed="2026-01-01",
        next_review="2027-01-01",
    )
    found = json.loads(as_json(catalogue({"esimerkki": made})))
    assert errors(found, closed(data_schema(messages()))) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d.pop("indicators"),
        lambda d: d.update(schema_version="2.0.0"),
        lambda d: d["practices"][0].pop("title"),
        lambda d: d["practices"][0].update(id="Ei Tunnus"),
        lambda d: d["practices"][0]["outcomes"][0].update(evidence_level="2"),
        lambda d: d["practices"][0]["outcomes"][0]["baseline"].update(value="33"),
        lambda d: d["practices"][0]["contacts"].append({"name": "Nimi"}),
        lambda d: d["award_rounds"][0].pop("nominees"),
    ],
)
def test_data_of_another_shape_are_refused(spoil: Callable[[dict[str, Any]], object]) -> None:
    """What front matter may hold as text is a number here."""
    found = copy.deepcopy(exported())
    spoil(found)
    assert errors(found) != []


def test_data_of_a_later_minor_version_fit_the_schema() -> None:
    """Keys that it does not know are passed over: that is what the second number promises."""
    found = exported()
    found["schema_version"] = "1.99.0"
    found["practices"][0]["new"] = "uusi"
    assert errors(found) == []


def test_the_schema_is_known_by_its_version() -> None:
    """By its address where the site's is known, else relative to where it was found."""
    name = f"practices.schema.json?version={SCHEMA_VERSION}"
    assert data_schema(messages())["$id"] == name
    site = "https://esimerkki.fi/hk"
    assert data_schema(messages(), site)["$id"] == f"{site}/data/{name}"
