"""Asking for a practice's facts, one at a time, in the reader's language.

The labels, the help texts and the rules are the model's own: an answer is checked by the same code
as a finished file, and asked again until it passes.
"""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from catalogue.alphabet import alphabetical
from catalogue.check.dates import check_dates
from catalogue.check.references import Registers, check_references, registers
from catalogue.check.resolve import sentence
from catalogue.check.shape import validated
from catalogue.check.suggestion import nearest_named, nearest_term
from catalogue.messages import Messages
from catalogue.model.dates import UNKNOWN
from catalogue.model.declared import Declared, declared_fields
from catalogue.model.practice import Practice
from catalogue.model.registry import Registry
from catalogue.problem import Finding, Loc
from catalogue.submit.field import kind_of, words_of
from catalogue.submit.notation import noted, unknown_words, unsure

_MOST_MATCHES = 15
# What is typed to see everything that may be named, and to leave a part unfinished.
LIST, LEAVE = "?", "-"
# Told in the words of the form: it asks for dates and numbers as people write them, as we do.
_FORM_WORDS = (
    *("date", "period", "no-such-day", "no-such-period", "number", "whole-number"),
    *("email", "phone", "url", "text-long", "text-short"),
)


class LeftError(Exception):
    """The part of the practice that was being asked for is left unfinished."""


