"""The feeds, held against their rules and read by a reader of feeds."""

import datetime
import json
import warnings
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from catalogue.catalogue import Catalogue
from catalogue.changed import Changed
from catalogue.feeds.feed import MOST, feeds
from catalogue.feeds.files import feed_files
from catalogue.model.practice import Practice
from tests.factories import catalogue, frame, practice, real_catalogue

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import feedparser

SITE = "https://esimerkki.fi/luettelo/"
ATOM = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))
HOSTILE = "</title><script>alert(1)</script> & ]]> \u2028 ”x”"
DAY = "2026-{:02}-01T10:00:00Z"


def changed(made: Catalogue, **times: tuple[str, str]) -> Catalogue:
    """Return `made` with the first and the last change of practices by id."""
    known = {f"practices/{name}.md": Changed(*pair) for name, pair in times.items()}
    return replace(made, changed=known)


def files(made: Catalogue, site_url: str | None = SITE) -> Mapping[str, bytes]:
    """Return every file of feeds."""
    shown = frame(made, site_url=site_url)
    return dict(file for feed in feeds(shown) for file in feed_files(shown, feed))


def items(made: Mapping[str, bytes], path: str) -> list[dict[str, Any]]:
    """Return the items of a JSON feed."""
    found: list[dict[str, Any]] = json.loads(made[path])["items"]
    return found


def three() -> dict[str, Practice]:
    """Three practices: in Imatra, in Oulu, and one that nobody knows when it was written."""
    return {
        "a": practice(title=HOSTILE, summary=HOSTILE, reviewed="2026-01-01"),
        "b": practice(places=["564"], themes=["parenting-support"], language="sv"),
        "c": practice(),
    }


def dated() -> Catalogue:
    """The three, two of which the history knows."""
    return changed(
        catalogue(three(), {"b": ""}),
        a=(DAY.format(2), DAY.format(3)),
        b=(DAY.format(1), DAY.format(4)),
    )


@pytest.mark.parametrize("site_url", [SITE, None])
def test_every_feed_keeps_the_rules_of_its_form(site_url: str | None) -> None:
    """Atom by its schema and by feedparser; JSON Feed 1.1 by the rules of its specification."""
    for made in (real_catalogue(), dated(), catalogue({})):
        for path, content in files(made, site_url).items():
            if path.endswith(".xml"):
                document = etree.fromstring(content)
                ATOM.assertValid(document)
                read = feedparser.parse(content)
                assert not read.bozo, path
                assert read.version == "atom10"
                assert len(read.entries) == len(document.findall("{*}entry"))
            else:
                holds_json_feed(json.loads(content), site_url)


def holds_json_feed(feed: dict[str, Any], site_url: str | None) -> None:
    """https://www.jsonfeed.org/version/1.1/: what must be there, and of which kind."""
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] and isinstance(feed["items"], list)
    assert all(author["name"] for author in feed["authors"])
    assert ("feed_url" in feed) == ("home_page_url" in feed) == bool(site_url)
    ids = [item["id"] for item in feed["items"]]
    assert len(set(ids)) == len(ids) and all(isinstance(name, str) for name in ids)
    for item in feed["items"]:
        assert item["content_text"] and item["title"]
        for key in ("date_modified", "date_published"):
            if key in item:
                assert datetime.datetime.fromisoformat(item[key]).tzinfo
        for key in ("url", "image"):
            assert (key in item) == bool(site_url)
            assert item.get(key, SITE).startswith(SITE)


def test_a_practice_is_in_the_feeds_of_its_theme_county_and_award() -> None:
    """The same practices as on the page beside which the feed lies."""
    made = real_catalogue()
    found = {feed.page: {entry.url for entry in feed.entries} for feed in feeds(frame(made))}
    assert found["kaytannot/"] == {f"kaytannot/{entry.id}/" for entry in made.entries}
    for theme in made.registry.vocabularies["theme"].values:
        if theme != "unknown":
            entries = made.by_theme.get(theme, ())
            assert found[f"teemat/{theme}/"] == {f"kaytannot/{e.id}/" for e in entries}
    for county, entries in made.by_county.items():
        assert found[f"alueet/{county}/"] == {f"kaytannot/{e.id}/" for e in entries}
    for name in made.registry.rounds:
        entries = made.by_round.get(name, ())
        assert found[f"palkinnot/{name}/"] == {f"kaytannot/{e.id}/" for e in entries}


