"""Sorted words in files that a word leads to by itself."""

from catalogue.search.shard import (
    SHARD_CHARACTERS,
    Cutter,
    Entry,
    folded,
    index_shards,
    vocabulary_shards,
)


def unpacked(text: str) -> list[str]:
    """The words of a front-coded file."""
    words, word = [], ""
    for line in text.split("\n"):
        head = line.split("\t")[0]
        word = word[: int(head[0], 36)] + head[1:]
        words.append(word)
    return words


def test_folding_drops_diacritics_only() -> None:
    """Folding drops diacritics only."""
    assert folded("äänestys órale čaj ø") == "aanestys orale caj ø"


def test_words_are_sorted_folded_and_front_coded() -> None:
    """Words are sorted folded and front coded."""
    shards = index_shards([Entry("äiti", postings="A"), Entry("aita", postings="B")])
    assert unpacked(shards.files[0]) == ["aita", "äiti"]
    assert shards.bounds == ("aita",)


def test_a_file_ends_when_full_and_its_first_word_is_written_out() -> None:
    """A file ends when full and its first word is written out."""
    entries = [Entry(f"sana{number:05}", postings="A" * 50) for number in range(1000)]
    shards = index_shards(entries)
    assert len(shards.files) > 1
    assert max(map(len, shards.files)) < 1.3 * SHARD_CHARACTERS
    assert [unpacked(text)[0] for text in shards.files] == list(shards.bounds)
    assert [word for text in shards.files for word in unpacked(text)] == [e.word for e in entries]


def test_the_vocabulary_is_sorted_by_first_letter_and_length() -> None:
    """The vocabulary is sorted by first letter and length."""
    (text,) = vocabulary_shards(["neuvola", "äiti", "nuori", "apu"]).files
    assert unpacked(text) == ["apu", "äiti", "nuori", "neuvola"]


def test_a_longer_line_moves_only_the_cuts_nearby() -> None:
    """A longer line moves only the cuts nearby."""
    entries = [Entry(f"sana{number:05}", postings="A" * 50) for number in range(5000)]
    longer = [*entries[:40], Entry("sana00040", postings="A" * 900), *entries[41:]]
    before, after = index_shards(entries), index_shards(longer)
    assert len(set(before.files) - set(after.files)) <= 3


def test_a_cutter_cuts_the_same_whatever_it_cut_before() -> None:
    """A cutter cuts the same whatever it cut before."""
    cutter = Cutter(200)
    for number in (50, 49, 51, 0, 50):
        entries = [Entry(f"säna{n}", postings="A" * (n % number)) for n in range(number)]
        assert index_shards(entries, cutter) == index_shards(entries, Cutter(200))
