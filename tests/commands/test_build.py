"""`catalogue build`: the site is replaced whole or not at all, and always alike."""

import contextlib
import errno
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from catalogue.cli import main
from catalogue.commands import renew
from catalogue.commands.files import replace_folder, restore_folder, save_cache
from catalogue.commands.lock import alone_at
from tests.commands.conftest import in_one_language


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


def test_mkdocs_alone_leaves_the_last_good_site_where_a_link_is_dead(tree: Path) -> None:
    """What shows only in the end leaves the site as it was, and nothing beside it."""
    in_one_language(tree)
    assert main(["build"]) == 0
    (tree / "site" / ".git").write_text("gitdir: muualla\n", encoding="utf-8")
    before = _digest(tree / "site")
    page = tree / "docs" / "tietosuoja.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n[Rikki](ei-ole/index.md)\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "docs/tietosuoja.md:" in done.stderr and "ei-ole/index.md" in done.stderr
    assert "Edellinen sivusto on ennallaan." in done.stdout
    assert "Traceback" not in done.stderr
    assert _digest(tree / "site") == before
    assert [p.name for p in tree.iterdir() if p.name.startswith("site")] == ["site"]
    page.write_text(text, encoding="utf-8")
    subprocess.run(command, check=True, capture_output=True)
    assert _digest(tree / "site") == before
    assert [p.name for p in tree.iterdir() if p.name.startswith("site")] == ["site"]


