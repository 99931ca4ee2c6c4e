"""The pieces of a site and whose they are, and what parts must have alike."""

import datetime
import itertools
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from catalogue.build import made_site
from catalogue.changed import Changed
from catalogue.checked import Inputs
from catalogue.messages import messages
from catalogue.settings import Settings
from catalogue.shard import (
    MANIFEST,
    Checksums,
    MadeFrom,
    Manifest,
    Shard,
    made_from,
    part_of,
    share,
    weights,
)
from catalogue.site import Site
from tests.factories import TODAY


@pytest.mark.parametrize("text", ["", "2", "0/3", "4/3", "2/0", "-1/3", "2/3/4", "a/b", "1/99999"])
def test_what_names_no_part_is_none(text: str) -> None:
    """Nor does a number that no build is split into."""
    assert Shard.written(text) is None


def test_a_part_is_named_by_its_number_and_how_many_there_are() -> None:
    """From 1."""
    assert Shard.written("2/3") == Shard(2, 3)
    assert Shard.written("1/1") == Shard(1, 1)


@pytest.mark.parametrize(("practices", "languages"), [(0, 1), (14, 3), (300, 1), (10_000, 3)])
@pytest.mark.parametrize("of", [1, 2, 3, 7, 500])
def test_each_piece_is_of_one_part(practices: int, languages: int, of: int) -> None:
    """None is missing, none is made twice, also where there are more parts than pieces."""
    work = weights(practices, languages)
    shares = [share(work, Shard(n, of)) for n in range(1, of + 1)]
    every = list(itertools.chain.from_iterable(shares))
    assert sorted(every) == list(range(len(work)))


@pytest.mark.parametrize("of", [2, 3, 4, 8])
def test_the_parts_of_a_large_site_take_about_as_long(of: int) -> None:
    """Where no piece alone is longer than its share, within a twentieth."""
    work = weights(10_000, 3)
    loads = [sum(work[n] for n in share(work, Shard(k, of))) for k in range(1, of + 1)]
    assert max(loads) <= 1.05 * sum(work) / of


def test_the_checksum_knows_names_and_contents_and_no_order() -> None:
    """The files of a part come in any order."""
    one, other, renamed = Checksums(), Checksums(), Checksums()
    one.add("a", b"1")
    one.add("b", b"2")
    other.add("b", b"2")
    other.add("a", b"1")
    renamed.add("a", b"2")
    renamed.add("b", b"1")
    assert one.total() == other.total() != renamed.total()
    assert one.total().count == 2


@pytest.fixture
def made(inputs: Inputs, repository: Path) -> tuple[Inputs, Site]:
    """A small site and what it is made of."""
    (repository / "docs").mkdir()
    (repository / "docs" / "tietoa.md").write_text(
        "---\ntitle: Tietoa\ndescription: Tietoa luettelosta.\n---\n[muu](muu.md)\n",
        encoding="utf-8",
    )
    return inputs, _site(inputs)


def _site(inputs: Inputs) -> Site:
    found = made_site(inputs)
    assert found.site, found.problems
    return found.site


def test_a_site_made_again_is_made_from_the_same(made: tuple[Inputs, Site]) -> None:
    """On whichever machine, in whichever folder."""
    inputs, site = made
    elsewhere = inputs.root.with_name("elsewhere")
    shutil.copytree(inputs.root, elsewhere)
    other = Inputs(elsewhere, elsewhere / "practices", elsewhere / "registry", TODAY)
    assert made_from(other, _site(other)) == made_from(inputs, site)


def _differing(one: MadeFrom, other: MadeFrom) -> set[str]:
    return {key for key in MadeFrom.model_fields if getattr(one, key) != getattr(other, key)}


def test_what_a_site_is_made_from_tells_what_differs(made: tuple[Inputs, Site]) -> None:
    """Content, place of publication, day and history, each by its name."""
    inputs, site = made
    first = made_from(inputs, site)
    later = replace(inputs, today=TODAY + datetime.timedelta(days=1))
    assert _differing(first, made_from(later, _site(later))) == {"day"}
    placed = replace(inputs, environment={"CATALOGUE_SITE_URL": "https://a.example/"})
    assert _differing(first, made_from(placed, _site(placed))) == {"settings"}
    frame = site.frame
    changed = {"practices/x.md": Changed("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z")}
    known = replace(site, frame=replace(frame, catalogue=replace(frame.catalogue, changed=changed)))
    assert _differing(first, made_from(inputs, known)) == {"history"}
    offering = replace(site, frame=replace(frame, takeaways={"zip": "a.zip"}))
    assert _differing(first, made_from(inputs, offering)) == {"settings"}


@pytest.mark.parametrize("name", ["practices/kohtaamispaikka.md", "registry/places.yml"])
def test_another_word_anywhere_is_other_content(made: tuple[Inputs, Site], name: str) -> None:
    """Also one that the pages do not show."""
    inputs, site = made
    first = made_from(inputs, site)
    path = inputs.root / name
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert _differing(first, made_from(inputs, site)) == {"content"}


def test_the_manifest_is_small_and_is_read_as_it_was_written(made: tuple[Inputs, Site]) -> None:
    """It names no file; without a place of publication there is no sitemap to remember."""
    inputs, site = made
    files = dict(part_of(site, Shard(1, 2), made_from(inputs, site), messages()))
    data = files.pop(MANIFEST)
    manifest = Manifest.model_validate_json(data)
    assert manifest.files.count == len(files)
    assert manifest.found == {}
    assert isinstance(manifest.settings, Settings)
    assert manifest.settings == site.frame.settings
    assert [link.url for link in manifest.links] == ["muu/"]
    assert manifest.links[0].problem.path == "docs/tietoa.md"
    assert len(data) < 5_000
