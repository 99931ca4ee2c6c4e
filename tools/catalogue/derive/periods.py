"""Whether the two figures of an outcome are of equally long periods."""

from catalogue.model.dates import Span
from catalogue.model.outcome import Outcome

FLOW = "flow"
# A school year or half a year counted in days is a few days longer than the one before.
_ALIKE = 0.05
_MONTH = 365.25 / 12


def uneven(outcome: Outcome, flow_or_stock: str) -> bool:
    """Whether the figures are of periods so unlike that no change lies between them.

    What accumulates during a period is the smaller the shorter the period: seven in four months
    are not fewer than thirty in a year. A stock is as it is at any time. What is not known is not
    called uneven.
    """
    if flow_or_stock != FLOW:
        return False
    before, after = outcome.baseline, outcome.follow_up
    if not (before and after and before.period and after.period):
        return False
    one, other = before.period.span, after.period.span
    return one is not None and other is not None and not _as_long(one, other)


def _as_long(one: Span, other: Span) -> bool:
    if one.length[0] == other.length[0] == "months":
        return one.length == other.length
    days = sorted((_days(one), _days(other)))
    return days[1] - days[0] <= _ALIKE * days[1]


def _days(span: Span) -> float:
    unit, count = span.length
    return count * _MONTH if unit == "months" else count
