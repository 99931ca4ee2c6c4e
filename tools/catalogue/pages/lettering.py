"""Lines of text put together of letters that are drawn once.

In our fonts a letter takes a whole number of pixels, and the same wherever it stands: a line is its
letters side by side. Drawing a line anew takes several times as long as putting it together.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter in white on black, and where its upper left corner lies from where it stands."""

    image: Image.Image
    left: int
    top: int


def width_of(text: str, font: ImageFont.FreeTypeFont) -> int:
    """Return how many pixels `text` takes in a line."""
    return sum([_advance(font, char) for char in text])


def draw_line(
    image: Image.Image, at: tuple[int, float], text: str, font: ImageFont.FreeTypeFont, fill: int
) -> None:
    """Draw `text` on `image`, a grey one, with its upper left corner at `at`."""
    left, top = at
    part, row = math.modf(top)
    # Letters may meet: on a ground of their own their edges are added before they are coloured.
    room = round(font.size / 2)
    ground = Image.new("L", (width_of(text, font) + 2 * room, 4 * room))
    x = room
    for char in text:
        letter = _letter(font, char, part)
        if letter:
            ground.paste(255, (x + letter.left, room + letter.top), letter.image)
        x += _advance(font, char)
    ImageDraw.Draw(image).bitmap((left - room, int(row) - room), ground, fill)


@lru_cache(maxsize=5_000)
def _advance(font: ImageFont.FreeTypeFont, char: str) -> int:
    return round(font.getlength(char))


@lru_cache(maxsize=5_000)
def _letter(font: ImageFont.FreeTypeFont, char: str, part: float) -> _Letter | None:
    """`char` as it is drawn from `part` of a pixel below a row; None where nothing is seen."""
    room = round(font.size)
    image = Image.new("L", (_advance(font, char) + 2 * room, 3 * room))
    ImageDraw.Draw(image).text((room, room + part), char, fill=255, font=font)
    box = image.getbbox()
    return _Letter(image.crop(box), box[0] - room, box[1] - room) if box else None
