"""What the settings say that has the right form, but means nothing."""

from collections.abc import Iterator

from catalogue.check.raw import Data, value_at
from catalogue.check.shape import languages_named
from catalogue.check.suggestion import nearest
from catalogue.messages import LANGUAGES
from catalogue.problem import Finding
from catalogue.source.gate import visible

# http://publications.europa.eu/resource/authority/data-theme
DATA_THEMES = (
    *("AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL", "INTR", "JUST", "OP_DATPRO"),
    *("REGI", "SOCI", "TECH", "TRAN"),
)


def check_settings(data: Data) -> Iterator[Finding]:
    """Yield values given twice, themes that are in no vocabulary, and words in no language."""
    for key in ("languages", "data_themes"):
        seen: set[str] = set()
        for position, value in _texts(data, key):
            if value in seen:
                yield Finding((key, position), "repeated", {"found": visible(value)})
            elif key == "data_themes" and value not in DATA_THEMES:
                close = nearest(value, DATA_THEMES)
                suggestion = {"suggestion": close} if close else {}
                params = {"found": visible(value), "allowed": ", ".join(DATA_THEMES), **suggestion}
                yield Finding((key, position), "unknown-value", params)
            seen.add(value)
    translations = value_at(data, "translations")
    for key in translations if isinstance(translations, dict) else ():
        if key not in LANGUAGES:
            params = {"found": f"”{visible(key)}”", "allowed": languages_named()}
            yield Finding(("translations", key), "site-language", params)


def _texts(data: Data, key: str) -> Iterator[tuple[int, str]]:
    values = value_at(data, key)
    for position, value in enumerate(values if isinstance(values, list) else ()):
        if isinstance(value, str) and value.strip():
            yield position, value.strip()
