"""`ilmoita/lomake.json`: everything that the form in the browser asks, offers and checks by."""

import dataclasses
import unicodedata
from collections.abc import Mapping

from catalogue.check.body import MAX_BODY, OPTIONAL, REQUIRED
from catalogue.check.link import MAX_ADDRESS, MAX_ADDRESSES
from catalogue.check.practices import section_headings
from catalogue.entry import Entry
from catalogue.messages import LANGUAGES, placeholders
from catalogue.model.registry import (
    Area,
    County,
    Municipality,
    Organisation,
    Registry,
    Round,
    Term,
)
from catalogue.pages.frame import Frame
from catalogue.personal import PATTERNS, WEB_ADDRESS
from catalogue.source import gate
from catalogue.submit.field import Plain, records
from catalogue.submit.steps import STEPS

# Sentences that the form shows with the words of the check and of the practice pages.
_TEXTS = (
    *("check.", "form-check.", "evidence.", "glance.", "outcome.", "date.", "unit."),
    *("precision.", "change.", "figure.", "status.as-of", "outcomes.title", "sources.title"),
)


def form(frame: Frame) -> Plain:
    """Return the form: records and their fields, steps, what may be chosen, rules and texts."""
    registry, texts, settings = frame.catalogue.registry, frame.texts, frame.settings
    return {
        "language": texts.language,
        "records": records(texts),
        "steps": [dataclasses.asdict(step) for step in STEPS],
        "vocabularies": {
            name: {value: _term(term, texts.language) for value, term in vocabulary.values.items()}
            for name, vocabulary in registry.vocabularies.items()
        },
        "registers": registers(registry, texts.language),
        "practices": [_known(entry) for entry in frame.catalogue.entries],
        "removed_ids": sorted(registry.removed_ids),
        "sections": {language: section_headings(registry, language) for language in LANGUAGES},
        "required_sections": REQUIRED,
        "optional_sections": OPTIONAL,
        "max_body": MAX_BODY,
        "max_address": MAX_ADDRESS,
        "max_addresses": MAX_ADDRESSES,
        "max_line": gate.MAX_LINE,
        "max_bytes": gate.MAX_BYTES,
        "phrases": placeholders(),
        "reserved_names": sorted(gate.RESERVED_NAMES),
        "max_name": gate.MAX_NAME,
        **personal_rules(),
        "hidden_names": hidden_names(),
        "texts": {key: text for key, text in texts.texts.items() if key.startswith(_TEXTS)},
        "repository": settings.repository,
        "branch": settings.branch,
        "editors_email": settings.editors_email,
    }


def personal_rules() -> Plain:
    """Return by what personal data is found in a text, and told of."""
    return {"personal": PATTERNS, "web_address": WEB_ADDRESS, "hidden": hidden_pattern()}


def registers(registry: Registry, language: str) -> Mapping[str, Plain]:
    """Return what may be pointed to, by register and id, with its name."""
    places: dict[str, Municipality | County | Area] = {
        **registry.municipalities,
        **registry.counties,
        **registry.areas,
    }
    short = {key: list(county.known_as) for key, county in registry.counties.items()}
    indicators = {
        key: {
            "name": item.name.get(language),
            "unit": item.unit,
            "flow_or_stock": item.flow_or_stock,
            "help": item.definition.get(language),
        }
        for key, item in registry.indicators.items()
    }
    return {
        "organisations": _named(registry.organisations, language, short),
        "indicators": indicators,
        "rounds": _named(registry.rounds, language),
        "places": _named(places, language, short),
    }


def hidden_pattern() -> str:
    """Return the pattern of characters that are not seen, as a JavaScript expression (flag u)."""
    pattern = gate.SUSPECT.pattern
    return "".join(c if c in "[-]" else f"\\u{{{ord(c):x}}}" for c in pattern)


def hidden_names() -> Mapping[str, str]:
    """Return the Unicode names of the hidden characters that are likely in pasted text, by code."""
    # The supplementary planes are tags and variation selectors: their codes say enough.
    found = {
        f"{code:04X}": unicodedata.name(chr(code), "")
        for code in range(0x10000)
        if gate.SUSPECT.match(chr(code))
    }
    return {code: name for code, name in found.items() if name}


def _term(term: Term, shown_in: str) -> Plain:
    label = {language: term.label.get(language) for language in LANGUAGES}
    help_text = {"help": term.help.get(shown_in)} if term.help else {}
    return {"label": label, **help_text, **({"also": term.also} if term.also else {})}


def _named(
    items: Mapping[str, Organisation | Round | County | Area | Municipality],
    language: str,
    short: Mapping[str, list[str]] | None = None,
) -> Plain:
    also = short or {}
    return {
        key: {
            "name": item.name.get(language),
            **({"known_as": also[key]} if also.get(key) else {}),
        }
        for key, item in items.items()
    }


def _known(entry: Entry) -> Plain:
    practice = entry.practice
    known = {
        "id": entry.id,
        "title": practice.title,
        "model": practice.model,
        "aliases": list(practice.aliases),
        "former_ids": list(practice.former_ids),
    }
    return {key: value for key, value in known.items() if value}
