"""The pictures that link previews show, drawn at build time.

One for each practice with its title, places and evidence, and one for every other page. No service
is asked, and the same content gives the same bytes.
"""

import io
import zlib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from PIL import Image, ImageDraw, ImageFont

from catalogue.catalogue import Entry
from catalogue.model.dates import UNKNOWN
from catalogue.pages.frame import Frame

GENERAL = "kuvat/luettelo.png"
# What link previews of the large networks show uncut (https://ogp.me gives no size of its own).
SIZE = (1200, 630)
_MARGIN = 80
_WIDTH = SIZE[0] - 2 * _MARGIN
# Sixteen colours make four bits a pixel: 0 is the ground, 14 the ink, between them the edges of
# letters, 15 the accent. The colours are those of the site's light scheme.
_GROUND, _INK, _ACCENT = (15, 76, 92), (255, 255, 255), (255, 209, 102)
_SOFT, _FULL, _MARK = 11, 14, 15
_STEPS = range(1, 6)
# Title sizes from the largest, each with how many lines of it there is room for.
_TITLE = ((72, 3), (60, 4), (50, 4))
_LEADING = 1.16
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture says.

    Attributes:
        name: The catalogue's name.
        title: The largest text; wrapped, and cut where it is too long.
        place: One line under it.
        evidence: One line at the foot.
        level: The evidence level that the steps beside it show; None for no steps.
    """

    name: str
    title: str
    place: str = ""
    evidence: str = ""
    level: int | None = None


def picture_path(name: str) -> str:
    """Return the path of the picture of the practice `name` from the root of the site."""
    return f"kuvat/kaytannot/{name}.png"


def of_catalogue(frame: Frame) -> Picture:
    """Return what the picture of every page that is about no practice says."""
    return Picture(frame.settings.name, frame.settings.description)


def of_practice(frame: Frame, entry: Entry) -> Picture:
    """Return what the picture of a practice says."""
    t, level = frame.texts.get, entry.best_level
    places = [frame.place(place) for place in entry.practice.places if place != UNKNOWN]
    if level is None:
        evidence = t("evidence.none")
    else:
        evidence = t("evidence.level", level=level, name=frame.label("evidence_level", level))
    name = frame.settings.name
    return Picture(name, entry.practice.title, ", ".join(places), evidence, level)


def drawn_picture(content: Picture) -> bytes:
    """Return `content` as a PNG of 1200 × 630 pixels."""
    image = _ground(content.name).copy()
    draw = ImageDraw.Draw(image)
    font, lines = _title(content.title)
    top = 164.0
    for line in lines:
        draw.text((_MARGIN, top), line, fill=_FULL, font=font)
        top += font.size * _LEADING
    if content.place:
        place = _font("public-sans-400.ttf", 38)
        draw.text((_MARGIN, top + 18), _cut(content.place, place), fill=_SOFT, font=place)
    _evidence(draw, content)
    image.putpalette(_palette())
    file = io.BytesIO()
    # Even surfaces: run lengths pack them as small as searching does, in half the time.
    image.save(file, "PNG", bits=4, compress_type=zlib.Z_RLE)
    return file.getvalue()


def wrapped(text: str, font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """Return `text` as lines no wider than `width`; a word that is wider is broken."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        candidate = f"{line} {word}" if line else word
        if font.getlength(candidate) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        while font.getlength(word) > width:
            fits = _fitting(word, font, width)
            lines.append(word[:fits])
            word = word[fits:]
        line = word
    return [*lines, line] if line else lines


def _title(text: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest font in which `text` fits; cut in the smallest where it fits in none."""
    for size, most in _TITLE:
        font = _font("public-sans-700.ttf", size)
        lines = wrapped(text, font, _WIDTH)
        if len(lines) <= most:
            return font, lines
    last = _cut(f"{lines[most - 1]} {lines[most]}", font)
    return font, [*lines[: most - 1], last]


def _cut(text: str, font: ImageFont.FreeTypeFont, left: float = 0) -> str:
    """`text` in one line that begins at `left`, with an ellipsis for what does not fit."""
    if font.getlength(text) <= _WIDTH - left:
        return text
    fits = _fitting(text, font, _WIDTH - left - font.getlength(_ELLIPSIS))
    return text[:fits].rstrip(" ,.–-") + _ELLIPSIS


def _fitting(text: str, font: ImageFont.FreeTypeFont, width: float) -> int:
    """How many of the first characters of `text` fit in `width`; at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if font.getlength(text[:middle]) <= width else (low, middle - 1)
    return low


def _evidence(draw: ImageDraw.ImageDraw, content: Picture) -> None:
    if not content.evidence:
        return
    left, foot = _MARGIN, 552
    if content.level is not None:
        for step in _STEPS:
            fill = _MARK if step <= content.level else 5
            draw.rectangle((left, foot - 2 - 8 * step, left + 15, foot), fill=fill)
            left += 22
        left += 14
    text = _cut(content.evidence, _small(), left - _MARGIN)
    draw.text((left, foot + 4), text, fill=_FULL, font=_small(), anchor="ls")


@cache
def _ground(name: str) -> Image.Image:
    """What is the same in every picture: the mark, the catalogue's name and the band."""
    image = Image.new("L", SIZE, 0)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, SIZE[1] - 18, *SIZE), fill=_MARK)
    # The mark of the site's head: a bookmark with a tick, in the same proportions.
    mark = Image.new("L", (256, 256), 0)
    outline = ImageDraw.Draw(mark)
    outline.rounded_rectangle((16, 24, 240, 200), 16, fill=255)
    outline.polygon([(184, 190), (240, 190), (240, 240)], fill=255)
    outline.line([(72, 108), (112, 148), (188, 64)], fill=0, width=28, joint="curve")
    small = mark.resize((64, 64), Image.Resampling.LANCZOS)
    image.paste(small.point([value * _FULL // 255 for value in range(256)]), (_MARGIN, 62))
    bold = _font("public-sans-700.ttf", 36)
    draw.text((_MARGIN + 84, 108), _cut(name, bold, 84), fill=_FULL, font=bold, anchor="ls")
    return image


@cache
def _palette() -> bytes:
    steps = [
        tuple(round(g + (i - g) * n / _FULL) for g, i in zip(_GROUND, _INK, strict=True))
        for n in range(_FULL + 1)
    ]
    return b"".join(bytes(colour) for colour in (*steps, _ACCENT))


def _small() -> ImageFont.FreeTypeFont:
    return _font("public-sans-400.ttf", 34)


@cache
def _font(file: str, size: int) -> ImageFont.FreeTypeFont:
    data = (resources.files("catalogue") / "fonts" / file).read_bytes()
    # The other engine is not in every build of the library, and would draw otherwise.
    return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
