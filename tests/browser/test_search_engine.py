"""The query engine, in a real browser against an index of a few practices."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from catalogue.search import CachedAnalyser, SearchRecord, analyser_for, build_index
from tests.browser.served import serve
from tests.search.sentences import RECORDS, SYNONYMS, record

NAMES = frozenset({"lahti", "lapinlahti"})
ENGINE = Path(__file__).parents[2] / "overrides" / "assets" / "search"


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page with `index` (three practices) and `many` (three hundred) opened."""
    root = tmp_path_factory.mktemp("search")
    shutil.copytree(ENGINE, root / "engine")
    (root / "index.html").write_text("<!doctype html><html lang=fi><title>x</title>")
    analyser = CachedAnalyser(analyser_for("fi"))
    many = tuple(
        SearchRecord(f"{number}", "fi", (*record.fields, ("keywords", f"sana{number}")))
        for number in range(100)
        for record in RECORDS[:3]
    )
    named = (
        record("a", "Lahden neuvola", "Neuvola.", "Salossa ja Imatralla on neuvola. " * 3),
        record("b", "Imatran neuvola", "Neuvola.", "Perheet saavat apua. " * 300),
        record("c", "Palvelut", "Neuvola ja Imatra.", "Keskimäärin hyvä."),
        record("d", "Keski-Suomen tiimi", "Tiimi.", "Suomessa on keskitytty."),
    )
    places = (
        record("a", "Lapinlahden neuvola", "Neuvola.", "Lapinlahdella on neuvola."),
        record("b", "Lahden tiimi", "Tiimi.", "Lahdessa on tiimi."),
    )
    indexes = (("places", places), ("few", RECORDS), ("many", many), ("none", ()), ("named", named))
    for name, records in indexes:
        files = build_index(
            records, language="fi", analyser=analyser, synonyms=SYNONYMS, names=NAMES
        )
        for path, content in files.items():
            (root / name / path).parent.mkdir(parents=True, exist_ok=True)
            (root / name / path).write_bytes(content)
    server, url = serve(root)
    page = browser.new_page()
    page.goto(url)
    page.evaluate(
        """async () => {
          const { openIndex } = await import('/engine/engine.js');
          const { excerpt, matcherOf } = await import('/engine/excerpt.js');
          const places = { lahti: 'Lahti', salmi: 'Salmi' };
          const placeOf = async (words) => places[words.find((word) => word in places)] ?? null;
          const from = (name) => async (file) => {
            const answer = await fetch(`/${name}/${file}`);
            if (!answer.ok) throw new Error(answer.status);
            return answer.text();
          };
          Object.assign(window, { openIndex, excerpt, matcherOf, from });
          window.few = await openIndex(from('few'), placeOf);
          window.many = await openIndex(from('many'));
          window.none = await openIndex(from('none'));
          window.named = await openIndex(from('named'));
          window.places = await openIndex(from('places'));
        }"""
    )
    yield page
    page.close()
    server.shutdown()
    server.server_close()


def search(page: Page, query: str, index: str = "few") -> dict[str, Any]:
    """What the page finds: documents, words matched, correction, number of terms."""
    result: dict[str, Any] = page.evaluate(
        """async ([name, query]) => {
          const { hits, corrected, terms } = await window[name].search(query);
          return { docs: hits.map((hit) => hit.doc), words: hits.map((hit) => hit.words), corrected,
                   terms: terms.length };
        }""",
        [index, query],
    )
    return result


@pytest.mark.parametrize(
    ("query", "documents"),
    [
        ("neuvola", [0]),
        ("huostaanottoihin", [0, 1]),
        ("hyvinvointineuvoloita", [0]),
        ("perheneuvonnassa", [0]),
        ("kasvatusneuvonta", [0]),
        ("perhehoidon", [1]),
        ("nuoriso", [2]),
        ("lastensuojelussammekin", [2]),
        ("NEUVOLA", [0]),
        ("neuv", [0]),
        ("sosiaalityontekija", [2]),
    ],
)
def test_a_word_is_found_in_any_form_and_inside_compounds(
    page: Page, query: str, documents: list[int]
) -> None:
    """A word is found in any form and inside compounds."""
    assert search(page, query)["docs"] == documents


def test_documents_with_all_words_come_first(page: Page) -> None:
    """Documents with all words come first."""
    found = search(page, "lapsi ohjaaja")
    assert found["docs"][0] == 2
    assert found["words"] == sorted(found["words"], reverse=True)


@pytest.mark.parametrize("query", ["imatran neuvola", "Neuvola Imatra", "neuvolat imatralla"])
def test_all_words_in_the_title_come_first(page: Page, query: str) -> None:
    """However long the text is, and however short those of others."""
    found = search(page, query, "named")
    assert found["docs"][0] == 1
    assert found["words"] == [2, 2, 2]


def test_a_name_with_a_hyphen_is_looked_for_whole(page: Page) -> None:
    """Its parts are words of their own; where no text holds the name, they are looked for."""
    for query in ("Keski-Suomi", "Keski-Suomessa", "keski-suomen"):
        assert search(page, query, "named")["docs"] == [3]
    assert search(page, "perhe-neuvola")["docs"] == [0]
    assert sorted(search(page, "neuvola-lapsi")["docs"]) == [0, 1, 2]


