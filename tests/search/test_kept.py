"""What the search keeps from build to build, and what it forgets."""

from pathlib import Path

import pytest

from catalogue.browse.files import Indexing, indexed
from catalogue.browse.place import KnownPlaces
from catalogue.search.kept import WordCaches
from catalogue.search.record import SearchRecord

NO_PLACES = KnownPlaces({})
RECORDS = (
    SearchRecord("neuvola", "fi", (("title", "Perheneuvola"),)),
    SearchRecord("stod", "sv", (("title", "Stöd till familjer"),)),
)


@pytest.mark.parametrize("lasting", [False, True])
def test_only_a_lasting_one_still_holds_what_an_index_was_made_of(
    tmp_path: Path, lasting: bool
) -> None:
    """What one build alone needs is forgotten; what is to be written is the same."""
    kept = WordCaches(tmp_path, lasting)
    indexer = kept.indexer("fi")
    files, _ = indexed(Indexing(RECORDS, (), kept, NO_PLACES))
    assert (kept.indexer("fi") is indexer) is lasting
    assert {name.split("/")[1] for name in files} == {"fi", "sv", "paikat.json"}
    other = WordCaches(tmp_path, not lasting)
    indexed(Indexing(RECORDS, (), other, NO_PLACES))
    assert kept.to_bytes() == other.to_bytes()


def test_an_unusable_state_is_told_of_after_the_index_is_made(tmp_path: Path) -> None:
    """That a file was damaged is not forgotten with what replaced it."""
    (tmp_path / "index-fi").write_bytes(b"damaged")
    kept = WordCaches(tmp_path)
    indexed(Indexing(RECORDS, (), kept, NO_PLACES))
    assert kept.unusable == ["index-fi"]
    assert set(kept.to_bytes()) == {"words-fi", "index-fi", "words-sv", "index-sv"}
