"""The jury's summary: nobody counts twice, nothing unfinished wins, every word is shown."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.jury_desk import CRITERIA, FILES, ROUND, buffer, nominees, opened, table
from tests.browser.served import Watched

IMATRA = "imatran-hyvinvointineuvola"
OULU = "oulun-hyvinvointineuvola"
TOPPARI = "toppari-tiimi-hameenlinna"
TITLES = {
    IMATRA: "Imatran hyvinvointineuvola",
    OULU: "Oulun hyvinvointineuvola",
    TOPPARI: "Toppari-tiimi Hämeenlinnassa",
}
Scores = Mapping[str, int | tuple[int | None, ...]]


@pytest.fixture
def page(browser: Browser, base_url: str) -> Iterator[Page]:
    """The round's page in a window of its own, which must stay without faults."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    watched = Watched(context.new_page(), base_url)
    yield opened(watched.page, base_url)
    assert watched.faults == []
    context.close()


def sheet(juror: str, scores: Scores | None = None, **fields: Any) -> dict[str, Any]:
    """A juror's file: for each nominee one score for all criteria, or one for each."""
    marks = {}
    for nominee, given in (scores or {}).items():
        each = given if isinstance(given, tuple) else (given,) * len(CRITERIA)
        pairs = zip(CRITERIA, each, strict=True)
        marks[nominee] = {c: {"score": s, "note": ""} for c, s in pairs if s is not None}
    sound = {
        "format": "hyvat-kaytannot/arviointilomake",
        "version": 1,
        "round": ROUND,
        "sheet": juror.lower().replace(" ", "-").replace(".", "") or "x",
        "saved": "2026-11-22T12:00:00.000Z",
        "juror": juror,
        "weights": {},
        "marks": marks,
        "conflicts": [],
        "shortlist": [],
    }
    return {**sound, **fields}


def bring(page: Page, *sheets: dict[str, Any]) -> None:
    """Open the files for the summary."""
    page.get_by_label(FILES).set_input_files([buffer(json.dumps(one)) for one in sheets])
    expect(page.locator("#raati .jury-message p")).to_have_count(len(sheets))


def names(page: Page, *, counted: bool = True) -> list[str]:
    """Whose sheets are in the summary, or wait beside it."""
    value = "true" if counted else "false"
    return page.locator(f".jury-loaded [data-counted={value}] strong").all_inner_texts()


def test_a_nominee_whom_not_everyone_has_scored_has_no_rank_and_comes_after_the_finished(
    page: Page,
) -> None:
    """However high the scores it has; the page says so, and whose scores are awaited."""
    bring(
        page,
        sheet("Anna", {IMATRA: 2, OULU: 5, TOPPARI: 3}),
        sheet("Bertta", {IMATRA: 2, OULU: (5, 5, 5, None), TOPPARI: 3}),
    )
    first, second, third, *rest = table(page, "Raadin järjestys")
    assert [row["Ehdokas"] for row in (first, second, third)] == [
        TITLES[TOPPARI],
        TITLES[IMATRA],
        TITLES[OULU],
    ]
    assert [row["Sija"] for row in (first, second, third)] == ["1.", "2.", "kesken"]
    assert (third["Arvioijia"], third["Arvio puuttuu"]) == ("1/2", "Bertta")
    assert {row["Sija"] for row in rest} == {"ei arvioitu"}
    notice = page.locator(".jury-results .notice")
    expect(notice).to_contain_text("7 ehdokkaan arviointi on kesken. Niillä ei vielä ole sijaa")


def test_a_juror_with_a_conflict_of_interest_is_not_awaited(page: Page) -> None:
    """The nominee is finished when all who may judge it have."""
    conflict = [{"nominee": IMATRA, "reason": ""}]
    bring(
        page,
        sheet("Anna", {IMATRA: 5, OULU: 1}),
        sheet("Bertta", {OULU: 1}, conflicts=conflict),
    )
    first = table(page, "Raadin järjestys")[0]
    assert (first["Ehdokas"], first["Jäävit"]) == (TITLES[IMATRA], "Bertta")
    assert first["Sija"].startswith("1.")
    page.get_by_role("button", name="Jätä pois: Anna").click()
    bring(page, sheet("Cecilia", {OULU: 1}, conflicts=conflict))
    assert table(page, "Raadin järjestys")[-1]["Sija"] == "kaikki jäävejä"


def test_a_rank_that_rests_on_fewer_jurors_than_the_others_says_so(page: Page) -> None:
    """The only juror who may judge gave much: first, with a notice by the rank and above it."""
    conflict = [{"nominee": IMATRA, "reason": ""}]
    bring(
        page,
        sheet("Anna", {IMATRA: 4, OULU: 3}),
        sheet("Bertta", {OULU: 3}, conflicts=conflict),
    )
    first, second = table(page, "Raadin järjestys")[:2]
    assert (first["Ehdokas"], first["Sija"]) == (TITLES[IMATRA], "1.vain 1/2 arvioijaa")
    assert second["Sija"] == "2."
    notices = page.locator(".jury-results .notice")
    expect(notices.last).to_contain_text("Yhden ehdokkaan sija perustuu harvemman jäsenen")


