"""A practice from the answers of an issue form, for those who cannot make a pull request."""

import re
from collections.abc import Mapping, Set

from catalogue.check.references import registers
from catalogue.check.suggestion import nearest_term
from catalogue.messages import Messages
from catalogue.model.dates import UNKNOWN
from catalogue.model.declared import Declared, declared_fields
from catalogue.model.practice import Practice
from catalogue.model.registry import Registry
from catalogue.problem import Loc
from catalogue.submit.field import kind_of
from catalogue.submit.notation import noted, unknown_words

# What the form asks for: its labels are those of the fields.
ASKED: tuple[Loc, ...] = (
    *((name,) for name in ("title", "summary", "language", "kind", "started", "places")),
    ("provider",),
    *((name,) for name in ("provider_kind", "service_levels", "themes", "target_groups")),
    ("status", "value"),
    *(("sources", "*", key) for key in ("title", "publisher", "date", "url", "kind")),
    ("sources", "*", "independence"),
    ("no_outcomes_because",),
)
SECTIONS = ("need", "solution", "results", "conditions")
NO_ANSWER = "_No response_"
_SOURCE = "lahde"
# Within a section of a practice there are no outer headings than these.
_OUTER_HEADING = re.compile(r"^#{1,2}(?= )", re.MULTILINE)


def practice_of_issue(
    text: str, registry: Registry, texts: Messages
) -> tuple[dict[str, object], dict[str, str]]:
    """Return front matter and sections (name → text) from the body of an issue.

    GitHub writes every answer under its label as a third-level heading. Words of vocabularies and
    names of registers become their values, and dates as people write them those of the file; what
    is not recognised stays as it was written, for the check to point at.

    Raises:
        ValueError: None of the form's labels is in the text.
    """
    terms = registry.vocabularies["section"].values
    headings = {name: terms[name].label.get(texts.language) for name in SECTIONS}
    answers = _answers(text, {*_labels(texts), *headings.values()})
    data: dict[str, object] = {"language": "fi"}
    source: dict[str, object] = {"id": _SOURCE}
    for declared in (d for d in declared_fields(Practice) if d.path in ASKED):
        label = _label(declared, texts)
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
    sections = {
        name: _OUTER_HEADING.sub("###", answers[heading])
        for name, heading in headings.items()
        if heading in answers
    }
    order = {name: n for n, name in enumerate(Practice.model_fields)}
    return dict(sorted(data.items(), key=lambda item: order[item[0]])), sections


def _label(declared: Declared, texts: Messages) -> str:
    return texts.get(f"field.{declared.model.__name__}.{declared.name}.label")


def _labels(texts: Messages) -> list[str]:
    return [_label(d, texts) for d in declared_fields(Practice) if d.path in ASKED]


def _answers(text: str, labels: Set[str]) -> Mapping[str, str]:
    """The answers by label. Any other heading, or the same once more, belongs to the answer."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.split("\n"):
        heading = line.removeprefix("### ").strip() if line.startswith("### ") else ""
        if heading in labels and heading not in found:
            lines = found[heading] = []
        else:
            lines.append(line)
    if not found:
        raise ValueError(text)
    answers = {label: "\n".join(lines).strip() for label, lines in found.items()}
    return {label: answer for label, answer in answers.items() if answer not in {"", NO_ANSWER}}


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
        if answer.lower() in {UNKNOWN, unknown_words(registry, "fi")}:
            return UNKNOWN
        names = registers(registry).names[declared.reference.register]
        return names.get(answer) or names.get(answer.lower()) or answer
    return noted(kind_of(declared), answer, unknown_words(registry, "fi"))
