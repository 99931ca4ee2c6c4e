"""Links become numbered addresses on paper."""

import re

from catalogue.pages.footnotes import printable, with_notes
from catalogue.site import pages
from tests.factories import catalogue, frame, practice, real_catalogue

URL = "kaytannot/x/"


def noted(html: str, site_url: str | None = None) -> str:
    """Return `html` of a practice page with its footnotes."""
    return with_notes(html, URL, site_url, "Linkit")


def test_a_link_gets_a_mark_and_its_address_in_the_list() -> None:
    """The mark has no text: whoever reads the page as text finds no digits in its sentences."""
    made = noted('<p><a href="https://example.org/a?b=1&amp;c=2">Tästä</a>.</p>')
    assert '</a><sup class="note-mark" data-note="1"></sup>.' in made
    assert "<li>https://example.org/a?b=1&amp;c=2</li>" in made


def test_links_within_the_site_are_told_from_its_root() -> None:
    """With the address of the site, when that is known."""
    link = '<a href="../../mittarit/care-orders/">Huostaanotot</a>'
    assert "<li>/mittarit/care-orders/</li>" in noted(link)
    made = noted(link, "https://example.org/luettelo")
    assert "<li>https://example.org/luettelo/mittarit/care-orders/</li>" in made


def test_the_same_address_has_one_number() -> None:
    """However often it is linked."""
    made = noted('<a href="../y/">Y</a> <a href="../z/">Z</a> <a href="../y/">taas Y</a>')
    assert re.findall(r'data-note="(\d)"', made) == ["1", "2", "1"]
    assert made.count("<li>") == 2


def test_links_that_say_what_they_are_get_no_mark() -> None:
    """Places on the page, mail and telephone; and what print leaves out."""
    for html in (
        '<a href="#lahteet">Lähteet</a>',
        '<a href="&#109;ailto:%61">a@b.fi</a>',
        '<a href="tel:+358">+358</a>',
        '<nav class="crumbs"><a href="../">Käytännöt</a></nav>',
        '<footer class="page-foot"><a href="../">Muokkaa</a></footer>',
    ):
        assert noted(html) == html


def test_hostile_addresses_stay_text() -> None:
    """What was escaped in the link is escaped in the list."""
    made = noted('<a href="https://example.org/&lt;script&gt;&#34;">x</a>')
    assert "<script>" not in made
    assert "&lt;script&gt;" in made


def test_pages_carry_the_date_of_their_review() -> None:
    """A practice its own; other pages the newest of the catalogue."""
    made = frame(
        catalogue(
            {
                "a": practice(reviewed="2025-01-02"),
                "b": practice(reviewed="2026-03-04"),
                "c": practice(),
            }
        )
    )
    found = {page.url: page.dated for page in pages(made)}
    assert found["kaytannot/a/"] == "viimeksi tarkistettu 2.1.2025"
    assert found["kaytannot/c/"] == ""
    assert found["mittarit/care-orders/"] == "viimeksi tarkistettu 4.3.2026"


def test_practices_rounds_and_indicators_have_footnotes_and_lists_have_none() -> None:
    """A list is its links; a note for each would say everything twice."""
    made = frame(real_catalogue())
    noted_pages = {page.url for page in pages(made) if "print-notes" in page.html}
    assert "kaytannot/kouvolan-varhainen-tuki/" in noted_pages
    assert "palkinnot/kunnallinen-lastensuojeluteko-2013/" in noted_pages
    assert "mittarit/care-orders/" in noted_pages
    assert not {"", "kaytannot/", "alueet/", "yleiskuva/", "vertailu/"} & noted_pages


def test_the_page_is_otherwise_untouched() -> None:
    """Taking the marks and the list away gives the page back."""
    made = frame(real_catalogue())
    page = next(p for p in pages(made) if p.url == "mittarit/care-orders/")
    plain = re.sub(r'<sup class="note-mark" data-note="\d+"></sup>', "", page.html)
    plain = re.sub(r'\n<section class="print-notes">.*?</section>', "", plain, flags=re.DOTALL)
    assert with_notes(plain, page.url, None, "Linkit") == page.html
    assert printable(made, page).url == page.url
