"""`catalogue new`."""

import argparse
import os

from catalogue.check.practices import section_headings
from catalogue.commands.inputs import inputs_here, registry_here
from catalogue.commands.outcome import CannotRunError
from catalogue.commands.record import write_draft, write_record
from catalogue.commands.terminal import ask, waiting
from catalogue.dialogue import Dialogue, LeftError
from catalogue.messages import messages
from catalogue.model.dates import UNKNOWN
from catalogue.problem import Loc
from catalogue.slug import slug

_OPENING: tuple[tuple[str, bool], ...] = (("title", True), ("summary", True), ("kind", True))
_REST: tuple[tuple[str, bool], ...] = (
    ("service_levels", True),
    ("themes", True),
    ("target_groups", True),
    ("places", True),
    ("provider", True),
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


Answers = dict[str, object]


def new(given: argparse.Namespace) -> int:
    """Ask for a practice's facts and write them to a file that passes the check.

    Who interrupts finds the answers in a draft outside the practices.
    """
    texts = messages()
    inputs = inputs_here(os.environ)
    registry = registry_here(inputs, texts)
    dialogue = Dialogue(registry, texts, inputs.today, ask, print, waiting)
    print(texts.get("new.welcome"))
    data: Answers = {}
    sections: dict[str, str] = {}
    try:
        _answers(dialogue, data)
        headings = section_headings(registry, str(data["language"]))
        terms = registry.vocabularies["section"].values
        for name in ("need", "solution", "results"):
            help_text = terms[name].help
            said = help_text.fi if help_text else ""
            sections[headings[name]] = dialogue.text(headings[name], said)
    except (KeyboardInterrupt, CannotRunError):
        if "title" in data:
            write_draft(inputs, data, sections)
        raise
    return write_record(inputs, data, sections, "new.next")


def _answers(dialogue: Dialogue, data: Answers) -> None:
    """Ask for all but the texts; `data` has at any time what has been answered."""
    while "title" not in data or not slug(str(data["title"])):
        if "title" in data:
            dialogue.tell(dialogue.texts.get("new.no-letters"))
        _gather(dialogue, data, (), _OPENING[:1])
    _gather(dialogue, data, (), _OPENING[1:])
    data["language"] = "fi"
    status: Answers = {}
    data["status"] = status
    _gather(dialogue, status, ("status",), (("value", True),))
    if status["value"] != UNKNOWN:
        _gather(dialogue, status, ("status",), (("as_of", False),))
    _gather(dialogue, data, (), (("started", False),))
    _gather(dialogue, data, (), _REST)
    _outcomes(dialogue, data)
    if not data["outcomes"]:
        del data["outcomes"]
        _gather(dialogue, data, (), (("no_outcomes_because", True),))
    if dialogue.agreed(dialogue.texts.get("new.contact")):
        _contact(dialogue, data)
    print(f"\n{dialogue.texts.get('new.source')}")
    source: Answers = {"id": _SOURCE_ID}
    data["sources"] = [source]
    _gather(dialogue, source, ("sources", "*"), _SOURCE)


def _contact(dialogue: Dialogue, data: Answers) -> None:
    contact: Answers = {}
    data["contacts"] = [contact]
    print(dialogue.texts.get("new.may-leave"))
    try:
        fields = (("organisation", True), *_CONTACT)
        _gather(dialogue, contact, ("contacts", "*"), fields, may_leave=True)
        contact["verified"] = dialogue.today.isoformat()
    except LeftError:
        del data["contacts"]
        print(dialogue.texts.get("new.contact-left"))


def _outcomes(dialogue: Dialogue, data: Answers) -> None:
    outcomes: list[Answers] = []
    data["outcomes"] = outcomes
    question = "new.outcome"
    while dialogue.agreed(dialogue.texts.get(question)):
        outcome: Answers = {"id": f"tulos-{len(outcomes) + 1}"}
        outcomes.append(outcome)
        print(dialogue.texts.get("new.may-leave"))
        try:
            _outcome(dialogue, outcome)
        except LeftError:
            outcomes.pop()
            print(dialogue.texts.get("new.outcome-left"))
        question = "new.another-outcome"


def _outcome(dialogue: Dialogue, outcome: Answers) -> None:
    top = ("outcomes", "*")
    outcome["source"] = _SOURCE_ID
    _gather(dialogue, outcome, top, _OUTCOME, may_leave=True)
    for key in _FIGURES:
        heading = dialogue.texts.get("outcome." + key.replace("_", "-"))
        print(f"\n{heading}:")
        figure: Answers = {}
        fields = (("value", False), ("period", False))
        _gather(dialogue, figure, (*top, key), fields, may_leave=True)
        if figure:
            outcome[key] = figure
    values = [outcome.get(key) for key in _FIGURES]
    if not all(isinstance(figure, dict) and "value" in figure for figure in values):
        _gather(dialogue, outcome, top, (("observed", False),), may_leave=True)
    _gather(dialogue, outcome, top, (("locator", False),), may_leave=True)


def _gather(
    dialogue: Dialogue,
    record: Answers,
    top: Loc,
    fields: tuple[tuple[str, bool], ...],
    may_leave: bool = False,
) -> None:
    """Ask for `fields` of the record at `top` and put the answers in it."""
    for name, needed in fields:
        answer = dialogue.field((*top, name), needed=needed, may_leave=may_leave)
        if answer is not None:
            record[name] = answer
