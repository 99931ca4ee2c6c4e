"""What of a practice speaks to a criterion of a round."""

import re
from collections.abc import Iterator

from catalogue.browse.text import plain
from catalogue.check.rounds import SECTION
from catalogue.derive.completeness import STUB
from catalogue.entry import AssessedOutcome, Entry
from catalogue.model.dates import UNKNOWN
from catalogue.model.declared import declared_fields
from catalogue.model.practice import Practice
from catalogue.model.registry import Criterion
from catalogue.pages.frame import Frame
from catalogue.tables.resources import cost_cell, staff_cell
from catalogue.tables.table import Cell, Part, cell

# The vocabulary of each field of a practice that has one.
_CHOICES = {
    d.name: d.choice.vocabulary for d in declared_fields(Practice) if len(d.path) == 1 and d.choice
}
# No sentence ends after a single letter or the number of a day: "A. Virtanen", "21. tammikuuta".
_SENTENCE_END = re.compile(r"(?<!\b\w)(?<!\b\d\d)[.!?](?=\s|\Z)")
# A cell is read beside others: a longer sentence is cut at a word.
_LONGEST = 160
_SILENT = "none-reported"


def criterion_cell(frame: Frame, entry: Entry, criterion: Criterion) -> Cell:
    """The facts of a practice that speak to a criterion; visibly nothing where there are none.

    What is known by name only has none: it was classified by its name, and that is no evidence.
    """
    facts: list[list[Part]] = []
    if entry.completeness.level != STUB:
        facts += [_field(frame, entry, field) for field in criterion.evidence.fields]
        facts += _outcomes(frame, entry, criterion)
    told = [parts for parts in facts if parts]
    if not told:
        return cell(Part(frame.texts.get("criterion.nothing"), mark="weak"), sort=-1)
    return cell(*(part for parts in told for part in parts), sort=len(told))


def outcome_said(frame: Frame, assessed: AssessedOutcome) -> str:
    """An outcome in a few words: how much, when, which way, and how well it is known."""
    n, t, outcome = frame.numerals, frame.texts.get, assessed.outcome
    unit, level = assessed.indicator.unit, assessed.evidence.level
    figures = [f for f in (outcome.baseline, outcome.follow_up) if f and level]
    words = []
    if level and assessed.change:
        words.append(n.change(assessed.change))
    else:
        values = (n.figure(figure, unit) for figure in figures)
        words.append(" → ".join(value for value in values if value))
    words.append(" → ".join(n.date(figure.period) for figure in figures if figure.period))
    words.append(frame.label("result", assessed.result))
    if not level:
        words.append(t("criterion.no-number"))
    said, name = ", ".join(word for word in words if word), frame.name(assessed.indicator.name)
    return t("criterion.outcome", name=name, text=said, level=level)


def first_sentence(text: str) -> str:
    """Return the first sentence of Markdown `text`, cut at a word where it is very long."""
    words = " ".join(plain(text.strip().partition("\n\n")[0]).split())
    end = _SENTENCE_END.search(words)
    sentence = words[: end.end()] if end else words
    if len(sentence) <= _LONGEST:
        return sentence
    return sentence[:_LONGEST].rpartition(" ")[0].rstrip(",;:–") + "…"


def _outcomes(frame: Frame, entry: Entry, criterion: Criterion) -> Iterator[list[Part]]:
    """The outcomes that speak to the criterion, the surest known first."""
    speaking = [o for o in entry.outcomes if o.outcome.indicator in criterion.evidence.indicators]
    met: set[str] = set()
    for assessed in sorted(speaking, key=lambda one: -one.evidence.level):
        said = outcome_said(frame, assessed)
        # Two claims without a number that would read the same say no more than one.
        if said not in met:
            name = frame.name(assessed.indicator.name)
            yield [_headed(name, said, f"kaytannot/{entry.id}/#tulos-{assessed.outcome.id}")]
        met.add(said)


def _field(frame: Frame, entry: Entry, field: str) -> list[Part]:
    """What a field or a section of the body says, if it says anything."""
    base = f"kaytannot/{entry.id}/"
    if field.startswith(SECTION):
        section = field.removeprefix(SECTION)
        if section not in entry.texts:
            return []
        said = first_sentence(entry.texts[section])
        return _quoted(frame, entry, frame.label("section", section), said, f"{base}#{section}")
    value = getattr(entry.practice, field)
    if value in (None, (), UNKNOWN, (UNKNOWN,)):
        return []
    label = frame.texts.get(f"field.Practice.{field}.label")
    if field in _CHOICES:
        values = value if isinstance(value, tuple) else (value,)
        return [_named(frame, label, frame.labels(_CHOICES[field], values))]
    if field == "places":
        return [_named(frame, label, frame.places_of(entry.practice))]
    if field == "resources":
        return _resources(frame, entry, label, base)
    if field == "participation":
        if value.level == _SILENT:
            return []
        said = first_sentence(value.note or "")
        return [
            _named(frame, label, frame.label(field, value.level)),
            *(Part(text, mark="weak", lang=entry.practice.language) for text in (said,) if text),
        ]
    if isinstance(value, str):
        return _quoted(frame, entry, label, first_sentence(value), base)
    return [Part(frame.texts.get("criterion.told", name=label), base)]


def _resources(frame: Frame, entry: Entry, label: str, base: str) -> list[Part]:
    """Staff, cost and funding by their values, and the beginning of what is noted of them."""
    given = entry.practice.resources
    assert given is not None
    figures = [staff_cell(frame, entry)] if given.staff else []
    figures += [cost_cell(frame, entry)] if given.cost else []
    words = [part.text for each in figures for part in each.parts if not part.mark]
    if given.funding and given.funding != UNKNOWN:
        kind = frame.name(frame.catalogue.registry.vocabularies["funding"].label)
        words.append(f"{kind.lower()}: {frame.label('funding', given.funding)}")
    notes = (each.note for each in (given, given.cost, given.staff) if each and each.note)
    note = first_sentence(next(notes, ""))
    if not words:
        return _quoted(frame, entry, label, note, base) if note else []
    said = [_named(frame, label, ", ".join(words))]
    return [*said, Part(note, mark="weak", lang=entry.practice.language)] if note else said


def _named(frame: Frame, label: str, text: str) -> Part:
    return Part(frame.texts.get("criterion.says", name=label, text=text))


def _headed(name: str, said: str, url: str) -> Part:
    """What is `said`, of which the name at its beginning, with its colon, is the link."""
    if not said.startswith(f"{name}: "):
        return Part(said, url)
    head = f"{name}:"
    return Part(head, url, after=said.removeprefix(head))


def _quoted(frame: Frame, entry: Entry, label: str, text: str, url: str) -> list[Part]:
    """What the practice itself says, in its own language; the label leads to the rest of it."""
    language = entry.practice.language
    if language == frame.texts.language:
        return [_headed(label, frame.texts.get("criterion.says", name=label, text=text), url)]
    return [Part(label, url), Part(text, mark="weak", lang=language)]
