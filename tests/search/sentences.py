"""A few Finnish practices of our own, small enough to know by heart."""

from catalogue.search import SearchRecord, SynonymGroup


def record(name: str, title: str, summary: str, body: str, language: str = "fi") -> SearchRecord:
    """A record with the fields the tests look at."""
    return SearchRecord(name, language, (("title", title), ("summary", summary), ("body", body)))


RECORDS = (
    record(
        "satama",
        "Sataman hyvinvointineuvola",
        "Neuvola ja perheneuvola ovat saman katon alla.",
        "Huostaanottojen määrä väheni. Kasvatus- ja perheneuvonta toimivat yhdessä.",
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
