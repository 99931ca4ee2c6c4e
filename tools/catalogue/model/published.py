"""The types of what the settings say of where and in which languages a catalogue is published."""

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from catalogue.messages import LANGUAGES
from catalogue.model.values import Url

# What git takes for a branch and an address holds as it is.
_BRANCH = re.compile(r"\w[\w.+-]*(?:/\w[\w.+-]*)*")


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise PydanticCustomError("language", "language")
    return text


def _root(text: str) -> str:
    # Behind either nothing that is added is part of the path.
    if "?" in text or "#" in text:
        raise PydanticCustomError("root", "root")
    return text.rstrip("/")


def _branch(text: str) -> str:
    if not _BRANCH.fullmatch(text) or ".." in text or text.endswith((".", ".lock")):
        raise PydanticCustomError("branch", "branch")
    return text


Language = Annotated[str, AfterValidator(_language)]
# An address to which paths are added, each after a `/`.
Root = Annotated[Url, AfterValidator(_root)]
Branch = Annotated[str, AfterValidator(_branch)]
