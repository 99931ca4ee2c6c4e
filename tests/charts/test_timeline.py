"""The timeline shows when was measured and when the series changed."""

from xml.etree import ElementTree

from catalogue.charts import svg
from catalogue.charts.course import Mark
from catalogue.charts.timeline import Row, Timeline, timeline_svg

TIMELINE = Timeline(
    (Row("1", ((2015, 2016), (2016, 2017))), Row("2", ((2017, 2017.33),))),
    (Mark("A", 2015, 2016), Mark("B", 2023, 2023.002)),
)


def test_it_reaches_from_the_first_time_to_the_last() -> None:
    """Breaks after the last figure belong to it too."""
    assert TIMELINE.bounds() == (2015, 2024)


def test_periods_and_breaks_are_drawn_by_row_and_letter() -> None:
    """Every number and letter is explained beside the chart."""
    root = ElementTree.fromstring(timeline_svg(TIMELINE, "k", "Nimi", "Sanoin"))
    bars = [e for e in root.iter("rect") if e.attrib["class"] == "bar"]
    assert len(bars) == 3
    assert [e.text for e in root.iter("text") if "own" in e.attrib["class"]] == ["1", "2"]
    assert [e.text for e in root.iter("text") if "letter" in e.attrib["class"]] == ["A", "B"]
    assert all(0 <= float(e.attrib["x"]) <= svg.WIDTH for e in root.iter("text"))
