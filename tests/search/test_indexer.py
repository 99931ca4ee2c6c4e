"""An index made again is the one a clean build makes, whatever came before."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.messages import messages
from catalogue.search import (
    CachedAnalyser,
    Indexer,
    SearchRecord,
    SynonymGroup,
    analyser_for,
    build_index,
)
from catalogue.search.content import Content, Reader
from catalogue.search.kept import WordCaches
from catalogue.search.state import checksum
from catalogue.search.updating import kept_places
from tests.search.sentences import RECORDS, SYNONYMS, record

ANALYSERS = {language: CachedAnalyser(analyser_for(language)) for language in ("fi", "sv")}
TEXTS = {
    "fi": (
        "Lapsia sijoitettiin kodin ulkopuolelle.",
        "Kasvatus- ja perheneuvonta toimivat yhdessä.",
        "Huostaanottojen määrä väheni Zyzzylassa.",
        "Zyzzyla ja Zyzzylan neuvola auttavat.",
        "Perhetyö ja -hoito kasvoivat. Neuvolat!",
        "Lastensuojelu 2013, 123456, EU:n rahoitus.",
    ),
    "sv": (
        "Familjerådgivningen stödde barnen i Qwyzzby.",
        "Barnskyddet och skolan, child welfare.",
        "Placering utom hemmet minskade i Qwyzzbys skolor.",
        "Skol- och familjearbete.",
    ),
}
GROUPS = (
    (),
    SYNONYMS,
    (*SYNONYMS, SynonymGroup(("neuvola", "rådgivning", "perheen tuki", "zyzzyla"))),
)


def changes(language: str) -> st.SearchStrategy[list[tuple[list[SearchRecord], int, bool]]]:
    """Catalogues one after another: records in an order, synonyms, and whether all is reloaded."""
    text = st.lists(st.sampled_from(TEXTS[language]), max_size=4).map(" ".join)
    fields = st.tuples(text, text, text)
    one = st.dictionaries(st.sampled_from("abcdefgh"), fields, max_size=6).flatmap(
        lambda found: st.permutations(sorted(found)).map(
            lambda order: [record(name, *found[name], language) for name in order]
        )
    )
    return st.lists(st.tuples(one, st.integers(0, 2), st.booleans()), min_size=2, max_size=5)


@pytest.mark.parametrize("language", ["fi", "sv"])
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_whatever_came_before_the_index_is_that_of_a_clean_build(
    language: str, data: st.DataObject
) -> None:
    """Whatever came before the index is that of a clean build."""
    analyser = ANALYSERS[language]
    indexer = Indexer(language, analyser)
    for records, groups, reloaded in data.draw(changes(language)):
        made = indexer.files(records, GROUPS[groups])
        clean = build_index(records, language=language, analyser=analyser, synonyms=GROUPS[groups])
        assert dict(made) == clean
        assert list(made) == list(clean)
        if reloaded:
            state = indexer.to_bytes()
            if state is not None:
                indexer = Indexer(language, analyser, state)
                assert indexer.usable


@pytest.mark.parametrize("language", ["fi", "sv"])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_small_changes_one_after_another_add_up(language: str, data: st.DataObject) -> None:
    """Small changes one after another add up."""
    analyser = ANALYSERS[language]
    texts = TEXTS[language]
    records = [
        record(str(n), texts[n % len(texts)], "", " ".join(texts), language) for n in range(30)
    ]
    indexer = Indexer(language, analyser)
    indexer.files(records, SYNONYMS)
    for _ in range(3):
        place = data.draw(st.integers(0, len(records) - 1))
        kind = data.draw(st.sampled_from(("add", "change", "move", "remove", "grow")))
        chosen = records[place]
        text = data.draw(st.sampled_from(texts))
        if kind in ("remove", "move", "change", "grow"):
            records.pop(place)
        if kind == "add":
            chosen = record(f"{len(records)}{place}", text, "", text, language)
        if kind == "change":
            chosen = record(chosen.id, text, "", text, language)
        if kind == "grow":
            body = chosen.text("body") + " " + text
            chosen = record(chosen.id, chosen.text("title"), "", body, language)
        if kind == "move":
            place = data.draw(st.integers(0, len(records)))
        if kind != "remove":
            records.insert(place, chosen)
        if data.draw(st.booleans()):
            state = indexer.to_bytes()
            indexer = Indexer(language, analyser, state) if state is not None else indexer
        made = indexer.files(records, SYNONYMS)
        assert dict(made) == build_index(
            records, language=language, analyser=analyser, synonyms=SYNONYMS
        )


def test_other_names_make_the_index_of_a_clean_build() -> None:
    """Parts of names are forgotten, and come back, also where an earlier index is at hand."""
    records = [record("a", "Lapinlahden neuvola", "Lahden perheneuvola.", "Huostaanotto.")]
    some = {"lapinlahti", "lahti"}
    state: bytes | None = None
    living = Indexer("fi", ANALYSERS["fi"])
    found = []
    for names in (set[str](), some, some | {"perheneuvola"}, set[str]()):
        clean = build_index(records, language="fi", analyser=ANALYSERS["fi"], names=names)
        later = Indexer("fi", ANALYSERS["fi"], state)
        assert later.usable
        for indexer in (living, later):
            assert dict(indexer.files(records, (), names)) == clean
        state = later.to_bytes()
        found.append(clean)
    assert found[0] == found[3]
    assert len({repr(each) for each in found}) == 3


def left(analyser: CachedAnalyser = ANALYSERS["fi"]) -> bytes:
    """What an indexer leaves to the next."""
    indexer = Indexer("fi", analyser)
    indexer.files(RECORDS, SYNONYMS)
    state = indexer.to_bytes()
    assert state is not None
    return state


def test_nothing_is_to_be_written_where_nothing_changed() -> None:
    """Nothing is to be written where nothing changed."""
    indexer = Indexer("fi", ANALYSERS["fi"], left())
    indexer.files(RECORDS, SYNONYMS)
    assert indexer.to_bytes() is None


def test_only_the_changed_document_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the changed document is read again."""
    asked: list[str] = []
    state = left()
    read = Reader.read

    def noting(self: Reader, one: SearchRecord) -> Content:
        asked.append(one.id)
        return read(self, one)

    monkeypatch.setattr(Reader, "read", noting)
    indexer = Indexer("fi", ANALYSERS["fi"], state)
    indexer.files(
        [RECORDS[0], record("niemi", "Niemi", "", "Uusi teksti."), *RECORDS[2:]], SYNONYMS
    )
    assert asked == ["niemi"]


