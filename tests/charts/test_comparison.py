"""Comparable outcomes share a scale; the others stand apart with the reason."""

from typing import Any

from catalogue.charts.comparison import Comparison, comparison
from catalogue.derive.comparability import Peers
from tests.factories import catalogue, frame, outcome_data, practice


def compared(**practices: dict[str, Any]) -> Comparison:
    """Return the charts of care orders as each of the practices reports them."""
    found = catalogue(
        {
            name: practice(title=f"Malli {name}", outcomes=[outcome_data(**o)])
            for name, o in practices.items()
        }
    )
    made = comparison(frame(found), "care-orders", found.by_indicator["care-orders"])
    assert made is not None
    return made


def numbers(before: str, after: str, years: str = "2015 2016", **more: Any) -> dict[str, Any]:
    """Return the fields of an outcome with two values."""
    first, second = years.split()
    return {
        "population": "children-in-area",
        "baseline": {"value": before, "period": first},
        "follow_up": {"value": after, "period": second},
        **more,
    }


def test_comparable_outcomes_are_drawn_on_one_scale() -> None:
    """The larger figure sets the scale of both."""
    made = compared(a=numbers("33", "14"), b=numbers("90", "14", "2018 2019"))
    assert [len(group.panels) for group in made.together] == [2]
    assert made.apart == ()
    ends = [
        panel.drawn.svg.split('cy="')[-1].split('"')[0]
        for panel in made.together[0].panels
        if panel.drawn.svg
    ]
    assert ends[0] == ends[1]


def test_their_changes_stand_side_by_side_in_words_too() -> None:
    """Each with the number of its panel."""
    made = compared(a=numbers("33", "14"), b=numbers("90", "95"))
    changes = made.together[0].changes
    assert changes is not None
    assert "1. Malli a: −19" in changes and "2. Malli b: +5" in changes


def test_incomparable_outcomes_stand_apart_with_the_reason() -> None:
    """Periods of other lengths and other populations are not put on one scale."""
    made = compared(a=numbers("33", "14"), b=numbers("9", "7", "2015-01/2015-04 2016-01/2016-04"))
    assert made.together == ()
    assert [panel.why for panel in made.apart] == ["jaksot ovat eripituiset"] * 2


def test_an_outcome_alone_needs_no_reason() -> None:
    """There is nothing to compare with, and nothing against comparing: the heading says so."""
    assert [p.why for p in compared(a=numbers("33", "14")).apart] == [""]


def test_outcomes_in_words_are_listed_and_not_drawn() -> None:
    """They are no reason why numbers could not be compared."""
    made = compared(a=numbers("33", "14"), b={"observed": "decreased"})
    assert [panel.assessed.practice for panel in made.words] == ["b"]
    assert made.apart[0].why == ""


def test_the_timeline_shows_periods_and_all_breaks_in_words() -> None:
    """Also those after the last figure."""
    made = compared(a=numbers("33", "14"))
    assert made.timeline is not None
    assert "1. Malli a: 2015, 2016." in made.timeline
    assert [letter for letter, _ in made.marks] == ["A", "B"]
    assert "Järjestämisvastuu siirtyi" in made.timeline


def test_without_times_there_is_no_timeline() -> None:
    """Nothing to put on it."""
    made = compared(a={"change_reported": {"value": "-5", "unit": "count"}})
    assert made.timeline is None and made.marks == ()


def test_nobody_reporting_means_no_charts() -> None:
    """The page says so in words."""
    found = catalogue({"a": practice(no_outcomes_because="Ei ole.")})
    assert comparison(frame(found), "care-orders", ()) is None


def test_groups_are_largest_first() -> None:
    """What can be compared most comes first."""
    shapes = {
        "a": numbers("1", "2", population="staff"),
        "b": numbers("1", "2"),
        "c": numbers("3", "4"),
    }
    found = catalogue(
        {n: practice(title=f"Malli {n}", outcomes=[outcome_data(**o)]) for n, o in shapes.items()}
    )
    groups = Peers(found.by_indicator["care-orders"]).groups()
    assert [[o.practice for o in group] for group in groups] == [["b", "c"], ["a"]]


def test_the_shared_axis_of_time_holds_comparators_too() -> None:
    """A figure from elsewhere may be older than the practice's own."""
    elsewhere = [{"place": "285", "baseline": {"value": "5", "period": "2010"}}]
    made = compared(a=numbers("33", "14", comparators=elsewhere), b=numbers("9", "7"))
    for panel in made.together[0].panels:
        assert panel.drawn.svg is not None and ">2010<" in panel.drawn.svg
