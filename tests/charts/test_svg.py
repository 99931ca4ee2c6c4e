"""SVG markup is safe however hostile its texts are."""

from decimal import Decimal
from xml.etree import ElementTree

from markupsafe import Markup

from catalogue.charts import svg


def test_texts_and_values_are_escaped() -> None:
    """Neither a child nor an attribute can leave its place."""
    made = svg.element("text", "</text><script>", class_='"><script>', x=1)
    assert "<script>" not in made
    assert ElementTree.fromstring(made).text == "</text><script>"


def test_markup_goes_in_as_it_is() -> None:
    """What was made by `element` is not escaped again."""
    assert svg.element("g", svg.element("rect", x=1)) == Markup('<g><rect x="1"></rect></g>')


def test_attribute_names_become_those_of_svg() -> None:
    """Underscores are hyphens there, `class_` is class, and None is left out."""
    made = svg.element("a", aria_label="x", class_="y", id=None)
    assert made == '<a aria-label="x" class="y"></a>'


def test_numbers_are_short_and_never_in_exponents() -> None:
    """A tenth of a pixel is enough."""
    assert svg.element("a", x=1.0, y=2.25, r=Decimal("3")) == '<a x="1" y="2.2" r="3"></a>'


def test_a_drawing_says_in_words_what_it_shows() -> None:
    """Its title and description are tied to it by ids of their own."""
    root = ElementTree.fromstring(svg.drawing("k", "Otsikko", "Sanoin", 10, kind="course"))
    assert (root.attrib["role"], root.attrib["aria-labelledby"]) == ("img", "k-nimi")
    assert root.attrib["aria-describedby"] == "k-sanoin"
    assert [child.text for child in root] == ["Otsikko", "Sanoin"]
    assert root.attrib["viewBox"] == f"0 0 {svg.WIDTH} 10"


def test_markers_differ_in_shape_and_not_in_colour_alone() -> None:
    """The practice's own is a disc; the first three beside it have shapes of their own."""
    shapes = [svg.marker(number, 0, 0) for number in range(4)]
    assert len(set(shapes)) == 4
    assert shapes[0].startswith("<circle")
