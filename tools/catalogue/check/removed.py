"""Whether the notes of removed practices agree with the practices there are."""

from collections.abc import Iterator, Mapping

from catalogue.check.raw import text_at, value_at
from catalogue.check.suggestion import nearest
from catalogue.problem import Finding, Loc
from catalogue.source.gate import visible


def check_removed(
    data: Mapping[str, object], practices: frozenset[str] | None
) -> Iterator[Finding]:
    """Yield ids noted twice, and references to practices there are not.

    A practice that has the id of a removed one is told at its own file (`across`), so that the
    registry stays sound and the other practices are checked.

    Args:
        data: The file of notes.
        practices: The ids there are; None where they are not known, and then only the notes
            themselves are held against each other.
    """
    taken: dict[str, str] = {}
    for name, note in data.items():
        former = value_at(note, "former_ids")
        ids: list[tuple[Loc, object]] = [((name,), name)]
        ids += [
            ((name, "former_ids", position), item)
            for position, item in enumerate(former if isinstance(former, list) else ())
        ]
        for loc, known in ids:
            if not isinstance(known, str):
                continue
            found = {"found": visible(known)}
            if known in taken:
                yield Finding(loc, "former-id-taken", {**found, "other": taken[known]})
            taken[known] = name
        instead = text_at(note, "instead")
        if instead and practices is not None and instead not in practices:
            params = {"found": visible(instead), "allowed": ""}
            if close := nearest(instead, sorted(practices)):
                params["suggestion"] = close
            yield Finding((name, "instead"), "unknown-practices", params)
