"""Pages as people use them: states that a page is brought into, for axe and for the policy."""

import json
from collections.abc import Callable, Iterator

from playwright.sync_api import Page

from tests.browser.jury_desk import (
    BRING,
    CRITERIA,
    FILES,
    START,
    buffer,
    nominees,
    scored,
    started,
    stored,
)
from tests.browser.jury_desk import URL as ROUND_PAGE
from tests.browser.typist import STEPS

NEW = "ilmoita/"
EDITED = "ilmoita/?muokkaa=kouvolan-varhainen-tuki"
Reach = Callable[[Page], object]


def open_menu(page: Page) -> None:
    """Open the menu of a narrow window."""
    button = page.get_by_role("button", name="Valikko")
    if button.is_visible():
        button.click()


def open_suggestions(page: Page) -> None:
    """Type into the search until it suggests."""
    page.get_by_role("combobox").first.press_sequentially("perhe")
    page.get_by_role("option").first.wait_for()


def open_details(page: Page) -> None:
    """Open every part of the page that opens."""
    for summary in page.locator("summary").all():
        if summary.is_visible() and not summary.evaluate("e => e.parentElement.open"):
            summary.click()


def choose_two(page: Page) -> None:
    """Tick two practices, so that the bar of the comparison is there."""
    boxes = page.locator("[data-compare]")
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.get_by_role("region", name="Vertailuun valitut").wait_for()


def start_sheet(page: Page) -> None:
    """Start a juror's score sheet."""
    page.wait_for_selector("[data-ready]")
    page.get_by_role("button", name=START).click()


def use_sheet(page: Page) -> None:
    """Score, list and leave out, bring in another juror's file, and open the summaries."""
    page.wait_for_selector("[data-ready]")
    started(page, "Anna")
    first, second, third = list(nominees(page))[:3]
    scored(page, first, dict.fromkeys(CRITERIA, 4))
    scored(page, second, dict.fromkeys(CRITERIA, 2))
    page.get_by_role("button", name="Lisää listalle").click()
    own = stored(page)
    other = {
        **own,
        "sheet": "toinen",
        "juror": "Bertta",
        "marks": {first: {CRITERIA[0]: {"score": 1, "note": "Eri mieltä"}}},
        "conflicts": [{"nominee": third, "reason": "työ"}],
    }
    page.get_by_role("button", name="Ota oma lomakkeeni mukaan").click()
    page.get_by_label(FILES).set_input_files([buffer(json.dumps(other)), buffer("rikki", "x.json")])
    page.locator(".jury-loaded li").nth(1).wait_for()
    open_details(page)


def ask_before_deleting(page: Page) -> None:
    """Open the question that comes before a sheet is deleted."""
    start_sheet(page)
    page.get_by_role("button", name="Poista lomake").click()
    page.get_by_role("dialog").wait_for()


def ask_before_replacing(page: Page) -> None:
    """Open the question that comes before a file takes the place of a sheet."""
    page.wait_for_selector("[data-ready]")
    started(page, "Anna")
    page.get_by_label(BRING).set_input_files([buffer(json.dumps(stored(page)))])
    page.get_by_role("dialog").wait_for()


def hand_out(page: Page) -> None:
    """Open the jury's hand-out."""
    page.wait_for_selector("[data-ready]")
    page.get_by_role("button", name="Avaa tuloste").click()
    page.locator(".handout__page").first.wait_for()


def fill_round_form(page: Page) -> None:
    """Add a criterion to the form of a round, and open what speaks to it."""
    page.get_by_role("button", name="Lisää peruste").click()
    open_details(page)
    page.get_by_role("button", name="Tee tiedosto").click()


def open_form(page: Page, *, faults: bool) -> None:
    """Open the form filled with a published practice, or a new one to be left half filled."""
    page.get_by_role("button", name="Aloita" if faults else "Avaa tiedot").click()
    page.locator("#f-title").wait_for()
    if faults:
        page.locator("#f-title").fill("Imatran hyvinvointineuvolat")


def form_steps(page: Page, *, faults: bool) -> Iterator[str]:
    """Go through the steps, each with everything open; with `faults` as they are when left."""
    for number, name in enumerate(STEPS):
        page.locator(".submit-step").nth(number).click()
        if faults:
            _half(page)
        open_details(page)
        yield name


def whole_form(*, faults: bool) -> Reach:
    """Go through every step of the form."""

    def reach(page: Page) -> None:
        open_form(page, faults=faults)
        assert [*form_steps(page, faults=faults)] == [*STEPS]

    return reach


def _half(page: Page) -> None:
    # Each list gets one empty record; then the step is left, and its faults are shown.
    for add in page.locator("[id$=-add]").all():
        if add.is_visible():
            add.click()
    leave = page.locator(".submit-buttons .action--main")
    if leave.count():
        leave.click()
        page.locator("h2:focus, .submit-summary:focus").wait_for()


JURY_STATES: dict[str, tuple[str, Reach]] = {
    "sheet": (ROUND_PAGE, start_sheet),
    "sheet-used": (ROUND_PAGE, use_sheet),
    "question-delete": (ROUND_PAGE, ask_before_deleting),
    "question-replace": (ROUND_PAGE, ask_before_replacing),
    "hand-out": (ROUND_PAGE, hand_out),
    "round-form": ("palkinnot/uusi/", fill_round_form),
}
STATES: dict[str, tuple[str, Reach]] = {
    "menu": ("", open_menu),
    "suggestions": ("kaytannot/", open_suggestions),
    "facets": ("kaytannot/", open_details),
    "compare-bar": ("kaytannot/", choose_two),
    "practice-details": ("kaytannot/kouvolan-varhainen-tuki/", open_details),
    **JURY_STATES,
}
