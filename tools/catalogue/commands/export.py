"""`catalogue export`."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from catalogue.build import checked
from catalogue.catalogue import Catalogue
from catalogue.check.report import as_text
from catalogue.commands.files import write_whole
from catalogue.commands.inputs import inputs_here
from catalogue.commands.outcome import PROBLEMS, SOUND
from catalogue.export.as_csv import practices_csv
from catalogue.export.as_json import as_json
from catalogue.export.as_xlsx import as_xlsx
from catalogue.messages import messages

FORMATS: Mapping[str, Callable[[Catalogue], bytes]] = {
    "json": as_json,
    "csv": practices_csv,
    "xlsx": lambda catalogue: as_xlsx(catalogue, messages()),
}


def export(given: argparse.Namespace) -> int:
    """Write the catalogue in one format to a file or to standard output."""
    result = checked(inputs_here(os.environ))
    if result.catalogue is None:
        sys.stderr.write(as_text(result.problems))
        return PROBLEMS
    data = FORMATS[given.format](result.catalogue)
    if given.output:
        write_whole(Path(given.output), data)
    else:
        sys.stdout.buffer.write(data)
    return SOUND
