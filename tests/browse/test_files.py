"""The files of the browse page: the same whether parts are kept, made here or elsewhere."""

import dataclasses
import json
import pickle
from pathlib import Path

from catalogue.browse.files import indexed, indexing, ordered, shown_files
from catalogue.model.practice import Practice
from catalogue.search.kept import WordCaches
from tests.factories import catalogue, frame, outcome_data, practice, real_catalogue


def test_files_of_entries_that_keep_their_parts_are_the_same() -> None:
    """Files of entries that keep their parts are the same, in each language and every time."""
    entries = tuple(dataclasses.replace(entry) for entry in real_catalogue().entries)
    keeping = dataclasses.replace(real_catalogue(), entries=entries)
    for entry in entries:
        entry.keep()
    fresh = [dict(shown_files(one)) for one in frame(real_catalogue()).in_every_language]
    for _ in range(2):
        assert [dict(shown_files(one)) for one in frame(keeping).in_every_language] == fresh


def test_cards_are_in_the_order_of_the_facets() -> None:
    """Cards are in the order of the facets."""
    made = frame(real_catalogue())
    files = {path: json.loads(data) for path, data in shown_files(made)}
    facets = files["kaytannot/facets.json"]
    cards = [card for n in range(len(files) - 1) for card in files[f"kaytannot/kortit/{n}.json"]]
    assert [card["id"] for card in cards] == facets["ids"]
    assert facets["ids"] == [entry.id for entry in ordered(made)]
    assert {len(one["of"].split(";")) for one in facets["facets"]} == {facets["count"]}
    # Level 0 is a level: outcomes told in words are not the same as none.
    assert [card.get("level", -1) for card in cards] == facets["sort"]["evidence"]
    assert {-1, 0, 1} <= set(facets["sort"]["evidence"])


def facet(name: str, **practices: Practice) -> tuple[list[list[str]], str]:
    """Return the values of the facet `name`, and which practice has which."""
    files = dict(shown_files(frame(catalogue(practices))))
    facets = json.loads(files["kaytannot/facets.json"])["facets"]
    (found,) = [each for each in facets if each["name"] == name]
    return found["values"], found["of"]


def test_a_model_is_offered_where_several_follow_it() -> None:
    """One alone would lead from its page to itself."""
    title = "Perhetyön malli"
    two = {name: practice(model="perhetyon-malli", title=title) for name in ("a", "b")}
    alone = practice(model="toinen", title="Toinen")
    values, of = facet("model", **two, c=alone, d=practice(title="Öljy"))
    assert values == [["perhetyon-malli", "Perhetyön malli"]]
    assert of == f"{chr(0x100)};{chr(0x100)};;"


def test_values_of_one_outcome_stand_at_the_same_place() -> None:
    """So that an indicator and a result of different outcomes are told from those of one."""
    outcomes = [
        outcome_data(id="a", indicator="care-orders", observed="decreased"),
        outcome_data(id="b", indicator="child-welfare-notifications", observed="decreased"),
        outcome_data(id="c", indicator="care-orders", observed="increased"),
        # What is alike in all of them says nothing more.
        outcome_data(id="d", indicator="care-orders", observed="increased"),
    ]
    given = {"a": practice(outcomes=outcomes), "b": practice(title="Ilman tuloksia")}
    shown: list[list[str | None]] = []
    for name in ("indicator", "result", "evidence"):
        values, of = facet(name, **given)
        first, second = of.split(";")
        shown.append([values[ord(letter) - 0x100][0] for letter in first])
        assert [values[ord(c) - 0x100][0] for c in second] == (
            ["none"] if name == "evidence" else []
        )
    assert list(zip(*shown, strict=True)) == [
        ("care-orders", "good", "0"),
        ("child-welfare-notifications", "ambiguous", "0"),
        ("care-orders", "bad", "0"),
    ]


def test_those_of_unknown_place_can_be_chosen_last() -> None:
    """The overview leads to them."""
    values, of = facet("county", a=practice(places=["unknown"]), b=practice(places=["020"]))
    assert values == [["pirkanmaa", "Pirkanmaan hyvinvointialue"], ["unknown", "Alue ei tiedossa"]]
    assert of == f"{chr(0x101)};{chr(0x100)}"


def test_years_come_newest_first_and_what_is_not_known_last() -> None:
    """Although the order is turned round."""
    given = {"a": "2013", "b": "unknown", "c": "2021"}
    source = {"id": "lahde", "title": "Tiedote", "kind": "press-release", "independence": "self"}
    made = {
        name: practice(sources=[{**source, "date": date}], outcomes=[], no_outcomes_because="Ei.")
        for name, date in given.items()
    }
    assert [value for value, _ in facet("year", **made)[0]] == ["2021", "2013", "unknown"]


def test_a_catalogue_without_practices_has_facets_without_values() -> None:
    """A catalogue without practices has facets without values."""
    empty = dataclasses.replace(real_catalogue(), entries=())
    ((_, data),) = shown_files(frame(empty))
    facets = json.loads(data)
    assert facets["count"] == 0
    assert all(facet["values"] == [] for facet in facets["facets"])


def test_an_index_made_in_another_process_is_the_same_and_brings_what_it_learnt(
    tmp_path: Path,
) -> None:
    """An index made in another process is the same, and brings what it learnt."""
    here = WordCaches(tmp_path)
    files, _ = indexed(indexing(frame(real_catalogue()), here))
    kept = WordCaches(tmp_path)
    sent = pickle.loads(pickle.dumps(indexing(frame(real_catalogue()), kept)))
    elsewhere, learnt = pickle.loads(pickle.dumps(indexed(sent)))
    kept.take(learnt)
    assert elsewhere == files
    written = kept.to_bytes()
    assert written == here.to_bytes()
    assert {"words-fi", "index-fi"} <= set(written)


def test_the_next_build_starts_from_what_was_kept(tmp_path: Path) -> None:
    """The next build starts from what was kept, and gives nothing to write if nothing changed."""
    first = WordCaches(tmp_path)
    files, _ = indexed(indexing(frame(real_catalogue()), first))
    for name, data in first.to_bytes().items():
        (tmp_path / name).write_bytes(data)
    again = WordCaches(tmp_path)
    assert indexed(indexing(frame(real_catalogue()), again))[0] == files
    assert again.to_bytes() == {}
