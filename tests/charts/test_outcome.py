"""What is drawn of an outcome is what its source gives, in the picture and in words."""

from typing import Any

from catalogue.charts.outcome import Drawn, drawn
from catalogue.charts.scope import values_of
from catalogue.entry import AssessedOutcome
from catalogue.pages.frame import Frame
from tests.factories import catalogue, frame, outcome_data, practice


def made(**fields: Any) -> tuple[Frame, AssessedOutcome]:
    """Return an outcome with these fields, and the frame that shows it."""
    found = catalogue({"x": practice(outcomes=[outcome_data(**fields)])})
    return frame(found), found.entries[0].outcomes[0]


def chart(**fields: Any) -> Drawn:
    """Return the chart of an outcome with these fields."""
    return drawn(*made(**fields), "k")


BEFORE = {"value": "33", "period": "2015"}
AFTER = {"value": "14", "period": "2016"}


def test_two_values_are_a_course_with_every_number_in_words() -> None:
    """Title, times, values, change, the break and the good direction."""
    found = chart(baseline=BEFORE, follow_up=AFTER)
    assert found.svg is not None and found.note == ""
    assert '<title id="k-nimi">Huostaanotot ajan mukaan</title>' in found.svg
    for words in ("2015: 33.", "2016: 14.", "Muutos: −19", "A 2015: Sosiaalihuoltolaki"):
        assert words in found.svg
    assert "Hyvä suunta: luku pienenee." in found.svg
    assert [letter for letter, _ in found.marks] == ["A"]


def test_no_line_joins_values_of_periods_of_different_lengths() -> None:
    """A slope from a whole year to four months would lie; both values are shown."""
    found = chart(baseline=BEFORE, follow_up={"value": "7", "period": "2017-01/2017-04"})
    assert found.svg is not None and "2015: 33." in found.svg
    assert "way way--own" not in found.svg
    assert "Muutos: ei lasketa: jaksot ovat eripituiset." in found.svg
    assert found.note == "Lukuja ei yhdistä viiva, koska jaksot ovat eripituiset."
    assert "way way--own" in str(chart(baseline=BEFORE, follow_up=AFTER).svg)


def test_breaks_outside_the_time_shown_are_not_marked() -> None:
    """2023 is far from 2016."""
    found = chart(baseline=BEFORE, follow_up=AFTER)
    assert [item.date.value for _, item in found.marks] == ["2015"]
    later = chart(
        baseline={"value": "3", "period": "2022"}, follow_up={"value": "2", "period": "2023"}
    )
    assert [item.date.value for _, item in later.marks] == ["2023-01-01"]


def test_comparators_are_drawn_named_and_told() -> None:
    """A shape and a name for each, and its number in words."""
    found = chart(
        indicator="children-placed-share",
        baseline={"value": "1.4", "period": "2015"},
        follow_up={"value": "1.3", "period": "2016"},
        comparators=[{"place": "285", "follow_up": {"value": "2.1", "period": "2016"}}],
    )
    assert [name for _, name in found.keys] == ["käytännön oma alue", "Kotka"]
    assert found.svg is not None and "Kotka, 2016: 2,1" in found.svg


def test_one_value_is_one_point_and_says_so() -> None:
    """The change that the source states stands beside it in words."""
    change = {"value": "-50", "unit": "percent"}
    found = chart(follow_up={"value": "7", "period": "2017-01/2017-04"}, change_reported=change)
    assert found.svg is not None and found.svg.count("<circle") == 1
    assert "vain yksi luku" in found.note and "50" in found.note


def test_values_without_times_stand_on_an_axis_of_before_and_after() -> None:
    """No year is made up, and no law change is marked where no time is known."""
    found = chart(baseline={"value": "33"}, follow_up=AFTER)
    assert found.svg is not None and found.marks == ()
    assert ">lähtötilanne<" in found.svg and ">2016<" not in found.svg
    assert "aika ei tiedossa: 33" in found.svg


def test_a_difference_alone_is_a_bar() -> None:
    """Imatra tells how much less, not of how much."""
    change = {"value": "-700000", "unit": "eur", "precision": "over"}
    found = chart(indicator="institutional-care-cost", change_reported=change)
    assert found.svg is not None and "chart--change" in found.svg
    assert "tip--over" in found.svg
    assert found.note.startswith("Lähde kertoo vain muutoksen")


def test_a_ratio_to_what_would_have_been_is_not_drawn() -> None:
    """It compares with what never was."""
    found = chart(change_reported={"value": "2", "unit": "ratio"}, observed="decreased")
    assert found.svg is None and "ei ole ollut" in found.note


def test_words_are_not_drawn_but_told() -> None:
    """An outcome without a number is not hidden."""
    found = chart(observed="decreased")
    assert found.svg is None and found.note == "Lähde ei anna lukua, jonka voisi piirtää."


def test_long_names_of_places_stand_beside_the_chart_only() -> None:
    """They would leave no room for the line."""
    found = chart(
        baseline=BEFORE,
        follow_up=AFTER,
        comparators=[{"place": "paijat-hame", "follow_up": {"value": "20", "period": "2016"}}],
    )
    assert found.svg is not None and ">20<" in found.svg
    assert [name for _, name in found.keys][1].startswith("Päijät-Häme")


def test_values_are_those_of_all_places() -> None:
    """The scale must hold them."""
    _, outcome = made(
        baseline=BEFORE,
        follow_up=AFTER,
        comparators=[{"place": "285", "follow_up": {"value": "90", "period": "2016"}}],
    )
    assert [int(value) for value in values_of(outcome)] == [33, 14, 90]


def test_a_comparator_without_a_time_is_left_to_the_table() -> None:
    """It does not take the axis of time from the practice, and is told in words."""
    found = chart(
        baseline=BEFORE,
        follow_up=AFTER,
        comparators=[{"place": "285", "follow_up": {"value": "9"}}],
    )
    assert found.svg is not None and ">2016<" in found.svg
    assert "point--other" not in found.svg and found.keys == ()
    assert "Kotka, aika ei tiedossa: 9" in found.svg
