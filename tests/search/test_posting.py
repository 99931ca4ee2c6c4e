"""Posting lists: where a key stands and how strongly, as text."""

import pytest

from catalogue.search.posting import (
    MOST,
    TITLE,
    UNIT,
    Impacts,
    PostingList,
    base36,
    merged,
    rounded_average,
)


def posted(*documents: tuple[int, int]) -> PostingList:
    """A posting list of the documents, each with so many occurrences."""
    found = PostingList()
    for document, occurrences in documents:
        found.put(document, occurrences * UNIT)
    return found


def test_numbers_are_written_in_base_36() -> None:
    """Numbers are written in base 36."""
    assert [base36(number) for number in (0, 35, 36, 1295)] == ["0", "z", "10", "zz"]


def test_steps_between_documents_are_written_unless_one() -> None:
    """Steps between documents are written unless one."""
    encoded = Impacts([10] * 100).encoded(posted((0, 1), (1, 1), (50, 1)))
    assert encoded == "GG1dG"


def test_more_occurrences_and_shorter_documents_weigh_more() -> None:
    """More occurrences and shorter documents weigh more."""
    once, often, long = Impacts([10, 10, 1000]).encoded(posted((0, 1), (1, 8), (2, 1)))
    assert long < once < often


@pytest.mark.parametrize("length", [1, 90, 700, 5000])
def test_an_impact_is_that_of_the_formula(length: int) -> None:
    """An impact is that of the formula."""
    impacts = Impacts([length, 100, 900])
    for weight in (1, 9, 40, 47, 400, MOST):
        half = 1.2 * UNIT * (0.4 + 0.6 * length / impacts.average)
        level = max(0, round(weight / (weight + half) * 16) - 1)
        assert impacts.tables[0][weight] == "ABCDEFGHIJKLMNOP"[level]


@pytest.mark.parametrize("length", [1, 900])
def test_the_impact_of_a_title_depends_on_no_length(length: int) -> None:
    """And is 7 or more: a title never says little."""
    impacts = Impacts([length, 100, 900])
    for weight in (1, 40, 160, MOST):
        level = max(6, round(weight / (weight + 1.2 * UNIT) * 16) - 1)
        assert impacts.tables[0][weight | TITLE] == "QRSTUVWXYZ"[level - 6]


def test_a_sum_of_lists_keeps_that_a_title_has_the_word() -> None:
    """Whichever list says so, and however much the weights are together."""
    one, other = posted((0, 1), (1, 1)), PostingList()
    other.put(1, MOST | TITLE)
    assert list(merged([(one, 10), (other, 7)])) == [
        (0, UNIT),
        (1, (UNIT + MOST * 7 // 10) | TITLE),
    ]
    assert list(merged([(one, 7), (other, 10)]))[1] == (1, MOST | TITLE)


def test_documents_may_come_in_any_order() -> None:
    """Documents may come in any order."""
    assert list(posted((5, 1), (2, 2), (9, 3))) == [(2, 2 * UNIT), (5, UNIT), (9, 3 * UNIT)]


def test_a_document_is_taken_out_with_its_weight() -> None:
    """A document is taken out with its weight."""
    found = posted((2, 2), (5, 1))
    assert (found.weight(2), found.weight(3), found.weight(9)) == (2 * UNIT, 0, 0)
    assert found.take(2) == 2 * UNIT
    assert list(found) == [(5, UNIT)]


def test_merging_adds_the_weights_of_a_document() -> None:
    """Merging adds the weights of a document, of which a list may give a share."""
    both = merged([(posted((1, 1), (3, 1)), 10), (posted((0, 2), (3, 2)), 7)])
    assert list(both) == [(0, 56), (1, 40), (3, 96)]


def test_no_sum_is_more_than_the_most() -> None:
    """No sum is more than the most."""
    much = posted((1, MOST // UNIT))
    assert list(merged([(much, 10), (much, 10)])) == [(1, MOST)]


@pytest.mark.parametrize("length", [1, 7, 16, 100, 723, 5000])
def test_the_average_is_rounded_by_a_sixteenth_at_most(length: int) -> None:
    """The average is rounded by a sixteenth at most, and so stays when one document grows."""
    assert abs(rounded_average([length] * 3) - length) <= length / 16


def test_the_average_stays_when_one_document_of_many_grows() -> None:
    """The average stays when one document of many grows."""
    assert rounded_average([720] * 100) == rounded_average([*[720] * 99, 760])
