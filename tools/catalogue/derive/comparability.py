"""Whether two outcomes may be put side by side as numbers."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from catalogue.derive.change import Change
from catalogue.model.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Measured:
    """An outcome with what is needed to compare it: the unit of its change, or None."""

    outcome: Outcome
    unit: str | None


@dataclass(frozen=True, slots=True)
class Comparability:
    """Whether two outcomes are comparable; if not, `reasons` are keys under `comparability.`."""

    reasons: tuple[str, ...]

    @property
    def comparable(self) -> bool:
        """Whether nothing stands against comparing them."""
        return not self.reasons


def measured(outcome: Outcome, change: Change | None) -> Measured:
    """Return `outcome` with the unit in which its change is known."""
    if change is None:
        return Measured(outcome, None)
    return Measured(outcome, change.unit or ("ratio" if change.times is not None else "percent"))


def comparability(first: Measured, second: Measured) -> Comparability:
    """Compare what two outcomes measure.

    Two outcomes are comparable only if indicator, unit, kind of population and length of period
    match (design, section 2, "Two outcomes are comparable"). What is not known does not match.
    """
    return Comparability(_reasons(_traits(first), _traits(second)))


class HasMeasured(Protocol):
    """Anything that knows what it measures."""

    @property
    def measured(self) -> Measured:
        """What comparing needs."""
        ...


H = TypeVar("H", bound=HasMeasured)


class Peers(Generic[H]):
    """Outcomes by what makes them comparable: none has to be held against every other."""

    def __init__(self, outcomes: Iterable[H]) -> None:
        """Sort `outcomes` into groups of the same traits."""
        self._by_traits: dict[_Traits, list[H]] = {}
        self._names: dict[_Traits, Counter[str]] = {}
        self._reasons: dict[_Traits, tuple[str, ...]] = {}
        for outcome in outcomes:
            self._by_traits.setdefault(_traits(outcome.measured), []).append(outcome)

    def named(self, outcome: H, name: Callable[[H], str], most: int) -> tuple[tuple[str, ...], int]:
        """Return the names of those comparable with `outcome`, at most `most`, and how many more.

        `name` gives the name of one, as that of its practice, and must not depend on anything else.
        """
        traits = _traits(outcome.measured)
        found = self._by_traits.get(traits, ()) if None not in traits else ()
        if len(found) < 2:
            return (), 0
        # Told apart from the group, which may be long: all of it has the same names but one.
        if traits not in self._names:
            self._names[traits] = Counter(map(name, found))
        counts = self._names[traits]
        own = name(outcome)
        alone = counts[own] == 1
        first: dict[str, None] = {}
        for other in found:
            if len(first) == most:
                break
            if other is not outcome:
                first.setdefault(name(other))
        return tuple(first), len(counts) - alone - len(first)

    def reasons(self, outcome: H) -> tuple[str, ...]:
        """Return everything that stands against comparing `outcome` with any of the others."""
        own = _traits(outcome.measured)
        known = self._reasons.get(own)
        if known is None:
            found: set[str] = set()
            for traits, others in self._by_traits.items():
                # Nothing is compared with itself; those of the same traits are all alike in that.
                if traits != own or len(others) > 1 or others[0] is not outcome:
                    found.update(_reasons(own, traits))
            known = self._reasons[own] = tuple(reason for reason in REASONS if reason in found)
        return known

    def groups(self) -> list[list[H]]:
        """Return the groups of comparable outcomes, the largest first.

        Being comparable is an equivalence among outcomes of which everything is known; an outcome
        of which something is not known is a group of its own.
        """
        groups: list[list[H]] = []
        for traits, outcomes in self._by_traits.items():
            groups += [[outcome] for outcome in outcomes] if None in traits else [outcomes]
        return sorted(groups, key=len, reverse=True)


REASONS = (
    *("indicator", "no-number", "unit", "population-unknown", "population"),
    *("period-unknown", "period"),
)
_UNLIKE = (
    ("no-number", "unit"),
    ("population-unknown", "population"),
    ("period-unknown", "period"),
)
# Indicator, unit of the change, kind of population and lengths of the periods; None: not known.
_Traits = tuple[str, str | None, str | None, tuple[tuple[str, int], ...] | None]


def _traits(measured: Measured) -> _Traits:
    outcome = measured.outcome
    return outcome.indicator, measured.unit, outcome.population, period_lengths(outcome)


def _reasons(one: _Traits, other: _Traits) -> tuple[str, ...]:
    reasons = ["indicator"] if one[0] != other[0] else []
    pairs = zip(one[1:], other[1:], strict=True)
    for (unknown, different), (mine, its) in zip(_UNLIKE, pairs, strict=True):
        if mine is None or its is None:
            reasons.append(unknown)
        elif mine != its:
            reasons.append(different)
    return tuple(reasons)


def period_lengths(outcome: Outcome) -> tuple[tuple[str, int], ...] | None:
    """Return the lengths of the periods that the two figures cover; None where one is unknown.

    Where only the change is reported, the length of the interval it is reported over.
    """
    spans = [
        f.period.span if f and f.period else None for f in (outcome.baseline, outcome.follow_up)
    ]
    if spans[0] is not None and spans[1] is not None:
        return spans[0].length, spans[1].length
    period = outcome.change_reported.period if outcome.change_reported else None
    if period is None or "/" not in period.value or period.span is None:
        return None
    return (period.span.length,)
