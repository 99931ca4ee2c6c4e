"""A build that is killed at its n-th act on the file system; run as a program of its own.

python -m tests.commands.dying count               how many acts a whole build has
python -m tests.commands.dying kill ACT            one build that dies just before ACT
"""

import os
import signal
import sys

from catalogue.cli import main

_ACTS = ("os.", "shutil.", "ctypes.call_function", "ctypes.dlsym")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def watch(dies_at: int) -> list[int]:
    """Count acts, and die at `dies_at` as from a power cut: nothing is tidied up.

    The second number is the act that puts the new site in the place of the old.
    """
    count = [0, 0]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            flags = arguments[2]
            if not isinstance(flags, int) or not flags & _WRITING:
                return
        elif not event.startswith(_ACTS) or event in {"os.listdir", "os.scandir"}:
            return
        count[0] += 1
        if event == "ctypes.dlsym" or (event == "os.rename" and str(arguments[1]).endswith("site")):
            count[1] = count[0]
        if count[0] == dies_at:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    return count


def run(arguments: list[str]) -> int:
    """Build here and now, and print how many acts it took."""
    count = watch(int(arguments[1]) if arguments[0] == "kill" else -1)
    code = main(["build"])
    print(*count)
    return code


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
