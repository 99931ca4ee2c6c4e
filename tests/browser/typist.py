"""Somebody who fills in the submission form: types, chooses by the words shown, presses buttons."""

import json
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page

STEPS = ("mika", "kenelle", "kuvaus", "lahteet", "tulokset", "resurssit", "yhteys", "valmis")
_SHOWN_NAMES = {
    "Outcome": "Tulos",
    "Citation": "Lähde",
    "Contact": "Yhteystieto",
    "Award": "Palkinto",
    "Related": "Liittyvä käytäntö",
    "Comparator": "Vertailukohde",
}


def begun(page: Page, base_url: str) -> Page:
    """Open the form in `page` and begin a submission."""
    page.goto(f"{base_url}ilmoita/")
    page.get_by_role("button", name="Aloita").click()
    return page


def step(page: Page, name: str) -> None:
    """Go to a step by its button."""
    page.locator(".submit-step").nth(STEPS.index(name)).click()


def kept(page: Page) -> Any:
    """What the browser keeps of the first submission."""
    return json.loads(page.evaluate("localStorage.getItem('ilmoitus')"))


class Typist:
    """Fills in `page`, which shows the opened form, by what the form declares."""

    def __init__(self, page: Page, form: Mapping[str, Any]) -> None:
        self.page = page
        self.form = form

    def start(self) -> None:
        """Begin a new submission."""
        self.press(self.page.get_by_role("button", name="Aloita"))
        self.page.locator("#f-title").wait_for()

    def step(self, name: str) -> None:
        """Go to a step by its button."""
        self.press(self.page.locator(".submit-step").nth(STEPS.index(name)))

    def press(self, control: Locator) -> None:
        """Press a button, or follow a link."""
        control.click()

    def write(self, control: Locator, text: str) -> None:
        """Write a text into a field, in the place of what it held."""
        control.fill(text)

    def tick(self, control: Locator) -> None:
        """Tick a box."""
        control.check()

    def pick(self, control: Locator, *, label: str | None = None, value: str | None = None) -> None:
        """Choose one of a list, by the words shown or by the value beneath them."""
        control.select_option(label=label, value=value)

    def practice(self, data: Mapping[str, Any], sections: Mapping[str, str]) -> None:
        """Fill in a whole practice, step by step."""
        for step in self.form["steps"]:
            self.step(step["id"])
            if step["id"] == "valmis":
                self.press(self.page.locator("summary", has_text="Toimitus täyttää nämä"))
            if step["sections"]:
                for name, text in sections.items():
                    self.write(self.page.locator(f"#f-section-{name}"), text)
            self.record("Practice", {k: v for k, v in data.items() if k in step["fields"]}, "f")
            for n, outcome in enumerate(
                data.get("outcomes", []) if "outcomes" in step["fields"] else []
            ):
                self.contradictions(outcome, f"f-outcomes-{n}-contradicts")
            if step["id"] == "yhteys" and "contacts" in data:
                for n in range(len(data["contacts"])):
                    self.tick(self.page.locator(f"#f-contacts-{n}-consent"))

    def contradictions(self, outcome: Mapping[str, Any], id_: str) -> None:
        """Which other outcomes say otherwise: told when all of them are there."""
        for other in outcome.get("contradicts", []):
            self.tick(self.page.locator(f"#{id_} input[value='{other}']"))

    def record(self, record: str, data: Mapping[str, Any], around: str) -> None:
        """Fill in the fields of a record."""
        for field in self.form["records"][record]:
            if field["key"] in data and field["key"] != "contradicts":
                self.field(field, data[field["key"]], f"{around}-{field['key']}")

    def field(self, field: Mapping[str, Any], value: Any, id_: str) -> None:
        """Fill in one field."""
        record = field.get("record", "")
        self.unfold(id_)
        if record.startswith("Stated"):
            self.date(value, id_)
        elif record and field.get("many"):
            for n, item in enumerate(value):
                name = _SHOWN_NAMES[record].lower()
                self.press(self.page.locator(f"#{id_}-add", has_text=f"Lisää: {name}"))
                self.record(record, item, f"{id_}-{n}")
        elif record:
            self.record(record, value, id_)
        elif field.get("register") in ("places", "organisations"):
            self.places(field, value, id_)
        elif field.get("choice") or field.get("register"):
            self.choose(field, value, id_)
        elif field.get("many"):
            self.write(self.page.locator(f"#{id_}"), "\n".join(value))
        else:
            self.write(self.page.locator(f"#{id_}"), value)

    def unfold(self, id_: str) -> None:
        """Open what a field is folded away in."""
        self.page.locator(f"#{id_}").evaluate(
            "(e) => { for (; e; e = e.parentElement) if (e.open === false) e.open = true; }"
        )

    def date(self, value: Any, id_: str) -> None:
        """A date, and the reason where it was worked out."""
        if isinstance(value, str):
            self.write(self.page.locator(f"#{id_}"), value)
            return
        self.write(self.page.locator(f"#{id_}"), value["value"])
        self.tick(self.page.locator(f"#{id_}-inferred"))
        self.write(self.page.locator(f"#{id_}-why"), value["why"])

    def places(self, field: Mapping[str, Any], value: Any, id_: str) -> None:
        """Places or organisations by their names."""
        values = value if field.get("many") else [value]
        for n, place in enumerate(values):
            if n:
                self.press(self.page.locator(f"#{id_}-add"))
            target = f"#{id_}-{n}" if field.get("many") else f"#{id_}"
            self.write(self.page.locator(target), self.name(field["register"], place))

    def choose(self, field: Mapping[str, Any], value: Any, id_: str) -> None:
        """One or several of what is offered, by the words shown."""
        if not field.get("many"):
            control = self.page.locator(f"#{id_}")
            if field.get("register") == "sources":
                self.pick(control, value=value)
            elif value != field.get("default"):
                self.pick(control, label=self.words(field, value))
            return
        group = self.page.locator(f"#{id_}")
        for one in value:
            self.tick(group.get_by_label(self.words(field, one), exact=True))

    def words(self, field: Mapping[str, Any], value: str) -> str:
        """What the form shows for a value."""
        if field.get("choice"):
            return str(self.form["vocabularies"][field["choice"]][value]["label"]["fi"])
        return self.name(field["register"], value)

    def name(self, register: str, value: str) -> str:
        """The name of something in a register."""
        if value == "unknown":
            return "ei tiedossa"
        if register == "practices":
            return next(p["title"] for p in self.form["practices"] if p["id"] == value)
        return str(self.form["registers"][register][value]["name"])

    def file(self) -> str:
        """The finished file."""
        self.step("valmis")
        return self.page.locator("#submit-file").input_value()


