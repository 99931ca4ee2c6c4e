"""The archive: the same bytes of the same files, a readme, and nothing that only a host reads."""

import io
import zipfile

from catalogue.offline.archive import files, readme, write_archive
from catalogue.offline.takeaway import ARCHIVE, file_of
from tests.factories import settings

SITE = {
    "kaytannot/index.html": b'<a href="../">Etusivu</a>',
    "index.html": b'<a href="kaytannot/">Lista</a>',
    "404.html": b"Ei ole",
    "_headers": b"/*",
    "robots.txt": b"",
    "sitemap.xml": b"",
    "kuvat/a.png": b"\x89PNG" * 100,
}


def packed(paths: list[str]) -> bytes:
    """Return the archive of `SITE`, read in the order of `paths`."""
    target = io.BytesIO()
    content = files(paths, SITE.__getitem__, "assets/x", settings())
    write_archive(target, "luettelo", content)
    return target.getvalue()


def test_the_order_of_reading_changes_nothing() -> None:
    """No clock, no order of a file system."""
    assert packed(list(SITE)) == packed(sorted(SITE, reverse=True))


def test_everything_lies_in_one_folder_sorted() -> None:
    """Unpacking litters nothing, and what only a host reads stays out."""
    archive = zipfile.ZipFile(io.BytesIO(packed(list(SITE))))
    assert archive.testzip() is None
    assert archive.namelist() == [
        "luettelo/README.txt",
        "luettelo/assets/x/offline.css",
        "luettelo/assets/x/offline.js",
        "luettelo/index.html",
        "luettelo/kaytannot/index.html",
        "luettelo/kuvat/a.png",
    ]
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive.read("luettelo/index.html") == b'<a href="kaytannot/index.html">Lista</a>'


def test_the_readme_speaks_each_language_of_the_site() -> None:
    """And gives the address on the web where it is known."""
    text = readme(settings(languages=["fi", "sv", "en"], site_url="https://esimerkki.fi/"))
    for words in ("avaa tiedosto index.html", "öppna filen index.html", "open the file index.html"):
        assert words in text
    assert text.count("python -m http.server") == 3
    assert "https://esimerkki.fi/" in text
    assert "sv" not in readme(settings()).split()


def test_the_catalogue_says_it_in_its_own_words() -> None:
    """What `texts/` gives in the place of the program's texts holds in the archive too."""
    own = settings().with_texts({"fi": {"offline.readme": "Oma ohje: {name}"}})
    assert "Oma ohje: " in readme(own)
    assert "http.server" not in readme(own)


def test_the_file_has_the_name_of_the_catalogue() -> None:
    """Another catalogue has another."""
    assert file_of(settings(name="Hyvät käytännöt"), ARCHIVE) == "hyvat-kaytannot.zip"
