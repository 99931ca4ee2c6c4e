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
from tests.search.sentences import RECORDS, SYNONYMS

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
    for name, records in (("few", RECORDS), ("many", many), ("none", ())):
        files = build_index(records, language="fi", analyser=analyser, synonyms=SYNONYMS)
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
          const from = (name) => async (file) => {
            const answer = await fetch(`/${name}/${file}`);
            if (!answer.ok) throw new Error(answer.status);
            return answer.text();
          };
          Object.assign(window, { openIndex, excerpt, matcherOf, from });
          window.few = await openIndex(from('few'));
          window.many = await openIndex(from('many'));
          window.none = await openIndex(from('none'));
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


def excerpt(page: Page, query: str, text: str, length: int) -> list[dict[str, Any]]:
    """The segments the page would show."""
    segments: list[dict[str, Any]] = page.evaluate(
        """async ([query, text, length]) => {
          const { terms } = await few.search(query);
          return excerpt(text, await matcherOf(few, terms), { length });
        }""",
        [query, text, length],
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