@dataclass(frozen=True)
class Dialogue:
    """Asks with `ask` (a prompt → the line typed) and tells with `tell`.

    `waiting` tells whether more has been typed already: the rest of a pasted text, which must not
    answer the questions that follow.
    """

    registry: Registry
    texts: Messages
    today: datetime.date
    ask: Callable[[str], str]
    tell: Callable[[str], None]
    waiting: Callable[[], bool] = lambda: False

    def field(self, path: Loc, *, needed: bool, may_leave: bool = False) -> object | None:
        """Ask for the field at `path` until the answer passes; None when it was left out.

        Raises:
            LeftError: The whole part was left, where `may_leave` allows that.
        """
        declared = next(d for d in declared_fields(Practice) if d.path == path)
        self._introduce(declared, needed=needed)
        while True:
            typed = self._typed(declared)
            if may_leave and typed == LEAVE:
                raise LeftError
            if not typed:
                if not needed:
                    return None
                self.tell(self.texts.get("new.needed"))
                continue
            answer = self._read(declared, typed)
            if answer is None:
                continue
            problems = self._problems(declared, answer)
            if not problems:
                return answer
            for problem in problems:
                self.tell(problem)

    def text(self, heading: str, help_text: str) -> str:
        """Ask for a text of one or more lines, ended by an empty one.

        Empty lines within a pasted text part its paragraphs.
        """
        self.tell(f"\n{heading}\n  {help_text} {self.texts.get('new.several-lines')}")
        lines: list[str] = []
        while True:
            # A pasted text is not parted by prompts.
            line = self.ask("" if self.waiting() else self.texts.get("new.prompt")).rstrip()
            if line or (lines and self.waiting()):
                lines.append(line)
            elif lines:
                return "\n".join(lines).strip()
            else:
                self.tell(self.texts.get("new.needed"))

    def agreed(self, question: str) -> bool:
        """Ask a question that is answered by yes or no; an empty answer is no."""
        while True:
            answer = self.ask(f"\n{question} {self.texts.get('new.yes-or-no')} ").strip().lower()
            if answer in {"", *self.texts.get("new.no").split()}:
                return False
            if answer in self.texts.get("new.yes").split():
                return True

    def _typed(self, declared: Declared) -> str:
        """The answer on one line; a list may be pasted with each item on its own."""
        lines = [self.ask(self.texts.get("new.prompt")).strip()]
        while self.waiting():
            lines.append(self.ask("").strip())
        return (", " if declared.many else " ").join(line for line in lines if line)

    def _introduce(self, declared: Declared, *, needed: bool) -> None:
        key = f"field.{declared.model.__name__}.{declared.name}"
        mark = "" if needed else f" ({self.texts.get('new.optional')})"
        words = words_of(key, self.texts)
        # Where the form tells of its own steps, there is another help here.
        own = f"new.help-{declared.name}"
        said = self.texts.get(own) if self.texts.has(own) else words["help"]
        self.tell(f"\n{words['label']}{mark}\n  {said}")
        if declared.choice:
            terms = self.registry.vocabularies[declared.choice.vocabulary].values
            for number, term in enumerate(terms.values(), start=1):
                self.tell(f"  {number:>2}  {term.label.get(self.texts.language)}")
            self.tell(f"  {self.texts.get('new.choose-many' if declared.many else 'new.choose')}")
        elif declared.reference:
            self.tell(f"  {self.texts.get('new.search-many' if declared.many else 'new.search')}")

    def _read(self, declared: Declared, typed: str) -> object | None:
        """The value that `typed` means; None, with the reason told, when it means none."""
        if not declared.choice and not declared.reference:
            if declared.many:
                return [part.strip() for part in typed.split(",") if part.strip()]
            written = noted(kind_of(declared), typed, self._unknown)
            if unsure(written):
                self.tell(self.texts.get("new.unsure", found=typed, whole=typed.replace(".", " ")))
                return None
            return written
        one = self._chosen if declared.choice else self._found
        values = [one(declared, part.strip()) for part in typed.split(",") if part.strip()]
        if not values or any(value is None for value in values):
            return None
        return values if declared.many else values[0]

    def _chosen(self, declared: Declared, typed: str) -> str | None:
        assert declared.choice
        vocabulary = self.registry.vocabularies[declared.choice.vocabulary]
        values = list(vocabulary.values)
        if typed.isdecimal() and 1 <= int(typed) <= len(values) and typed not in values:
            return values[int(typed) - 1]
        found = typed if typed in values else nearest_term(typed, vocabulary)
        if found is None:
            self.tell(self.texts.get("new.no-choice", found=typed))
        return found

    def _found(self, declared: Declared, typed: str) -> str | None:
        assert declared.reference
        if declared.reference.unknown and typed.lower() in (UNKNOWN, self._unknown):
            return UNKNOWN
        names = self._registers.names[declared.reference.register]
        wanted = typed.removeprefix(LIST).strip().lower()
        exact = names.get(typed) or names.get(wanted)
        if exact and not typed.startswith(LIST):
            return exact
        register = declared.reference.register
        matches = dict.fromkeys(
            value for name, value in names.items() if wanted in name and name != value
        )
        if len(matches) == 1 and not typed.startswith(LIST):
            return next(iter(matches))
        shown = list(matches) if typed.startswith(LIST) else list(matches)[:_MOST_MATCHES]
        if not typed.startswith(LIST):
            near = None if matches else nearest_named(typed, names)
            said = "new.near" if near else "new.matches" if matches else "new.no-match"
            self.tell(self.texts.get(said, found=typed))
            shown += [near] if near else []
        called = {value: self._called(register, value) for value in shown}
        for value in sorted(shown, key=lambda value: alphabetical(called[value])):
            self.tell(f"  {value}  {called[value]}")
        if len(shown) < len(matches):
            self.tell(self.texts.get("new.more-matches", count=len(matches) - len(shown)))
        return None

    def _called(self, register: str, value: str) -> str:
        """The name of what is pointed to, as it is written."""
        known = self.registry
        if register == "places":
            name = known.place_name(value)
        elif register == "organisations":
            name = known.organisations[value].name
        else:
            name = known.indicators[value].name
        return name.get(self.texts.language)

    @property
    def _registers(self) -> Registers:
        return registers(self.registry)

    @property
    def _unknown(self) -> str:
        return unknown_words(self.registry, self.texts.language)

    def _problems(self, declared: Declared, answer: object) -> Sequence[str]:
        """What the checks say of `answer`, looked at in a record that holds nothing else."""
        data: dict[str, object] = {}
        _put(data, declared.path, answer)
        _, shape = validated(Practice, data)
        findings = [
            *shape,
            *check_references(Practice, data, self._registers),
            *check_dates(data, self.today),
        ]
        here = tuple(0 if step == "*" else step for step in declared.path)
        return [
            self._said(finding)
            for finding in findings
            if finding.loc[: len(here)] == here and finding.code != "missing"
        ]

    def _said(self, finding: Finding) -> str:
        if finding.code in _FORM_WORDS:
            return self.texts.get(f"form-check.{finding.code}", **finding.params)
        return sentence(finding, self.texts)


def _put(data: dict[str, object], path: Loc, value: object) -> None:
    """Set `value` at `path`; `*` makes a list of one record."""
    key, *rest = path
    assert isinstance(key, str)
    if not rest:
        data[key] = value
        return
    inner: dict[str, object] = {}
    data[key] = [inner] if rest[0] == "*" else inner
    _put(inner, tuple(rest[1:] if rest[0] == "*" else rest), value)
