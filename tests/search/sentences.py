"""A few Finnish practices of our own, small enough to know by heart."""

from catalogue.search import SearchRecord, SynonymGroup


def record(
    name: str, title: str, summary: str, body: str, language: str = "fi", keywords: str = ""
) -> SearchRecord:
    """A record with the fields the tests look at."""
    fields = (("title", title), ("keywords", keywords), ("summary", summary), ("body", body))
    return SearchRecord(name, language, tuple(field for field in fields if field[1]))


RECORDS = (
    record(
        "satama",
        "Sataman hyvinvointineuvola",
        "Neuvola ja perheneuvola ovat saman katon alla.",
        "Huostaanottojen määrä väheni. Kasvatus- ja perheneuvonta toimivat yhdessä.",
        keywords="hyvinvointineuvola, neuvola",
    ),
    record(
        "niemi",
        "Kotiin annettavat palvelut",
        "Sijoitukset kodin ulkopuolelle vähenivät.",
        "Lapsia sijoitettiin kodin ulkopuolelle harvemmin. Perhetyö ja -hoito kasvoivat.",
    ),
    record(
        "kallio",
        "Suhdeperustainen lastensuojelutyö",
        "Työntekijä tapaa lapsen usein.",
        "Sosiaalityöntekijät kuuntelevat vanhempia. Nuorisotalon ohjaajat tukevat nuoria.",
    ),
    record("ö", "Barnskydd på svenska", "Stöd till barn.", "Familjerådgivning.", "sv"),
)

SYNONYMS = (
    SynonymGroup(("huostaanotto", "sijoitus kodin ulkopuolelle", "placering utom hemmet")),
    SynonymGroup(("lastensuojelu", "barnskydd", "child welfare")),
)
