"""`catalogue build --shard` and `catalogue merge`: the bytes of one build, or a reason why not."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from benchmarks.synthetic import write_catalogue

from catalogue import shard
from catalogue.build import made_site
from catalogue.checked import Inputs
from catalogue.cli import main, parser
from catalogue.commands.merge import publish_part
from catalogue.portion import SIZE, shared_out
from catalogue.shard import MANIFEST, Shard
from catalogue.site import Site
from tests.commands.conftest import ROOT, in_one_language
from tests.factories import TODAY

PLACE = {"CATALOGUE_SITE_URL": "https://luettelo.example/kaytannot/"}
STANDING = {"_headers": b"", "index.html": b"vanha"}
"""A site that stands where a new one is to come."""


def _content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _stand(folder: Path) -> None:
    folder.mkdir()
    for name, data in STANDING.items():
        (folder / name).write_bytes(data)


def _site(inputs: Inputs) -> Site:
    made = made_site(inputs)
    assert made.site, made.problems[:3]
    return made.site


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    """The real content, in a folder that nobody edits meanwhile."""
    root = tmp_path_factory.mktemp("real")
    for folder in ("practices", "registry", "docs", "overrides", "texts"):
        if (ROOT / folder).is_dir():
            shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "catalogue.yml", root)
    return Inputs(root, root / "practices", root / "registry", TODAY, PLACE)


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    """300 synthetic practices, which are six portions, in one language."""
    root = tmp_path_factory.mktemp("synthetic") / "catalogue"
    write_catalogue(root, 300, seed=5)
    in_one_language(root)
    return Inputs(root, root / "practices", root / "registry", TODAY, PLACE)


@pytest.mark.parametrize("content", ["real", "synthetic"])
def test_parts_put_together_are_the_bytes_of_one_build(
    content: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """However many parts, more than there are portions too, and in whatever order they come."""
    inputs: Inputs = request.getfixturevalue(content)
    site = _site(inputs)
    whole = dict(site.published())
    assert "sitemap.xml" in whole
    for of in (1, 2, 3, len(site.frame.catalogue.entries) // SIZE + 5):
        parts = [tmp_path / f"part-{number}-{of}" for number in range(1, of + 1)]
        for number, part in enumerate(parts, start=1):
            publish_part(site, Shard(number, of), inputs, part, None)
        for one in parts:
            assert (one / MANIFEST).stat().st_size < 60_000
        target = tmp_path / f"site-{of}"
        assert main(["merge", *map(str, reversed(parts)), "--site-dir", str(target)]) == 0
        merged = _content(target)
        assert merged.keys() == whole.keys()
        assert [name for name, data in whole.items() if merged[name] != data] == []


def test_parts_are_the_same_in_whatever_order_their_portions_are_finished(
    synthetic: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Processes and clusters finish them as they come."""
    site = _site(synthetic)
    publish_part(site, Shard(1, 1), synthetic, tmp_path / "forwards", None)

    def backwards(*given: Any) -> Iterator[Any]:
        return reversed(list(shared_out(*given)))

    monkeypatch.setattr(shard, "shared_out", backwards)
    publish_part(site, Shard(1, 1), synthetic, tmp_path / "backwards", None)
    assert len(site.frame.catalogue.entries) > 2 * SIZE
    for name in ("forwards", "backwards"):
        assert (
            main(["merge", str(tmp_path / name), "--site-dir", str(tmp_path / f"{name}-site")]) == 0
        )
    assert _content(tmp_path / "backwards-site") == _content(tmp_path / "forwards-site")


