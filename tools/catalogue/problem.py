"""What a check yields (findings) and what a person reads (problems)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule at a place inside a record; it knows neither the file nor the line.

    Attributes:
        loc: Path of keys and list positions, `("outcomes", 0, "baseline")`.
        code: Key of the message under `check.` in the message catalogue.
        params: What the message's placeholders stand for.
        line: The line, where the rule knows it (body text); otherwise resolved from `loc`.
    """

    loc: Loc
    code: str
    params: Mapping[str, str] = field(default_factory=dict)
    line: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A finding as its reader gets it: where, and what was expected and found.

    Attributes:
        path: Path relative to the repository, with `/`; or the name of an environment variable.
        line: Line of the file, from 1; 0 where there is no file.
        field: Dotted path of the field, such as `outcomes[0].baseline`; `""` for the whole file.
        code: Stable key of the rule, for programs.
        message: What was expected and what was found, in the reader's language.
    """

    path: str
    line: int
    field: str
    code: str
    message: str


def dotted(loc: Loc) -> str:
    """Return `loc` as people write it: `("outcomes", 0, "value")` gives `outcomes[0].value`."""
    text = ""
    for step in loc:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}" if text else step
    return text
