"""Words that say nothing about a document. They count only when they stand nearly everywhere.

A frequency threshold alone would delete `lapsi` from a catalogue about children.
"""

from __future__ import annotations

from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOPWORDS: Mapping[str, frozenset[str]] = {
    "fi": _words("""
        olla ja se tämä joka että ei myös voida kun hän mutta tai kuin niin jos kaikki muu minä
        sinä me te he ne nämä saada tulla sekä vain jo nyt kuitenkin oma itse mikä kuka joku
        jokin pitää eli vaan sitten siis siellä täällä noin ennen jälkeen kanssa mukaan kautta
        välillä yli alle ensin vielä aina sama tuo nuo koska kuten jotta vai eikä joten sillä
        hyvin paljon yksi usea moni toinen molemmat
    """),
    "sv": _words("""
        och att det en ett som på är av för med den till i om han hon var inte ha vara jag men
        sig så vid kunna man sin de från eller skola när bli ska få göra ja där här mot över
        även under utan mellan också vi ni denna sådan
    """),
    "en": _words("""
        the be to of and a in that have it for not on with he as you do at this but his by from
        they we say or an will my one all would there their what so if about which when can
        also more than its into other
    """),
}
SHARE = 0.4
"""In so many of the documents a stopword must stand to be left out of the index."""
FEWEST_DOCUMENTS = 200
"""Smaller catalogues keep every word: there is nothing to save."""
