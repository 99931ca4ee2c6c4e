"""What one process made, handed to the engine's process through a folder.

So that `catalogue build` checks and generates once, and the engine's hook only reads.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from catalogue.build import Made
from catalogue.settings import Settings

FOLDER = "CATALOGUE_MADE"
_FRAME = ".frame.json"


def handed_over(made: Made) -> Mapping[str, bytes]:
    """Return the files of the folder that `taken_over` reads."""
    assert made.settings
    frame = {"values": made.frame_values, "settings": made.settings.model_dump(mode="json")}
    return {**made.files, _FRAME: json.dumps(frame).encode()}


def taken_over(folder: Path) -> Made:
    """Return what another process handed over in `folder`."""
    frame = json.loads((folder / _FRAME).read_bytes())
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != _FRAME
    }
    return Made(files, frame["values"], Settings.model_validate(frame["settings"]), (), "")