def test_agreement_is_told_two_by_two_where_conflicts_leave_few_nominees_common_to_all(
    page: Page,
) -> None:
    """Three jurors, each with conflicts of their own: W has none of nine, every pair has three."""
    each = nominees(page)
    ids = list(each)
    sheets = []
    for at, juror in enumerate(("Anna", "Bertta", "Cecilia")):
        out = ids[3 * at : 3 * at + 3]
        scores = {name: (7 - n) % 6 for n, name in enumerate(ids) if name not in out}
        conflicts = [{"nominee": name, "reason": ""} for name in out]
        sheets.append(sheet(juror, scores, conflicts=conflicts))
    bring(page, *sheets)
    results = page.locator(".jury-results")
    expect(results).not_to_contain_text("Kendallin W on")
    expect(results).to_contain_text("9 ehdokasta ei ole mukana luvussa")
    expect(results).to_contain_text("Jäsenet kaksi kerrallaan: järjestysten samankaltaisuus")
    expect(results).to_contain_text("keskimäärin 1,00")
    expect(results).to_contain_text("yhteisiä ehdokkaita on 3. Pareja on mukana 3/3.")
    expect(results.locator(".jury-agreement")).to_contain_text("luku voi olla sattumaa")


def test_of_a_nameless_juror_the_number_and_the_score_stand_apart(page: Page) -> None:
    """A colon between them."""
    nameless = sheet("", {IMATRA: 0})
    bring(page, sheet("Anna", {IMATRA: 4}), nameless)
    expect(page.locator("[data-jury=widest] li").first).to_contain_text("Anna: 4, Nimetön 1: 0")


def test_the_table_of_the_panel_shows_all_its_columns_in_a_window_of_1280(page: Page) -> None:
    """Nothing has to be scrolled to, with conflicts and scores that are awaited."""
    conflict = [{"nominee": IMATRA, "reason": ""}]
    bring(
        page,
        sheet("Anna Esimerkki", {IMATRA: 4, OULU: (3, 3, 3, None)}),
        sheet("Bertta Esimerkki", {OULU: 3}, conflicts=conflict),
    )
    region = page.get_by_role("region", name="Raadin järjestys")
    assert region.evaluate("node => node.scrollWidth <= node.clientWidth")


@pytest.mark.parametrize("order", [("old", "new"), ("new", "old")])
def test_of_one_sheet_the_newer_file_counts_whichever_is_opened_first(
    page: Page, order: tuple[str, str]
) -> None:
    """And the page says which it took."""
    files = {
        "old": sheet("Anna", {IMATRA: 1}),
        "new": sheet("Anna", {IMATRA: 5}, saved="2026-11-23T12:00:00.000Z"),
    }
    bring(page, sheet("Bertta", {IMATRA: 5}), *(files[name] for name in order))
    assert names(page) == ["Bertta", "Anna"]
    assert table(page, "Raadin järjestys")[0]["Pienin"].startswith("5")
    said = page.locator("#raati").get_by_role("alert")
    expect(said).to_contain_text(
        "korvattiin tällä uudemmalla" if order[0] == "old" else "vanhempi kuin jo avattu"
    )


def test_the_same_file_twice_counts_once(page: Page) -> None:
    """Also under a new name, and one's own sheet beside its file."""
    anna = sheet("Anna", {IMATRA: 1})
    bring(page, anna, anna, {**anna, "juror": "Anna A.", "saved": "2026-11-24T12:00:00.000Z"})
    assert names(page) == ["Anna A."]
    said = page.locator("#raati").get_by_role("alert")
    expect(said).to_contain_text("Sitä ei lasketa kahdesti")
    page.get_by_label("Jatka tiedostosta").set_input_files([buffer(json.dumps(anna))])
    page.get_by_role("button", name="Ota oma lomakkeeni mukaan").click()
    expect(page.locator(".jury-loaded li")).to_have_count(1)
    expect(page.locator("#raati")).to_contain_text("Avaa ainakin kahden")


def test_of_two_sheets_by_one_name_the_newer_counts_until_somebody_says_that_both_do(
    page: Page,
) -> None:
    """A juror who has begun anew, or namesakes: the page cannot know, and asks."""
    again = sheet("anna", {IMATRA: 5}, sheet="uusi", saved="2026-11-23T12:00:00.000Z")
    bring(page, sheet("Bertta", {IMATRA: 3}), sheet("Anna", {IMATRA: 1}), again)
    assert (names(page), names(page, counted=False)) == (["Bertta", "anna"], ["Anna"])
    assert table(page, "Raadin järjestys")[0]["Arvioijia"] == "2/2"
    said = page.locator("#raati").get_by_role("alert")
    expect(said).to_contain_text("sama arvioijan nimi. Mukaan laskettiin vain uudempi")
    expect(page.locator(".jury-loaded [data-counted=false]")).to_contain_text("22.11.2026")
    page.get_by_role("button", name="Ota mukaan: Anna").click()
    assert len(names(page)) == 3
    assert table(page, "Raadin järjestys")[0]["Arvioijia"] == "3/3"


