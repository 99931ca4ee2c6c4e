"""How a command ends."""

SOUND = 0
PROBLEMS = 1
CANNOT_RUN = 2


class CannotRunError(Exception):
    """The command cannot run; the message says why, in the reader's language."""
