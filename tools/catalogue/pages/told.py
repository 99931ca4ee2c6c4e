"""A practice's title and summary for readers of one language."""

from typing import NamedTuple

from catalogue.model.practice import Practice


class Told(NamedTuple):
    """What a reader is told of a practice where little room is.

    Attributes:
        title: The title, or its translation.
        title_language: The language in which `title` is.
        summary: The summary, or its translation.
        language: The language in which `summary` is.
        translated: Whether they were translated by hand for these readers.
    """

    title: str
    title_language: str
    summary: str
    language: str
    translated: bool


def told(practice: Practice, language: str) -> Told:
    """Return the translation of `practice` into `language`, or its own words where there is none.

    Nothing is translated by a machine, and a text in another language says which it is.
    """
    found = practice.translation(language)
    if found:
        return Told(found.title, language, found.summary, language, True)
    return Told(practice.title, practice.titled_in, practice.summary, practice.language, False)
