"""Personal data in texts is told where it stands; in its own fields it is in its place."""

from collections.abc import Mapping

import pytest
import yaml

from catalogue.check.body import check_body, plain
from catalogue.check.personal import check_personal
from tests.check.test_body import HEADINGS
from tests.test_personal import CODES, EMAILS, PHONES, SOUND

CONTACT = {"role": "ohjaaja", "email": "a@kunta.fi", "phone": "040 123 4567"}


def told(data: Mapping[str, object]) -> list[tuple[object, str]]:
    """Place and code of what is told; nothing is missed for being written as YAML."""
    found = [(f.loc, f.code) for f in check_personal(data)]
    said = yaml.safe_dump(data, allow_unicode=True, width=20)
    assert [(f.loc, f.code) for f in check_personal(data, said)] == found
    return found


def test_contacts_hold_what_belongs_there() -> None:
    """And addresses of the web whatever they like."""
    source = {"url": "https://kunta.fi/0401234567?a@b.fi", "date": "2017-05-18"}
    assert told({"contacts": [CONTACT], "sources": [source], "places": ["020", "153"]}) == []


@pytest.mark.parametrize("key", ["role", "name"])
def test_it_is_told_in_any_other_field(key: str) -> None:
    """Also where it stands in its own field as well."""
    contact = {**CONTACT, key: "p. 040 123 4567, a@kunta.fi"}
    assert told({"contacts": [contact]}) == [
        (("contacts", 0, key), "personal-email"),
        (("contacts", 0, key), "personal-phone"),
    ]
    assert told({"summary": "Soita 040\n123 4567"}) == [(("summary",), "personal-phone")]
    assert told({"a": {"why": "Pyysi 010115A123B"}}) == [(("a", "why"), "identity-code")]


def test_an_identity_code_is_not_repeated_in_the_report() -> None:
    """It may be read by anybody."""
    (finding,) = check_personal({"summary": "Lapsi 010115A123B"})
    assert "0101" not in str(finding.params)


@pytest.mark.parametrize("text", [*PHONES, *EMAILS, *CODES, *SOUND])
def test_a_body_is_read_alike_whatever_else_stands_in_it(text: str) -> None:
    """Of text alone it is judged without being parsed."""
    text = text.replace("<", "").replace(">", "")
    bodies = [f"\nTeksti.\nKysy {text} heti.\n", f"\nTeksti.\nKysy {text} heti.\n\n`koodi`\n"]
    simple, other = [
        [
            (f.code, f.line)
            for f in check_body(body, HEADINGS, ())
            if not f.code.startswith("section")
        ]
        for body in bodies
    ]
    assert simple == other
    assert {line for _, line in simple} <= {3}
    assert bool(simple) == (text not in SOUND)
    assert plain(bodies[1]) is False


def test_the_line_is_that_of_the_text_within_its_block() -> None:
    """In lists, tables and code too."""
    body = "\n- a\n- b\n  c a@b.fi\n\n| a |\n|---|\n| a@b.fi |\n\n```\nx\na@b.fi\n```\n"
    lines = [f.line for f in check_body(body, HEADINGS, ()) if f.code == "personal-email"]
    assert lines == [4, 8, 12]
