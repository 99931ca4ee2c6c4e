"""The order of the Finnish alphabet."""

import pytest

from catalogue.alphabet import alphabetical


@pytest.mark.parametrize(
    ("one", "other"), [("z", "å"), ("å", "ä"), ("ä", "ö"), ("e", "é0"), ("y", "ü0"), ("A", "b")]
)
def test_letters_sort_by_the_finnish_alphabet(one: str, other: str) -> None:
    """Foreign letters as their base letters."""
    assert alphabetical(one) < alphabetical(other)
