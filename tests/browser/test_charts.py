"""Charts say in words what they show, can be read everywhere, and hold to the data."""

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import Watched

PRACTICES = (
    "imatran-hyvinvointineuvola",
    "kouvolan-varhainen-tuki",
    "siikalatvan-varhainen-perhetuki",
    "suhdeperustainen-lastensuojelutyo",
)
DRAWN_PAGES = (
    *(f"kaytannot/{name}/" for name in PRACTICES),
    "mittarit/care-orders/",
    "mittarit/child-welfare-clients/",
    "mittarit/children-placed-share/",
    "mittarit/open-care-clients-share/",
    "mittarit/institutional-care-cost/",
    "mittarit/cost-impact/",
    "mittarit/purchased-family-work-share/",
    "mittarit/emergency-placements/",
    "yleiskuva/",
    "tietoa/naytto/",
)
MODES = [(width, scheme) for width in (360, 1280) for scheme in ("light", "dark")]
HEAVIEST = 60 * 1024
SMALLEST_TEXT = 12
NUMBER = r"\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?"


@pytest.fixture(scope="module")
def outcomes(site: Path) -> Mapping[tuple[str, str], Mapping[str, Any]]:
    """Every outcome of the open data by practice and id."""
    data = json.loads((site / "data/practices.json").read_text(encoding="utf-8"))
    return {(p["id"], o["id"]): o for p in data["practices"] for o in p.get("outcomes", ())}


@pytest.fixture(params=MODES, ids=str)
def watched(browser: Browser, base_url: str, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """A page of one width in one colour scheme."""
    width, scheme = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    yield Watched(context.new_page(), base_url)
    context.close()


def numbers(text: str) -> list[Decimal]:
    """Return the numbers of a Finnish text, without their signs."""
    plain = text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    return [Decimal(n.replace(" ", "").replace(",", ".")) for n in re.findall(NUMBER, plain)]


def told(page: Page) -> dict[str, str]:
    """Return the text alternative of every chart by its name; each must have a title too."""
    found = {}
    for chart in page.locator("svg.chart[role=img]").all():
        title = page.locator(f"#{chart.get_attribute('aria-labelledby')}").text_content()
        words = page.locator(f"#{chart.get_attribute('aria-describedby')}").text_content()
        assert title and words
        name = str(chart.get_attribute("aria-labelledby")).removesuffix("-nimi")
        found[name.removeprefix("kuva-")] = words
    return found


def expected_values(outcome: Mapping[str, Any]) -> list[tuple[str, Decimal | None]]:
    """Return what the chart must tell: the first year of each figure's time, and its value."""
    sides = [outcome, *outcome["comparators"]]
    figures = [side.get(key) for side in sides for key in ("baseline", "follow_up")]
    return [
        (_year(f.get("period")), None if f.get("value") is None else Decimal(str(f["value"])))
        for f in figures
        if f
    ]


def _year(period: Any) -> str:
    value = period["value"] if isinstance(period, dict) else period
    return str(value)[:4] if value and value != "unknown" else ""


def has_number(outcome: Mapping[str, Any]) -> bool:
    """Whether there is anything to draw: a value, or a change that is one over time."""
    values = [outcome[k].get("value") for k in ("baseline", "follow_up") if outcome.get(k)]
    change = outcome.get("change") or {}
    sizes = (change.get("absolute"), change.get("relative_percent"))
    return any(value is not None for value in (*values, *sizes))


def hold_against(words: str, outcome: Mapping[str, Any]) -> None:
    """Assert that every number of `outcome` is told in `words`, with its time."""
    for year, value in expected_values(outcome):
        if value is None:
            continue
        pattern = rf"{year}[^:.]*: ([^.]+)" if year else r"aika ei tiedossa: ([^.]+)"
        said = [number for match in re.findall(pattern, words) for number in numbers(match)]
        assert value in said, (value, words)
    change = outcome.get("change") or {}
    for key in ("absolute", "relative_percent"):
        if change.get(key) is not None:
            size = round(abs(Decimal(str(change[key]))), 1)
            said = numbers(words[words.index("Muutos: ") :])
            assert size in [round(number, 1) for number in said], (size, words)


@pytest.mark.parametrize("name", PRACTICES)
def test_charts_of_a_practice_tell_the_numbers_of_the_open_data(
    browser: Browser,
    base_url: str,
    outcomes: Mapping[tuple[str, str], Mapping[str, Any]],
    name: str,
) -> None:
    """Every outcome with a number has a chart, and no other; what it tells is in the data."""
    page = browser.new_page()
    page.goto(f"{base_url}kaytannot/{name}/")
    charts = told(page)
    own = {outcome: data for (practice, outcome), data in outcomes.items() if practice == name}
    assert set(charts) == {outcome for outcome, data in own.items() if has_number(data)}
    for outcome, words in charts.items():
        hold_against(words, own[outcome])
    page.close()


def test_charts_of_indicators_tell_the_numbers_of_the_open_data(
    browser: Browser, base_url: str, outcomes: Mapping[tuple[str, str], Mapping[str, Any]]
) -> None:
    """On the page of its indicator every outcome with a number is drawn once more."""
    page = browser.new_page()
    drawn = {key: data for key, data in outcomes.items() if has_number(data)}
    for indicator in sorted({data["indicator"] for data in drawn.values()}):
        page.goto(f"{base_url}mittarit/{indicator}/")
        charts = told(page)
        own = {f"{p}-{o}": d for (p, o), d in drawn.items() if d["indicator"] == indicator}
        assert set(own) <= set(charts), indicator
        for name, data in own.items():
            hold_against(charts[name], data)
    page.close()


def test_comparators_and_law_changes_are_told_and_drawn(browser: Browser, base_url: str) -> None:
    """Kotka and Eksote beside Kouvola in 2016, and the act of 2015 on the axis of time."""
    page = browser.new_page()
    page.goto(f"{base_url}kaytannot/kouvolan-varhainen-tuki/")
    words = told(page)["avohuollon-asiakkaat-2016"]
    for part in ("Kotka, 2016: 7,8", "Eksote, 2016: 5", "A 2015: Sosiaalihuoltolaki"):
        assert part in words
    chart = page.locator("#tulos-avohuollon-asiakkaat-2016 svg.chart[role=img]")
    assert chart.locator(".point--other").count() == 2
    assert chart.locator(".break-letter").all_text_contents() == ["A"]
    page.goto(f"{base_url}mittarit/care-orders/")
    assert page.locator(".chart--timeline .break-letter").all_text_contents() == ["A", "B"]
    page.close()


def test_contradicting_claims_stand_side_by_side(browser: Browser, base_url: str) -> None:
    """On the practice's page and on the indicator's, with why they may differ."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    for url in ("kaytannot/siikalatvan-varhainen-perhetuki/", "mittarit/child-welfare-clients/"):
        page.goto(base_url + url)
        claims = page.locator(".contradiction .claim")
        # Asked in one go: a script still at work may move all of them between two questions.
        tops = claims.evaluate_all("all => all.map(each => each.getBoundingClientRect().top)")
        assert len(tops) == 3 and len({round(top) for top in tops}) == 1
        said = page.locator(".contradiction").inner_text()
        assert "Kaikki väitteet eivät koske samaa joukkoa." in said
    page.close()


def test_what_has_no_number_says_so(browser: Browser, base_url: str) -> None:
    """Outcomes in words and counter-indicators nobody reports are not hidden."""
    page = browser.new_page()
    page.goto(f"{base_url}kaytannot/suhdeperustainen-lastensuojelutyo/")
    assert page.locator("svg.chart").count() == 0
    assert "ei anna lukua" in page.locator("#tulokset-lukuina").inner_text()
    assert "ei ilmoitettu" in page.locator("#tulokset-lukuina").inner_text()
    page.close()


def test_text_in_charts_can_be_read_and_does_not_overlap(watched: Watched, base_url: str) -> None:
    """Twelve pixels at least, inside the window, no label on another."""
    for url in DRAWN_PAGES:
        watched.page.goto(base_url + url)
        for chart in watched.page.evaluate(_TEXTS):
            for text in chart:
                assert text["size"] >= SMALLEST_TEXT, (url, text)
                assert text["left"] >= 0 and text["right"] <= text["window"], (url, text)
            for i, one in enumerate(chart):
                for other in chart[i + 1 :]:
                    assert not _overlap(one, other), (url, one["text"], other["text"])
    assert watched.faults == []


_TEXTS = """() => [...document.querySelectorAll('svg.chart[role=img]')].map((svg) => {
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return [...svg.querySelectorAll('text')].map((text) => {
    const box = text.getBoundingClientRect();
    return {
      text: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) * scale,
      left: box.left, right: box.right, top: box.top, bottom: box.bottom,
      window: document.documentElement.clientWidth,
    };
  });
})"""


def _overlap(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Whether two boxes meet by more than the air that a line of text has above and below."""
    air = 4
    beside = one["right"] <= other["left"] or other["right"] <= one["left"]
    above = one["bottom"] - air <= other["top"] or other["bottom"] - air <= one["top"]
    return not (beside or above)


