"""Asking git, where there is one."""

import os
import subprocess
from pathlib import Path

# A checkout may be somebody else's: nothing of its own configuration is run.
_SET = ("core.fsmonitor=false", "core.quotePath=false", "log.showSignature=false")
_GIT = ("git", *(word for setting in _SET for word in ("-c", setting)))
_SECONDS = 60


def git(folder: Path, arguments: tuple[str, ...], asked: bytes = b"") -> bytes | None:
    """Return what git answers in `folder` when given `asked`.

    None where there is no git, no checkout or no such object.
    """
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(
            (*_GIT, *arguments),
            cwd=folder,
            env=environment,
            input=asked,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
