"""A course shows what is known, where it is known, and nothing between the lines."""

from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from catalogue.charts import svg
from catalogue.charts.course import Course, Mark, Point, Series, course_svg

TICKS = ((2015.0, 2016.0, "2015"), (2016.0, 2017.0, "2016"))


def point(year: float, value: str | None, label: str = "") -> Point:
    """Return a value for a whole year."""
    return Point(year, year + 1, Decimal(value) if value else None, label or value or "ei lukua")


def drawn(course: Course) -> ElementTree.Element:
    """Return the chart as a tree."""
    return ElementTree.fromstring(course_svg(course, "k", "Nimi", "Sanoin"))


def of_class(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    """Return the elements that have the class `name`."""
    return [e for e in root.iter() if name in e.attrib.get("class", "").split()]


OWN = Series("", (point(2015, "33"), point(2016, "14")))


def test_baseline_and_follow_up_are_joined_and_named() -> None:
    """Two points, one line, both values in words."""
    root = drawn(Course((OWN,), (), TICKS))
    assert len(of_class(root, "way")) == 1
    assert len(of_class(root, "point--own")) == 2
    assert [e.text for e in of_class(root, "own")] == ["33", "14"]


def test_a_larger_value_stands_higher() -> None:
    """Zero is at the bottom."""
    root = drawn(Course((OWN,), (), TICKS))
    first, second = (float(e.attrib["cy"]) for e in of_class(root, "point--own"))
    assert first < second < float(of_class(root, "axis")[0].attrib["y1"])


def test_a_lone_value_has_no_line() -> None:
    """Nothing is drawn between a value and a time of which no value is known."""
    root = drawn(Course((Series("", (point(2015, "80"), point(2016, None))),), (), TICKS))
    assert of_class(root, "way") == []
    assert len(of_class(root, "point")) == 1
    assert [e.text for e in of_class(root, "own")] == ["80", "ei lukua"]


def test_comparators_stand_beside_with_names_and_shapes() -> None:
    """Kotka and Eksote have 2016 only: a point each, and no line."""
    kotka = Series("Kotka", (point(2016, "2.1", "2,1 %"),))
    eksote = Series("Eksote", (point(2016, "1.1", "1,1 %"),))
    own = Series("", (point(2015, "1.4", "1,4 %"), point(2016, "1.3", "1,3 %")))
    root = drawn(Course((own, kotka, eksote), (), TICKS))
    assert len(of_class(root, "way")) == 1
    assert len(of_class(root, "point--other")) == 2
    texts = [e.text for e in root.iter("text")]
    assert {"Kotka 2,1 %", "Eksote 1,1 %"} <= set(texts)


def test_breaks_are_lettered_marks_on_the_time_axis() -> None:
    """A break of which only the year is known is as wide as the year; one of a day is a line."""
    marks = (Mark("A", 2015, 2016), Mark("B", 2016.0, 2016.002))
    root = drawn(Course((OWN,), marks, TICKS))
    assert [e.text for e in of_class(root, "break-letter")] == ["A", "B"]
    assert len(of_class(root, "break")) == 1
    assert len(of_class(root, "break-line")) == 2


def test_charts_to_be_compared_share_their_scale() -> None:
    """The same value lies at the same height, whatever else is drawn."""
    values = (Decimal(0), Decimal(100))
    other = Series("", (point(2015, "90"), point(2016, "14")))
    heights = [
        of_class(drawn(Course((series,), (), TICKS, values)), "point--own")[1].attrib["cy"]
        for series in (OWN, other)
    ]
    assert heights[0] == heights[1]


@pytest.mark.parametrize("label", ["33", "yli 1 200 000 €", "123 456 789 012,123456 €"])
def test_the_line_keeps_room_beside_long_labels(label: str) -> None:
    """The axis never shrinks to nothing and never leaves the chart."""
    series = Series("Vertailukunta", (point(2015, "33", label), point(2016, "14", label)))
    root = drawn(Course((OWN, series), (), TICKS))
    axis = of_class(root, "axis")[0]
    start, end = float(axis.attrib["x1"]), float(axis.attrib["x2"])
    assert 0 <= start < end <= svg.WIDTH
    assert end - start >= 40


def test_long_times_are_named_sparsely() -> None:
    """Years do not run into each other."""
    ticks = tuple((y, y + 1, str(y)) for y in range(1990, 2024))
    series = Series("", (point(1990, "1"), point(2023, "2")))
    root = drawn(Course((series,), (), ticks))
    places = [float(e.attrib["x"]) for e in of_class(root, "tick") if e.text != "0"]
    assert all(b - a >= 30 for a, b in pairwise(places))
