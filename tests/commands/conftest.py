"""A catalogue of its own for each test, small and on disk."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# 22 November 2026: no test depends on the day on which it runs.
EPOCH = "1795305600"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the real catalogue with three practices, and the working directory in it."""
    root = tmp_path / "catalogue"
    for folder in ("registry", "docs", "overrides", "tools"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("mkdocs.yml", "catalogue.yml"):
        shutil.copy(ROOT / file, root / file)
    # Analysed words only save time: a build without them gives the same bytes.
    (root / ".cache").mkdir()
    for words in (ROOT / ".cache").glob("words-*"):
        shutil.copy(words, root / ".cache" / words.name)
    (root / "practices").mkdir()
    for name in (
        "imatran-hyvinvointineuvola",
        "oulun-hyvinvointineuvola",
        "toppari-tiimi-hameenlinna",
    ):
        shutil.copy(ROOT / "practices" / f"{name}.md", root / "practices")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    return root


def in_one_language(root: Path) -> None:
    """Publish the catalogue in `root` in Finnish alone, which takes a third of the time."""
    path = root / "catalogue.yml"
    words = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in words if not line.startswith("languages:")]
    path.write_text("\n".join([*kept, "languages: [fi]", ""]), encoding="utf-8")


@pytest.fixture
def spoilt(tree: Path) -> Path:
    """The same catalogue with a bad value on line 6 of one practice."""
    path = tree / "practices" / "oulun-hyvinvointineuvola.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("kind: service", "kind: palvelu"), encoding="utf-8")
    return tree
