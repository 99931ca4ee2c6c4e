"""A practice as the comparison shows it."""

from typing import Any

from catalogue.browse.compared import compared
from tests.factories import catalogue, frame, practice, real_catalogue


def shown(**fields: Any) -> dict[str, Any]:
    """Return what the comparison shows of a practice with these fields."""
    made = catalogue({"a": practice(**fields)})
    return dict(compared(frame(made), made.entries[0]))


def facts(**fields: Any) -> dict[str, str]:
    """Return its facts by heading."""
    return {heading: "".join(texts) for heading, *texts in shown(**fields)["facts"]}


def test_a_note_on_the_resources_is_not_said_of_the_cost() -> None:
    """It has a row of its own; the cost keeps the note on the cost."""
    told = facts(resources={"note": "Kaksi opiskeli. Muut eivät."})
    assert told["Kustannukset"] == "Ei ilmoitettu"
    assert told["Lisätietoa resursseista"] == "Kaksi opiskeli. Muut eivät."
    costed = facts(resources={"cost": {"amount": "5", "note": "Arvio. Ei toteuma."}})
    assert costed["Kustannukset"] == "5 EUR. Arvio. Ei toteuma."
    assert costed["Lisätietoa resursseista"] == ""


def test_own_words_stand_apart_from_those_of_the_catalogue() -> None:
    """Only they are in the language of the practice, whatever that of the page is."""
    resources = {
        "staff": {"headcount": "18", "note": "Arvio"},
        "cost": {"amount": "5"},
        "note": "kaksi opiskeli",
    }
    told = {heading: texts for heading, *texts in shown(resources=resources)["facts"]}
    assert told["Henkilöstö"] == ["18 työntekijää. ", "Arvio"]
    assert told["Kustannukset"] == ["5 EUR"]
    assert told["Lisätietoa resursseista"] == ["", "Kaksi opiskeli"]
    assert len(told["Paikka"]) == 1


def test_where_there_is_nobody_to_ask_it_says_so_as_the_page_does() -> None:
    """And names the provider where it is known."""
    entries = {entry.id: entry for entry in real_catalogue().entries}
    entry = entries["siikalatvan-varhainen-perhetuki"]
    told = compared(frame(real_catalogue()), entry)
    assert told["contacts"] == []
    assert str(told["no_contacts"]).startswith(
        "Luettelossa ei ole tämän käytännön yhteystietoja. Kysy toteuttajalta"
    )
    assert (
        shown(provider="unknown")["no_contacts"]
        == "Luettelossa ei ole tämän käytännön yhteystietoja."
    )