def test_parts_made_by_programs_of_their_own_fit_together(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With other hash seeds and numbers of processes; the archive is made of the whole."""
    assert main(["build", "--archive", "--site-dir", "whole"]) == 0
    for number, seed in ((1, "1"), (2, "4711")):
        command = [sys.executable, "-m", "catalogue.cli", "build", "--archive"]
        part = ["--shard", f"{number}/2", "--site-dir", f"part-{number}", "--jobs", f"{number}"]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [*command, *part], check=True, env=environment, capture_output=True, text=True
        )
        assert f"Osa {number}/2 valmis: part-{number}" in done.stderr
    capsys.readouterr()
    assert main(["merge", "part-1", "part-2"]) == 0
    assert "Valmis: site/index.html" in capsys.readouterr().err
    assert _content(tree / "site") == _content(tree / "whole")
    assert (tree / "site" / "hyvat-kaytannot.zip").is_file()


def test_a_dead_link_is_found_when_the_parts_are_together(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As `build` finds it: exit code 1, the same line, and the last good site stays."""
    path = tree / "docs" / "tietoa.md"
    path = path if path.is_file() else tree / "docs" / "tietoa" / "index.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n[rikki](eiole.md)\n", encoding="utf-8")
    assert main(["build", "--site-dir", "whole"]) == 1
    [expected] = [line for line in capsys.readouterr().err.splitlines() if "eiole.md" in line]
    _stand(tree / "site")
    for number in (1, 2):
        assert main(["build", "--shard", f"{number}/2", "--site-dir", f"part-{number}"]) == 0
    capsys.readouterr()
    assert main(["merge", "part-1", "part-2"]) == 1
    error = capsys.readouterr().err
    assert expected in error.splitlines()
    assert "Sivustoa ei rakennettu. Edellinen sivusto on ennallaan." in error
    assert _content(tree / "site") == STANDING
    assert [p.name for p in tree.iterdir() if p.name.startswith("site")] == ["site"]


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory, real: Inputs) -> Path:
    """A folder with the three parts of a site."""
    folder = tmp_path_factory.mktemp("three")
    site = _site(real)
    for number in (1, 2, 3):
        publish_part(site, Shard(number, 3), real, folder / f"part-{number}", None)
    return folder


