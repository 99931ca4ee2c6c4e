"""How processes of this machine begin."""

import multiprocessing
import sys
from multiprocessing.context import BaseContext


def fork() -> BaseContext | None:
    """Return what begins processes as copies of this one, which need not be sent what it has read.

    Python did so on Linux until 3.14. Elsewhere that is not sound (macOS) or not to be had: None,
    for what Python itself does there.
    """
    return multiprocessing.get_context("fork") if sys.platform == "linux" else None
