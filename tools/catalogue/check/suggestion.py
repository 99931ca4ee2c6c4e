"""The nearest allowed value to what somebody wrote."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from catalogue.model.registry import Vocabulary

_CLOSE_ENOUGH = 0.7
# How many of the likeliest are looked at before all are.
_LIKELIEST = 50
_ROUNDING = 1e-9
# What a name of a public body says beside whose it is, in the form of `folded`.
_KIND_OF_BODY = re.compile(
    r"^(city|municipality) of | (kaupunki|kunta|hyvinvointialue|hva|stad|kommun|valfardsomrade"
    r"|wellbeing services county)$"
)
# A list longer than this is not read; the suggestion and the field reference serve better.
_SHOWN = 12


def nearest(found: str, allowed: Iterable[str]) -> str | None:
    """Return the one of `allowed` most like `found`, if any is like it at all."""
    spelt = _spelt(allowed)
    close = _closest(folded(found), list(spelt))
    return spelt[close] if close else None


class Named(dict[str, str]):
    """Names and ids to ids, among which many a misspelt one may be looked for."""

    look: Callable[[str], str] = staticmethod(lambda text: folded(text))

    @cached_property
    def spelt(self) -> tuple[Mapping[str, str], Sequence[str]]:
        """Each name by how it looks to one who misspells, and these looks."""
        spelt = {self.look(name): name for name in reversed(list(self))}
        return spelt, list(spelt)


class Bodies(Named):
    """Municipalities, counties and organisations: `Rauman kaupunki` is as near to `Rauma`."""

    look = staticmethod(lambda text: _KIND_OF_BODY.sub("", folded(text)) or folded(text))


def _spelt(names: Iterable[str]) -> Mapping[str, str]:
    return {folded(name): name for name in reversed(list(names))}


def _closest(found: str, names: Sequence[str]) -> str | None:
    """The one of `names` that `difflib.get_close_matches` gives, which asks each of them.

    Ten thousand names take it a fifth of a second. Letters in common, in order, are never fewer
    than what it counts, and are counted a thousand times as fast: those that have the most are
    asked first, until no other can be more alike.
    """
    # Only a mistake needs it.
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import extract

    matcher = SequenceMatcher(b=found)
    for most in (_LIKELIEST, None):
        best, bound = (_CLOSE_ENOUGH, ""), 1.0
        cutoff = _CLOSE_ENOUGH - _ROUNDING
        likely = extract(
            found, names, scorer=Indel.normalized_similarity, score_cutoff=cutoff, limit=most
        )
        for name, bound, _ in likely:
            if bound + _ROUNDING < best[0]:
                break
            matcher.set_seq1(name)
            best = max(best, (matcher.ratio(), name))
        if len(likely) < _LIKELIEST or bound + _ROUNDING < best[0]:
            break
    return best[1] or None


def folded(text: str) -> str:
    """Return `text` in lower case without marks on letters: `Käytössä` gives `kaytossa`."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def nearest_term(found: str, vocabulary: Vocabulary) -> str | None:
    """Return the value meant by `found`, which may be a misspelt value or a label of one.

    A Finnish, Swedish or English label (`käytössä`) leads to its value (`in-use`), and so does
    what people write for it (`%`).
    """
    names: dict[str, str] = {}
    for value, term in vocabulary.values.items():
        for name in (value, term.label.fi, term.label.sv, term.label.en, *term.also):
            if name:
                names.setdefault(name.lower(), value)
    close = nearest(found, names)
    return names[close] if close else None


def nearest_named(found: str, names: Mapping[str, str]) -> str | None:
    """Return the id whose id or name is most like `found`; `names` maps names and ids to ids."""
    known = names if isinstance(names, Named) else Named(names)
    spelt, looks = known.spelt
    close = _closest(known.look(found), looks)
    return names[spelt[close]] if close else None


def listing(allowed: Iterable[str]) -> str:
    """Return `allowed` as a list to be read, cut where it grows long."""
    values = list(allowed)
    shown = ", ".join(values[:_SHOWN])
    return shown if len(values) <= _SHOWN else f"{shown} …"
