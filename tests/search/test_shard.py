"""Sorted words in files that a word leads to by itself."""

from catalogue.search.shard import SHARD_CHARACTERS, Entry, folded, index_shards, vocabulary_shards


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
    assert max(map(len, shards.files)) < SHARD_CHARACTERS + 1000
    assert [unpacked(text)[0] for text in shards.files] == list(shards.bounds)
    assert [word for text in shards.files for word in unpacked(text)] == [e.word for e in entries]


def test_the_vocabulary_is_sorted_by_first_letter_and_length() -> None:
    """The vocabulary is sorted by first letter and length."""
    (text,) = vocabulary_shards(["neuvola", "äiti", "nuori", "apu"]).files
    assert unpacked(text) == ["apu", "äiti", "nuori", "neuvola"]
