"""Structured data: JSON-LD that holds what the records tell and nothing else."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
import rdflib

from catalogue.catalogue import Catalogue
from catalogue.pages.frame import Frame
from catalogue.pages.page import Page
from catalogue.pages.structured import MOST_LISTED, script_proof, structured
from catalogue.site import pages
from tests.factories import catalogue, citation_data, frame, practice, real_catalogue

SITE = "https://esimerkki.fi/luettelo/"
HOSTILE = "</script><script>alert(1)</script> \u2028\u2029 <!-- &"


def graph(made: Frame, url: str) -> list[dict[str, Any]]:
    """Return the nodes of the page at `url`, as a reader of JSON-LD gets them."""
    [page] = [page for page in pages(made) if page.url == url]
    found = json.loads(structured(made, page))
    assert found["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = found["@graph"]
    return nodes


def real(site_url: str | None = SITE) -> Frame:
    """Return the frame of the real content."""
    return frame(real_catalogue(), site_url=site_url)


def every_page(made: Catalogue, site_url: str | None) -> Iterator[tuple[Page, str]]:
    """Yield every page and its structured data."""
    of = frame(made, site_url=site_url)
    return ((page, structured(of, page)) for page in pages(of))


def addresses(value: object) -> Iterator[str]:
    """Yield every text in `value` that is under a key for addresses."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key in {"url", "@id", "item", "contentUrl", "image", "mainEntityOfPage"}:
                yield item if isinstance(item, str) else ""
            yield from addresses(item)
    elif isinstance(value, list):
        for item in value:
            yield from addresses(item)


