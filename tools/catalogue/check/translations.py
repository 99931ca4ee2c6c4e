"""Whether the registry's own words are there in every language in which the site is published."""

from collections.abc import Iterator, Mapping, Sequence

from catalogue.messages import FIRST, LANGUAGES
from catalogue.problem import Finding, Loc

# Names of organisations, places and awards are proper names and need no translation.
TRANSLATED = ("vocabularies.yml", "indicators.yml")


def check_translations(data: object, languages: Sequence[str], loc: Loc = ()) -> Iterator[Finding]:
    """Yield each text in `data` that lacks one of `languages`.

    A text is a mapping from languages to words, or to lists of them.
    """
    if isinstance(data, list):
        for position, item in enumerate(data):
            yield from check_translations(item, languages, (*loc, position))
    if not isinstance(data, Mapping):
        return
    if isinstance(data.get(FIRST), (str, list)) and data.keys() <= set(LANGUAGES):
        for language in languages:
            if not data.get(language):
                yield Finding(loc, "untranslated", {"expected": language})
        return
    for key, item in data.items():
        yield from check_translations(item, languages, (*loc, key))
