"""What charts say in words: beside their points, and to those who do not see them."""

from catalogue.entry import AssessedOutcome
from catalogue.model.outcome import Figure
from catalogue.model.registry import Break, Indicator
from catalogue.pages.frame import Frame


def title_of(frame: Frame, assessed: AssessedOutcome) -> str:
    """Return the title of the practice of an outcome, for readers of the frame's language."""
    return frame.told(frame.catalogue.by_id[assessed.practice].practice).title


def description(
    frame: Frame, assessed: AssessedOutcome, marks: list[tuple[str, Break]] | None = None
) -> str:
    """Return all that the chart of an outcome shows, in words."""
    t, n, outcome = frame.texts.get, frame.numerals, assessed.outcome
    unit = assessed.indicator.unit
    parts = [_told(frame, "", f, unit) for f in (outcome.baseline, outcome.follow_up) if f]
    if assessed.change:
        parts.append(t("chart.change", change=n.change(assessed.change)))
    elif assessed.uneven:
        parts.append(t("chart.change", change=t("outcome.uneven")))
    for comparator in outcome.comparators:
        where = frame.place(comparator.place)
        figures = (comparator.baseline, comparator.follow_up)
        parts += [_told(frame, where, figure, unit) for figure in figures if figure]
    parts += [f"{letter} {n.date(b.date)}: {frame.name(b.note)}" for letter, b in marks or []]
    parts.append(good_direction(frame, assessed.indicator))
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts)


def good_direction(frame: Frame, indicator: Indicator) -> str:
    """Return in a sentence which direction is good."""
    return frame.texts.get(f"chart.good.{indicator.good_direction}")


def _told(frame: Frame, where: str, figure: Figure, unit: str) -> str:
    n, t = frame.numerals, frame.texts.get
    when = n.date(figure.period) if figure.period and figure.period.known else t("chart.no-time")
    place = f"{where}, " if where else ""
    return f"{place}{when}: {n.figure(figure, unit) or t('figure.not-given')}"


def short(frame: Frame, figure: Figure, unit: str) -> str:
    """Return the value of `figure` as it stands beside its point."""
    t = frame.texts.get
    if figure.value is None:
        return t("chart.unknown")
    number = f"{frame.numerals.number(figure.value)}\N{NO-BREAK SPACE}{t(f'chart.unit.{unit}')}"
    return t(f"precision.{figure.precision}", text=number.rstrip("\N{NO-BREAK SPACE}"))