def test_a_practice_is_an_article_about_its_themes_and_places() -> None:
    """With who provides it, what it rests on and which prize it got."""
    node, crumbs = graph(real(), "kaytannot/imatran-hyvinvointineuvola/")
    entry = real_catalogue().by_id["imatran-hyvinvointineuvola"]
    assert node["@type"] == "Article"
    assert node["headline"] == entry.practice.title
    assert node["description"] == entry.practice.summary
    assert node["url"] == f"{SITE}kaytannot/imatran-hyvinvointineuvola/"
    assert node["inLanguage"] == "fi"
    assert node["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert [term["termCode"] for term in node["about"]] == list(entry.practice.themes)
    assert node["spatialCoverage"] == [
        {"@type": "AdministrativeArea", "name": "Imatra", "identifier": "153"}
    ]
    assert node["provider"]["name"] == "Imatran kaupunki"
    assert [c["name"] for c in node["citation"]] == [s.title for s in entry.practice.sources]
    assert len(node["award"]) == 1 and node["award"][0].endswith(": voittaja")
    assert node["image"] == f"{SITE}kuvat/kaytannot/imatran-hyvinvointineuvola.png"
    assert [step["name"] for step in crumbs["itemListElement"]] == [
        "Etusivu",
        "Käytännöt",
        entry.practice.title,
    ]


def test_what_no_source_tells_is_left_out() -> None:
    """Unknown places, providers and dates; dates that were worked out; people, always."""
    source = citation_data(date={"value": "2013-03-21", "inferred": True, "why": "Päätelty."})
    contact = {"name": "Maija Malli", "organisation": "imatra", "verified": "2026-01-01"}
    made = practice(places=["unknown"], provider="unknown", sources=[source], contacts=[contact])
    node, _ = graph(frame(catalogue({"x": made}), site_url=SITE), "kaytannot/x/")
    for key in ("spatialCoverage", "provider", "award", "datePublished", "dateModified"):
        assert key not in node
    assert "datePublished" not in node["citation"][0]
    assert "Maija" not in json.dumps(node)


@pytest.mark.parametrize(
    ("url", "kind", "about"),
    [
        ("teemat/early-support/", "CollectionPage", "DefinedTerm"),
        ("alueet/etela-karjala/", "CollectionPage", "AdministrativeArea"),
        ("alueet/imatra/", "CollectionPage", "AdministrativeArea"),
        ("mittarit/care-orders/", "CollectionPage", "DefinedTerm"),
        ("palkinnot/kunnallinen-lastensuojeluteko-2013/", "CollectionPage", "Thing"),
        ("kaytannot/", "CollectionPage", None),
        ("avoin-data/", "DataCatalog", None),
        ("vertailu/", "WebPage", None),
        ("palkinnot/uusi/", "WebPage", None),
        ("", "WebSite", None),
    ],
)
def test_each_kind_of_page_says_what_it_is(url: str, kind: str, about: str | None) -> None:
    """And what it is about."""
    node, *_ = graph(real(), url)
    assert node["@type"] == kind
    assert node.get("about", {}).get("@type") == about


def test_the_home_page_tells_how_to_search_and_the_data_page_what_to_download() -> None:
    """Both with addresses that lead there."""
    [site] = graph(real(), "")
    target = site["potentialAction"]["target"]["urlTemplate"]
    assert target == f"{SITE}kaytannot/?q={{search_term_string}}"
    data = graph(real(), "avoin-data/")[0]["dataset"]
    assert data["@type"] == "Dataset"
    assert {d["contentUrl"].removeprefix(SITE) for d in data["distribution"]} == {
        "data/practices.json",
        "data/practices.csv",
        "data/outcomes.csv",
        "data/awards.csv",
        "data/practices.xlsx",
    }


def test_a_long_list_names_its_first_practices_and_tells_how_many_there_are() -> None:
    """A head of a thousand names would serve nobody."""
    many = {f"k{n}": practice(title=f"Käytäntö {n:03}") for n in range(MOST_LISTED + 5)}
    made = frame(catalogue(many), site_url=SITE)
    listed = graph(made, "teemat/early-support/")[0]["mainEntity"]
    assert listed["numberOfItems"] == MOST_LISTED + 5
    assert len(listed["itemListElement"]) == MOST_LISTED


@pytest.mark.parametrize("site_url", [SITE, None])
def test_addresses_are_whole_or_absent(site_url: str | None) -> None:
    """Nothing is invented before the site has an address."""
    for page, text in every_page(real_catalogue(), site_url):
        found = [a for a in addresses(json.loads(text)) if "organisaatio" not in a]
        own = [a for a in found if a.startswith(SITE)]
        assert all(a.startswith(("https://", "http://")) for a in found), page.url
        assert bool(own) == bool(site_url) or not site_url
    assert "localhost" not in text


class Scripts(HTMLParser):
    """Collects what a browser takes for elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember the element."""
        self.tags.append(tag)


def test_no_text_of_a_submitter_ends_the_script_element() -> None:
    """Whatever is in it, it is read back as it was."""
    made = practice(title=HOSTILE, summary=HOSTILE, keywords=[HOSTILE])
    for page, text in every_page(catalogue({"x": made}), SITE):
        assert not set(text) & set("<>&\u2028\u2029"), page.url
        assert Scripts(f"<script>{text}</script>").tags == ["script"]
    node, _ = graph(frame(catalogue({"x": made})), "kaytannot/x/")
    assert node["headline"] == node["keywords"][0] == HOSTILE
    assert json.loads(script_proof({"a": HOSTILE})) == {"a": HOSTILE}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("site_url", [SITE, None])
def test_a_reader_of_linked_data_reads_every_page(site_url: str | None) -> None:
    """Every node has a type of schema.org, and every property a name there."""
    schema = "https://schema.org/"
    for page, text in every_page(real_catalogue(), site_url):
        data = json.loads(text)
        # The context itself is on the network; all its terms that are used here are in one place.
        data["@context"] = {"@vocab": schema}
        triples = rdflib.Graph().parse(data=json.dumps(data), format="json-ld")
        assert len(triples) > 3, page.url
        assert set(triples.subjects()) == set(triples.subjects(rdflib.RDF.type)), page.url
        assert all(str(p).startswith((schema, str(rdflib.RDF))) for p in triples.predicates())