# Where the control to be reached is: -1 before the focus in the page, 1 after it, 0 has the focus.
_DIRECTION = """target => {
  const here = document.activeElement;
  if (here === target) return 0;
  return target.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}"""
_MOST_STOPS = 400
_LONG = 200


class KeyTypist(Typist):
    """The same with the keyboard alone: no pointer, no field reached but by Tab."""

    def reach(self, control: Locator) -> None:
        """Press Tab, or Shift+Tab for what lies behind, until `control` has the focus."""
        target = control.element_handle()
        for _ in range(_MOST_STOPS):
            direction = target.evaluate(_DIRECTION)
            if direction == 0:
                return
            self.page.keyboard.press("Tab" if direction > 0 else "Shift+Tab")
        raise AssertionError(f"not reached: {control}")

    def press(self, control: Locator) -> None:
        """Enter."""
        self.reach(control)
        self.page.keyboard.press("Enter")

    def write(self, control: Locator, text: str) -> None:
        """Key by key; a long text as if pasted."""
        self.reach(control)
        self.page.keyboard.press("Control+A")
        if len(text) > _LONG:
            self.page.keyboard.insert_text(text)
        else:
            self.page.keyboard.type(text)

    def tick(self, control: Locator) -> None:
        """Space."""
        self.reach(control)
        self.page.keyboard.press("Space")

    def pick(self, control: Locator, *, label: str | None = None, value: str | None = None) -> None:
        """The first letter, then the arrow down, until the words are shown."""
        chosen = "e => [e.selectedOptions[0].textContent, e.value]"
        self.reach(control)
        if label:
            self.page.keyboard.press(label[0])
        else:
            self.page.keyboard.press("ArrowDown")
        for _ in range(_MOST_STOPS):
            text, held = control.evaluate(chosen)
            if label in (None, text) and value in (None, held):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"not offered: {label or value}")
