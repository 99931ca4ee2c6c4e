"""What personal data looks like in a text: addresses of mail, telephone numbers, identity codes.

The patterns are read by the form in the browser too (JavaScript, flag u): they hold only what both
languages understand alike. No piece of them can begin in as many ways as the text is long.
"""

import re
from collections.abc import Mapping

_LETTER = "A-Za-zÀ-ÖØ-öø-ÿ0-9"
_GAP = r"[ \u00a0\n-]"
_DOMAIN = rf"(?:[{_LETTER}-]{{1,63}}\.){{1,8}}[A-Za-z]{{2,24}}"
_AT = r"(?:[@\uff20]| ?[\[(](?:at|ät|a|@)[\])] ?)"
# A telephone number begins where no longer number, address or code does.
_BEFORE = rf"(?<![{_LETTER}_/=&?#-])(?<![0-9][.,:–])"
_AFTER = rf"(?![{_LETTER}]|[.,:/–-][0-9])"
# +358, mobile numbers however they are grouped, and other national numbers: an area code, and then
# groups of which none is as short as the parts of a date. A number of six digits (”020 615”) is a
# figure as well as not. Of other countries' numbers only such as are too long for an amount.
_NUMBERS = "|".join(
    [
        rf"(?:\+|00)358{_GAP}?(?:\(0\))?(?:{_GAP}?[0-9]){{5,11}}",
        r"\+[1-9](?:[ \u00a0-]?\(?[0-9]\)?){10,13}",
        r"\(?0(?:4[0-9]|50)[0-9]?\)?(?:[ \u00a0\n./-]?[0-9]){6,8}",
        # A month and a year (”03 2015”) begin no number.
        rf"(?!0[1-9]{_GAP}(?:19|20)[0-9]{{2}}(?![0-9]))"
        rf"\(?0[1-9][0-9]{{0,2}}\)?{_GAP}?[0-9]{{3,4}}(?:{_GAP}?[0-9]{{2,4}}){{1,2}}",
    ]
)
# By the code that the check tells them by.
PATTERNS: Mapping[str, str] = {
    "personal-email": rf"[{_LETTER}._%+-]{{1,64}}{_AT}{_DOMAIN}",
    "personal-phone": rf"{_BEFORE}(?:{_NUMBERS}){_AFTER}",
    "identity-code": (
        rf"(?<![{_LETTER}_/=-])(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{{2}}"
        rf"[A-FU-Ya-fu-y+-][0-9]{{3}}[0-9A-FHJ-NPR-Ya-fhj-npr-y](?![{_LETTER}_-])"
    ),
}
# What stands in a web address is part of where it leads.
WEB_ADDRESS = r"""https?:\/\/[^\s<>()\[\]"']+"""
# What an address of mail is shown as, where one has come so far.
HIDDEN = "…@…"

_EMAIL = re.compile(rf"({WEB_ADDRESS})|{PATTERNS['personal-email']}")
_EMAIL_IN_HTML = re.compile(rf"(<[^>]*>)|{_EMAIL.pattern}")


def masked(text: str) -> str:
    """Return plain text or Markdown with no address of mail left to be read in it."""
    return _masked(text, _EMAIL)


def masked_html(html: str) -> str:
    """Return HTML with no address of mail left to be read in it; its tags are as they were."""
    return _masked(html, _EMAIL_IN_HTML)


def _masked(text: str, pattern: re.Pattern[str]) -> str:
    if "@" not in text and "\uff20" not in text:
        return text
    return pattern.sub(lambda found: found[found.lastindex] if found.lastindex else HIDDEN, text)
