"""What only some practices have: the fields of a synthetic catalogue that are not in every file.

Which practice has which follows from its number, so that ten in a row have nearly all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from decimal import Decimal
from typing import Any

_TRANSLATED = {
    "fi": ("Varhainen tuki perheille", "Perhe saa tukea varhain ja kotona."),
    "sv": ("Tidigt stöd för familjer", "Familjen får stöd i ett tidigt skede, hemma."),
    "en": ("Early support for families", "Families are supported early, and at home."),
}
# In use in many places, as few models are; the other models are in use in some.
COMMON_MODEL = "valtakunnallinen-malli"
_COMMON_EVERY = 50
_Record = dict[str, Any]
Say = Callable[[], str]


def add_rare(
    record: _Record,
    number: int,
    say: Say,
    vocabularies: Mapping[str, Sequence[str]],
    shares: Container[str],
) -> None:
    """Add to the record of practice `number` what only some have; `say` gives a sentence.

    `shares` are the indicators in percent, whose changes are in percentage points.
    """
    turn = number % 10
    if number % _COMMON_EVERY == 6:
        record["model"] = COMMON_MODEL
    if turn == 2:
        record["title_language"] = "fi" if record["language"] == "sv" else "sv"
    if turn == 4:
        record["status"]["value"] = "ended"
        record["ended"] = _worked_out("2025-06", say)
    if turn == 6:
        record["former_ids"] = [f"entinen-{number:06d}"]
    if turn in {7, 8}:
        others = [language for language in _TRANSLATED if language != record["language"]]
        record["translations"] = {
            language: dict(zip(("title", "summary"), _TRANSLATED[language], strict=True))
            for language in others
        }
    if number % 3 == 0:
        record["next_review"] = "2027-03-01"
    _more_resources(record["resources"], turn, say)
    _more_of_contact(record["contacts"][0], turn)
    if turn == 0:
        record["awards"][0] |= {"recipient": "Työryhmä", "note": say()}
    if turn == 1:
        _work_out_dates(record, say)
    for position, outcome in enumerate(record.get("outcomes", ())):
        _more_of_outcome(outcome, number + position, say, vocabularies, shares)
    if turn == 9 and len(record.get("outcomes", ())) > 1:
        first, second = record["outcomes"][:2]
        second["contradicts"] = [first["id"]]


def _more_resources(resources: _Record, turn: int, say: Say) -> None:
    if turn == 3:
        resources["staff"] = {"fte": "2.5", "note": say()}
        resources["cost"] |= {"per": "vuosi", "payer": "hyvinvointialue", "note": say()}


def _more_of_contact(contact: _Record, turn: int) -> None:
    if turn == 5:
        contact |= {
            "name": "Esimerkki Henkilö",
            "email": "henkilo@esimerkki.invalid",
            "phone": "+358 00 000 0000",
        }
    if turn == 7:
        contact["withdrawn"] = "true"


def _work_out_dates(record: _Record, say: Say) -> None:
    """Every date and period worked out, each with the reason."""
    record["next_review"] = "2027-03-01"
    dated = [(record["status"], "as_of"), (record["contacts"][0], "verified")]
    dated += [(record["sources"][0], "date")]
    dated += [(record, key) for key in ("started", "reviewed", "next_review")]
    for outcome in record.get("outcomes", ()):
        for each in (outcome, *outcome.get("comparators", ())):
            figures = [each[key] for key in ("baseline", "follow_up") if key in each]
            dated += [(figure, "period") for figure in figures]
    for held, key in dated:
        held[key] = _worked_out(held[key], say)


def _more_of_outcome(
    outcome: _Record,
    number: int,
    say: Say,
    vocabularies: Mapping[str, Sequence[str]],
    shares: Container[str],
) -> None:
    def one(vocabulary: str) -> str:
        values = vocabularies[vocabulary]
        return values[number % len(values)]

    turn = number % 6
    before, after = outcome.get("baseline"), outcome.get("follow_up")
    if turn == 0:
        outcome["population_note"] = "Asiakkaat, joiden työ alkoi seurannan aikana"
    if turn == 1:
        outcome["design"] = one("design")
    if turn == 2:
        for each in (outcome, *outcome.get("comparators", ())):
            for figure in (each.get("baseline"), each.get("follow_up")):
                if figure:
                    figure["precision"] = one("precision")
    if turn == 3 and before and after and before["value"] != after["value"]:
        change = Decimal(after["value"]) - Decimal(before["value"])
        if outcome["indicator"] not in shares:
            change = 100 * change / Decimal(before["value"])
        outcome["change_reported"] = {
            "value": str(round(change, 1)),
            "unit": "percent",
            "period": _interval(before["period"], after["period"], say),
            "precision": one("precision"),
        }


def _interval(start: object, end: object, say: Say) -> object:
    """The time from a period to another; worked out where they were."""
    if isinstance(start, Mapping) and isinstance(end, Mapping):
        return _worked_out(f"{start['value']}/{end['value']}", say)
    return f"{start}/{end}"


def _worked_out(date: str, say: Say) -> _Record:
    return {"value": date, "inferred": "true", "why": say()}
