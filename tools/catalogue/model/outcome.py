"""An outcome as its source claims it. What follows from it is derived, never typed."""

from typing import Annotated

from catalogue.model.values import (
    Choice,
    Expected,
    Facet,
    Line,
    Number,
    Record,
    Reference,
    Sentence,
    Slug,
    StatedPeriod,
)


class Figure(Record):
    """A value at a time."""

    value: Number | None = None
    period: StatedPeriod | None = None
    precision: Annotated[str, Choice("precision")] = "exact"

    @property
    def dated(self) -> bool:
        """Whether the time of the value is known."""
        return self.period is not None and self.period.known


class ReportedChange(Record):
    """A change that the source gives as such, negative when the figure fell.

    `unit` is the indicator's own unit, `percent` for a relative change, or `ratio` for a
    comparison with what would have been.
    """

    value: Number
    unit: Annotated[str, Choice("unit")]
    period: StatedPeriod | None = None
    precision: Annotated[str, Choice("precision")] = "exact"


class Comparator(Record):
    """The same figure elsewhere."""

    place: Annotated[str, Reference("places")]
    baseline: Figure | None = None
    follow_up: Figure | None = None


class Outcome(Record):
    """One claim of a source about what changed."""

    id: Slug
    indicator: Annotated[str, Reference("indicators"), Facet()]
    statement: Sentence | None = None
    population: Annotated[str, Choice("population")] | None = None
    population_note: Line | None = None
    place: Annotated[str, Reference("places")] | None = None
    baseline: Figure | None = None
    follow_up: Figure | None = None
    change_reported: ReportedChange | None = None
    comparators: tuple[Comparator, ...] = ()
    observed: Annotated[str, Choice("observed")] | None = None
    source: Annotated[str, Reference("sources")]
    locator: Annotated[Line | None, Expected()] = None
    caveats: tuple[Annotated[str, Choice("caveat")], ...] = ()
    contradicts: tuple[Annotated[str, Reference("outcomes")], ...] = ()
    design: Annotated[str, Choice("design")] | None = None