def test_mkdocs_alone_is_refused_while_another_build_is_at_work(tree: Path) -> None:
    """As the command is: neither takes the other's site away."""
    assert main(["build"]) == 0
    before = _digest(tree / "site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    with alone_at(tree / "site"):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "toinen komento rakentaa parhaillaan samaan paikkaan" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert _digest(tree / "site") == before


def test_mkdocs_alone_leaves_nothing_when_it_is_interrupted(tree: Path) -> None:
    """The folder in which it made the site, and its lock, go with it."""
    with subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # A run of tests may be told to ignore interruptions, and a child would ignore them too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:
        while not list(tree.glob("site.new-*")):
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        process.wait()
    assert not list(tree.glob("site*")) and not (tree / ".site.lock").exists()


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


def test_remains_of_a_killed_build_are_cleared_away(tree: Path) -> None:
    """But for folders that only look like them."""
    for name in ("site.new-a1b2c3d4", "site.made-a_b2c3d4", "site.new-mine", "site.news"):
        (tree / name / "x").mkdir(parents=True)
    assert main(["build"]) == 0
    left = sorted(path.name for path in tree.iterdir() if path.name.startswith(("site", ".site")))
    assert left == ["site", "site.new-mine", "site.news"]


def test_a_build_is_refused_while_another_is_at_work_in_the_same_place(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other one goes on undisturbed; a build to another place does too."""
    with alone_at(Path("site")):
        assert main(["build"]) == 2
        assert (
            "toinen komento rakentaa parhaillaan samaan paikkaan: site" in capsys.readouterr().err
        )
        assert main(["build", "--site-dir", "other"]) == 0
    assert main(["build"]) == 0


def test_two_builds_at_once_leave_one_whole_site(tree: Path) -> None:
    """Each ends with success, or with the message that the other is at work."""
    command = [sys.executable, "-m", "catalogue.cli", "build"]
    both = [
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    errors = [process.communicate()[1] for process in both]
    assert sorted({process.returncode for process in both} | {0}) in ([0], [0, 2])
    assert not any("Traceback" in error for error in errors)
    made = _digest(tree / "site")
    assert main(["build", "--site-dir", "other"]) == 0
    assert _digest(tree / "other") == made


@pytest.mark.parametrize("after", [0, 1, 40])
def test_a_full_disk_leaves_the_last_good_site_and_nothing_beside_it(
    tree: Path, after: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message says what the system says."""
    assert main(["build"]) == 0
    before = _digest(tree / "site")
    written = renew._written
    left = [after]

    def until_full(path: str, data: bytes) -> str:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return written(path, data)

    monkeypatch.setattr(renew, "_written", until_full)
    assert main(["build"]) == 2
    error = capsys.readouterr().err
    assert "kirjoittaminen ei onnistu" in error and "No space left on device" in error
    assert _digest(tree / "site") == before
    assert [p.name for p in tree.iterdir() if p.name.startswith(("site", ".site"))] == ["site"]


@pytest.mark.skipif(os.geteuid() != 0, reason="a small file system is mounted by root alone")
def test_a_disk_that_is_really_full_is_told(tree: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The engine meets it in the middle of its work."""
    target = tree / "small"
    target.mkdir()
    options = ["-o", "size=1500k", "tmpfs", str(target)]
    if subprocess.run(["mount", "-t", "tmpfs", *options], capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        assert main(["build", "--site-dir", "small/site"]) == 2
        error = capfd.readouterr().err
        assert "Traceback" not in error
        assert "No space left on device" in error
        assert "Edellinen sivusto on ennallaan." in error
        assert list(target.iterdir()) == []
    finally:
        subprocess.run(["umount", str(target)], check=True)


@pytest.mark.parametrize("place", ["docs", "practices", ".", "overrides"])
def test_what_somebody_made_is_never_replaced_by_a_site(
    tree: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only a site, an empty folder, or nothing."""
    before = _digest(tree)
    assert main(["build", "--site-dir", place]) == 2
    assert f"kansiossa {place} on muuta kuin" in capsys.readouterr().err
    assert _digest(tree) == before


def test_a_file_in_the_place_of_the_site_stays(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is no site."""
    (tree / "site").write_text("Muistiinpanoja.", encoding="utf-8")
    assert main(["build"]) == 2
    assert "site on tiedosto; anna kansio" in capsys.readouterr().err
    assert (tree / "site").read_text(encoding="utf-8") == "Muistiinpanoja."


def test_a_link_in_the_place_of_the_site_stays_one(tree: Path) -> None:
    """What it leads to is renewed; nothing is left beside either."""
    (tree / "www").mkdir()
    (tree / "site").symlink_to("www/kaytannot")
    for _ in range(2):
        assert main(["build"]) == 0
        assert (tree / "site").is_symlink()
        assert (tree / "www" / "kaytannot" / "index.html").is_file()
    assert [path.name for path in (tree / "www").iterdir()] == ["kaytannot"]
    assert [path.name for path in tree.glob("site*")] == ["site"]


def test_a_place_that_cannot_be_written_is_told(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the system tells it; /proc is read-only for everybody."""
    assert main(["build", "--site-dir", "/proc/site"]) == 2
    assert "kirjoittaminen ei onnistu: /proc/site" in capsys.readouterr().err


def test_bad_practices_are_left_out_where_that_is_asked_for(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The site of the good ones is the same as without the bad beside them; the rest is told."""
    assert main(["build", "--skip-bad", "--site-dir", "good"]) == 0
    assert capsys.readouterr().err.count("\n") == 1
    good = (tree / "practices" / "toppari-tiimi-hameenlinna.md").read_text("utf-8")
    # Each would push a good practice out, were they judged together: the same title and address.
    (tree / "practices" / "a.md").write_text(good.replace("language: fi", "language: xx"), "utf-8")
    (tree / "practices" / "b.md").write_text("---\ntitle: [\n---\n", "utf-8")
    (tree / "practices" / "C.md").symlink_to("/etc/passwd")
    (tree / "practices" / "d.html").write_text("<script>alert(1)</script>", "utf-8")
    assert main(["build", "--site-dir", "all"]) == 1
    assert not (tree / "all").exists()
    assert main(["build", "--skip-bad", "--site-dir", "some"]) == 0
    error = capsys.readouterr().err
    assert all(f"practices/{name}:" in error for name in ("a.md", "b.md", "C.md", "d.html"))
    assert "4 käytäntötiedostoa jätettiin pois virheiden takia." in error
    assert _digest(tree / "good") == _digest(tree / "some")


TOPPARI, IMATRA = "toppari-tiimi-hameenlinna", "imatran-hyvinvointineuvola"


def _written(folder: Path, name: str, like: str, *changes: tuple[str, str]) -> None:
    """Write the practice `name` like another, with changes."""
    text = (folder / f"{like}.md").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / f"{name}.md").write_text(text, "utf-8")


def _git(tree: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.fi")
    subprocess.run(("git", *who, *arguments), cwd=tree, check=True, capture_output=True)


def test_nobody_can_take_others_practices_off_the_site(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither by claiming their addresses nor by copying them: the newer goes, or who claims."""
    folder = tree / "practices"
    title = ("title: ", "title: Aivan toisenlainen nimi ja ")
    claims = ("title: ", f"former_ids: [{TOPPARI}, {IMATRA}]\ntitle: Aivan toisenlainen nimi ja ")
    assert main(["build", "--skip-bad", "--site-dir", "good"]) == 0
    _written(folder, "aaa", TOPPARI, claims)
    assert main(["build", "--skip-bad", "--site-dir", "claimed"]) == 0
    assert _digest(tree / "claimed") == _digest(tree / "good")
    _written(folder, "aaa", TOPPARI)
    capsys.readouterr()
    assert main(["build", "--skip-bad", "--site-dir", "both"]) == 0
    error = capsys.readouterr().err
    assert f"practices/{TOPPARI}.md:" in error and "practices/aaa.md:" in error
    assert "jätettiin pois" not in error and "kumpi kahdesta on myöhempi" in error
    for name in ("aaa", TOPPARI):
        assert (tree / "both" / "kaytannot" / name / "index.html").is_file()
    (folder / "aaa.md").unlink()
    _git(tree, "init", "-q")
    _git(tree, "add", "practices", "registry", "docs")
    _git(tree, "commit", "-qm", "Sisältö")
    assert main(["build", "--skip-bad", "--site-dir", "dated"]) == 0
    _written(folder, "aaa", TOPPARI)
    capsys.readouterr()
    assert main(["build", "--skip-bad", "--site-dir", "copied"]) == 0
    assert "1 käytäntötiedosto jätettiin pois virheiden takia." in capsys.readouterr().err
    assert _digest(tree / "copied") == _digest(tree / "dated")
    # A former address of another's is no place for a new practice either.
    (folder / "aaa.md").unlink()
    _written(folder, TOPPARI, TOPPARI, ("title: ", "former_ids: [vanha]\ntitle: "))
    assert main(["build", "--skip-bad", "--site-dir", "moved"]) == 0
    _written(folder, "vanha", IMATRA, title)
    assert main(["build", "--skip-bad", "--site-dir", "squatted"]) == 0
    assert _digest(tree / "squatted") == _digest(tree / "moved")


def test_a_cache_that_leads_elsewhere_is_refused(
    tree: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    """It may have come with the content; nothing is written where it leads."""
    elsewhere = tmp_path_factory.mktemp("muualla")
    if (tree / ".cache").is_dir():
        shutil.rmtree(tree / ".cache")
    (tree / ".cache").symlink_to(elsewhere)
    assert main(["build"]) == 2
    assert main(["check"]) == 2
    assert "välimuistin .cache pitää olla tavallinen kansio" in capsys.readouterr().err
    save_cache(tree / ".cache", {"sanat": b"x"})
    assert list(elsewhere.iterdir()) == []


def test_who_names_a_bad_practice_stays(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its page leads to what is published alone, and to the other once that is mended."""
    bad = tree / "practices" / "oulun-hyvinvointineuvola.md"
    page = tree / "site" / "kaytannot" / "imatran-hyvinvointineuvola" / "index.html"
    sound = bad.read_text("utf-8")
    bad.write_text(sound.replace("language: fi", "language: xx"), "utf-8")
    assert main(["build", "--skip-bad"]) == 0
    assert "1 käytäntötiedosto jätettiin pois virheiden takia." in capsys.readouterr().err
    assert bad.stem not in page.read_text("utf-8")
    bad.write_text(sound, "utf-8")
    assert main(["build"]) == 0
    assert f'href="../{bad.stem}/"' in page.read_text("utf-8")


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
