"""The site in several languages: addresses, marks of language, translations."""

from functools import cache
from pathlib import Path

import pytest

from catalogue.catalogue import Catalogue
from catalogue.check.written import read_written
from catalogue.messages import messages
from catalogue.model.practice import Practice
from catalogue.pages.frame import Frame
from catalogue.pages.lot import pages_of
from catalogue.pages.page import Page
from catalogue.pages.practices import practice as practice_page
from catalogue.pages.practices import practice_list
from catalogue.pages.rounds import awards
from catalogue.pages.shell import Shell
from catalogue.pages.written import written_pages
from catalogue.search.kept import WordCaches
from catalogue.site import Site
from tests.factories import ROOT, catalogue, outcome_data, practice, settings
from tests.pages.reading import Reader, resolved

SV = {"title": "Öppen mötesplats", "summary": "En kort sammanfattning."}
LANGUAGES = ("fi", "sv", "en")


def _frame(made: Catalogue, language: str, **fields: object) -> Frame:
    own = Frame(made, settings(languages=LANGUAGES, **fields), messages())
    return own if language == "fi" else own.in_language(language)


def _practice(**fields: object) -> Practice:
    told = {"statement": "Huostaanotot vähenivät.", "observed": "decreased"}
    return practice(title="Kohtaamispaikka", outcomes=[outcome_data(**told)], **fields)


def _page(language: str, **fields: object) -> Page:
    made = catalogue({"a": _practice(**fields)})
    return practice_page(_frame(made, language), made.by_id["a"])


@cache
def _site() -> Site:
    made = catalogue({"a": _practice(former_ids=["b"])})
    first = _frame(made, "fi")
    written = written_pages(read_written(ROOT / "docs", "docs", LANGUAGES, messages())[0])
    return Site(first, written, {}, WordCaches(ROOT / "none"))


def test_every_page_is_in_every_language_at_the_same_address() -> None:
    """So that the choice of language keeps the page; redirects too."""
    places: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for page in _site().pages():
        assert page.url == page.prefix + page.place
        assert page.prefix == ("" if page.language == "fi" else f"{page.language}/")
        places[page.language].add(page.place)
    assert places["fi"] - {"404.html"} == places["sv"] == places["en"]
    assert "kaytannot/b/" in places["sv"]


def test_links_stay_in_the_language_and_files_are_shared() -> None:
    """Only what has words for readers is made in each."""
    files = dict(_site().published())
    pages = {page.url: page for page in _site().pages()}
    for page in pages.values():
        for link in Reader(page.html).links:
            if link.startswith(("http:", "https:", "mailto:", "tel:")):
                continue
            target, _ = resolved(link, page.url)
            if target in pages:
                own = pages[target].language == page.language
                # A page that is shorter in translation leads to the whole.
                whole = target == page.place
                assert own or whole or page.url == "404.html", (page.url, link)
            else:
                assert target in files, (page.url, link)
                assert not target.startswith(("sv/data/", "en/data/")), link
    assert "sv/kaytannot/facets.json" in files
    assert "sv/ilmoita/lomake.json" in files
    shared = ("sv/haku", "sv/data", "sv/assets")
    assert [name for name in files if name.startswith(shared)] == ["sv/data/index.html"]


def test_the_choice_of_language_leads_to_the_same_page() -> None:
    """Each link to a file that is there, and the current one marked."""
    files = dict(_site().published())
    for page in _site().pages():
        shell = Shell(_site().frame.in_language(page.language), "assets/x")
        if page.language == "fi":
            shell = Shell(_site().frame, "assets/x")
        reader = Reader(shell.html(page))
        chosen = [a for tag, a in reader.tags if tag == "a" and "hreflang" in a and "lang" in a]
        by_language = {str(a["lang"]): a for a in chosen[:3]}
        assert list(by_language) == list(LANGUAGES), page.url
        assert [lang for lang, a in by_language.items() if "aria-current" in a] == [page.language]
        for language, attributes in by_language.items():
            target, _ = resolved(str(attributes["href"]), page.url)
            place = page.place if page.indexed else ""
            assert target == ("" if language == "fi" else f"{language}/") + place
            assert f"{target}index.html" in files


@pytest.mark.parametrize("site_url", ["https://esimerkki.fi/luettelo/", None])
def test_each_page_names_its_other_languages_to_machines(site_url: str | None) -> None:
    """With whole addresses where the place of publication is known."""
    made = catalogue({"a": _practice()})
    frame = _frame(made, "sv", site_url=site_url)
    page = practice_page(frame, made.by_id["a"])
    reader = Reader(Shell(frame, "assets/x").html(page))
    found = {
        a["hreflang"]: a["href"] for tag, a in reader.tags if tag == "link" and "hreflang" in a
    }
    start = site_url or "../../../"
    assert found == {
        "fi": f"{start}kaytannot/a/",
        "sv": f"{start}sv/kaytannot/a/",
        "en": f"{start}en/kaytannot/a/",
        "x-default": f"{start}kaytannot/a/",
    }


