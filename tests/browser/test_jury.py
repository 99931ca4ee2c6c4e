"""A whole jury's work: three jurors, nine nominees, one conflict of interest, one summary."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import jury_model
from tests.browser.jury_desk import (
    CRITERIA,
    FILES,
    START,
    choose,
    nominees,
    opened,
    saved,
    score,
    scored,
    started,
    stored,
    table,
)
from tests.browser.served import Watched

IMATRA = "imatran-hyvinvointineuvola"
OULU = "oulun-hyvinvointineuvola"
WEIGHTS = dict(zip(CRITERIA, (3, 1, 2, 1), strict=True))


@pytest.fixture
def page(browser: Browser, base_url: str) -> Iterator[Page]:
    """The round's page in a window of its own, which must stay without faults."""
    context = browser.new_context()
    context.set_default_timeout(10_000)
    watched = Watched(context.new_page(), base_url)
    yield opened(watched.page, base_url)
    assert watched.faults == []
    context.close()


def test_three_jurors_files_merge_into_pythons_numbers(
    browser: Browser, base_url: str, tmp_path: Path
) -> None:
    """Ranking, mean, median, spread, Kendall's W, exclusions: as computed in Python."""
    chance = random.Random(2013)
    files: list[Path] = []
    given: dict[str, dict[str, dict[str, int]]] = {}
    titles: dict[str, str] = {}
    for juror in ("Anna", "Bertta", "Cecilia"):
        context = browser.new_context()
        watched = Watched(context.new_page(), base_url)
        page = opened(watched.page, base_url)
        titles = nominees(page)
        assert len(titles) == 9
        started(page, juror)
        for criterion, weight in zip(CRITERIA, WEIGHTS.values(), strict=True):
            label = page.locator(f"[data-criterion-head={criterion}] dt").inner_text()
            page.locator(".jury-weights").get_by_label(label).select_option(str(weight))
        given[juror] = {}
        for nominee in titles:
            given[juror][nominee] = {c: chance.randint(1, 4) for c in CRITERIA}
            scored(page, nominee, given[juror][nominee])
        if juror == "Bertta":
            choose(page, OULU)
            page.get_by_label("Olen jäävi arvioimaan tätä ehdokasta").check()
            page.get_by_label("Jääviyden syy").fill("Työskentelen siellä")
            del given[juror][OULU]
        own = {n: jury_model.weighted(s, WEIGHTS) for n, s in given[juror].items()}
        _assert_ranking(table(page, "Oma järjestys"), own, titles)
        files.append(saved(page, tmp_path))
        assert watched.faults == []
        context.close()
    assert [file.name.endswith(f"-arvio-{n}.json") for file, n in
            zip(files, ("anna", "bertta", "cecilia"), strict=True)] == [True] * 3  # fmt: skip

    context = browser.new_context()
    watched = Watched(context.new_page(), base_url)
    page = opened(watched.page, base_url)
    page.get_by_label(FILES).set_input_files(files)
    expect(page.locator(".jury-loaded li")).to_have_count(3)
    totals = {
        nominee: [
            jury_model.weighted(scores[nominee], WEIGHTS)
            for scores in given.values()
            if nominee in scores
        ]
        for nominee in titles
    }
    means = {nominee: sum(values) / len(values) for nominee, values in totals.items()}
    shown = jury_model.ranks_shown(means)
    found = {row["Ehdokas"]: row for row in table(page, "Raadin järjestys")}
    for nominee, values in totals.items():
        row = found[titles[nominee]]
        fewer = "vain 2/3 arvioijaa" if nominee == OULU else ""
        assert row["Sija"] == shown[nominee] + fewer
        keys = ("Keskiarvo", "Mediaani", "Keskihajonta", "Pienin", "Suurin")
        assert tuple(row[key] for key in keys) == jury_model.spread(
            [float(v) for v in values], jury_model.decimals_apart(means.values())
        )
        assert row["Arvioijia"] == ("2/3" if nominee == OULU else "3/3")
        assert row["Jäävit"] == ("Bertta" if nominee == OULU else "–")
    page.locator("summary", has_text="Arviot perusteittain").click()
    labels = page.locator("[data-criterion-head] dt").all_inner_texts()
    cells = {(row["Ehdokas"], row["Peruste"]): row for row in table(page, "Arviot perusteittain")}
    assert len(cells) == 9 * 4
    for nominee, title in titles.items():
        for criterion, label in zip(CRITERIA, labels, strict=True):
            values = [s[nominee][criterion] for s in given.values() if nominee in s]
            row = cells[title, label]
            keys = ("Keskiarvo", "Mediaani", "Keskihajonta", "Pienin", "Suurin")
            assert tuple(row[key] for key in keys) == jury_model.spread(values, ends=0)

    compared = [nominee for nominee in titles if nominee != OULU]
    rows = [[jury_model.weighted(s[n], WEIGHTS) for n in compared] for s in given.values()]
    w = jury_model.finnish(jury_model.kendall(rows))
    results = page.locator(".jury-results")
    expect(results).to_contain_text(f"Kendallin W on {w} ")
    expect(results).to_contain_text("Laskettu 8 ehdokkaasta")
    expect(results).to_contain_text("Yksi ehdokas ei ole mukana luvussa")
    exclusions = page.locator("[data-jury=exclusions] li")
    expect(exclusions).to_have_text([f"Bertta: {titles[OULU]} (Työskentelen siellä)"])
    widest = page.locator("[data-jury=widest] li").first.inner_text()
    spans = {
        (n, c): max(v) - min(v)
        for n in titles
        for c in CRITERIA
        if (v := [s[n][c] for s in given.values() if n in s])
    }
    assert any(
        widest.startswith(f"{titles[n]}, {labels[CRITERIA.index(c)]}: ")
        for (n, c), span in spans.items()
        if span == max(spans.values())
    )
    assert stored(page) is None
    assert watched.faults == []
    context.close()


