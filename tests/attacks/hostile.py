"""A catalogue in which every text is hostile, put together without any check."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import yaml

from catalogue.assembly import assemble
from catalogue.catalogue import Catalogue
from catalogue.model.practice import Practice
from catalogue.model.registry import Registry
from catalogue.model.values import Record
from catalogue.settings import Settings
from tests import factories

PAYLOADS: Mapping[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("payloads.yml").read_text(encoding="utf-8")
)
TEXTS = [*PAYLOADS["html"], *PAYLOADS["markdown"]]
# What a program reads rather than a person: pages could not even be made of anything else.
READ_BY_PROGRAMS = frozenset(
    [
        "unit",
        "flow_or_stock",
        "good_direction",
        "counter_indicators",
        "kind",
        "places",
        "indicator",
        "population",
        "place",
        "observed",
        "caveats",
        "design",
        "precision",
        "value",
        "independence",
        "language",
        "model",
        "status",
        "service_levels",
        "themes",
        "target_groups",
        "provider",
        "provider_kind",
        "funding",
        "level",
        "round",
        "organisation",
        "code",
        "county",
        "merged_into",
        "date",
        "period",
        "currency",
        "organisations",
        "fields",
        "indicators",
        "jury_fields",
    ]
)
IMAGE = '"><img src=x onerror=alert(1)>'
R = TypeVar("R", bound=Record)
# Writes a text of a record anew; the name of its field comes first.
Rewrite = Callable[[str, str], str]


def rewritten(record: R, rewrite: Rewrite) -> R:
    """Return `record` with every text that people read put through `rewrite`, unchecked."""
    fields = {name: _rewritten(name, getattr(record, name), rewrite) for name in _names(record)}
    return record.model_copy(update=fields)


def _names(record: Record) -> Iterator[str]:
    for name in type(record).model_fields:
        # The role in an award and the date of a source are read by programs; a contact's role not.
        if name == "role" and type(record).__name__ == "Award":
            continue
        if isinstance(getattr(record, name), str) and name in READ_BY_PROGRAMS:
            continue
        yield name


def _rewritten(name: str, value: Any, rewrite: Rewrite) -> Any:
    if isinstance(value, Record):
        return rewritten(value, rewrite)
    if isinstance(value, Mapping):
        return {key: _rewritten(name, item, rewrite) for key, item in value.items()}
    if isinstance(value, tuple):
        if name in READ_BY_PROGRAMS:
            return value
        return tuple(_rewritten(name, item, rewrite) for item in value)
    return rewrite(name, value) if isinstance(value, str) else value


def hostile_practice(number: int, payload: str) -> Practice:
    """Return a practice with `payload` in every text, and a hostile link in every address."""
    link = PAYLOADS["links"][number % len(PAYLOADS["links"])]

    def rewrite(name: str, text: str) -> str:
        if name in {"url", "email", "phone"}:
            return link
        return f"{text}{IMAGE}" if name in {"id", "source", "contradicts"} else payload

    return rewritten(Practice.model_validate(FULL), rewrite)


def hostile_body(payload: str) -> str:
    """Return a body with `payload` in every kind of block."""
    # A setext line, or a heading of its own, would split the body elsewhere than a writer can.
    blocks = [
        payload,
        f"teksti {payload} teksti",
        f"- {payload}",
        f"> {payload}",
        f"### {payload}",
        f"**{payload}** *{payload}* `{payload}`",
        f"[{payload}](https://esimerkki.fi/{payload})",
        f'[x](<{payload}> "{payload}")',
        f"```{payload}\n{payload}\n```",
        f"| {payload} |\n|---|\n| {payload} |",
        f"    {payload}",
    ]
    text = "\n\n".join(blocks)
    return "".join(f"\n## {heading}\n\n{text}\n" for heading in HEADINGS)


def hostile_registry() -> Registry:
    """Return the catalogue's registry with a hostile text in every place, each in its turn."""
    texts = itertools.cycle(TEXTS)
    links = itertools.cycle(PAYLOADS["links"])

    def rewrite(name: str, text: str) -> str:
        if name == "id":
            return text
        return next(links) if name == "url" else next(texts)

    sound = factories.registry()
    vocabularies = {
        name: vocabulary if name == "section" else rewritten(vocabulary, rewrite)
        for name, vocabulary in sound.vocabularies.items()
    }
    return replace(
        sound,
        vocabularies=vocabularies,
        indicators={k: rewritten(v, rewrite) for k, v in sound.indicators.items()},
        organisations={k: rewritten(v, rewrite) for k, v in sound.organisations.items()},
        rounds={k: rewritten(v, rewrite) for k, v in sound.rounds.items()},
        counties={k: rewritten(v, rewrite) for k, v in sound.counties.items()},
        areas={k: rewritten(v, rewrite) for k, v in sound.areas.items()},
        municipalities={k: rewritten(v, rewrite) for k, v in sound.municipalities.items()},
        synonyms=tuple((text, "perhe") for text in TEXTS),
    )


