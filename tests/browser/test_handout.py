"""The hand-out on paper: one sheet per nominee, however much there is to tell."""

import io
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser

from tests.browser.jury_round import nominee, write_round
from tests.browser.served import serve
from tests.factories import outcome_data

LONG = "Palvelut koottiin yhteen ja apu vietiin perheiden kotiin, jotta tuki alkaisi ajoissa. "
MM = 96 / 25.4
FIELDS = ("target_groups", "service_levels", "resources", "section:need", "section:solution")


def sheets(browser: Browser, root: Path) -> list[str]:
    """The text of each sheet of the hand-out of the round in `root`."""
    server, url = serve(root)
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{url}?nakyma=tuloste")
    page.locator(".handout__page").first.wait_for()
    read = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    page.close()
    server.shutdown()
    server.server_close()
    return [sheet.extract_text() for sheet in read.pages]


def told(count: int, level: int) -> list[dict[str, object]]:
    """So many outcomes with long statements; the last is known at `level` 2 or 0."""
    claims = [
        outcome_data(id=f"vaite-{at}", indicator="timely-help", statement=f"Väite {at}. {LONG}")
        for at in range(count - 1)
    ]
    figures = {"baseline": {"value": "33", "period": "2015"}} if level else {}
    if level:
        figures["follow_up"] = {"value": "14", "period": "2016"}
    return [*claims, outcome_data(id="luku", statement="Mitattu muutos.", **figures)]


def test_each_nominee_has_one_sheet_whatever_the_number_of_outcomes(
    browser: Browser, tmp_path: Path
) -> None:
    """None, some, and far more than there is room for: the surest first, and where all of them are.

    A phone prints the same.
    """
    nominees = {
        f"ehdokas-{count}": nominee(
            f"Ehdokas {count} {LONG[:70]}",
            outcomes=told(count, 2) if count else [],
            resources={"staff": {"headcount": "18"}, "note": LONG},
            summary=(LONG * 4)[:300],
        )
        for count in (0, 2, 5, 9, 17, 40)
    }
    write_round(tmp_path, nominees, 4, FIELDS, ("timely-help", "care-orders"))
    found = sheets(browser, tmp_path)
    assert len(found) == len(nominees)
    for count, text in zip((0, 17, 2, 40, 5, 9), found, strict=True):
        assert f"Ehdokas {count} " in text
        if count:
            assert "Mitattu muutos." in text
            assert f"/kaytannot/ehdokas-{count}/" in text
            assert f"Lähteet ilmoittavat {count} tulosta" in text


@pytest.mark.parametrize(("criteria", "outcomes"), [(4, 0), (4, 2), (4, 40), (12, 0), (12, 9)])
def test_there_is_room_for_notes_on_each_nominee(
    browser: Browser, tmp_path: Path, criteria: int, outcomes: int
) -> None:
    """Five lines of 8 mm at least, however full the sheet is, and on it."""
    data = told(outcomes, 2) if outcomes else []
    made = nominee("Ehdokas", outcomes=data, summary=(LONG * 4)[:300])
    write_round(tmp_path, {"x": made}, criteria, FIELDS[:4])
    server, url = serve(tmp_path)
    page = browser.new_page(viewport={"width": 672, "height": 900})
    page.goto(f"{url}?nakyma=tuloste")
    page.emulate_media(media="print")
    page.locator(".handout__page").wait_for()
    notes = page.locator(".handout__page").get_by_text("Muistiinpanot:")
    boxes = [box for each in notes.all() if (box := each.bounding_box())]
    assert sum(box["height"] * box["width"] for box in boxes) >= 5 * 8 * MM * 672
    sheet = page.locator(".handout__page").bounding_box()
    assert sheet and sheet["height"] <= 261 * MM
    assert all(box["y"] + box["height"] <= sheet["y"] + sheet["height"] + 1 for box in boxes)
    page.close()
    server.shutdown()
    server.server_close()


def test_where_one_sheet_is_not_enough_the_next_says_whose_it_is(
    browser: Browser, tmp_path: Path
) -> None:
    """Round and name stand on every sheet; nothing is cut but outcomes, which have an address."""
    nominees = {f"x{n}": nominee(f"Ehdokas {n}", summary=LONG * 3) for n in range(2)}
    write_round(tmp_path, nominees, 40, FIELDS)
    found = sheets(browser, tmp_path)
    assert len(found) > 2
    for text in found:
        assert "Iso ·" in text and "Ehdokas" in text
    for criterion in range(40):
        assert sum(f"Peruste {criterion}\n" in text for text in found) == 2


def test_twelve_criteria_fit_on_one_sheet(browser: Browser, tmp_path: Path) -> None:
    """Side by side, with less room for notes."""
    write_round(tmp_path, {"x": nominee("Ehdokas", outcomes=told(9, 2))}, 12, FIELDS[:4])
    assert len(sheets(browser, tmp_path)) == 1
