"""How a submission is handled: criteria, steps and times, who decides, appeal, withdrawal."""

from catalogue.pages.frame import Frame
from catalogue.pages.page import Page

# The parts of the page and their sentences, under `review-page.` in the texts.
PARTS = {
    "criteria": ("source", "claims", "both", "words", "people", "fit", "not"),
    "steps": ("check", "answer", "read", "fix", "publish", "late", "confirm"),
    "who": ("text",),
    "appeal": ("text",),
    "withdraw": ("contact", "practice", "published"),
    "list": ("run", "open", "numbers", "caveats", "missing", "contact", "preview", "explain"),
}


def review(frame: Frame) -> Page:
    """What an editor applies, promises and ticks off, for everybody to read."""
    t = frame.texts.get
    return frame.page(
        "review.html",
        "ilmoita/kasittely/",
        t("review-page.title"),
        t("review-page.description"),
        parts=PARTS,
    )
