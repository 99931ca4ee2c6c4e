"""Every language says everything, with the same values filled in."""

import string
from collections.abc import Mapping

import pytest

from catalogue import messages as module
from catalogue.messages import FIRST, FIRST_ONLY, LANGUAGES, messages, needed

OTHERS = [language for language in LANGUAGES if language != FIRST]


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", OTHERS)
def test_the_languages_have_the_same_keys(language: str) -> None:
    """But for what is shown where the program is run; that is a list, not an accident."""
    first, other = messages().texts, messages(language).texts
    assert needed(first) - other.keys() == set()
    assert other.keys() - first.keys() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_has_the_same_placeholders_in_each_language(language: str) -> None:
    """A value that a translation forgets is a fact that its readers do not get."""
    first, other = messages().texts, messages(language).texts
    different = {
        key: (_placeholders(first[key]), _placeholders(text))
        for key, text in other.items()
        if _placeholders(first[key]) != _placeholders(text)
    }
    assert different == {}


@pytest.mark.parametrize("language", OTHERS)
def test_hardly_any_sentence_is_left_in_the_first_language(language: str) -> None:
    """Examples are records as they are; other sentences are translated."""
    first, other = messages().texts, messages(language).texts
    same = [
        key
        for key, text in other.items()
        if text == first[key] and text.count(" ") > 2 and not key.endswith((".example", ".rights"))
    ]
    assert [key for key in same if not key.startswith("translation.written")] == []


def test_a_missing_text_keeps_the_language_from_being_published(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The error names the text, so that whoever adds one knows what is left to do."""
    first = dict(messages().texts)

    def texts(language: str) -> Mapping[str, str]:
        return {**first, "uusi.teksti": "Uusi."} if language == FIRST else first

    monkeypatch.setattr(module, "_texts", texts)
    with pytest.raises(ValueError, match=r"messages/sv: missing 1: uusi\.teksti"):
        messages.__wrapped__("sv")


def test_what_only_the_first_language_has_is_about_the_program() -> None:
    """Every prefix of the list is in use."""
    texts = messages().texts
    unused = [p for p in FIRST_ONLY if not any(key.startswith(p) for key in texts)]
    assert [prefix for prefix in unused if prefix != "init."] == []
