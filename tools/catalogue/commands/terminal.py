"""What a person types at the terminal."""

import os
import sys

from catalogue.commands.outcome import CannotRunError
from catalogue.messages import messages

# A pasted text comes in pieces; who types is slower than this, in seconds.
_PASTED = 0.05


def ask(prompt: str) -> str:
    """Return the line typed after `prompt`.

    Raises:
        CannotRunError: There is nobody to type, or no more to be read.
    """
    try:
        return input(prompt)
    except EOFError:
        raise CannotRunError(messages().get("new.no-terminal")) from None
    except UnicodeDecodeError:
        raise CannotRunError(messages().get("new.not-text")) from None


def waiting() -> bool:
    """Return whether more lines have been typed or pasted at the terminal than were read."""
    if not sys.stdin.isatty():
        return False
    if os.name == "nt":
        import msvcrt

        return bool(msvcrt.kbhit())  # type: ignore[attr-defined,unused-ignore]
    import select

    return bool(select.select([sys.stdin], [], [], _PASTED)[0])
