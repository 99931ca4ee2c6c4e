"""Ids made of names."""

import re
import unicodedata

_MOST = 60


def slug(name: str) -> str:
    """Return `name` as a lower-case ASCII id: `Äitien tupa` gives `aitien-tupa`."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    while len("-".join(words)) > _MOST and len(words) > 1:
        words.pop()
    return "-".join(words)[:_MOST]
