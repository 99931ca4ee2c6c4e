"""What a model that several practices follow is called: the registry gives it a slug only."""

import re
import unicodedata

from catalogue.pages.frame import Frame


def model_name(frame: Frame, model: str) -> str:
    """Return the words that the slug `model` spells, as those who follow it write them.

    A slug has neither ä nor capitals: they are taken from a title or another name in which its
    words stand, inflected or not. Where there is none, the words are those of the slug.
    """
    words = model.split("-")
    spelt = re.compile(r"\b" + r"[\s–-]+".join(map(re.escape, words)))
    for entry in frame.catalogue.by_model[model]:
        practice = entry.practice
        for name in (frame.told(practice).title, practice.title, *practice.aliases):
            text = unicodedata.normalize("NFC", name)
            if found := spelt.search("".join(map(_plain, text))):
                return text[found.start() : found.end()]
    return " ".join(words)


def _plain(letter: str) -> str:
    """The letter, one character, in lower case and without marks."""
    return unicodedata.normalize("NFD", letter)[0].lower()[0]
