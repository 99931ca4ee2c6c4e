"""The links of a body: where they may lead, and how much of a page their addresses may take."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from catalogue.problem import Finding
from catalogue.source.gate import visible

SAFE_LINK = re.compile(r"(?:https?://[^\s]+|#[^\s]*)\Z", re.IGNORECASE)
# Leads to a person: in a body that would be published as it is, while a contact is hidden.
_CONTACT = re.compile(r"(?:mailto|tel|sms|callto|sip):", re.IGNORECASE)
# No browser is sure to take a longer one.
MAX_ADDRESS = 2_000
# An address that is defined once may be referred to thousands of times, and each link writes it
# out anew: of them all together a page takes no more than a body may be long.
MAX_ADDRESSES = 60_000


@dataclass(slots=True)
class Links:
    """The links of one body, looked at in their order.

    Attributes:
        length: How long their addresses and titles are so far.
        long: The addresses already told to be too long.
    """

    length: int = 0
    long: set[str] = field(default_factory=set)

    def findings(self, link: Token, line: int) -> Iterator[Finding]:
        """Yield what is wrong with the next link; what is wrong with them all, once."""
        target = str(link.attrs.get("href", ""))
        if not SAFE_LINK.match(target):
            code = "body-contact" if _CONTACT.match(target) else "body-link"
            yield Finding((), code, {"found": visible(target, 40)}, line=line)
        if len(target) > MAX_ADDRESS and target not in self.long:
            self.long.add(target)
            params = {"limit": str(MAX_ADDRESS), "found": str(len(target))}
            yield Finding((), "body-address", params, line=line)
        before, self.length = self.length, self.length + _length(link)
        if before <= MAX_ADDRESSES < self.length:
            yield Finding((), "body-addresses", {"limit": str(MAX_ADDRESSES)}, line=line)


def shortened(tokens: Iterable[Token]) -> None:
    """Take the addresses from the links that are too long, or too many for one page."""
    total = 0
    for token in tokens:
        for child in token.children or ():
            if child.type != "link_open":
                continue
            total += _length(child)
            if total > MAX_ADDRESSES or _length(child) > MAX_ADDRESS:
                child.attrs = {}


def _length(link: Token) -> int:
    return sum(len(str(value)) for value in link.attrs.values())
