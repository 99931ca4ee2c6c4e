"""Claims of one source that do not agree, gathered so that they can be read side by side."""

from dataclasses import dataclass

from catalogue.derive.comparability import comparability
from catalogue.entry import AssessedOutcome, Entry


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims that do not agree, in the order of the record.

    `reasons` tell why they may differ, as keys under `contradiction.reason.`: what keeps numbers
    from being compared is also what can make both of them true.
    """

    claims: tuple[AssessedOutcome, ...]
    reasons: tuple[str, ...]


def contradictions(entry: Entry) -> tuple[Contradiction, ...]:
    """Return the contradictions within one practice, each claim in one of them at most."""
    by_id = {assessed.outcome.id: assessed for assessed in entry.outcomes}
    seen: set[str] = set()
    found = []
    for assessed in entry.outcomes:
        linked = _linked(assessed.outcome.id, by_id)
        if len(linked) > 1 and assessed.outcome.id not in seen:
            seen |= linked
            claims = tuple(o for o in entry.outcomes if o.outcome.id in linked)
            found.append(Contradiction(claims, _reasons(claims)))
    return tuple(found)


def _linked(start: str, by_id: dict[str, AssessedOutcome]) -> set[str]:
    linked, waiting = set(), [start]
    while waiting:
        name = waiting.pop()
        if name in by_id and name not in linked:
            linked.add(name)
            waiting += by_id[name].contradicts
    return linked


def _reasons(claims: tuple[AssessedOutcome, ...]) -> tuple[str, ...]:
    reasons = [
        reason
        for i, one in enumerate(claims)
        for other in claims[i + 1 :]
        for reason in comparability(one.measured, other.measured).reasons
    ]
    return tuple(dict.fromkeys(reasons))
