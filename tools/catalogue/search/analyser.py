"""Which analyser reads a language on this computer."""

from __future__ import annotations

from catalogue.search.lemmatiser import Lemmatiser
from catalogue.search.reading import Analyser
from catalogue.search.voikko import LibVoikko, PyVoikko

_FINNISH: tuple[type[LibVoikko] | type[PyVoikko], ...] = (LibVoikko, PyVoikko)
"""Fastest first; both give the same answers."""


def analyser_for(language: str) -> Analyser:
    """The best analyser at hand: Voikko for Finnish, simplemma for the rest or without Voikko."""
    if language == "fi":
        for kind in _FINNISH:
            try:
                return kind()
            except (ImportError, OSError):
                continue
    return Lemmatiser(language)
