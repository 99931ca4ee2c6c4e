"""`catalogue build`: the site is replaced whole or not at all, and always alike."""

import contextlib
import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from catalogue.cli import main
from catalogue.commands.files import replace_folder, restore_folder


def _digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_builds_of_one_tree_are_byte_identical(tree: Path) -> None:
    """Also with another hash seed and another number of processes."""
    assert main(["build", "--site-dir", "one"]) == 0
    environment = {**os.environ, "PYTHONHASHSEED": "4711"}
    command = [sys.executable, "-m", "catalogue.cli", "build", "--site-dir", "two", "--jobs", "2"]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    first, second = _digest(tree / "one"), _digest(tree / "two")
    assert "kaytannot/imatran-hyvinvointineuvola/index.html" in first
    assert first == second


def test_mkdocs_alone_makes_the_same_site(tree: Path) -> None:
    """`mkdocs build --strict` and `catalogue build` publish the same bytes."""
    assert main(["build"]) == 0
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "other"]
    subprocess.run(command, check=True, capture_output=True)
    assert _digest(tree / "site") == _digest(tree / "other")


def test_bad_content_leaves_the_last_good_site_untouched(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1, every problem named, nothing half-written beside the site."""
    assert main(["build"]) == 0
    before = _digest(tree / "site")
    path = tree / "practices" / "toppari-tiimi-hameenlinna.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("language: fi", "language: suomi"), encoding="utf-8")
    capsys.readouterr()
    assert main(["build"]) == 1
    error = capsys.readouterr().err
    assert "practices/toppari-tiimi-hameenlinna.md:4: language: odotettiin" in error
    assert "Tarkoititko ”fi”?" in error
    assert "Sivustoa ei rakennettu. Edellinen sivusto on ennallaan." in error
    assert _digest(tree / "site") == before
    assert [p.name for p in tree.iterdir() if p.name.startswith("site")] == ["site"]


def test_mkdocs_alone_refuses_bad_content_before_it_touches_the_site(tree: Path) -> None:
    """The engine's own clean-up comes after the check."""
    assert main(["build"]) == 0
    before = _digest(tree / "site")
    path = tree / "practices" / "toppari-tiimi-hameenlinna.md"
    path.write_text("---\ntitle: [\n---\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "practices/toppari-tiimi-hameenlinna.md:" in done.stderr
    assert "Traceback" not in done.stderr
    assert _digest(tree / "site") == before


def test_a_build_killed_on_the_way_leaves_the_last_good_site(tree: Path) -> None:
    """Whenever it dies, the site that stands is whole."""
    assert main(["build"]) == 0
    before = _digest(tree / "site")
    for delay in (0.3, 0.8, 1.2):
        command = [sys.executable, "-m", "catalogue.cli", "build"]
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(delay)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        restore_folder(tree / "site")
        assert _digest(tree / "site") == before


def test_a_folder_left_aside_by_a_killed_build_is_put_back(tmp_path: Path) -> None:
    """Dying between the two renames loses nothing."""
    (tmp_path / "site.old").mkdir()
    (tmp_path / "site.old" / "index.html").write_text("vanha", encoding="utf-8")
    restore_folder(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "vanha"


def test_a_new_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """What was only in the old one is gone."""
    for name in ("site", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.html").write_text(name, encoding="utf-8")
    replace_folder(tmp_path / "new", tmp_path / "site")
    assert [path.name for path in tmp_path.rglob("*.html")] == ["new.html"]


def test_docs_only_writes_what_any_engine_can_publish(tree: Path) -> None:
    """Generated and hand-written pages as Markdown, and the data; the site is not made."""
    assert main(["build", "--docs-only", "out"]) == 0
    made = _digest(tree / "out")
    assert {
        "index.md",
        "kaytannot/imatran-hyvinvointineuvola/index.md",
        "tietoa/index.md",
        "data/practices.json",
    } <= set(made)
    assert not (tree / "site").exists()
    assert main(["build", "--docs-only", "out"]) == 0
    assert _digest(tree / "out") == made


def test_docs_only_never_overwrites_somebodys_work(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that holds other files is refused."""
    (tree / "out").mkdir()
    (tree / "out" / "gradu.md").write_text("tärkeä", encoding="utf-8")
    assert main(["build", "--docs-only", "out"]) == 2
    assert "kansiossa out on muuta" in capsys.readouterr().err
    assert (tree / "out" / "gradu.md").read_text(encoding="utf-8") == "tärkeä"


@pytest.mark.parametrize("option", ["--practices", "--registry"])
def test_a_folder_that_is_not_there_ends_with_2(
    tree: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is built."""
    assert main(["build", option, "ei-ole"]) == 2
    assert capsys.readouterr().err == "catalogue: kansiota ei ole: ei-ole\n"


def test_other_folders_of_practices_and_registry_are_taken(tree: Path) -> None:
    """The names of the folders are the caller's."""
    (tree / "practices").rename(tree / "muut")
    (tree / "registry").rename(tree / "luettelo")
    assert main(["build", "--practices", "muut", "--registry", "luettelo", "--site-dir", "s"]) == 0
    assert (tree / "s" / "kaytannot" / "oulun-hyvinvointineuvola" / "index.html").is_file()


def test_the_place_of_publication_comes_from_the_environment(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a repository each practice has a link to edit its file."""
    monkeypatch.setenv("CATALOGUE_REPOSITORY", "https://example.org/koti/luettelo")
    monkeypatch.setenv("CATALOGUE_SITE_URL", "https://example.org/luettelo/")
    assert main(["build"]) == 0
    page = (tree / "site/kaytannot/imatran-hyvinvointineuvola/index.html").read_text("utf-8")
    edit = "https://example.org/koti/luettelo/edit/main/practices/imatran-hyvinvointineuvola.md"
    assert f'href="{edit}"' in page
    canonical = "https://example.org/luettelo/kaytannot/imatran-hyvinvointineuvola/"
    assert f'<link rel="canonical" href="{canonical}">' in page
