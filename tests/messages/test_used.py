"""Every text is asked for by something: what nobody shows is not kept and translated."""

import re
from collections.abc import Iterable
from functools import cache

from catalogue.messages import messages
from tests.factories import ROOT

PLURAL = re.compile(r"\.(zero|one|other)$")
NAME = r"[A-Za-z][\w-]*"
# A key as it is written; the beginning of one that is put together, and the end of one.
WHOLE = re.compile(rf"[\"'`]((?:{NAME}\.)*[\w-]+)[\"'`]")
BEGINNING = re.compile(
    rf"[\"'`]((?:{NAME}\.)*{NAME}[.-])(?=[\"'`]\s*[~+]|\$?\{{)|[\"'`]((?:{NAME}\.)+)[\"'`]"
)
END = re.compile(r"(?:[\"'`](\.[\w-]+)|\}([.-][\w-]+))[\"'`]")


@cache
def sources() -> str:
    """Whatever may ask for a text: Python, templates and scripts, and what names texts as data."""
    kinds = {"tools": ("*.py", "*.html", "*.yml"), "overrides/assets": ("*.js",)}
    paths = [p for folder, names in kinds.items() for n in names for p in (ROOT / folder).rglob(n)]
    own = [p for p in paths if "vendor" not in p.parts and not _holds_texts(p.parts)]
    return "\n".join(path.read_text(encoding="utf-8") for path in own)


def _holds_texts(parts: tuple[str, ...]) -> bool:
    return "messages" in parts and parts[-1].endswith(".yml")


def unused(keys: Iterable[str]) -> list[str]:
    """Those of `keys` that nothing names, wholly or by their beginning or end."""
    text = sources()
    whole = set(WHOLE.findall(text))
    ends = tuple({one or other for one, other in END.findall(text)})
    beginnings = tuple({one or other for one, other in BEGINNING.findall(text)})
    used = lambda name: name in whole or name.startswith(beginnings) or name.endswith(ends)  # noqa: E731
    bare = {key: key.removeprefix("script.") for key in keys}
    # A plural is asked for without its form; `models.one` is none.
    return [k for k, name in bare.items() if not used(name) and not used(PLURAL.sub("", name))]


def test_every_text_is_asked_for() -> None:
    """In Finnish, and so in the other languages, which have the same keys."""
    assert unused(messages().texts) == []


def test_a_text_that_nobody_asks_for_is_found() -> None:
    """Also one of which only a neighbour is shown."""
    assert unused(["compare.nobody-asks", "script.nobody-asks", "home.lead"]) == [
        "compare.nobody-asks",
        "script.nobody-asks",
    ]
