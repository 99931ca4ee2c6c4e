"""Files of the jury: what is taken out can be opened, what is brought in is not trusted."""

import copy
import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Browser, Download, Locator, Page, expect

from tests.browser.jury_desk import (
    BRING,
    CRITERIA,
    FILES,
    ROUND,
    buffer,
    opened,
    saved,
    scored,
    started,
    stored,
    table,
)
from tests.browser.served import Watched

IMATRA = "imatran-hyvinvointineuvola"
OULU = "oulun-hyvinvointineuvola"


@pytest.fixture
def page(browser: Browser, base_url: str) -> Iterator[Page]:
    """The round's page in a window of its own, which must stay without faults."""
    context = browser.new_context()
    context.set_default_timeout(10_000)
    watched = Watched(context.new_page(), base_url)
    yield opened(watched.page, base_url)
    assert watched.faults == []
    context.close()


def sheet(**fields: Any) -> dict[str, Any]:
    """A sound file; `fields` take the place of its own."""
    marks = {IMATRA: {"development": {"score": 4, "note": "Hyvä"}}}
    sound = {
        "format": "hyvat-kaytannot/arviointilomake",
        "version": 1,
        "round": ROUND,
        "sheet": "a1b2",
        "saved": "2026-11-22T12:00:00.000Z",
        "juror": "Bertta",
        "weights": {"development": 2},
        "marks": marks,
        "conflicts": [{"nominee": OULU, "reason": "työ"}],
        "shortlist": [{"nominee": IMATRA, "reason": "luvut"}],
    }
    return {**sound, **fields}


def with_mark(mark: object) -> dict[str, Any]:
    """A file with one strange mark."""
    return sheet(marks={IMATRA: {"development": mark}})


