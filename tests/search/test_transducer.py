"""A transducer read from kfst's file format gives what kfst gives."""

import lzma
import re
import struct
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.paradigm import Inflector
from catalogue.search.rules_file import RulesFile
from catalogue.search.transducer import Transducer
from catalogue.search.voikko import PyVoikko


class Map(dict):  # type: ignore[type-arg]
    """What kfst uses of the maps of `immutables`, which not every Python has a wheel of."""

    def set(self, key: object, value: object) -> "Map":
        """Another one with the value."""
        return Map({**self, key: value})

    def delete(self, key: object) -> "Map":
        """Another one without the key."""
        return Map({name: value for name, value in self.items() if name != key})


_IMMUTABLES = ModuleType("immutables")
_IMMUTABLES.Map = Map  # type: ignore[attr-defined]
sys.modules.setdefault("immutables", _IMMUTABLES)

from kfst import FST  # type: ignore[attr-defined] # noqa: E402

ROOT = Path(__file__).parents[2]
FLAGS = [
    f"@{kind}.{key}{value}@"
    for kind, values in {
        "P": (".ON", ".OFF"),
        "N": (".ON",),
        "U": (".ON", ".OFF"),
        "R": (".ON", ""),
        "D": (".ON", ""),
        "C": ("",),
    }.items()
    for value in values
    for key in ("A", "B")
]
SYMBOLS = ["a", "b", "@0@", *FLAGS]


def both(rules: list[tuple[int, int, str, str]], final: int) -> tuple[Transducer, FST]:
    """The transducer of the rules as ours and as kfst's."""
    lines = ["\t".join(map(str, rule)) for rule in rules]
    fst = FST.from_att_code("\n".join([*lines, str(final)]))
    return Transducer(RulesFile(fst.to_kfst_bytes())), fst


@st.composite
def rules(draw: st.DrawFn) -> list[tuple[int, int, str, str]]:
    """Rules that lead on from each of some states, never back."""
    states = draw(st.integers(2, 6))
    found = [(n, n + 1, draw(st.sampled_from("ab")), "[x]") for n in range(states)]
    for _ in range(draw(st.integers(0, 14))):
        start = draw(st.integers(0, states - 1))
        end = draw(st.integers(start + 1, states))
        read, written = draw(st.sampled_from(SYMBOLS)), draw(st.sampled_from([*SYMBOLS, "c"]))
        found.append((start, end, read, written))
    return found


@given(rules(), st.text("abc", max_size=6))
def test_a_word_is_looked_up_as_by_kfst(rules: list[tuple[int, int, str, str]], word: str) -> None:
    """Flags on either side, epsilons, and letters that no rule reads: all as kfst has them."""
    ours, theirs = both(rules, max(end for _, end, _, _ in rules))
    assert ours.lookup(word) == {output for output, _ in theirs.lookup(word)}


@pytest.mark.parametrize(
    ("first", "second", "reads"),
    [
        ("@P.A.ON@", "@R.A.ON@", True),
        ("@P.A.ON@", "@R.A.OFF@", False),
        ("@P.A.ON@", "@D.A.ON@", False),
        ("@N.A.ON@", "@U.A.OFF@", True),
        ("@N.A.ON@", "@U.A.ON@", False),
        ("@P.A.ON@", "@D.A@", False),
        ("@C.A@", "@R.A@", False),
    ],
)
def test_flags_forbid_a_word(first: str, second: str, reads: bool) -> None:
    """A word whose flags do not agree is not read."""
    ours, _ = both([(0, 1, first, "@0@"), (1, 2, "a", "x"), (2, 3, second, "@0@")], 3)
    assert ours.lookup("a") == ({"x"} if reads else set())


def test_the_words_of_the_catalogue_are_read_as_by_pyvoikko() -> None:
    """The readings of our own texts' words are those that come of pyvoikko's analyses."""
    import pyvoikko

    class Theirs(PyVoikko):
        def _outputs(self, word: str) -> list[tuple[str | None, str | None]]:
            return [(found.FSTOUTPUT, None) for found in pyvoikko.analyse(word)]

    texts = [path.read_text(encoding="utf-8").lower() for path in (ROOT / "practices").glob("*.md")]
    words = sorted({word for text in texts for word in re.findall(r"[a-zåäö-]{3,}", text)})[::3]
    assert len(words) > 300
    ours, theirs = PyVoikko(), Theirs()
    assert {w: ours.analyse(w) for w in words} == {w: theirs.analyse(w) for w in words}


def test_forms_that_flags_forbid_are_no_inflections() -> None:
    """`Hyvä` compares as `parempi`: Voikko knows no `hyvemmiksi`."""
    assert "hyvemmiksi" not in PyVoikko().inflect("hyvä")
    assert "hyvien" in PyVoikko().inflect("hyvä")


def test_inflection_reaches_only_what_is_read() -> None:
    """Of a base form that the transducer does not know there are no forms."""
    ours, _ = both([(0, 1, "a", "x")], 1)
    assert Inflector(ours).inflect("a") == ()


def file(
    mark: bytes = b"KFST",
    version: int = 0,
    weighted: bool = False,
    rules: int = 1,
    body: bytes = b"",
) -> bytes:
    """A KFST file of one symbol and one rule, or what the arguments make of it."""
    body = body or lzma.compress(struct.pack("!IIHHI", 0, 1, 0, 0, 1))
    return struct.pack("!4sHHII?", mark, version, 1, rules, 1, weighted) + b"a\0" + body


@pytest.mark.parametrize(
    "data",
    [
        file(mark=b"HFST"),
        file(version=1),
        file(weighted=True),
        file(rules=2),
        file(body=b"no archive"),
        file(body=lzma.compress(b"12345")),
        b"KFST",
        b"",
    ],
    ids=["mark", "version", "weights", "length", "archive", "odd", "header", "nothing"],
)
def test_another_file_is_refused(data: bytes) -> None:
    """What is no file of this format, or not whole, is not read as if it were."""
    with pytest.raises(ValueError, match=r"KFST|multiple of item size"):
        RulesFile(data)


def test_a_sound_file_is_read() -> None:
    """The file that the others are made from is sound."""
    assert Transducer(RulesFile(file())).lookup("a") == {"a"}
