"""PNG files put together of bands."""

import io
import zlib

import pytest
from PIL import Image, ImageDraw

from catalogue.pages.png import band, png

COLOURS = bytes(range(48))


def drawing(height: int) -> Image.Image:
    """Return rows with something on them, of an odd pattern."""
    image = Image.new("L", (1200, height), 0)
    ImageDraw.Draw(image).ellipse((100, -5, 900, height), fill=9, outline=15)
    image.putpalette(COLOURS)
    return image


@pytest.mark.parametrize("heights", [(630,), (100, 530), (1, 300, 28, 301)])
def test_bands_become_one_picture(heights: tuple[int, ...]) -> None:
    """Every reader of PNG sees them one below the other, in the colours of the palette."""
    parts = [drawing(height) for height in heights]
    last = len(parts) - 1
    data = png((1200, 630), COLOURS, [band(p, last=n == last) for n, p in enumerate(parts)])
    at = data.index(b"IDAT")
    packed = data[at + 4 : at + 4 + int.from_bytes(data[at - 4 : at])]
    # Not every reader of pictures asks for the check sum; this one does.
    assert len(zlib.decompress(packed)) == 630 * (1 + 1200 // 2)
    found = Image.open(io.BytesIO(data))
    assert (found.format, found.mode, found.size) == ("PNG", "P", (1200, 630))
    assert bytes(found.getpalette() or ()) == COLOURS
    assert found.tobytes() == b"".join(part.tobytes() for part in parts)
