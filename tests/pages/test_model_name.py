"""What a model is called where only its slug is given."""

import unicodedata

import pytest

from catalogue.model.practice import Practice
from catalogue.pages.model_name import model_name
from tests.factories import catalogue, frame, practice

SLUG = "perhetyon-malli"


def name(*titles: str, **fields: object) -> str:
    """Return the name of a model that practices of these titles follow."""
    every: dict[str, Practice] = {
        f"x{n}": practice(model=SLUG, title=title, **fields) for n, title in enumerate(titles)
    }
    return model_name(frame(catalogue(every)), SLUG)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Oulun uusi Perhetyön malli (2020)", "Perhetyön malli"),
        ("Perhetyön mallin käyttöönotto", "Perhetyön malli"),
        ("PERHETYÖN – MALLI", "PERHETYÖN – MALLI"),
        (unicodedata.normalize("NFD", "Uusi perhetyön malli"), "perhetyön malli"),
        ("Perhetyön (malli) Oulussa", "perhetyon malli"),
        ("Oulunperhetyön malli", "perhetyon malli"),
    ],
)
def test_it_is_called_as_a_title_calls_it(title: str, expected: str) -> None:
    """A slug has no ä, and no capitals; where no title has its words, the slug's own do."""
    assert name(title) == expected


def test_any_title_will_do_and_any_other_name() -> None:
    """Whichever of those that follow it has the words."""
    assert name("Jotain muuta", "Perhetyön malli") == "Perhetyön malli"
    assert name("Jotain muuta", aliases=["muu", "Perhetyön malli"]) == "Perhetyön malli"


def test_a_translated_title_comes_first_and_the_own_one_after_it() -> None:
    """The name may have been translated, or not."""
    fields = {"model": "perhekeskus", "title": "Perhekeskus Imatralla"}
    words = {"title": "Family centre in Imatra", "summary": "A centre."}
    one = practice(**fields, translations={"en": words})
    shown = frame(catalogue({"a": one}), languages=["fi", "sv", "en"]).in_language("en")
    assert model_name(shown, "perhekeskus") == "Perhekeskus"
