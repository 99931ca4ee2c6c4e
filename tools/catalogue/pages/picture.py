"""The pictures that link previews show, drawn at build time.

One for each practice with its title, places and evidence, and one for every other page. No service
is asked, and the same content gives the same bytes.
"""

import io
import math
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from PIL import Image, ImageDraw, ImageFont

from catalogue.entry import Entry
from catalogue.model.dates import UNKNOWN
from catalogue.pages.frame import Frame
from catalogue.pages.lettering import draw_line, width_of
from catalogue.pages.png import Band, band, png

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
# Where the title begins, how much room a place takes under it, and the rows at which the head ends
# and the foot begins: between them stands what differs from one picture to the next.
_TITLE_TOP, _PLACE_ROOM, _HEAD, _FOOT = 164.0, 65, 136, 508
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
    text = _text(content)
    foot = _foot(content.evidence, content.level)
    gap = _gap(_FOOT - _HEAD - text.height)
    return png(SIZE, _palette(), (_head(content.name), band(text), gap, foot))


def _text(content: Picture) -> Image.Image:
    """What differs from one picture to the next: the title and the place, as high as they are."""
    font, lines = _title(content.title)
    foot = _TITLE_TOP + len(lines) * font.size * _LEADING
    image = _surface(math.ceil(foot) + _PLACE_ROOM - _HEAD)
    top = _TITLE_TOP - _HEAD
    for line in lines:
        draw_line(image, (_MARGIN, top), line, font, _FULL)
        top += font.size * _LEADING
    if content.place:
        place = _font("public-sans-400.ttf", 38)
        draw_line(image, (_MARGIN, top + 18), _cut(content.place, place), place, _SOFT)
    return _coloured(image)


def wrapped(text: str, font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """Return `text` as lines no wider than `width`; a word that is wider is broken."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        candidate = f"{line} {word}" if line else word
        if width_of(candidate, font) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        while width_of(word, font) > width:
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
    if width_of(text, font) <= _WIDTH - left:
        return text
    fits = _fitting(text, font, _WIDTH - left - width_of(_ELLIPSIS, font))
    return text[:fits].rstrip(" ,.–-") + _ELLIPSIS


def _fitting(text: str, font: ImageFont.FreeTypeFont, width: float) -> int:
    """How many of the first characters of `text` fit in `width`; at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width_of(text[:middle], font) <= width else (low, middle - 1)
    return low


@lru_cache(maxsize=100)
def _foot(evidence: str, level: int | None) -> Band:
    """The evidence, and the band below it."""
    image = _surface(SIZE[1] - _FOOT)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, image.height - 18, *image.size), fill=_MARK)
    left, foot = _MARGIN, 552 - _FOOT
    if level is not None:
        for step in _STEPS:
            fill = _MARK if step <= level else 5
            draw.rectangle((left, foot - 2 - 8 * step, left + 15, foot), fill=fill)
            left += 22
        left += 14
    text = _cut(evidence, _small(), left - _MARGIN)
    draw.text((left, foot + 4), text, fill=_FULL, font=_small(), anchor="ls")
    return band(_coloured(image), last=True)


@cache
def _head(name: str) -> Band:
    """The mark of the site and the catalogue's name."""
    image = _surface(_HEAD)
    draw = ImageDraw.Draw(image)
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
    return band(_coloured(image))


@cache
def _gap(height: int) -> Band:
    """Rows of nothing but the ground."""
    return band(_coloured(_surface(height)))


def _surface(height: int) -> Image.Image:
    # Letters get soft edges on a grey image only; the palette comes when all is drawn.
    return Image.new("L", (SIZE[0], height), 0)


def _coloured(image: Image.Image) -> Image.Image:
    image.putpalette(_palette())
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
