"""What comparable outcomes have in common, and what is to be known before they are compared."""

from typing import Any

import pytest

from tests.charts.test_comparison import compared, numbers


@pytest.mark.parametrize(
    ("outcome", "title"),
    [
        (numbers("33", "14"), "Vertailukelpoiset: alueen lapset, jakson pituus 1 vuosi"),
        (
            numbers("33", "14", "2015-01/2015-04 2016-01/2016-04", population="staff"),
            "Vertailukelpoiset: henkilöstö, jakson pituus 4 kuukautta",
        ),
        (
            numbers("33", "14", "2015 2016-01-01/2016-01-10"),
            "Vertailukelpoiset: alueen lapset, lähtötilanteen jakso 1 vuosi, "
            "seurannan jakso 10 päivää",
        ),
        (
            {
                "population": "staff",
                "change_reported": {"value": "-5", "unit": "percent", "period": "2014/2015"},
            },
            "Vertailukelpoiset: henkilöstö, muutoksen aika 2 vuotta, muutos prosentteina",
        ),
    ],
)
def test_a_group_is_called_by_what_sets_it_apart(outcome: dict[str, Any], title: str) -> None:
    """Whom its figures are of, and for how long."""
    assert [group.title for group in compared(a=outcome, b=outcome).together] == [title]


def test_nothing_is_said_of_figures_from_the_same_time() -> None:
    """Without a break between them."""
    same = numbers("33", "14", "2016 2017")
    assert compared(a=same, b=same).together[0].notes == ()


def test_other_years_and_other_intervals_are_told() -> None:
    """Comparable by the rule they are; a reader must know what they are not."""
    made = compared(a=numbers("33", "14", "2016 2017"), b=numbers("9", "7", "2018 2021"))
    years, gaps = made.together[0].notes
    assert "eri vuosilta, 2016–2021" in years
    assert "lyhimmillään 1 vuosi ja pisimmillään 3 vuotta" in gaps


def test_breaks_that_lie_between_are_told_with_their_letters() -> None:
    """Also where no single outcome spans them; one before all figures or after them is not."""
    made = compared(a=numbers("33", "14", "2012 2013"), b=numbers("9", "7", "2023 2024"))
    assert "A (2015), B (1.1.2023)" in made.together[0].notes[-1]
    later = compared(a=numbers("33", "14", "2023 2024"), b=numbers("9", "7", "2024 2025"))
    assert [note for note in later.together[0].notes if "Väliin" in note] == []


def test_the_earliest_comes_first_with_its_name_its_years_and_the_breaks_within() -> None:
    """So that changes of the same years stand side by side."""
    made = compared(a=numbers("33", "14", "2017 2018"), b=numbers("9", "7", "2013 2016"))
    group = made.together[0]
    assert [panel.practice.title for panel in group.panels] == ["Malli b", "Malli a"]
    assert group.changes is not None
    for text in ("1. Malli b", "−2, 2013 → 2016 A", "2. Malli a", "−19, 2017 → 2018"):
        assert f">{text}<" in group.changes
    assert "2. Malli a: −19 (−57,6\N{NO-BREAK SPACE}%), 2017 → 2018." in group.changes


def test_a_long_name_is_cut_in_the_chart_and_whole_in_its_words() -> None:
    """A narrow window has no room for it."""
    one = numbers("33", "14")
    made = compared(**{"a": one, "b" * 60: one})
    changes = made.together[0].changes
    assert changes is not None
    assert ">2. Malli bbbbbbbbbbbbbbbbbbbbbbbbb…<" in changes
    assert f"2. Malli {'b' * 60}: " in changes


def test_many_charts_are_shown_when_asked_for() -> None:
    """The bars tell all of them."""
    one = numbers("33", "14")
    few, many = (compared(**{f"p{n}": one for n in range(count)}) for count in (6, 7))
    assert not few.together[0].many
    assert many.together[0].many
