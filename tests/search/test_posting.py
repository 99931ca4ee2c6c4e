"""Posting lists: where a key stands and how strongly, as text."""

from catalogue.search.posting import PostingList, Postings, base36, merged


def posted(*documents: tuple[int, float]) -> PostingList:
    """A posting list of the documents."""
    found = PostingList()
    for document, weight in documents:
        found.append(document, weight)
    return found


def test_numbers_are_written_in_base_36() -> None:
    """Numbers are written in base 36."""
    assert [base36(number) for number in (0, 35, 36, 1295)] == ["0", "z", "10", "zz"]


def test_steps_between_documents_are_written_unless_one() -> None:
    """Steps between documents are written unless one."""
    postings = Postings()
    for _ in range(100):
        postings.add({}, 10)
    encoded = postings.encoded(posted((0, 1.0), (1, 1.0), (50, 1.0)))
    assert encoded == "GG1dG"


def test_more_occurrences_and_shorter_documents_weigh_more() -> None:
    """More occurrences and shorter documents weigh more."""
    postings = Postings()
    postings.add({}, 10)
    postings.add({}, 10)
    postings.add({}, 1000)
    once, often, long = postings.encoded(posted((0, 1.0), (1, 8.0), (2, 1.0)))
    assert long < once < often


def test_merging_adds_the_weights_of_a_document() -> None:
    """Merging adds the weights of a document."""
    both = merged([posted((1, 1.0), (3, 1.0)), posted((0, 2.0), (3, 2.0))])
    assert list(both) == [(0, 2.0), (1, 1.0), (3, 3.0)]