@pytest.fixture
def parts(three: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with the three parts and the last good site."""
    shutil.copytree(three, tmp_path, dirs_exist_ok=True)
    _stand(tmp_path / "site")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _refused(parts: Path, capsys: pytest.CaptureFixture[str], *names: str) -> str:
    """The message with which `merge` refuses the parts; the last good site stands."""
    capsys.readouterr()
    assert main(["merge", *names]) == 2
    assert _content(parts / "site") == STANDING
    assert [path.name for path in parts.iterdir() if path.name.startswith("site")] == ["site"]
    return capsys.readouterr().err.removeprefix("catalogue: ").rstrip("\n")


ALL = ("part-1", "part-2", "part-3")


def test_a_missing_part_is_named(parts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One, and several."""
    assert _refused(parts, capsys, "part-1", "part-3") == "sivustosta puuttuu osa 2/3"
    assert _refused(parts, capsys, "part-2") == "sivustosta puuttuvat osat 1/3, 3/3"


def test_a_part_given_twice_is_named(parts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where all the others are there."""
    shutil.copytree("part-2", "copy")
    message = _refused(parts, capsys, *ALL, "copy")
    assert message == "osa 2/3 on annettu kahdesti: part-2 ja copy"


def _change(folder: str, changes: Mapping[str, object]) -> None:
    path = Path(folder) / MANIFEST
    data = json.loads(path.read_bytes())
    path.write_text(json.dumps({**data, **changes}), encoding="utf-8")


def test_parts_of_different_divisions_do_not_fit(
    parts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A half and a third."""
    _change("part-2", {"of": 2})
    message = _refused(parts, capsys, *ALL)
    assert message == "osat ovat eri jaoista: part-1 on osa 1/3, part-2 on osa 2/2"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("content", "eri sisällöstä: part-1 ja part-3"),
        ("history", "(fetch-depth: 0)"),
        ("settings", "eri asetuksilla"),
        ("program", "ohjelman, Pythonin tai kirjastojen eri versioilla"),
        ("day", "SOURCE_DATE_EPOCH"),
    ],
)
def test_parts_made_from_different_things_do_not_fit(
    parts: Path, key: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message says what differs, and what to do."""
    data = json.loads((parts / "part-3" / MANIFEST).read_bytes())["made_from"]
    _change("part-3", {"made_from": {**data, key: "other"}})
    assert said in _refused(parts, capsys, *ALL)


def test_parts_of_one_content_on_two_days_do_not_fit(
    real: Inputs, parts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As when one is made before midnight and another after."""
    later = replace(real, today=TODAY.replace(day=23))
    publish_part(_site(later), Shard(3, 3), later, parts / "part-3", None)
    assert "eri päivinä: part-1 ja part-3" in _refused(parts, capsys, *ALL)


def test_a_damaged_part_is_refused(parts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file lost, added or changed on the way."""
    page = next(path for path in sorted((parts / "part-2").rglob("*.html")))
    good = page.read_bytes()
    page.unlink()
    assert "osa 2/3 on vioittunut: part-2. Tiedostoja on" in _refused(parts, capsys, *ALL)
    page.write_bytes(good + b" ")
    assert "ei ole se, joka osaan tehtiin" in _refused(parts, capsys, *ALL)
    page.write_bytes(good)
    other = parts / "part-2" / "lisaa.html"
    other.write_bytes(good)
    assert "osa 2/3 on vioittunut: part-2. Tiedostoja on" in _refused(parts, capsys, *ALL)
    other.unlink()
    other.symlink_to(parts / "site" / "index.html")
    assert "lisaa.html ei ole tavallinen tiedosto" in _refused(parts, capsys, *ALL)
    other.unlink()
    assert main(["merge", *ALL]) == 0


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"[]",
        b'{"format": 1}',
        b"{" * 10_000,
        pytest.param(None, id="another format"),
    ],
)
def test_a_manifest_that_is_none_is_refused(
    parts: Path, data: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Half-written, foreign, or of another version."""
    if data is None:
        _change("part-2", {"format": 2})
    else:
        (parts / "part-2" / MANIFEST).write_bytes(data)
    message = _refused(parts, capsys, *ALL)
    assert message == (
        f"osan luettelo on vioittunut tai ohjelman toisesta versiosta: part-2/{MANIFEST}"
    )


@pytest.mark.parametrize(
    "changes",
    [{"shard": 4}, {"shard": 0}, {"of": 10**9}, {"assets": "../../pois"}, {"more": 1}],
)
def test_a_manifest_that_says_the_impossible_is_refused(
    parts: Path, changes: Mapping[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written where it must not be."""
    _change("part-2", changes)
    assert "osan luettelo on vioittunut" in _refused(parts, capsys, *ALL)


def test_a_folder_that_is_no_part_is_refused(
    parts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that is not there, and the site itself."""
    assert MANIFEST in _refused(parts, capsys, "part-1", "part-9")
    assert "kansiossa site ei ole sivuston osaa" in _refused(parts, capsys, "site")


def test_a_site_does_not_take_the_place_of_a_part(
    parts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The part would be lost."""
    message = _refused(parts, capsys, *ALL, "--site-dir", "part-1")
    assert message.startswith("kansio part-1 on itse sivuston osa")
    assert (parts / "part-1" / MANIFEST).is_file()


@pytest.mark.parametrize("shard", ["", "3", "0/2", "3/2", "1/2/3", "yksi/kaksi"])
def test_a_shard_that_is_none_is_refused(
    tree: Path, shard: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With an example."""
    assert main(["build", "--shard", shard, "--site-dir", "part"]) == 2
    error = capsys.readouterr().err
    assert f"esimerkiksi 2/3; saatiin ”{shard}”" in error
    assert not (tree / "part").exists()


def test_a_part_does_not_take_the_place_of_a_site(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The default folder holds the last good site; a part takes the place of a part."""
    _stand(tree / "site")
    assert main(["build", "--shard", "1/2"]) == 2
    assert "anna osalle oma kansio valitsimella --site-dir" in capsys.readouterr().err
    assert _content(tree / "site") == STANDING
    assert main(["build", "--shard", "1/2", "--docs-only", "pages"]) == 2
    assert "--docs-only" in capsys.readouterr().err
    for part in ("1/2", "2/2"):
        assert main(["build", "--shard", part, "--site-dir", "part"]) == 0
    assert json.loads((tree / "part" / MANIFEST).read_bytes())["shard"] == 2


def test_the_workflow_in_the_readme_is_sound(tmp_path: Path) -> None:
    """As `make lint` judges the workflows of this repository, and with the same pins as theirs."""
    [text] = re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    path = tmp_path / ".github" / "workflows" / "shards.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    programs = Path(sys.executable).parent
    for command in (
        [programs / "zizmor", "--offline", "--quiet", path],
        [programs / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", path],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    pinned = dict(re.findall(r"uses: (\S+)@(\S+)", text))
    for workflow in (ROOT / ".github" / "workflows").glob("*.yml"):
        for action, commit in re.findall(r"uses: (\S+)@(\S+)", workflow.read_text("utf-8")):
            assert pinned.get(action, commit) == commit
    for command in re.findall(r"run: \.venv/bin/catalogue (.+)", text):
        arguments = command.replace('"', "").replace("$SHARD", "2").split()
        assert callable(parser().parse_args(arguments).run)
