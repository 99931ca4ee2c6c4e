"""What lets the pages look and work right inside the page of another engine's theme."""

import re
from collections.abc import Mapping

import yaml

from catalogue.messages import messages
from catalogue.pages.page import Page, harmless
from catalogue.pages.shell import FOOT_MENU, MAIN_MENU
from catalogue.settings import Settings

STYLE = "assets/catalogue.css"
SCRIPT = "assets/catalogue.js"
_SHEET = "site.css"
_STARTER = "elsewhere.js"
# Three times the same class: stronger than what a theme says of plain elements in its own classes.
_SCOPE = ".catalogue.catalogue.catalogue"
# A theme's rules end where the pages begin; what browsers themselves say of elements stays.
_BEFORE = f"""{_SCOPE} :where(:not(svg, svg *)), {_SCOPE} :where(:not(svg, svg *))::before,
{_SCOPE} :where(:not(svg, svg *))::after {{ all: revert; }}
.catalogue {{ --catalogue-rem: 1; clear: both; }}
/* Material and Zensical make 1rem 20 px, and more on wide screens. */
.md-typeset .catalogue {{ --catalogue-rem: 0.8; }}
@media screen and (min-width: 100em) {{ .md-typeset .catalogue {{ --catalogue-rem: 0.7273; }} }}
@media screen and (min-width: 125em) {{ .md-typeset .catalogue {{ --catalogue-rem: 0.6667; }} }}
/* The theme of MkDocs keeps a column for headings that these pages list themselves. */
.row:has(> [role='main'] .catalogue) > .col-md-3 {{ display: none; }}
.row > [role='main']:has(.catalogue) {{ flex: 0 0 100%; max-width: 100%; width: 100%; }}
"""
# What reaches from one edge of the window to the other ends at the theme's column.
_AFTER = """.catalogue-main { padding: 1rem; }
.hero { margin-inline: -1rem; padding-inline: 1rem; }
"""
_DARK = ":is([data-md-color-scheme='slate'], [data-bs-theme='dark']) &"
_REPLACED = (
    # The theme around the pages knows which of the two schemes it shows.
    (r"@media screen and \(prefers-color-scheme: dark\)", "@media not all"),
    (r":root\[data-scheme='dark'\]", _DARK),
    (r":root(:not\(\[data-scheme='light'\]\))?(?=[ ,{])", "&"),
    (r"\bhtml:not\(\.has-scripts\) ", "html:not(.has-scripts) & "),
    (r"(?<=[},\s])html(:has\([^)]*\))?(?= \{)", ".no-such-element"),
    (r"(?<![\w&] )\.(has-scripts|is-handout|is-submitting|has-compare-bar) ", r".\1 & "),
    (r"(?<=[},\s])body(?= \{)", ".page"),
    (r"(?<![-.\w])main(?=[ :,{])", ".catalogue-main"),
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CONDITION = re.compile(r"(@media[^{]*\{)")
_REM = re.compile(r"(-?\d*\.?\d+)rem\b")


def markdown(page: Page) -> str:
    """Return the file of `page` for another engine: what the frame gives is in the page itself."""
    root = "../" * page.url.count("/") or "./"
    html = (
        f'<div class="catalogue" lang="{page.language}">'
        f'<div class="page page--{page.kind}">'
        f'<div class="catalogue-main" tabindex="-1">\n{page.html}\n</div>\n'
        '<div class="compare-bar" role="region" data-module="compare-bar" '
        f'data-url="{root}{page.prefix}vertailu/" hidden></div></div></div>'
    )
    return page.markdown(html)


def files(theme: Mapping[str, bytes], folder: str) -> Mapping[str, bytes]:
    """Return what the pages load elsewhere, under names that stay from one build to the next.

    `theme` are the scripts and styles of the site, by name; `folder` is where they are published.
    """
    found = {}
    if _SHEET in theme:
        found[STYLE] = style(theme[_SHEET].decode()).encode()
    if _STARTER in theme:
        found[SCRIPT] = f"import './{folder.removeprefix('assets/')}/{_STARTER}';\n".encode()
    return found


def style(sheet: str) -> str:
    """Return the site's style sheet so that it holds inside `.catalogue`, and nowhere else."""
    sheet = _COMMENT.sub("", sheet)
    for pattern, replacement in _REPLACED:
        sheet = re.sub(pattern, replacement, sheet)
    parts = _CONDITION.split(sheet)
    # A condition knows no variables, and no theme's rem either.
    parts[::2] = [_REM.sub(r"calc(\1rem * var(--catalogue-rem))", part) for part in parts[::2]]
    return f"{_BEFORE}{_SCOPE} {{\n{''.join(parts)}\n{_AFTER}}}\n"


def engine_config(settings: Settings, folder: str) -> str:
    """Return a configuration with which MkDocs, ProperDocs or Zensical publishes `folder`."""
    menu: list[object] = []
    for language in settings.published_in:
        prefix = "" if language == settings.language else f"{language}/"
        own: list[object] = [f"{prefix}{place}index.md" for place in ("", *MAIN_MENU, *FOOT_MENU)]
        menu += [{settings.texts(language).get("languages.own"): own}] if prefix else own
    config: dict[str, object] = {"site_name": harmless(settings.name)}
    if settings.site_url:
        config["site_url"] = f"{settings.site_url}/"
    config |= {
        "docs_dir": folder,
        "site_dir": f"{folder}-site",
        "use_directory_urls": True,
        "theme": {
            "name": "material",
            "language": settings.language,
            "font": False,
            "features": ["navigation.tabs"],
            "highlightjs": False,
        },
        "plugins": [],
        "extra_css": [STYLE],
        "extra_javascript": [{"path": SCRIPT, "type": "module"}],
        "nav": menu,
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
    note = "".join(f"# {line}\n" for line in messages().get("elsewhere.note").splitlines())
    return note + yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=1000)
