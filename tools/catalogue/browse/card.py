"""What a result of the browse page shows, ready for display."""

from collections.abc import Mapping

from catalogue.entry import Entry
from catalogue.model.dates import UNKNOWN
from catalogue.pages.frame import Frame, capital
from catalogue.tables.overview import award_part, status_parts

CARDS_PER_FILE = 16


def card(frame: Frame, entry: Entry) -> Mapping[str, object]:
    """Return the display texts of `entry`; empty ones are left out."""
    practice, t = entry.practice, frame.texts.get
    tags = [
        *([[t("award.tag"), "award"]] if any(a.role == "winner" for a in practice.awards) else []),
        *([[capital(frame.label("status", "ended")), "quiet"]] if entry.ended else []),
        *([capital(frame.label("theme", v)), ""] for v in practice.themes if v != UNKNOWN),
        *(
            [[capital(frame.label("completeness", "stub")), "quiet"]]
            if entry.completeness.level == "stub"
            else []
        ),
    ]
    words, own = frame.told(practice), frame.texts.language
    if words.translated:
        tags.append([t("translation.tag"), "quiet"])
    shown = {
        "id": entry.id,
        "title": words.title,
        # Said where it is not that of the page.
        "language": words.language if words.language != own else None,
        "titled_in": words.title_language if words.title_language != own else None,
        "place": frame.places_of(practice),
        "summary": words.summary,
        "tags": tags,
        "level": entry.best_level,
        "stub": entry.completeness.level == "stub" or None,
        "kind": capital(frame.label("kind", practice.kind)),
        "status": " – ".join(part.text for part in status_parts(frame, entry)),
        "awards": [award_part(frame, a.round, a.role).text for a in practice.awards],
    }
    # A level of 0 is told, not empty.
    return {key: value for key, value in shown.items() if value not in (None, "", [])}
