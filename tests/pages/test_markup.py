"""Values as HTML."""

from decimal import Decimal

import pytest
from markupsafe import Markup

from catalogue.pages.markup import shown


@pytest.mark.parametrize(
    ("value", "html"),
    [
        ("<b>", "&lt;b&gt;"),
        ("\"Oiva\" & 'apu'", "&#34;Oiva&#34; &amp; &#39;apu&#39;"),
        (Markup("<b>"), "<b>"),
        (1, "1"),
        (True, "True"),
        (Decimal("1.0"), "1.0"),
    ],
)
def test_a_value_is_shown_as_it_is_and_harmless(value: object, html: str) -> None:
    """Markup alone stays as it stands."""
    assert shown(value) == html


def test_what_was_markup_once_is_no_markup_when_somebody_writes_it() -> None:
    """Equal texts are told apart by whether they are safe, however often they were shown."""
    for _ in range(2):
        assert shown(Markup("<script>")) == "<script>"
        assert shown("<script>") == "&lt;script&gt;"
