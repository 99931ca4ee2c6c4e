"""The privacy page tells every file in which contact details are published."""

import html
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from catalogue.assembly import assemble
from catalogue.build import made_site
from catalogue.checked import Inputs
from catalogue.export.opensearch import opensearch_bulk
from catalogue.model.practice import Practice
from catalogue.model.registry import Registry
from catalogue.pages.written import Written
from catalogue.search.kept import WordCaches
from catalogue.site import Site
from tests.factories import ROOT, TODAY, frame, practice_data

NAME, EMAIL, PHONE = "Zyxwv Qponm", "zyxwv@example.fi", "+358 40 987 6543"
CONTACT = f"- {{name: {NAME}, role: johtaja, organisation: imatra, email: {EMAIL}, "
CONTACT += f'phone: "{PHONE}", verified: 2026-01-01'
PAGES = ("docs", "docs/sv", "docs/en")


@pytest.fixture
def published(inputs: Inputs) -> Mapping[str, str]:
    """The text of every file of a site with one contact, as a reader sees it."""
    return texts(inputs, f"{CONTACT}}}")


def texts(inputs: Inputs, contact: str) -> Mapping[str, str]:
    """The text of every file of the site of one practice, whose contact is `contact`."""
    path = inputs.practices / "kohtaamispaikka.md"
    found = re.sub(r"- \{role: palveluvastaava.*\}", contact, path.read_text("utf-8"))
    assert contact in found
    path.write_text(found, encoding="utf-8")
    made = made_site(replace(inputs, jobs=1))
    assert made.site, made.problems
    bulk = b"".join(opensearch_bulk(made.site.frame))
    files = {**dict(made.site.published()), "opensearch": bulk}
    # Addresses are written on pages so that no pattern finds them.
    return {name: html.unescape(data.decode("utf-8", "ignore")) for name, data in files.items()}


def kinds(published: Mapping[str, str], *sought: str) -> set[str]:
    """The folders and files in which any of `sought` stands, all languages as one."""
    names = {name for name, text in published.items() if any(word in text for word in sought)}
    return {re.sub(r"^(sv|en)/|/kohtaamispaikka\b.*", "", name) for name in names}


def test_contact_details_are_where_the_page_says(published: Mapping[str, str]) -> None:
    """Nothing that is published holds them without being told."""
    assert kinds(published, EMAIL, PHONE) == {"kaytannot", "data/practices.json", "ilmoita/lahteet"}
    assert kinds(published, NAME) == {
        *("kaytannot", "data/practices.json", "ilmoita/lahteet", "vertailu")
    }


@pytest.mark.parametrize("folder", PAGES)
def test_the_page_names_those_files(folder: str) -> None:
    """In every language."""
    text = (ROOT / folder / "tietosuoja.md").read_text(encoding="utf-8")
    for name in ("`data/practices.json`", "`ilmoita/lahteet/`", "`vertailu/`", "ZIP", "PDF"):
        assert name in text


def test_a_withdrawn_contact_is_in_no_file(inputs: Inputs) -> None:
    """As the page promises."""
    assert kinds(texts(inputs, f"{CONTACT}, withdrawn: true}}"), NAME, EMAIL, PHONE) == set()


def test_an_address_in_a_text_is_in_no_file(registry: Registry, tmp_path: Path) -> None:
    """Though the check has let it through: neither on pages nor in data, feeds or search."""
    told = {"summary": f"Kysy {EMAIL}", "keywords": [EMAIL], "aliases": [EMAIL]}
    told |= {"participation": {"level": "heard", "note": f"({EMAIL})"}}
    told |= {"title": f"Tupa {EMAIL}", "model": "tupa"}
    practice = Practice.model_validate(practice_data(**told))
    body = f"## Tarve ja tavoitteet\n\n{EMAIL}\n\n## Ratkaisu\n\n<{EMAIL}>\n\n## Tulokset\n\n"
    body += f"[a](mailto:{EMAIL})\n"
    catalogue = assemble({"tupa": practice}, {"tupa": body}, registry, TODAY)
    of = frame(catalogue)
    site = Site(of, Written((), ()), {}, WordCaches(tmp_path))
    files = {**dict(site.published()), "opensearch": b"".join(opensearch_bulk(of))}
    found = [
        name
        for name, data in files.items()
        if EMAIL in html.unescape(data.decode("utf-8", "ignore"))
    ]
    assert found == []
