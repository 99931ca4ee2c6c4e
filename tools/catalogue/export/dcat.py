"""The description of the open data for data portals: DCAT-AP 3.0.

https://semiceu.github.io/DCAT-AP/releases/3.0.0/; the codes are those of the EU's authority
tables, https://op.europa.eu/en/web/eu-vocabularies.
"""

from collections.abc import Iterator, Sequence

from catalogue.catalogue import Catalogue
from catalogue.export.data_schema import FILE as DATA_SCHEMA
from catalogue.export.downloads import FOLDER, Published
from catalogue.export.plain import SCHEMA_VERSION, last_review
from catalogue.export.rdf import Iri, Literal, Node, Value, json_ld, turtle
from catalogue.messages import LANGUAGES
from catalogue.settings import Settings

TURTLE, JSON_LD = "catalog.ttl", "catalog.jsonld"
PAGE = "avoin-data/"
DICTIONARY_PAGE = "avoin-data/sanakirja/"
_LANGUAGES = {"fi": "FIN", "sv": "SWE", "en": "ENG"}
_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_LICENCE = Iri(f"{_AUTHORITY}licence/CC_BY_4_0")
_SHA256 = Iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")
_DATES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
Property = tuple[str, Value]


def catalog_files(
    catalogue: Catalogue, settings: Settings, files: Sequence[Published]
) -> dict[str, bytes]:
    """Return the description as Turtle and as JSON-LD, by file name."""
    nodes = tuple(description(catalogue, settings, files))
    return {TURTLE: turtle(nodes), JSON_LD: json_ld(nodes)}


def description(
    catalogue: Catalogue, settings: Settings, files: Sequence[Published]
) -> Iterator[Node]:
    """Yield the catalogue, the data set, its distributions, and what they point to.

    Without a site address every address is relative to the folder of the description.
    """
    root = f"{settings.site_url}/" if settings.site_url else "../"
    page, homepage = Iri(f"{root}{PAGE}"), Iri(root)
    dataset = Iri(f"{page.address}#dataset")
    publisher = Node(
        "foaf:Agent", (("foaf:name", Literal(settings.name)),), _part(page, "publisher")
    )
    schema = Node(
        "dct:Standard",
        tuple(_texts("dct:title", f"file.{_key(DATA_SCHEMA)}", settings)),
        Iri(f"{root}{FOLDER}{DATA_SCHEMA}"),
    )
    dictionary = Node(
        "foaf:Document",
        tuple(_texts("dct:title", "dictionary.title", settings)),
        Iri(f"{root}{DICTIONARY_PAGE}"),
    )
    distributions = [
        _distribution(file, root, page, schema, settings) for file in files if file.download.data
    ]
    common: tuple[Property, ...] = (
        ("dct:publisher", publisher),
        ("dct:license", _LICENCE),
        *_modified(catalogue),
    )
    yield Node(
        "dcat:Catalog",
        (
            *_texts("dct:title", "dcat.catalog", settings),
            *_texts("dct:description", "dcat.catalog-about", settings),
            *common,
            *(("dct:language", _code("language", code)) for code in _LANGUAGES.values()),
            ("dct:spatial", _code("country", "FIN")),
            ("dcat:themeTaxonomy", Iri(f"{_AUTHORITY}data-theme")),
            ("foaf:homepage", homepage),
            ("dcat:dataset", dataset),
        ),
        _part(page, "catalog"),
    )
    yield Node(
        "dcat:Dataset",
        (
            *_texts("dct:title", "dcat.dataset", settings),
            *_texts("dct:description", "dcat.dataset-about", settings),
            *common,
            *_contact(settings),
            *(("dcat:keyword", word) for word in _keywords(catalogue)),
            *(("dcat:theme", _code("data-theme", theme)) for theme in settings.data_themes),
            *(("dct:language", _code("language", code)) for code in _written_in(catalogue)),
            ("dct:spatial", _code("country", "FIN")),
            ("dct:accessRights", _code("access-right", "PUBLIC")),
            ("dct:accrualPeriodicity", _code("frequency", "IRREG")),
            ("dcat:version", Literal(SCHEMA_VERSION)),
            ("dcat:landingPage", page),
            ("foaf:page", dictionary),
            *(("dcat:distribution", one) for one in distributions),
        ),
        dataset,
    )
    yield from distributions
    yield Node("foaf:Document", tuple(_texts("dct:title", "dcat.catalog", settings)), page)
    yield Node("foaf:Document", (("dct:title", Literal(settings.name)),), homepage)
    yield from (publisher, schema, dictionary)


def _distribution(file: Published, root: str, page: Iri, schema: Node, settings: Settings) -> Node:
    """A file; where its address must do for access and download, they are the same."""
    download = file.download
    address = Iri(f"{root}{FOLDER}{download.name}")
    checksum = Node(
        "spdx:Checksum",
        (
            ("spdx:algorithm", _SHA256),
            ("spdx:checksumValue", Literal(file.sha256, datatype="xsd:hexBinary")),
        ),
    )
    conforms = (("dct:conformsTo", schema),) if download.name == "practices.json" else ()
    return Node(
        "dcat:Distribution",
        (
            *_texts("dct:title", f"title.{download.key}", settings),
            *_texts("dct:description", f"file.{download.key}", settings),
            ("dcat:accessURL", page),
            ("dcat:downloadURL", address),
            ("dcat:mediaType", Iri(f"{_MEDIA}{download.media}")),
            ("dct:format", _code("file-type", download.file_type)),
            ("dct:license", _LICENCE),
            ("dcatap:availability", _code("planned-availability", "AVAILABLE")),
            ("dcat:byteSize", Literal(str(file.size), datatype="xsd:nonNegativeInteger")),
            ("spdx:checksum", checksum),
            *conforms,
        ),
        _part(page, download.key),
    )


def _part(page: Iri, name: str) -> Iri:
    return Iri(f"{page.address}#{name}")


def _key(name: str) -> str:
    return name.replace(".", "-")


def _code(table: str, code: str) -> Iri:
    return Iri(f"{_AUTHORITY}{table}/{code}")


def _texts(name: str, key: str, settings: Settings) -> Iterator[Property]:
    for language in LANGUAGES:
        named = settings.in_language(language).name
        text = settings.texts(language).get(f"open-data.{key}", name=named)
        yield name, Literal(text, language)


def _keywords(catalogue: Catalogue) -> Iterator[Literal]:
    """The themes of the practices, in every language in which the registry has them."""
    for theme in catalogue.by_theme:
        label = catalogue.registry.term("theme", theme).label
        for language in LANGUAGES:
            if text := getattr(label, language):
                yield Literal(text, language)


def _modified(catalogue: Catalogue) -> tuple[Property, ...]:
    date = last_review(catalogue)
    return (("dct:modified", Literal(date, datatype=_DATES[len(date)])),) if date else ()


def _contact(settings: Settings) -> tuple[Property, ...]:
    if not settings.editors_email:
        return ()
    node = Node(
        "vcard:Organization",
        (
            ("vcard:fn", Literal(settings.name)),
            ("vcard:hasEmail", Iri(f"mailto:{settings.editors_email}")),
        ),
    )
    return (("dcat:contactPoint", node),)


def _written_in(catalogue: Catalogue) -> list[str]:
    """The EU's codes of the languages in which practices are described."""
    return sorted({_LANGUAGES[entry.practice.language] for entry in catalogue.entries})
