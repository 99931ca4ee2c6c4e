"""A made-up award round as a page of its own, for what the real rounds do not hold."""

import dataclasses
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from catalogue.assembly import assemble
from catalogue.model.practice import Practice
from catalogue.model.registry import Round
from catalogue.pages.lot import pages_of
from catalogue.pages.page import Page
from catalogue.pages.rounds import awards
from catalogue.site import script_files
from tests.factories import BODY, TODAY, frame, practice, registry

ASSETS = Path(__file__).parents[2] / "overrides" / "assets"
PAGE = """<!doctype html><html lang="fi" class="has-scripts">
<head><meta charset="utf-8"><title>Iso</title>
<link rel="stylesheet" href="/assets/site.css"><link rel="icon" href="data:,">
<script type="module" src="/assets/site.js"></script></head>
<body><div class="catalogue"><main>{html}</main></div></body>"""


def nominee(title: str, **fields: Any) -> Practice:
    """A nominee of the round."""
    return practice(title=title, awards=[{"round": "iso", "role": "nominee"}], **fields)


def write_round(
    root: Path,
    nominees: Mapping[str, Practice],
    criteria: int,
    fields: Sequence[str] = ("kind", "themes", "section:need"),
    indicators: Sequence[str] = (),
) -> None:
    """Write to `root` the page of a round of `nominees` by so many `criteria`."""
    evidence = {"fields": list(fields), "indicators": list(indicators)}
    award_round = Round.model_validate(
        {
            "name": {"fi": "Iso"},
            "award": {"fi": "Iso"},
            "date": "2026",
            "criteria": [
                {"id": f"peruste-{n}", "label": {"fi": f"Peruste {n}"}, "evidence": evidence}
                for n in range(criteria)
            ],
            "source": {"title": "Lähde", "kind": "press-release", "independence": "self"},
        }
    )
    known = dataclasses.replace(registry(), rounds={"iso": award_round})
    made = assemble(nominees, dict.fromkeys(nominees, BODY), known, TODAY)
    write_page(root, next(p for p in pages_of(awards(frame(made))) if p.url == "palkinnot/iso/"))


def write_page(root: Path, page: Page) -> None:
    """Write to `root` one page with the scripts and styles of the site."""
    shutil.copytree(ASSETS, root / "assets")
    for path, content in script_files("fi").items():
        (root / "assets" / path).write_bytes(content)
    (root / "index.html").write_text(PAGE.replace("{html}", page.html), encoding="utf-8")