SOUND = json.dumps(sheet())
BAD = {
    "truncated": (SOUND[: len(SOUND) // 2], "vajaa tai muuten rikki"),
    "empty": ("", "ei ole arviointilomake"),
    "text": ("Hei!", "ei ole arviointilomake"),
    "binary": (b"PK\x03\x04\x00\xff\xfe", "ei ole arviointilomake"),
    "list": ("[]", "ei ole arviointilomake"),
    "null": ("null", "ei ole arviointilomake"),
    "foreign": ('{"name": "jotain muuta", "version": 1}', "ei ole arviointilomake"),
    "table-export": ('{"format": "hyvat-kaytannot/taulukko", "version": 1}', "ei ole"),
    "future": (json.dumps(sheet(version=2)), "uudemmalla lomakkeella (versio 2)"),
    "old": (json.dumps(sheet(version=0)), "vanhalla lomakkeella (versio 0)"),
    "version-text": (json.dumps(sheet(version="1")), "joita arviointilomakkeessa ei voi olla"),
    "other-round": (json.dumps(sheet(round="toinen")), "toiselta palkintokierrokselta"),
    "other-criterion": (json.dumps(sheet(weights={"constructor": 1})), "peruste, jota tällä"),
    "score-high": (json.dumps(with_mark({"score": 6, "note": ""})), "ei voi olla"),
    "score-negative": (json.dumps(with_mark({"score": -1, "note": ""})), "ei voi olla"),
    "score-fraction": (json.dumps(with_mark({"score": 2.5, "note": ""})), "ei voi olla"),
    "score-text": (json.dumps(with_mark({"score": "5", "note": ""})), "ei voi olla"),
    "score-huge": (SOUND.replace('"score": 4', '"score": 1e999'), "ei voi olla"),
    "mark-list": (json.dumps(with_mark([5])), "ei voi olla"),
    "note-number": (json.dumps(with_mark({"score": 1, "note": 5})), "ei voi olla"),
    "note-long": (json.dumps(with_mark({"score": 1, "note": "x" * 4001})), "ei voi olla"),
    "weight-high": (json.dumps(sheet(weights={"development": 11})), "ei voi olla"),
    "marks-list": (json.dumps(sheet(marks=[])), "ei voi olla"),
    "missing": (json.dumps({k: v for k, v in sheet().items() if k != "marks"}), "ei voi olla"),
    "twice": (json.dumps(sheet(shortlist=sheet()["shortlist"] * 2)), "ei voi olla"),
    "prototype": (SOUND.replace(f'"{IMATRA}": {{', '"__proto__": {', 1), "ei voi olla"),
    "markup": (json.dumps(sheet(sheet="<img src=x onerror=alert(1)>")), "ei voi olla"),
    "deep": (SOUND.replace('"Bertta"', "[" * 5000 + "]" * 5000), "ei voi olla"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_gets_a_clear_message_and_changes_nothing(page: Page, case: str) -> None:
    """As one's own sheet, and as another juror's."""
    content, message = BAD[case]
    started(page, "Anna")
    scored(page, IMATRA, dict.fromkeys(CRITERIA, 3))
    before = stored(page)
    page.get_by_label(BRING).set_input_files([buffer(content)])
    said = page.locator("#arviointi").get_by_role("alert")
    expect(said).to_contain_text(message)
    expect(said).to_contain_text("Mitään ei muutettu.")
    page.get_by_label(FILES).set_input_files([buffer(content, "paha.json")])
    said = page.locator("#raati").get_by_role("alert")
    expect(said).to_contain_text("paha.json: ")
    expect(said).to_contain_text(message)
    expect(page.locator(".jury-loaded li")).to_have_count(0)
    assert stored(page) == before
    assert page.evaluate("({}).development") is None


def test_a_file_of_20_megabytes_is_refused_unread(page: Page) -> None:
    """No honest sheet is that large."""
    page.evaluate(
        """() => {
          const text = '{"format":"' + 'x'.repeat(20000001) + '"}';
          const transfer = new DataTransfer();
          transfer.items.add(new File([text], 'iso.json'));
          const input = document.querySelector('#arviointi input[type=file]');
          input.files = transfer.files;
          input.dispatchEvent(new Event('change'));
        }"""
    )
    expect(page.locator("#arviointi").get_by_role("alert")).to_contain_text("liian suuri")


def test_a_sound_file_comes_in_whole_and_goes_out_the_same(page: Page, tmp_path: Path) -> None:
    """With the time of its last change: to bring it in and save it makes it no newer."""
    page.get_by_label("Jatka tiedostosta").set_input_files([buffer(SOUND)])
    expect(page.locator("#arviointi").get_by_role("alert")).to_have_text(
        "Lomake on tuotu tiedostosta."
    )
    out = json.loads(saved(page, tmp_path).read_text(encoding="utf-8"))
    assert out == sheet() == stored(page)


def test_a_file_replaces_a_sheet_only_when_the_juror_says_so(page: Page) -> None:
    """The question comes before anything is lost."""
    started(page, "Anna")
    page.get_by_label(BRING).set_input_files([buffer(SOUND)])
    page.get_by_role("button", name="Peruuta").click()
    assert stored(page)["juror"] == "Anna"
    said = page.locator("#arviointi").get_by_role("alert")
    expect(said).to_have_text("Tuonti peruttiin. Oma lomakkeesi on ennallaan.")
    page.get_by_label(BRING).set_input_files([buffer(SOUND)])
    page.get_by_role("button", name="Korvaa").click()
    expect(page.get_by_label("Nimesi tai nimikirjaimesi")).to_have_value("Bertta")
    assert stored(page)["juror"] == "Bertta"


def test_what_was_wrong_with_one_file_is_not_said_of_the_next(page: Page) -> None:
    """Not while the next is asked about, nor when none is chosen after all."""
    started(page, "Anna")
    said = page.locator("#arviointi").get_by_role("alert")
    page.get_by_label(BRING).set_input_files([buffer("rikki")])
    expect(said).to_contain_text("ei ole arviointilomake")
    page.get_by_label(BRING).set_input_files([buffer(SOUND)])
    page.get_by_role("dialog").wait_for()
    expect(page.get_by_text("ei ole arviointilomake")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(said).to_have_text("Tuonti peruttiin. Oma lomakkeesi on ennallaan.")
    for label, part in ((BRING, "#arviointi"), (FILES, "#raati")):
        page.get_by_label(label).set_input_files([buffer("rikki")])
        expect(page.locator(part).get_by_role("alert")).to_contain_text("ei ole arviointilomake")
        page.get_by_label(label).dispatch_event("cancel")
        expect(page.locator(part).get_by_role("alert")).to_have_count(0)


def test_text_in_a_file_is_shown_as_text(page: Page) -> None:
    """Markup in a juror's name, reason or note stays letters."""
    evil = "<img src=x onerror=\"document.title='x'\">"
    mark = {"score": 1, "note": evil}
    given = sheet(juror=evil, conflicts=[{"nominee": OULU, "reason": evil}],
                  marks={IMATRA: dict.fromkeys(CRITERIA, mark)},
                  shortlist=[{"nominee": IMATRA, "reason": evil}])  # fmt: skip
    other = {**copy.deepcopy(given), "sheet": "c3d4", "juror": "Cecilia"}
    other["marks"][IMATRA]["development"] = {"score": 5, "note": ""}
    page.get_by_label("Jatka tiedostosta").set_input_files([buffer(json.dumps(given))])
    page.get_by_label(FILES).set_input_files(
        [buffer(json.dumps(given)), buffer(json.dumps(other), "b.json")]
    )
    expect(page.locator(".jury-loaded li")).to_have_count(2)
    expect(page.locator("[data-jury=exclusions]")).to_contain_text(evil)
    page.get_by_role("button", name="Avaa tuloste").click()
    page.get_by_label("Ota lyhytlistan perustelut mukaan tulosteeseen").check()
    expect(page.locator(".handout")).to_contain_text(evil)
    assert page.locator("main img").count() == 0
    assert page.title() != "x"


def test_a_nominee_who_has_left_the_round_stays_in_the_file(page: Page, tmp_path: Path) -> None:
    """The scores are not shown and not lost."""
    given = sheet()
    given["marks"]["poistunut"] = {"development": {"score": 5, "note": ""}}
    page.get_by_label("Jatka tiedostosta").set_input_files([buffer(json.dumps(given))])
    expect(page.locator("#arviointi").get_by_role("alert")).to_contain_text("yksi ehdokas, joka ei")
    assert len(table(page, "Oma järjestys")) == 9
    scored(page, "toppari-tiimi-hameenlinna", {"development": 1})
    out = json.loads(saved(page, tmp_path).read_text(encoding="utf-8"))
    assert out["marks"]["poistunut"] == given["marks"]["poistunut"]


def test_a_kept_sheet_that_cannot_be_read_is_not_lost(
    browser: Browser, base_url: str, tmp_path: Path
) -> None:
    """The page says so, gives it as a file, and deletes it only when told to."""
    context = browser.new_context()
    page = opened(context.new_page(), base_url)
    started(page, "Anna")
    page.evaluate("for (const k of Object.keys(localStorage)) localStorage[k] = '{\"x\":'")
    page.reload()
    page.wait_for_selector("[data-ready]")
    expect(page.locator("#arviointi").get_by_role("alert")).to_contain_text("jota ei voi lukea")
    with page.expect_download() as download:
        page.get_by_role("button", name="Ota talteen tiedostona").click()
    download.value.save_as(tmp_path / "x")
    assert (tmp_path / "x").read_text() == '{"x":'
    page.get_by_role("button", name="Poista lomake").click()
    page.get_by_role("button", name="Poista", exact=True).click()
    expect(page.get_by_role("button", name="Aloita arviointilomake")).to_be_visible()
    context.close()


def _exported(page: Page, region: Locator, kind: str, tmp_path: Path) -> tuple[Path, str]:
    with page.expect_download() as download:
        region.get_by_role("button", name=f": {kind}").click()
    found: Download = download.value
    path = tmp_path / found.suggested_filename
    found.save_as(path)
    return path, found.suggested_filename


def test_an_export_has_the_rows_of_the_screen_and_counts_them_in_its_name(
    page: Page, tmp_path: Path
) -> None:
    """Filtered and sorted as shown; CSV, workbook and JSON agree to the cell."""
    page.get_by_label("Teema").select_option(label="neuvola")
    page.get_by_role("button", name="Ehdokas").first.click()
    page.get_by_role("button", name="Ehdokas").first.click()
    region = page.locator("#ehdokkaat")
    path, name = _exported(page, region, "CSV", tmp_path)
    chosen = page.get_by_label("Teema").input_value()
    assert name == f"{ROUND}-ehdokkaat-teema-{chosen}-2.csv"
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    headings = page.locator("[data-jury=nominees] thead th").all_inner_texts()
    ehdokas, asema, *rest = [heading.strip() for heading in headings]
    # What stands below a name or a role on the screen has a column and a heading of its own.
    assert rows[0] == [ehdokas, "Tiivistelmä", asema, "Lisätieto palkinnosta", *rest]
    assert rows[2][1].startswith("Neuvola tapaa koko perheen")
    assert [row[2] for row in rows[1:]] == ["ehdokas", "voittaja"]
    assert [row[0] for row in rows[1:]] == [
        "Oulun hyvinvointineuvola",
        "Imatran hyvinvointineuvola",
    ]
    path, name = _exported(page, region, "XLSX", tmp_path)
    assert name == f"{ROUND}-ehdokkaat-teema-{chosen}-2.xlsx"
    book = openpyxl.load_workbook(path)
    assert [[cell.value or "" for cell in row] for row in book.active] == rows
    assert book.sheetnames == ["Ehdokkaat", "Rajaukset"]
    assert [[cell.value for cell in row] for row in book["Rajaukset"]][1:] == [["Teema", "neuvola"]]
    path, name = _exported(page, region, "JSON", tmp_path)
    data = json.loads(path.read_text(encoding="utf-8"))
    assert [data["columns"], *data["rows"]] == rows
    assert data["count"] == 2 and set(data["filters"]) == {"teema"}


def test_numbers_are_numbers_and_text_is_text(page: Page, tmp_path: Path) -> None:
    """A decimal comma in CSV, a typed cell in the workbook; the unscored are empty, not zero."""
    started(page, "Anna")
    scored(page, IMATRA, dict(zip(CRITERIA, (1, 2, 3, 5), strict=True)))
    region = page.locator("#arviointi")
    path, name = _exported(page, region, "CSV", tmp_path)
    assert name == f"{ROUND}-oma-jarjestys-9.csv"
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
    assert rows[0][:5] == ["Ehdokas", "Sija", "Keskiarvo", "Keskiarvo näytöllä", "Tilanne"]
    assert "Lyhytlistalla" not in rows[0]
    imatra = ["Imatran hyvinvointineuvola", "1", "2,75", "2,75", "valmis", "1", "2", "3", "5"]
    assert rows[1] == imatra
    assert rows[2][1:] == ["", "", "ei arvioitu", "ei arvioitu", "", "", "", ""]
    path, _ = _exported(page, region, "XLSX", tmp_path)
    book = openpyxl.load_workbook(path)
    assert len(book.sheetnames) == 1
    cells = next(book.active.iter_rows(min_row=2, max_row=2))
    assert [cell.value for cell in cells[:3]] == ["Imatran hyvinvointineuvola", 1, 2.75]
    kinds = [cell.data_type for cell in cells[:5]]
    assert kinds[1:3] == ["n", "n"] and "n" not in (kinds[0], kinds[4])


def test_what_a_cell_says_besides_its_number_is_kept(page: Page, tmp_path: Path) -> None:
    """Shared ranks, what is unfinished, and how many of how many jurors: numbers and words."""
    oulu = "oulun-hyvinvointineuvola"
    alike = {c: {"score": 3, "note": ""} for c in CRITERIA}
    both = [
        sheet(sheet=n, juror=n, marks={IMATRA: alike, oulu: alike}, conflicts=[], shortlist=[])
        for n in ("a", "b")
    ]
    files = [buffer(json.dumps(one)) for one in both]
    page.get_by_label("Raadin jäsenten tiedostot").set_input_files(files)
    region = page.locator("#raati")
    with page.expect_download() as download:
        region.get_by_role("button", name="Raadin järjestys: CSV").click()
    download.value.save_as(tmp_path / "x.csv")
    text = (tmp_path / "x.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [rows[at]["Sija"] for at in range(3)] == ["1", "1", ""]
    assert [rows[at]["Sija näytöllä"] for at in range(3)] == ["1. (jaettu)"] * 2 + ["ei arvioitu"]
    # An apostrophe keeps a spreadsheet from taking it for the second of February.
    assert (rows[0]["Arvioijia"], rows[0]["Arvioijia näytöllä"]) == ("2", "'2/2")
    assert "Keskiarvo näytöllä" not in rows[0]
    # What only a screen reader says of a dash is no part of the cell.
    assert rows[0]["Jäävit"] == "–"


FORMULAS = ("=1+1", "+358", "-2", "@SUM(A1)", "  =1", "\t=1", '="a";b')


def test_formulas_in_data_are_harmless(page: Page, tmp_path: Path) -> None:
    """An apostrophe in CSV; in the workbook a cell of text, never a formula."""
    started(page, "Anna")
    for reason, position in zip(FORMULAS, range(len(FORMULAS)), strict=True):
        page.get_by_role("button", name="Lisää listalle").click()
        page.get_by_label("Perustelu", exact=True).nth(position).fill(reason)
    region = page.locator("#lyhytlista")
    path, name = _exported(page, region, "CSV", tmp_path)
    assert name == f"{ROUND}-lyhytlista-7.csv"
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
    assert [row[2] for row in rows[1:]] == [f"'{reason}" for reason in FORMULAS]
    assert [row[0] for row in rows[1:]] == [str(number) for number in range(1, 8)]
    path, _ = _exported(page, region, "XLSX", tmp_path)
    sheet = openpyxl.load_workbook(path).active
    found = [row[2] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in found] == list(FORMULAS)
    assert all(cell.data_type != "f" for cell in found)


def test_a_workbook_can_hold_any_text(page: Page, tmp_path: Path) -> None:
    """Marks of XML, control characters, half a surrogate pair, more text than a cell takes."""
    script = """async (texts) => {
      const { src } = document.querySelector('script[type=module]');
      const { asXlsx } = await import(new URL('jury/workbook.js', src));
      const title = "A/B: [c] 'd'?*" + 'x'.repeat(40);
      const rows = [texts, [1, -2.5, null, '']];
      return [...asXlsx({ title, columns: texts, rows })];
    }"""
    texts = ["<a> & \"b\" 'c'", "x\u0001y\ufffe", "ä\n€ 😀", "z" * 40_000] + ["s"] * 30
    data = bytes(page.evaluate(script, texts))
    (tmp_path / "x.xlsx").write_bytes(data)
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").active
    rows = [[cell.value for cell in row] for row in sheet]
    assert rows[1][:3] == ["<a> & \"b\" 'c'", "xy", "ä\n€ 😀"]
    assert rows[1][3] == "z" * 32_767
    assert rows[2][:4] == [1, -2.5, None, None]
    assert len(rows[0]) == 34
