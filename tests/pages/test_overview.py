"""The overview counts what is there, shows what is not, and leads to every list."""

import re
from collections import Counter

from catalogue.pages.overview import (
    completeness_counts,
    county_counts,
    gaps,
    level_counts,
    no_county,
    overview,
    round_counts,
    theme_counts,
)
from tests.factories import catalogue, frame, outcome_data, practice, real_catalogue

REAL = frame(real_catalogue())


def test_counts_are_those_of_the_catalogue() -> None:
    """Each practice once per theme and county it has."""
    entries = REAL.catalogue.entries
    themes = Counter(theme for entry in entries for theme in entry.practice.themes)
    assert {c.url: c.number for c in theme_counts(REAL) if c.number} == {
        f"teemat/{theme}/": n for theme, n in themes.items() if theme != "unknown"
    }
    counties = Counter(county.id for entry in entries for county in entry.counties)
    assert {n: c.number for n, c in county_counts(REAL).items() if c.number} == dict(counties)


def test_every_practice_is_on_one_row_of_evidence_and_of_completeness() -> None:
    """Those without outcomes have a row too."""
    total = len(REAL.catalogue.entries)
    assert sum(count.number for count in level_counts(REAL)) == total
    assert sum(count.number for count in completeness_counts(REAL)) == total
    assert level_counts(REAL)[-1].url == "kaytannot/?evidence=none"


def test_numbers_lead_to_the_filtered_list() -> None:
    """By the names and values that the list reads from its address."""
    assert [c.url for c in level_counts(REAL)][:2] == [
        "kaytannot/?evidence=0",
        "kaytannot/?evidence=1",
    ]
    assert {c.url for c in round_counts(REAL)} == {
        "kaytannot/?award=kunnallinen-lastensuojeluteko-2013",
        "kaytannot/?award=kouvolan-tuottavuuspalkinto",
        "kaytannot/?award=unknown",
    }


def test_nothing_to_list_is_no_link() -> None:
    """The list would show everything for a value that no practice has."""
    assert [c.url for c in level_counts(REAL) if c.number == 0] == [""] * 3


def test_those_of_unknown_place_are_counted_and_lead_to_their_list() -> None:
    """A few are named here too; of many none is."""
    few = overview(frame(catalogue({"x0": practice(places=["unknown"])})))
    assert "<summary>Alue ei tiedossa: 1 käytäntö</summary>" in few.html
    assert '<a href="../kaytannot/x0/">' in few.html and "county=unknown" not in few.html
    nowhere = {f"x{n}": practice(places=["unknown"]) for n in range(30)}
    shown = frame(catalogue({**nowhere, "imatra": practice()}))
    assert (no_county(shown).number, no_county(shown).url) == (30, "kaytannot/?county=unknown")
    page = overview(shown)
    assert '<a href="../kaytannot/?county=unknown">Alue ei tiedossa: 30 käytäntöä</a>' in page.html
    assert "kaytannot/x" not in page.html
    assert "county=unknown" not in overview(frame(catalogue({"imatra": practice()}))).html


def test_awards_tell_nominees_and_winners_apart() -> None:
    """Nine were nominated, one won."""
    found = {count.url: count for count in round_counts(REAL)}
    count = found["kaytannot/?award=kunnallinen-lastensuojeluteko-2013"]
    assert (count.number, count.note) == (9, "1 palkittu")
    assert count.note_url == "palkinnot/kunnallinen-lastensuojeluteko-2013/?asema=winner"


def test_the_commonest_theme_comes_first() -> None:
    """And those without practices last."""
    numbers = [count.number for count in theme_counts(REAL)]
    assert numbers == sorted(numbers, reverse=True)


def test_gaps_name_what_the_catalogue_has_nothing_of() -> None:
    """Themes, counties, levels and indicators."""
    made = frame(
        catalogue(
            {
                "a": practice(
                    themes=["early-support"],
                    places=["153"],
                    outcomes=[outcome_data(observed="decreased")],
                )
            }
        )
    )
    found = {key: {count.url for count in counts} for key, counts in gaps(made)}
    names = {key: [count.name for count in counts] for key, counts in gaps(made)}
    assert "teemat/early-support/" not in found["gap-themes"]
    assert "alueet/etela-karjala/" not in found["gap-counties"]
    assert "alueet/lappi/" in found["gap-counties"]
    assert "mittarit/care-orders/" not in found["gap-indicators"]
    assert "3 Vertailtu" in names["gap-levels"] and "0 Väite" not in names["gap-levels"]
    assert len(found["gap-counties"]) == len(made.catalogue.registry.counties) - 1


def test_the_page_has_every_county_and_links_every_number() -> None:
    """A tile for each county; no number stands without a way to what it counts."""
    page = overview(REAL)
    for county in REAL.catalogue.registry.counties:
        assert f'href="../alueet/{county}/"' in page.html
    numbers = re.findall(r'class="counted__number"', page.html)
    links = re.findall(r'<a href="[^"]+"><span class="counted__number"', page.html)
    assert len(numbers) == len(links) > 15


def test_an_empty_catalogue_has_an_overview() -> None:
    """All gaps, and no division by nothing."""
    assert "Lapin hyvinvointialue" in overview(frame(catalogue({}))).html
