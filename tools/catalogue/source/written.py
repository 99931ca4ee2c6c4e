"""A practice written as the file that `split_practice` reads."""

from collections.abc import Mapping

import yaml

from catalogue.source.document import FENCE


def written_practice(data: Mapping[str, object], sections: Mapping[str, str]) -> str:
    """Return front matter `data` and `sections` (heading → text) as the text of a practice file.

    Every scalar in `data` is text; what another reader would take for a number or a date comes out
    quoted.
    """
    head = yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=100)
    body = "\n\n".join(f"## {heading}\n\n{text.strip()}" for heading, text in sections.items())
    return f"{FENCE}\n{head}{FENCE}\n\n{body}\n"
