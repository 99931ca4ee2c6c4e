"""The home page, and the pages that lead to submitting."""

from catalogue.catalogue import Catalogue
from catalogue.entry import Entry
from catalogue.export.schema import field_key
from catalogue.model.declared import Declared, declared_fields
from catalogue.model.practice import Practice
from catalogue.pages.frame import Frame
from catalogue.pages.page import NOT_FOUND, Page

_FEATURED = 3


def home(frame: Frame) -> Page:
    """What this is, for whom, and where each of the three users begins."""
    catalogue = frame.catalogue
    return frame.page(
        "home.html",
        "",
        frame.settings.name,
        frame.settings.description,
        kind="home",
        featured=featured(catalogue),
        practices=len(catalogue.entries),
        outcomes=sum(len(entry.outcomes) for entry in catalogue.entries),
        municipalities=len(catalogue.by_municipality),
        themes=sorted(
            catalogue.by_theme.items(),
            key=lambda item: (-len(item[1]), frame.label("theme", item[0])),
        ),
    )


def featured(catalogue: Catalogue) -> list[Entry]:
    """The practices whose outcomes are known best; award and result play no part."""
    known = [
        entry for entry in catalogue.entries if entry.best_level is not None and not entry.ended
    ]
    known.sort(key=lambda e: (-(e.best_level or 0), -len(e.outcomes), e.id))
    return known[:_FEATURED]


def submit(frame: Frame) -> Page:
    """How an organisation submits a practice."""
    t = frame.texts.get
    return frame.page("submit.html", "ilmoita/", t("submit.title"), t("submit.description"))


def field_reference(frame: Frame) -> Page:
    """Every field of a practice: what it is, what it may hold, whether it is needed."""
    t = frame.texts.get
    shown = [d for d in declared_fields(Practice) if not d.model.__name__.startswith("Stated")]
    return frame.page(
        "fields.html",
        "ilmoita/kentat/",
        t("fields.title"),
        t("fields.description"),
        fields=[(d, field_key(d), _depth(d)) for d in shown],
    )


def _depth(declared: Declared) -> int:
    return sum(step != "*" for step in declared.path) - 1


# What scripts keep in the reader's browser; `overrides/assets/stored/kept.js` names the same.
STORED = ("ulkoasu", "vertailu", "ilmoitus", "arviointi", "kierros")


def stored(frame: Frame) -> Page:
    """What the site keeps in the reader's browser, and how to delete it."""
    t = frame.texts.get
    title, description = t("stored.title"), t("stored.description")
    return frame.page("stored.html", "tietosuoja/tallennettu/", title, description, names=STORED)


def not_found(frame: Frame) -> Page:
    """What a host shows at an address that leads nowhere; it may stand at any depth."""
    t = frame.texts.get
    # A host shows this one page whatever the language of the address was.
    others = [
        (language, frame.settings.texts(language).get)
        for language in frame.settings.published_in[1:]
    ]
    title, text = t("not-found.title"), t("not-found.text")
    return frame.page("not-found.html", NOT_FOUND, title, text, own=t, others=others)