def test_a_site_in_one_language_has_no_choice_and_no_other_pages() -> None:
    """As the settings say."""
    made = catalogue({"a": _practice()})
    frame = Frame(made, settings(), messages())
    written = written_pages(read_written(ROOT / "docs", "docs", ("fi",), messages())[0])
    site = Site(frame, written, {}, WordCaches(ROOT / "none"))
    files = dict(site.published())
    assert not [name for name in files if name.startswith(("sv/", "en/"))]
    assert b"hreflang" not in files["kaytannot/a/index.html"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_a_practice_says_is_marked_with_its_language(language: str) -> None:
    """Title, summary, text, claims; the labels around them are the page's own."""
    page = _page(language)
    assert f'<html lang="{language}"' in Shell(_frame(catalogue({}), language), "x").html(page)
    for text in (
        '<h1><span lang="fi">Kohtaamispaikka</span></h1>',
        '<p class="lead" lang="fi">Tiivistelmä.</p>',
        '<div lang="fi"><p>Ratkaisu.</p>',
        '<p lang="fi">Huostaanotot vähenivät.</p>',
    ):
        assert text in page.html.replace("\n", ""), text
    assert messages(language).get("translation.written.fi") in page.html
    assert f'lang="{language}"' not in page.html


@pytest.mark.parametrize("language", ["sv", "en"])
def test_why_a_date_is_inferred_is_marked_and_the_page_says_in_which_language_it_is(
    language: str,
) -> None:
    """On the page of a practice and on that of a round, whose file is in the catalogue's own."""
    started = {"value": "2017", "inferred": True, "why": "Tiedote kertoo."}
    html = _page(language, started=started).html
    assert '<span lang="fi">Tiedote kertoo.</span>' in html
    url = "palkinnot/kunnallinen-lastensuojeluteko-2013/"
    pages = {
        own: {p.url: p.html for p in pages_of(awards(_frame(catalogue({}), own)))}
        for own in ("fi", language)
    }
    told = pages[language][f"{language}/{url}"]
    assert '<span lang="fi">Tiedote kertoo päivän' in told
    assert messages(language).get("translation.partly.fi") in told
    assert messages("fi").get("translation.partly.fi") not in pages["fi"][url]


def test_in_its_own_language_a_practice_needs_no_marks() -> None:
    """The page as a whole says it."""
    assert "lang=" not in _page("fi").html


def test_a_translation_stands_in_place_of_the_title_and_summary_and_says_what_it_is() -> None:
    """On the page and in the lists; what is not translated is marked as before."""
    page = _page("sv", translations={"sv": SV})
    assert (page.title, page.description) == (SV["title"], SV["summary"])
    assert f"<h1>{SV['title']}</h1>" in page.html
    assert 'Originalnamn: <span lang="fi">Kohtaamispaikka</span>' in page.html
    assert '<div lang="fi"><p>Ratkaisu.</p>' in page.html.replace("\n", "")
    made = catalogue({"a": _practice(translations={"sv": SV})})
    listed = next(pages_of(practice_list(_frame(made, "sv")))).html
    assert SV["title"] in listed
    assert '<li class="tag tag--quiet">översättning</li>' in listed
    assert "Kohtaamispaikka" in next(pages_of(practice_list(_frame(made, "fi")))).html
    assert "översättning" not in next(pages_of(practice_list(_frame(made, "en")))).html


def test_a_translation_into_the_practices_own_language_is_not_used() -> None:
    """The text itself is that."""
    page = _page("fi", translations={"fi": {"title": "Toinen nimi", "summary": "Muuta."}})
    assert page.title == "Kohtaamispaikka"


def test_a_page_that_is_not_translated_says_so_and_is_there(tmp_path: Path) -> None:
    """A link never leads from one language into another without a word."""
    (tmp_path / "ohje.md").write_text(
        "---\ntitle: Ohje\ndescription: Ohje.\n---\n\nVain suomeksi.\n", "utf-8"
    )
    written = written_pages(read_written(tmp_path, "docs", LANGUAGES, messages())[0])
    made = catalogue({"a": _practice()})
    site = Site(_frame(made, "fi"), written, {}, WordCaches(ROOT / "none"))
    by_url = {page.url: page for page in site.pages()}
    page = by_url["sv/ohje/"]
    assert page.language == "sv"
    assert messages("sv").get("languages.only") in page.html
    assert '<div lang="fi">' in page.html
    assert messages("fi").get("languages.only") not in by_url["ohje/"].html


def test_the_page_for_the_lost_speaks_every_language() -> None:
    """A host has one such page, whatever the language of the address was."""
    (page,) = (page for page in _site().pages() if not page.indexed)
    for language in ("sv", "en"):
        assert f'lang="{language}" data-tree="/{language}/"' in page.html
        for key in ("not-found.title", "not-found.text", "lost.label", "frame.home"):
            assert messages(language).get(key) in page.html
