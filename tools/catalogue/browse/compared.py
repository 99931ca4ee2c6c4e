"""A practice as the comparison shows it, ready for display."""

from collections.abc import Mapping

from catalogue.derive.comparability import period_lengths
from catalogue.derive.staleness import CONTACT_YEARS, older_than
from catalogue.entry import AssessedOutcome, Entry
from catalogue.model.dates import UNKNOWN
from catalogue.model.practice import Practice
from catalogue.pages.frame import Frame, capital
from catalogue.tables.resources import cost_cell, funding_cell, note_cell, staff_cell
from catalogue.tables.table import Cell


def compared(frame: Frame, entry: Entry) -> Mapping[str, object]:
    """Return facts as rows of texts, outcomes with what comparing them needs, and contacts.

    A fact is its heading and its text; what follows in the practice's own words stands third, for
    it is in the language that the practice is written in.
    """
    practice, words = entry.practice, frame.told(entry.practice)
    contacts = _contacts(frame, entry)
    return {
        "id": entry.id,
        "title": words.title,
        "language": words.title_language,
        "written_in": practice.language,
        "summary": words.summary,
        "facts": _facts(frame, entry),
        "outcomes": [_outcome(frame, outcome) for outcome in entry.outcomes],
        "no_outcomes": practice.no_outcomes_because or "",
        "contacts": contacts,
        "no_contacts": "" if contacts else _no_contacts(frame, practice),
    }


def _facts(frame: Frame, entry: Entry) -> list[list[str]]:
    practice, label = entry.practice, frame.label
    part = practice.participation
    status = practice.status
    said = [label("status", status.value)]
    if status.as_of and status.as_of.known:
        said.append(frame.texts.get("status.as-of", date=frame.numerals.date(status.as_of)))
    level = entry.best_level
    evidence = (
        frame.texts.get("evidence.none")
        if level is None
        else frame.texts.get("evidence.level", level=level, name=label("evidence_level", level))
    )
    rows: dict[str, str | Cell] = {
        "place": frame.places_of(practice),
        "provider": frame.organisation(practice.provider),
        "provider-kind": label("provider_kind", practice.provider_kind or UNKNOWN),
        "organiser": ", ".join(frame.name(o.county.name) for o in entry.organisers),
        "kind": label("kind", practice.kind),
        "status": ", ".join(said),
        "started": frame.numerals.date(practice.started),
        "service-level": ", ".join(label("service_level", v) for v in practice.service_levels),
        "target-group": ", ".join(label("target_group", v) for v in practice.target_groups),
        "theme": ", ".join(label("theme", v) for v in practice.themes),
        "evidence": evidence,
        "staff": staff_cell(frame, entry),
        "cost": cost_cell(frame, entry),
        "funding": funding_cell(frame, entry),
        "resource-note": note_cell(entry),
        "taking-part": label("participation", part.level if part else "none-reported"),
        "complete": label("completeness", entry.completeness.level),
    }
    return [
        [
            frame.texts.get(f"table.column.{key}"),
            *(_texts(told) if isinstance(told, Cell) else [capital(told)]),
        ]
        for key, told in rows.items()
    ]


def _texts(cell: Cell) -> list[str]:
    """Return the parts as sentences that follow one another; own words, which come last, apart."""
    *first, last = [part.text for part in cell.parts] or [""]
    before = "".join([text + (" " if text.endswith(".") else ". ") for text in first])
    if cell.parts and cell.parts[-1].lang:
        return [capital(before), last if before else capital(last)]
    return [capital(before + last)]


def _outcome(frame: Frame, assessed: AssessedOutcome) -> Mapping[str, object]:
    outcome, n = assessed.outcome, frame.numerals
    unit, level = assessed.indicator.unit, assessed.evidence.level
    figures = [
        [n.figure(figure, unit) or "", n.date(figure.period) if figure and figure.period else ""]
        for figure in (outcome.baseline, outcome.follow_up)
    ]
    change = n.change(assessed.change) if assessed.change else ""
    if not change and assessed.direction:
        change = capital(frame.label("observed", assessed.direction))
    if assessed.uneven and not assessed.change:
        why = frame.texts.get("outcome.uneven")
        change = f"{change} ({why})" if change else capital(why)
    return {
        "id": outcome.id,
        "indicator": outcome.indicator,
        "name": frame.name(assessed.indicator.name),
        "statement": outcome.statement or "",
        "figures": figures,
        "change": change,
        "result": assessed.result,
        "resultLabel": capital(frame.label("result", assessed.result)),
        "level": level,
        "levelLabel": frame.texts.get(
            "evidence.level", level=level, name=frame.label("evidence_level", level)
        ),
        "independence": frame.label("independence", assessed.source.independence),
        "caveats": [frame.label("caveat", caveat) for caveat in outcome.caveats],
        "unit": assessed.measured.unit,
        "population": outcome.population,
        "lengths": period_lengths(outcome),
    }


def _contacts(frame: Frame, entry: Entry) -> list[list[str]]:
    """Name, role and organisation; the organisation alone where the contact is old."""
    found = []
    for contact in entry.practice.contacts:
        if contact.withdrawn:
            continue
        organisation = frame.organisation(contact.organisation)
        if older_than(contact.verified, CONTACT_YEARS, frame.catalogue.today):
            found.append([organisation])
        else:
            found.append([text for text in (contact.name, contact.role, organisation) if text])
    # Of several old contacts in one organisation there is one thing to say.
    return [lines for place, lines in enumerate(found) if lines not in found[:place]]


def _no_contacts(frame: Frame, practice: Practice) -> str:
    """What the practice's page says where there is nobody to ask."""
    said = [frame.texts.get("contacts.none")]
    if practice.provider != UNKNOWN:
        provider = frame.organisation(practice.provider)
        said.append(frame.texts.get("contacts.none-provider", provider=provider))
    return " ".join(said)
