"""The description for data portals, read as they read it."""

import datetime
import hashlib
from typing import Any

import pytest
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF

from catalogue.catalogue import Catalogue
from catalogue.export.dcat import JSON_LD, TURTLE, catalog_files
from catalogue.export.downloads import DOWNLOADS, made_files, published
from catalogue.settings import Settings
from tests.factories import catalogue, practice, real_catalogue, settings

# The library's own reader of JSON-LD uses a class that the library has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

SPDX = Namespace("http://spdx.org/rdf/terms#")
VERSION = URIRef("http://www.w3.org/ns/dcat#version")
EU = "http://publications.europa.eu/resource/authority/"
HOST = "https://esimerkki.fi/hk/"


def files(of: Settings, made: Catalogue | None = None) -> dict[str, bytes]:
    """Return the description in both forms."""
    made = made or real_catalogue()
    return catalog_files(made, of, [published(d, b) for d, b in made_files(made, of)])


def graphs(of: Settings, made: Catalogue | None = None, host: str = HOST) -> tuple[Graph, Graph]:
    """Return the graphs of both forms, read at their addresses on `host`."""
    found = files(of, made)
    turtle, json_ld = Graph(), Graph()
    turtle.parse(found[TURTLE], format="turtle", publicID=f"{host}data/{TURTLE}")
    json_ld.parse(found[JSON_LD], format="json-ld", publicID=f"{host}data/{JSON_LD}")
    return turtle, json_ld


def one(graph: Graph, kind: Any) -> Any:
    """Return the only thing of a class."""
    (found,) = graph.subjects(RDF.type, kind)
    return found


@pytest.mark.parametrize("site", [None, "https://esimerkki.fi/hk", "https://esimerkki.fi/hk/"])
def test_both_forms_carry_the_same_graph(site: str | None) -> None:
    """Whether addresses are full or relative to the document."""
    turtle, json_ld = graphs(settings(site_url=site))
    assert len(turtle) > 100
    assert isomorphic(turtle, json_ld)


def test_relative_addresses_resolve_to_those_of_a_known_site() -> None:
    """The description of a copy at any address describes that copy."""
    relative, _ = graphs(settings())
    absolute, _ = graphs(settings(site_url=HOST))
    assert set(relative.objects(None, DCAT.downloadURL)) == {
        URIRef(f"{HOST}data/{d.name}") for d in DOWNLOADS if d.data
    }
    assert isomorphic(relative, absolute)


def test_a_site_of_known_address_is_described_by_it_wherever_the_file_lies() -> None:
    """As a portal may keep a copy."""
    elsewhere, _ = graphs(settings(site_url=HOST), host="https://portaali.example/kopio/")
    assert isomorphic(elsewhere, graphs(settings(site_url=HOST))[0])
    assert not [term for triple in elsewhere for term in triple if "portaali" in str(term)]


def test_every_mandatory_property_of_dcat_ap_3_is_there() -> None:
    """Catalogue, data set, distribution, agent and checksum."""
    graph, _ = graphs(settings())
    mandatory = {
        DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset),
        DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCAT.distribution),
        DCAT.Distribution: (DCAT.accessURL,),
        FOAF.Agent: (FOAF.name,),
        SPDX.Checksum: (SPDX.algorithm, SPDX.checksumValue),
    }
    for kind, properties in mandatory.items():
        things = list(graph.subjects(RDF.type, kind))
        assert things, kind
        for thing in things:
            missing = [p for p in properties if (thing, p, None) not in graph]
            assert missing == [], (thing, missing)


def test_what_may_be_given_once_is_given_once() -> None:
    """The greatest numbers that DCAT-AP 3 allows."""
    graph, _ = graphs(settings())
    single = {
        DCAT.Catalog: (DCTERMS.publisher, DCTERMS.license, DCTERMS.modified, FOAF.homepage),
        DCAT.Dataset: (DCTERMS.publisher, DCTERMS.accessRights, DCTERMS.modified, VERSION),
        DCAT.Distribution: (DCTERMS.license, DCTERMS.format, DCAT.mediaType, SPDX.checksum),
    }
    for kind, properties in single.items():
        for thing in graph.subjects(RDF.type, kind):
            assert [len(list(graph.objects(thing, p))) for p in properties] == [1] * len(properties)


