"""The search of the real content: words of three languages lead to the same practices."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.factories import real_catalogue, registry

LED = [
    (keyword, term)
    for keyword in sorted({k for e in real_catalogue().entries for k in e.practice.keywords})
    for group in registry().synonyms
    if keyword in group
    for term in group
    if term != keyword
]


@pytest.fixture(scope="module")
def page(browser: Browser, base_url: str, site: Path) -> Iterator[Page]:
    """A page with the search of the catalogue opened."""
    (engine,) = site.glob("assets/*/search/engine.js")
    page = browser.new_page()
    page.goto(base_url)
    page.evaluate(
        """async ([engine, index]) => {
          const { openIndex } = await import(engine);
          window.search = await openIndex(async (name) => (await fetch(index + name)).text());
        }""",
        [f"{base_url}{engine.relative_to(site).as_posix()}", f"{base_url}haku/fi/"],
    )
    yield page
    page.close()


def found(page: Page, query: str) -> list[str]:
    """The practices that have every word of the query, or another word for it."""
    answer: str = page.evaluate(
        """async (query) => {
          const { hits, terms } = await window.search.search(query);
          const ids = await window.search.ids();
          const all = hits.filter((hit) => hit.words === terms.length);
          return JSON.stringify(all.map((hit) => ids[hit.doc]).sort());
        }""",
        query,
    )
    return list(json.loads(answer))


@pytest.mark.parametrize(("keyword", "term"), LED)
def test_a_word_of_another_language_finds_what_the_keyword_finds(
    page: Page, keyword: str, term: str
) -> None:
    """A keyword of a practice, and each word that the registry holds for the same.

    The words of a phrase may each stand elsewhere too.
    """
    wanted = found(page, keyword)
    assert wanted
    assert set(found(page, term)) >= set(wanted)
    if " " not in term:
        assert found(page, term) == wanted


@pytest.mark.parametrize(
    "words",
    [
        ("arviointi", "utvärdering", "evaluation"),
        ("säästö", "besparing", "savings"),
        ("koulu", "skola", "school"),
        ("päiväkoti", "daghem", "daycare"),
        ("kotipalvelu", "hemservice"),
        ("yksityinen", "privat", "private"),
        ("sijaishuolto", "vård utom hemmet", "foster care"),
        ("neuvola", "rådgivningsbyrå", "child health clinic"),
        ("lastenkoti", "barnhem"),
        ("huostaanotto", "omhändertagande", "care order"),
    ],
)
def test_words_of_the_field_find_the_same_in_each_language(
    page: Page, words: tuple[str, ...]
) -> None:
    """Those of texts too, which are no keywords."""
    first, *others = (found(page, word) for word in words)
    assert first
    assert others == [first] * len(others)
