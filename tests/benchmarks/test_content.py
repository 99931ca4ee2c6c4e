"""What other builders get is the practices' own content."""

import yaml
from benchmarks.build.content import COLUMNS, article, front_matter, outcome_table, whole
from benchmarks.synthetic import files

TEXT = """---
title: 'Nimi: osa'
summary: Tiivistelmä.
themes: [early-support, home-care]
outcomes:
- id: tulos
  indicator: care-orders
  statement: Huostaanotot | vähenivät.
  baseline: {value: '33', period: '2015'}
  observed: decreased
---

## Ratkaisu

Teksti --- jatkuu.
"""


def test_an_article_has_the_front_matter_the_body_and_the_outcomes() -> None:
    """The title as it is, the outcomes as a table after the body."""
    made = article("nimi.md", TEXT)
    assert (made.name, made.title, made.summary) == ("nimi", "Nimi: osa", "Tiivistelmä.")
    assert made.themes == ("early-support", "home-care")
    assert made.body.startswith("Tiivistelmä.\n\n## Ratkaisu\n\nTeksti --- jatkuu.\n\n| Mittari |")
    assert made.body.endswith(
        "| care-orders | 33 (2015) |  | decreased | Huostaanotot \\| vähenivät. |\n"
    )


def test_the_file_is_front_matter_that_any_builder_reads() -> None:
    """With what a builder needs beside it."""
    head, body = front_matter(article("nimi.md", TEXT).markdown(layout="base.njk"))
    assert yaml.safe_load(head) == {
        "title": "Nimi: osa",
        "description": "Tiivistelmä.",
        "themes": ["early-support", "home-care"],
        "layout": "base.njk",
    }
    assert body.lstrip().startswith("Tiivistelmä.")


def test_a_file_may_keep_all_of_the_front_matter_below_a_key_of_its_own() -> None:
    """As it is, beside what a simple template shows; the text below is the same."""
    head, body = front_matter(whole(article("nimi.md", TEXT)))
    found = yaml.safe_load(head)
    assert found.pop("practice") == yaml.safe_load(front_matter(TEXT)[0])
    assert list(found) == ["title", "description", "themes"]
    assert body == front_matter(article("nimi.md", TEXT).markdown())[1]


def test_a_practice_without_outcomes_has_no_table() -> None:
    """Nor an empty one."""
    assert outcome_table(()) == ""
    assert "|" not in article("a.md", TEXT.partition("outcomes:")[0] + "---\n\nTeksti.\n").body


def test_every_row_has_the_columns_of_the_head() -> None:
    """Whatever the synthetic practices say."""
    for name, text in files(30):
        table = [line for line in article(name, text).body.splitlines() if line.startswith("| ")]
        for line in table:
            assert line.replace("\\|", "").count("|") == len(COLUMNS) + 1, line
