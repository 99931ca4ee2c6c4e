"""`catalogue handbook`."""

import argparse
import os
import sys
from pathlib import Path

from catalogue.build import made_site
from catalogue.check.report import as_text
from catalogue.commands.changes import git_changes
from catalogue.commands.chromium import found_chromium, numbered
from catalogue.commands.files import write_whole
from catalogue.commands.history import GitHistory
from catalogue.commands.inputs import inputs_here
from catalogue.commands.outcome import PROBLEMS, SOUND, CannotRunError
from catalogue.messages import messages
from catalogue.offline.handbook import handbook as document
from catalogue.offline.takeaway import HANDBOOK, file_of
from catalogue.site import Site

_STYLE = "site.css"


def handbook(given: argparse.Namespace) -> int:
    """Print all practices into one PDF.

    Raises:
        CannotRunError: There is no Chromium, or the site is not published in the language.
    """
    found_chromium()
    inputs = inputs_here(os.environ)
    made = made_site(inputs, GitHistory(inputs.practices), changes=git_changes)
    if made.site is None:
        sys.stderr.write(as_text(made.problems))
        print(made.summary, file=sys.stderr)
        return PROBLEMS
    target = Path(given.output or file_of(made.site.frame.settings, HANDBOOK))
    write_whole(target, printed(made.site, given.language))
    print(messages().get("cli.wrote", path=target), file=sys.stderr)
    return SOUND


def printed(site: Site, language: str | None = None) -> bytes:
    """Return the handbook of `site` as a PDF, in the catalogue's own language unless another.

    Raises:
        CannotRunError: There is no Chromium, or the site is not published in the language.
    """
    frames = {frame.texts.language: frame for frame in site.frames}
    frame = frames.get(language) if language else site.frame
    if frame is None:
        raise CannotRunError(messages().get("cli.handbook.no-language", language=language))
    style = site.theme[_STYLE].decode()
    return numbered(lambda numbers: document(frame, style, numbers))
