"""What the machine gives two processes at once: what sharing the work can gain at the very most.

`python -m benchmarks.build.cores`

A virtual machine may have two cores by name and less by measure.
"""

from __future__ import annotations

import subprocess
import sys
import time

_COUNTS = "for _ in range(60_000_000):\n    pass"


def at_once() -> float:
    """Return how many times the work of one process two do in the same time: two, or less."""
    return 2 * _wall(1) / _wall(2)


def _wall(processes: int) -> float:
    start = time.monotonic()
    running = [subprocess.Popen([sys.executable, "-c", _COUNTS]) for _ in range(processes)]
    for each in running:
        each.wait()
    return time.monotonic() - start


if __name__ == "__main__":
    print(f"{at_once():.2f}")
