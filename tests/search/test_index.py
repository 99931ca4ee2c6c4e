"""The index as files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from catalogue.search import CachedAnalyser, SynonymGroup, analyser_for, build_index
from catalogue.search.file import FORMAT
from tests.search.sentences import RECORDS, SYNONYMS, record

ANALYSER = CachedAnalyser(analyser_for("fi"))


@pytest.fixture(scope="module")
def index() -> dict[str, bytes]:
    """The index of the Finnish sentences."""
    return build_index(RECORDS, language="fi", analyser=ANALYSER, synonyms=SYNONYMS)


def lines(index: dict[str, bytes]) -> dict[str, list[str]]:
    """The columns of every word in the shards."""
    found, word = {}, ""
    for name in sorted(index):
        if name.partition("/")[2].startswith("s"):
            for line in index[name].decode().split("\n"):
                head, *columns = line.split("\t")
                word = word[: int(head[0], 36)] + head[1:]
                found[word] = [*columns, "", "", "", ""][:4]
    return found


def test_meta_names_the_folder_of_all_other_files(index: dict[str, bytes]) -> None:
    """Meta names the folder of all other files."""
    meta = json.loads(index["meta.json"])
    assert (meta["format"], meta["language"], meta["documents"]) == (FORMAT, "fi", 3)
    assert {name.split("/")[0] for name in index} == {"meta.json", meta["folder"]}


def test_only_records_of_the_language_are_in_their_order(index: dict[str, bytes]) -> None:
    """Only records of the language are in their order."""
    (ids,) = (index[name] for name in index if name.endswith("ids.txt"))
    assert ids.decode().split("\n") == ["satama", "niemi", "kallio"]


def test_titles_and_summaries_come_apart_from_bodies(index: dict[str, bytes]) -> None:
    """Titles and summaries come apart from bodies."""
    folder = json.loads(index["meta.json"])["folder"]
    cards = json.loads(index[f"{folder}/t0.json"])
    assert cards[2] == [
        "kallio",
        "Suhdeperustainen lastensuojelutyö",
        "Työntekijä tapaa lapsen usein.",
    ]
    bodies = json.loads(index[f"{folder}/b0.json"])
    assert bodies[1][0].startswith("Lapsia sijoitettiin")
    # What a practice is found by besides, so that a result can say so.
    assert [fields for _, fields in bodies] == [
        [["keywords", "hyvinvointineuvola, neuvola"]],
        [],
        [],
    ]


def test_a_word_of_the_title_is_marked_however_long_the_document_is() -> None:
    """Q–Z is an impact of a title's word, and the length of the rest does not make it weaker."""
    records = [record("a", "Neuvola", "", "talo " * 500), record("b", "Talo", "", "neuvola")]
    found = lines(build_index(records, language="fi", analyser=ANALYSER))
    assert found["neuvola"][1][0] in "QRSTUVWXYZ"
    assert found["neuvola"][1][1] in "ABCDEFGHIJKLMNOP"


def test_synonyms_come_with_those_that_texts_hold(index: dict[str, bytes]) -> None:
    """So that a result shows which word it was found by."""
    (groups,) = (json.loads(index[name]) for name in index if name.endswith("y.json"))
    (_, one), (_, other) = groups
    assert (one[0], other) == ("huostaanotto", ["lastensuojelu"])
    assert [len(term.split()) for term in one] == [1, 3]
    assert "placering utom hemmet" in groups[0][0]


def test_a_term_with_a_hyphen_is_a_phrase_of_its_parts() -> None:
    """Queries and texts have its parts one after another."""
    group = SynonymGroup(("jälkihuolto", "after-care"))
    records = [record("a", "Nuoret", "", "Nuori saa jälkihuoltoa.")]
    found = lines(build_index(records, language="fi", analyser=ANALYSER, synonyms=(group,)))
    assert found["after care"][3]


def test_a_word_in_the_title_weighs_more_than_in_the_body() -> None:
    """A word in the title weighs more than in the body."""
    records = [record("a", "Neuvola", "", "talo"), record("b", "Talo", "", "neuvola")]
    found = lines(build_index(records, language="fi", analyser=ANALYSER))
    title, body = found["neuvola"][1]
    assert title > body


def test_a_form_leads_to_its_base_form(index: dict[str, bytes]) -> None:
    """A form leads to its base form."""
    assert lines(index)["huostaanottojen"][0] == "3"


def test_documents_with_a_synonym_stand_apart_from_those_with_the_word(
    index: dict[str, bytes],
) -> None:
    """Documents with a synonym stand apart from those with the word."""
    found = lines(index)
    _, exact, _, synonyms = found["huostaanotto"]
    assert exact[0] in "ABCDEFGHIJKLMNOP"  # document 0
    assert synonyms[0] == "2"  # a step of two from before the first: document 1
    assert found["barnskydd"][1] == ""
    assert found["placering utom hemmet"][3]


def test_a_name_voikko_does_not_know_is_listed_under_its_guessed_base_form() -> None:
    """A name Voikko does not know is listed under its guessed base form."""
    records = [
        record("a", "Zyzzyla", "", "Zyzzylassa asuu lapsia. Neuvolassa ja kahvilassa käydään."),
    ]
    found = lines(build_index(records, language="fi", analyser=ANALYSER))
    assert found["zyzzylassa"][0] == "3"
    assert found["zyzzyla"][2] == "u"


def test_no_records_make_an_index_without_documents() -> None:
    """No records make an index without documents."""
    index = build_index([], language="fi", analyser=ANALYSER)
    assert json.loads(index["meta.json"])["documents"] == 0


def test_the_index_is_the_same_byte_for_byte_whatever_the_hash_seed() -> None:
    """The index is the same byte for byte whatever the hash seed."""
    script = (
        "import hashlib; from catalogue.search import *; from tests.search.sentences import *;"
        "index = build_index(RECORDS, language='fi', analyser=analyser_for('fi'),"
        " synonyms=SYNONYMS);"
        "print(hashlib.sha256(repr(list(index.items())).encode()).hexdigest())"
    )
    path = os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
