"""Lines put together of letters are those that the library draws."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from catalogue.pages.lettering import draw_line, width_of
from catalogue.pages.picture import _LEADING, _TITLE, _TITLE_TOP, _font
from tests.factories import real_catalogue

LETTERS = st.text(st.characters(min_codepoint=32, max_codepoint=0x17F), min_size=1, max_size=40)
FONTS = [
    *(_font("public-sans-700.ttf", size) for size, _ in _TITLE),
    _font("public-sans-400.ttf", 38),
]


def alike(text: str, font: ImageFont.FreeTypeFont, top: float) -> bool:
    """Whether `text` looks the same put together as drawn at once."""
    whole, made = (Image.new("L", (3500, 300)) for _ in range(2))
    ImageDraw.Draw(whole).text((80, top), text, fill=14, font=font)
    draw_line(made, (80, top), text, font, 14)
    return whole.tobytes() == made.tobytes()


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(LETTERS, st.sampled_from(FONTS), st.integers(0, 3))
def test_a_line_is_its_letters(text: str, font: ImageFont.FreeTypeFont, line: int) -> None:
    """Pixel by pixel, also where letters meet, on every line of a title."""
    assert alike(text, font, 100 + _TITLE_TOP % 1 + line * font.size * _LEADING % 1)
    assert width_of(text, font) == font.getlength(text)


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.size)
def test_real_titles_are_drawn_as_the_library_draws_them(font: ImageFont.FreeTypeFont) -> None:
    """Those of the catalogue itself."""
    assert all(alike(entry.practice.title, font, 28) for entry in real_catalogue().entries)