@pytest.mark.parametrize(
    ("query", "documents"),
    [
        ("Lahti", [1]),
        ("Lahdessa", [1]),
        ("lahden", [1]),
        ("Lapinlahti", [0]),
        ("lapinlahdessa", [0]),
    ],
)
def test_a_place_is_not_another_whose_name_ends_so(
    page: Page, query: str, documents: list[int]
) -> None:
    """In any form of either."""
    assert search(page, query, "places")["docs"] == documents


def test_a_place_is_no_misspelling_of_another_word(page: Page) -> None:
    """A name that no text holds finds nothing by its letters, in its base form or another."""
    assert search(page, "lapsi", "few")["docs"]
    for query in ("lahti", "salmella"):
        assert search(page, query)["docs"] == []
        assert page.evaluate(
            "(query) => few.search(query).then(({ terms }) => terms[0].place)", query
        )


@pytest.mark.parametrize(
    ("query", "corrected", "phrase"),
    [
        ("sijoitus kodim ulkopuolelle", "sijoitus kodin ulkopuolelle", True),
        ("placering utom hemmt", "placering utom hemmet", True),
        ("child wellfare", "child welfare", True),
        ("placering utom hemmet", None, True),
    ],
)
def test_a_slip_in_a_known_phrase_is_corrected_to_its_word(
    page: Page, query: str, corrected: str | None, phrase: bool
) -> None:
    """And said so; words of another language are right as they are."""
    found = search(page, query)
    assert bool(found["docs"]) is phrase
    assert found["corrected"] == corrected


def test_a_word_is_not_corrected_to_one_of_another_language(page: Page) -> None:
    """Words that are known from the synonyms alone; that it is derived from another is told."""
    found = page.evaluate("few.search('barnskudd').then(({ corrected }) => corrected)")
    assert found is None
    (term,) = page.evaluate("few.search('suhdeperustaisuus').then(({ terms }) => terms)")
    assert term["instead"] == ["suhdeperustainen"]


def test_the_very_word_comes_before_its_synonyms(page: Page) -> None:
    """The very word comes before its synonyms."""
    assert search(page, "huostaanotto")["docs"] == [0, 1]
    assert search(page, "sijoitukset kodin ulkopuolelle")["docs"] == [1, 0]


@pytest.mark.parametrize(
    ("query", "documents"),
    [("barnskydd", [2]), ("child welfare", [2]), ("placering utom hemmet", [0, 1])],
)
def test_swedish_and_english_terms_lead_to_finnish_practices(
    page: Page, query: str, documents: list[int]
) -> None:
    """Swedish and English terms lead to Finnish practices."""
    found = search(page, query)
    assert sorted(found["docs"]) == documents
    assert found["corrected"] is None


@pytest.mark.parametrize(
    ("query", "corrected"),
    [
        ("lastensuojleutyö", "lastensuojelutyö"),
        ("hyvinvointinevuola", "hyvinvointineuvola"),
        ("ohjajat tukevat", "ohjaajat tukevat"),
    ],
)
def test_a_misspelt_word_is_corrected_and_said_so(page: Page, query: str, corrected: str) -> None:
    """A misspelt word is corrected and said so."""
    found = search(page, query)
    assert found["corrected"] == corrected
    assert found["docs"]


def test_a_word_found_as_typed_is_not_corrected(page: Page) -> None:
    """A word found as typed is not corrected."""
    assert search(page, "neuvola lapsi")["corrected"] is None


@pytest.mark.parametrize(
    "query",
    [
        "",
        "     ",
        "a" * 10_000,
        "neuvola " * 2_000,
        "🙂👩‍👧",
        r".*+?^${}()|[\]\\",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "\u202eneuvola\u202c\u200f",
        "neuvola\x00lapsi",
        "%00%ff",
        "__proto__ constructor toString",
        "\ud800",
        "ﷺ" * 500,
        "a\u0301" * 300,
        "-:'’--",
    ],
)
def test_any_query_has_an_answer_soon(page: Page, query: str) -> None:
    """Any query has an answer soon."""
    milliseconds = page.evaluate(
        """async (query) => {
          const start = performance.now();
          for (const index of [few, many, none]) {
            await index.search(query);
            await index.suggest(query);
          }
          return performance.now() - start;
        }""",
        query,
    )
    assert milliseconds < 2_000
    assert search(page, query)["terms"] <= 8


def test_an_empty_index_finds_nothing(page: Page) -> None:
    """An empty index finds nothing."""
    assert search(page, "neuvola", "none")["docs"] == []


def test_typing_is_completed_by_words_and_titles(page: Page) -> None:
    """Typing is completed by words and titles."""
    found = page.evaluate("few.suggest('hyvinv')")
    assert {"text": "hyvinvointineuvola", "doc": None} in found
    assert {"text": "Sataman hyvinvointineuvola", "doc": 0} in found
    assert len(page.evaluate("many.suggest('s', { limit: 4 })")) <= 4
    assert page.evaluate("few.suggest('perheen neuv')")[0]["text"] == "perheen neuvola"


