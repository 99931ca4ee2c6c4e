"""Where a quotation that nobody ended begins."""

import pytest

from catalogue.source.quotes import unended_quote
from catalogue.source.yaml_text import read_yaml

HEAD = """title: "Perhetupa"
summary: "Perheet tapaavat
  toisiaan joka viikko."
status: {value: in-use, as_of: "2026"}
keywords: ["yksi", 'kaksi']
note: 'Perheen ''oma'' tupa'
sources:
  - {id: x, title: "Tiedote"}
  - "toinen"
"""


def test_a_sound_text_has_none() -> None:
    """Over several lines, within brackets, and with doubled apostrophes."""
    assert unended_quote(HEAD, 100) is None


@pytest.mark.parametrize(
    ("whole", "broken", "line"),
    [
        ('title: "Perhetupa"', 'title: "Perhetupa', 1),
        ('joka viikko."', "joka viikko.", 2),
        ('as_of: "2026"}', 'as_of: "2026}', 4),
        ("'kaksi']", "'kaksi]", 5),
        ("tupa'", "tupa", 6),
        ('"Tiedote"}', '"Tiedote}', 8),
        ('- "toinen"', '- "toinen', 9),
    ],
)
def test_the_line_where_it_begins_is_told(whole: str, broken: str, line: int) -> None:
    """Not that further down at which the reader of YAML stumbles; counted from the file's line."""
    assert whole in HEAD
    (finding,) = read_yaml(HEAD.replace(whole, broken, 1), first_line=2).findings
    assert (finding.code, finding.line) == ("yaml-quote", line + 1)


@pytest.mark.parametrize(
    "text",
    [
        "title: Perheet, 'n sanoin\nkind: a: b\n",
        'title: hän sanoi, "moi\nkind: [a\nx: y\n',
        'title: a\n kind: b\nnote: "auki\nx: y\n',
        "summary: >\n  'Nuoret ensin,\n  sanoi johtaja\ntitle: x\nthemes: [a\nkind: y\n",
        "note: |-\n\n  '90-luvulla alkanut\n\n  työ\ntitle: x\nkind: a: b\n",
    ],
)
def test_a_mark_within_a_text_is_a_letter(text: str) -> None:
    """And what begins after the fault that was found is not to blame for it."""
    (finding,) = read_yaml(text).findings
    assert finding.code != "yaml-quote"
