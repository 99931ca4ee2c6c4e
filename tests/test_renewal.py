"""A build after a change gives the bytes of a clean build, and makes only what it must."""

import errno
import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.synthetic import write_catalogue

from catalogue.catalogue import SIBLINGS
from catalogue.cli import main
from catalogue.commands import serve
from catalogue.commands.files import write_tree
from catalogue.commands.inputs import inputs_here
from catalogue.commands.renew import read_ledger
from catalogue.commands.serve import Preview
from catalogue.remembered import Remembered
from catalogue.renewal import Ledger, Piece
from tests.factories import real_catalogue, registry

DAY = "1795305600"
THEME = "early-support"
SENTENCE = "Tuki alkaa viikon kuluessa yhteydenotosta."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue of twenty practices in two languages, and its words analysed."""
    folder = tmp_path_factory.mktemp("renewal") / "catalogue"
    folder.mkdir()
    write_catalogue(folder, 20)
    settings = folder / "catalogue.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("[fi, sv, en]", "[fi, sv]"), encoding="utf-8")
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder)
        here.setenv("SOURCE_DATE_EPOCH", DAY)
        assert main(["build", "--jobs", "1"]) == 0
    shutil.rmtree(folder / "site")
    forget(folder)
    return folder


def forget(root: Path) -> None:
    """Remove all that is kept from build to build but the words analysed, which only save time."""
    for path in (root / ".cache").iterdir():
        if not path.name.startswith("words-"):
            path.unlink()


@pytest.fixture
def root(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, and the working directory in it."""
    folder = tmp_path / "catalogue"
    shutil.copytree(made, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    monkeypatch.setenv("CATALOGUE_SITE_URL", "https://kaytannot.example/")
    return folder


def tree(folder: Path) -> Mapping[str, bytes]:
    """Return every file below `folder`."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Return the files that are not the same in both."""
    return [name for name in sorted({*one, *other}) if one.get(name) != other.get(name)]


def clean(root: Path) -> Mapping[str, bytes]:
    """Build the site of `root` as if for the first time."""
    target, kept = root / "clean", root / "kept"
    shutil.copytree(root / ".cache", kept)
    forget(root)
    assert main(["build", "--jobs", "1", "--site-dir", str(target)]) == 0
    found = tree(target)
    shutil.rmtree(target)
    shutil.rmtree(root / ".cache")
    kept.rename(root / ".cache")
    return found


def practices(root: Path, chance: random.Random) -> list[Path]:
    """Return all practices in an order of chance."""
    found = sorted((root / "practices").glob("*.md"))
    chance.shuffle(found)
    return found


def add_a_sentence(root: Path, chance: random.Random) -> None:
    """To the end of one body."""
    path = practices(root, chance)[0]
    path.write_text(path.read_text("utf-8").rstrip("\n") + f" {SENTENCE}\n", encoding="utf-8")


def change_a_title(root: Path, chance: random.Random) -> None:
    """By which lists are sorted, and other pages name the practice."""
    path = practices(root, chance)[0]
    lines = path.read_text("utf-8").split("\n")
    place = next(n for n, line in enumerate(lines) if line.startswith("title: "))
    lines[place] = f"title: Aivan toinen nimi {chance.randrange(10**6)} käytännölle"
    path.write_text("\n".join(lines), encoding="utf-8")


def change_a_theme(root: Path, chance: random.Random) -> None:
    """The practice leaves one group for another."""
    path = practices(root, chance)[0]
    text = path.read_text("utf-8")
    path.write_text(
        re.sub(r"^themes:\n(- .*\n)+", f"themes: [{THEME}]\n", text, flags=re.M), "utf-8"
    )


def review_a_practice(root: Path, chance: random.Random) -> None:
    """Pages that gather practices tell when any of them was last reviewed."""
    path = practices(root, chance)[0]
    text = re.sub(r"^reviewed: .*\n", "", path.read_text("utf-8"), flags=re.M)
    path.write_text(text.replace("---\n", "---\nreviewed: 2026-11-22\n", 1), "utf-8")


def add_a_practice(root: Path, chance: random.Random) -> None:
    """Like another, under a name and a title of its own."""
    path = practices(root, chance)[0]
    number = chance.randrange(10**6)
    text = re.sub(r"^former_ids:\n(- .*\n)+", "", path.read_text("utf-8"), flags=re.M)
    lines = text.split("\n")
    lines = [f"title: Uusi nimi {number}" if x.startswith("title: ") else x for x in lines]
    path.with_name(f"uusi-{number}.md").write_text("\n".join(lines), encoding="utf-8")


def delete_a_practice(root: Path, chance: random.Random) -> None:
    """One to which no other points."""
    every = {path: path.read_text("utf-8") for path in practices(root, chance)}
    path = next(p for p in every if not any(p.stem in text for q, text in every.items() if q != p))
    path.unlink()


def rename_a_practice(root: Path, chance: random.Random) -> None:
    """Its old address leads on."""
    every = {path: path.read_text("utf-8") for path in practices(root, chance)}
    path = next(
        p
        for p, own in every.items()
        if "former_ids" not in own and not any(p.stem in t for q, t in every.items() if q != p)
    )
    text = every[path].replace("---\n", f"---\nformer_ids: [{path.stem}]\n", 1)
    path.with_name(f"uudella-nimella-{chance.randrange(10**6)}.md").write_text(text, "utf-8")
    path.unlink()


def change_the_registry(root: Path, chance: random.Random) -> None:
    """An organisation gets another name."""
    path = root / "registry" / "organisations.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("fi: ", f"fi: Uusi{chance.randrange(10**6)} ", 1), "utf-8")


def change_a_page(root: Path, chance: random.Random) -> None:
    """One that is written by hand."""
    path = root / "docs" / "tietoa" / "index.md"
    path.write_text(path.read_text("utf-8") + f"\n{SENTENCE}\n", encoding="utf-8")


def drop_a_section(root: Path, chance: random.Random) -> None:
    """The last one, which need not be there; juries are shown which ones there are."""
    path = next(p for p in practices(root, chance) if "\n## Käyttöönoton ehdot" in p.read_text())
    text = path.read_text("utf-8").partition("\n## Käyttöönoton ehdot")[0]
    path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")


def restate_an_outcome(root: Path, chance: random.Random) -> None:
    """Tables and indicators show it."""
    another = re.compile(r"\n  observed: (?!mixed).*")
    path = next(p for p in practices(root, chance) if another.search(p.read_text("utf-8")))
    text = another.sub("\n  observed: mixed", path.read_text("utf-8"), count=1)
    path.write_text(text, encoding="utf-8")


CHANGES: tuple[Callable[[Path, random.Random], None], ...] = (
    add_a_sentence,
    change_a_title,
    change_a_theme,
    review_a_practice,
    add_a_practice,
    rename_a_practice,
    delete_a_practice,
    change_the_registry,
    change_a_page,
    drop_a_section,
    restate_an_outcome,
)


def test_builds_after_changes_are_clean_builds_byte_for_byte(root: Path) -> None:
    """Whatever was changed before, by one command after another or by a process that lives on."""
    chance = random.Random(1)
    preview_folder = root.parent / "preview"
    preview_folder.mkdir()
    preview = Preview(preview_folder)
    site = root / "site"
    changes = list(CHANGES)
    chance.shuffle(changes)
    for change in (lambda *_: None, *changes):
        change(root, chance)
        assert main(["build", "--jobs", "1"]) == 0
        assert preview.renew(inputs_here({"SOURCE_DATE_EPOCH": DAY, **_place()}))[0] == ()
        expected = clean(root)
        assert differing(tree(site), expected) == []
        assert differing(tree(preview_folder), expected) == []


def _place() -> dict[str, str]:
    return {"CATALOGUE_SITE_URL": "https://kaytannot.example/"}


def untouched(site: Path, before: Mapping[str, int]) -> set[str]:
    """Return the files of `site` that were not written again."""
    return {name for name, node in nodes(site).items() if before.get(name) == node}


def nodes(site: Path) -> Mapping[str, int]:
    """Return what tells each file of `site` from one that is written in its place."""
    return {
        path.relative_to(site).as_posix(): path.stat().st_ino
        for path in site.rglob("*")
        if path.is_file()
    }


def shards(site: Path) -> Mapping[str, int]:
    """Return the same of the files in the folder of the Finnish index."""
    found = nodes(site / "haku" / "fi")
    return {name: node for name, node in found.items() if "/" in name}


def test_only_what_shows_the_practice_is_made_again(root: Path) -> None:
    """The pages of others, their pictures and the groups it is not in are the files they were."""
    main(["build", "--jobs", "1"])
    before = nodes(root / "site")
    path = root / "practices" / next(p.name for p in practices(root, random.Random(3)))
    path.write_text(path.read_text("utf-8").rstrip("\n") + f" {SENTENCE}\n", encoding="utf-8")
    main(["build", "--jobs", "1"])
    left = untouched(root / "site", before)
    pages = [name for name in before if name.startswith("kaytannot/") and name.count("/") == 2]
    assert {name for name in pages if name not in left} == {f"kaytannot/{path.stem}/index.html"}
    pictures = [name for name in before if name.startswith("kuvat/kaytannot/")]
    assert {name for name in pictures if name not in left} == {f"kuvat/kaytannot/{path.stem}.png"}
    # Other pages show what stands above the text.
    groups = [name for name in before if name.startswith(("alueet/", "mittarit/", "palkinnot/"))]
    assert [name for name in groups if name not in left] == []
    assert {"index.html", "data/outcomes.csv", "kaytannot/facets.json"} <= left
    assert "data/practices.json" not in left


def test_what_shows_an_outcome_is_made_again(root: Path) -> None:
    """Its indicator's page, the page of its practice and the table of outcomes, but no others'."""
    main(["build", "--jobs", "1"])
    before = nodes(root / "site")
    texts = {path: path.read_text("utf-8") for path in (root / "practices").glob("*.md")}
    restate_an_outcome(root, random.Random(4))
    [path] = [path for path, text in texts.items() if path.read_text("utf-8") != text]
    main(["build", "--jobs", "1"])
    left = untouched(root / "site", before)
    assert f"kaytannot/{path.stem}/index.html" not in left
    assert "data/outcomes.csv" not in left
    indicators = [name for name in before if re.fullmatch("mittarit/[^/]+/index.html", name)]
    assert any(name not in left for name in indicators)
    assert any(name in left for name in indicators)


def renewed(root: Path) -> None:
    """Build again, and compare with a clean build."""
    assert main(["build", "--jobs", "1"]) == 0
    assert differing(tree(root / "site"), clean(root)) == []


def rewrite(path: Path, pattern: str, text: str) -> None:
    """Put `text` in the place of the first match of `pattern`, which must be there."""
    found, count = re.subn(pattern, text, path.read_text("utf-8"), count=1, flags=re.M)
    assert count == 1, (path, pattern)
    path.write_text(found, encoding="utf-8")


def follow(path: Path) -> None:
    """Make the practice one of a model that none followed."""
    text = re.sub(r"^model: .*\n", "", path.read_text("utf-8"), flags=re.M)
    path.write_text(text.replace("---\n", "---\nmodel: yhteinen\n", 1), encoding="utf-8")


def test_the_others_of_a_model_are_renewed_as_they_come_and_end(root: Path) -> None:
    """Whether a page names them or not: more than it names follow the model."""
    *first, last = sorted((root / "practices").glob("*.md"))[: SIBLINGS + 3]
    for path in first:
        follow(path)
    renewed(root)
    follow(last)
    renewed(root)
    rewrite(first[0], r"^  value: .*", "  value: ended")
    renewed(root)
    rewrite(first[1], r"^title: .*", "title: Nimi, jota ei ennen ollut")
    renewed(root)


def test_former_addresses_are_renewed_with_the_title_of_the_practice(root: Path) -> None:
    """Those of practices that were moved, and notes on removed ones that name another instead."""
    moved = next(p for p in practices(root, random.Random(1)) if "former_ids" in p.read_text())
    other = next(p for p in practices(root, random.Random(2)) if p != moved)
    note = f"title: Vanha, date: 2026-10-01, why: Päättyi., instead: {other.stem}"
    (root / "registry" / "removed.yml").write_text(f"poistettu: {{{note}}}\n", encoding="utf-8")
    renewed(root)
    for path, title in ((moved, "Aivan toinen nimi"), (other, "Jokin uusi otsikko")):
        rewrite(path, r"^title: .*", f"title: {title}")
        renewed(root)


def test_a_file_that_was_touched_is_made_again(root: Path) -> None:
    """Somebody wrote into the site, or deleted from it."""
    main(["build", "--jobs", "1"])
    site = root / "site"
    expected = tree(site)
    practice = practices(root, random.Random(1))[0].stem
    page = site / "kaytannot" / practice / "index.html"
    page.unlink()
    page.write_text("jotakin muuta", encoding="utf-8")
    (site / "kuvat" / "kaytannot" / f"{practice}.png").unlink()
    (site / "oma.txt").write_text("oma", encoding="utf-8")
    assert main(["build", "--jobs", "1"]) == 0
    assert differing(tree(site), expected) == []


def summed(body: bytes) -> bytes:
    """Return what somebody wrote by hand, with a checksum that is right."""
    return hashlib.sha256(body).hexdigest().encode() + b"\n" + body


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[: len(data) // 2],
        lambda data: b"",
        lambda data: data.replace(b"kaytannot/", b"kaytannet/", 1),
        lambda data: b"0" * 64 + b"\n" + data.partition(b"\n")[2],
        lambda data: b"{}",
        lambda data: summed(b"[" * 200_000),
        lambda data: summed(b'[1,[["a","b",[],["x"]]]]'),
        lambda data: summed(b'[1,[["a","b",[],{"x\\u0000":"1"}]]]'),
        lambda data: summed(b'[1,[["a",7,[],{}]]]'),
        lambda data: summed(b"[1,7]"),
    ],
    ids=[
        *("half", "empty", "changed", "checksum", "foreign"),
        *("deep", "list", "nul", "number", "rows"),
    ],
)
def test_a_spoilt_ledger_is_thrown_away_and_said_so(
    root: Path, spoil: Callable[[bytes], bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    """The site is what it would be without."""
    main(["build", "--jobs", "1"])
    expected = tree(root / "site")
    (ledger,) = (root / ".cache").glob("site-*.json")
    ledger.write_bytes(spoil(ledger.read_bytes()))
    capsys.readouterr()
    assert main(["build", "--jobs", "1"]) == 0
    assert f"Välimuisti {ledger.name} oli vioittunut" in capsys.readouterr().err
    assert differing(tree(root / "site"), expected) == []
    assert Ledger.from_bytes(ledger.read_bytes())


def test_a_preview_that_could_not_be_written_is_whole_the_next_time(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Although the content is again as it was before that."""
    folder = root.parent / "preview"
    folder.mkdir()
    preview = Preview(folder)
    inputs = inputs_here({"SOURCE_DATE_EPOCH": DAY})
    preview.renew(inputs)
    expected = tree(folder)
    path = practices(root, random.Random(1))[0]
    sound = path.read_text("utf-8")
    change_a_title(root, random.Random(1))
    written: list[str] = []

    def until_full(where: Path, files: Iterable[tuple[str, bytes]]) -> None:
        if len(written) == 6:
            raise OSError(errno.ENOSPC, "No space left on device")
        written.append("")
        write_tree(where, files)

    with monkeypatch.context() as here:
        here.setattr(serve, "write_tree", until_full)
        with pytest.raises(OSError, match="No space"):
            preview.renew(inputs)
    assert differing(tree(folder), expected)
    path.write_text(sound, encoding="utf-8")
    preview.renew(inputs)
    assert differing(tree(folder), expected) == []


def test_files_of_the_index_that_say_what_they_said_are_moved_with_its_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its name changes with every change; where a file cannot be moved, all is made again."""
    folder = root.parent / "preview"
    folder.mkdir()
    preview = Preview(folder)
    inputs = inputs_here({"SOURCE_DATE_EPOCH": DAY, **_place()})
    preview.renew(inputs)
    before = shards(folder)
    path = practices(root, random.Random(1))[0]
    text = path.read_text("utf-8").rstrip("\n")
    path.write_text(f"{text} {SENTENCE}\n", encoding="utf-8")
    preview.renew(inputs)
    after = shards(folder)
    assert not before.keys() & after.keys()
    assert len(set(before.values()) & set(after.values())) > len(after) / 2
    assert differing(tree(folder), clean(root)) == []

    def refused(*_: object) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    path.write_text(f"{text}\n", encoding="utf-8")
    with monkeypatch.context() as here:
        here.setattr(serve, "move_below", refused)
        with pytest.raises(OSError, match="Permission denied"):
            preview.renew(inputs)
    preview.renew(inputs)
    assert differing(tree(folder), clean(root)) == []


def test_entries_of_another_registry_are_never_taken_for_those_of_this() -> None:
    """Not even where one that is gone lay at the same place in memory."""
    remembered, entries = Remembered(), real_catalogue().entries
    for _ in range(40):
        remembered.derived(replace(registry()), "", entries)
        assert remembered.entries(replace(registry()), "") == {}


def test_a_ledger_never_leads_out_of_the_site(root: Path) -> None:
    """Nothing that lies elsewhere is taken for a file of the site."""
    main(["build", "--jobs", "1"])
    (path,) = (root / ".cache").glob("site-*.json")
    outside = root / "catalogue.yml"
    found = outside.lstat()
    signature = f"{found.st_size}-{found.st_mtime_ns}"
    sound, forged = Ledger.from_bytes(path.read_bytes()), Ledger()
    for name in ("../catalogue.yml", str(outside)):
        for piece in sound.values():
            forged[piece.name] = replace(piece, was={name: signature})
        path.write_bytes(forged.to_bytes())
        assert read_ledger(path, root / "site") == (Ledger(), True)


def test_another_process_knows_what_is_as_it_was(root: Path) -> None:
    """Keys do not depend on the order in which a process keeps its sets."""
    ledgers = []
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "catalogue.cli", "build", "--jobs", "1"]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(command, check=True, env=environment, capture_output=True)
        (path,) = (root / ".cache").glob("site-*.json")
        ledgers.append(Ledger.from_bytes(path.read_bytes()))
    first, second = ({name: piece.key for name, piece in ledger.items()} for ledger in ledgers)
    assert "data/practices.json" in first
    assert first == second


@pytest.mark.parametrize("found", [(), (("1", "a"), ("2", "b")), (("iso", "a"),)])
def test_a_ledger_that_does_not_tell_of_a_download_makes_it_again(
    root: Path, found: tuple[tuple[str, str], ...]
) -> None:
    """Whatever somebody wrote there by hand."""
    main(["build", "--jobs", "1"])
    expected = tree(root / "site")
    (path,) = (root / ".cache").glob("site-*.json")
    ledger = Ledger.from_bytes(path.read_bytes())
    for name in [name for name in ledger if name.startswith("data/")]:
        ledger[name] = replace(ledger[name], found=found)
    assert any(piece.found == found for piece in ledger.values())
    path.write_bytes(ledger.to_bytes())
    assert main(["build", "--jobs", "1"]) == 0
    assert differing(tree(root / "site"), expected) == []


def test_a_ledger_is_read_as_it_was_written() -> None:
    """Pieces with their files, and what the sitemap says of them."""
    piece = Piece("kaytannot/x", "k", (("kaytannot/x/", "2020"),), (), {"x/index.html": "1-2"})
    ledger = Ledger({piece.name: piece})
    assert Ledger.from_bytes(ledger.to_bytes()) == ledger
