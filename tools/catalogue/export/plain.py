"""Records as plain values: what every export is made of."""

from collections.abc import Mapping
from decimal import Decimal

from pydantic import BaseModel

from catalogue.catalogue import AssessedOutcome, Catalogue, Entry
from catalogue.derive.change import Change
from catalogue.model.registry import Round
from catalogue.problem import dotted

# Semantic versioning: a field taken away or changed raises the first number, a field added the
# second.
SCHEMA_VERSION = "1.0.0"

Plain = Mapping[str, object]


def practice_url(name: str) -> str:
    """Return the address of a practice from the root of the site."""
    return f"/kaytannot/{name}/"


def plain_practice(entry: Entry) -> Plain:
    """Return every field of a practice as in its front matter, and every derived value.

    A contact who has withdrawn is left out altogether.
    """
    fields = plain_record(entry.practice)
    contacts = [c for c in entry.practice.contacts if not c.withdrawn]
    return {
        "id": entry.id,
        "url": practice_url(entry.id),
        **fields,
        "outcomes": [plain_outcome(outcome) for outcome in entry.outcomes],
        "awards": [plain_record(award) for award in entry.practice.awards],
        "contacts": [plain_record(contact) for contact in contacts],
        "body": dict(entry.texts),
        "municipalities": [place.code for place in entry.municipalities],
        "counties": [county.id for county in entry.counties],
        "organisers": [organiser.county.id for organiser in entry.organisers],
        "best_evidence_level": entry.best_level,
        "completeness": entry.completeness.level,
        "missing": [dotted(loc) for loc in entry.completeness.missing],
    }


def plain_outcome(assessed: AssessedOutcome) -> Plain:
    """Return an outcome with what is derived from it."""
    evidence = assessed.evidence
    return {
        **plain_record(assessed.outcome),
        "unit": assessed.indicator.unit,
        "change": plain_change(assessed.change),
        "direction": assessed.direction,
        "result": assessed.result,
        "evidence_level": evidence.level,
        "evidence_reason": evidence.reason.code,
        "evidence_lifts": [lift.code for lift in evidence.lifts],
        "independence": assessed.source.independence,
        "contradicts": list(assessed.contradicts),
    }


def plain_change(change: Change | None) -> Plain | None:
    """Return a change as numbers; relative change in percent, rounded to one decimal."""
    if change is None:
        return None
    return {
        "absolute": plain_value(change.absolute),
        "unit": change.unit,
        "relative_percent": plain_value(change.percent),
        "times": plain_value(change.times),
        "precision": change.precision,
        "reported": change.reported,
    }


def plain_round(name: str, award_round: Round, catalogue: Catalogue) -> Plain:
    """Return an award round with its nominees."""
    nominees = [
        {"practice": entry.id, "role": award.role}
        for entry in catalogue.by_round.get(name, ())
        for award in entry.practice.awards
        if award.round == name
    ]
    return {"id": name, **plain_record(award_round), "nominees": nominees}


def plain_catalogue(catalogue: Catalogue) -> Plain:
    """Return the whole catalogue in the shape of `practices.json`."""
    indicators = catalogue.registry.indicators.items()
    return {
        "schema_version": SCHEMA_VERSION,
        "practices": [plain_practice(entry) for entry in catalogue.entries],
        "award_rounds": [plain_round(name, r, catalogue) for name, r in catalogue.rounds()],
        "indicators": [{"id": name, **plain_record(item)} for name, item in indicators],
    }


def plain_record(record: BaseModel) -> dict[str, object]:
    """Return the fields of `record` that say something, with their keys as written."""
    dumped = record.model_dump(by_alias=True, exclude_none=True)
    return {key: plain_value(value) for key, value in dumped.items()}


def plain_value(value: object) -> object:
    """Return `value` with decimals as numbers and tuples as lists."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Mapping):
        return {key: plain_value(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain_value(item) for item in value]
    return value
