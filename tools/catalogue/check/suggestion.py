"""The nearest allowed value to what somebody wrote."""

import difflib
import unicodedata
from collections.abc import Iterable, Mapping

from catalogue.model.registry import Vocabulary

_CLOSE_ENOUGH = 0.7
# A list longer than this is not read; the suggestion and the field reference serve better.
_SHOWN = 12


def nearest(found: str, allowed: Iterable[str]) -> str | None:
    """Return the one of `allowed` most like `found`, if any is like it at all."""
    plain = {folded(name): name for name in reversed(list(allowed))}
    close = difflib.get_close_matches(folded(found), plain, n=1, cutoff=_CLOSE_ENOUGH)
    return plain[close[0]] if close else None


def folded(text: str) -> str:
    """Return `text` in lower case without marks on letters: `Käytössä` gives `kaytossa`."""
    letters = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def nearest_term(found: str, vocabulary: Vocabulary) -> str | None:
    """Return the value meant by `found`, which may be a misspelt value or a label of one.

    A Finnish, Swedish or English label (`käytössä`) leads to its value (`in-use`).
    """
    names: dict[str, str] = {}
    for value, term in vocabulary.values.items():
        for name in (value, term.label.fi, term.label.sv, term.label.en):
            if name:
                names.setdefault(name.lower(), value)
    close = nearest(found, names)
    return names[close] if close else None


def nearest_named(found: str, names: Mapping[str, str]) -> str | None:
    """Return the id whose id or name is most like `found`; `names` maps names and ids to ids."""
    close = nearest(found, names)
    return names[close] if close else None


def listing(allowed: Iterable[str]) -> str:
    """Return `allowed` as a list to be read, cut where it grows long."""
    values = list(allowed)
    shown = ", ".join(values[:_SHOWN])
    return shown if len(values) <= _SHOWN else f"{shown} …"
