"""The work shared out to processes gives the bytes that one process makes."""

from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

import pytest
from benchmarks.synthetic import write_catalogue

from catalogue.build import made_site
from catalogue.checked import Inputs
from catalogue.portion import SIZE, Portion, Processes, portions
from catalogue.site import Site
from tests.factories import TODAY, frame, real_catalogue


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A synthetic catalogue of a few portions."""
    folder = tmp_path_factory.mktemp("synthetic") / "catalogue"
    write_catalogue(folder, 2 * SIZE + 10, seed=3)
    return folder


def site(root: Path) -> Site:
    """Return the site of the catalogue in `root`."""
    made = made_site(Inputs(root, root / "practices", root / "registry", TODAY))
    assert made.site, made.problems[:3]
    return made.site


@pytest.mark.parametrize(
    "pool",
    [
        lambda _: ProcessPoolExecutor(2),
        lambda whole: Processes(2, whole),
        lambda whole: Processes(3, whole),
    ],
    ids=["sent all they need", "one having the catalogue", "two having it"],
)
def test_two_processes_make_the_same_files_as_one(
    root: Path, pool: Callable[[Portion], Executor]
) -> None:
    """Every page, picture and shard, and the sitemap that names them all."""
    alone = dict(site(root).published())
    shared = site(root)
    with pool(shared.whole) as executor:
        together = dict(shared.published(executor))
    assert together.keys() == alone.keys()
    assert [name for name, data in alone.items() if together[name] != data] == []


def test_the_words_learnt_elsewhere_are_kept(root: Path) -> None:
    """So that the next build finds them, whichever process analysed them."""
    first = site(root)
    list(first.published())
    kept = {"words-fi", "words-sv", "index-fi", "index-sv"}
    assert set(first.kept.to_bytes()) == kept


def test_a_portion_holds_what_its_pages_name_and_no_more() -> None:
    """Related practices and those of the same model come along; each is made once."""
    shown = frame(real_catalogue())
    every = tuple(entry.id for entry in shown.catalogue.entries)
    found = list(portions(Portion(every, shown.catalogue, shown.settings, "assets/x")))
    own = [name for portion in found for name in portion.own]
    assert own == [entry.id for entry in real_catalogue().entries]
    part = real_catalogue().part(["imatran-hyvinvointineuvola"])
    names = {entry.id for entry in part.entries}
    assert {"imatran-hyvinvointineuvola", "oulun-hyvinvointineuvola"} <= names
    assert len(names) < len(real_catalogue().entries)
