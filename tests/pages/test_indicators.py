"""The page of an indicator, read without scripts."""

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
