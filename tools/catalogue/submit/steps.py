"""In which order the form asks: the parts of a practice, grouped into steps."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the form.

    Attributes:
        id: Its name in the address and in the texts (`submit-step-<id>`).
        fields: The practice's own fields that it asks for, in their order.
        sections: Whether it asks for the sections of the body.
    """

    id: str
    fields: tuple[str, ...] = ()
    sections: bool = False


# Sources come before the outcomes, which name them.
STEPS = (
    Step(
        "mika",
        (
            *("title", "summary", "language", "title_language", "kind", "status"),
            *("started", "ended", "aliases", "model"),
        ),
    ),
    Step(
        "kenelle",
        (
            *("places", "provider", "provider_kind", "service_levels", "themes"),
            *("target_groups", "age", "keywords"),
        ),
    ),
    Step("kuvaus", sections=True),
    Step("lahteet", ("sources",)),
    Step("tulokset", ("outcomes", "no_outcomes_because")),
    Step("resurssit", ("resources", "participation", "awards", "related")),
    Step("yhteys", ("contacts",)),
    Step("valmis", ("translations", "former_ids", "reviewed", "next_review")),
)