def _assert_ranking(
    rows: list[dict[str, str]], own: dict[str, object], titles: dict[str, str]
) -> None:
    """The juror's own ranking is Python's; who is excluded has none and comes last."""
    shown = jury_model.ranks_shown(own)  # type: ignore[arg-type]
    found = {row["Ehdokas"]: row for row in rows}
    decimals = jury_model.decimals_apart(own.values())  # type: ignore[arg-type]
    for nominee, average in own.items():
        assert found[titles[nominee]]["Sija"] == shown[nominee]
        assert found[titles[nominee]]["Keskiarvo"] == jury_model.finnish(average, decimals)  # type: ignore[arg-type]
    order = [int(row["Sija"].split(".")[0]) for row in rows if row["Sija"] != "–"]
    assert order == sorted(order)
    for nominee in titles.keys() - own.keys():
        assert found[titles[nominee]]["Keskiarvo"] == "jäävi"
        assert rows[-1]["Ehdokas"] == titles[nominee]


def test_nothing_is_kept_before_the_juror_starts_and_nothing_after_deleting(page: Page) -> None:
    """Looking, filtering and sorting store nothing; one button takes everything away."""
    page.get_by_label("Asema", exact=True).select_option("winner")
    assert page.evaluate("localStorage.length") == 0
    expect(page.locator("#arviointi")).to_contain_text("tallentuu vain tähän selaimeen")
    started(page, "Anna")
    assert stored(page)["juror"] == "Anna"
    expect(page.get_by_text("Selain ei anna tallentaa")).to_have_count(0)
    page.get_by_role("button", name="Poista lomake").click()
    page.get_by_role("button", name="Peruuta").click()
    assert stored(page)["juror"] == "Anna"
    page.get_by_role("button", name="Poista lomake").click()
    page.get_by_role("button", name="Poista", exact=True).click()
    expect(page.get_by_role("button", name=START)).to_be_focused()
    assert page.evaluate("localStorage.length") == 0


def test_the_sheet_is_there_when_the_juror_comes_back(page: Page) -> None:
    """Scores, notes, weights, conflicts and the shortlist."""
    started(page, "Anna")
    scored(page, IMATRA, dict.fromkeys(CRITERIA, 5))
    page.get_by_label("Muistiinpano").first.fill("Hyvä\n<b>työ</b>")
    page.get_by_role("checkbox", name="Lyhytlistalla: Imatran hyvinvointineuvola").check()
    page.get_by_label("Perustelu", exact=True).fill("Lukuja on")
    choose(page, OULU)
    page.get_by_label("Olen jäävi").check()
    before = table(page, "Oma järjestys")
    page.reload()
    page.wait_for_selector("[data-ready]")
    assert table(page, "Oma järjestys") == before
    choose(page, IMATRA)
    expect(page.get_by_label("Muistiinpano").first).to_have_value("Hyvä\n<b>työ</b>")
    expect(page.get_by_label("Perustelu", exact=True)).to_have_value("Lukuja on")
    assert page.locator("b", has_text="työ").count() == 0


def test_what_is_not_scored_is_never_zero(page: Page) -> None:
    """A zero is a score; a missing score is none; a half-done nominee has no rank."""
    started(page, "Anna")
    scored(page, IMATRA, dict.fromkeys(CRITERIA, 0))
    scored(page, OULU, {"development": 4})
    rows = {row["Ehdokas"]: row for row in table(page, "Oma järjestys")}
    imatra, oulu = rows["Imatran hyvinvointineuvola"], rows["Oulun hyvinvointineuvola"]
    assert (imatra["Sija"], imatra["Keskiarvo"]) == ("1.", "0,00")
    assert (oulu["Sija"], oulu["Keskiarvo"], oulu["Tilanne"]) == ("–", "4,00", "kesken 1/4")
    line = page.get_by_role("table", name="Oma järjestys").get_by_role("row", name="Oulun")
    expect(line.get_by_role("cell", name="ei sijaa", exact=True)).to_have_count(1)
    expect(line.get_by_role("cell", name="ei arvioitu", exact=True)).to_have_count(3)
    toppari = rows["Toppari-tiimi Hämeenlinnassa"]
    assert (toppari["Sija"], toppari["Keskiarvo"]) == ("–", "ei arvioitu")
    score(page, "development", None)
    row = table(page, "Oma järjestys")[1]
    assert row["Keskiarvo"] == "ei arvioitu"


