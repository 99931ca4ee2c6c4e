"""Somebody who fills in the submission form: types, chooses by the words shown, presses buttons."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page

STEPS = ("mika", "kenelle", "kuvaus", "lahteet", "tulokset", "resurssit", "yhteys", "valmis")
_SHOWN_NAMES = {
    "Outcome": "Tulos",
    "Citation": "Lähde",
    "Contact": "Yhteystieto",
    "Award": "Palkinto",
    "Related": "Liittyvä käytäntö",
    "Comparator": "Vertailukohde",
}


class Typist:
    """Fills in `page`, which shows the opened form, by what the form declares."""

    def __init__(self, page: Page, form: Mapping[str, Any]) -> None:
        self.page = page
        self.form = form

    def start(self) -> None:
        """Begin a new submission."""
        self.page.get_by_role("button", name="Aloita").click()
        self.page.locator("#f-title").wait_for()

    def step(self, name: str) -> None:
        """Go to a step by its button."""
        self.page.locator(".submit-step").nth(STEPS.index(name)).click()

    def practice(self, data: Mapping[str, Any], sections: Mapping[str, str]) -> None:
        """Fill in a whole practice, step by step."""
        for step in self.form["steps"]:
            self.step(step["id"])
            if step["id"] == "valmis":
                self.page.get_by_text("Toimitus täyttää nämä").click()
            if step["sections"]:
                for name, text in sections.items():
                    self.page.locator(f"#f-section-{name}").fill(text)
            self.record("Practice", {k: v for k, v in data.items() if k in step["fields"]}, "f")
            for n, outcome in enumerate(
                data.get("outcomes", []) if "outcomes" in step["fields"] else []
            ):
                self.contradictions(outcome, f"f-outcomes-{n}-contradicts")
            if step["id"] == "yhteys" and "contacts" in data:
                self.page.get_by_label("Jokainen tässä nimetty henkilö").check()

    def contradictions(self, outcome: Mapping[str, Any], id_: str) -> None:
        """Which other outcomes say otherwise: told when all of them are there."""
        for other in outcome.get("contradicts", []):
            self.page.locator(f"#{id_} input[value='{other}']").check()

    def record(self, record: str, data: Mapping[str, Any], around: str) -> None:
        """Fill in the fields of a record."""
        for field in self.form["records"][record]:
            if field["key"] in data and field["key"] != "contradicts":
                self.field(field, data[field["key"]], f"{around}-{field['key']}")

    def field(self, field: Mapping[str, Any], value: Any, id_: str) -> None:
        """Fill in one field."""
        record = field.get("record", "")
        if record.startswith("Stated"):
            self.date(value, id_)
        elif record and field.get("many"):
            for n, item in enumerate(value):
                name = _SHOWN_NAMES[record].lower()
                self.page.locator(f"#{id_}-add", has_text=f"Lisää: {name}").click()
                self.record(record, item, f"{id_}-{n}")
        elif record:
            self.record(record, value, id_)
        elif field.get("register") == "places":
            self.places(field, value, id_)
        elif field.get("choice") or field.get("register"):
            self.choose(field, value, id_)
        elif field.get("many"):
            self.page.locator(f"#{id_}").fill("\n".join(value))
        else:
            self.page.locator(f"#{id_}").fill(value)

    def date(self, value: Any, id_: str) -> None:
        """A date, and the reason where it was worked out."""
        if isinstance(value, str):
            self.page.locator(f"#{id_}").fill(value)
            return
        self.page.locator(f"#{id_}").fill(value["value"])
        self.page.locator(f"#{id_}-inferred").check()
        self.page.locator(f"#{id_}-why").fill(value["why"])

    def places(self, field: Mapping[str, Any], value: Any, id_: str) -> None:
        """Places by their names."""
        values = value if field.get("many") else [value]
        for n, place in enumerate(values):
            if n:
                self.page.locator(f"#{id_}-add").click()
            target = f"#{id_}-{n}" if field.get("many") else f"#{id_}"
            self.page.locator(target).fill(self.name("places", place))

    def choose(self, field: Mapping[str, Any], value: Any, id_: str) -> None:
        """One or several of what is offered, by the words shown."""
        if not field.get("many"):
            control = self.page.locator(f"#{id_}")
            if field.get("register") == "sources":
                control.select_option(value)
            elif value != field.get("default"):
                control.select_option(label=self.words(field, value))
            return
        group = self.page.locator(f"#{id_}")
        for one in value:
            group.get_by_label(self.words(field, one), exact=True).check()

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
