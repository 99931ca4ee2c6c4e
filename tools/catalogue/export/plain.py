"""Records as plain values: what every export is made of."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pydantic import BaseModel

from catalogue.catalogue import Catalogue
from catalogue.entry import AssessedOutcome, Entry
from catalogue.export.derived import (
    OUTCOME_DERIVED,
    PRACTICE_DERIVED,
    PRACTICE_HEAD,
    number,
)
from catalogue.model.registry import Indicator, Removed, Round

# Semantic versioning: a field taken away or changed raises the first number, a field added the
# second.
SCHEMA_VERSION = "1.1.0"

Plain = Mapping[str, object]


def last_review(catalogue: Catalogue) -> str | None:
    """Return the latest day on which a practice was reviewed; None if no day is known.

    Taken from the content and neither from a clock nor from git, so that the same content gives the
    same files: a change since, which nobody has reviewed, does not show in it.
    """
    return catalogue.last_review.value if catalogue.last_review else None


def plain_practice(entry: Entry) -> Plain:
    """Return every field of a practice as in its front matter, and every derived value.

    A contact who has withdrawn is left out altogether.
    """
    record = plain_record(entry.practice)
    outcomes, contacts = record.pop("outcomes"), record.pop("contacts")
    assert isinstance(outcomes, list)
    assert isinstance(contacts, list)
    told = zip(entry.practice.contacts, contacts, strict=True)
    return {
        **{key.name: key.read(entry) for key in PRACTICE_HEAD},
        **record,
        "outcomes": [
            {**outcome, **outcome_derived(assessed)}
            for outcome, assessed in zip(outcomes, entry.outcomes, strict=True)
        ],
        "contacts": [said for contact, said in told if not contact.withdrawn],
        **{key.name: key.read(entry) for key in PRACTICE_DERIVED},
    }


def outcome_derived(assessed: AssessedOutcome) -> Plain:
    """Return what is derived from an outcome."""
    return {key.name: key.read(assessed) for key in OUTCOME_DERIVED}


def plain_round(name: str, award_round: Round, catalogue: Catalogue) -> Plain:
    """Return an award round with its nominees."""
    nominees = [
        {"practice": entry.id, "role": award.role}
        for entry in catalogue.by_round.get(name, ())
        for award in entry.practice.awards
        if award.round == name
    ]
    return {"id": name, **plain_record(award_round), "nominees": nominees}


def plain_indicator(name: str, indicator: Indicator) -> Plain:
    """Return an indicator."""
    return {"id": name, **plain_record(indicator)}


def plain_removed(name: str, note: Removed) -> Plain:
    """Return the note of a removed practice."""
    return {"id": name, "url": f"/kaytannot/{name}/", **plain_record(note)}


def plain_lists(catalogue: Catalogue) -> Iterator[tuple[str, list[Plain]]]:
    """Yield the lists of `practices.json` besides the practices, with their keys."""
    yield "award_rounds", [plain_round(name, r, catalogue) for name, r in catalogue.rounds()]
    indicators = catalogue.registry.indicators.items()
    yield "indicators", [plain_indicator(name, indicator) for name, indicator in indicators]
    yield "removed", [plain_removed(*note) for note in catalogue.registry.removed.items()]


def plain_record(record: BaseModel) -> dict[str, object]:
    """Return the fields of `record` that say something, with their keys as written."""
    dumped = record.model_dump(by_alias=True, exclude_none=True)
    return {key: plain_value(value) for key, value in dumped.items()}


def plain_value(value: object) -> object:
    """Return `value` with decimals as numbers and tuples as lists."""
    # Texts first, and without a call: nearly all values are.
    if isinstance(value, dict):
        return {k: v if isinstance(v, str) else plain_value(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [v if isinstance(v, str) else plain_value(v) for v in value]
    return number(value) if isinstance(value, Decimal) else value
