"""`catalogue new`."""

import argparse
import os
import sys

from catalogue.check.practices import section_headings
from catalogue.check.registry import load_registry
from catalogue.check.report import as_text
from catalogue.commands.inputs import inputs_here
from catalogue.commands.outcome import PROBLEMS, CannotRunError
from catalogue.commands.record import write_record
from catalogue.dialogue import Dialogue
from catalogue.messages import messages
from catalogue.model.dates import UNKNOWN
from catalogue.problem import Loc

_OPENING: tuple[tuple[str, bool], ...] = (("title", True), ("summary", True), ("kind", True))
_REST: tuple[tuple[str, bool], ...] = (
    ("service_levels", True),
    ("themes", True),
    ("target_groups", True),
    ("places", True),
    ("provider", False),
    ("provider_kind", False),
)
_SOURCE = (
    ("title", True),
    ("publisher", False),
    ("date", False),
    ("url", False),
    ("kind", True),
    ("independence", True),
)
_OUTCOME = (("indicator", True), ("statement", True))
_FIGURES = ("baseline", "follow_up")
_CONTACT = (("name", False), ("role", True), ("email", False), ("phone", False))
_SOURCE_ID = "lahde"


def new(given: argparse.Namespace) -> int:
    """Ask for a practice's facts and write them to a file that passes the check."""
    texts = messages()
    inputs = inputs_here(os.environ)
    found = load_registry(inputs.registry, inputs.shown(inputs.registry), texts)
    if found.registry is None:
        sys.stderr.write(as_text(found.problems))
        return PROBLEMS
    dialogue = Dialogue(found.registry, texts, inputs.today, _ask, print)
    print(texts.get("new.welcome"))
    data = _answers(dialogue)
    headings = section_headings(found.registry, str(data["language"]))
    terms = found.registry.vocabularies["section"].values
    sections = {}
    for name in ("need", "solution", "results"):
        help_text = terms[name].help
        sections[headings[name]] = dialogue.text(headings[name], help_text.fi if help_text else "")
    return write_record(inputs, data, sections, "new.next")


def _answers(dialogue: Dialogue) -> dict[str, object]:
    data: dict[str, object] = {}
    _gather(dialogue, data, (), _OPENING)
    data["language"] = "fi"
    status = {"value": dialogue.field(("status", "value"), needed=True)}
    if status["value"] != UNKNOWN:
        _gather(dialogue, status, ("status",), (("as_of", False),))
    data["status"] = status
    _gather(dialogue, data, (), (("started", False),))
    _gather(dialogue, data, (), _REST)
    data.setdefault("provider", UNKNOWN)
    outcomes = _outcomes(dialogue)
    if outcomes:
        data["outcomes"] = outcomes
    else:
        _gather(dialogue, data, (), (("no_outcomes_because", True),))
    contact: dict[str, object] = {}
    if dialogue.agreed(dialogue.texts.get("new.contact")):
        _gather(dialogue, contact, ("contacts", "*"), (("organisation", True), *_CONTACT))
        contact["verified"] = dialogue.today.isoformat()
        data["contacts"] = [contact]
    print(f"\n{dialogue.texts.get('new.source')}")
    source: dict[str, object] = {"id": _SOURCE_ID}
    _gather(dialogue, source, ("sources", "*"), _SOURCE)
    data["sources"] = [source]
    return data


def _outcomes(dialogue: Dialogue) -> list[dict[str, object]]:
    outcomes: list[dict[str, object]] = []
    question = "new.outcome"
    while dialogue.agreed(dialogue.texts.get(question)):
        outcome: dict[str, object] = {"id": f"tulos-{len(outcomes) + 1}"}
        top = ("outcomes", "*")
        _gather(dialogue, outcome, top, _OUTCOME)
        for key in _FIGURES:
            heading = dialogue.texts.get("outcome." + key.replace("_", "-"))
            print(f"\n{heading}:")
            figure: dict[str, object] = {}
            _gather(dialogue, figure, (*top, key), (("value", False), ("period", False)))
            if figure:
                outcome[key] = figure
        values = [outcome.get(key) for key in _FIGURES]
        if not all(isinstance(figure, dict) and "value" in figure for figure in values):
            _gather(dialogue, outcome, top, (("observed", False),))
        outcome["source"] = _SOURCE_ID
        _gather(dialogue, outcome, top, (("locator", False),))
        outcomes.append(outcome)
        question = "new.another-outcome"
    return outcomes


def _gather(
    dialogue: Dialogue, record: dict[str, object], top: Loc, fields: tuple[tuple[str, bool], ...]
) -> None:
    """Ask for `fields` of the record at `top` and put the answers in it."""
    for name, needed in fields:
        answer = dialogue.field((*top, name), needed=needed)
        if answer is not None:
            record[name] = answer


def _ask(prompt: str) -> str:
    try:
        return input(prompt)
    except EOFError:
        raise CannotRunError(messages().get("new.no-terminal")) from None