def test_ties_share_a_rank_and_weights_move_it(page: Page) -> None:
    """Two equal nominees share the first rank; a weight on one criterion parts them."""
    started(page, "Anna")
    scored(page, IMATRA, dict(zip(CRITERIA, (1, 2, 3, 4), strict=True)))
    scored(page, OULU, dict(zip(CRITERIA, (4, 3, 2, 1), strict=True)))
    assert [row["Sija"] for row in table(page, "Oma järjestys")][:3] == [
        "1. (jaettu)",
        "1. (jaettu)",
        "–",
    ]
    page.get_by_label("Muutos pienillä teoilla").select_option("2")
    first, second = table(page, "Oma järjestys")[:2]
    assert (first["Ehdokas"], first["Sija"]) == ("Imatran hyvinvointineuvola", "1.")
    assert (first["Keskiarvo"], second["Keskiarvo"]) == ("2,80", "2,20")
    expect(page.locator(".jury-weights")).to_contain_text("40 %")


def test_a_conflict_of_interest_can_be_taken_back_with_the_scores_as_they_were(page: Page) -> None:
    """Nothing is lost by a wrong press."""
    started(page, "Anna")
    scored(page, IMATRA, dict.fromkeys(CRITERIA, 3))
    box = page.get_by_label("Olen jäävi")
    box.check()
    expect(page.locator("input[name=score-development]").first).to_be_disabled()
    assert table(page, "Oma järjestys")[-1]["Keskiarvo"] == "jäävi"
    box.uncheck()
    assert table(page, "Oma järjestys")[0]["Keskiarvo"] == "3,00"


def test_another_window_of_the_same_browser_shows_the_same_sheet(
    browser: Browser, base_url: str
) -> None:
    """Neither overwrites what the other has written."""
    context = browser.new_context()
    first, second = (opened(context.new_page(), base_url) for _ in range(2))
    started(first, "Anna")
    scored(first, IMATRA, dict.fromkeys(CRITERIA, 4))
    expect(second.get_by_label("Nimesi tai nimikirjaimesi")).to_have_value("Anna")
    assert table(second, "Oma järjestys")[0]["Keskiarvo"] == "4,00"
    scored(second, OULU, dict.fromkeys(CRITERIA, 5))
    expect(first.locator("#arviointi tbody tr").first).to_contain_text("Oulun")
    context.close()


FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
BLOCKED = """Object.defineProperty(window, 'localStorage', {
  get: () => { throw new DOMException('no', 'SecurityError') } })"""


@pytest.mark.parametrize("refuses", [FULL, BLOCKED])
def test_a_browser_that_refuses_storage_says_so_and_works(
    browser: Browser, base_url: str, refuses: str
) -> None:
    """In one notice, where nothing says otherwise; the sheet can still be taken out."""
    context = browser.new_context()
    context.add_init_script(refuses)
    watched = Watched(context.new_page(), base_url)
    page = opened(watched.page, base_url)
    notice = page.get_by_text("Selain ei anna tallentaa lomaketta")
    if refuses == BLOCKED:
        # It is known before the juror begins.
        expect(notice).to_have_count(1)
        expect(page.locator("#lyhytlista .empty")).not_to_contain_text("tallentuu")
    started(page, "Anna")
    scored(page, IMATRA, dict.fromkeys(CRITERIA, 4))
    expect(notice).to_have_count(1)
    expect(notice).to_be_visible()
    assert table(page, "Oma järjestys")[0]["Keskiarvo"] == "4,00"
    assert "allennettu" not in page.locator("#arviointi").inner_text()
    leaving = "!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    assert page.evaluate(leaving), "nothing asks before the sheet is lost"
    with page.expect_download():
        page.get_by_role("button", name="Vie lomake tiedostoksi").click()
    assert not page.evaluate(leaving)
    assert watched.faults == []
    context.close()


def test_without_scripts_every_fact_is_there(browser: Browser, base_url: str) -> None:
    """Nominees, criteria and facts; no filter or button that would do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base_url + "palkinnot/kunnallinen-lastensuojeluteko-2013/")
    expect(page.locator("[data-jury=nominees] tbody tr")).to_have_count(9)
    expect(page.locator("[data-jury=criteria] td")).to_have_count(36)
    expect(page.locator("main").get_by_role("button")).to_have_count(0)
    expect(page.locator("main").get_by_role("combobox")).to_have_count(0)
    expect(page.locator("#arviointi")).to_contain_text("JavaScript on käytössä")
    context.close()
