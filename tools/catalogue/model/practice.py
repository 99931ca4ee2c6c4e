"""A practice: the record that an organisation submits, one file each."""

from typing import Annotated

from pydantic import Field

from catalogue.model.outcome import Outcome
from catalogue.model.values import (
    MASKED,
    Choice,
    Email,
    Expected,
    Facet,
    Flag,
    Line,
    Number,
    Phone,
    Record,
    Reference,
    Sentence,
    Slug,
    StatedDate,
    Summary,
    Url,
    Whole,
)


class Status(Record):
    """Whether the practice lives, and when its source said so."""

    value: Annotated[str, Choice("status"), Facet()]
    as_of: Annotated[StatedDate | None, Expected()] = None


class Age(Record):
    """The ages that the practice is for, in years."""

    min: Whole | None = None
    max: Whole | None = None


class Staff(Record):
    """Who does the work: full-time equivalents or heads."""

    fte: Number | None = None
    headcount: Whole | None = None
    note: Sentence | None = None


class Cost(Record):
    """What the practice costs, in the prices of `price_year`."""

    amount: Number
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")] = "EUR"
    per: Line | None = None
    price_year: Annotated[str, Field(pattern=r"^[0-9]{4}$")] | None = None
    payer: Line | None = None
    note: Sentence | None = None


class Resources(Record):
    """What the practice takes."""

    staff: Annotated[Staff | None, Expected()] = None
    cost: Annotated[Cost | None, Expected()] = None
    funding: Annotated[str, Choice("funding")] | None = None
    note: Sentence | None = None


class Participation(Record):
    """How children and families took part in making the practice."""

    level: Annotated[str, Choice("participation")]
    note: Sentence | None = None


class Award(Record):
    """The practice's part in an award round."""

    round: Annotated[str, Reference("rounds", unknown=True), Facet()]
    role: Annotated[str, Choice("role"), Facet()]
    recipient: Line | None = None
    note: Sentence | None = None


class Contact(Record):
    """Whom to ask. Contacts are people: see the privacy page."""

    name: Line | None = None
    role: Line | None = None
    organisation: Annotated[str, Reference("organisations")]
    email: Email | None = None
    phone: Phone | None = None
    verified: StatedDate
    withdrawn: Flag = False


class Citation(Record):
    """A source of what the record says."""

    id: Slug
    title: Line
    publisher: Line | None = None
    date: Annotated[StatedDate | None, Expected()] = None
    url: Url | None = None
    kind: Annotated[str, Choice("source_kind")]
    independence: Annotated[str, Choice("independence"), Facet()]


class Related(Record):
    """Another practice that a reader should know of."""

    practice: Annotated[str, Reference("practices")]
    how: Sentence


class Translation(Record):
    """The title and the summary of a practice, translated by hand."""

    title: Annotated[str, Field(min_length=3, max_length=120), MASKED]
    summary: Summary


class Translations(Record):
    """Translations by language; the practice's own language needs none."""

    fi: Translation | None = None
    sv: Translation | None = None
    en: Translation | None = None


class Practice(Record):
    """A good practice: what was done, where, by whom, with what outcomes, and who says so."""

    title: Annotated[str, Field(min_length=3, max_length=120), MASKED]
    aliases: tuple[Line, ...] = ()
    language: Annotated[str, Choice("language")]
    title_language: Annotated[str, Choice("language")] | None = None
    summary: Summary
    model: Annotated[Slug | None, Facet()] = None
    kind: Annotated[str, Choice("kind"), Facet()]
    status: Status
    started: Annotated[StatedDate | None, Expected()] = None
    ended: StatedDate | None = None
    service_levels: Annotated[
        tuple[Annotated[str, Choice("service_level")], ...], Field(min_length=1), Facet()
    ]
    themes: Annotated[
        tuple[Annotated[str, Choice("theme")], ...], Field(min_length=1, max_length=6), Facet()
    ]
    target_groups: Annotated[
        tuple[Annotated[str, Choice("target_group")], ...], Field(min_length=1), Facet()
    ]
    age: Age | None = None
    keywords: Annotated[tuple[Line, ...], Field(max_length=15)] = ()
    places: Annotated[
        tuple[Annotated[str, Reference("places", unknown=True)], ...],
        Field(min_length=1),
        Facet(),
    ]
    provider: Annotated[str, Reference("organisations", unknown=True)]
    provider_kind: Annotated[
        Annotated[str, Choice("provider_kind")] | None, Expected(), Facet()
    ] = None
    resources: Annotated[Resources | None, Expected()] = None
    participation: Annotated[Participation | None, Expected()] = None
    outcomes: Annotated[tuple[Outcome, ...], Expected()] = ()
    no_outcomes_because: Sentence | None = None
    awards: tuple[Award, ...] = ()
    contacts: Annotated[tuple[Contact, ...], Expected()] = ()
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]
    related: tuple[Related, ...] = ()
    former_ids: tuple[Slug, ...] = ()
    translations: Translations | None = None
    reviewed: StatedDate | None = None
    next_review: StatedDate | None = None

    @property
    def titled_in(self) -> str:
        """The language of the title: that of the text unless another is given."""
        return self.title_language or self.language

    def translation(self, language: str) -> Translation | None:
        """The translation into `language`; None where it is the text's own or there is none."""
        if language == self.language or self.translations is None:
            return None
        by_language = {
            "fi": self.translations.fi,
            "sv": self.translations.sv,
            "en": self.translations.en,
        }
        return by_language.get(language)