def test_axe_finds_nothing(watched: Watched, base_url: str) -> None:
    """Rules of WCAG 2.0 to 2.2 at A and AA, and what axe calls best practice."""
    for url in DRAWN_PAGES:
        watched.page.goto(base_url + url)
        found = Axe().run(watched.page)
        assert found.response["passes"], url
        assert found.violations_count == 0, (url, found.generate_report())
    assert watched.faults == []


def test_pages_with_charts_stay_light(site: Path) -> None:
    """A practice page's HTML is below 60 kB gzipped."""
    for page in sorted((site / "kaytannot").glob("*/index.html")):
        assert len(gzip.compress(page.read_bytes())) < HEAVIEST, page.parent.name


def test_numbers_of_the_overview_lead_to_as_many_practices(browser: Browser, base_url: str) -> None:
    """The list behind a number has that many practices."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{base_url}yleiskuva/")
    counted = "a.querySelector('strong') ?? a.querySelector('.counted__number') ?? a"
    links = page.evaluate(
        f"""() => [...document.querySelectorAll('.tile a, .counted a')].map(
          (a) => [a.href, Number.parseInt(({counted}).textContent, 10)])"""
    )
    assert len(links) > 40
    for address, number in links:
        page.goto(address)
        if "/palkinnot/" in address:
            # A round has its nominees in tables, filtered by the address.
            expect(page.locator("[data-jury=nominees] tbody tr:visible")).to_have_count(number)
            continue
        if "?" in address:
            said = re.compile(rf"^\s*{number} käytäntö")
            page.locator("main [role=status]").filter(has_text=said).wait_for()
        expect(page.locator("main .card")).to_have_count(number)
    page.close()
