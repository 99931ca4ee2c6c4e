"""A catalogue's own colours: whether they can be read, and the style sheet that they make."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field

from catalogue.model.values import Record
from catalogue.problem import Finding

Colour = Annotated[str, Field(pattern="^#[0-9a-fA-F]{6}$")]
# WCAG 2.2, success criterion 1.4.6 (AAA), which every text of the site holds.
NEEDED = 7.0
# What stands on each colour, or under it, by the tokens of the style sheet.
WHITE, INK_ON_ACCENT, SUNK, SUNK_DARK = "#ffffff", "#3d2c00", "#f1efe8", "#1f2f36"
SURFACE_DARK = "#18252b"
AGAINST = {
    "brand": WHITE,
    "link": SUNK,
    "accent": INK_ON_ACCENT,
    "brand_dark": WHITE,
    "link_dark": SUNK_DARK,
}
# The brand's colour in what is no style sheet: the icon.
BRAND = "#0f4c5c"


class Colours(Record):
    """Colours that take the place of the style sheet's own, as `#rrggbb`.

    `brand` is the colour of the head and of main buttons, with white text on it; `link` that of
    links; `accent` marks what stands out, with dark text on it. The `_dark` ones are for the dark
    scheme.
    """

    brand: Colour | None = None
    link: Colour | None = None
    accent: Colour | None = None
    brand_dark: Colour | None = None
    link_dark: Colour | None = None


def contrast_findings(colours: Colours) -> Iterator[Finding]:
    """Yield the colours that cannot be told well enough from what stands on or under them."""
    for name, colour in _given(colours).items():
        against = AGAINST[name]
        found = contrast(colour, against)
        if found < NEEDED:
            params = {
                "found": colour,
                "against": against,
                "ratio": f"{found:.1f}".replace(".", ","),
            }
            yield Finding(("colours", name), "own-contrast", params)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def own_style(colours: Colours) -> str:
    """Return the rules that come after the site's style sheet; `""` if no colour is given."""
    light = {"brand": colours.brand, "link": colours.link, "link-hover": colours.link}
    light |= {"accent": colours.accent}
    dark = {"brand": colours.brand_dark, "link": colours.link_dark, "link-hover": colours.link_dark}
    dark |= {"accent": colours.accent}
    if colours.brand:
        light["brand-weak"] = _mixed(colours.brand, WHITE, 0.1)
    if colours.brand_dark:
        dark["brand-weak"] = _mixed(colours.brand_dark, SURFACE_DARK, 0.4)
    if not _given(colours):
        return ""
    return (
        "\n/* The catalogue's own colours. */\n"
        f":root {{ {_tokens(light)} }}\n"
        "@media screen and (prefers-color-scheme: dark) {\n"
        f"  :root:not([data-scheme='light']) {{ {_tokens(dark)} }}\n}}\n"
        f"@media screen {{\n  :root[data-scheme='dark'] {{ {_tokens(dark)} }}\n}}\n"
    )


def coloured(theme: Mapping[str, bytes], colours: Colours) -> dict[str, bytes]:
    """Return the files of the theme in the catalogue's colours."""
    files = dict(theme)
    style = own_style(colours)
    if style and "site.css" in files:
        files["site.css"] += style.encode()
    if colours.brand and "favicon.svg" in files:
        icon = files["favicon.svg"]
        files["favicon.svg"] = icon.replace(BRAND.encode(), colours.brand.encode())
    return files


def _given(colours: Colours) -> dict[str, str]:
    return colours.model_dump(exclude_none=True)


def _tokens(values: Mapping[str, str | None]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in values.items() if value)


def _mixed(one: str, other: str, share: float) -> str:
    parts = (
        round(a * share + b * (1 - share)) for a, b in zip(_rgb(one), _rgb(other), strict=True)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
    shares = (part / 255 for part in _rgb(colour))
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
