"""The page of an indicator, read without scripts."""

import re

from tests.charts.test_comparison import numbers
from tests.factories import outcome_data, practice
from tests.pages.reading import Reader
from tests.pages.test_practices import made


def page_of(count: int) -> str:
    """The page of care orders, which as many practices report alike."""
    outcome = outcome_data(**numbers("33", "14"))
    return made(
        **{f"p{n}": practice(title=f"Malli {n}", outcomes=[outcome]) for n in range(count)}
    )["mittarit/care-orders/"].html


def test_a_group_says_once_what_it_is_of() -> None:
    """Its heading tells whom and for how long; what all groups share is told above them."""
    text = Reader(page_of(2)).text
    assert text.count("Vertailukelpoiset: alueen lapset, jakson pituus 1 vuosi") == 1
    assert text.count("Saman väliotsikon alla") == 1


def test_many_charts_are_folded_away_but_in_the_page() -> None:
    """Every practice is in the bars and in its own chart."""
    few, many = page_of(6), page_of(7)
    assert "panels-more" not in few
    assert '<details class="panels-more">' in many
    assert "Näytä 7 kuvaa yksitellen" in many
    for page, count in ((few, 6), (many, 7)):
        assert page.count('<article class="panel"') == count
        assert all(f">{n + 1}. Malli {n}<" in page for n in range(count))


def links_on(html: str) -> list[str]:
    """The targets of the links to the sections of a page."""
    nav = re.search(r'<nav class="on-page".*?</nav>', html, re.DOTALL)
    return re.findall(r'href="#([^"]+)"', nav[0]) if nav else []


def test_a_long_page_leads_to_its_sections_and_a_short_one_needs_no_links() -> None:
    """Each link leads to a section that is there."""
    html = page_of(2)
    found = links_on(html)
    assert found == ["kerrottu", "kuvina", "kysymykset", "rinnalla", "muutokset"]
    assert all(f'<section id="{name}">' in html for name in found)
    assert links_on(page_of(0)) == []


def test_claims_that_do_not_agree_stand_under_the_name_of_their_practice() -> None:
    """The heading of the section is there once, however many practices have such claims."""
    claims = [
        outcome_data(id="a", observed="decreased", contradicts=["b"]),
        outcome_data(id="b", observed="increased"),
    ]
    html = made(**{f"p{n}": practice(title=f"Malli {n}", outcomes=claims) for n in range(2)})[
        "mittarit/care-orders/"
    ].html
    part = html.partition('<section id="ristiriidat">')[2]
    headings = [re.sub("<.*?>", "", h) for h in re.findall(r"<h[23]>.*?</h[23]>", part)]
    assert headings[:3] == ["Ristiriitaiset väitteet", "Malli 0", "Malli 1"]
    assert html.count("<h2>Ristiriitaiset väitteet</h2>") == 1
    assert "ristiriidat" in links_on(html)
