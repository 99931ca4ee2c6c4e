"""Every generated page of the real catalogue: links, ids, form, and what is in the set."""

import itertools
import re
from collections.abc import Mapping
from functools import cache

import pytest
import yaml

from catalogue.build import made_site
from catalogue.checked import Inputs
from catalogue.pages.elsewhere import SCRIPT, STYLE
from catalogue.pages.page import SITE_KINDS, Page
from catalogue.pages.shell import FOOT_MENU, MAIN_MENU
from catalogue.site import Site, pages
from tests.factories import ROOT, TODAY, frame, real_catalogue
from tests.pages.reading import Reader, resolved

DATA = {
    "data/practices.json",
    "data/practices.csv",
    "data/outcomes.csv",
    "data/practices.xlsx",
    "data/awards.csv",
    "data/practice.schema.json",
    "data/practices.schema.json",
    "data/dictionary.csv",
    "data/catalog.ttl",
    "data/catalog.jsonld",
    "data/SHA256SUMS",
}


def site() -> Site:
    """Return the site of the real content."""
    found = made_site(Inputs(ROOT, ROOT / "practices", ROOT / "registry", TODAY)).site
    assert found
    return found


@cache
def made() -> dict[str, Page]:
    """Return every page by its address."""
    found = list(site().pages())
    assert len({page.url for page in found}) == len(found)
    return {page.url: page for page in found}


@cache
def read() -> dict[str, Reader]:
    """Return every generated page as a browser reads it."""
    return {url: Reader(page.html) for url, page in made().items()}


def test_the_addresses_are_those_of_the_contract() -> None:
    """Design, section 4; they are stable for ever."""
    urls = set(made())
    for url in ("", "kaytannot/", "palkinnot/", "taulukot/", "mittarit/", "alueet/", "teemat/"):
        assert url in urls
    for url in ("ilmoita/", "avoin-data/", "palkinnot/kunnallinen-lastensuojeluteko-2013/"):
        assert url in urls
    catalogue = real_catalogue()
    for folder, names in {
        "kaytannot": [entry.id for entry in catalogue.entries],
        "mittarit": list(catalogue.registry.indicators),
        "alueet": [
            *catalogue.registry.counties,
            *(catalogue.registry.municipalities[c].id for c in catalogue.by_municipality),
        ],
        "teemat": [t for t in catalogue.registry.vocabularies["theme"].values if t != "unknown"],
        "palkinnot": ["uusi", *catalogue.registry.rounds],
    }.items():
        found = {url.split("/")[1] for url in urls if url.startswith(f"{folder}/")} - {""}
        assert found == set(names), folder


@cache
def published() -> Mapping[str, bytes]:
    """Return every file of the site."""
    return dict(site().published())


def test_the_site_has_every_page_and_the_open_data() -> None:
    """As bytes, none of them empty."""
    files = published()
    assert set(files) >= DATA | {page.file for page in made().values()}
    assert all(isinstance(content, bytes) and content for content in files.values())


def test_another_engine_gets_the_same_pages_and_files() -> None:
    """A Markdown file for each page but the one for lost readers, and all else as it is."""
    documents = dict(site().documents())
    others = {name for name in published() if not name.endswith(".html")}
    named = {page.path for page in made().values() if page.indexed}
    assert set(documents) - {STYLE, SCRIPT} == others | named
    assert all(documents[name] == published()[name] for name in others)


def test_two_builds_are_identical() -> None:
    """Byte for byte."""
    assert dict(site().published()) == published()


def test_the_open_data_is_that_of_the_contract() -> None:
    """Each under its name."""
    assert set(site().data.files) == DATA


def test_every_link_leads_to_a_page_or_file_that_is_there() -> None:
    """And to an id on that page."""
    for url in made():
        broken = []
        for link in read()[url].links:
            if link.startswith(("http://", "https://", "mailto:", "tel:")):
                continue
            target, fragment = resolved(link, url)
            if target in published():
                continue
            if target not in made() or (fragment and fragment not in read()[target].ids):
                broken.append(link)
        assert broken == [], url


def test_every_menu_entry_leads_to_a_page() -> None:
    """Above and below every page."""
    assert [url for url in (*MAIN_MENU, *FOOT_MENU) if url not in made()] == []


def test_ids_are_unique_and_tags_balanced() -> None:
    """A link to an id leads to one place."""
    for url in made():
        reader = read()[url]
        assert sorted(reader.ids) == sorted(set(reader.ids)), url
        assert reader.unbalanced == [], url


def test_a_page_is_one_block_that_no_engine_changes() -> None:
    """No blank line ends the block, no brace starts an extension's syntax."""
    for url in made():
        head, body = made()[url].markdown().removeprefix("---\n").split("\n---\n", 1)
        assert body.startswith("\n<"), url
        assert body.endswith(">\n"), url
        lines = body[1:-1].split("\n")
        assert [line for line in lines if not line.strip() or line != line.strip(" ")] == [], url
        assert "{" not in body, url
        meta = yaml.safe_load(head)
        assert meta["title"] == made()[url].title, url
        assert meta["description"] == made()[url].description, url
        assert meta["kind"] in SITE_KINDS, url


def test_a_page_has_one_main_heading_and_skips_no_level() -> None:
    """Headings are how a screen reader finds its way."""
    for url in made():
        levels = [int(tag[1]) for tag, _ in read()[url].tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1, url
        assert levels.count(1) == 1, url
        assert [b for a, b in itertools.pairwise(levels) if b > a + 1] == [], url


def test_a_page_has_a_title_and_a_description() -> None:
    """For search engines and previews."""
    for url in made():
        page = made()[url]
        assert page.title.strip(), url
        assert page.description.strip(), url


def test_a_page_needs_no_script_or_other_host() -> None:
    """No inline script, style, handler or image: the security policy forbids them."""
    for url in made():
        tags = read()[url].tags
        assert [
            tag for tag, _ in tags if tag in {"script", "style", "img", "iframe", "link"}
        ] == [], url
        handlers = [name for _, attributes in tags for name in attributes if name.startswith("on")]
        assert handlers == [], url
        assert [a for _, a in tags if "style" in a] == [], url


def test_all_practices_are_reached_from_the_list_and_the_table() -> None:
    """Without a script."""
    practices = {f"kaytannot/{entry.id}/" for entry in real_catalogue().entries}
    for url in ("kaytannot/", "taulukot/yleiskatsaus/"):
        targets = {resolved(link, url)[0] for link in read()[url].links}
        assert practices - targets == set()


def test_no_address_of_a_contact_stands_in_any_page_as_plain_text() -> None:
    """Neither address nor telephone, nor the scheme that gives a link away."""
    contacts = [c for e in real_catalogue().entries for c in e.practice.contacts]
    plain = [text for c in contacts for text in (c.email, c.phone) if text]
    assert len(plain) == 4
    for page in pages(frame(real_catalogue())):
        markdown = page.markdown()
        assert "mailto:" not in markdown
        assert "tel:" not in markdown
        for text in plain:
            assert text not in markdown
            assert text.replace("@", "%40") not in markdown


@pytest.mark.parametrize(
    ("name", "target", "text"),
    [
        ("imatran-hyvinvointineuvola", "tel:0206173303", "020 617 3303"),
        ("kouvolan-varhainen-tuki", "tel:0206158641", "020 615 8641"),
    ],
)
def test_a_hidden_telephone_number_works_as_a_link(name: str, target: str, text: str) -> None:
    """What a browser decodes."""
    reader = read()[f"kaytannot/{name}/"]
    assert target in reader.links
    assert text in reader.text
