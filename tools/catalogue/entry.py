"""A checked practice with all that follows from it."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

from catalogue.alphabet import alphabetical
from catalogue.derive.change import Change, reported_change
from catalogue.derive.comparability import Measured
from catalogue.derive.completeness import Completeness
from catalogue.derive.evidence import Evidence
from catalogue.derive.organiser import Organiser
from catalogue.model.outcome import Outcome
from catalogue.model.practice import Citation, Practice
from catalogue.model.registry import County, Indicator, Municipality
from catalogue.render import rendered

P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class AssessedOutcome:
    """An outcome with its derived values.

    Attributes:
        practice: Id of the practice.
        outcome: The claim as written.
        indicator: What it measures.
        source: The source it rests on.
        change: How much changed, if any number tells.
        direction: decreased, increased, unchanged, mixed, or None.
        result: good, unchanged, bad, mixed, ambiguous or unknown.
        evidence: The evidence level, its reason and what would lift it.
        contradicts: Ids of the outcomes that say otherwise, whichever side declared it.
        measured: What comparing needs.
        uneven: Whether its figures are of periods so unlike that no change is reckoned of them.
    """

    practice: str
    outcome: Outcome
    indicator: Indicator
    source: Citation
    change: Change | None
    direction: str | None
    result: str
    evidence: Evidence
    contradicts: tuple[str, ...]
    measured: Measured
    uneven: bool

    @property
    def stated(self) -> Change | None:
        """The change as the source states it, where the two values come before it."""
        if self.change is None or self.change.reported:
            return None
        return reported_change(self.outcome, self.indicator.unit)


@dataclass(frozen=True)
class Entry:
    """A practice with everything derived from it.

    Attributes:
        id: File stem, and last part of the URL.
        practice: The record.
        texts: The sections of the body as they were written, by name, in order.
        outcomes: The assessed outcomes, in the order of the record.
        municipalities: The municipalities among its places.
        counties: The wellbeing services counties in which its places lie.
        organisers: Who organises the services there now.
        completeness: Stub, partial or complete, and what is missing.
        review_due: Whether its date of next review has passed.
        digest: Tells it from itself at another time, registry and day being the same.
        outer: The same of all but the texts of its sections: of what other pages show of it.
        head: Its front matter as it was written, where that is known.
    """

    id: str
    practice: Practice
    texts: Mapping[str, str]
    outcomes: tuple[AssessedOutcome, ...]
    municipalities: tuple[Municipality, ...]
    counties: tuple[County, ...]
    organisers: tuple[Organiser, ...]
    completeness: Completeness
    review_due: bool
    digest: str = ""
    outer: str = ""
    head: str = ""

    def keep(self) -> None:
        """From now on keep what is made of the entry (`part`): it lives as long as the entry."""
        self.__dict__.setdefault("_kept", {})

    def part(self, name: Hashable, make: Callable[[], P]) -> P:
        """Return the part `name` of a file that gathers many entries, which `make` makes of this.

        It may show the entry, registry and settings alone. Unless the entry keeps its parts, it is
        made every time.
        """
        kept = self.__dict__.get("_kept")
        if kept is None:
            return make()
        if name not in kept:
            kept[name] = make()
        return cast(P, kept[name])

    @property
    def sections(self) -> Mapping[str, str]:
        """Safe HTML of each section, made when it is asked for: it takes long, and much room."""
        return {section: rendered(text) for section, text in self.texts.items()}

    @cached_property
    def reviewed_at(self) -> str:
        """The beginning of the day of its editorial review, ISO 8601; "" where that is unknown."""
        reviewed = self.practice.reviewed
        if reviewed is None or reviewed.span is None:
            return ""
        return f"{reviewed.span.first.isoformat()}T00:00:00Z"

    @cached_property
    def order(self) -> tuple[str, str]:
        """A key that sorts by the title."""
        return alphabetical(self.practice.title), self.id

    @property
    def best_level(self) -> int | None:
        """The highest evidence level among its outcomes; None without outcomes."""
        return max((o.evidence.level for o in self.outcomes), default=None)

    @property
    def ended(self) -> bool:
        """Whether the practice is no longer in use."""
        return self.practice.status.value == "ended"
