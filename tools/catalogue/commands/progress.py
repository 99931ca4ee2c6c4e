"""What a command is doing, for a person who waits."""

import sys

from catalogue.messages import messages


def step(name: str) -> None:
    """Tell a person at a terminal what is being done; a log file needs no progress."""
    if sys.stderr.isatty():
        print(f"· {messages().get(f'cli.step.{name}')} …", file=sys.stderr, flush=True)
