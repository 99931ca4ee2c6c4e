"""The types of single values, and the marks that tell what a field refers to and is used for."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    StringConstraints,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError

from catalogue.model.dates import (
    DATE_PATTERN,
    PERIOD_PATTERN,
    UNKNOWN,
    Span,
    date_span,
    period_span,
)
from catalogue.personal import masked

NUMBER_PATTERN = r"-?[0-9]{1,12}(\.[0-9]{1,6})?"
NUMBER = re.compile(NUMBER_PATTERN)
WHOLE_PATTERN = r"[0-9]{1,7}"
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class Record(BaseModel):
    """Base of every record: frozen, and closed to keys that are not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


@dataclass(frozen=True, slots=True)
class Choice:
    """The value is one of the registry's vocabulary of this name."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The value is an id in the register of this name; `unknown` is one too where allowed.

    `register` is organisations, indicators, places, rounds or practices, or, within the same
    practice, sources or outcomes.
    """

    register: str
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """A complete practice has this field, although a valid one may lack it."""


@dataclass(frozen=True, slots=True)
class Facet:
    """The field is a facet by which visitors narrow the list."""


def _number(text: object) -> Decimal:
    if isinstance(text, Decimal):
        return text
    if not isinstance(text, str) or not NUMBER.fullmatch(text.strip()):
        raise PydanticCustomError("number", "number")
    return Decimal(text.strip())


def _whole(text: object) -> int:
    if isinstance(text, int):
        return text
    if not isinstance(text, str) or not re.fullmatch(WHOLE_PATTERN, text.strip()):
        raise PydanticCustomError("whole_number", "whole number")
    return int(text)


def _flag(text: object) -> object:
    # Pydantic would take `y`, `on` and `1` too, which the JSON Schema and other readers do not.
    if isinstance(text, str) and text not in {"true", "false"}:
        raise PydanticCustomError("flag", "true or false")
    return text


def _date(text: str) -> str:
    try:
        if text != UNKNOWN:
            date_span(text)
    except ValueError:
        raise PydanticCustomError("date", "date") from None
    return text


def _period(text: str) -> str:
    try:
        if text != UNKNOWN:
            period_span(text)
    except ValueError:
        raise PydanticCustomError("period", "period") from None
    return text


def _email(text: str) -> str:
    if not re.fullmatch(r"[^\s@<>\"'(),:;]+@[a-z0-9-]+(\.[a-z0-9-]+)+", text, re.IGNORECASE):
        raise PydanticCustomError("email", "email")
    # "etunimi.sukunimi@…" tells how addresses are made; nobody reads mail sent to it.
    if re.match(r"(etunimi\.sukunimi|fornamn\.efternamn|firstname\.lastname)@", text, re.I):
        raise PydanticCustomError("email_pattern", "email pattern")
    return text


def _phone(text: str) -> str:
    if not re.fullmatch(r"\+?[0-9][0-9 ()-]{4,24}", text):
        raise PydanticCustomError("phone", "phone")
    return text


# Before the path an @ would hide where the address leads; in it both signs are sound.
_HOST = r"[^\s/?#@\"'<>\\]+"
_WEB_ADDRESS = re.compile(rf"https?://{_HOST}\.{_HOST}(?:[/?#][^\s\"<>\\]*)?")


def not_in_address(text: str) -> str | None:
    """Return the first sign of `text` that a web address cannot hold there, if there is one."""
    if found := re.search(r"[\s\"<>\\]", text):
        return found[0]
    host = re.split(r"[/?#]", re.sub(r"https?://", "", text, count=1), maxsplit=1)[0]
    found = re.search(r"[@']", host)
    return found[0] if found else None


def _url(text: str) -> str:
    if not _WEB_ADDRESS.fullmatch(text):
        raise PydanticCustomError("url", "url")
    return text


# The check refuses an address of mail in a text; a text that has come so far shows none.
MASKED = AfterValidator(masked)
Flag = Annotated[
    bool,
    BeforeValidator(_flag),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": ["true", "false"]}]}),
]
Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=80)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200), MASKED]
Sentence = Annotated[str, StringConstraints(min_length=1, max_length=600), MASKED]
Summary = Annotated[str, StringConstraints(min_length=1, max_length=300), MASKED]
Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    WithJsonSchema(
        {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{NUMBER_PATTERN}$"}]}
    ),
]
Whole = Annotated[
    int,
    BeforeValidator(_whole),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 0},
                {"type": "string", "pattern": f"^{WHOLE_PATTERN}$"},
            ]
        }
    ),
]
Email = Annotated[
    str, AfterValidator(_email), WithJsonSchema({"type": "string", "format": "email"})
]
Phone = Annotated[str, AfterValidator(_phone)]
Url = Annotated[
    str, AfterValidator(_url), WithJsonSchema({"type": "string", "pattern": "^https?://"})
]


# Records are frozen, and the same few dates stand in thousands of them.
_SHARED: dict[tuple[type, str], "_Dated"] = {}
_MOST_SHARED = 10_000


class _Dated(Record):
    """A date as the source states it, or as it was worked out, and then why."""

    value: str
    inferred: Flag = False
    why: Sentence | None = None

    @model_validator(mode="wrap")
    @classmethod
    def _plain(cls, data: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if not isinstance(data, str):
            return handler(data)
        found = _SHARED.get((cls, data))
        if not isinstance(found, cls):
            found = handler({"value": data})
            if len(_SHARED) < _MOST_SHARED:
                _SHARED[cls, data] = found
        return found

    @model_serializer
    def _as_written(self) -> str | dict[str, object]:
        if not self.inferred:
            return self.value
        return {"value": self.value, "inferred": True, "why": self.why}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        full = handler.resolve_ref_schema(handler(core_schema))
        text: dict[str, Any] = dict(full["properties"]["value"])
        return {"anyOf": [text, dict(full)]}

    @property
    def known(self) -> bool:
        """Whether a time is given at all."""
        return self.value != UNKNOWN


def _dated_schema(pattern: str) -> WithJsonSchema:
    # To an editor a year is an integer.
    text = {"type": "string", "pattern": f"^(unknown|{pattern})$"}
    return WithJsonSchema({"anyOf": [text, {"type": "integer", "minimum": 1, "maximum": 9999}]})


class StatedDate(_Dated):
    """A partial date: `2016`, `2016-05`, `2016-05-18` or `unknown`."""

    value: Annotated[str, AfterValidator(_date), _dated_schema(DATE_PATTERN)]

    @property
    def span(self) -> Span | None:
        """The days it covers; None when not known."""
        return date_span(self.value) if self.known else None


class StatedPeriod(_Dated):
    """A partial date, or an interval of two."""

    value: Annotated[str, AfterValidator(_period), _dated_schema(PERIOD_PATTERN)]

    @property
    def span(self) -> Span | None:
        """The days it covers; None when not known."""
        return period_span(self.value) if self.known else None


class Text(Record):
    """A text in the languages of the catalogue, Finnish first."""

    fi: str
    sv: str | None = None
    en: str | None = None

    def get(self, language: str) -> str:
        """Return the text in `language`, or the Finnish one where it is not translated."""
        text: str | None = getattr(self, language, None)
        return text or self.fi
