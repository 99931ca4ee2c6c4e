"""`catalogue export`."""

import argparse
import os
import sys
from pathlib import Path

from catalogue.check.report import as_text
from catalogue.checked import checked
from catalogue.commands.files import write_whole
from catalogue.commands.inputs import inputs_here
from catalogue.commands.outcome import PROBLEMS, SOUND, CannotRunError
from catalogue.export.as_csv import as_csv
from catalogue.export.as_json import as_json
from catalogue.export.as_xlsx import workbook
from catalogue.export.columns import PRACTICES, TABLES
from catalogue.export.opensearch import opensearch_bulk, opensearch_index
from catalogue.messages import messages
from catalogue.pages.frame import Frame, frame_of

FORMATS = ("json", "csv", "xlsx", "opensearch", "opensearch-index")


def export(given: argparse.Namespace) -> int:
    """Write the catalogue in one format to a file or to standard output.

    Raises:
        CannotRunError: A table was named for a format that holds all of them.
    """
    if given.table and given.format != "csv":
        raise CannotRunError(messages().get("cli.export.only-csv"))
    result = checked(inputs_here(os.environ))
    if result.catalogue is None or result.settings is None:
        sys.stderr.write(as_text(result.problems))
        return PROBLEMS
    frame = frame_of(result.catalogue, result.settings)
    data = _written(frame, given.format, given.table or PRACTICES.name)
    if given.output:
        write_whole(Path(given.output), data)
    else:
        sys.stdout.buffer.write(data)
    return SOUND


def _written(frame: Frame, form: str, table: str) -> bytes:
    catalogue = frame.catalogue
    if form == "json":
        return as_json(catalogue)
    if form == "csv":
        return as_csv(TABLES[table], catalogue)
    if form == "opensearch":
        return b"".join(opensearch_bulk(frame))
    if form == "opensearch-index":
        return opensearch_index(frame)
    made = workbook(catalogue, frame.texts)
    for cell in made.cut:
        print(messages().get("cli.export.cut", cell=cell), file=sys.stderr)
    return made.data
