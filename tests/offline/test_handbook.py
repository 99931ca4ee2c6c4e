"""The document of the handbook: every practice once, ids of its own, links that hold in a book."""

import re
from collections import Counter

from catalogue.offline.handbook import READING, handbook, mark
from tests.factories import frame, real_catalogue


def document(**fields: object) -> str:
    """Return the document of the real catalogue; `fields` are settings."""
    return handbook(frame(real_catalogue(), **fields), "", {mark("oulun-hyvinvointineuvola"): 7})


def test_every_practice_is_a_chapter_in_the_contents() -> None:
    """With its page number as soon as that is known."""
    made = document()
    chapters = re.findall(r'<section class="chapter" id="([^"]+)">', made)
    assert sorted(chapters[1:]) == sorted(mark(e.id) for e in real_catalogue().entries)
    assert chapters[0] == READING
    links = re.findall(r'<li><a href="#([^"]+)"><span class="contents__title">', made)
    assert links == chapters
    assert re.findall(r'contents__page">(\d+)<', made) == ["7"]


def test_ids_are_unique_and_links_lead_to_them() -> None:
    """Though every practice has the same sections."""
    made = document()
    ids = Counter(re.findall(r' id="([^"]+)"', made))
    assert [name for name, count in ids.items() if count > 1] == []
    targets = set(re.findall(r' href="#([^"]+)"', made))
    assert {target for target in targets if target not in ids} == set()
    described = re.findall(r' aria-(?:labelledby|describedby)="([^"]+)"', made)
    assert {name for names in described for name in names.split()} - ids.keys() == set()


def test_links_to_pages_lead_to_the_web_or_nowhere() -> None:
    """A book has no pages but its own."""
    for made in (document(), document(site_url="https://e.fi/")):
        hrefs = re.findall(r' href="([^"]*)"', made)
        assert [href for href in hrefs if not re.match("https?:|mailto:|tel:|#", href)] == []
    assert 'href="https://e.fi/mittarit/' in document(site_url="https://e.fi/")
    assert f'href="#{mark("oulun-hyvinvointineuvola")}"' in document()


def test_there_is_nothing_to_press() -> None:
    """Navigation, buttons and tools of the page stay out."""
    made = document()
    assert not re.search(r"<(nav|button|form|input|script)\b", made)
