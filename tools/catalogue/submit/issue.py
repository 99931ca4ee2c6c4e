"""A practice from the answers of an issue form, for those who cannot make a pull request."""

import datetime
import re
from collections.abc import Mapping

from catalogue.check.references import registers
from catalogue.check.suggestion import nearest_term
from catalogue.messages import Messages
from catalogue.model.dates import UNKNOWN
from catalogue.model.declared import Declared, declared_fields
from catalogue.model.practice import Practice
from catalogue.model.registry import Registry
from catalogue.problem import Loc

# What the form asks for: its labels are those of the fields.
ASKED: tuple[Loc, ...] = (
    *((name,) for name in ("title", "summary", "kind", "started", "places", "provider")),
    *((name,) for name in ("provider_kind", "service_levels", "themes", "target_groups")),
    ("status", "value"),
    *(("sources", "*", key) for key in ("title", "publisher", "date", "url", "kind")),
    ("sources", "*", "independence"),
    ("no_outcomes_because",),
)
SECTIONS = ("need", "solution", "results", "conditions")
NO_ANSWER = "_No response_"
_SOURCE = "lahde"


def practice_of_issue(
    text: str, registry: Registry, today: datetime.date, texts: Messages
) -> tuple[dict[str, object], dict[str, str]]:
    """Return front matter and sections (name → text) from the body of an issue.

    GitHub writes every answer under its label as a third-level heading. Words of vocabularies and
    names of registers become their values; what is not recognised stays as it was written, for the
    check to point at.
    """
    answers = _answers(text)
    data: dict[str, object] = {"language": "fi"}
    source: dict[str, object] = {"id": _SOURCE}
    for declared in (d for d in declared_fields(Practice) if d.path in ASKED):
        label = texts.get(f"field.{declared.model.__name__}.{declared.name}.label")
        if label not in answers:
            continue
        value = _value(declared, answers[label], registry)
        if declared.path[0] == "sources":
            source[declared.name] = value
        elif declared.path[0] == "status":
            data["status"] = {"value": value}
        else:
            data[declared.name] = value
    data.setdefault("provider", UNKNOWN)
    data["sources"] = [source]
    terms = registry.vocabularies["section"].values
    headings = {name: terms[name].label.get(texts.language) for name in SECTIONS}
    sections = {n: answers[heading] for n, heading in headings.items() if heading in answers}
    order = {name: n for n, name in enumerate(Practice.model_fields)}
    return dict(sorted(data.items(), key=lambda item: order[item[0]])), sections


def _answers(text: str) -> Mapping[str, str]:
    parts = re.split(r"^### (.+)$", text, flags=re.MULTILINE)[1:]
    pairs = zip(parts[::2], parts[1::2], strict=True)
    found = {label.strip(): answer.strip() for label, answer in pairs}
    return {label: answer for label, answer in found.items() if answer not in {"", NO_ANSWER}}


def _value(declared: Declared, answer: str, registry: Registry) -> object:
    if not declared.many:
        return _one(declared, " ".join(answer.split()), registry)
    ticked = re.findall(r"^- \[[xX]\] (.+)$", answer, re.MULTILINE)
    boxes = re.search(r"^- \[[ xX]\] ", answer, re.MULTILINE)
    given = ticked if boxes else [part for part in re.split(r"[,\n]", answer) if part.strip()]
    return [_one(declared, part.strip(), registry) for part in given]


def _one(declared: Declared, answer: str, registry: Registry) -> str:
    if declared.choice:
        return nearest_term(answer, registry.vocabularies[declared.choice.vocabulary]) or answer
    if declared.reference:
        unknown = registry.term("status", UNKNOWN).label.fi
        if answer.lower() in {UNKNOWN, unknown}:
            return UNKNOWN
        names = registers(registry).names[declared.reference.register]
        return names.get(answer) or names.get(answer.lower()) or answer
    return answer
