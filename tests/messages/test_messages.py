"""The texts: plural forms, placeholders, and one set of keys."""

import string

import pytest

from catalogue.messages import LANGUAGES, Messages, messages, placeholders


@pytest.mark.parametrize(
    ("language", "count", "text"),
    [
        ("fi", 0, "0 riviä"),
        ("fi", 1, "1 rivi"),
        ("fi", 2, "2 riviä"),
        ("fi", 21, "21 riviä"),
        ("en", 1, "1 rivi"),
    ],
)
def test_a_count_chooses_the_plural_form(language: str, count: int, text: str) -> None:
    """By the rules of the language."""
    texts = Messages(language, {"r.one": "{count} rivi", "r.other": "{count} riviä"})
    assert texts.get("r", count=count) == text


def test_none_may_have_a_form_of_its_own() -> None:
    """Where there is one; a count given as text counts too."""
    texts = Messages("fi", {"r.zero": "ei rivejä", "r.one": "rivi", "r.other": "{count} riviä"})
    assert [texts.get("r", count=count) for count in ("0", "1", "5")] == [
        "ei rivejä",
        "rivi",
        "5 riviä",
    ]


def test_a_text_that_is_not_there_is_an_error() -> None:
    """A page never shows a key, nor a placeholder without a value."""
    texts = Messages("fi", {"a": "{name}"})
    assert texts.has("a")
    assert not texts.has("b")
    for key in ("a", "b"):
        with pytest.raises(KeyError):
            texts.get(key)


def test_what_is_filled_in_is_not_filled_again() -> None:
    """A title with braces in it comes out as it is."""
    assert Messages("fi", {"a": "Siirretty: {title}"}).get("a", title="{title} {0.x}") == (
        "Siirretty: {title} {0.x}"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_written_and_its_placeholders_are_names(language: str) -> None:
    """A stray brace would fail only when the text is shown."""
    for key, text in messages(language).texts.items():
        names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
        assert all(name.isidentifier() for name in names), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_come_in_pairs(language: str) -> None:
    """One without other would fail at the second practice."""
    keys = messages(language).texts
    one = {
        key.removesuffix(".one")
        for key in keys
        if key.endswith(".one") and key[:-4] not in {"themes", "regions", "models", "awards"}
    }
    assert {key for key in one if f"{key}.other" not in keys} == set()


def test_a_language_without_texts_is_an_error() -> None:
    """Rather than another language without a word."""
    with pytest.raises(FileNotFoundError):
        messages("de")


def test_the_phrases_of_templates_are_in_lower_case_and_not_empty() -> None:
    """They are looked for in lower-case text; an empty one would be found everywhere."""
    assert placeholders()
    assert [p for p in placeholders() if not p.strip() or p != p.lower()] == []
