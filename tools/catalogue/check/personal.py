"""Personal data in texts, where it would be published as it is.

Contacts have a field for each thing: there it is hidden from those who gather addresses, its age is
told, and it can be withdrawn (design, section 7).
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from markdown_it.token import Token

from catalogue.check.raw import records_at, text_at
from catalogue.personal import PATTERNS, WEB_ADDRESS
from catalogue.problem import Finding
from catalogue.source.gate import visible
from catalogue.source.yaml_text import walk

# What the fields of this name hold is hidden, or is an address of the web.
_OWN_FIELDS = frozenset({"email", "editors_email", "phone", "url", "site_url", "repository"})
_PATTERNS = {code: re.compile(pattern) for code, pattern in PATTERNS.items()}
_WEB_ADDRESS = re.compile(WEB_ADDRESS)
# Nearly no text has what every pattern needs: a sign of an address, numerals in such a row, or the
# shape of an identity code. What a text surely has not is told without an expression, and one that
# begins with a certain character is far faster than any other.
_BRACKETED = {"(": ("(at", "(\u00e4t", "(a)"), "[": ("[at", "[\u00e4t", "[a]")}
_PHONE_LIKE = {
    sign: re.compile(re.escape(sign) + r"(?<![0-9-].)(?:[ \u00a0\n./()-]*[0-9]){6}", re.DOTALL)
    for sign in "+0"
}
_CODE_SHAPE = b"000000a000"
_SHAPES = bytes(
    ord("0") if chr(c) in "0123456789" else ord("a") if chr(c).isalpha() or chr(c) in "+-" else 32
    for c in range(128)
).ljust(256)


def check_personal(data: Mapping[str, object], said: str | None = None) -> Iterator[Finding]:
    """Yield the personal data in the texts of `data`.

    Args:
        data: Front matter, or a file of the registry.
        said: All that it says, where that is at hand as one text.
    """
    if said is not None and not _suspect(_without_contacts(data, said)):
        return
    for loc, value in walk(data):
        if isinstance(value, str) and not (loc and loc[-1] in _OWN_FIELDS):
            for code, found, _ in personal_in(value):
                yield Finding(loc, code, {"found": found})


def check_personal_in_body(body: str) -> Iterator[Finding]:
    """Yield the personal data in a body of paragraphs, lists and headings alone."""
    # Emphasis may stand within a number; line ends stay where they are.
    for code, found, line in personal_in(body.replace("*", "")):
        yield Finding((), code, {"found": found}, line=line + 1)


def check_personal_in_tokens(tokens: Iterable[Token]) -> Iterator[Finding]:
    """Yield the personal data in a body of any Markdown."""
    for token in tokens:
        first = token.map[0] + 1 if token.map else 1
        if token.type == "fence":
            first += 1
        for code, found, line in personal_in(_read(token)):
            yield Finding((), code, {"found": found}, line=first + line)


def personal_in(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield the code of each thing found in `text`, what of it is told, and how many lines down."""
    if not _suspect(text):
        return
    if "://" in text:
        text = _WEB_ADDRESS.sub(" ", text)
    for code, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            # A report may be public: nobody's identity code is repeated in it.
            found = "" if code == "identity-code" else visible(match[0].strip())
            yield code, found, text.count("\n", 0, match.start())


def _suspect(text: str) -> bool:
    """Whether `text` may hold anything; most are told to hold nothing here."""
    if "@" in text or "\uff20" in text:
        return True
    if any(
        first in text and any(sign in text for sign in signs) for first, signs in _BRACKETED.items()
    ):
        return True
    if any(sign in text and like.search(text) for sign, like in _PHONE_LIKE.items()):
        return True
    return _CODE_SHAPE in text.encode().translate(_SHAPES)


def _without_contacts(data: Mapping[str, object], said: str) -> str:
    """What a practice says, but for what stands in its place."""
    for _, contact in records_at(data, "contacts"):
        for value in (text_at(contact, "email"), text_at(contact, "phone")):
            said = said.replace(value, "", 1) if value else said
    return said


def _read(token: Token) -> str:
    """The text of a block as its reader sees it."""
    if token.type in {"fence", "code_block"}:
        return token.content
    breaks = {"softbreak": "\n", "hardbreak": "\n"}
    shown = {"text", "code_inline"}
    return "".join(
        child.content if child.type in shown else breaks.get(child.type, "")
        for child in token.children or ()
    )
