"""A large round: two hundred nominees by twelve criteria stay quick under the juror's hands."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.jury_round import nominee, write_round
from tests.browser.served import Watched, serve

NOMINEES, CRITERIA = 200, 12
# Give one score after another and measure each with the layout that follows; the quickest of them
# tells what the page takes, however busy the machine is.
GIVE = """(count) => {
  const times = [];
  let records = 0;
  const observer = new MutationObserver((found) => { records += found.length; });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true,
    attributes: true });
  const form = document.querySelector('.jury-form');
  for (let at = 0; at < count; at += 1) {
    const radio = form.querySelectorAll('.jury-scores')[at % 12].querySelectorAll('input')[at % 6];
    const start = performance.now();
    radio.click();
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  records += observer.takeRecords().length;
  observer.disconnect();
  return { least: Math.min(...times), records: records / count };
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The page of a synthetic round, with the sheet started and every nominee scored."""
    root = tmp_path_factory.mktemp("large")
    write_round(root, {f"ehdokas-{n}": nominee(f"Ehdokas {n}") for n in range(NOMINEES)}, CRITERIA)
    server, url = serve(root)
    context = browser.new_context()
    watched = Watched(context.new_page(), url)
    page = watched.page
    page.goto(url)
    page.wait_for_selector("[data-ready]")
    page.get_by_role("button", name="Aloita arviointilomake").click()
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((one) => one.includes('arviointi'));
          const sheet = JSON.parse(localStorage[key]);
          const rows = document.querySelectorAll('[data-jury=nominees] tbody tr');
          [...rows].forEach((row, at) => {
            const marks = Array.from({ length: 12 }, (_, c) =>
              [`peruste-${c}`, { score: (at * 7 + c * 3) % 6, note: 'Muistiinpano '.repeat(5) }]);
            sheet.marks[row.dataset.nominee] = Object.fromEntries(marks);
          });
          localStorage[key] = JSON.stringify(sheet);
        }"""
    )
    page.reload()
    page.wait_for_selector("[data-ready]")
    yield page
    assert watched.faults == []
    context.close()
    server.shutdown()
    server.server_close()


def test_every_nominee_and_criterion_is_there(page: Page) -> None:
    """The size that the measurements speak of."""
    assert page.locator("#arviointi tbody tr").count() == NOMINEES
    assert page.locator("#arviointi thead th").count() == CRITERIA + 5


def test_a_score_takes_less_than_a_tenth_of_a_second_and_touches_few_cells(page: Page) -> None:
    """The ranking is rewritten where it changes: most of its 200 × 12 cells stay as they are."""
    found = page.evaluate(GIVE, 36)
    assert found["least"] < 100
    # Ranks shift by one over much of the list at worst: that many cells, and two moves.
    assert found["records"] < 3 * NOMINEES


def test_a_filter_and_a_weight_take_less_than_a_tenth_of_a_second(page: Page) -> None:
    """The quickest of ten, for the same reason."""
    script = """([selector, values]) => {
      const select = document.querySelector(selector);
      return Math.min(...values.map((value) => {
        const start = performance.now();
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        document.body.getBoundingClientRect();
        return performance.now() - start;
      }));
    }"""
    weights = [str(number) for number in range(1, 11)]
    assert page.evaluate(script, [".jury-weights select", weights]) < 100
    assert page.evaluate(script, ["select[name=teema]", ["early-support", ""] * 5]) < 100


def test_no_column_of_twelve_criteria_is_cut_on_paper(page: Page) -> None:
    """Wide tables lie on the long side of the sheet: 265 mm, a thousand pixels, between margins."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1000, "height": 670})
    tables = page.locator(".table--wide")
    assert tables.count() == 2
    assert tables.first.evaluate("node => getComputedStyle(node).page") == "wide"
    for table in tables.all():
        assert table.evaluate("node => node.scrollWidth <= node.clientWidth + 1")
        assert table.evaluate("node => node.getBoundingClientRect().right <= innerWidth")
    page.emulate_media(media="null")
    page.set_viewport_size({"width": 1280, "height": 720})


def test_twelve_criteria_fit_one_printed_page(page: Page, tmp_path: Path) -> None:
    """Two hundred nominees are two hundred pages."""
    page.get_by_role("button", name="Avaa tuloste").click()
    path = tmp_path / "tuloste.pdf"
    page.pdf(path=path, format="A4")
    assert path.read_bytes().count(b"/Type /Page\n") == NOMINEES
    page.go_back()
