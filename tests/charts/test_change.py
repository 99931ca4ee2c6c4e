"""Bars of changes begin at zero and say how sure their length is."""

from decimal import Decimal
from xml.etree import ElementTree

from catalogue.charts.change import Bar, Changes, bounds, changes_svg


def drawn(*bars: Bar, low: str = "-100", high: str = "0") -> ElementTree.Element:
    """Return the chart as a tree."""
    ends = [(Decimal(end), f"{end} %") for end in (low, high)]
    made = Changes(bars, "ei muutosta", ends[0], ends[1])
    return ElementTree.fromstring(changes_svg(made, "k", "Nimi", "Sanoin"))


def rects(root: ElementTree.Element) -> list[dict[str, str]]:
    """Return the attributes of the bars."""
    return [e.attrib for e in root.iter("rect")]


def test_bars_are_as_long_as_the_changes() -> None:
    """Half of a hundred percent is half of the scale."""
    half, whole = rects(drawn(Bar("−50 %", Decimal(-50)), Bar("−100 %", Decimal(-100))))
    assert float(half["width"]) * 2 == float(whole["width"])


def test_falls_and_rises_go_to_either_side_of_zero() -> None:
    """Direction is not told by colour."""
    root = drawn(Bar("−5", Decimal(-5)), Bar("+5", Decimal(5)), low="-5", high="5")
    fall, rise = rects(root)
    assert float(fall["x"]) + float(fall["width"]) == float(rise["x"])


def test_more_than_said_has_a_tip_that_points_further() -> None:
    """`yli 50 %` does not end where it is drawn to end."""
    over = drawn(Bar("yli 50 %", Decimal(-50), "over"))
    under = drawn(Bar("alle 50 %", Decimal(-50), "under"))
    assert [e.attrib["class"] for e in over.iter("polygon")] == ["tip tip--over"]
    assert [e.attrib["class"] for e in under.iter("polygon")] == ["tip tip--under"]
    assert list(drawn(Bar("−50 %", Decimal(-50))).iter("polygon")) == []


def test_nothing_can_fall_by_more_than_a_hundred_percent() -> None:
    """So that is where the scale of falls in percent ends; rises and other units are free."""
    assert bounds((Decimal(-50),), percent=True) == (-100, 0)
    assert bounds((Decimal(30),), percent=True) == (0, 30)
    assert bounds((Decimal(-700000),), percent=False) == (-800000, 0)


def test_no_change_is_drawn_at_zero() -> None:
    """A bar of no length is still seen."""
    assert float(rects(drawn(Bar("0", Decimal(0)), low="0", high="1"))[0]["width"]) == 1
