"""The message catalogues: every text that a visitor or submitter sees, by language and key."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from babel import Locale

from catalogue.source.yaml_text import read_yaml, walk

LANGUAGES = ("fi", "sv", "en")
# The language in which every text is first written.
FIRST = LANGUAGES[0]
# What is shown only where the program is run and the repository kept, and so in one language.
FIRST_ONLY = ("cli.", "new.", "review.", "from-issue.", "init.", "elsewhere.")


@dataclass(frozen=True, slots=True)
class Messages:
    """The texts of one language, by dotted key."""

    language: str
    texts: Mapping[str, str]

    def get(self, key: str, **params: object) -> str:
        """Return the text of `key` with its placeholders filled.

        A text with plural forms has keys `key.one` and `key.other`; `count` chooses between them
        by the rules of the language (Unicode CLDR); `key.zero`, where there is one, is for none.

        Raises:
            KeyError: There is no such text, or a placeholder has no value.
        """
        text = self.texts.get(key)
        if text is None:
            text = self.texts[self._form(key, params["count"]) if "count" in params else key]
        return text.format_map(params) if "{" in text or "}" in text else text

    def _form(self, key: str, count: object) -> str:
        """The key of the plural form of `key` for `count`."""
        number = abs(int(str(count)))
        zero = number == 0 and f"{key}.zero" in self.texts
        return f"{key}.{'zero' if zero else _plural_form(self.language, number)}"

    def has(self, key: str) -> bool:
        """Whether there is a text for `key`."""
        return key in self.texts


@lru_cache(maxsize=10_000)
def _plural_form(language: str, number: int) -> str:
    return str(Locale.parse(language).plural_form(number))


@cache
def messages(language: str = "fi") -> Messages:
    """Return the catalogue of `language`.

    A language that lacks a text which another has is no language in which anything is published:
    the error names every such text.

    Raises:
        FileNotFoundError: There is no catalogue for the language.
        ValueError: A file of the catalogue is not sound YAML, or texts are missing.
    """
    flat = _texts(language)
    if language != FIRST:
        missing = sorted(needed(_texts(FIRST)) - flat.keys())
        if missing:
            raise ValueError(f"messages/{language}: missing {len(missing)}: {', '.join(missing)}")
    return Messages(language, flat)


def needed(texts: Mapping[str, str]) -> set[str]:
    """Return the keys of `texts` that every language must have."""
    return {key for key in texts if not key.startswith(FIRST_ONLY)}


@cache
def _texts(language: str) -> Mapping[str, str]:
    flat: dict[str, str] = {}
    for file in sorted((resources.files(__package__) / language).iterdir(), key=lambda f: f.name):
        document = read_yaml(file.read_text(encoding="utf-8"))
        if document.findings:
            raise ValueError(f"{language}/{file.name}: {document.findings[0]}")
        for loc, value in walk(document.data):
            if isinstance(value, str):
                flat[".".join(map(str, loc))] = value
    return flat


@cache
def placeholders() -> tuple[str, ...]:
    """Return the phrases, in lower case, that show that a text was never written."""
    text = (resources.files(__package__) / "placeholders.yml").read_text(encoding="utf-8")
    return tuple(str(value) for loc, value in walk(read_yaml(text).data) if len(loc) > 1)