def hostile_name(number: int, payload: str) -> str:
    """Return the name of the practice of a payload; that of some is the payload itself."""
    return f"paha-{number}" if number % 10 or "/" in payload else f"{payload}-{number}"


def hostile_catalogue() -> Catalogue:
    """Return a catalogue of a practice for every payload; some have hostile file names too."""
    practices = {}
    bodies = {}
    for number, payload in enumerate(TEXTS):
        name = hostile_name(number, payload)
        practices[name] = hostile_practice(number, payload)
        bodies[name] = hostile_body(payload)
    return assemble(practices, bodies, hostile_registry(), factories.TODAY)


def hostile_settings() -> Settings:
    """Return settings with a hostile name and description."""
    return Settings.model_construct(name=TEXTS[7], description=IMAGE, language="fi", branch=IMAGE)


HEADINGS = ("Tarve ja tavoitteet", "Ratkaisu", "Tulokset", "Käyttöönoton ehdot")
_FIGURES = {
    "baseline": {"value": "33", "period": {"value": "2015", "inferred": "true", "why": "x"}},
    "follow_up": {"value": "14", "period": "2016"},
}
FULL = factories.practice_data(
    aliases=["x", "y"],
    summary="x",
    model="malli",
    started={"value": "2015", "inferred": "true", "why": "x"},
    age={"min": "0", "max": "17"},
    keywords=["x"],
    places=["153", "285"],
    provider_kind="public",
    resources={
        "staff": {"fte": "2", "headcount": "3", "note": "x"},
        "cost": {"amount": "1", "per": "x", "price_year": "2016", "payer": "x", "note": "x"},
        "funding": "permanent",
        "note": "x",
    },
    participation={"level": "heard", "note": "x"},
    outcomes=[
        factories.outcome_data(
            statement="x",
            population="children-in-area",
            population_note="x",
            locator="x",
            caveats=["small-numbers"],
            comparators=[{"place": "091", **_FIGURES}],
            **_FIGURES,
        ),
        factories.outcome_data(
            **{"id": "toinen", "contradicts": ["tulos"], "observed": "increased", "statement": "x"}
        ),
    ],
    awards=[
        {
            "round": "kunnallinen-lastensuojeluteko-2013",
            "role": "winner",
            "recipient": "x",
            "note": "x",
        }
    ],
    contacts=[
        {
            "name": "x",
            "role": "x",
            "organisation": "imatra",
            "email": "x@esimerkki.fi",
            "phone": "+358 20 000",
            "verified": {"value": verified, "inferred": "true", "why": "x"},
        }
        for verified in ("2013", "2026")
    ],
    sources=[
        factories.citation_data(
            publisher="x",
            url="https://esimerkki.fi/x",
            date={"value": "2013", "inferred": "true", "why": "x"},
        )
    ],
    former_ids=[],
)
