"""What has changed in a frozen round, in sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.derive.difference import CHANGED, Difference
from catalogue.derive.since import Since
from catalogue.model.declared import declared_fields
from catalogue.model.practice import Practice
from catalogue.pages.frame import Frame
from catalogue.submit.changed_text import changed_passages

_DECLARED = {d.name: d for d in declared_fields(Practice) if len(d.path) == 1}


@dataclass(frozen=True, slots=True)
class Told:
    """One change: what it is in a sentence, and of text what was written before and is now."""

    sentence: str
    passages: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Nominee:
    """A changed nominee: its id, title and language, and its changes."""

    key: str
    title: str
    language: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What a round's page says of its freezing.

    Attributes:
        since: The changes as found.
        moment: The version or the day that the round's file names.
        nominees: Each nominee that has changed.
        added: Titles of those who have come since.
    """

    since: Since
    moment: str
    nominees: tuple[Nominee, ...]
    added: tuple[str, ...]


def changes_since(frame: Frame, name: str) -> Changes:
    """Return what has changed in the frozen round `name`."""
    frozen = frame.catalogue.registry.rounds[name].frozen
    assert frozen is not None
    since = frame.catalogue.since.get(name, Since())
    day = frame.numerals.date(frozen.date) if frozen.date else ""
    nominees = tuple(
        _nominee(frame, key, differences) for key, differences in since.changed.items()
    )
    added = tuple(_title(frame, key) for key in since.added)
    return Changes(since, day or str(frozen.commit), nominees, added)


def _nominee(frame: Frame, key: str, differences: Iterable[Difference]) -> Nominee:
    told = tuple(_told(frame, found) for found in differences)
    return Nominee(key, _title(frame, key), frame.catalogue.by_id[key].practice.language, told)


def _told(frame: Frame, found: Difference) -> Told:
    """One difference: of a field as a sentence, of a section with what of it has changed."""
    if found.field:
        return Told(_sentence(frame, found))
    passages = tuple(changed_passages(found.before, found.after))
    how = "layout" if found.how == CHANGED and not passages else found.how
    return Told(frame.texts.get(f"jury.frozen.section.{how}", section=found.item), passages)


def _sentence(frame: Frame, found: Difference) -> str:
    """The difference of a field as a sentence."""
    t = frame.texts.get
    label = t(f"field.Practice.{found.field}.label") if found.field in _DECLARED else found.field
    if found.item:
        return t(f"jury.frozen.item.{found.how}", field=label, item=found.item)
    before, after = (_words(frame, found.field, text) for text in (found.before, found.after))
    if (before or found.how == "added") and (after or found.how == "removed"):
        return t(f"jury.frozen.value.{found.how}", field=label, before=before, after=after)
    return t(f"jury.frozen.field.{found.how}", field=label)


def _title(frame: Frame, name: str) -> str:
    return frame.catalogue.by_id[name].practice.title


def _words(frame: Frame, field: str, text: str) -> str:
    """Values by their labels and names; what is not in the registry any more as it was written."""
    return ", ".join(_word(frame, field, value) for value in text.split(", ")) if text else ""


def _word(frame: Frame, field: str, value: str) -> str:
    declared = _DECLARED.get(field)
    try:
        if declared and declared.choice:
            return frame.label(declared.choice.vocabulary, value)
        if declared and declared.reference and declared.reference.register == "organisations":
            return frame.organisation(value)
        if declared and declared.reference and declared.reference.register == "places":
            return frame.place(value)
    except KeyError:
        pass
    return value