def test_ids_and_cards_are_those_of_the_records(page: Page) -> None:
    """Ids and cards are those of the records."""
    assert page.evaluate("few.ids()") == ["satama", "niemi", "kallio"]
    assert page.evaluate("many.card(37)") == page.evaluate(
        "many.ids().then((ids) => [ids[37], 'Kotiin annettavat palvelut', "
        "'Sijoitukset kodin ulkopuolelle vähenivät.'])"
    )
    assert page.evaluate("many.body(299)").startswith("Sosiaalityöntekijät")
    assert page.evaluate("many.fields(299)") == [["keywords", "sana99"]]


def excerpt(
    page: Page, query: str, text: str, length: int, index: str = "few"
) -> list[dict[str, Any]]:
    """The segments the page would show."""
    segments: list[dict[str, Any]] = page.evaluate(
        """async ([query, text, length, name]) => {
          const index = window[name], { terms } = await index.search(query);
          return excerpt(text, await matcherOf(index, terms), { length });
        }""",
        [query, text, length, index],
    )
    return segments


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("huostaanotto", "Huostaanottojen määrä", ["Huostaanottojen"]),
        ("neuvola", "Uusi hyvinvointineuvolamme avattiin", ["hyvinvointineuvolamme"]),
        ("perheneuvola lapsi", "Lapsia ja perheneuvolat", ["Lapsia", "perheneuvolat"]),
        ("neuvola", "Ei mitään <b>tästä</b>", []),
    ],
)
def test_matched_words_are_marked_in_the_form_they_have(
    page: Page, query: str, text: str, marked: list[str]
) -> None:
    """Matched words are marked in the form they have."""
    segments = excerpt(page, query, text, 200)
    assert [each["text"] for each in segments if each["match"]] == marked
    assert "".join(each["text"] for each in segments) == text


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("placering utom hemmet", "Huostaanottojen määrä", ["Huostaanottojen"]),
        (
            "huostaanotto",
            "Lasten sijoituksia kodin ulkopuolelle",
            ["sijoituksia", "kodin", "ulkopuolelle"],
        ),
        ("barnskydd", "Koti ja lastensuojelu", ["lastensuojelu"]),
        ("huostaanotto", "Kodin ulkopuolella", []),
    ],
)
def test_what_was_found_by_a_synonym_is_marked_too(
    page: Page, query: str, text: str, marked: list[str]
) -> None:
    """A phrase where it stands whole."""
    segments = excerpt(page, query, text, 200)
    assert [each["text"] for each in segments if each["match"]] == marked


@pytest.mark.parametrize(
    ("query", "marked"), [("keski-suomi", ["Keski-Suomessa"]), ("tiimi", ["Toppari-tiimissä"])]
)
def test_of_a_word_with_a_hyphen_what_was_found_is_marked(
    page: Page, query: str, marked: list[str]
) -> None:
    """As a compound is: whole, and nothing that only begins as its parts do."""
    text = "Keski-Suomessa keskimäärin keskitytään Toppari-tiimissä"
    segments = excerpt(page, query, text, 200, "named")
    assert [each["text"] for each in segments if each["match"]] == marked


def test_an_excerpt_of_a_long_text_is_where_the_words_are(page: Page) -> None:
    """An excerpt of a long text is where the words are."""
    text = "alkua " * 100 + "neuvola auttaa lapsia " + "loppua " * 100
    segments = excerpt(page, "neuvola lapsi", text, 80)
    whole = "".join(each["text"] for each in segments)
    assert len(whole) < 100
    assert [each["text"] for each in segments if each["match"]] == ["neuvola", "lapsia"]
    assert whole.startswith("… ") and whole.endswith(" …")


@pytest.mark.parametrize("text", ["", "   ", "sana" * 500, "🙂" * 300, "a " * 3000])
def test_any_text_has_an_excerpt(page: Page, text: str) -> None:
    """Any text has an excerpt."""
    segments = excerpt(page, "neuvola", text, 100)
    assert len("".join(each["text"] for each in segments)) <= 110


def test_an_index_of_another_format_is_refused(page: Page) -> None:
    """An index of another format is refused."""
    meta = json.dumps({"format": 0})
    message = page.evaluate(
        "(meta) => openIndex(async () => meta).then(() => '', (error) => error.message)", meta
    )
    assert "format 0" in message


def test_a_file_that_failed_is_fetched_again(page: Page) -> None:
    """A file that failed is fetched again."""
    found = page.evaluate(
        """async () => {
          let broken = true;
          const index = await openIndex(async (name) => {
            if (name !== 'meta.json' && broken) throw new Error('offline');
            return from('few')(name);
          });
          const failed = await index.search('neuvola').then(() => false, () => true);
          broken = false;
          return [failed, (await index.search('neuvola')).hits.length];
        }"""
    )
    assert found == [True, 1]