def test_titles_and_descriptions_are_in_three_languages() -> None:
    """Of the catalogue, the data set and each distribution."""
    graph, _ = graphs(settings(name="Luettelo"))
    for kind in (DCAT.Catalog, DCAT.Dataset, DCAT.Distribution):
        for thing in graph.subjects(RDF.type, kind):
            for name in (DCTERMS.title, DCTERMS.description):
                languages = sorted(str(text.language) for text in graph.objects(thing, name))  # type: ignore[attr-defined]
                assert languages == ["en", "fi", "sv"]
    assert Literal("Luettelo: avoin data", "fi") in set(
        graph.objects(one(graph, DCAT.Catalog), DCTERMS.title)
    )


def test_codes_are_those_of_the_eus_tables() -> None:
    """Themes, place, licence, languages, access and file types."""
    graph, _ = graphs(settings(data_themes=["SOCI", "HEAL"]))
    dataset = one(graph, DCAT.Dataset)

    def codes(name: Any, thing: Any = None) -> set[str]:
        return {str(value).removeprefix(EU) for value in graph.objects(thing or dataset, name)}

    assert codes(DCAT.theme) == {"data-theme/SOCI", "data-theme/HEAL"}
    assert codes(DCTERMS.spatial) == {"country/FIN"}
    assert codes(DCTERMS.accessRights) == {"access-right/PUBLIC"}
    assert codes(DCTERMS.accrualPeriodicity) == {"frequency/IRREG"}
    assert codes(DCTERMS.language) == {"language/FIN"}
    for thing in graph.objects(dataset, DCAT.distribution):
        assert codes(DCTERMS.license, thing) == {"licence/CC_BY_4_0"}
        assert codes(DCTERMS.format, thing) <= {"file-type/JSON", "file-type/CSV", "file-type/XLSX"}


def test_each_distribution_is_the_file_that_is_published() -> None:
    """Media type, length and checksum are those of its bytes."""
    graph, _ = graphs(settings())
    made = {d.name: (d, content) for d, content in made_files(real_catalogue(), settings())}
    for thing in graph.objects(one(graph, DCAT.Dataset), DCAT.distribution):
        download, content = made[str(graph.value(thing, DCAT.downloadURL)).rpartition("/")[2]]
        assert str(graph.value(thing, DCAT.mediaType)).endswith(f"media-types/{download.media}")
        assert graph.value(thing, DCAT.byteSize) == Literal(
            str(len(content)), datatype=XSD.nonNegativeInteger
        )
        checksum = graph.value(thing, SPDX.checksum)
        assert graph.value(checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256
        digest = graph.value(checksum, SPDX.checksumValue)
        assert isinstance(digest, Literal)
        assert digest.datatype == XSD.hexBinary
        assert str(digest) == hashlib.sha256(content).hexdigest()


def test_the_date_of_the_last_change_comes_from_the_content() -> None:
    """And is left out where no review is dated."""
    graph, _ = graphs(settings())
    modified = graph.value(one(graph, DCAT.Dataset), DCTERMS.modified)
    assert modified == Literal(datetime.date(2026, 11, 22))
    bare, _ = graphs(settings(), catalogue({"esimerkki": practice()}))
    assert bare.value(one(bare, DCAT.Dataset), DCTERMS.modified) is None


def test_the_editors_are_the_contact_where_their_address_is_known() -> None:
    """A contact point without an address would help nobody."""
    graph, _ = graphs(settings(editors_email="toimitus@esimerkki.fi"))
    contact = graph.value(one(graph, DCAT.Dataset), DCAT.contactPoint)
    assert URIRef("mailto:toimitus@esimerkki.fi") in set(graph.objects(contact))
    assert not list(graphs(settings())[0].objects(None, DCAT.contactPoint))


def test_a_name_full_of_quotes_and_line_ends_comes_back_as_written() -> None:
    """In both forms."""
    name = 'Luettelo "A" \\ b <c> {d} ä 😀'
    for graph in graphs(settings(name=name)):
        assert str(graph.value(one(graph, FOAF.Agent), FOAF.name)) == name