def test_the_last_changed_comes_first_with_its_times_from_the_history() -> None:
    """A practice that has no known time is in no feed: the time of the build is not its time."""
    made = files(dated())
    found = items(made, "data/feed.json")
    assert [(i["id"], i["date_published"], i["date_modified"]) for i in found] == [
        (f"{SITE}kaytannot/b/", DAY.format(1), DAY.format(4)),
        (f"{SITE}kaytannot/a/", DAY.format(2), DAY.format(3)),
    ]
    read = feedparser.parse(made["data/feed.xml"])
    assert [entry.updated for entry in read.entries] == [DAY.format(4), DAY.format(3)]
    assert read.feed.updated == DAY.format(4)
    assert [i["id"] for i in items(made, "teemat/parenting-support/feed.json")] == [
        f"{SITE}kaytannot/b/"
    ]


def test_without_a_history_the_time_is_that_of_the_review() -> None:
    """A shallow checkout, or a file that is not yet committed."""
    [item] = items(files(catalogue(three(), {"b": ""})), "data/feed.json")
    assert (item["id"], item["date_modified"]) == (f"{SITE}kaytannot/a/", "2026-01-01T00:00:00Z")
    assert "date_published" not in item


def test_two_builds_give_the_same_feeds() -> None:
    """Nothing in them comes from the clock."""
    assert files(dated()) == files(dated())


def test_a_renamed_practice_keeps_its_id_and_its_first_time() -> None:
    """Its id is its first address, which leads to it for ever."""
    renamed = practice(former_ids=["ensin", "sitten"])
    times = {"ensin": (DAY.format(1), DAY.format(1)), "nyt": (DAY.format(5), DAY.format(6))}
    [item] = items(files(changed(catalogue({"nyt": renamed}), **times)), "data/feed.json")
    assert item["id"] == f"{SITE}kaytannot/ensin/"
    assert item["url"] == f"{SITE}kaytannot/nyt/"
    assert (item["date_published"], item["date_modified"]) == (DAY.format(1), DAY.format(6))


def test_no_address_is_invented_before_the_site_has_one() -> None:
    """Ids are UUIDs, links lead from the feed to the page."""
    made = files(dated(), None)
    read = feedparser.parse(made["teemat/parenting-support/feed.xml"])
    assert read.entries[0].id.startswith("urn:uuid:")
    assert read.entries[0].link == "../../kaytannot/b/"
    assert feedparser.parse(made["data/feed.xml"]).entries[0].link == "../kaytannot/b/"
    assert b"http" not in made["data/feed.json"].replace(b"https://jsonfeed.org/version/1.1", b"")


def test_texts_of_submitters_are_texts_in_feeds_too() -> None:
    """Markup and marks stay what was written; a character that XML cannot hold is left out."""
    read = feedparser.parse(files(dated())["data/feed.xml"], sanitize_html=False)
    entry = read.entries[1]
    assert etree.fromstring(files(dated())["data/feed.xml"]).findall(".//{*}script") == []
    assert HOSTILE in etree.fromstring(files(dated())["data/feed.xml"]).xpath(
        "//*[local-name()='title']/text()"
    )
    assert entry.title_detail.type == "text/plain"
    control = practice().model_copy(update={"title": "a\x0bb\ufffe"})
    broken = files(changed(catalogue({"x": control}), x=(DAY.format(1), DAY.format(1))))
    assert feedparser.parse(broken["data/feed.xml"]).entries[0].title == "ab"


def test_each_entry_is_in_the_language_of_its_practice() -> None:
    """And says so."""
    made = files(dated())
    assert [item["language"] for item in items(made, "data/feed.json")] == ["sv", "fi"]
    read = feedparser.parse(made["data/feed.xml"])
    assert [entry.title_detail.language for entry in read.entries] == ["sv", "fi"]


def test_a_feed_holds_the_newest_fifty() -> None:
    """However many practices there are."""
    many = {f"k{n}": practice(title=f"Käytäntö {n:03}") for n in range(MOST + 10)}
    times = {name: (DAY.format(1), f"2026-02-01T10:{n:02}:00Z") for n, name in enumerate(many)}
    made = files(changed(catalogue(many), **times))
    found = items(made, "data/feed.json")
    assert len(found) == MOST
    assert found[0]["title"] == f"Käytäntö {MOST + 9:03}"
    assert len(items(made, "teemat/early-support/feed.json")) == MOST
