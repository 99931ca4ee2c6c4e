"""Voikko's answers as base forms, compound parts and inflected forms."""

from contextlib import suppress
from importlib.metadata import PackageNotFoundError
from types import SimpleNamespace

import pytest

from catalogue.search import Analyser, analyser_for
from catalogue.search import voikko as module
from catalogue.search.reading import Reading
from catalogue.search.voikko import LibVoikko, PyVoikko


def installed() -> list[Analyser]:
    """The Voikkos of this computer."""
    found: list[Analyser] = [PyVoikko()]
    with suppress(ImportError, OSError):
        found.append(LibVoikko())
    return found


@pytest.fixture(scope="module", params=installed(), ids=lambda each: each.version.split()[0])
def voikko(request: pytest.FixtureRequest) -> Analyser:
    """Each of them in turn."""
    return request.param  # type: ignore[no-any-return]


def only(voikko: Analyser, word: str) -> Reading:
    """The only reading of the word."""
    (reading,) = voikko.analyse(word)
    return reading


def test_an_inflected_compound_is_read_as_base_form_and_parts(voikko: Analyser) -> None:
    """An inflected compound is read as base form and parts."""
    reading = only(voikko, "hyvinvointineuvolan")
    assert reading.lemma == "hyvinvointineuvola"
    assert {"neuvola", "hyvinvointi"} <= set(reading.spans)


def test_a_lexicalised_compound_is_taken_apart_too(voikko: Analyser) -> None:
    """A lexicalised compound is taken apart too."""
    reading = only(voikko, "huostaanottojen")
    assert (reading.lemma, reading.spans) == ("huostaanotto", ("huostaan", "otto"))


def test_the_reading_with_fewest_parts_wins(voikko: Analyser) -> None:
    """The reading with fewest parts wins."""
    assert [each.lemma for each in voikko.analyse("kasvatusneuvonnasta")] == ["kasvatusneuvonta"]


@pytest.mark.parametrize(
    ("word", "lemma", "verb"),
    [("löydettyjen", "löydetty", "löytää"), ("tukemiseen", "tukeminen", "tukea")],
)
def test_participles_and_verbal_nouns_name_their_verb(
    voikko: Analyser, word: str, lemma: str, verb: str
) -> None:
    """Participles and verbal nouns name their verb."""
    assert (lemma, verb) in {(each.lemma, each.verb) for each in voikko.analyse(word)}


def test_a_noun_of_its_own_is_no_participle(voikko: Analyser) -> None:
    """A noun of its own is no participle."""
    assert {each.verb for each in voikko.analyse("tapahtuma") if each.lemma == "tapahtuma"} == {""}


def test_a_place_name_is_known_in_lower_case(voikko: Analyser) -> None:
    """A place name is known in lower case."""
    assert "imatra" in {each.lemma for each in voikko.analyse("imatralla")}


def test_an_unknown_word_has_no_reading(voikko: Analyser) -> None:
    """An unknown word has no reading."""
    assert voikko.analyse("qwrtzx") == ()


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("neuvola", {"neuvolan", "neuvoloita", "neuvolassa"}),
        ("lapsi", {"lasten", "lapsia", "lasta"}),
        ("neuvonta", {"neuvonnan", "neuvontaa"}),
        ("tukea", {"tuen", "tuetun", "tukisi", "tukeminen"}),
        ("heikko", {"heikoista", "heikompi"}),
    ],
)
def test_a_base_form_is_inflected(voikko: Analyser, lemma: str, forms: set[str]) -> None:
    """A base form is inflected."""
    assert forms <= set(voikko.inflect(lemma))


def test_inflection_leaves_out_clitics_and_possessives(voikko: Analyser) -> None:
    """Inflection leaves out clitics and possessives."""
    assert {"talossakin", "talossani", "taloko"}.isdisjoint(voikko.inflect("talo"))


def test_what_is_no_base_form_has_no_forms(voikko: Analyser) -> None:
    """What is no base form has no forms."""
    assert voikko.inflect("qwrtzx") == ()


def test_both_voikkos_give_the_same_answers() -> None:
    """Both Voikkos give the same answers."""
    words = ("lastensuojelutyön", "perheneuvolat", "syötävää", "kuusi", "voimavaroista")
    answers = {tuple(each.analyse(word) for word in words) for each in installed()}
    assert len(answers) == 1


def test_finnish_is_read_by_voikko_and_swedish_by_word_lists() -> None:
    """Finnish is read by voikko and Swedish by word lists."""
    assert "voikko" in analyser_for("fi").version
    assert analyser_for("sv").version.startswith("simplemma")


def test_another_dictionary_for_inflections_is_another_version(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was kept of words is read anew, whichever program reads the words themselves."""
    program = SimpleNamespace(Voikko=_Program, VoikkoException=RuntimeError)
    monkeypatch.setattr(module, "import_module", lambda name: program)
    versions = set()
    for version in ("0.1", "0.2"):
        monkeypatch.setattr(module, "installed_version", lambda name, v=version: v)
        versions.add(LibVoikko().version)

    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(module, "installed_version", missing)
    versions.add(LibVoikko().version)
    assert len(versions) == 3


class _Program:
    def __init__(self, language: str) -> None:
        assert language == "fi"

    @staticmethod
    def getVersion() -> str:  # noqa: N802
        return "4.3"
