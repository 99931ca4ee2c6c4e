"""What every test needs: the registry of this repository, the day, and a sound practice."""

import datetime
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from catalogue.check.registry import load_registry
from catalogue.checked import Inputs
from catalogue.messages import Messages, messages
from catalogue.model.registry import Registry
from catalogue.source.document import split_practice

# One browser for every test: Playwright cannot be started twice in one process.
from tests.browser.served import base_url, browser, site, watched

__all__ = ["base_url", "browser", "site", "watched"]

REPOSITORY = Path(__file__).parent.parent
SOUND = Path(__file__).parent / "check" / "sound.md"


@pytest.fixture(scope="session")
def today() -> datetime.date:
    """The day on which everything is looked at."""
    return datetime.date(2026, 11, 22)


@pytest.fixture(scope="session")
def texts() -> Messages:
    """The Finnish texts."""
    return messages()


@pytest.fixture(scope="session")
def registry(texts: Messages) -> Registry:
    """The registry of this repository."""
    checked = load_registry(REPOSITORY / "registry", "registry", texts)
    assert checked.problems == ()
    assert checked.registry is not None
    return checked.registry


@pytest.fixture(scope="session")
def sound() -> str:
    """The text of an artificial practice in which nothing is wrong."""
    return SOUND.read_text(encoding="utf-8")


@pytest.fixture
def sound_data(sound: str) -> Mapping[str, object]:
    """The front matter of the sound practice, new for each test."""
    return split_practice("practices/perhetupa.md", sound).data


@pytest.fixture
def repository(tmp_path: Path, sound: str) -> Path:
    """A small repository: this one's registry and settings, and one sound practice."""
    shutil.copytree(REPOSITORY / "registry", tmp_path / "registry")
    shutil.copy(REPOSITORY / "catalogue.yml", tmp_path)
    (tmp_path / "practices").mkdir()
    neighbour = sound.replace("title: Perhetupa", "title: Avoin kohtaamispaikka")
    (tmp_path / "practices" / "kohtaamispaikka.md").write_text(neighbour, encoding="utf-8")
    return tmp_path


@pytest.fixture
def inputs(repository: Path, today: datetime.date) -> Inputs:
    """What the check reads in the small repository."""
    return Inputs(repository, repository / "practices", repository / "registry", today)