def test_a_sheet_that_grew_out_of_anothers_counts_and_is_told_of(page: Page) -> None:
    """Two jurors may have begun with one file; two without a name are two."""
    bring(
        page,
        sheet("Anna", {IMATRA: 1}),
        sheet("Cecilia", {IMATRA: 4}, sheet="anna"),
        sheet("", {IMATRA: 2}, sheet="y"),
        sheet("", {IMATRA: 2}, sheet="z"),
    )
    assert names(page) == ["Anna", "Cecilia", "Nimetön 1", "Nimetön 2"]
    said = page.locator("#raati").get_by_role("alert")
    expect(said).to_contain_text("samasta lomakkeesta kuin tämä: Anna")
    for name in names(page)[1:]:
        page.get_by_role("button", name="Jätä pois: ").last.click()
        assert name
    expect(page.locator("#raati")).to_contain_text("Avaa ainakin kahden")


def test_means_that_have_two_ranks_look_different_and_equal_ones_share_a_rank(page: Page) -> None:
    """Always with as many decimals in a column, and a decimal comma."""
    weights = dict(zip(CRITERIA, (10, 10, 10, 9), strict=True))
    other = dict(zip(CRITERIA, (9, 10, 8, 9), strict=True))
    scores: Scores = {IMATRA: (4, 3, 4, 3), OULU: (4, 3, 3, 4), TOPPARI: 2}
    bring(page, sheet("Anna", scores, weights=weights), sheet("Bertta", scores, weights=other))
    shown = [(row["Sija"], row["Keskiarvo"]) for row in table(page, "Raadin järjestys")[:3]]
    assert shown == [("1.", "3,494"), ("2.", "3,493"), ("3.", "2,000")]
    page.get_by_role("button", name="Jätä pois: Bertta").click()
    bring(page, sheet("Cecilia", {IMATRA: (5, 3, 3, 4), OULU: (5, 3, 3, 4), TOPPARI: 2}))
    page.get_by_role("button", name="Jätä pois: Anna").click()
    bring(page, sheet("Dora", {IMATRA: 3, OULU: 3, TOPPARI: 2}))
    shown = [(row["Sija"], row["Keskiarvo"]) for row in table(page, "Raadin järjestys")[:3]]
    assert shown == [("1. (jaettu)", "3,38"), ("1. (jaettu)", "3,38"), ("3.", "2,00")]


def test_the_summary_tells_who_has_shortlisted_whom_and_why(page: Page) -> None:
    """The most often listed first; who may not judge does not count."""
    bring(
        page,
        sheet("Anna", shortlist=[{"nominee": OULU, "reason": "Selvä\ntulos"},
                                 {"nominee": IMATRA, "reason": ""}]),
        sheet("Bertta", shortlist=[{"nominee": IMATRA, "reason": "<b>Luvut</b>"}]),
        sheet("Cecilia", shortlist=[{"nominee": OULU, "reason": "oma"}],
              conflicts=[{"nominee": OULU, "reason": "työ"}]),
    )  # fmt: skip
    found = [list(row.values()) for row in table(page, "Jäsenten lyhytlistat")]
    assert found == [
        [TITLES[IMATRA], "2/3", "Anna (2.), Bertta (1.)", "Bertta: <b>Luvut</b>"],
        [TITLES[OULU], "1/3", "Anna (1.)", "Anna: Selvä\ntulos"],
    ]


def test_the_summary_shows_the_notes_by_juror(page: Page) -> None:
    """By nominee and criterion, with the score beside; without notes it says so."""
    anna, bertta = sheet("Anna", {IMATRA: 4}), sheet("Bertta", {IMATRA: (1, 1, 1, None)})
    bring(page, anna, bertta)
    notes = page.locator("details", has=page.locator("summary", has_text="Muistiinpanot"))
    expect(notes).to_contain_text("Muistiinpanot (0)")
    anna["marks"][IMATRA]["development"]["note"] = "Hyvä"
    anna["saved"] = bertta["saved"] = "2026-11-23T12:00:00.000Z"
    bertta["marks"][IMATRA]["small-acts"] = {"score": None, "note": "Epäselvä"}
    bring(page, anna, bertta)
    page.locator("summary", has_text="Muistiinpanot (2)").click()
    found = [list(row.values()) for row in table(page, "Muistiinpanot")]
    labels = page.locator("[data-criterion-head] dt").all_inner_texts()
    assert found == [
        [TITLES[IMATRA], labels[1], "Anna", "4", "Hyvä"],
        [TITLES[IMATRA], labels[3], "Bertta", "–", "Epäselvä"],
    ]
