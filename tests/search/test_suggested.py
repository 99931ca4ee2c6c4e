"""Names that are offered while somebody types."""

from catalogue.search import SearchRecord, SynonymGroup
from catalogue.search.shard import Cutter
from catalogue.search.suggested import SUGGESTED_CHARACTERS, suggested, suggested_shards


def record(number: int, keywords: str) -> SearchRecord:
    """A record of which only the keywords matter."""
    return SearchRecord(f"{number}", "fi", (("title", "Nimi"), ("keywords", keywords)))


def test_names_are_as_most_have_written_them() -> None:
    """Each counted once for a practice; titles are offered elsewhere."""
    records = [
        record(0, "Nepsy-valmennus, neuvola"),
        record(1, "nepsy-valmennus, neuvola, neuvola"),
    ]
    records.append(record(2, "nepsy-valmennus, !"))
    assert suggested(records, (), lambda _: True) == {"nepsy-valmennus": 3, "neuvola": 2}


def test_terms_that_find_something_are_offered_too() -> None:
    """Unless a practice has the name as its own."""
    group = SynonymGroup(("huostaanotto", "Neuvola", "omhändertagande"))
    found = suggested([record(0, "neuvola")], (group,), lambda term: term == "huostaanotto")
    assert found == {"neuvola": 1, "huostaanotto": 0}


def test_names_are_in_the_order_of_their_letters_alone() -> None:
    """Without case and diacritics, as what is typed is looked for."""
    counts = suggested([record(0, "Äiti, aamu, Aika")], (), lambda _: False)
    shards = suggested_shards(counts, Cutter(SUGGESTED_CHARACTERS))
    assert shards.bounds == ("aamu",)
    assert shards.files == ("0aamu\t1\n0Aika\t1\n0Äiti\t1",)
