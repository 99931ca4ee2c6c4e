"""Hugo with every field gets all that there is."""

import re
from pathlib import Path

import yaml
from benchmarks.build.all_fields import hugo
from benchmarks.build.content import article, front_matter
from benchmarks.synthetic import files

from catalogue.model.outcome import Figure, Outcome, ReportedChange
from catalogue.model.practice import Citation, Related


def test_every_field_of_an_outcome_and_of_a_source_is_shown(tmp_path: Path) -> None:
    """The template names each; the other fields it goes through one by one."""
    hugo(tmp_path, ())
    layouts = (tmp_path / "layouts").rglob("*.html")
    said = " ".join(path.read_text(encoding="utf-8") for path in layouts)
    shown = set(re.findall(r"\.([a-z_]+)", said))
    records = (Outcome, Figure, ReportedChange, Citation, Related)
    assert {name for record in records for name in record.model_fields} - shown == set()


def test_hugo_is_given_every_field_and_the_text_below(tmp_path: Path) -> None:
    """The record as it is; what lists are made by stands above it too."""
    made = dict(files(20))
    hugo(tmp_path, (article(name, text) for name, text in made.items()))
    for name, text in made.items():
        record, body = front_matter(text)
        expected = yaml.safe_load(record)
        path = tmp_path / "content" / "kaytannot" / name
        head, below = front_matter(path.read_text(encoding="utf-8"))
        found = yaml.safe_load(head)
        assert found["practice"] == expected
        assert (found["title"], found["description"]) == (expected["title"], expected["summary"])
        assert found["places"] == expected["places"]
        indicators = {outcome["indicator"] for outcome in expected.get("outcomes", ())}
        assert set(found["indicators"]) == indicators
        assert below.strip() == body.strip()


def test_every_template_that_is_named_is_there(tmp_path: Path) -> None:
    """The project is whole: a partial that is missing would stop Hugo."""
    hugo(tmp_path, ())
    layouts = tmp_path / "layouts"
    for path in layouts.rglob("*.html"):
        for piece in path.read_text(encoding="utf-8").split('partial "')[1:]:
            assert (layouts / "partials" / piece.partition('"')[0]).is_file()