@pytest.mark.parametrize(
    "damaged",
    [
        lambda state: b"",
        lambda state: b"something else",
        lambda state: state[:-9],
        lambda state: state[: len(state) // 2],
        lambda state: state.replace(b"index-state 1", b"index-state 9"),
        lambda state: state[:-2] + b"\x00\x07",
        lambda state: state.replace(b"\nfi ", b"\nsv ", 1),
        lambda state: b"\n\n\n" + state,
    ],
    ids=["empty", "foreign", "cut", "half", "format", "damaged", "language", "lines"],
)
def test_a_state_that_is_damaged_or_foreign_is_left_unused(damaged: object) -> None:
    """A state that is damaged or foreign is left unused."""
    assert callable(damaged)
    indexer = Indexer("fi", ANALYSERS["fi"], damaged(left()))
    assert not indexer.usable
    clean = build_index(RECORDS, language="fi", analyser=ANALYSERS["fi"], synonyms=SYNONYMS)
    assert dict(indexer.files(RECORDS, SYNONYMS)) == clean


def test_a_state_written_by_hand_is_found_out_when_it_is_used() -> None:
    """A state written by hand is found out when it is used."""
    magic, version, _, body = left().split(b"\n", 3)
    body = body.replace(b'"neuvola"', b'"nxuvola"')
    forged = b"\n".join((magic, version, checksum(body), body))
    indexer = Indexer("fi", ANALYSERS["fi"], forged)
    changed = [record("satama", "Uusi", "", "Uusi."), *RECORDS[1:]]
    clean = build_index(changed, language="fi", analyser=ANALYSERS["fi"], synonyms=SYNONYMS)
    assert dict(indexer.files(changed, SYNONYMS)) == clean
    assert not indexer.usable


def test_the_state_of_another_analyser_or_code_is_left_unused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The state of another analyser or code is left unused."""
    state = left()
    assert not Indexer("sv", ANALYSERS["sv"], state).usable
    monkeypatch.setattr("catalogue.search.state._code", lambda: "another")
    assert not Indexer("fi", ANALYSERS["fi"], state).usable


def test_strings_that_nothing_uses_any_more_are_forgotten() -> None:
    """Strings that nothing uses any more are forgotten."""
    analyser = ANALYSERS["fi"]
    many = record("a", "", "", " ".join(f"zyz{chr(97 + n)}la" for n in range(26)))
    indexer = Indexer("fi", analyser)
    indexer.files([many, RECORDS[0]])
    indexer.files([RECORDS[0]])
    state = indexer.to_bytes()
    assert state and b"zyzala" not in state
    again = Indexer("fi", analyser, state)
    changed = [record("satama", "Uusi", "", "Uusi neuvola.")]
    assert dict(again.files(changed)) == build_index(changed, language="fi", analyser=analyser)


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("abc", "abc", [(0, 0), (1, 1), (2, 2)]),
        ("abc", "bca", [(1, 0), (2, 1)]),
        ("abcd", "axcd", [(0, 0), (2, 2), (3, 3)]),
        ("", "ab", []),
        ("dabc", "abcd", [(1, 0), (2, 1), (3, 2)]),
    ],
)
def test_what_stays_in_order_stays(old: str, new: str, kept: list[tuple[int, int]]) -> None:
    """What stays in order stays."""
    assert kept_places([one.encode() for one in old], [one.encode() for one in new]) == kept


def test_a_state_that_could_not_be_used_is_noted_by_its_name(tmp_path: Path) -> None:
    """A state that could not be used is noted by its name."""
    (tmp_path / "index-fi").write_bytes(b"half written")
    kept = WordCaches(tmp_path)
    kept.indexer("fi").files(RECORDS)
    (note,) = kept.notes(messages())
    assert "index-fi" in note
    files = kept.to_bytes()
    assert set(files) == {"words-fi", "index-fi"}
    (tmp_path / "index-fi").write_bytes(files["index-fi"])
    again = WordCaches(tmp_path)
    again.indexer("fi").files(RECORDS)
    assert list(again.notes(messages())) == []
